//! What keeps a journey from its end.

use jiff::civil::Date;

use super::Journey;
use super::way::{FieldFault, Stop, judge_fields};
use crate::definition::field::Field;
use crate::messages;
use crate::revalidate::FieldProblemPath;
use crate::run::AnswerProblem;
use crate::view::Language;

/// What keeps `journey` from its end, for the command line. Never empty.
pub(crate) fn way_faults(journey: &Journey, today: Date) -> Vec<AnswerProblem> {
    let blocked = journey.blocked(today);
    let problem = |fault: &FieldFault| {
        let field = blocked.fields.iter().find(|field| field.id == fault.field);
        AnswerProblem {
            page: blocked.page.to_owned(),
            field: fault.field.clone(),
            message: field
                .map(|field| messages::message(field, &fault.wrong, Language::En))
                .unwrap_or_default(),
        }
    };
    if let Some(title) = blocked.exit {
        let (page, message) = (blocked.page.to_owned(), title.to_owned());
        return vec![AnswerProblem { page, field: String::new(), message }];
    }
    blocked.faults.iter().map(problem).collect()
}

/// What keeps `journey` from its end, for a department. Never empty.
pub(crate) fn page_faults(journey: &Journey, today: Date) -> Vec<FieldProblemPath> {
    let blocked = journey.blocked(today);
    if blocked.exit.is_some() {
        return vec![FieldProblemPath::new(blocked.page, "", "ineligible")];
    }
    let faults = blocked.faults.iter();
    faults
        .map(|fault| FieldProblemPath::new(blocked.page, &fault.field, fault.wrong.failure.code()))
        .collect()
}

/// The page that keeps a journey from its end.
struct Blocked<'a> {
    page: &'a str,
    fields: &'a [Field],
    faults: Vec<FieldFault>,
    exit: Option<&'a str>,
}

impl Journey {
    fn blocked(&self, today: Date) -> Blocked<'_> {
        let way = self.way(today);
        let faults = |fields| judge_fields(fields, &self.answers, today, &mut way.values.clone());
        let declaration = &self.service.definition().declaration;
        match way.stop {
            Stop::Page(page) => Blocked {
                page: &page.path,
                fields: &page.fields,
                faults: faults(&page.fields),
                exit: None,
            },
            Stop::Exit(exit) => Blocked {
                page: &exit.path,
                fields: &[],
                faults: Vec::new(),
                exit: Some(exit.title.get(Language::En)),
            },
            Stop::Check => Blocked {
                page: &declaration.path,
                fields: &declaration.fields,
                faults: faults(&declaration.fields),
                exit: None,
            },
        }
    }
}
