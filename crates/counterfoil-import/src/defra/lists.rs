//! Lists of choices, by id or by name.

use counterfoil_form::Words;
use counterfoil_form::definition::field::Choice;
use serde_json::Value as Json;

use super::Reader;
use super::words::Written;
use crate::Tools;
use crate::report::{Kind, quoted};
use crate::source;

/// The id of the choice "Yes" of the list that every form has.
pub(super) const YES: &str = "02900d42-83d1-4c72-a719-c4e8228952fa";
/// The id of its choice "No".
pub(super) const NO: &str = "f39000eb-c51b-4019-8f82-bbda0423f04d";

impl<'a> Reader<'a> {
    /// The choices of a component.
    pub(super) fn choices(&mut self, component: &Json, at: &str) -> Vec<Choice> {
        let wanted = self.wanted(component, at);
        let Tools { choices, prose, log } = &mut *self.tools;
        let made = choices.legal(wanted, prose, at, log);
        if made.is_empty() {
            log.add(Kind::Choice, at, "there is nothing to choose from");
        }
        made
    }

    fn wanted(&mut self, component: &Json, at: &str) -> Vec<Choice> {
        let items = self.items(component, at);
        items.iter().map(|item| self.choice(item, at)).collect()
    }

    fn items(&mut self, component: &Json, at: &str) -> &'a [Json] {
        let named = source::text(component, "list").unwrap_or_default();
        let list = self.lists.get(named).copied();
        if list.is_none() {
            let message = format!("there is no list {}", quoted(named));
            self.tools.log.add(Kind::Choice, at, message);
        }
        list.map_or(&[], |list| source::list(list, "items"))
    }

    fn choice(&mut self, item: &Json, at: &str) -> Choice {
        let label = self.words("listItems", item, "text", at);
        let hint = self.hint_of(item, at);
        let value = source::plain(item.get("value"));
        let name = quoted(&label.en);
        let has_more = item.get("conditional").is_some_and(|more| source::says(more, "components"));
        if has_more && self.said.insert(format!("{at} {value} reveal")) {
            let message = format!("questions below the choice {name} are left out");
            self.tools.log.add(Kind::Reveal, at, message);
        }
        if source::says(item, "condition") && self.said.insert(format!("{at} {value} condition")) {
            let message = format!("the choice {name} is always offered, not only at times");
            self.tools.log.add(Kind::Choice, at, message);
        }
        Choice { value, label, hint: (!hint.en.is_empty()).then_some(hint) }
    }

    /// A hint is an object in schema 2; before there was a description.
    fn hint_of(&mut self, item: &Json, at: &str) -> Words {
        let hint = item.get("hint").and_then(|hint| match hint {
            Json::String(text) => Some(text.as_str()),
            hint => source::text(hint, "text"),
        });
        let text = hint.or_else(|| source::text(item, "description")).unwrap_or_default();
        let welsh = self.welsh_of("listItems", item, "hint").unwrap_or_default();
        self.both(Written::Line, text.trim(), welsh, at)
    }

    /// The words of a list that is only shown, as Markdown.
    pub(super) fn shown_list(&mut self, component: &Json, at: &str) -> Words {
        let items = self.wanted(component, at);
        let title = self.words("components", component, "title", at);
        let listed = |pick: fn(&Words) -> &str| {
            let line = |choice: &Choice| match choice.hint.as_ref().map_or("", pick) {
                "" => format!("- {}", pick(&choice.label)),
                hint => format!("- **{}** {hint}", pick(&choice.label)),
            };
            let lines: Vec<String> = items.iter().map(line).collect();
            match pick(&title) {
                "" => lines.join("\n"),
                title => format!("### {title}\n\n{}", lines.join("\n")),
            }
        };
        let en = listed(|words| &words.en);
        let welsh = items.iter().all(|item| !item.label.cy.is_empty());
        let cy = if welsh { listed(|words| &words.cy) } else { String::new() };
        let Tools { prose, log, .. } = &mut *self.tools;
        if items.is_empty() || !prose.copy(en.len() + cy.len(), at, log) {
            return Words::default();
        }
        Words { en, cy }
    }

    /// The value of the choice with this id, in the list of that id or in any.
    pub(super) fn value_of(&self, list: Option<&str>, item: &str) -> Option<String> {
        match item {
            YES => return Some("true".to_owned()),
            NO => return Some("false".to_owned()),
            _ => {}
        }
        let named = list.and_then(|list| self.items.get(&(list, item)));
        let found = named.or_else(|| self.items.get(&("", item)))?;
        Some(source::plain(found.get("value")))
    }
}
