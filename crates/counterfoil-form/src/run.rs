//! A journey without a screen, for the command line and for tests.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;
use serde::Serialize;
use serde_json::{Map, Value as Json};

use crate::answers::{Answers, Values};
use crate::definition::field::Field;
use crate::definition::group::Group;
use crate::journey::Journey;
use crate::journey::complete::Completed;
use crate::journey::list;
use crate::journey::way::Stop;
use crate::journey::way_faults;
use crate::service::{Service, page_fields};
use crate::typed::from_file;

/// Names of answers that may be given at most.
const ANSWERS_MAX: usize = 2_000;

/// An answer that was not accepted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AnswerProblem {
    /// The page that asks, `group/2/page` within a group; empty when no page does.
    pub page: String,
    /// The field; empty when the whole page is meant.
    pub field: String,
    /// What is wrong, in English.
    pub message: String,
}

/// How a journey without a screen ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// Everything is answered and declared.
    Complete,
    /// It ended at an exit page: this service is not for this case.
    Ineligible,
    /// A page does not accept its answers, or has none.
    Invalid,
}

/// A journey without a screen.
#[derive(Debug, Clone, PartialEq)]
pub struct Run {
    /// The paths of the pages visited, in order: where it stopped, or check answers and the
    /// declaration, come last.
    pub path: Vec<String>,
    /// How it ended.
    pub outcome: Outcome,
    /// The answers that would be submitted; empty unless it is complete.
    pub answers: BTreeMap<String, Json>,
    /// What is wrong on the page where it stopped, or with the answers as a whole.
    pub errors: Vec<AnswerProblem>,
}

/// Walks `service` with the answers of a JSON object from field ids to answers and declares.
///
/// An answer is a string as it would be typed, a list of strings for ticks, an object of parts
/// for names, addresses and accounts, a list of objects for a group. A date is
/// `{"day": 3, "month": 4, "year": 2026}`, numbers or strings, or ISO 8601, or, so that examples do
/// not go out of date, `{"days_ago": 3}`, counted from `today`. Numbers and booleans (for yes and
/// no) are taken as well. Answers that the way does not ask for are left out; warnings are
/// passed by.
///
/// # Errors
/// The problems of the first page that does not accept its answers; an exit page that was
/// reached; fields that do not exist; answers of the wrong JSON form.
pub fn run(
    service: &Service,
    answers: &Json,
    today: Date,
) -> Result<Completed, Vec<AnswerProblem>> {
    let journey = journey(service, answers, today)?;
    journey.complete(today).ok_or_else(|| way_faults(&journey, today))
}

/// The same, saying where it went whether or not it came to its end.
#[must_use]
pub fn walk(service: &Service, answers: &Json, today: Date) -> Run {
    let journey = match journey(service, answers, today) {
        Ok(journey) => journey,
        Err(errors) => {
            let answers = BTreeMap::new();
            return Run { path: Vec::new(), outcome: Outcome::Invalid, answers, errors };
        }
    };
    let way = journey.way(today);
    let mut path: Vec<String> = way.places.iter().map(|place| place.path().into_owned()).collect();
    let definition = service.definition();
    match way.stop {
        Stop::Asks(place) => path.push(place.path().into_owned()),
        Stop::Exit(exit) => path.push(exit.path.clone()),
        Stop::Check => {
            path.extend([definition.check.path.clone(), definition.declaration.path.clone()]);
        }
    }
    match journey.complete(today) {
        Some(Completed { answers, .. }) => {
            Run { path, outcome: Outcome::Complete, answers, errors: Vec::new() }
        }
        None => {
            let ends = matches!(way.stop, Stop::Exit(_));
            let outcome = if ends { Outcome::Ineligible } else { Outcome::Invalid };
            let errors = if ends { Vec::new() } else { way_faults(&journey, today) };
            Run { path, outcome, answers: BTreeMap::new(), errors }
        }
    }
}

fn journey(service: &Service, answers: &Json, today: Date) -> Result<Journey, Vec<AnswerProblem>> {
    let all = typed(service, answers, today)?;
    Ok(Journey::with_answers(Arc::new(service.clone()), all))
}

/// Marks every page as answered and every list as done, as where answers come all at once.
pub(crate) fn close_groups(service: &Service, all: &mut Answers) {
    let definition = service.definition();
    definition.pages.iter().for_each(|page| all.mark(&page.path));
    definition.groups.iter().for_each(|group| list::close(all, group));
}

fn typed(service: &Service, answers: &Json, today: Date) -> Result<Answers, Vec<AnswerProblem>> {
    let Some(given) = answers.as_object().filter(|given| given.len() <= ANSWERS_MAX) else {
        return Err(vec![problem("", "", "the answers must be one JSON object of field ids")]);
    };
    let mut problems = Vec::new();
    let mut all = Answers::default();
    let fields: Vec<(&str, &Field)> = service.top_fields().collect();
    let groups = &service.definition().groups;
    put(&mut all, &fields, given, "", today, &mut problems);
    for group in groups {
        if let Some(json) = given.get(&group.path) {
            put_group(&mut all, group, json, today, &mut problems);
        }
    }
    for name in given.keys() {
        let known = fields.iter().any(|(_, field)| field.id == *name)
            || groups.iter().any(|group| group.path == *name);
        if !known {
            problems.push(problem("", name, "this service has no such field"));
        }
    }
    close_groups(service, &mut all);
    if problems.is_empty() { Ok(all) } else { Err(problems) }
}

/// Puts the answers to `fields` in and marks their pages as answered.
fn put(
    all: &mut Answers,
    fields: &[(&str, &Field)],
    given: &Map<String, Json>,
    at: &str,
    today: Date,
    problems: &mut Vec<AnswerProblem>,
) {
    for (page, field) in fields {
        all.mark(page);
        all.heed(page, true);
        let typed = given.get(&field.id).map(|answer| from_file(field, answer, today));
        match typed {
            Some(None) => {
                let message = "the answer has the wrong JSON form";
                problems.push(problem(&format!("{at}{page}"), &field.id, message));
            }
            Some(Some(values)) => {
                all.take(field, &values);
            }
            None => {
                all.take(field, &Values::new());
            }
        }
    }
}

fn put_group(
    all: &mut Answers,
    group: &Group,
    json: &Json,
    today: Date,
    problems: &mut Vec<AnswerProblem>,
) {
    let Some(things) = json.as_array() else {
        problems.push(problem(&group.path, "", "the answer must be a list of objects"));
        return;
    };
    if usize::from(group.max) < things.len() {
        let message = format!("at most {} can be given", group.max);
        problems.push(problem(&group.path, "", &message));
        return;
    }
    let fields: Vec<(&str, &Field)> = page_fields(&group.pages).collect();
    for (number, thing) in things.iter().enumerate() {
        let at = format!("{}/{}/", group.path, number + 1);
        let Some(thing) = thing.as_object() else {
            problems.push(problem(&at, "", "the answer must be an object of field ids"));
            continue;
        };
        for name in thing.keys().filter(|name| !fields.iter().any(|(_, one)| one.id == **name)) {
            problems.push(problem(&at, name, "this group has no such field"));
        }
        if let Some(item) = all.item_mut(&group.path, number) {
            group.pages.iter().for_each(|page| item.mark(&page.path));
            put(item, &fields, thing, &at, today, problems);
        }
    }
}

fn problem(page: &str, field: &str, message: &str) -> AnswerProblem {
    AnswerProblem { page: page.to_owned(), field: field.to_owned(), message: message.to_owned() }
}
