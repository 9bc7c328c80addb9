//! Opening the terminal that a command works on.

use std::path::Path;

use counterfoil_desk::StartOptions;
use counterfoil_desk::terminal::Terminal;
use counterfoil_queue::event::Actor;

use crate::args::Place;
use crate::refusal::Refusal;

/// Opens the terminal in `place`. One that does not exist yet is set up for demonstration with
/// `--demo`, or when the command is a `first_trial`, and standard error says so.
pub(crate) fn open(
    place: &Place,
    department_url: Option<String>,
    first_trial: bool,
) -> Result<Terminal, Refusal> {
    let demonstration = is_fresh(&place.data_dir) && (place.demo || first_trial);
    let options = StartOptions {
        data_dir: place.data_dir.clone(),
        demonstration,
        department_url,
        printer: None,
        receipts_dir: None,
    };
    let terminal = Terminal::open(&options)?;
    if demonstration {
        say_demonstration();
    }
    Ok(terminal)
}

/// Whether nothing has been set up in `dir`: it does not exist yet, or there is nothing in it.
pub(crate) fn is_fresh(dir: &Path) -> bool {
    match std::fs::read_dir(dir) {
        Ok(mut entries) => entries.next().is_none(),
        Err(error) => error.kind() == std::io::ErrorKind::NotFound,
    }
}

#[expect(clippy::print_stderr, reason = "this is the program's word to its user")]
pub(crate) fn say_demonstration() {
    eprintln!(
        "note: nothing was set up here, so this is now a demonstration terminal: its people are \
         invented, its key lies beside its database, and it must not be used for real business."
    );
}

/// Whoever runs this command, by the name the operating system knows them by.
pub(crate) fn operator() -> Actor {
    let user = std::env::var("USER").or_else(|_| std::env::var("LOGNAME"));
    let user = user.unwrap_or_else(|_| "unknown".to_owned());
    Actor::Operator { user: user.chars().take(64).collect() }
}
