//! `cargo xtask ts`: the TypeScript twins of the bridge types.

use crate::failure::Failure;
use crate::steps::step;

/// Writes `ui/src/host/generated/`, with the test that otherwise compares it.
pub(crate) fn run() -> Result<(), Failure> {
    step("cargo test --quiet -p counterfoil-desk --test typescript")
        .with("COUNTERFOIL_WRITE_TYPESCRIPT", "1")
        .run()
}
