//! `counterfoil form run`

use std::collections::BTreeMap;

use counterfoil_form::{Outcome, walk};
use serde::Serialize;
use serde_json::Value;

use crate::form::{ANSWERS_BYTES_MAX, Run, read, source, today};
use crate::output;
use crate::refusal::Refusal;

/// A journey without a screen, for programs.
#[derive(Debug, Serialize)]
struct Walked {
    /// The paths of the pages visited, in order.
    path: Vec<String>,
    /// The answers that would be submitted.
    answers: BTreeMap<String, Value>,
    /// What is wrong, by field; under the empty name what no field has.
    errors: BTreeMap<String, String>,
    outcome: Outcome,
}

pub(super) fn run(command: &Run) -> Result<(), Refusal> {
    let service = source::service(&command.file)?;
    let answers = read(&command.answers, ANSWERS_BYTES_MAX)?;
    let answers: Value = serde_json::from_slice(&answers).map_err(|error| {
        let (line, column) = (error.line(), error.column());
        let words = format!("The answers are not JSON: line {line}, column {column}.");
        Refusal::new("answers_unreadable", words)
    })?;
    let run = walk(&service, &answers, command.today.unwrap_or_else(today));
    let mut errors: BTreeMap<String, String> = BTreeMap::new();
    for error in run.errors {
        errors.entry(error.field).or_insert(error.message);
    }
    let walked = Walked { path: run.path, answers: run.answers, errors, outcome: run.outcome };
    output::print(&walked, command.json, lines)?;
    match walked.outcome {
        Outcome::Complete | Outcome::Ineligible => Ok(()),
        Outcome::Invalid => Err(Refusal {
            code: "answers_refused",
            words: walked.errors.iter().map(|(field, said)| format!("{field}: {said}")).collect(),
        }),
    }
}

fn lines(walked: &Walked) -> String {
    let mut text: String = walked.path.iter().map(|page| format!("{page}\n")).collect();
    text.push_str(match walked.outcome {
        Outcome::Complete => "Everything is answered. These answers would be recorded:\n",
        Outcome::Ineligible => "The service ends here: it is not for this case.\n",
        Outcome::Invalid => "The form goes no further.\n",
    });
    for (field, answer) in &walked.answers {
        text.push_str(&format!("  {field}: {answer}\n"));
    }
    text
}
