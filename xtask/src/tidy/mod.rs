//! `cargo xtask tidy`: the rules of the house that no compiler knows. One file a rule; each rule
//! is a pure function from facts to faults and is tested on a planted fault.

mod bridge;
mod crates;
mod dev_only;
mod layers;
mod migrations;
mod owners;
mod pure;
mod sizes;
mod sources;
mod tauri_import;
mod test_habits;

use crate::failure::Failure;
use crate::say;

/// One broken rule, in words that say where.
type Fault = String;

/// Checks every rule and says all that is wrong, not just the first.
pub(crate) fn run() -> Result<(), Failure> {
    let crates = crates::read()?;
    let sources = sources::read()?;
    let rules = [
        ("a layer depends on lower layers only", layers::check(&crates)),
        ("layer 0 is pure", pure::check(&crates)),
        ("one crate owns each outside thing", owners::check(&crates)),
        ("test crates stay out of releases", dev_only::check(&crates)),
        ("files and functions are short", sizes::check(&sources)),
        ("tests run, and do not sleep", test_habits::check(&sources)),
        ("one file knows Tauri", tauri_import::check(&sources)),
        ("every command is declared and granted", bridge::check(&sources)),
        ("every migration is listed", migrations::check(&sources)),
    ];
    let mut faults = 0;
    for (rule, found) in &rules {
        faults += found.len();
        found.iter().for_each(|fault| say::line(&format!("tidy: {rule}: {fault}")));
    }
    if faults == 0 {
        say::line(&format!("tidy: {} rules hold", rules.len()));
        return Ok(());
    }
    Err(Failure::new(format!("{faults} faults")))
}
