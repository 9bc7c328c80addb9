//! `cargo xtask schema`: the JSON Schema of service definitions.

use crate::failure::Failure;
use crate::steps::step;

/// Writes `services/service.schema.json`, with the test that otherwise compares it.
pub(crate) fn run() -> Result<(), Failure> {
    step("cargo test --quiet -p counterfoil-form --test form the_schema")
        .with("COUNTERFOIL_WRITE_SCHEMA", "1")
        .run()
}
