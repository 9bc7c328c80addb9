//! Pages and their sections.

use std::collections::HashSet;

use counterfoil_form::Words;
use counterfoil_form::definition::Section;
use counterfoil_form::definition::limits::ITEMS;
use serde_json::Value as Json;

use super::controllers::Controller;
use super::{Reader, path_of};
use crate::draft::{Draft, Page, Part, Repeat, Role};
use crate::report::{Kind, quoted};
use crate::source;

/// Keys of a page that are read somewhere here.
const READ: &[&str] = &[
    "id",
    "path",
    "title",
    "section",
    "controller",
    "components",
    "repeat",
    "condition",
    "next",
    "events",
    "view",
];
/// Things in a repeat that has no limit in the source.
const MOST: u16 = 25;

/// A page that was read, with what only the source says of it.
pub(super) struct Read<'a> {
    /// The page, without its routes.
    pub(super) page: Page,
    /// Where it comes from.
    pub(super) source: &'a Json,
    /// What runs it.
    pub(super) controller: Controller,
}

impl<'a> Reader<'a> {
    /// The declared sections. Two of one native id are one.
    pub(super) fn native_sections(&mut self) -> Vec<Section> {
        let mut seen = HashSet::new();
        let mut native = Vec::new();
        for (number, section) in source::list(self.form, "sections").iter().enumerate() {
            let key = source::text(section, "id").or_else(|| source::text(section, "name"));
            let id = key.and_then(|key| self.sections.get(key).cloned());
            let Some(id) = id.filter(|id| seen.insert(id.clone())) else { continue };
            let at = format!("/sections/{number}/title");
            let title = self.words("sections", section, "title", &at);
            native.push(Section { id, title });
        }
        native
    }

    /// The pages with their routes, and what stands on summaries.
    pub(super) fn read_pages(&mut self, draft: &mut Draft) {
        let mut read = Vec::new();
        let mut seen = HashSet::new();
        for (number, page) in self.pages.iter().enumerate() {
            let at = format!("/pages/{number}");
            let path = path_of(page);
            if !seen.insert(path) {
                let message = format!("a second page {} was left out", quoted(path));
                self.tools.log.add(Kind::Unreachable, at, message);
                continue;
            }
            read.push(self.page(page, at));
        }
        self.routes(read, draft);
    }

    fn page(&mut self, page: &'a Json, at: String) -> Read<'a> {
        let own = path_of(page);
        let path = self.paths.get(own).cloned().unwrap_or_default();
        if crate::names::kebab(own) != path {
            let message = format!("the path {} is {} here", quoted(own), quoted(&path));
            self.tools.log.add(Kind::NameChanged, at.as_str(), message);
        }
        let controller = self.controller(page, &at);
        self.page_settings(page, &at);
        let repeated = controller == Controller::Repeats;
        let mut title = self.words("pages", page, "title", &at);
        let parts = self.parts(page, &title, repeated, &at);
        let section = source::text(page, "section").and_then(|key| self.sections.get(key).cloned());
        let first = parts.iter().find_map(|part| match part {
            Part::Field(field) => Some(&field.label),
            Part::Text(..) => None,
        });
        if title.en.is_empty() {
            title = first.cloned().unwrap_or_default();
        }
        let mut native =
            Page { at, path, title, section, parts, role: Role::Ask, when: None, next: Vec::new() };
        native.role = self.role(page, controller, &native);
        Read { page: native, source: page, controller }
    }

    fn role(&mut self, page: &Json, controller: Controller, native: &Page) -> Role {
        match controller {
            Controller::Terminal => Role::Exit,
            // Questions on a summary are asked before the terminal’s own.
            Controller::Summary if !native.asks() => Role::Check,
            Controller::Repeats if native.asks() => {
                Role::Repeat(Box::new(self.repeat(page, &native.title, &native.at)))
            }
            Controller::Repeats => {
                let message = "a page that repeats has no question to repeat";
                self.tools.log.add(Kind::Repeat, native.at.as_str(), message);
                Role::Ask
            }
            _ => Role::Ask,
        }
    }

    fn repeat(&mut self, page: &Json, title: &Words, at: &str) -> Repeat {
        let nothing = Json::Null;
        let repeat = page.get("repeat").unwrap_or(&nothing);
        let options = repeat.get("options").unwrap_or(&nothing);
        let schema = repeat.get("schema").unwrap_or(&nothing);
        let welsh = self.welsh_of("pages", page, "repeatTitle").unwrap_or_default();
        let item = source::text(options, "title").unwrap_or_default().trim();
        let item = self.both(super::words::Written::Line, item, welsh, &format!("{at}/repeat"));
        let max = source::count(schema, "max").filter(|most| 0 < *most);
        let max = max.unwrap_or(MOST).min(ITEMS);
        let min = source::count(schema, "min").unwrap_or(1).min(max);
        Repeat { title: title.clone(), item, min, max }
    }

    /// Says which settings of a page do nothing here.
    fn page_settings(&mut self, page: &Json, at: &str) {
        for key in source::keys(page).filter(|key| !READ.contains(key)) {
            if source::says(page, key) {
                let name = quoted(key);
                let message = format!("the page setting {name} does nothing here, left out");
                self.tools.log.often(Kind::Setting, at, message);
            }
        }
        if source::says(page, "events") {
            let message = "a service that the page would ask over the network is not asked here";
            self.tools.log.add(Kind::External, format!("{at}/events"), message);
        }
        // The engine has these two views; any other is a department's own.
        let view = source::text(page, "view").unwrap_or_default();
        if !matches!(view, "" | "index" | "index.html") {
            let message = format!("the page is drawn by {}, which is not here", quoted(view));
            self.tools.log.add(Kind::Template, format!("{at}/view"), message);
        }
    }
}
