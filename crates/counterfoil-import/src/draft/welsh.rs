//! The Welsh of a form that has one file for each language.
//!
//! The questions are the keys: a question has the same name in both files, whatever it is called.
//! Pages are matched by the questions on them, and pages without any by their place between those
//! with. What has no counterpart is reported and stays English.

use std::collections::HashMap;

use counterfoil_form::Words;
use counterfoil_form::definition::field::{Choice, Field, Kind as Answer};

use super::{Draft, Page, Part, Role};
use crate::report::{Kind, Log, quoted};

/// Puts the words of `welsh`, a draft whose English is in truth Welsh, beside those of `draft`.
pub(crate) fn merge(draft: &mut Draft, welsh: &Draft, log: &mut Log) {
    take(&mut draft.title, Some(&welsh.title));
    sections(draft, welsh);
    let pairs = pairs(&draft.pages, &welsh.pages);
    let fields: HashMap<&str, &Field> =
        welsh.pages.iter().flat_map(Page::fields).map(|field| (field.id.as_str(), field)).collect();
    for (number, page) in draft.pages.iter_mut().enumerate() {
        let twin = pairs.get(number).copied().flatten().and_then(|at| welsh.pages.get(at));
        match twin {
            Some(twin) => page_words(page, twin, log),
            None => missing(log, &page.at, &format!("the page {}", quoted(&page.title.en))),
        }
        for part in &mut page.parts {
            let Part::Field(field) = part else { continue };
            match fields.get(field.id.as_str()) {
                Some(twin) => field_words(field, twin, &page.at, log),
                None => missing(log, &page.at, &format!("the question {}", quoted(&field.id))),
            }
        }
    }
    same_length(&mut draft.declaration, &welsh.declaration, "/declaration", log);
    same_length(&mut draft.next_steps, &welsh.next_steps, "/specialPages", log);
    same_length(&mut draft.contact, &welsh.contact, "/feedback", log);
    let fees = draft.fees.iter_mut().zip(&welsh.fees);
    fees.for_each(|(fee, twin)| take(&mut fee.text, Some(&twin.text)));
    superfluous(draft, welsh, log);
}

fn missing(log: &mut Log, at: &str, what: &str) {
    log.add(Kind::Language, at, format!("{what} has no counterpart in the Welsh form"));
}

/// What the Welsh form asks that the English one does not.
fn superfluous(draft: &Draft, welsh: &Draft, log: &mut Log) {
    let known: HashMap<&str, ()> =
        draft.pages.iter().flat_map(Page::fields).map(|field| (field.id.as_str(), ())).collect();
    for field in welsh.pages.iter().flat_map(Page::fields) {
        if !known.contains_key(field.id.as_str()) {
            let name = quoted(&field.id);
            log.add(Kind::Language, "", format!("only the Welsh form asks {name}, left out"));
        }
    }
}

fn take(words: &mut Words, welsh: Option<&Words>) {
    if let Some(welsh) = welsh.filter(|welsh| !welsh.en.trim().is_empty()) {
        words.cy.clone_from(&welsh.en);
    }
}

fn same_length(list: &mut [Words], welsh: &[Words], at: &str, log: &mut Log) {
    if list.len() != welsh.len() && !list.is_empty() {
        return missing(log, at, "this text");
    }
    list.iter_mut().zip(welsh).for_each(|(words, twin)| take(words, Some(twin)));
}

/// Sections have the same name in both files, else they are as many and in the same order.
fn sections(draft: &mut Draft, welsh: &Draft) {
    let as_many = draft.sections.len() == welsh.sections.len();
    for (number, section) in draft.sections.iter_mut().enumerate() {
        let named = welsh.sections.iter().find(|twin| twin.id == section.id);
        let placed = welsh.sections.get(number).filter(|_| as_many);
        take(&mut section.title, named.or(placed).map(|twin| &twin.title));
    }
}

