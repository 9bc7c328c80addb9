//! What a definition must keep to beyond its types: limits, ids, words and references.

use std::collections::{BTreeMap, BTreeSet};

use super::condition::{Comparison, Condition, Equals, FieldName};
use super::field::{Choice, Field, Kind};
use super::page::{Block, Show};
use super::problem::Found;
use super::{Definition, limits, overlay};
use crate::words::Sentence;

/// Every field of a service by id.
type Fields<'a> = BTreeMap<&'a str, &'a Field>;

/// Notes everything that is wrong with `definition`, its routes aside.
pub(crate) fn inspect(definition: &Definition, found: &mut Found) {
    service(definition, found);
    texts(definition, found);
    let fields = fields(definition);
    let mut seen = BTreeSet::new();
    at_most(found, "pages", definition.pages.len() + definition.exits.len(), limits::PAGES);
    for (number, page) in definition.pages.iter().enumerate() {
        let at = format!("pages[{number}]");
        page_rules(definition, page, &at, &fields, found);
        all_fields(&page.fields, &at, &mut seen, found);
    }
    for (number, exit) in definition.exits.iter().enumerate() {
        let at = format!("exits[{number}]");
        blocks(&exit.content, &at, found);
        sentences(&exit.staff_notes, &format!("{at}.staff_notes"), found);
    }
    let declaration = &definition.declaration;
    blocks(&declaration.content, "declaration", found);
    sentences(&declaration.staff_notes, "declaration.staff_notes", found);
    all_fields(&declaration.fields, "declaration", &mut seen, found);
    for (number, field) in declaration.fields.iter().enumerate() {
        if !matches!(field.answer, Kind::Checkboxes(_)) {
            found.add(format!("declaration.fields[{number}].answer"), "only ticks are made here");
        }
    }
}

fn fields(definition: &Definition) -> Fields<'_> {
    let asked = definition.pages.iter().flat_map(|page| &page.fields);
    asked.chain(&definition.declaration.fields).map(|field| (field.id.as_str(), field)).collect()
}

fn service(definition: &Definition, found: &mut Found) {
    let department = definition.department.id.as_str();
    match definition.id.split_once('/') {
        Some((first, second)) if first == department => {
            id(first, "department.id", found);
            id(second, "id", found);
        }
        _ => found.add("id", format!("must be {department}/ and the service's name")),
    }
    if definition.version.is_empty() || limits::ID_CHARS < definition.version.len() {
        found.add("version", "must have 1 to 64 characters");
    }
    if definition.effective.to.is_some_and(|to| to < definition.effective.from) {
        found.add("effective.to", "is before the first day");
    }
    if definition.modes.is_empty() {
        found.add("modes", "at least one is needed");
    }
    if definition.territory.is_empty() {
        found.add("territory", "at least one is needed");
    }
    for (path, list) in [
        ("consent", &definition.consent),
        ("next_steps", &definition.next_steps),
        ("paper", &definition.paper),
        ("contact", &definition.contact),
        ("contest", &definition.contest),
    ] {
        sentences(list, path, found);
    }
    unique_ids(definition.sections.iter().map(|section| section.id.as_str()), "sections", found);
}

fn texts(definition: &Definition, found: &mut Found) {
    let mut copy = definition.clone();
    overlay::visit(&mut copy, &mut |key, words| {
        if words.en.trim().is_empty() {
            found.add(key, "the English is empty");
        }
        if limits::TEXT_CHARS < words.en.chars().count().max(words.cy.chars().count()) {
            found.add(key, format!("is longer than {} characters", limits::TEXT_CHARS));
        }
    });
}

fn page_rules(
    definition: &Definition,
    page: &super::page::Page,
    at: &str,
    fields: &Fields<'_>,
    found: &mut Found,
) {
    match (page.fields.len(), &page.title) {
        (1, Some(_)) => found.add(format!("{at}.title"), "the label of its one field is the title"),
        (0 | 2.., None) => found.add(format!("{at}.title"), "is missing"),
        _ => {}
    }
    if !definition.sections.iter().any(|section| section.id == page.section) {
        found.add(format!("{at}.section"), format!("there is no section {}", page.section));
    }
    blocks(&page.content, at, found);
    sentences(&page.staff_notes, &format!("{at}.staff_notes"), found);
    at_most(found, &format!("{at}.next"), page.next.len(), limits::ROUTES);
    for (number, other) in page.asked_again_after.iter().enumerate() {
        known(other, &format!("{at}.asked_again_after[{number}]"), fields, found);
    }
    for (number, route) in page.next.iter().enumerate() {
        if let Some(when) = &route.when {
            let mut left = limits::CONDITIONS;
            condition(when, &format!("{at}.next[{number}].when"), fields, &mut left, found);
        }
    }
}

fn all_fields<'a>(list: &'a [Field], at: &str, seen: &mut BTreeSet<&'a str>, found: &mut Found) {
    at_most(found, &format!("{at}.fields"), list.len(), limits::FIELDS_ON_A_PAGE);
    for (number, field) in list.iter().enumerate() {
        let path = format!("{at}.fields[{number}]");
        id(&field.id, &format!("{path}.id"), found);
        if !seen.insert(&field.id) {
            found.add(format!("{path}.id"), format!("{} is used twice", field.id));
        }
        for (rule_number, rule) in field.rules.iter().enumerate() {
            let other = rule.other();
            if !seen.contains(other) || other == field.id {
                let path = format!("{path}.rules[{rule_number}]");
                found.add(path, format!("no field {other} is asked before this one"));
            }
        }
        field_rules(field, &path, found);
    }
}

