//! What is shown beside questions.

use counterfoil_form::Words;
use counterfoil_form::definition::condition::Condition;
use serde_json::Value as Json;

use super::{Reader, source};
use crate::draft::Part;
use crate::limits;
use crate::report::{Kind, quoted};

impl Reader<'_> {
    /// Content may hang on a condition.
    pub(super) fn shown_when(&mut self, component: &Json, at: &str) -> Option<Condition> {
        let options = component.get("options");
        let own = source::text(component, "condition");
        let name = own.or_else(|| source::text(options?, "condition"))?;
        (!name.is_empty()).then(|| self.named(name, at))
    }

    /// Content of which every line begins with a mark.
    pub(super) fn marked(&mut self, component: &Json, at: &str, first: &str, each: &str) -> Words {
        let text = self.markdown(component.get("content").or_else(|| component.get("text")), at);
        let mark = |text: &str| {
            let lines = text.lines().filter(|line| !line.trim().is_empty());
            let lines = lines.map(|line| line.trim_start_matches(['#', '-', '>', ' ']));
            let lines = lines
                .enumerate()
                .map(|(number, line)| format!("{}{line}", if number == 0 { first } else { each }));
            lines.collect::<Vec<_>>().join("\n")
        };
        Words { en: mark(&text.en), cy: mark(&text.cy) }
    }

    /// What opens on a click there is always open here.
    pub(super) fn details(&mut self, component: &Json, at: &str) -> Words {
        let title = self.line(component.get("title"), at);
        let content = self.markdown(component.get("content"), at);
        let joined = |title: &str, content: &str| match (title, content) {
            ("", content) => content.to_owned(),
            (title, "") => format!("**{title}**"),
            (title, content) => format!("**{title}**\n\n{content}"),
        };
        let cy = if content.cy.is_empty() && title.cy.is_empty() {
            String::new()
        } else {
            joined(&title.cy, &content.cy)
        };
        Words { en: joined(&title.en, &content.en), cy }
    }

    /// Content in pieces, each of which may hang on a condition of its own.
    pub(super) fn listed_content(
        &mut self,
        sort: &str,
        component: &Json,
        at: &str,
        parts: &mut Vec<Part>,
    ) {
        let pieces = source::list(component, "content");
        for (number, piece) in pieces.iter().take(limits::COMPONENTS).enumerate() {
            let at = format!("{at}/content/{number}");
            let text = match piece {
                Json::String(_) => Some(piece),
                piece => piece.get("text").or_else(|| piece.get("content")),
            };
            let text = self.markdown(text, &at);
            if text.en.is_empty() {
                let message = format!("a piece of {} has no text and was left out", quoted(sort));
                self.tools.log.add(Kind::UnknownComponent, at, message);
                continue;
            }
            let own = source::text(piece, "condition").filter(|name| !name.is_empty());
            let own = own.map(|name| self.named(name, &at));
            let whole = self.shown_when(component, &at);
            let when = match (own, whole) {
                (Some(own), Some(whole)) => Some(Condition::All(vec![whole, own])),
                (own, whole) => own.or(whole),
            };
            parts.push(Part::Text(when, text));
        }
    }
}
