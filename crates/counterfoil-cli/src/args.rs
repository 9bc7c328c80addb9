//! What can be typed after `counterfoil`.

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use counterfoil_form::view::Language;

/// Captures, delivers and proves transactions of government services for people who are not
/// online.
///
/// Exit status: 0 done; 1 refused, with a problem code and plain words on standard error; 2 the
/// command was not understood.
#[derive(Debug, Parser)]
#[command(name = "counterfoil", version, max_term_width = 100)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Set up a terminal in a directory that does not exist yet
    Setup(Setup),
    /// Exchange keys with the department, once, before the first delivery
    Enrol(Enrol),
    /// Record a submission on this terminal from a file of answers
    Capture(Capture),
    /// What is recorded on this terminal and where it stands
    #[command(subcommand)]
    Queue(Queue),
    /// Try once to deliver everything that waits, then exit
    Sync(Sync),
    /// The receipt of a submission
    #[command(subcommand)]
    Receipt(Receipt),
    /// The reference departmental service
    #[command(subcommand)]
    Department(Department),
    /// Write, check and try service definitions
    #[command(subcommand)]
    Form(crate::form::Form),
}

/// Where the terminal keeps its data, and how results are written.
#[derive(Debug, Args)]
pub(crate) struct Place {
    /// The terminal's data directory
    #[arg(long)]
    pub(crate) data_dir: PathBuf,
    /// Set up a demonstration terminal when the directory does not exist yet
    #[arg(long)]
    pub(crate) demo: bool,
    /// Print one JSON object or array
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Setup {
    #[command(flatten)]
    pub(crate) place: Place,
    /// The outlet's name, as printed on receipts
    #[arg(long, required_unless_present = "demo")]
    pub(crate) outlet: Option<String>,
    /// The organisation that operates the terminal
    #[arg(long, required_unless_present = "demo")]
    pub(crate) organisation: Option<String>,
    /// The terminal's number in its organisation, 0 to 262143, part of every reference
    #[arg(long, required_unless_present = "demo")]
    pub(crate) number: Option<u32>,
    /// The first member of staff: their number
    #[arg(long, required_unless_present = "demo")]
    pub(crate) staff_number: Option<String>,
    /// The first member of staff: their name
    #[arg(long, required_unless_present = "demo")]
    pub(crate) staff_name: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Enrol {
    #[command(flatten)]
    pub(crate) place: Place,
    /// The department's address
    #[arg(long)]
    pub(crate) department: Option<String>,
    /// The one-time code that the department gave out for this terminal
    #[arg(long)]
    pub(crate) code: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Capture {
    #[command(flatten)]
    pub(crate) place: Place,
    /// The service, such as `dvla/vehicle-keeper-change`
    #[arg(long)]
    pub(crate) service: String,
    /// A JSON object of answers; `-` reads one object a line from standard input and prints each
    /// result as soon as it is recorded
    #[arg(long)]
    pub(crate) answers: PathBuf,
    /// The language of the receipt
    #[arg(long, value_enum, default_value_t = Words::En)]
    pub(crate) language: Words,
}

/// A language on the command line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Words {
    /// English
    En,
    /// Welsh
    Cy,
}

impl From<Words> for Language {
    fn from(words: Words) -> Self {
        match words {
            Words::En => Self::En,
            Words::Cy => Self::Cy,
        }
    }
}

#[derive(Debug, Subcommand)]
pub(crate) enum Queue {
    /// Every submission, newest first
    List {
        #[command(flatten)]
        place: Place,
    },
    /// One submission with what happened to it
    Show {
        /// Its reference or id
        reference: String,
        #[command(flatten)]
        place: Place,
    },
}

#[derive(Debug, Args)]
pub(crate) struct Sync {
    #[command(flatten)]
    pub(crate) place: Place,
    /// The department's address; remembered for the next time
    #[arg(long)]
    pub(crate) department: Option<String>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Receipt {
    /// Write a submission's receipt to a file; every one after the first says COPY
    Render {
        /// The submission's reference or id
        reference: String,
        #[command(flatten)]
        place: Place,
        /// How it is written
        #[arg(long, value_enum, default_value_t = Format::Pdf)]
        format: Format,
        /// The file to write; one with something in it is left alone
        #[arg(short, long)]
        output: PathBuf,
    },
}

/// How a receipt is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// An A4 document
    Pdf,
    /// Plain text, UTF-8
    Text,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Department {
    /// Run the department until it is told to stop
    Serve {
        /// Where to listen, such as `127.0.0.1:8750`
        #[arg(long)]
        listen: SocketAddr,
        /// The department's data directory
        #[arg(long)]
        data_dir: PathBuf,
        /// Set up a demonstration department when the directory does not exist yet
        #[arg(long)]
        demo: bool,
    },
    /// What has arrived
    List {
        /// The department's data directory
        #[arg(long)]
        data_dir: PathBuf,
        /// Print a JSON array
        #[arg(long)]
        json: bool,
    },
    /// Make a one-time code with which one terminal may enrol
    Code {
        /// The department's data directory
        #[arg(long)]
        data_dir: PathBuf,
        /// Print a JSON object
        #[arg(long)]
        json: bool,
    },
}
