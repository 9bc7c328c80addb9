//! The table of commands.

use crate::failure::Failure;
use crate::{commands, setup, tidy};

/// One command of `cargo xtask`.
pub(crate) struct Command {
    name: &'static str,
    what: &'static str,
    /// Runs it with the arguments that follow its name.
    pub(crate) run: fn(&[String]) -> Result<(), Failure>,
}

const COMMANDS: &[Command] = &[
    Command {
        name: "setup",
        what: "install what building and testing need (Debian packages, npm packages, tools)",
        run: |_| setup::all(),
    },
    Command {
        name: "run",
        what: "open a terminal in demonstration mode beside a department on loopback",
        run: |_| commands::run::run(),
    },
    Command {
        name: "test",
        what: "run everything that CI checks, stopping at the first failure",
        run: |_| commands::test::run(),
    },
    Command {
        name: "demo",
        what: "play the main job in a real window without a person; see target/demo/",
        run: |_| commands::demo::run(),
    },
    Command {
        name: "tidy",
        what: "check the rules of the house that no compiler knows",
        run: |_| tidy::run(),
    },
    Command {
        name: "ts",
        what: "write the TypeScript twins of the bridge types",
        run: |_| commands::ts::run(),
    },
    Command {
        name: "schema",
        what: "write the JSON Schema of service definitions",
        run: |_| commands::schema::run(),
    },
    Command {
        name: "fuzz",
        what: "fuzz the importers, definitions and answers, for 60 s each or as many as are given",
        run: commands::fuzz::run,
    },
    Command {
        name: "govuk",
        what: "precompile GOV.UK's macros and write their parameter types",
        run: |_| commands::govuk::run(),
    },
    Command {
        name: "bench",
        what: "measure durable capture and the rest of the README's numbers",
        run: commands::bench::run,
    },
];

/// The command called `name`.
pub(crate) fn find(name: &str) -> Option<&'static Command> {
    COMMANDS.iter().find(|command| command.name == name)
}

/// What to type.
pub(crate) fn usage() -> String {
    let lines = COMMANDS.iter().map(|command| format!("  {:<7} {}", command.name, command.what));
    let lines: Vec<String> = lines.collect();
    format!("usage: cargo xtask COMMAND\n{}", lines.join("\n"))
}
