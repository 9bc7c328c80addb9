//! `cargo xtask bench`: the numbers of the README.

use crate::commands::build;
use crate::failure::Failure;
use crate::setup;
use crate::steps::step;

/// Runs the measuring program, optimised, with these arguments.
pub(crate) fn run(arguments: &[String]) -> Result<(), Failure> {
    setup::all()?;
    build::screens()?;
    let bench = step("cargo run --release --locked -p counterfoil-tests --bin bench --");
    arguments.iter().fold(bench, |bench, argument| bench.and(argument)).run()
}
