//! XGov digital form builder, versions absent, 0, 1 and 2, with what MHCLG's adapter and UKHSA
//! added to it.
//!
//! Start reading at [`read`]. The parts: [`pages`] has pages and routes, [`components`] what stands
//! on them, [`answers`] the kinds of answers, [`lists`] the choices, [`rules`] limits and messages,
//! [`conditions`] and [`expression`] when routes are taken, [`terms`] everything about the form as
//! a whole. What the source's engine does is told from its public code, and where MHCLG's differs
//! from XGov's, both are served.

mod answers;
mod compare;
mod components;
mod composites;
mod conditions;
mod content;
mod controllers;
mod expression;
mod fields;
mod files;
mod lists;
mod objects;
mod pages;
mod repeats;
mod routes;
mod rules;
mod source;
mod terms;
mod truth;

use std::collections::{HashMap, HashSet};

use counterfoil_form::Words;
use serde_json::Value as Json;

use crate::Tools;
use crate::draft::Draft;
use crate::limits;
use crate::names::Names;
use crate::report::{Kind, quoted};
use fields::Fields;

/// Reads a form.
pub(crate) fn read(form: &Json, tools: &mut Tools) -> Option<Draft> {
    let mut reader = Reader::of(form, tools);
    if limits::PAGES < reader.pages.len() {
        let message = format!("more than {} pages", limits::PAGES);
        reader.tools.log.add(Kind::TooLarge, "/pages", message);
        return None;
    }
    let mut draft = Draft { title: reader.line(form.get("name"), "/name"), ..Draft::default() };
    draft.sections = reader.native_sections();
    let mut pages = reader.read_pages();
    reader.routes(&mut pages);
    draft.conditions = reader.read_conditions();
    draft.start = reader.start();
    draft.pages = pages;
    reader.terms(&mut draft);
    Some(draft)
}

/// What a form is read with.
pub(super) struct Reader<'a> {
    form: &'a Json,
    tools: &'a mut Tools,
    pages: &'a [Json],
    /// The lists of choices by name; of two with one name the first.
    lists: HashMap<&'a str, &'a Json>,
    /// The sections that are declared, with their native ids. A page of any other has none.
    sections: HashMap<&'a str, String>,
    /// The conditions by name, with their native ids; of two with one name the last.
    conditions: HashMap<&'a str, (&'a Json, String)>,
    /// The names of conditions that something refers to.
    used: HashSet<String>,
    /// The native paths by the source's own.
    paths: HashMap<&'a str, String>,
    path_names: Names,
    field_names: Names,
    fields: Fields,
    /// The places of the pages by their paths.
    places: HashMap<&'a str, usize>,
    /// The form is older than version 2 and its pages have conditions, which only the engine of
    /// that time looked at: it also went through the pages in their own order.
    old_engine: bool,
    /// Choices that had a condition, reported once each.
    said: HashSet<String>,
}

impl<'a> Reader<'a> {
    fn of(form: &'a Json, tools: &'a mut Tools) -> Self {
        let pages = source::list(form, "pages");
        let mut section_names = Names::default();
        let mut sections = HashMap::new();
        for section in source::list(form, "sections") {
            let name = source::text(section, "name").unwrap_or_default();
            // Designers make up names such as `bgUGuD`; the title says what a section is.
            let (title, _) = source::localised(section.get("title"));
            let named = if crate::names::kebab(name) == name { name } else { title };
            sections.entry(name).or_insert_with(|| section_names.kebab(named, "section"));
        }
        let mut condition_names = Names::default();
        let mut conditions = HashMap::new();
        for condition in source::list(form, "conditions").iter().take(limits::CONDITIONS) {
            let name = source::text(condition, "name").unwrap_or_default();
            let id = condition_names.any(name);
            conditions.insert(name, (condition, id));
        }
        let mut path_names = Names::default();
        let mut paths = HashMap::new();
        let mut places = HashMap::new();
        for (number, page) in pages.iter().take(limits::PAGES).enumerate() {
            let path = source::text(page, "path").unwrap_or_default();
            paths.entry(path).or_insert_with(|| path_names.kebab(path, "start"));
            places.entry(path).or_insert(number);
        }
        let mut lists = HashMap::new();
        for list in source::list(form, "lists") {
            lists.entry(source::text(list, "name").unwrap_or_default()).or_insert(list);
        }
        Self {
            form,
            tools,
            pages,
            lists,
            sections,
            conditions,
            used: HashSet::new(),
            paths,
            path_names,
            field_names: Names::default(),
            fields: Fields::default(),
            places,
            old_engine: is_old(form, pages),
            said: HashSet::new(),
        }
    }

    /// The native path of the source's first page, if it is one.
    fn start(&mut self) -> Option<String> {
        let path = source::text(self.form, "startPage")?;
        let start = self.paths.get(path).cloned();
        if start.is_none() {
            let message = format!("the first page {} is not in this form", quoted(path));
            self.tools.log.add(Kind::StartPage, "/startPage", message);
        }
        start
    }

    /// Words on one line.
    fn line(&mut self, value: Option<&Json>, at: &str) -> Words {
        let (en, cy) = source::localised(value);
        let Tools { prose, log, .. } = &mut *self.tools;
        Words { en: prose.line(en, at, log), cy: prose.line(cy, at, log) }
    }

    /// Words in Markdown, from HTML.
    fn markdown(&mut self, value: Option<&Json>, at: &str) -> Words {
        let (en, cy) = source::localised(value);
        let Tools { prose, log, .. } = &mut *self.tools;
        Words { en: prose.markdown(en, at, log), cy: prose.markdown(cy, at, log) }
    }
}

fn is_old(form: &Json, pages: &[Json]) -> bool {
    let current = source::number(form, "version").is_some_and(|version| 2.0 <= version);
    !current && pages.iter().any(|page| source::says(page, "condition"))
}
