//! `counterfoil form`: for whoever writes service definitions. Needs no terminal.

mod check;
mod flow;
mod import;
mod layout;
mod run;
mod say;
mod show;
mod source;
mod svg;

use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use counterfoil_queue::time::Clock as _;
use jiff::civil::Date;

use crate::args::Words;
use crate::refusal::Refusal;

/// The most bytes of answers that are read.
const ANSWERS_BYTES_MAX: u64 = 4 << 20;

#[derive(Debug, Subcommand)]
pub(crate) enum Form {
    /// Everything that is wrong with definitions, missing Welsh and pages that nobody can reach
    /// included
    Check {
        /// Definitions; the Welsh is beside each, in NAME.cy.json
        #[arg(required = true)]
        files: Vec<PathBuf>,
        /// Print a JSON array
        #[arg(long)]
        json: bool,
    },
    /// Walk through a form with answers from a file, without a screen
    Run(Run),
    /// A form as a readable outline
    Show {
        /// A definition, or the id of a service that ships
        file: PathBuf,
        /// The language of its words
        #[arg(long, value_enum, default_value_t = Words::En)]
        language: Words,
    },
    /// A picture of a form's pages and the routes between them
    Flow {
        /// A definition, or the id of a service that ships
        file: PathBuf,
        /// The SVG file to write; `-` for standard output
        #[arg(short, long)]
        output: PathBuf,
        /// The language of its words
        #[arg(long, value_enum, default_value_t = Words::En)]
        language: Words,
    },
    /// Turn a form of another builder into a definition, and say what could not be carried over
    Import(Import),
    /// The JSON Schema of definitions, for editors
    Schema,
}

#[derive(Debug, Args)]
pub(crate) struct Run {
    /// A definition, or the id of a service that ships
    pub(crate) file: PathBuf,
    /// A JSON object of answers by field id; `-` reads it from standard input
    #[arg(long)]
    pub(crate) answers: PathBuf,
    /// The day on which it is answered, such as 2026-11-25; today without
    #[arg(long)]
    pub(crate) today: Option<Date>,
    /// Print one JSON object
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Import {
    /// The form: JSON or YAML
    pub(crate) file: PathBuf,
    /// The same form in Welsh
    #[arg(long)]
    pub(crate) welsh: Option<PathBuf>,
    /// Its format: xgov, defra or govuk-forms; told from the file without
    #[arg(long)]
    pub(crate) format: Option<String>,
    /// The definition to write; its Welsh goes beside it, into NAME.cy.json
    #[arg(short, long)]
    pub(crate) output: Option<PathBuf>,
    /// Write over a file that has something in it
    #[arg(long)]
    pub(crate) force: bool,
    /// Print the report as one JSON object
    #[arg(long)]
    pub(crate) json: bool,
}

pub(crate) fn run(form: &Form) -> Result<(), Refusal> {
    match form {
        Form::Check { files, json } => check::run(files, *json),
        Form::Run(command) => run::run(command),
        Form::Show { file, language } => show::run(file, (*language).into()),
        Form::Flow { file, output, language } => flow::run(file, output, (*language).into()),
        Form::Import(command) => import::run(command),
        Form::Schema => print(&counterfoil_form::definition::schema::schema()),
    }
}

/// Today, by this machine's clock.
fn today() -> Date {
    counterfoil_desk::local_date(&counterfoil_desk::SystemClock::new().now())
}

/// Writes text to standard output.
fn print(text: &str) -> Result<(), Refusal> {
    let mut out = std::io::stdout().lock();
    out.write_all(text.as_bytes()).and_then(|()| out.flush()).map_err(|_| unwritable())
}

/// Reads at most `most` bytes of a file, or of standard input for `-`.
fn read(path: &Path, most: u64) -> Result<Vec<u8>, Refusal> {
    let mut bytes = Vec::new();
    let source: Box<dyn std::io::Read> = match path == Path::new("-") {
        true => Box::new(std::io::stdin().lock()),
        false => Box::new(std::fs::File::open(path).map_err(|error| unreadable(path, &error))?),
    };
    let read = source.take(most + 1).read_to_end(&mut bytes);
    read.map_err(|error| unreadable(path, &error))?;
    if most < bytes.len() as u64 {
        let words = format!("{} is longer than {most} bytes.", path.display());
        return Err(Refusal::new("file_too_long", words));
    }
    Ok(bytes)
}

fn unreadable(path: &Path, error: &std::io::Error) -> Refusal {
    Refusal::new("file_unreadable", format!("{} cannot be read: {error}.", path.display()))
}

fn unwritable() -> Refusal {
    Refusal::new("output_failed", "The result could not be written.")
}
