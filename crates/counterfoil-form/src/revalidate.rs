//! The department's own look at the answers of a submission, by the definition that asked.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;
use serde_json::Value as Json;

use crate::answers::{Answers, Values};
use crate::definition::field::{Field, Kind};
use crate::journey::{Journey, page_faults};
use crate::run::date_values;
use crate::service::Service;

/// Answers read at most.
const ANSWERS_MAX: usize = 2_000;

/// An answer that a department does not accept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldProblemPath {
    /// The page that asks; empty when no page does.
    pub page: String,
    /// The field; empty when the whole page is meant.
    pub field: String,
    /// A [`Failure`](crate::Failure)'s code, or `unknown-field`, `off-path` (the way did not ask
    /// for it), `not-canonical` (valid, but not in the form in which it is stored), `ineligible`
    /// (the way ends at an exit page) or `too-many`.
    pub code: String,
}

impl FieldProblemPath {
    pub(crate) fn new(page: &str, field: &str, code: &str) -> Self {
        Self { page: page.to_owned(), field: field.to_owned(), code: code.to_owned() }
    }
}

/// What is wrong with the canonical `answers` of a submission; nothing when it is valid.
///
/// `today` is the day on which the person declared, not the day of arrival: a submission waits
/// for its network, and its dates must not go out of limits meanwhile.
#[must_use]
pub fn revalidate(
    service: &Service,
    answers: &BTreeMap<String, Json>,
    today: Date,
) -> Vec<FieldProblemPath> {
    if ANSWERS_MAX < answers.len() {
        return vec![FieldProblemPath::new("", "", "too-many")];
    }
    let mut typed = Answers::default();
    for (page, field) in service.fields() {
        let values = answers.get(&field.id).map(|json| retyped(field, json)).unwrap_or_default();
        typed.take(field, &values);
        typed.mark(page);
    }
    for page in &service.definition().pages {
        typed.mark(&page.path);
    }
    let journey = Journey::with_answers(Arc::new(service.clone()), typed);
    match journey.complete(today) {
        Ok(completed) => compare(service, answers, &completed.answers),
        Err(_) => page_faults(&journey, today),
    }
}

/// Everything sent must be exactly what the way asks for, in the form in which it is stored.
fn compare(
    service: &Service,
    sent: &BTreeMap<String, Json>,
    canonical: &BTreeMap<String, Json>,
) -> Vec<FieldProblemPath> {
    let code = |field: &str, json: &Json| match canonical.get(field) {
        Some(expected) if expected == json => None,
        Some(_) => Some("not-canonical"),
        None if service.fields().any(|(_, known)| known.id == field) => Some("off-path"),
        None => Some("unknown-field"),
    };
    let page = |field: &str| {
        let asking = service.fields().find(|(_, known)| known.id == field);
        asking.map_or("", |(page, _)| page)
    };
    sent.iter()
        .filter_map(|(field, json)| {
            code(field, json).map(|code| FieldProblemPath::new(page(field), field, code))
        })
        .collect()
}

/// A stored answer as it would be typed. What has the wrong form is typed as nothing that any
/// rule accepts.
fn retyped(field: &Field, json: &Json) -> Values {
    let list = match (&field.answer, json) {
        (Kind::Date(_), Json::String(text)) => {
            return text.parse::<Date>().map(|date| date_values(&field.id, date)).unwrap_or_else(
                |_| Values::from([(format!("{}-day", field.id), vec![text.clone()])]),
            );
        }
        (Kind::YesNo(_), Json::Bool(yes)) => vec![if *yes { "yes" } else { "no" }.to_owned()],
        (Kind::Checkboxes(_), Json::Array(list)) => {
            list.iter().map(|one| one.as_str().unwrap_or("\u{0}").to_owned()).collect()
        }
        (Kind::Number(_), Json::Number(number)) => vec![number.to_string()],
        (_, Json::String(text)) => vec![text.clone()],
        _ => vec!["\u{0}".to_owned()],
    };
    Values::from([(field.id.clone(), list)])
}
