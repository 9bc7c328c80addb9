//! The command line.

use std::path::PathBuf;

use clap::Parser;
use counterfoil_desk::StartOptions;

/// Counterfoil: the counter terminal.
#[derive(Debug, Clone, Parser)]
#[command(name = "counterfoil-terminal", version)]
pub(crate) struct Arguments {
    /// Where this terminal keeps its encrypted queue.
    #[arg(long, value_name = "DIR")]
    pub(crate) data_dir: PathBuf,
    /// Set up a demonstration terminal (outlet, staff and keys) if the directory holds none.
    #[arg(long)]
    pub(crate) demo: bool,
    /// The department to deliver to, such as http://127.0.0.1:8750.
    #[arg(long, value_name = "URL")]
    pub(crate) department: Option<String>,
    /// The receipt printer, such as ipp://127.0.0.1:8631/ipp/print.
    #[arg(long, value_name = "URI")]
    pub(crate) printer: Option<String>,
    /// Where receipts are saved as PDF when there is no printer.
    #[arg(long, value_name = "DIR")]
    pub(crate) receipts_dir: Option<PathBuf>,
}

impl From<Arguments> for StartOptions {
    fn from(given: Arguments) -> Self {
        Self {
            data_dir: given.data_dir,
            demonstration: given.demo,
            department_url: given.department,
            printer: given.printer,
            receipts_dir: given.receipts_dir,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_terminal_is_a_demonstration_only_when_it_is_told_so() {
        let plain = Arguments::try_parse_from(["counterfoil-terminal", "--data-dir", "d"]);
        let told = Arguments::try_parse_from(["counterfoil-terminal", "--data-dir", "d", "--demo"]);

        assert!(!plain.expect("it is complete").demo);
        assert!(told.expect("it is complete").demo);
    }

    #[test]
    fn a_terminal_needs_to_be_told_where_its_data_is() {
        assert!(Arguments::try_parse_from(["counterfoil-terminal", "--demo"]).is_err());
    }
}
