//! The pages that the valid answers lead through, and where they stop.

use jiff::civil::Date;

use crate::answers::Answers;
use crate::definition::field::Field;
use crate::definition::page::{Exit, Page};
use crate::kind::{Wrong, judge, judge_across};
use crate::service::Service;
use crate::value::ValuesByField;

/// A field whose answer is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FieldFault {
    /// The field.
    pub(crate) field: String,
    /// What is wrong.
    pub(crate) wrong: Wrong,
}

/// Where a way stops.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Stop<'a> {
    /// At a page not yet, or not validly, answered.
    Page(&'a Page),
    /// At a page that ends the journey without a submission.
    Exit(&'a Exit),
    /// At check answers: everything asked is validly answered.
    Check,
}

/// A way through a service.
#[derive(Debug, Clone)]
pub(crate) struct Way<'a> {
    /// The pages validly answered, in order.
    pub(crate) pages: Vec<&'a Page>,
    /// The answers on them.
    pub(crate) values: ValuesByField,
    /// Where it stops.
    pub(crate) stop: Stop<'a>,
    /// The path of the stop.
    end: &'a str,
}

impl<'a> Way<'a> {
    /// Walks as far as the answers are valid. Ends because the routes of a loaded service have
    /// no loops.
    pub(crate) fn walk(service: &'a Service, answers: &Answers, today: Date) -> Self {
        let definition = service.definition();
        let mut pages = Vec::new();
        let mut values = ValuesByField::new();
        let mut path = definition.pages.first().map_or("", |page| page.path.as_str());
        while let Some(page) = service.page(path) {
            let mut with_page = values.clone();
            let faults = judge_fields(&page.fields, answers, today, &mut with_page);
            let known = pages.len() < definition.pages.len();
            if !answers.is_answered(path) || !faults.is_empty() || !known {
                return Self { pages, values, stop: Stop::Page(page), end: &page.path };
            }
            values = with_page;
            pages.push(page);
            path = next(page, &values, today);
        }
        let stop = definition.exits.iter().find(|exit| exit.path == path);
        Self { pages, values, stop: stop.map_or(Stop::Check, Stop::Exit), end: path }
    }

    /// The page at `path` may be shown.
    pub(crate) fn leads_to(&self, path: &str) -> bool {
        self.end == path || self.pages.iter().any(|page| page.path == path)
    }

    /// The path after `path`; `None` when the way does not get past it.
    pub(crate) fn after(&self, path: &str) -> Option<&'a str> {
        let place = self.pages.iter().position(|page| page.path == path)?;
        Some(self.pages.get(place + 1).map_or(self.end, |page| page.path.as_str()))
    }

    /// The path before `path`.
    pub(crate) fn before(&self, path: &str) -> Option<&'a str> {
        let place = self.pages.iter().position(|page| page.path == path);
        let before = place.unwrap_or(self.pages.len()).checked_sub(1)?;
        self.pages.get(before).map(|page| page.path.as_str())
    }
}

/// The first route that holds. A loaded service's last route always does.
fn next<'a>(page: &'a Page, values: &ValuesByField, today: Date) -> &'a str {
    let holds = |when: &Option<_>| {
        when.as_ref()
            .is_none_or(|when: &crate::definition::condition::Condition| when.holds(values, today))
    };
    page.next.iter().find(|route| holds(&route.when)).map_or("", |route| route.to.as_str())
}

/// Judges `fields`, first one by one, then against each other and what came before. Valid answers
/// are put into `values`.
pub(crate) fn judge_fields(
    fields: &[Field],
    answers: &Answers,
    today: Date,
    values: &mut ValuesByField,
) -> Vec<FieldFault> {
    let mut faults = Vec::new();
    for field in fields {
        values.remove(&field.id);
        match judge(field, answers, today) {
            Ok(Some(value)) => {
                values.insert(field.id.clone(), value);
            }
            Ok(None) => {}
            Err(wrong) => faults.push((field, wrong)),
        }
    }
    for field in fields {
        let across = values.get(&field.id).map(|value| judge_across(field, value, values));
        if let Some(Err(wrong)) = across {
            faults.push((field, wrong));
        }
    }
    let place = |field: &Field| fields.iter().position(|other| other.id == field.id);
    faults.sort_by_key(|(field, _)| place(field));
    faults.into_iter().map(|(field, wrong)| FieldFault { field: field.id.clone(), wrong }).collect()
}
