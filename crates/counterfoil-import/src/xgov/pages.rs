//! Pages, their controllers and routes.

use std::collections::{HashMap, HashSet};

use counterfoil_form::Words;
use counterfoil_form::definition::Section;
use counterfoil_form::definition::condition::Condition;
use counterfoil_form::definition::limits::ITEMS;
use counterfoil_form::definition::page::Route;
use serde_json::Value as Json;

use super::{Reader, source};
use crate::draft::{Page, Part, Repeat, Role};
use crate::report::{Kind, quoted};

/// Things in a repeat that has no limit in the source.
const MOST: u16 = 100;

/// What the controller of a page does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Controller {
    /// Asks and tells.
    Plain,
    /// Repeats its first question.
    Repeats,
    /// Shows the answers before they are submitted.
    Summary,
    /// Shows some answers on the way.
    Partial,
    /// Signs people in.
    Identity,
    /// Asks a service over the network.
    External,
    /// Repeats pages in a way of its own.
    OwnRepeat,
    /// Works something out.
    WorksOut,
    /// Code that is not here.
    Custom,
}

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

    /// A page of which one component repeats. The questions beside it are asked before.
    fn repeating(
        &mut self,
        page: &'a Json,
        blank: Page,
        section: Option<&str>,
        place: usize,
        read: &mut Vec<Page>,
    ) {
        let components = source::list(page, "components");
        let below = format!("{}/components", blank.at);
        let (before, rest) = components.split_at_checked(place).unwrap_or((components, &[]));
        let (repeated, after) = rest.split_at_checked(1).unwrap_or((rest, &[]));
        let mut parts = self.parts(before, section, &below);
        let Some(component) = repeated.first() else { return };
        let at = format!("{below}/{place}");
        let children = source::list(component, "children");
        let item = self.line(component.get("title"), &at);
        if children.is_empty() {
            parts.extend(self.parts(repeated, section, &at));
        } else {
            let hint = self.markdown(component.get("hint"), &at);
            parts.extend((!hint.en.is_empty()).then_some(Part::Text(None, hint)));
            parts.extend(self.parts(children, section, &format!("{at}/children")));
        }
        let beside = self.parts(after, section, &format!("{below}/after"));
        let asks = beside.iter().any(|part| matches!(part, Part::Field(_)));
        let nothing = Json::Null;
        let options = component.get("options").unwrap_or(&nothing);
        let optional = options.get("required") == Some(&Json::Bool(false));
        let max = source::count(options, "maxMultiInputFieldRows").filter(|most| 0 < *most);
        let repeat =
            Repeat { item, min: u16::from(!optional), max: max.unwrap_or(MOST).min(ITEMS) };
        let mut group = Page { parts, role: Role::Repeat(Box::new(repeat)), ..blank.clone() };
        if !group.asks() {
            let message = "a page that repeats has no question to repeat";
            self.tools.log.add(Kind::Repeat, blank.at.as_str(), message);
            group.role = Role::Ask;
        }
        if !asks {
            group.parts.extend(beside);
            return read.push(group);
        }
        let message = "questions beside a repeated one are asked on a page before it";
        self.tools.log.add(Kind::Layout, blank.at.as_str(), message);
        group.path = self.path_names.kebab(&format!("{}-list", blank.path), "list");
        let next = vec![Route { when: None, to: group.path.clone() }];
        read.push(Page { parts: beside, next, ..blank });
        read.push(group);
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

    fn controller(&mut self, page: &Json, title: &Words, at: &str) -> Controller {
        let written = source::text(page, "controller").unwrap_or_default();
        let controller = controller(written);
        let name = quoted(written);
        let page_name = quoted(&title.en);
        let (kind, message) = match controller {
            Controller::Plain | Controller::Repeats | Controller::Summary => (None, String::new()),
            Controller::Partial => {
                let message = format!("the page {page_name} does not show answers on the way here");
                (Some(Kind::Summary), message)
            }
            Controller::Identity => (
                Some(Kind::Identity),
                format!("{name} signs people in, which does not happen here"),
            ),
            Controller::External => (
                Some(Kind::External),
                format!("{name} asks a service over the network; it is not asked here"),
            ),
            Controller::OwnRepeat => {
                (Some(Kind::Repeat), format!("{name} repeats pages; they are asked once here"))
            }
            Controller::WorksOut => (
                Some(Kind::CustomController),
                format!("{name} works out a value from the answer, which is not there here"),
            ),
            Controller::Custom => (
                Some(Kind::CustomController),
                format!("what {name} does is not known; only the page’s own components are asked"),
            ),
        };
        if let Some(kind) = kind {
            self.tools.log.add(kind, format!("{at}/controller"), message);
        }
        if source::says(page, "repeatField") {
            let message = "the page is asked once here, not as often as an answer says";
            self.tools.log.add(Kind::Repeat, format!("{at}/repeatField"), message);
        }
        controller
    }

    /// Gives the pages their routes, and takes away pages that only run code.
    pub(super) fn routes(&mut self, pages: &mut Vec<Page>) {
        let mut by_at: HashMap<&str, &Json> = HashMap::new();
        let places: Vec<String> =
            (0..self.pages.len()).map(|number| format!("/pages/{number}")).collect();
        let all = self.pages;
        for (at, page) in places.iter().zip(all) {
            by_at.insert(at, page);
        }
        for page in pages.iter_mut().filter(|page| page.next.is_empty()) {
            let Some(source) = by_at.get(page.at.as_str()) else { continue };
            page.next = self.next(source, &page.at);
            page.when = self.guard(source, &page.at);
        }
        self.bypass(pages, &by_at);
    }

    /// The routes of a page: conditional ones first, then the last of the others.
    fn next(&mut self, page: &Json, at: &str) -> Vec<Route> {
        let mut conditional = Vec::new();
        let mut last = None;
        for (number, link) in source::list(page, "next").iter().enumerate() {
            let at = format!("{at}/next/{number}");
            if source::says(link, "redirect") {
                let message = "a route to another site is left out";
                self.tools.log.add(Kind::External, at.as_str(), message);
                continue;
            }
            let path = source::text(link, "path").unwrap_or_default();
            let Some(to) = self.paths.get(path).cloned() else {
                let message = format!("there is no page {}, the route is left out", quoted(path));
                self.tools.log.add(Kind::DanglingRoute, at, message);
                continue;
            };
            match self.when(link, path, &at) {
                Some(when) => conditional.push(Route { when: Some(when), to }),
                None => {
                    if last.is_some() {
                        let message =
                            "of several routes without a condition only the last is taken";
                        self.tools.log.add(Kind::Setting, at, message);
                    }
                    last = Some(Route { when: None, to });
                }
            }
        }
        // Where every way hangs on the condition of the page it leads to, the last such page is
        // passed by.
        if last.is_none() && !self.current {
            let guarded = conditional.last().filter(|route| self.is_guarded(&route.to));
            last = guarded.map(|route| Route { when: None, to: route.to.clone() });
        }
        conditional.into_iter().chain(last).collect()
    }

    /// The condition of a route: its own and, in old forms, that of the page it leads to.
    fn when(&mut self, link: &Json, path: &str, at: &str) -> Option<Condition> {
        let own = source::text(link, "condition").filter(|name| !name.is_empty());
        let own = own.map(|name| self.named(name, at));
        let inline = source::text(link, "if").filter(|text| !text.is_empty());
        let inline = inline.map(|text| self.inline(text, at));
        let target = self.guard_of(path);
        let target = target.map(|name| self.named(&name, at));
        let mut all: Vec<Condition> = own.into_iter().chain(inline).chain(target).collect();
        match all.len() {
            0 | 1 => all.pop(),
            _ => Some(Condition::All(all)),
        }
    }

    /// The name of the condition of the page at `path`, where the engine looks at it.
    fn guard_of(&self, path: &str) -> Option<String> {
        if self.current {
            return None;
        }
        let page = self.pages.iter().find(|page| source::text(page, "path") == Some(path))?;
        source::text(page, "condition").filter(|name| !name.is_empty()).map(str::to_owned)
    }

    /// The page at the native `path` has a condition and can be passed by.
    fn is_guarded(&self, path: &str) -> bool {
        let own = |page: &&Json| {
            let source = source::text(page, "path").unwrap_or_default();
            self.paths.get(source).is_some_and(|native| native == path)
        };
        let page = self.pages.iter().find(own);
        page.is_some_and(|page| source::says(page, "condition") && source::says(page, "next"))
    }

    fn guard(&mut self, page: &Json, at: &str) -> Option<Condition> {
        let name = source::text(page, "condition").filter(|name| !name.is_empty())?;
        if self.current {
            let message = "the engine does not look at the condition of a page, nor is it kept";
            self.tools.log.often(Kind::Setting, &format!("{at}/condition"), message);
            return None;
        }
        source::says(page, "next").then(|| self.named(name, at))
    }

    /// Takes away pages on which nothing stands and whose code is not here, where it is plain how
    /// to go on without them.
    fn bypass(&mut self, pages: &mut Vec<Page>, sources: &HashMap<&str, &Json>) {
        let runs_code = |page: &Page| {
            let source = sources.get(page.at.as_str());
            let written = source.and_then(|source| source::text(source, "controller"));
            matches!(
                controller(written.unwrap_or_default()),
                Controller::Custom | Controller::Identity | Controller::External
            )
        };
        let gone: HashMap<String, String> = pages
            .iter()
            .filter(|page| page.parts.is_empty() && matches!(page.role, Role::Ask))
            .filter(|page| runs_code(page))
            .filter_map(|page| match page.next.as_slice() {
                [Route { when: None, to }] if *to != page.path => {
                    Some((page.path.clone(), to.clone()))
                }
                _ => None,
            })
            .collect();
        for route in pages.iter_mut().flat_map(|page| &mut page.next) {
            let mut steps = 0;
            while let Some(to) = gone.get(&route.to).filter(|_| steps <= gone.len()) {
                route.to.clone_from(to);
                steps += 1;
            }
        }
        let start = source::text(self.form, "startPage").map(str::to_owned);
        let start = start.and_then(|start| self.paths.get(start.as_str()).cloned());
        pages.retain(|page| !gone.contains_key(&page.path) || Some(&page.path) == start.as_ref());
    }
}

