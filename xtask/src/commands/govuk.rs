//! `cargo xtask govuk`: GOV.UK's macros precompiled, and the types of their parameters.

use crate::failure::Failure;
use crate::setup;
use crate::steps::step;

/// Writes `ui/src/govuk/generated/`.
pub(crate) fn run() -> Result<(), Failure> {
    setup::screens()?;
    step("npm run govuk").within("ui").run()
}
