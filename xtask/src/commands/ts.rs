//! `cargo xtask ts`: the TypeScript twins of the bridge types.

use crate::failure::Failure;
use crate::steps::step;

/// Writes `ui/src/host/generated/`.
pub(crate) fn run() -> Result<(), Failure> {
    twins().with("COUNTERFOIL_WRITE_TYPESCRIPT", "1").run()
}

/// Fails when `ui/src/host/generated/` is not what the bridge types say.
pub(crate) fn check() -> Result<(), Failure> {
    twins().run().map_err(|failure| Failure::new(format!("{failure}; run `cargo xtask ts`")))
}

/// The test that compares them, and writes them when it is asked to.
fn twins() -> crate::steps::Step {
    step("cargo test --quiet --locked -p counterfoil-desk --test typescript")
}
