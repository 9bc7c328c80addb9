//! Building the screens and the programs.

use crate::failure::Failure;
use crate::say;
use crate::steps::step;

/// The screens as the window shows them.
pub(crate) fn screens() -> Result<(), Failure> {
    say::timed("screens for the window", || step("npm run --silent build").within("ui").run())
}

/// The screens as the browser tests see them, over the loopback host.
pub(crate) fn screens_for_browser() -> Result<(), Failure> {
    say::timed("screens for the browser", || step("npm run --silent build:http").within("ui").run())
}

/// Every program of the workspace, unoptimised. The screens must have been built.
///
/// Always the whole workspace, so that each command finds what another has already built.
pub(crate) fn programs() -> Result<(), Failure> {
    say::timed("programs", || step("cargo build --workspace --bins --locked").run())
}
