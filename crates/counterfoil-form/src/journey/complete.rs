//! A journey that has come to its end: what is recorded and what goes on the receipt.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::Journey;
use super::view::{content, short};
use super::way::{FieldFault, Stop, Way, judge_fields};
use crate::definition::field::Field;
use crate::kind::show::{in_full, masked};
use crate::value::ValuesByField;
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
    /// The answers on the way and in the declaration, normalised, by field; nothing else.
    pub answers: BTreeMap<String, serde_json::Value>,
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
    /// What is to be recorded, or what is wrong with the declaration. An error with nothing in
    /// it means that the way does not lead to the declaration.
    pub(crate) fn complete(&self, today: Date) -> Result<Completed, Vec<FieldFault>> {
        let way = self.way(today);
        if !matches!(way.stop, Stop::Check) {
            return Err(Vec::new());
        }
        let declaration = &self.service.definition().declaration;
        let mut values = way.values.clone();
        let faults = judge_fields(&declaration.fields, &self.answers, today, &mut values);
        if !faults.is_empty() {
            return Err(faults);
        }
        Ok(Completed {
            service: self.service.id().to_owned(),
            version: self.service.version().to_owned(),
            path: way.pages.iter().map(|page| page.path.clone()).collect(),
            receipt_rows_en: rows(&way, Language::En),
            receipt_rows_cy: rows(&way, Language::Cy),
            declaration_en: self.declared(&values, Language::En),
            declaration_cy: self.declared(&values, Language::Cy),
            answers: values.iter().map(|(field, value)| (field.clone(), value.to_json())).collect(),
        })
    }

    fn declared(&self, values: &ValuesByField, language: Language) -> Vec<String> {
        let declaration = &self.service.definition().declaration;
        let text = content(&declaration.content, language).into_iter().flat_map(statements);
        let ticked = |field: &Field| in_full(field, values.get(&field.id), language);
        let given = declaration.fields.iter().filter(|field| values.contains_key(&field.id));
        text.chain(given.flat_map(ticked)).collect()
    }
}

/// A paragraph that only leads to a list says nothing by itself.
fn statements(block: ContentBlock) -> Vec<String> {
    match block {
        ContentBlock::Bullets { items } => items,
        ContentBlock::Paragraph { text } if text.ends_with(':') => Vec::new(),
        ContentBlock::Heading { text }
        | ContentBlock::Paragraph { text }
        | ContentBlock::Inset { text }
        | ContentBlock::Warning { text } => vec![text],
    }
}

/// The answers given. Paper that people carry does not list what they left empty.
fn rows(way: &Way<'_>, language: Language) -> Vec<ReceiptRow> {
    let fields = way.pages.iter().flat_map(|page| &page.fields).filter(|field| !field.repeats);
    let row = |field: &Field| {
        let answer = masked(field, way.values.get(&field.id)?, language);
        Some(ReceiptRow { question: short(field, language), answer })
    };
    fields.filter_map(row).collect()
}
