//! `cargo xtask bench`: the numbers of the README.

use crate::commands::build;
use crate::failure::Failure;
use crate::steps::step;
use crate::{say, setup};

/// What is driven and measured in the real window, optimised.
const WINDOW: &str = "cargo build --release --locked -p counterfoil-terminal -p counterfoil-cli \
                      --features counterfoil-terminal/automation";

/// Measures the store, the form engine, then the real window. Each prints one JSON object.
pub(crate) fn run(_arguments: &[String]) -> Result<(), Failure> {
    setup::all()?;
    build::screens()?;
    let store = "cargo bench --locked -p counterfoil-store --bench capture";
    let forms = "cargo bench --locked -p counterfoil-import --bench forms";
    say::timed("durable capture", || step(store).run())?;
    say::timed("forms", || step(forms).run())?;
    say::timed("optimised programs", || step(WINDOW).run())?;
    say::timed("the real window", || {
        step("npm run --silent bench")
            .within("tests/window")
            .with("COUNTERFOIL_PROFILE", "release")
            .run()
    })
}
