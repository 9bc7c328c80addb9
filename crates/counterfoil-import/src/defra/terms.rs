//! Everything about a form as a whole: what is declared, what comes after, delivery, settings.

use counterfoil_form::Words;
use serde_json::Value as Json;

use super::Reader;
use super::words::Written;
use crate::draft::Draft;
use crate::report::{Kind, quoted};
use crate::source;

/// Keys that are read.
const READ: &[&str] = &[
    "engine",
    "schema",
    "name",
    "startPage",
    "pages",
    "sections",
    "conditions",
    "lists",
    "declaration",
    "feedback",
    "metadata",
    "version",
    "$schema",
    "id",
];
/// Ways of delivery.
const DELIVERY: &[&str] = &["outputEmail", "output", "outputs"];

impl Reader<'_> {
    /// Reads everything beside the pages into `draft`.
    pub(super) fn terms(&mut self, draft: &mut Draft) {
        let form = self.form;
        let declared = self.written(Written::Html, "form", form, "declaration", "/declaration");
        draft.declaration.extend((!declared.en.is_empty()).then_some(declared));
        self.contact(draft);
        self.metadata(draft);
        for key in source::keys(form).filter(|key| !READ.contains(key)) {
            if !source::says(form, key) {
                continue;
            }
            let (at, name) = (format!("/{key}"), quoted(key));
            if DELIVERY.contains(&key) {
                let message = format!("answers go by the terminal’s own way; {name} is left out");
                self.tools.log.add(Kind::Delivery, at, message);
            } else {
                let message = format!("the setting {name} does nothing on a terminal, left out");
                self.tools.log.add(Kind::Setting, at, message);
            }
        }
    }

    /// How the department is reached.
    fn contact(&mut self, draft: &mut Draft) {
        let nothing = Json::Null;
        let feedback = self.form.get("feedback").unwrap_or(&nothing);
        let metadata = self.form.get("metadata").unwrap_or(&nothing);
        for (from, key, en, cy) in [
            (metadata, "supportEmail", "Email", "E-bost"),
            (feedback, "emailAddress", "Feedback by email", "Adborth drwy e-bost"),
            (feedback, "url", "Feedback", "Adborth"),
        ] {
            let text = source::text(from, key).unwrap_or_default().trim().to_owned();
            let text = self.both(Written::Line, &text, &text, "/feedback").en;
            if !text.is_empty() {
                let (en, cy) = (format!("{en}: {text}"), format!("{cy}: {text}"));
                draft.contact.push(Words { en, cy });
            }
        }
    }

    /// What departments keep in the metadata. What the confirmation says is kept.
    fn metadata(&mut self, draft: &mut Draft) {
        let Some(metadata) = self.form.get("metadata") else { return };
        for key in source::keys(metadata) {
            match key {
                "translations" => self.other_languages(metadata),
                "supportEmail" => {}
                "confirmationContent" => self.confirmation(metadata, draft),
                key if source::says(metadata, key) => {
                    let message =
                        format!("the department’s own setting {} is left out", quoted(key));
                    self.tools.log.add(Kind::Setting, format!("/metadata/{key}"), message);
                }
                _ => {}
            }
        }
    }

    fn confirmation(&mut self, metadata: &Json, draft: &mut Draft) {
        let Some(content) = metadata.get("confirmationContent") else { return };
        let at = "/metadata/confirmationContent";
        let said = self.written(Written::Html, "", content, "html", at);
        draft.next_steps.extend((!said.en.is_empty()).then_some(said));
        let message = "the confirmation is the terminal’s own receipt";
        self.tools.log.add(Kind::Delivery, at, message);
    }

    fn other_languages(&mut self, metadata: &Json) {
        let all = metadata.get("translations").unwrap_or(&Json::Null);
        for language in source::keys(all).filter(|language| !matches!(*language, "cy" | "en")) {
            let message = format!("the words in the language {} are left out", quoted(language));
            self.tools.log.add(Kind::Language, "/metadata/translations", message);
        }
    }
}
