//! Debian packages: those listed in `installers/debian-packages.txt`.

use std::collections::BTreeSet;

use crate::failure::Failure;
use crate::steps::{Step, step};
use crate::{say, tree};

const LIST: &str = "installers/debian-packages.txt";

/// Installs the listed packages that are missing. On a system without apt it says what to
/// install by hand and goes on: the build will tell what is really missing.
pub(crate) fn install_missing() -> Result<(), Failure> {
    let list = std::fs::read_to_string(tree::at(LIST)).map_err(|e| Failure::io(LIST, &e))?;
    let wanted = packages(&list);
    if !step("dpkg-query --version").succeeds() {
        say::line(&format!("not a Debian system: install by hand what {LIST} lists"));
        return Ok(());
    }
    let missing: Vec<&str> = missing(&wanted, &installed()?);
    if missing.is_empty() {
        say::line(&format!("{} Debian packages: all there", wanted.len()));
        return Ok(());
    }
    say::line(&format!("installing Debian packages: {}", missing.join(" ")));
    as_root("apt-get update -q").run()?;
    as_root("apt-get install -y -q --no-install-recommends").words(&missing).run()
}

/// The names in the list; `#` starts a comment.
fn packages(list: &str) -> Vec<&str> {
    let bare = list.lines().map(|line| line.split('#').next().unwrap_or_default().trim());
    bare.filter(|name| !name.is_empty()).collect()
}

fn installed() -> Result<String, Failure> {
    step("dpkg-query -W -f").and("${db:Status-Abbrev} ${Package}\n").text()
}

fn missing<'a>(wanted: &[&'a str], listing: &str) -> Vec<&'a str> {
    let there: BTreeSet<&str> =
        listing.lines().filter_map(|line| line.strip_prefix("ii ")).map(str::trim).collect();
    wanted.iter().copied().filter(|name| !there.contains(name)).collect()
}

fn as_root(words: &str) -> Step {
    let is_root = step("id -u").text().is_ok_and(|id| id.trim() == "0");
    let line = if is_root { words.to_owned() } else { format!("sudo {words}") };
    step(&line).with("DEBIAN_FRONTEND", "noninteractive")
}

impl Step {
    fn words(self, words: &[&str]) -> Self {
        words.iter().fold(self, |step, word| step.and(*word))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_packages_that_are_not_fully_installed_are_missing() {
        let wanted = packages("# build\nperl\nxvfb # a display\n\npoppler-utils\n");
        let listing = "ii  perl\nrc  xvfb\nii  poppler-utils-extra\n";

        assert_eq!(missing(&wanted, listing), ["xvfb", "poppler-utils"]);
    }
}
