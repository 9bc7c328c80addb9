//! `cargo xtask demo`: the main job in a real window, played without a person.

use crate::commands::build;
use crate::failure::Failure;
use crate::steps::step;
use crate::{say, setup};

/// Sets up, builds and plays.
pub(crate) fn run() -> Result<(), Failure> {
    setup::all()?;
    build::screens()?;
    build::programs()?;
    play()
}

/// Plays what has been built. The receipt, the screenshots and the transcript land in
/// `target/demo/`.
pub(crate) fn play() -> Result<(), Failure> {
    say::timed("demonstration", || step("npm run --silent demo").within("tests/window").run())
}
