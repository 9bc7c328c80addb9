//! Pages and what stands on them.

use std::collections::HashSet;

use counterfoil_form::Words;
use counterfoil_form::definition::Section;
use counterfoil_form::definition::condition::{Day, Distance};
use counterfoil_form::definition::field::Kind as Answer;
use counterfoil_form::definition::page::Route;
use counterfoil_form::definition::rule::CrossRule;
use serde_json::Value as Json;

use super::controllers::Controller;
use super::repeats::is_question;
use super::{Reader, source};
use crate::draft::{Page, Part, Role};
use crate::report::{Kind, quoted};

/// Keys of a page that are read somewhere here.
const READ: &[&str] = &[
    "path",
    "title",
    "section",
    "controller",
    "components",
    "next",
    "condition",
    "options",
    "repeatField",
    "sidebarContent",
];

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
        self.page_settings(page, &at);
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
        match controller {
            Controller::ComparesDates => self.compare_dates(page, &mut parts, &blank.at),
            Controller::AgeGroup => self.fields.add_age_group(name),
            _ => {}
        }
        parts.extend(self.own_text(page, &blank.at));
        let asks = parts.iter().any(|part| matches!(part, Part::Field(_)));
        match (&blank.role, controller) {
            (Role::Check, _) if asks => self.asking_summary(blank, parts, read),
            (_, Controller::RepeatsAll) if asks => {
                let role = self.repeated_whole(page, &blank.at);
                read.push(Page { parts, role, ..blank });
            }
            _ => read.push(Page { parts, ..blank }),
        }
    }

    /// A summary that also asks is a page that asks, before the terminal's own check answers.
    fn asking_summary(&mut self, blank: Page, parts: Vec<Part>, read: &mut Vec<Page>) {
        let path = self.path_names.kebab(&format!("{}-check", blank.path), "check");
        let next = vec![Route { when: None, to: path.clone() }];
        read.push(Page { parts, role: Role::Ask, next, ..blank.clone() });
        read.push(Page { path, section: None, ..blank });
    }

    /// Says which settings of a page do nothing here.
    fn page_settings(&mut self, page: &Json, at: &str) {
        let said = |key: &&str| !READ.contains(key) && source::says(page, key);
        for key in source::keys(page).filter(said) {
            let message = format!("the page setting {} does nothing here, left out", quoted(key));
            self.tools.log.often(Kind::Setting, at, message);
        }
    }

    /// Both dates are in the past, and the second is not before the first.
    fn compare_dates(&mut self, page: &Json, parts: &mut [Part], at: &str) {
        let nothing = Json::Null;
        let options = page.get("options").unwrap_or(&nothing);
        let [first, second] = ["firstDateComponent", "secondDateComponent"].map(|key| {
            let name = source::text(options, key)?;
            // Of several of one name the last: that is the one on this page.
            Some((name, self.fields.get(name).last()?.id.clone()))
        });
        let components = source::list(page, "components");
        let mut asked = None;
        for part in parts {
            let Part::Field(field) = part else { continue };
            let Answer::Date(rule) = &mut field.answer else { continue };
            let is =
                |one: &Option<(&str, String)>| one.as_ref().is_some_and(|(_, id)| *id == field.id);
            let name = match (&first, &second) {
                (Some((name, _)), _) if is(&first) => *name,
                (_, Some((name, _))) if is(&second) => *name,
                _ => continue,
            };
            rule.latest.get_or_insert(Day::Ago(Distance::default()));
            let own = components.iter().find(|one| source::text(one, "name") == Some(name));
            let options = own.and_then(|own| own.get("options")).unwrap_or(&nothing);
            // Again, since more can be wrong with it now.
            field.messages = self.messages(options, &field.answer, at);
            if is(&first) {
                asked = Some(field.id.clone());
            } else if let Some(first) = asked.clone() {
                field.rules.push(CrossRule::NotBefore(first));
                let all = options.get("customValidationMessages");
                let early = self.line(all.and_then(|all| all.get("date.min")), at);
                if !early.en.is_empty() {
                    field.messages.insert("before-other".to_owned(), early);
                }
            }
        }
    }

    /// What stands beside a page stands on it here.
    fn sidebar(&mut self, page: &Json, at: &str) -> Vec<Part> {
        let Some(sidebar) = page.get("sidebarContent") else { return Vec::new() };
        let at = format!("{at}/sidebarContent");
        let title = self.line(sidebar.get("title"), &at);
        let mut text =
            if title.en.is_empty() { String::new() } else { format!("## {}\n", title.en) };
        for link in source::list(sidebar, "links").iter().take(50) {
            let words = self.line(link.get("title"), &at).en.replace(['[', ']'], "");
            let address = source::text(link, "link").unwrap_or_default();
            let leads = address.starts_with("https://") && !address.contains([' ', '(', ')']);
            text.push_str(&match leads && address.len() < 2_000 {
                true => format!("\n- [{words}]({address})"),
                false => format!("\n- {words}"),
            });
        }
        let text = Words { en: text, cy: String::new() };
        if text.en.is_empty() { Vec::new() } else { vec![Part::Text(None, text)] }
    }

    /// Text that a page's controller shows.
    fn own_text(&mut self, page: &Json, at: &str) -> Vec<Part> {
        let mut parts = self.sidebar(page, at);
        let Some(custom) = page.get("options").and_then(|options| options.get("customText")) else {
            return parts;
        };
        for key in ["insetText", "details", "content", "endContent"] {
            let at = format!("{at}/options/customText/{key}");
            let text = self.markdown(custom.get(key), &at);
            parts.extend((!text.en.is_empty()).then_some(Part::Text(None, text)));
        }
        parts
    }
}
