//! Pages and what stands on them.

use std::collections::HashSet;

use counterfoil_form::definition::Section;
use serde_json::Value as Json;

use super::controllers::Controller;
use super::repeats::is_question;
use super::{Reader, source};
use crate::draft::{Page, Part, Role};
use crate::report::{Kind, quoted};

impl<'a> Reader<'a> {
    /// The declared sections. Two of one name are one.
    pub(super) fn native_sections(&mut self) -> Vec<Section> {
        let mut seen = HashSet::new();
        let mut native = Vec::new();
        for (number, section) in source::list(self.form, "sections").iter().enumerate() {
            let name = source::text(section, "name").unwrap_or_default();
            let Some(id) = self.sections.get(name).cloned().filter(|id| seen.insert(id.clone()))
            else {
                continue;
            };
            let title = self.line(section.get("title"), &format!("/sections/{number}/title"));
            native.push(Section { id, title });
        }
        native
    }

    /// The pages, without their routes.
    pub(super) fn read_pages(&mut self) -> Vec<Page> {
        let mut read = Vec::new();
        let mut seen = HashSet::new();
        for (number, page) in self.pages.iter().enumerate() {
            let at = format!("/pages/{number}");
            let path = source::text(page, "path").unwrap_or_default();
            if !seen.insert(path) {
                let message = format!("a second page {} was left out", quoted(path));
                self.tools.log.add(Kind::Unreachable, at, message);
                continue;
            }
            let native = self.paths.get(path).cloned().unwrap_or_default();
            if crate::names::kebab(path) != native {
                let message = format!("the path {} is {} here", quoted(path), quoted(&native));
                self.tools.log.add(Kind::NameChanged, at.as_str(), message);
            }
            self.page(page, native, at, &mut read);
        }
        read
    }

    fn page(&mut self, page: &'a Json, path: String, at: String, read: &mut Vec<Page>) {
        let title = self.line(page.get("title"), &format!("{at}/title"));
        let name = source::text(page, "section").filter(|name| self.sections.contains_key(name));
        let section = name.and_then(|name| self.sections.get(name).cloned());
        let controller = self.controller(page, &title, &at);
        let role = if controller == Controller::Summary { Role::Check } else { Role::Ask };
        let blank = Page {
            at,
            path,
            title,
            section,
            parts: Vec::new(),
            role,
            when: None,
            next: Vec::new(),
        };
        let components = source::list(page, "components");
        let repeats = |one: &Json| source::text(one, "type") == Some("MultiInputField");
        let place = match controller {
            Controller::Repeats => components.iter().position(is_question),
            _ => components.iter().position(repeats),
        };
        if let Some(place) = place {
            return self.repeating(page, blank, name, place, read);
        }
        let below = format!("{}/components", blank.at);
        let mut parts = self.parts(components, name, &below);
        parts.extend(self.own_text(page, &blank.at));
        read.push(Page { parts, ..blank });
    }

    /// Text that a page's controller shows.
    fn own_text(&mut self, page: &Json, at: &str) -> Vec<Part> {
        let Some(custom) = page.get("options").and_then(|options| options.get("customText")) else {
            return Vec::new();
        };
        let mut parts = Vec::new();
        for key in ["insetText", "details", "content", "endContent"] {
            let at = format!("{at}/options/customText/{key}");
            let text = self.markdown(custom.get(key), &at);
            parts.extend((!text.en.is_empty()).then_some(Part::Text(None, text)));
        }
        parts
    }
}
