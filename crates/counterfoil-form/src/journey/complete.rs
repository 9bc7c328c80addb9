//! A journey that has come to its end: what is recorded and what goes on the receipt.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde_json::Value as Json;

use super::Journey;
use super::condition::Values;
use super::judging::judge_fields;
use super::list::item_view;
use super::place::Place;
use super::view::{content, short};
use super::way::{Stop, Way};
use crate::definition::field::Field;
use crate::kind::show::{in_full, masked};
use crate::markdown::said;
use crate::view::{ContentBlock, Language};

/// What is to be recorded.
#[derive(Debug, Clone, PartialEq)]
pub struct Completed {
    /// `<department>/<service>`.
    pub service: String,
    /// The version of the definition that asked.
    pub version: String,
    /// The paths of the pages on the way, in order.
    pub path: Vec<String>,
    /// The answers on the way and in the declaration, normalised, by field; of a group a list
    /// with one object a thing; nothing else.
    pub answers: BTreeMap<String, Json>,
    /// The questions and masked answers for the receipt, in English.
    pub receipt_rows_en: Vec<ReceiptRow>,
    /// The same in Welsh.
    pub receipt_rows_cy: Vec<ReceiptRow>,
    /// What was declared, one string a statement, in English.
    pub declaration_en: Vec<String>,
    /// The same in Welsh.
    pub declaration_cy: Vec<String>,
}

/// A question and its answer as the receipt may show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReceiptRow {
    /// The question, short.
    pub question: String,
    /// The answer, masked as the definition says.
    pub answer: String,
}

impl Journey {
    /// What is to be recorded; `None` when the way does not lead to the declaration or that is
    /// not made.
    pub(crate) fn complete(&self, today: Date) -> Option<Completed> {
        let way = self.way(today);
        if !matches!(way.stop, Stop::Check) {
            return None;
        }
        let declaration = &self.service.definition().declaration;
        let mut declared = Values::new();
        let faults =
            judge_fields(&declaration.fields, &self.answers, &way.judge, &mut declared, &[]);
        if !faults.is_empty() {
            return None;
        }
        Some(Completed {
            service: self.service.id().to_owned(),
            version: self.service.version().to_owned(),
            path: way.places.iter().map(|place| place.path().into_owned()).collect(),
            receipt_rows_en: rows(&way, Language::En),
            receipt_rows_cy: rows(&way, Language::Cy),
            declaration_en: self.declared(&way, &declared, Language::En),
            declaration_cy: self.declared(&way, &declared, Language::Cy),
            answers: answers(&way, &declared),
        })
    }

    fn declared(&self, way: &Way<'_>, values: &Values<'_>, language: Language) -> Vec<String> {
        let declaration = &self.service.definition().declaration;
        let shown = content(&declaration.content, language, way.sight_at(None));
        let text = shown.into_iter().flat_map(statements);
        let ticked = |field: &Field| in_full(field, values.get(field.id.as_str()), language);
        let given =
            declaration.fields.iter().filter(|field| values.contains_key(field.id.as_str()));
        text.chain(given.flat_map(ticked)).collect()
    }
}

fn answers(way: &Way<'_>, declared: &Values<'_>) -> BTreeMap<String, Json> {
    let object = |values: &Values<'_>| -> Json {
        values.iter().map(|(field, value)| ((*field).to_owned(), value.to_json())).collect()
    };
    let top = way.values.iter().chain(declared);
    let mut all: BTreeMap<String, Json> =
        top.map(|(field, value)| ((*field).to_owned(), value.to_json())).collect();
    for (group, things) in &way.items {
        all.insert((*group).to_owned(), things.iter().map(object).collect());
    }
    all
}

/// A paragraph that only leads to a list says nothing by itself.
fn statements(block: ContentBlock) -> Vec<String> {
    match block {
        ContentBlock::Bullets { items } | ContentBlock::Numbered { items } => {
            items.iter().map(|item| said(item)).collect()
        }
        ContentBlock::Paragraph { spans } | ContentBlock::Inset { spans } => {
            let text = said(&spans);
            if text.ends_with(':') { Vec::new() } else { vec![text] }
        }
        ContentBlock::Heading { text } | ContentBlock::Warning { text } => vec![text],
    }
}

/// The answers given. Paper that people carry does not list what they left empty.
fn rows(way: &Way<'_>, language: Language) -> Vec<ReceiptRow> {
    way.places.iter().flat_map(|place| place_rows(way, *place, language)).collect()
}

fn place_rows<'a>(way: &Way<'a>, place: Place<'a>, language: Language) -> Vec<ReceiptRow> {
    let (values, thing) = match place {
        Place::Item(group, number, _) => {
            let title = item_view(group, number, way, language).title;
            (way.item_values(group, number), Some(title))
        }
        Place::Page(_) | Place::List(_) => (&way.values, None),
    };
    let shown = place.fields().iter().filter(|field| !field.repeats);
    let row = |field: &Field| {
        let answer = masked(field, values.get(field.id.as_str())?, language)?;
        let question = short(field, language);
        let question = match &thing {
            Some(thing) => format!("{thing}: {question}"),
            None => question,
        };
        Some(ReceiptRow { question, answer })
    };
    shown.filter_map(row).collect()
}
