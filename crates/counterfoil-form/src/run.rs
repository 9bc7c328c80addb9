//! A journey without a screen, for the command line and for tests.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::ToSpan;
use jiff::civil::Date;
use serde_json::Value as Json;

use crate::answers::{Answers, Values, part_name};
use crate::definition::field::{Field, Kind};
use crate::journey::Journey;
use crate::journey::complete::Completed;
use crate::journey::way_faults;
use crate::service::Service;

/// Names of answers that may be given at most.
const ANSWERS_MAX: usize = 2_000;

/// An answer that was not accepted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnswerProblem {
    /// The page that asks; empty when no page does.
    pub page: String,
    /// The field; empty when the whole page is meant.
    pub field: String,
    /// What is wrong, in English.
    pub message: String,
}

/// Walks `service` with the answers of a JSON object from field ids to answers and declares.
///
/// An answer is a string as it would be typed, a list of strings for ticks, or for dates
/// `{"day": 3, "month": 4, "year": 2026}`, numbers or strings. So that examples do not go out of
/// date, a date may also be `{"days_ago": 3}`, counted from `today`. Numbers and booleans (for
/// yes and no) are taken as well. Answers that the way does not ask for are left out.
///
/// # Errors
/// The problems of the first page that does not accept its answers; an exit page that was
/// reached; fields that do not exist; answers of the wrong JSON form.
pub fn run(
    service: &Service,
    answers: &Json,
    today: Date,
) -> Result<Completed, Vec<AnswerProblem>> {
    let values = typed(service, answers, today)?;
    let mut all = Answers::default();
    for (page, field) in service.fields() {
        all.mark(page);
        all.take(field, &values);
    }
    for page in &service.definition().pages {
        all.mark(&page.path);
    }
    let journey = Journey::with_answers(Arc::new(service.clone()), all);
    journey.complete(today).map_err(|_| way_faults(&journey, today))
}

fn typed(service: &Service, answers: &Json, today: Date) -> Result<Values, Vec<AnswerProblem>> {
    let Some(given) = answers.as_object().filter(|given| given.len() <= ANSWERS_MAX) else {
        return Err(vec![problem("", "", "the answers must be one JSON object of field ids")]);
    };
    let fields: BTreeMap<&str, (&str, &Field)> =
        service.fields().map(|(page, field)| (field.id.as_str(), (page, field))).collect();
    let mut values = Values::new();
    let mut problems = Vec::new();
    for (id, answer) in given {
        let Some((page, field)) = fields.get(id.as_str()) else {
            problems.push(problem("", id, "this service has no such field"));
            continue;
        };
        match typed_one(field, answer, today) {
            Some(typed) => values.extend(typed),
            None => problems.push(problem(page, id, "the answer has the wrong JSON form")),
        }
    }
    if problems.is_empty() { Ok(values) } else { Err(problems) }
}

fn problem(page: &str, field: &str, message: &str) -> AnswerProblem {
    AnswerProblem { page: page.to_owned(), field: field.to_owned(), message: message.to_owned() }
}

fn typed_one(field: &Field, answer: &Json, today: Date) -> Option<Values> {
    if matches!(field.answer, Kind::Date(_)) {
        return date(field, answer, today);
    }
    let list = match answer {
        Json::Array(list) => list.iter().map(text).collect::<Option<Vec<_>>>()?,
        one => vec![text(one)?],
    };
    Some(Values::from([(field.id.clone(), list)]))
}

fn text(json: &Json) -> Option<String> {
    match json {
        Json::String(text) => Some(text.clone()),
        Json::Number(number) => Some(number.to_string()),
        Json::Bool(true) => Some("yes".to_owned()),
        Json::Bool(false) => Some("no".to_owned()),
        Json::Null | Json::Array(_) | Json::Object(_) => None,
    }
}

fn date(field: &Field, answer: &Json, today: Date) -> Option<Values> {
    let given = answer.as_object()?;
    if let Some(days) = given.get("days_ago").and_then(Json::as_i64).filter(|_| given.len() == 1) {
        // Ten thousand years of days is past every date there is.
        let date = today.saturating_sub(days.clamp(0, 3_652_500).days());
        return Some(date_values(&field.id, date));
    }
    let known = |name: &String| matches!(name.as_str(), "day" | "month" | "year");
    if !given.keys().all(known) {
        return None;
    }
    let mut values = Values::new();
    for (part, json) in given {
        values.insert(part_name(&field.id, part), vec![text(json)?]);
    }
    Some(values)
}

/// A date as it would be typed.
pub(crate) fn date_values(id: &str, date: Date) -> Values {
    let parts = [
        ("day", date.day().to_string()),
        ("month", date.month().to_string()),
        ("year", format!("{:04}", date.year())),
    ];
    parts.into_iter().map(|(part, typed)| (part_name(id, part), vec![typed])).collect()
}
