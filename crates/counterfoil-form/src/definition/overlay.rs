//! The Welsh overlay, and the keys under which it gives every text of a definition.
//!
//! Keys are made of stable ids, never of positions: `title`, `summary`, `department.name`,
//! `department.short_name`, `deadline`, `task_list.title`, `<list>.<id>` for the lists `signposts`,
//! `script`, `evidence`, `consent`, `fees`, `next_steps`, `paper`, `contact` and `contest`,
//! `section.<id>`, `page.<path>.title`, `page.<path>.content.<block>`,
//! `page.<path>.staff.<sentence>`, `page.<path>.button`, `group.<path>.title`, `.item`,
//! `.another`, `.another.yes`, `.another.no`, `group.<path>.staff.<sentence>`,
//! `field.<id>.label`, `.short`, `.hint`, `.yes`, `.no`, `.tick`, `.prefix`, `.suffix`,
//! `field.<id>.option.<value>`, `field.<id>.option.<value>.hint` and
//! `field.<id>.message.<failure>`.

use std::collections::BTreeMap;
use std::fmt;

use serde::Deserialize;
use serde::de::{Error, MapAccess, Visitor};

use super::Definition;
use super::field::{Choice, Field, Kind};
use super::group::Group;
use super::page::{Block, Page};
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

/// The English of `definition` by the keys of its overlay: what a translator is given.
#[must_use]
pub fn keys(definition: &Definition) -> BTreeMap<String, String> {
    let mut all = BTreeMap::new();
    let mut copy = definition.clone();
    visit(&mut copy, &mut |key, words| {
        all.insert(key.to_owned(), words.en.clone());
    });
    all
}

/// The Welsh of `definition` by key, of every text that has any.
#[must_use]
pub fn welsh(definition: &Definition) -> BTreeMap<String, String> {
    let mut all = BTreeMap::new();
    let mut copy = definition.clone();
    visit(&mut copy, &mut |key, words| {
        if !words.cy.is_empty() {
            all.insert(key.to_owned(), words.cy.clone());
        }
    });
    all
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
pub fn visit(definition: &mut Definition, each: &mut dyn FnMut(&str, &mut Words)) {
    each("title", &mut definition.title);
    each("summary", &mut definition.summary);
    each("department.name", &mut definition.department.name);
    each("department.short_name", &mut definition.department.short_name);
    terms(definition, each);
    for section in &mut definition.sections {
        each(&format!("section.{}", section.id), &mut section.title);
    }
    if let Some(tasks) = &mut definition.task_list {
        each("task_list.title", &mut tasks.title);
    }
    definition.pages.iter_mut().for_each(|one| page(one, each));
    definition.groups.iter_mut().for_each(|one| group(one, each));
    ends(definition, each);
}

fn terms(definition: &mut Definition, each: &mut dyn FnMut(&str, &mut Words)) {
    for (key, list) in [
        ("script", &mut definition.script),
        ("evidence", &mut definition.evidence),
        ("consent", &mut definition.consent),
        ("next_steps", &mut definition.next_steps),
        ("contact", &mut definition.contact),
        ("contest", &mut definition.contest),
    ] {
        sentences(key, list, each);
    }
    for signpost in &mut definition.signposts {
        each(&format!("signposts.{}", signpost.id), &mut signpost.text);
    }
    for fee in &mut definition.fees {
        each(&format!("fees.{}", fee.id), &mut fee.text);
    }
    for paper in &mut definition.paper {
        each(&format!("paper.{}", paper.id), &mut paper.text);
    }
    if let Some(deadline) = &mut definition.deadline {
        each("deadline", &mut deadline.text);
    }
}

fn page(page: &mut Page, each: &mut dyn FnMut(&str, &mut Words)) {
    let at = format!("page.{}", page.path);
    if let Some(title) = &mut page.title {
        each(&format!("{at}.title"), title);
    }
    blocks(&at, &mut page.content, each);
    sentences(&format!("{at}.staff"), &mut page.staff_notes, each);
    page.fields.iter_mut().for_each(|one| field(one, each));
}

fn group(group: &mut Group, each: &mut dyn FnMut(&str, &mut Words)) {
    let at = format!("group.{}", group.path);
    each(&format!("{at}.title"), &mut group.title);
    each(&format!("{at}.item"), &mut group.item);
    each(&format!("{at}.another"), &mut group.another.label);
    each(&format!("{at}.another.yes"), &mut group.another.yes);
    each(&format!("{at}.another.no"), &mut group.another.no);
    sentences(&format!("{at}.staff"), &mut group.staff_notes, each);
    group.pages.iter_mut().for_each(|one| page(one, each));
}

fn ends(definition: &mut Definition, each: &mut dyn FnMut(&str, &mut Words)) {
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
        each(&format!("{at}.content.{}", block.id), &mut block.text);
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
    kind(&at, &mut field.answer, each);
    for (failure, message) in &mut field.messages {
        each(&format!("{at}.message.{failure}"), message);
    }
}

fn kind(at: &str, kind: &mut Kind, each: &mut dyn FnMut(&str, &mut Words)) {
    match kind {
        Kind::Radios(rule) => options(at, &mut rule.options, each),
        Kind::Checkboxes(rule) => options(at, &mut rule.options, each),
        Kind::Select(rule) => options(at, &mut rule.options, each),
        Kind::YesNo(rule) => {
            each(&format!("{at}.yes"), &mut rule.yes);
            each(&format!("{at}.no"), &mut rule.no);
        }
        Kind::Declaration(rule) => each(&format!("{at}.tick"), &mut rule.tick),
        Kind::Number(rule) => {
            if let Some(prefix) = &mut rule.prefix {
                each(&format!("{at}.prefix"), prefix);
            }
            if let Some(suffix) = &mut rule.suffix {
                each(&format!("{at}.suffix"), suffix);
            }
        }
        // The other kinds have no words of their own.
        _ => {}
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
