//! What was typed, as it was typed.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::definition::field::{Field, Kind};
use crate::kind::parts::parts;

/// What was typed on a page: values by name, several for ticks.
pub type Values = BTreeMap<String, Vec<String>>;

/// Characters kept of anything typed on one line. Every field allows fewer, so what is cut here is
/// always reported as too long and never accepted.
pub const TYPED_CHARS: usize = 4_000;
/// The same of several lines of text.
pub const TYPED_LONG_CHARS: usize = 24_000;
/// Values kept of one name: more than any field has choices.
pub const TYPED_VALUES: usize = 301;

/// Everything typed in a journey, wrong answers and answers off the path included.
///
/// It is what a draft saves and takes up again.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answers {
    typed: Values,
    answered: BTreeSet<String>,
    /// Pages whose warnings the person has seen and gone on from.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    heeded: BTreeSet<String>,
    /// Of each group, what was typed about each thing.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    items: BTreeMap<String, Vec<Answers>>,
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

    /// What was typed for one part of an answer.
    pub(crate) fn part(&self, id: &str, part: &str) -> &str {
        self.one(&part_name(id, part))
    }

    /// Somebody went on from the page at `path`, rightly or wrongly.
    pub(crate) fn is_answered(&self, path: &str) -> bool {
        self.answered.contains(path)
    }

    /// Marks the page at `path` as answered.
    pub(crate) fn mark(&mut self, path: &str) {
        if !self.answered.contains(path) {
            self.answered.insert(path.to_owned());
        }
    }

    /// The page at `path` is no longer answered; what was typed there stays.
    pub(crate) fn unmark(&mut self, path: &str) {
        self.answered.remove(path);
    }

    /// The warnings of the page at `path` were seen.
    pub(crate) fn is_heeded(&self, path: &str) -> bool {
        self.heeded.contains(path)
    }

    /// Notes whether the warnings of the page at `path` were seen.
    pub(crate) fn heed(&mut self, path: &str, seen: bool) {
        match seen {
            true => self.heeded.insert(path.to_owned()),
            false => self.heeded.remove(path),
        };
    }

    /// What was typed about each thing of the group at `path`.
    pub(crate) fn items(&self, path: &str) -> &[Self] {
        self.items.get(path).map_or(&[], Vec::as_slice)
    }

    /// What was typed about thing number `place` of the group at `path`, counted from 0; one more
    /// than there are makes a new one. `None` beyond that.
    pub(crate) fn item_mut(&mut self, path: &str, place: usize) -> Option<&mut Self> {
        let items = self.items.entry(path.to_owned()).or_default();
        if items.len() == place {
            items.push(Self::default());
        }
        items.get_mut(place)
    }

    /// Takes thing number `place` out of the group at `path`.
    pub(crate) fn remove_item(&mut self, path: &str, place: usize) {
        if let Some(items) = self.items.get_mut(path)
            && place < items.len()
        {
            items.remove(place);
        }
    }

    /// Takes what was typed for `field` out of `values`. True when it differs from before.
    pub(crate) fn take(&mut self, field: &Field, values: &Values) -> bool {
        // A control that shows one value takes one, so that going back changes nothing.
        let (at_most, chars) = match &field.answer {
            Kind::Checkboxes(_) | Kind::File(_) => (TYPED_VALUES, TYPED_CHARS),
            Kind::LongText(_) => (1, TYPED_LONG_CHARS),
            _ => (1, TYPED_CHARS),
        };
        let mut changed = false;
        for name in names(field) {
            let typed = values.get(&name).map(|list| kept(list, at_most, chars));
            changed |= self.put(name, typed.unwrap_or_default());
        }
        changed
    }

    /// Keeps `typed` under `name`. True when it differs from before.
    pub(crate) fn put(&mut self, name: String, typed: Vec<String>) -> bool {
        let changed = self.many(&name) != typed;
        self.typed.insert(name, typed);
        changed
    }

    /// What was typed under these names, that about things of groups included.
    pub(crate) fn picked(&self, names: &BTreeSet<String>) -> Values {
        let own =
            self.typed.iter().filter(|(name, typed)| names.contains(*name) && !typed.is_empty());
        let mut all: Values = own.map(|(name, typed)| (name.clone(), typed.clone())).collect();
        for (group, items) in &self.items {
            for (number, item) in items.iter().enumerate() {
                let picked = item.picked(names).into_iter();
                all.extend(picked.map(|(name, typed)| (format!("{group}/{number}/{name}"), typed)));
            }
        }
        all
    }

    /// Puts what was typed elsewhere over what was typed here.
    pub(crate) fn overlay(&mut self, other: &Self) {
        let typed = other.typed.iter().map(|(name, typed)| (name.clone(), typed.clone()));
        self.typed.extend(typed);
    }

    /// Forgets the page at `path` with its fields.
    pub(crate) fn forget(&mut self, path: &str, fields: &[Field]) {
        self.answered.remove(path);
        self.heeded.remove(path);
        for name in fields.iter().flat_map(names) {
            self.typed.remove(&name);
        }
    }
}

/// The names under which a field's answer is typed.
pub(crate) fn names(field: &Field) -> Vec<String> {
    let named = |part: &str| part_name(&field.id, part);
    match &field.answer {
        Kind::Date(_) => ["day", "month", "year"].map(named).into(),
        Kind::MonthYear(_) => ["month", "year"].map(named).into(),
        kind => match parts(kind).as_slice() {
            [] => vec![field.id.clone()],
            parts => parts.iter().map(|part| named(part.name)).collect(),
        },
    }
}

/// The name of one part of an answer.
pub(crate) fn part_name(id: &str, part: &str) -> String {
    format!("{id}-{part}")
}

/// An empty value is the same as none, so that sending back an untouched page changes nothing.
fn kept(list: &[String], at_most: usize, chars: usize) -> Vec<String> {
    let given = list.iter().filter(|text| !text.is_empty()).take(at_most);
    given.map(|text| text.chars().take(chars).collect()).collect()
}
