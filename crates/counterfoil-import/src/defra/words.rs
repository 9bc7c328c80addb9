//! Words in English, with the Welsh that the form brings in its metadata.

use counterfoil_form::Words;
use serde_json::Value as Json;

use super::Reader;
use crate::Tools;
use crate::report::Kind;
use crate::source;

/// The Welsh of a form: one map whose keys have dots, or maps within each other.
#[derive(Debug, Clone, Copy)]
pub(super) struct Welsh<'a>(Option<&'a Json>);

impl<'a> Welsh<'a> {
    /// That of `form`.
    pub(super) fn of(form: &'a Json) -> Self {
        let all = form.get("metadata").and_then(|metadata| metadata.get("translations"));
        Self(all.and_then(|all| all.get("cy")).filter(|cy| cy.is_object()))
    }

    /// There is some.
    pub(super) fn is_there(self) -> bool {
        self.0.is_some()
    }

    fn get(self, keys: &[&str]) -> Option<&'a str> {
        let all = self.0?;
        let flat = all.get(keys.join("."));
        let nested = || keys.iter().try_fold(all, |from, key| from.get(key));
        let text = flat.or_else(nested)?.as_str()?;
        (!text.trim().is_empty()).then_some(text)
    }
}

/// How words are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Written {
    /// On one line.
    Line,
    /// In HTML.
    Html,
    /// In Markdown.
    Markdown,
}

impl Reader<'_> {
    /// What `from`, a thing of this sort, says under `key`, on one line.
    pub(super) fn words(&mut self, sort: &str, from: &Json, key: &str, at: &str) -> Words {
        self.written(Written::Line, sort, from, key, at)
    }

    /// The same, in Markdown.
    pub(super) fn written(
        &mut self,
        how: Written,
        sort: &str,
        from: &Json,
        key: &str,
        at: &str,
    ) -> Words {
        let welsh = self.welsh_of(sort, from, key);
        let text = source::text(from, key).unwrap_or_default().trim();
        self.both(how, text, welsh.unwrap_or_default(), at)
    }

    /// The Welsh of `key`; that of the form itself needs no id.
    pub(super) fn welsh_of(&self, sort: &str, from: &Json, key: &str) -> Option<String> {
        let found = match source::text(from, "id") {
            _ if sort == "form" => self.welsh.get(&["form", key]),
            Some(id) => self.welsh.get(&[sort, id, key]),
            None => None,
        };
        found.map(str::to_owned)
    }

    /// These words, which may lack their Welsh.
    pub(super) fn both(&mut self, how: Written, en: &str, cy: impl AsRef<str>, at: &str) -> Words {
        let cy = cy.as_ref();
        if !en.is_empty() && cy.is_empty() && self.welsh.is_there() {
            let message = "words have no Welsh; the English stands in their place";
            self.tools.log.often(Kind::Language, at, message);
        }
        let en = self.reduced(how, en, at);
        let cy = if cy.is_empty() { String::new() } else { self.reduced(how, cy, at) };
        Words { en, cy }
    }

    fn reduced(&mut self, how: Written, text: &str, at: &str) -> String {
        let text = self.without_places(text, at);
        let Tools { prose, log, .. } = &mut *self.tools;
        match how {
            Written::Line => prose.line(&text, at, log),
            Written::Html => prose.markdown(&text, at, log),
            Written::Markdown => prose.marked(&text, at, log),
        }
    }

    /// An ellipsis for each `[[ … ]]`, which translations fill in.
    fn without_places(&mut self, text: &str, at: &str) -> String {
        let mut out = String::new();
        let mut rest = text;
        while let Some((before, after)) = rest.split_once("[[") {
            let Some((_, end)) = after.split_once("]]") else { break };
            out.push_str(before);
            out.push('…');
            rest = end;
        }
        if rest.len() < text.len() {
            let message = "text that the source fills in while the form is used was left out";
            self.tools.log.add(Kind::Template, at, message);
        }
        out.push_str(rest);
        out
    }
}
