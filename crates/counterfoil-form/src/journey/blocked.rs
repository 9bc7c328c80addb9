//! What keeps a journey from its end.

use jiff::civil::Date;

use super::Journey;
use super::condition::Values;
use super::judging::{FieldFault, judge_fields};
use super::place::Place;
use super::way::{Stop, Way};
use crate::messages;
use crate::revalidate::FieldProblemPath;
use crate::run::AnswerProblem;
use crate::view::Language;

/// What keeps `journey` from its end, for the command line. Never empty.
pub(crate) fn way_faults(journey: &Journey, today: Date) -> Vec<AnswerProblem> {
    let way = journey.way(today);
    let (page, faults) = blocked(journey, &way);
    if let Stop::Exit(exit) = way.stop {
        let message = exit.title.owned(Language::En);
        return vec![AnswerProblem { page, field: String::new(), message }];
    }
    if faults.is_empty() {
        let message = match too_many(journey, &way) {
            Some(max) => format!("at most {max} can be given"),
            None => "nothing is answered on this page".to_owned(),
        };
        return vec![AnswerProblem { page, field: String::new(), message }];
    }
    let problem = |fault: &FieldFault<'_>| AnswerProblem {
        page: page.clone(),
        field: fault.field.id.clone(),
        message: messages::message(fault.field, &fault.wrong, Language::En),
    };
    faults.iter().map(problem).collect()
}

/// What keeps `journey` from its end, for a department. Never empty.
pub(crate) fn page_faults(journey: &Journey, today: Date) -> Vec<FieldProblemPath> {
    let way = journey.way(today);
    let (page, faults) = blocked(journey, &way);
    if matches!(way.stop, Stop::Exit(_)) {
        return vec![FieldProblemPath::new(&page, "", "ineligible")];
    }
    if faults.is_empty() {
        let code = if too_many(journey, &way).is_some() { "too-many" } else { "missing" };
        return vec![FieldProblemPath::new(&page, "", code)];
    }
    let problem = |fault: &FieldFault<'_>| {
        FieldProblemPath::new(&page, &fault.field.id, fault.wrong.failure.code())
    };
    faults.iter().map(problem).collect()
}

/// The most things that may be given, when more are and that is what keeps a journey from its end.
fn too_many(journey: &Journey, way: &Way<'_>) -> Option<u16> {
    match way.stop {
        Stop::Asks(Place::List(group)) => {
            let count = journey.answers().items(&group.path).len();
            (usize::from(group.max) < count).then_some(group.max)
        }
        _ => None,
    }
}

/// The page that keeps a journey from its end, and what is wrong there.
fn blocked<'a>(journey: &'a Journey, way: &Way<'a>) -> (String, Vec<FieldFault<'a>>) {
    match way.stop {
        Stop::Asks(place) => (place.path().into_owned(), way.faults(place, journey.answers()).0),
        Stop::Exit(exit) => (exit.path.clone(), Vec::new()),
        Stop::Check => {
            let declaration = &journey.service.definition().declaration;
            let mut values = Values::new();
            let faults =
                judge_fields(&declaration.fields, journey.answers(), &way.judge, &mut values, &[]);
            (declaration.path.clone(), faults)
        }
    }
}
