//! Limits, patterns and messages of answers.

use std::collections::BTreeMap;

use counterfoil_form::Words;
use counterfoil_form::definition::field::{Kind as Answer, Pattern};
use serde_json::Value as Json;

use super::Reader;
use crate::report::{Kind, quoted};
use crate::rules;

impl Reader<'_> {
    /// The pattern of a JavaScript expression, which there needs to match a part only.
    pub(super) fn pattern(&mut self, source: &str, at: &str) -> Option<Pattern> {
        let pattern = rules::translated(source).and_then(|text| Pattern::try_from(text).ok());
        if pattern.is_none() {
            let message = format!("the pattern {} cannot be checked here", quoted(source));
            self.tools.log.add(Kind::Rule, at, message);
        }
        pattern
    }

    /// The messages of a component by native failure.
    pub(super) fn messages(
        &mut self,
        options: &Json,
        answer: &Answer,
        at: &str,
    ) -> BTreeMap<String, Words> {
        let mut messages = BTreeMap::new();
        let mut add = |reader: &mut Self, code: &str, text: &Json| {
            let possible = rules::failures(answer);
            let known = rules::failure(code, answer).filter(|known| possible.contains(known));
            let Some(known) = known else {
                let message =
                    format!("there is nothing here to which the message {} belongs", quoted(code));
                reader.tools.log.often(Kind::Setting, at, message);
                return;
            };
            let words = reader.line(Some(&rules::without_marks(text)), at);
            if !words.en.is_empty() {
                messages.entry(known.to_owned()).or_insert(words);
            }
        };
        for (code, text) in
            options.get("customValidationMessages").and_then(Json::as_object).into_iter().flatten()
        {
            add(self, code, text);
        }
        if let Some(text) = options.get("customValidationMessage").filter(|text| text.is_string()) {
            add(self, "any.required", text);
        }
        messages
    }
}
