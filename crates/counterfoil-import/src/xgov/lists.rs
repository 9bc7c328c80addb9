//! Lists of choices.

use counterfoil_form::Words;
use counterfoil_form::definition::field::Choice;
use serde_json::Value as Json;

use super::{Reader, source};
use crate::Tools;
use crate::draft::both;
use crate::report::{Kind, quoted};

/// The list that every form has.
const YES_NO: &str = "__yesNo";

impl Reader<'_> {
    /// The choices of a component: of the list that it names, or of its own values.
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
        let values = component.get("values");
        let named = source::text(component, "list")
            .or_else(|| source::text(component.get("options")?, "list"))
            .or_else(|| source::text(values?, "list"))
            .unwrap_or_default();
        if let Some(list) = self.lists.get(named).copied() {
            let items = source::list(list, "items");
            return items.iter().map(|item| self.choice(item, "text", "description", at)).collect();
        }
        if named == YES_NO {
            let choice = |value: &str, label| Choice { value: value.to_owned(), label, hint: None };
            let (yes, no) = yes_no();
            return vec![choice("true", yes), choice("false", no)];
        }
        let items = values.map_or(&[][..], |values| source::list(values, "items"));
        if items.is_empty() && !named.is_empty() {
            let message = format!("there is no list {}", quoted(named));
            self.tools.log.add(Kind::Choice, at, message);
        }
        items.iter().map(|item| self.choice(item, "label", "hint", at)).collect()
    }

    fn choice(&mut self, item: &Json, label: &str, hint: &str, at: &str) -> Choice {
        let words = self.line(item.get(label), at);
        let hint = self.line(item.get(hint), at);
        let value = source::plain(item.get("value"));
        let has_more = source::says(item, "children")
            || item.get("conditional").is_some_and(|more| source::says(more, "components"));
        let name = quoted(&words.en);
        if has_more && self.said.insert(format!("{at} {value} reveal")) {
            let message = format!(
                "questions that would appear below the choice {name} are left out, as the \
                 source’s own engine leaves them out"
            );
            self.tools.log.add(Kind::Reveal, at, message);
        }
        if source::says(item, "condition") && self.said.insert(format!("{at} {value} condition")) {
            let message = format!("the choice {name} is always offered, not only at times");
            self.tools.log.add(Kind::Choice, at, message);
        }
        Choice { value, label: words, hint: (!hint.en.is_empty()).then_some(hint) }
    }

    /// The words of a list that is only shown, as Markdown.
    pub(super) fn shown_list(&mut self, component: &Json, at: &str) -> Words {
        let items = self.wanted(component, at);
        let title = self.line(component.get("title"), at);
        let listed = |pick: fn(&Words) -> &str| {
            let line = |choice: &Choice| {
                let hint = choice.hint.as_ref().map_or("", pick);
                match (pick(&choice.label), hint) {
                    ("", hint) => format!("- {hint}"),
                    (label, "") => format!("- {label}"),
                    (label, hint) => format!("- **{label}** {hint}"),
                }
            };
            let lines: Vec<String> = items.iter().map(line).collect();
            let lines = lines.join("\n");
            match pick(&title) {
                "" => lines,
                title => format!("### {title}\n\n{lines}"),
            }
        };
        let en = listed(|words| &words.en);
        let has_welsh = items.iter().any(|item| !item.label.cy.is_empty());
        let cy = if has_welsh { listed(|words| &words.cy) } else { String::new() };
        let both = en.len() + cy.len();
        let Tools { prose, log, .. } = &mut *self.tools;
        if items.is_empty() || !prose.copy(both, at, log) {
            return Words::default();
        }
        Words { en, cy }
    }
}

/// Yes and no. Welsh has no one word for either; these are the ones of most questions.
pub(super) fn yes_no() -> (Words, Words) {
    (both("Yes", "Ie"), both("No", "Na"))
}
