//! npm packages: exactly those of a directory's lock file.

use std::path::PathBuf;

use crate::failure::Failure;
use crate::steps::step;
use crate::{say, tree};

/// Runs `npm ci` in `dir` unless that was done for this very lock file.
pub(crate) fn install(dir: &str) -> Result<(), Failure> {
    let lock = tree::at(dir).join("package-lock.json");
    let wanted = std::fs::read(&lock).map_err(|error| Failure::io(lock.display(), &error))?;
    let stamp = stamp(dir);
    let there = tree::at(dir).join("node_modules").is_dir();
    if there && std::fs::read(&stamp).is_ok_and(|done| done == wanted) {
        say::line(&format!("npm packages of {dir}: all there"));
        return Ok(());
    }
    say::line(&format!("installing npm packages of {dir}"));
    step("npm ci --no-audit --no-fund").within(dir).run()?;
    let written = std::fs::create_dir_all(tree::target().join("setup"));
    written
        .and_then(|()| std::fs::write(&stamp, wanted))
        .map_err(|error| Failure::io(stamp.display(), &error))
}

/// A copy of the lock file that was installed last.
fn stamp(dir: &str) -> PathBuf {
    tree::target().join("setup").join(format!("{}.lock.json", dir.replace('/', "-")))
}
