//! DEFRA's forms: schema 1 and 2, engines V1 and V2.
//!
//! Start reading at [`read`]. The parts: [`pages`] has pages, [`controllers`] what runs them,
//! [`routes`] where they lead, [`components`] and [`content`] what stands on them, [`answers`] and
//! [`places`] the kinds of answers, [`lists`] the choices, [`conditions`] and [`compare`] when
//! something is asked, [`terms`] everything about the form as a whole, [`words`] English and Welsh.
//! What the source's engine does is told from its public code.

mod answers;
mod compare;
mod components;
mod conditions;
mod content;
mod controllers;
mod lists;
mod pages;
mod payment;
mod places;
mod routes;
mod terms;
mod words;

use std::collections::{HashMap, HashSet};

use serde_json::Value as Json;

use crate::Tools;
use crate::draft::Draft;
use crate::limits;
use crate::names::Names;
use crate::report::Kind;
use crate::source;
use conditions::Known;
use words::Welsh;

/// Reads a form.
pub(crate) fn read(form: &Json, tools: &mut Tools) -> Option<Draft> {
    let pages = source::list(form, "pages");
    if limits::PAGES < pages.len() {
        let message = format!("more than {} pages", limits::PAGES);
        tools.log.add(Kind::TooLarge, "/pages", message);
        return None;
    }
    let mut reader = Reader::of(form, pages, tools);
    let mut draft = Draft {
        title: reader.words("form", form, "name", "/name"),
        welsh_inside: reader.welsh.is_there(),
        ..Draft::default()
    };
    draft.sections = reader.native_sections();
    reader.read_pages(&mut draft);
    draft.conditions = reader.read_conditions();
    reader.terms(&mut draft);
    Some(draft)
}

/// What a form is read with.
pub(super) struct Reader<'a> {
    form: &'a Json,
    tools: &'a mut Tools,
    pages: &'a [Json],
    welsh: Welsh<'a>,
    /// The lists of choices by id and by name; of two the first.
    lists: Lists<'a>,
    /// The choices by the id or name of their list and their own id; without a list the first.
    items: Items<'a>,
    /// The sections by id and by name, with their native ids.
    sections: HashMap<&'a str, String>,
    /// The conditions by id, or by name in schema 1, with their native ids.
    conditions: HashMap<&'a str, (&'a Json, String)>,
    /// The keys of conditions that something refers to.
    used: HashSet<String>,
    /// The native paths by the source's own, without slashes around them.
    paths: HashMap<&'a str, String>,
    path_names: Names,
    field_names: Names,
    /// The questions by the names of their components.
    by_name: HashMap<String, Known>,
    /// The questions by the ids of their components.
    by_id: HashMap<String, Known>,
    /// Pages follow one another, as in engine V2.
    linear: bool,
    /// What was said once of a list's choices.
    said: HashSet<String>,
}

impl<'a> Reader<'a> {
    fn of(form: &'a Json, pages: &'a [Json], tools: &'a mut Tools) -> Self {
        let (lists, items) = lists(form);
        let mut path_names = Names::default();
        let mut paths = HashMap::new();
        for page in pages {
            let path = path_of(page);
            paths.entry(path).or_insert_with(|| path_names.kebab(path, "start"));
        }
        Self {
            form,
            tools,
            pages,
            welsh: Welsh::of(form),
            lists,
            items,
            sections: sections(form),
            conditions: conditions(form),
            used: HashSet::new(),
            paths,
            path_names,
            field_names: Names::default(),
            by_name: HashMap::new(),
            by_id: HashMap::new(),
            linear: is_linear(form, pages),
            said: HashSet::new(),
        }
    }
}

/// Lists by id and by name.
type Lists<'a> = HashMap<&'a str, &'a Json>;
/// Choices by their list and their own id.
type Items<'a> = HashMap<(&'a str, &'a str), &'a Json>;

fn lists(form: &Json) -> (Lists<'_>, Items<'_>) {
    let (mut lists, mut items) = (HashMap::new(), HashMap::new());
    for list in source::list(form, "lists") {
        let keys = ["id", "name"].into_iter().filter_map(|key| source::text(list, key));
        for key in keys.clone() {
            lists.entry(key).or_insert(list);
        }
        for item in source::list(list, "items") {
            let Some(id) = source::text(item, "id") else { continue };
            for key in keys.clone().chain([""]) {
                items.entry((key, id)).or_insert(item);
            }
        }
    }
    (lists, items)
}

/// The path of a page as routes compare it.
pub(super) fn path_of(page: &Json) -> &str {
    source::text(page, "path").unwrap_or_default().trim_matches('/')
}

fn sections(form: &Json) -> HashMap<&str, String> {
    let mut names = Names::default();
    let mut sections = HashMap::new();
    for section in source::list(form, "sections") {
        let name = source::text(section, "name").unwrap_or_default();
        let title = source::text(section, "title").unwrap_or_default();
        let named = if crate::names::kebab(name).is_empty() { title } else { name };
        let native = names.kebab(named, "section");
        for key in ["id", "name"].into_iter().filter_map(|key| source::text(section, key)) {
            sections.entry(key).or_insert_with(|| native.clone());
        }
    }
    sections
}

fn conditions(form: &Json) -> HashMap<&str, (&Json, String)> {
    let mut names = Names::default();
    let mut conditions = HashMap::new();
    for condition in source::list(form, "conditions").iter().take(limits::CONDITIONS) {
        let key = source::text(condition, "id").or_else(|| source::text(condition, "name"));
        let shown = source::text(condition, "displayName").filter(|name| !name.trim().is_empty());
        let key = key.unwrap_or_default();
        conditions.insert(key, (condition, names.any(shown.unwrap_or(key))));
    }
    conditions
}

/// The engine goes through the pages in their order. Where none is named, routes tell.
fn is_linear(form: &Json, pages: &[Json]) -> bool {
    match source::text(form, "engine") {
        Some(engine) => engine.eq_ignore_ascii_case("V2"),
        None => !pages.iter().any(|page| source::says(page, "next")),
    }
}
