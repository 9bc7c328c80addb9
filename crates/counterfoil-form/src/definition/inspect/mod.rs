//! What a definition must keep to beyond its types: limits, ids, words and references.

mod conditions;
mod fields;

use std::collections::BTreeSet;

use super::page::{Block, Page};
use super::problem::Found;
use super::{Definition, limits, overlay};
use crate::words::Sentence;
use conditions::Known;
use fields::Seen;

/// Notes everything that is wrong with `definition`, its routes aside.
pub(crate) fn inspect(definition: &Definition, found: &mut Found) {
    service(definition, found);
    texts(definition, found);
    let known = Known::of(definition, found);
    let mut seen = Seen::default();
    let grouped: usize = definition.groups.iter().map(|group| group.pages.len()).sum();
    let pages = definition.pages.len() + definition.exits.len() + grouped;
    at_most(found, "pages", pages, limits::PAGES);
    at_most(found, "groups", definition.groups.len(), limits::GROUPS);
    for (number, page) in definition.pages.iter().enumerate() {
        whole_page(definition, page, &format!("pages[{number}]"), &known, &mut seen, found);
    }
    for (number, group) in definition.groups.iter().enumerate() {
        groups(definition, group, &format!("groups[{number}]"), &known, &mut seen, found);
    }
    for (number, exit) in definition.exits.iter().enumerate() {
        let at = format!("exits[{number}]");
        blocks(&exit.content, &at, &known, found);
        sentences(&exit.staff_notes, &format!("{at}.staff_notes"), found);
    }
    let declaration = &definition.declaration;
    blocks(&declaration.content, "declaration", &known, found);
    sentences(&declaration.staff_notes, "declaration.staff_notes", found);
    fields::inspect(&declaration.fields, "declaration", &mut seen, found);
    fields::only_ticks(&declaration.fields, found);
}

fn whole_page(
    definition: &Definition,
    page: &Page,
    at: &str,
    known: &Known<'_>,
    seen: &mut Seen,
    found: &mut Found,
) {
    match (page.fields.len(), &page.title) {
        (1, Some(_)) => found.add(format!("{at}.title"), "the label of its one field is the title"),
        (0 | 2.., None) => found.add(format!("{at}.title"), "is missing"),
        _ => {}
    }
    section(definition, &page.section, at, found);
    blocks(&page.content, at, known, found);
    sentences(&page.staff_notes, &format!("{at}.staff_notes"), found);
    known.optional(page.when.as_ref(), &format!("{at}.when"), found);
    known.routes(&page.next, at, found);
    for (number, other) in page.asked_again_after.iter().enumerate() {
        known.field(other, &format!("{at}.asked_again_after[{number}]"), found);
    }
    fields::inspect(&page.fields, at, seen, found);
}

fn groups(
    definition: &Definition,
    group: &super::group::Group,
    at: &str,
    known: &Known<'_>,
    seen: &mut Seen,
    found: &mut Found,
) {
    section(definition, &group.section, at, found);
    sentences(&group.staff_notes, &format!("{at}.staff_notes"), found);
    if group.max < group.min || group.max == 0 || limits::ITEMS < group.max {
        let most = limits::ITEMS;
        found.add(format!("{at}.max"), format!("must be min or more, and from 1 to {most}"));
    }
    if group.pages.is_empty() {
        found.add(format!("{at}.pages"), "at least one is needed");
    }
    known.optional(group.when.as_ref(), &format!("{at}.when"), found);
    known.routes(&group.next, at, found);
    let within = known.within(&group.path);
    for (number, page) in group.pages.iter().enumerate() {
        whole_page(definition, page, &format!("{at}.pages[{number}]"), &within, seen, found);
    }
    let own = |name: &String| group.pages.iter().flat_map(|p| &p.fields).any(|f| f.id == *name);
    for (number, name) in group.named_by.iter().enumerate().filter(|(_, name)| !own(name)) {
        let at = format!("{at}.named_by[{number}]");
        found.add(at, format!("there is no field {name} in this group"));
    }
}

fn section(definition: &Definition, section: &str, at: &str, found: &mut Found) {
    if !definition.sections.iter().any(|known| known.id == section) {
        found.add(format!("{at}.section"), format!("there is no section {section}"));
    }
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
    lists(definition, found);
    unique_ids(definition.sections.iter().map(|section| section.id.as_str()), "sections", found);
}

fn lists(definition: &Definition, found: &mut Found) {
    for (path, list) in [
        ("script", &definition.script),
        ("evidence", &definition.evidence),
        ("consent", &definition.consent),
        ("next_steps", &definition.next_steps),
        ("contact", &definition.contact),
        ("contest", &definition.contest),
    ] {
        sentences(list, path, found);
    }
    unique_ids(definition.signposts.iter().map(|one| one.id.as_str()), "signposts", found);
    unique_ids(definition.paper.iter().map(|one| one.id.as_str()), "paper", found);
    unique_ids(definition.fees.iter().map(|one| one.id.as_str()), "fees", found);
    for (number, _) in definition.fees.iter().enumerate().filter(|(_, fee)| fee.to < fee.from) {
        found.add(format!("fees[{number}].to"), "is before the first day");
    }
    at_most(found, "sources", definition.sources.len(), limits::LIST);
    at_most(found, "costs", definition.costs.len(), limits::LIST);
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

fn blocks(list: &[Block], at: &str, known: &Known<'_>, found: &mut Found) {
    let path = format!("{at}.content");
    at_most(found, &path, list.len(), limits::LIST);
    unique_ids(list.iter().map(|block| block.id.as_str()), &path, found);
    for (number, block) in list.iter().enumerate() {
        known.optional(block.when.as_ref(), &format!("{path}[{number}].when"), found);
    }
}

fn sentences(list: &[Sentence], at: &str, found: &mut Found) {
    unique_ids(list.iter().map(|sentence| sentence.id.as_str()), at, found);
}

fn unique_ids<'a>(ids: impl Iterator<Item = &'a str>, at: &str, found: &mut Found) {
    let mut seen = BTreeSet::new();
    let mut count = 0;
    for (number, one) in ids.enumerate() {
        let path = format!("{at}[{number}]");
        id(one, &path, found);
        if !seen.insert(one) {
            found.add(path, format!("{one} is used twice"));
        }
        count += 1;
    }
    at_most(found, at, count, limits::LIST);
}

/// Names of conditions may be those of another format.
fn unique_names<'a>(names: impl Iterator<Item = &'a str>, found: &mut Found) {
    let mut seen = BTreeSet::new();
    for (number, name) in names.enumerate() {
        let path = format!("conditions[{number}].id");
        if name.is_empty() || limits::ID_CHARS < name.len() || name.chars().any(char::is_control) {
            found.add(path.as_str(), "must have 1 to 64 characters");
        }
        if !seen.insert(name) {
            found.add(path, format!("{name} is used twice"));
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

pub(super) fn at_most(found: &mut Found, at: &str, count: usize, limit: usize) {
    if limit < count {
        found.add(at, format!("holds {count}; {limit} is the most"));
    }
}
