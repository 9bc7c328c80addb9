//! `counterfoil queue`

use std::fmt::Write as _;

use counterfoil_desk::bridge::{QueueRow, StateWord, SubmissionView};
use counterfoil_form::view::Language;

use crate::args::Place;
use crate::output;
use crate::refusal::Refusal;
use crate::terminal::open;

pub(crate) fn list(place: &Place) -> Result<(), Refusal> {
    let rows = open(place, None, false)?.queue(Language::En)?;
    output::print(&rows, place.json, |rows| {
        if rows.is_empty() {
            return "Nothing has been recorded on this terminal.\n".to_owned();
        }
        rows.iter().map(line).collect()
    })
}

pub(crate) fn show(reference: &str, place: &Place) -> Result<(), Refusal> {
    let view = open(place, None, false)?.submission(reference, Language::En)?;
    output::print(&view, place.json, story)
}

fn line(row: &QueueRow) -> String {
    format!(
        "{}  {}  no. {}  {}  {}\n",
        row.reference,
        row.recorded_at,
        row.sequence,
        state(row),
        row.service
    )
}

fn state(row: &QueueRow) -> String {
    match row.state {
        StateWord::Recorded => "Recorded on this terminal".to_owned(),
        StateWord::Received => format!("Received by {}", row.department),
        StateWord::NeedsAttention => "Needs attention".to_owned(),
    }
}

fn story(view: &SubmissionView) -> String {
    let mut text = line(&view.row);
    if let Some(reference) = &view.department_reference {
        let _ = writeln!(text, "{}'s reference: {reference}", view.row.department);
    }
    for told in &view.story {
        let by = told.staff_number.as_deref().unwrap_or("the terminal");
        let _ = writeln!(text, "{}  {}  by {by}", told.at, told.kind);
    }
    text
}
