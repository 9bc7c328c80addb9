//! `cargo xtask test`: everything that CI checks, in the order that fails soonest.

use crate::commands::{build, fuzz};
use crate::failure::Failure;
use crate::steps::step;
use crate::{say, setup, tidy};

/// Runs it all and stops at the first failure.
pub(crate) fn run() -> Result<(), Failure> {
    let watch = say::Watch::start();
    setup::all()?;
    say::timed("format", || step("cargo fmt --all --check").run())?;
    say::timed("tidy", tidy::run)?;
    screens()?;
    supply_chain()?;
    lints()?;
    build::programs()?;
    let summary = rust_tests()?;
    browser_tests()?;
    window_tests()?;
    fuzz::for_a_while()?;
    say::line(&format!("everything passed in {}", say::seconds(watch.elapsed())));
    summary.iter().for_each(|line| say::line(line));
    Ok(())
}

fn screens() -> Result<(), Failure> {
    build::screens()?;
    build::screens_for_browser()?;
    say::timed("types of the screens", || step("npm run --silent typecheck").within("ui").run())?;
    say::timed("tests of the screens", || step("npm run --silent test").within("ui").run())
}

fn lints() -> Result<(), Failure> {
    let clippy = "cargo clippy --workspace --all-targets --locked -- -D warnings";
    say::timed("clippy", || step(clippy).run())
}

/// Bans, licences and sources always; advisories where their database can be had.
fn supply_chain() -> Result<(), Failure> {
    let known = "cargo deny --locked check bans licenses sources";
    say::timed("bans, licences and sources", || step(known).run())?;
    if !step("cargo deny fetch db").succeeds() {
        say::line("advisories: NOT CHECKED, their database cannot be reached from here");
        return Ok(());
    }
    say::timed("advisories", || step("cargo deny --locked check advisories").run())
}

/// Also finds that the TypeScript twins are out of date. Returns nextest's closing line.
fn rust_tests() -> Result<Vec<String>, Failure> {
    say::timed("Rust tests", || {
        let tests = step("cargo nextest run --workspace --locked --no-fail-fast");
        tests.run_keeping(|line| line.trim_start().starts_with("Summary ["))
    })
}

fn browser_tests() -> Result<(), Failure> {
    say::timed("browser tests", || {
        step("npm run --silent typecheck").within("tests/e2e").run()?;
        step("npm run --silent test:browser").within("tests/e2e").run()
    })
}

fn window_tests() -> Result<(), Failure> {
    say::timed("real-window tests", || step("npm test --silent").within("tests/window").run())
}
