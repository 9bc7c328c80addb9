//! `counterfoil`: the terminal's use cases from a shell, for operators, form designers and
//! departments. Start reading at [`args`].

mod args;
mod capture;
mod department;
mod form;
mod output;
mod queue;
mod receipt;
mod refusal;
mod setup;
mod sync;
mod terminal;

use std::io::IsTerminal as _;
use std::process::ExitCode;

use args::{Cli, Command, Department, Queue, Receipt};
use clap::Parser as _;
use refusal::Refusal;

fn main() -> ExitCode {
    let cli = Cli::parse();
    start_log();
    counterfoil_desk::memory::leave_no_core_file();
    match run(&cli.command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(refusal) => {
            refusal.write();
            ExitCode::FAILURE
        }
    }
}

fn run(command: &Command) -> Result<(), Refusal> {
    match command {
        Command::Setup(command) => setup::run(command),
        Command::Enrol(command) => sync::enrol(command),
        Command::Capture(command) => capture::run(command),
        Command::Queue(Queue::List { place }) => queue::list(place),
        Command::Queue(Queue::Show { reference, place }) => queue::show(reference, place),
        Command::Sync(command) => sync::run(command),
        Command::Receipt(Receipt::Render { reference, place, format, output }) => {
            receipt::render(reference, place, *format, output)
        }
        Command::Form(command) => form::run(command),
        Command::Department(Department::Serve { listen, data_dir, demo }) => {
            department::serve(*listen, data_dir, *demo)
        }
        Command::Department(Department::List { data_dir, json }) => {
            department::list(data_dir, *json)
        }
        Command::Department(Department::Code { data_dir, json }) => {
            department::code(data_dir, *json)
        }
    }
}

/// The log goes to standard error: errors only, because refusals are said in words, unless
/// `RUST_LOG` asks for more. It never holds an answer.
fn start_log() {
    let filter = tracing_subscriber::EnvFilter::try_from_default_env()
        .unwrap_or_else(|_| tracing_subscriber::EnvFilter::new("error"));
    tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_ansi(std::io::stderr().is_terminal())
        .with_writer(std::io::stderr)
        .init();
}
