//! What was typed, as it was typed.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::definition::field::{Field, Kind};

/// What was typed on a page: values by name, several for ticks.
pub type Values = BTreeMap<String, Vec<String>>;

/// Characters kept of anything typed. Every field allows fewer, so what is cut here is always
/// reported as too long and never accepted.
pub const TYPED_CHARS: usize = 4_000;
/// Values kept of one name: more than any field has choices.
pub const TYPED_VALUES: usize = 301;

/// The parts of a date, as the endings of their names.
pub(crate) const DATE_PARTS: [&str; 3] = ["day", "month", "year"];

/// Everything typed in a journey, wrong answers and answers off the path included.
///
/// It is what a draft saves and takes up again.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answers {
    typed: Values,
    answered: BTreeSet<String>,
}

impl Answers {
    /// What was typed under `name`; empty for nothing.
    pub(crate) fn one(&self, name: &str) -> &str {
        self.many(name).first().map_or("", String::as_str)
    }

    /// Everything under `name`.
    pub(crate) fn many(&self, name: &str) -> &[String] {
        self.typed.get(name).map_or(&[], Vec::as_slice)
    }

    /// What was typed for one part of a date.
    pub(crate) fn part(&self, id: &str, part: &str) -> &str {
        self.one(&part_name(id, part))
    }

    /// Somebody went on from the page at `path`, rightly or wrongly.
    pub(crate) fn is_answered(&self, path: &str) -> bool {
        self.answered.contains(path)
    }

    /// Marks the page at `path` as answered.
    pub(crate) fn mark(&mut self, path: &str) {
        self.answered.insert(path.to_owned());
    }

    /// Takes what was typed for `field` out of `values`. True when it differs from before.
    pub(crate) fn take(&mut self, field: &Field, values: &Values) -> bool {
        // A control that shows one value takes one, so that going back changes nothing.
        let at_most = if matches!(field.answer, Kind::Checkboxes(_)) { TYPED_VALUES } else { 1 };
        let mut changed = false;
        for name in names(field) {
            let typed = values.get(&name).map(|list| kept(list, at_most)).unwrap_or_default();
            changed |= self.many(&name) != typed;
            self.typed.insert(name, typed);
        }
        changed
    }

    /// Forgets the page at `path` with its fields.
    pub(crate) fn forget(&mut self, path: &str, fields: &[Field]) {
        self.answered.remove(path);
        for name in fields.iter().flat_map(names) {
            self.typed.remove(&name);
        }
    }
}

/// The names under which a field's answer is typed.
pub(crate) fn names(field: &Field) -> Vec<String> {
    match field.answer {
        Kind::Date(_) => DATE_PARTS.iter().map(|part| part_name(&field.id, part)).collect(),
        _ => vec![field.id.clone()],
    }
}

/// The name of one part of a date.
pub(crate) fn part_name(id: &str, part: &str) -> String {
    format!("{id}-{part}")
}

/// An empty value is the same as none, so that sending back an untouched page changes nothing.
fn kept(list: &[String], at_most: usize) -> Vec<String> {
    let given = list.iter().filter(|text| !text.is_empty()).take(at_most);
    given.map(|text| text.chars().take(TYPED_CHARS).collect()).collect()
}
