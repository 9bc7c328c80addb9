//! Installing what building and testing need. Quick when nothing is missing.

mod cargo_tools;
mod debian;
mod npm;

use crate::failure::Failure;
use crate::say;

/// Everything.
pub(crate) fn all() -> Result<(), Failure> {
    say::timed("setup", || {
        debian::install_missing()?;
        npm::install("ui")?;
        npm::install("tests/e2e")?;
        cargo_tools::install_missing()
    })
}

/// What the precompiled macros and the screens' own tests need.
pub(crate) fn screens() -> Result<(), Failure> {
    npm::install("ui")
}