/// A component that asks something, as the engine tells it for repeats.
fn is_question(component: &Json) -> bool {
    let content = ["Para", "Details", "Html", "InsetText", "List", "FlashCard", "WarningText"];
    !content.contains(&source::text(component, "type").unwrap_or_default())
}

/// What a controller does, by its class or by its file, such as `./pages/summary.js`.
fn controller(written: &str) -> Controller {
    let file = written.rsplit('/').next().unwrap_or_default();
    let stem = file.split_once('.').map_or(file, |(stem, _)| stem);
    let plain: String =
        stem.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    let name = plain.trim_end_matches("controller").trim_end_matches("page");
    match name {
        ""
        | "start"
        | "home"
        | "default"
        | "continue"
        | "multistart"
        | "upload"
        | "playbackupload"
        | "base"
        | "question"
        | "confirmation"
        | "applicationcomplete"
        | "feedback" => Controller::Plain,
        "repeatingfield" => Controller::Repeats,
        "summary"
        | "confirm"
        | "customsummary"
        | "summaryupload"
        | "summarywithnext"
        | "adaptersummary"
        | "summarypagewithnext" => Controller::Summary,
        "minisummary" | "checkpointsummary" | "nonsubmittingsummary" => Controller::Partial,
        "dob" | "startdate" | "datecomparison" => Controller::WorksOut,
        "findanaddress" | "selectanaddress" | "addresslookup" | "redirect" => Controller::External,
        "repeatingsectionsummary" | "repeatingsection" | "repeatingsummary" | "multi" => {
            Controller::OwnRepeat
        }
        name if name.starts_with("magiclink") => match name {
            "magiclinksubmission" => Controller::Summary,
            _ => Controller::Identity,
        },
        _ => Controller::Custom,
    }
}
