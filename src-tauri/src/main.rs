//! The terminal's window. Holds no logic, SQL or wording: each command is one call of
//! `counterfoil_desk`. Start reading at [`shell::run`].

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod arguments;
mod commands;
mod handler;
#[cfg(test)]
mod ipc_tests;
mod origin;
mod shell;
#[cfg(target_os = "linux")]
mod web_view;
mod window;

use std::process::ExitCode;

use clap::Parser;
use tracing_subscriber::EnvFilter;

fn main() -> ExitCode {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info"));
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).init();
    counterfoil_desk::memory::leave_no_core_file();
    match shell::run(arguments::Arguments::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            tracing::error!(%error, "the window could not be opened");
            ExitCode::FAILURE
        }
    }
}
