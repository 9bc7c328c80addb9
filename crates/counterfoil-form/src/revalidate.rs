//! The department's own look at the answers of a submission, by the definition that asked.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;
use serde_json::{Map, Value as Json};

use crate::answers::Answers;
use crate::definition::group::Group;
use crate::journey::{Journey, page_faults};
use crate::run::close_groups;
use crate::service::{Service, page_fields};
use crate::typed::from_stored;

/// Answers read at most.
const ANSWERS_MAX: usize = 2_000;

/// An answer that a department does not accept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldProblemPath {
    /// The page that asks, `group/2/page` within a group; empty when no page does.
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
    for (page, field) in service.top_fields() {
        let values = answers.get(&field.id).map(|json| from_stored(field, json));
        typed.take(field, &values.unwrap_or_default());
        typed.mark(page);
        typed.heed(page, true);
    }
    for group in &service.definition().groups {
        let things = answers.get(&group.path).and_then(Json::as_array);
        let most = usize::from(group.max) + 1;
        for (number, thing) in things.into_iter().flatten().take(most).enumerate() {
            let Some(item) = typed.item_mut(&group.path, number) else { continue };
            retype(group, thing.as_object(), item);
        }
    }
    close_groups(service, &mut typed);
    let journey = Journey::with_answers(Arc::new(service.clone()), typed);
    match journey.complete(today) {
        Some(completed) => compare(service, answers, &completed.answers),
        None => page_faults(&journey, today),
    }
}

fn retype(group: &Group, thing: Option<&Map<String, Json>>, item: &mut Answers) {
    for (page, field) in page_fields(&group.pages) {
        let json = thing.and_then(|thing| thing.get(&field.id));
        item.take(field, &json.map(|json| from_stored(field, json)).unwrap_or_default());
        item.mark(page);
        item.heed(page, true);
    }
    group.pages.iter().for_each(|page| item.mark(&page.path));
}

/// Everything sent must be exactly what the way asks for, in the form in which it is stored.
fn compare(
    service: &Service,
    sent: &BTreeMap<String, Json>,
    canonical: &BTreeMap<String, Json>,
) -> Vec<FieldProblemPath> {
    let group = |name: &str| service.definition().groups.iter().any(|group| group.path == name);
    let code = |name: &str, json: &Json| match canonical.get(name) {
        Some(expected) if expected == json => None,
        Some(_) => Some("not-canonical"),
        None if group(name) => Some("off-path"),
        None if service.top_fields().any(|(_, known)| known.id == name) => Some("off-path"),
        None => Some("unknown-field"),
    };
    let page = |name: &str| {
        let asking = service.top_fields().find(|(_, known)| known.id == name);
        asking.map_or(if group(name) { name.to_owned() } else { String::new() }, |(page, _)| {
            page.to_owned()
        })
    };
    let wrong = sent.iter().filter_map(|(name, json)| {
        code(name, json).map(|code| FieldProblemPath::new(&page(name), name, code))
    });
    // An empty group may be left out by whoever sends; anything else that the way asks for is
    // there, or it would not have been walked to its end.
    wrong.collect()
}
