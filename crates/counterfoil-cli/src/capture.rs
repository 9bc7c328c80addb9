//! `counterfoil capture`

use std::io::{BufRead as _, Read as _};
use std::path::Path;

use counterfoil_desk::bridge::StateWord;
use counterfoil_desk::capture::Captured;
use counterfoil_desk::terminal::Terminal;
use serde_json::Value;

use crate::args::Capture;
use crate::output;
use crate::refusal::Refusal;
use crate::terminal::{open, operator};

/// The largest set of answers read, in bytes.
const ANSWERS_BYTES_MAX: u64 = 4 << 20;

pub(crate) fn run(command: &Capture) -> Result<(), Refusal> {
    // A first trial: nobody has set anything up yet, so say what is being done and do it.
    let terminal = open(&command.place, None, true)?;
    if command.answers == Path::new("-") {
        return each_line(&terminal, command);
    }
    let answers = read(&command.answers)?;
    record(&terminal, command, &answers)
}

/// One object a line: each is recorded and printed before the next is read.
fn each_line(terminal: &Terminal, command: &Capture) -> Result<(), Refusal> {
    let mut input = std::io::stdin().lock();
    loop {
        let mut line = String::new();
        let read = std::io::Read::by_ref(&mut input).take(ANSWERS_BYTES_MAX).read_line(&mut line);
        match read {
            Ok(0) => return Ok(()),
            Ok(_) if line.trim().is_empty() => {}
            Ok(_) => record(terminal, command, &parse(&line)?)?,
            Err(_) => return Err(unreadable()),
        }
    }
}

fn record(terminal: &Terminal, command: &Capture, answers: &Value) -> Result<(), Refusal> {
    let captured =
        terminal.capture(&command.service, answers, command.language.into(), operator())?;
    output::print(&captured, command.place.json, lines)
}

fn lines(captured: &Captured) -> String {
    debug_assert_eq!(captured.state, StateWord::Recorded, "nothing else has happened yet");
    format!(
        "Recorded on this terminal\nid: {}\nreference: {}\nsequence: {}\n",
        captured.id, captured.reference, captured.sequence
    )
}

fn read(path: &Path) -> Result<Value, Refusal> {
    let file = std::fs::File::open(path).map_err(|_| unreadable())?;
    let mut text = String::new();
    file.take(ANSWERS_BYTES_MAX).read_to_string(&mut text).map_err(|_| unreadable())?;
    parse(&text)
}

fn parse(text: &str) -> Result<Value, Refusal> {
    serde_json::from_str(text).map_err(|error| {
        Refusal::new(
            "answers_unreadable",
            format!("The answers are not JSON: line {}, column {}.", error.line(), error.column()),
        )
    })
}

fn unreadable() -> Refusal {
    Refusal::new("answers_unreadable", "The file of answers could not be read.")
}
