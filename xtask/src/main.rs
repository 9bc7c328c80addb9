//! The project's own commands: `cargo xtask setup | run | test | demo | tidy | ts | schema | fuzz | govuk | bench`.
//!
//! Needs nothing but Rust itself, because it is what installs the rest. Start reading at
//! [`command::find`].

mod command;
mod commands;
mod failure;
mod running;
mod say;
mod setup;
mod steps;
mod tidy;
mod tree;

use std::process::ExitCode;

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let name = arguments.next().unwrap_or_default();
    let rest: Vec<String> = arguments.collect();
    let Some(command) = command::find(&name) else {
        say::line(&command::usage());
        return ExitCode::from(2);
    };
    match (command.run)(&rest) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            say::line(&format!("xtask {name}: FAILED: {failure}"));
            ExitCode::FAILURE
        }
    }
}
