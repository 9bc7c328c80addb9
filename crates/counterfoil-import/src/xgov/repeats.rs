//! Pages that repeat a question.

use counterfoil_form::Words;
use counterfoil_form::definition::limits::ITEMS;
use counterfoil_form::definition::page::Route;
use serde_json::Value as Json;

use super::{Reader, source};
use crate::draft::{Page, Part, Repeat, Role};
use crate::report::Kind;

/// Things in a repeat that has no limit in the source.
const MOST: u16 = 100;

impl<'a> Reader<'a> {
    /// A page of which one component repeats. The questions beside it are asked before.
    pub(super) fn repeating(
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
        let mut beside = Vec::new();
        if parts.iter().any(|part| matches!(part, Part::Field(_))) {
            beside.append(&mut parts);
        }
        let Some(component) = repeated.first() else { return };
        let at = format!("{below}/{place}");
        let item = self.item_name(page, component, &at);
        let children = source::list(component, "children");
        if !children.is_empty() {
            // The hint of such a component is not shown by the source's engine either.
            parts.extend(self.parts(children, section, &format!("{at}/children")));
        } else if source::text(component, "type") == Some("MultiInputField") {
            parts.extend(self.old_pair(component, section, &at));
        } else {
            parts.extend(self.parts(repeated, section, &at));
        }
        beside.extend(self.parts(after, section, &format!("{below}/after")));
        let asks = beside.iter().any(|part| matches!(part, Part::Field(_)));
        let nothing = Json::Null;
        let options = component.get("options").unwrap_or(&nothing);
        let optional = options.get("required") == Some(&Json::Bool(false));
        let max = source::count(options, "maxMultiInputFieldRows").filter(|most| 0 < *most);
        let title = self.list_title(page, &blank.at);
        let max = max.unwrap_or(MOST).min(ITEMS);
        let repeat = Repeat { title, item, min: u16::from(!optional), max };
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

    /// How a page of which all questions repeat together does so.
    pub(super) fn repeated_whole(&mut self, page: &Json, at: &str) -> Role {
        let nothing = Json::Null;
        let custom = page.get("options").and_then(|options| options.get("customText"));
        let card = custom.unwrap_or(&nothing).get("cardTitle");
        let card = self.line(card, &format!("{at}/options/customText"));
        // `Person {index}`: the number comes by itself.
        let plain = |text: &str| text.replace("{index}", "").trim().to_owned();
        let item = Words { en: plain(&card.en), cy: plain(&card.cy) };
        let title = self.list_title(page, at);
        Role::Repeat(Box::new(Repeat { title, item, min: 1, max: MOST }))
    }

    /// What one thing is called: as the page says, else as its component is.
    fn item_name(&mut self, page: &Json, component: &Json, at: &str) -> Words {
        let custom = page.get("options").and_then(|options| options.get("customText"));
        let named = custom.and_then(|custom| custom.get("samePageTableItemName"));
        let item = self.line(named, at);
        if item.en.is_empty() {
            return self.line(component.get("title"), at);
        }
        Words { en: capital(&item.en), cy: capital(&item.cy) }
    }

    /// The heading of the list of what was added.
    fn list_title(&mut self, page: &Json, at: &str) -> Words {
        let custom = page.get("options").and_then(|options| options.get("customText"));
        let title = |key| custom.and_then(|custom| custom.get(key)).filter(|text| text.is_string());
        let title = title("samePageTitle").or_else(|| title("separatePageTitle"));
        self.line(title, &format!("{at}/options/customText"))
    }

    /// Before such components had children, they asked for a text and a number.
    fn old_pair(&mut self, component: &Json, section: Option<&str>, at: &str) -> Vec<Part> {
        let name = source::text(component, "name").unwrap_or("row");
        let nothing = Json::Null;
        let options = component.get("options").unwrap_or(&nothing);
        let title = |key, otherwise: &str| match source::text(options, key) {
            Some(title) if !title.trim().is_empty() => title.to_owned(),
            _ => otherwise.to_owned(),
        };
        let pair = [
            serde_json::json!({
                "type": "TextField",
                "name": format!("{name}-text"),
                "title": title("textFieldTitle", "Description"),
            }),
            serde_json::json!({
                "type": "NumberField",
                "name": format!("{name}-number"),
                "title": title("numberFieldTitle", "Amount"),
                "options": { "prefix": options.get("prefix") },
            }),
        ];
        let mut parts = Vec::new();
        for component in &pair {
            self.component(component, section, at, &mut parts);
        }
        parts
    }
}

/// The text with a capital letter.
fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// A component that asks something, as the engine tells it for repeats.
pub(super) fn is_question(component: &Json) -> bool {
    let content = ["Para", "Details", "Html", "InsetText", "List", "FlashCard", "WarningText"];
    !content.contains(&source::text(component, "type").unwrap_or_default())
}
