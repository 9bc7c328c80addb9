//! Imports every form below the folders given, answers it as a person would, and says which pages
//! no answers lead to and which take none.
//!
//! ```text
//! cargo run --release -p counterfoil-import --example explore -- ../shared/corpus
//! ```

use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use counterfoil_form::Service;
use counterfoil_form::explore::explore;
use counterfoil_import::{Options, import};
use jiff::civil::date;

/// Pages answered in one form at most.
const STEPS: usize = 2_000;

fn main() -> std::io::Result<()> {
    let mut out = std::io::stdout().lock();
    let mut files = Vec::new();
    for folder in std::env::args().skip(1) {
        collect(Path::new(&folder), &mut files)?;
    }
    files.sort();
    let (mut whole, mut all) = (0, 0);
    for file in &files {
        let Ok(import) = import(&std::fs::read(file)?, &Options::default()) else { continue };
        let Some(definition) = import.definition else { continue };
        all += 1;
        let service = match Service::draft_of(definition) {
            Ok(service) => service,
            Err(problems) => {
                writeln!(out, "{}: {problems}", file.display())?;
                continue;
            }
        };
        let found = explore(&Arc::new(service), date(2026, 11, 23), STEPS);
        let ends = 0 < found.completed + found.exits;
        if ends && found.stuck.is_empty() && (found.unreached.is_empty() || found.cut_short) {
            whole += 1;
            continue;
        }
        let short = if found.cut_short { " (cut short)" } else { "" };
        writeln!(out, "{}:{short} {} completed", file.display(), found.completed)?;
        writeln!(out, "    unreached {:?}", found.unreached)?;
        writeln!(out, "    stuck {:?}", found.stuck)?;
    }
    writeln!(out, "{whole} of {all} forms can be gone through whole")
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> std::io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        let form = |end: &std::ffi::OsStr| ["json", "yaml", "yml"].iter().any(|one| end == *one);
        if path.is_dir() {
            collect(&path, files)?;
        } else if path.extension().is_some_and(form) {
            files.push(path);
        }
    }
    Ok(())
}
