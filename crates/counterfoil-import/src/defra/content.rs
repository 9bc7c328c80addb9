//! Components that only tell.

use counterfoil_form::Words;
use serde_json::Value as Json;

use super::Reader;
use super::words::Written;

impl Reader<'_> {
    /// The text of a component that only tells; `None` for any other.
    pub(super) fn told(&mut self, sort: &str, component: &Json, at: &str) -> Option<Words> {
        let text =
            |reader: &mut Self, how| reader.written(how, "components", component, "content", at);
        Some(match sort {
            "Html" => text(self, Written::Html),
            "Markdown" => text(self, Written::Markdown),
            "InsetText" => mapped(&text(self, Written::Html), inset),
            "Details" => {
                let title = self.words("components", component, "title", at);
                below(&title, &text(self, Written::Html))
            }
            "NotificationBanner" => {
                let title = self.words("components", component, "heading", at);
                mapped(&below(&title, &text(self, Written::Markdown)), inset)
            }
            "List" => self.shown_list(component, at),
            _ => return None,
        })
    }
}

fn mapped(words: &Words, each: fn(&str) -> String) -> Words {
    Words { en: each(&words.en), cy: each(&words.cy) }
}

/// Lines set apart from the rest.
fn inset(text: &str) -> String {
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    let lines = lines.map(|line| format!("> {}", line.trim_start_matches(['#', '-', '>', ' '])));
    lines.collect::<Vec<_>>().join("\n")
}

/// What opens on a click there is always open here, below its title.
fn below(title: &Words, content: &Words) -> Words {
    let joined = |title: &str, content: &str| match (title, content) {
        ("", content) => content.to_owned(),
        (title, "") => format!("**{title}**"),
        (title, content) => format!("**{title}**\n\n{content}"),
    };
    let welsh = !content.cy.is_empty() || (content.en.is_empty() && !title.cy.is_empty());
    let cy = if welsh { joined(&title.cy, &content.cy) } else { String::new() };
    Words { en: joined(&title.en, &content.en), cy }
}