/// For each page its counterpart: the page with its first question, else the page of the same
/// path, else, when there are as many pages, the page of the same kind in the same place.
fn pairs(pages: &[Page], welsh: &[Page]) -> Vec<Option<usize>> {
    let mut by_field = HashMap::new();
    let mut by_path = HashMap::new();
    for (number, page) in welsh.iter().enumerate() {
        page.fields().for_each(|field| {
            by_field.entry(field.id.as_str()).or_insert(number);
        });
        by_path.entry(page.path.as_str()).or_insert(number);
    }
    let as_many = pages.len() == welsh.len();
    let twin = |(number, page): (usize, &Page)| {
        if page.asks() {
            return page.fields().find_map(|field| by_field.get(field.id.as_str()).copied());
        }
        let tells = |at: &usize| welsh.get(*at).is_some_and(|page| !page.asks());
        let placed = as_many.then_some(number).filter(tells);
        by_path.get(page.path.as_str()).copied().filter(tells).or(placed)
    };
    pages.iter().enumerate().map(twin).collect()
}

fn page_words(page: &mut Page, welsh: &Page, log: &mut Log) {
    take(&mut page.title, Some(&welsh.title));
    if let (Role::Repeat(own), Role::Repeat(twin)) = (&mut page.role, &welsh.role) {
        take(&mut own.item, Some(&twin.item));
        take(&mut own.title, Some(&twin.title));
    }
    let texts = |page: &Page| {
        let text = |part: &Part| match part {
            Part::Text(_, words) => Some(words.clone()),
            Part::Field(_) => None,
        };
        page.parts.iter().filter_map(text).collect::<Vec<_>>()
    };
    let welsh_texts = texts(welsh);
    if texts(page).len() != welsh_texts.len() {
        let title = quoted(&page.title.en);
        return missing(log, &page.at, &format!("the content of {title}"));
    }
    let mut twins = welsh_texts.iter();
    for part in &mut page.parts {
        if let Part::Text(_, words) = part {
            take(words, twins.next());
        }
    }
}

fn field_words(field: &mut Field, welsh: &Field, at: &str, log: &mut Log) {
    take(&mut field.label, Some(&welsh.label));
    for (own, twin) in [(&mut field.short, &welsh.short), (&mut field.hint, &welsh.hint)] {
        if let Some(own) = own {
            take(own, twin.as_ref());
        }
    }
    for (key, message) in &mut field.messages {
        take(message, welsh.messages.get(key));
    }
    match (&mut field.answer, &welsh.answer) {
        (Answer::Radios(own), Answer::Radios(twin)) => {
            choices(&mut own.options, &twin.options, &field.id, at, log);
        }
        (Answer::Select(own), Answer::Select(twin)) => {
            choices(&mut own.options, &twin.options, &field.id, at, log);
        }
        (Answer::Checkboxes(own), Answer::Checkboxes(twin)) => {
            choices(&mut own.options, &twin.options, &field.id, at, log);
        }
        (Answer::Number(own), Answer::Number(twin)) => {
            if let Some(prefix) = &mut own.prefix {
                take(prefix, twin.prefix.as_ref());
            }
            if let Some(suffix) = &mut own.suffix {
                take(suffix, twin.suffix.as_ref());
            }
        }
        (Answer::Declaration(own), Answer::Declaration(twin)) => {
            take(&mut own.tick, Some(&twin.tick));
        }
        (own, twin) if std::mem::discriminant(own) != std::mem::discriminant(twin) => {
            let name = quoted(&field.id);
            log.add(Kind::Language, at, format!("{name} takes another answer in the Welsh form"));
        }
        _ => {}
    }
}

/// Choices have the same value in both files, or they are as many and in the same order.
fn choices(own: &mut [Choice], welsh: &[Choice], field: &str, at: &str, log: &mut Log) {
    let by_value: HashMap<&str, &Choice> =
        welsh.iter().map(|choice| (choice.value.as_str(), choice)).collect();
    let as_many = own.len() == welsh.len();
    for (number, choice) in own.iter_mut().enumerate() {
        let placed = welsh.get(number).filter(|_| as_many);
        match by_value.get(choice.value.as_str()).copied().or(placed) {
            Some(twin) => {
                take(&mut choice.label, Some(&twin.label));
                if let Some(hint) = &mut choice.hint {
                    take(hint, twin.hint.as_ref());
                }
            }
            None => {
                let what = format!("the choice {} of {}", quoted(&choice.value), quoted(field));
                missing(log, at, &what);
            }
        }
    }
}