fn field_rules(field: &Field, at: &str, found: &mut Found) {
    match &field.answer {
        Kind::Radios(rule) => options(&rule.options, at, found),
        Kind::Checkboxes(rule) => options(&rule.options, at, found),
        Kind::Text(rule) => {
            line(rule.min, rule.max, at, found);
            at_most(found, &format!("{at}.answer.shapes"), rule.shapes.len(), limits::LIST);
        }
        Kind::AddressLine(rule) => line(rule.min, rule.max, at, found),
        Kind::Number(rule) => range(rule.min <= rule.max, at, found),
        Kind::YesNo(_)
        | Kind::Date(_)
        | Kind::Email(_)
        | Kind::VehicleRegistration(_)
        | Kind::V5cReference(_)
        | Kind::DriverNumber(_)
        | Kind::Postcode(_) => {}
    }
    at_most(found, &format!("{at}.rules"), field.rules.len(), limits::LIST);
    let possible = field.failures();
    for failure in field.messages.keys().filter(|failure| !possible.contains(failure)) {
        let path = format!("{at}.messages.{}", failure.code());
        found.add(path, "this can never be wrong with this field");
    }
}

fn options(list: &[Choice], at: &str, found: &mut Found) {
    let path = format!("{at}.answer.options");
    if list.is_empty() {
        found.add(path.as_str(), "at least one is needed");
    }
    at_most(found, &path, list.len(), limits::OPTIONS);
    unique_ids(list.iter().map(|choice| choice.value.as_str()), &path, found);
}

fn line(min: u16, max: u16, at: &str, found: &mut Found) {
    range(min <= max, at, found);
    if limits::LINE_CHARS < max {
        found.add(format!("{at}.answer.max"), format!("{} is the most", limits::LINE_CHARS));
    }
}

fn range(fits: bool, at: &str, found: &mut Found) {
    if !fits {
        found.add(format!("{at}.answer.min"), "is more than max");
    }
}

fn condition(when: &Condition, at: &str, fields: &Fields<'_>, left: &mut usize, found: &mut Found) {
    let Some(fewer) = left.checked_sub(1) else {
        return found.add(at, format!("has more than {} parts", limits::CONDITIONS));
    };
    *left = fewer;
    match when {
        Condition::All(all) | Condition::Any(all) => {
            for (number, one) in all.iter().enumerate() {
                condition(one, &format!("{at}[{number}]"), fields, left, found);
            }
        }
        Condition::Not(one) => condition(one, &format!("{at}.not"), fields, left, found),
        Condition::Equals(Equals { field, value }) => {
            known(field, at, fields, found);
            if fields.get(field.as_str()).is_some_and(|field| !field.may_be(value)) {
                found.add(at, format!("{field} is never {value}"));
            }
        }
        Condition::Answered(FieldName { field }) => known(field, at, fields, found),
        Condition::Before(Comparison { field, .. })
        | Condition::After(Comparison { field, .. }) => {
            known(field, at, fields, found);
            let is_date = |field: &&Field| matches!(field.answer, Kind::Date(_));
            if !fields.get(field.as_str()).is_none_or(is_date) {
                found.add(at, format!("{field} is not a date"));
            }
        }
    }
}

fn known(field: &str, at: &str, fields: &Fields<'_>, found: &mut Found) {
    if !fields.contains_key(field) {
        found.add(at, format!("there is no field {field}"));
    }
}

fn blocks(list: &[Block], at: &str, found: &mut Found) {
    let path = format!("{at}.content");
    at_most(found, &path, list.len(), limits::LIST);
    unique_ids(list.iter().map(|block| block.id.as_str()), &path, found);
    for (number, block) in list.iter().enumerate() {
        if let Show::Bullets(items) = &block.show {
            sentences(items, &format!("{path}[{number}].show.bullets"), found);
        }
    }
}

fn sentences(list: &[Sentence], at: &str, found: &mut Found) {
    unique_ids(list.iter().map(|sentence| sentence.id.as_str()), at, found);
    at_most(found, at, list.len(), limits::LIST);
}

fn unique_ids<'a>(ids: impl Iterator<Item = &'a str>, at: &str, found: &mut Found) {
    let mut seen = BTreeSet::new();
    for (number, one) in ids.enumerate() {
        let path = format!("{at}[{number}]");
        id(one, &path, found);
        if !seen.insert(one) {
            found.add(path, format!("{one} is used twice"));
        }
    }
}

/// Ids are kebab-case so that they fit file names, addresses and HTML ids.
pub(crate) fn id(text: &str, at: &str, found: &mut Found) {
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    let ends = text.starts_with('-') || text.ends_with('-');
    if text.is_empty() || limits::ID_CHARS < text.len() || ends || !text.chars().all(fits) {
        found.add(at, "an id is 1 to 64 small letters, digits and hyphens, no hyphen at an end");
    }
}

fn at_most(found: &mut Found, at: &str, count: usize, limit: usize) {
    if limit < count {
        found.add(at, format!("holds {count}; {limit} is the most"));
    }
}
