//! The Welsh overlay, and the keys under which it gives every text of a definition.
//!
//! Keys are made of stable ids, never of positions: `title`, `summary`, `department.name`,
//! `next_steps.<sentence>`, `section.<id>`, `page.<path>.title`, `page.<path>.content.<block>`,
//! `page.<path>.content.<block>.<sentence>`, `page.<path>.staff.<sentence>`, `page.<path>.button`,
//! `field.<id>.label`, `.short`, `.hint`, `.yes`, `.no`, `field.<id>.option.<value>`,
//! `field.<id>.option.<value>.hint` and `field.<id>.message.<failure>`.

use std::collections::BTreeMap;
use std::fmt;

use serde::Deserialize;
use serde::de::{Error, MapAccess, Visitor};

use super::Definition;
use super::field::{Choice, Field, Kind};
use super::page::{Block, Show};
use super::problem::Found;
use crate::words::{Sentence, Words};

/// The Welsh by key.
#[derive(Debug, Default)]
pub(crate) struct Overlay(BTreeMap<String, String>);

impl<'de> Deserialize<'de> for Overlay {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(OnceEach)
    }
}

/// Refuses a key that is given twice, of which plain maps keep the last without a word.
struct OnceEach;

impl<'de> Visitor<'de> for OnceEach {
    type Value = Overlay;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object from keys to Welsh")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Overlay, A::Error> {
        let mut welsh = BTreeMap::new();
        while let Some((key, text)) = map.next_entry::<String, String>()? {
            if welsh.contains_key(&key) {
                return Err(A::Error::custom(format!("the key {key} is given twice")));
            }
            welsh.insert(key, text);
        }
        Ok(Overlay(welsh))
    }
}

/// Puts the Welsh beside the English. Missing, empty and superfluous Welsh is a problem.
pub(crate) fn apply(definition: &mut Definition, overlay: Overlay, found: &mut Found) {
    let Overlay(mut welsh) = overlay;
    visit(definition, &mut |key, words| match welsh.remove(key) {
        Some(text) if !text.trim().is_empty() => words.cy = text,
        _ => found.add(format!("cy:{key}"), "the Welsh is missing"),
    });
    for key in welsh.keys() {
        found.add(format!("cy:{key}"), "there is no such text in the definition");
    }
}

/// Calls `each` with the key and the words of every text.
pub(crate) fn visit(definition: &mut Definition, each: &mut dyn FnMut(&str, &mut Words)) {
    each("title", &mut definition.title);
    each("summary", &mut definition.summary);
    each("department.name", &mut definition.department.name);
    each("department.short_name", &mut definition.department.short_name);
    for (key, list) in [
        ("consent", &mut definition.consent),
        ("next_steps", &mut definition.next_steps),
        ("paper", &mut definition.paper),
        ("contact", &mut definition.contact),
        ("contest", &mut definition.contest),
    ] {
        sentences(key, list, each);
    }
    for section in &mut definition.sections {
        each(&format!("section.{}", section.id), &mut section.title);
    }
    visit_pages(definition, each);
}

fn visit_pages(definition: &mut Definition, each: &mut dyn FnMut(&str, &mut Words)) {
    for page in &mut definition.pages {
        let at = format!("page.{}", page.path);
        if let Some(title) = &mut page.title {
            each(&format!("{at}.title"), title);
        }
        blocks(&at, &mut page.content, each);
        sentences(&format!("{at}.staff"), &mut page.staff_notes, each);
        page.fields.iter_mut().for_each(|one| field(one, each));
    }
    for exit in &mut definition.exits {
        let at = format!("page.{}", exit.path);
        each(&format!("{at}.title"), &mut exit.title);
        blocks(&at, &mut exit.content, each);
        sentences(&format!("{at}.staff"), &mut exit.staff_notes, each);
    }
    let check = format!("page.{}", definition.check.path);
    each(&format!("{check}.title"), &mut definition.check.title);
    each(&format!("{check}.button"), &mut definition.check.button);
    let declaration = &mut definition.declaration;
    let at = format!("page.{}", declaration.path);
    each(&format!("{at}.title"), &mut declaration.title);
    each(&format!("{at}.button"), &mut declaration.button);
    blocks(&at, &mut declaration.content, each);
    sentences(&format!("{at}.staff"), &mut declaration.staff_notes, each);
    declaration.fields.iter_mut().for_each(|one| field(one, each));
}

fn sentences(at: &str, list: &mut [Sentence], each: &mut dyn FnMut(&str, &mut Words)) {
    for sentence in list {
        each(&format!("{at}.{}", sentence.id), &mut sentence.text);
    }
}

fn blocks(at: &str, list: &mut [Block], each: &mut dyn FnMut(&str, &mut Words)) {
    for block in list {
        let key = format!("{at}.content.{}", block.id);
        match &mut block.show {
            Show::Heading(text)
            | Show::Paragraph(text)
            | Show::Inset(text)
            | Show::Warning(text) => each(&key, text),
            Show::Bullets(items) => sentences(&key, items, each),
        }
    }
}

fn field(field: &mut Field, each: &mut dyn FnMut(&str, &mut Words)) {
    let at = format!("field.{}", field.id);
    each(&format!("{at}.label"), &mut field.label);
    if let Some(short) = &mut field.short {
        each(&format!("{at}.short"), short);
    }
    if let Some(hint) = &mut field.hint {
        each(&format!("{at}.hint"), hint);
    }
    match &mut field.answer {
        Kind::Radios(rule) => options(&at, &mut rule.options, each),
        Kind::Checkboxes(rule) => options(&at, &mut rule.options, each),
        Kind::YesNo(rule) => {
            each(&format!("{at}.yes"), &mut rule.yes);
            each(&format!("{at}.no"), &mut rule.no);
        }
        Kind::Text(_)
        | Kind::AddressLine(_)
        | Kind::Date(_)
        | Kind::Number(_)
        | Kind::Email(_)
        | Kind::VehicleRegistration(_)
        | Kind::V5cReference(_)
        | Kind::DriverNumber(_)
        | Kind::Postcode(_) => {}
    }
    for (failure, message) in &mut field.messages {
        each(&format!("{at}.message.{}", failure.code()), message);
    }
}

fn options(at: &str, list: &mut [Choice], each: &mut dyn FnMut(&str, &mut Words)) {
    for choice in list {
        let key = format!("{at}.option.{}", choice.value);
        each(&key, &mut choice.label);
        if let Some(hint) = &mut choice.hint {
            each(&format!("{key}.hint"), hint);
        }
    }
}
