//! `cargo xtask run`: a terminal in demonstration mode beside a department, both on this machine.

use crate::commands::{build, demo};
use crate::failure::Failure;
use crate::running::Running;
use crate::steps::step;
use crate::{say, setup, tree};

const DEPARTMENT: &str = "127.0.0.1:8750";

/// Sets up, builds, starts the department, opens the window and waits until it is closed.
pub(crate) fn run() -> Result<(), Failure> {
    setup::all()?;
    build::screens()?;
    build::programs()?;
    if !has_display() {
        say::line("There is no display, so no window can be opened: playing the demonstration.");
        return demo::play();
    }
    let _department = start_department()?;
    say::line("The sign-in screen shows whom to sign in as. Close the window to stop.");
    open_terminal()
}

fn has_display() -> bool {
    let is_set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    is_set("DISPLAY") || is_set("WAYLAND_DISPLAY")
}

fn start_department() -> Result<Running, Failure> {
    let data = tree::target().join("run/department");
    let serve = program("counterfoil")
        .and("department")
        .and("serve")
        .and("--demo")
        .and("--listen")
        .and(DEPARTMENT)
        .and("--data-dir")
        .and(&data);
    let department = Running::start("department", serve)?;
    say::line(&format!("department: http://{DEPARTMENT}, data in {}", data.display()));
    Ok(department)
}

fn open_terminal() -> Result<(), Failure> {
    let data = tree::target().join("run/terminal");
    say::line(&format!("terminal: data in {}", data.display()));
    program("counterfoil-terminal")
        .and("--demo")
        .and("--department")
        .and(format!("http://{DEPARTMENT}"))
        .and("--receipts-dir")
        .and(tree::target().join("run/receipts"))
        .and("--data-dir")
        .and(data)
        .run()
}

fn program(name: &str) -> crate::steps::Step {
    step(&tree::target().join("debug").join(name).to_string_lossy())
}
