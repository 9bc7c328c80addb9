//! Conditions of both schemas, to native ones.
//!
//! The source's engine gives every question outside a repeat an empty value to begin with, so a
//! comparison with an unanswered question is told: `is not` is true. A comparison that fails, as
//! with a question that repeats, makes the whole condition false from there on.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use counterfoil_form::definition::condition::{Condition, NamedCondition};
use counterfoil_form::definition::field::{Choice, Field, Kind as Answer};
use serde_json::Value as Json;

use super::Reader;
use crate::report::{Kind, quoted};
use crate::{limits, source, truth};

/// A question as conditions see it.
#[derive(Debug, Clone)]
pub(super) struct Known {
    /// The native id.
    pub(super) id: String,
    /// What its answers are.
    pub(super) sort: Sort,
    /// It is asked for each of several things.
    repeated: bool,
    /// The values of its choices, if it has any.
    values: Option<Arc<HashSet<String>>>,
}

/// Answers as conditions compare them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sort {
    /// True or false.
    YesNo,
    /// The value of a choice.
    Choice,
    /// Ticks.
    Ticks,
    /// A number.
    Number,
    /// A day.
    Date,
    /// Text.
    Text,
    /// Something that equals nothing, such as an address.
    Other,
}

impl Known {
    pub(super) fn of(field: &Field, repeated: bool) -> Self {
        let values = |list: &[Choice]| {
            Some(Arc::new(list.iter().map(|choice| choice.value.clone()).collect()))
        };
        let (sort, values) = match &field.answer {
            Answer::YesNo(_) | Answer::Declaration(_) => (Sort::YesNo, None),
            Answer::Radios(rule) => (Sort::Choice, values(&rule.options)),
            Answer::Select(rule) => (Sort::Choice, values(&rule.options)),
            Answer::Checkboxes(rule) => (Sort::Ticks, values(&rule.options)),
            Answer::Number(_) => (Sort::Number, None),
            Answer::Date(_) => (Sort::Date, None),
            Answer::MonthYear(_) | Answer::UkAddress(_) | Answer::File(_) => (Sort::Other, None),
            _ => (Sort::Text, None),
        };
        Self { id: field.id.clone(), sort, repeated, values }
    }

    /// An answer can be `value`, as far as that is known.
    pub(super) fn may_be(&self, value: &str) -> bool {
        self.values.as_ref().is_none_or(|values| values.contains(value))
    }
}

/// A comparison that the engine cannot make.
pub(super) struct Thrown;

/// Conditions made so far by their keys; `None` while one is being made.
type Made = HashMap<String, Option<Condition>>;

impl Reader<'_> {
    /// The native condition of this key. One that is not known never holds.
    pub(super) fn named(&mut self, key: &str, at: &str) -> Condition {
        if let Some((_, id)) = self.conditions.get(key) {
            self.used.insert(key.to_owned());
            return Condition::Ref(id.clone());
        }
        let message = format!("there is no condition {}, so it never holds", quoted(key));
        self.tools.log.add(Kind::Condition, at, message);
        truth::always(false)
    }

    /// The named conditions that are used, in the order of the source. Called when everything
    /// that can refer to them was read.
    pub(super) fn read_conditions(&mut self) -> Vec<NamedCondition> {
        let all = source::list(self.form, "conditions");
        if limits::CONDITIONS < all.len() {
            let message = format!("only the first {} conditions are read", limits::CONDITIONS);
            self.tools.log.add(Kind::Limit, "/conditions", message);
        }
        let mut used: Vec<String> = self.used.iter().cloned().collect();
        used.sort();
        let mut made = Made::new();
        used.iter().for_each(|key| self.make(key, &mut made, 0));
        let mut unused = 0_usize;
        let mut named = Vec::new();
        for condition in all.iter().take(limits::CONDITIONS) {
            let key = source::text(condition, "id").or_else(|| source::text(condition, "name"));
            let key = key.unwrap_or_default();
            let last = self.conditions.get(key).filter(|(last, _)| std::ptr::eq(*last, condition));
            match (last, made.get(key)) {
                (Some((_, id)), Some(Some(when))) => {
                    named.push(NamedCondition { id: id.clone(), when: when.clone() });
                }
                _ => unused += 1,
            }
        }
        if 0 < unused {
            let message = format!("{unused} conditions that nothing uses were left out");
            self.tools.log.add(Kind::Setting, "/conditions", message);
        }
        named
    }

    /// Makes the condition `key` if it is not made yet.
    fn make(&mut self, key: &str, made: &mut Made, depth: usize) {
        let Some((condition, _)) = self.conditions.get(key).cloned() else { return };
        if made.contains_key(key) {
            return;
        }
        made.insert(key.to_owned(), None);
        let at = format!("/conditions/{key}");
        let items = source::list(condition, "items");
        let when = match condition.get("value") {
            _ if !items.is_empty() => {
                let joined = source::text(condition, "coordinator");
                self.joined(items, joined, made, depth, &at)
            }
            Some(value) if value.is_object() => {
                self.joined(source::list(value, "conditions"), None, made, depth, &at)
            }
            _ => Err(Thrown),
        };
        let when = when.unwrap_or_else(|Thrown| truth::always(false));
        if when == truth::always(false) {
            let message = format!("the condition {} can never hold", quoted(key));
            self.tools.log.add(Kind::Condition, at, message);
        }
        made.insert(key.to_owned(), Some(when));
    }

    /// Comparisons one after the other, joined by `coordinator` or each by its own; `and` binds
    /// tighter than `or`. What cannot be told ends the whole, so nothing behind it counts.
    fn joined(
        &mut self,
        list: &[Json],
        coordinator: Option<&str>,
        made: &mut Made,
        depth: usize,
        at: &str,
    ) -> Result<Condition, Thrown> {
        if limits::EXPRESSION_DEPTH < depth || limits::COMPARISONS < list.len() {
            self.tools.log.add(Kind::Condition, at, "a condition is too large, so it never holds");
            return Err(Thrown);
        }
        let mut ors: Vec<Vec<Condition>> = vec![Vec::new()];
        let mut thrown = list.is_empty();
        for one in list {
            let inner = source::list(one, "conditions").first();
            let own = source::text(one, "coordinator")
                .or_else(|| inner.and_then(|first| source::text(first, "coordinator")));
            if coordinator.or(own) == Some("or") && ors.last().is_some_and(|last| !last.is_empty())
            {
                if thrown {
                    break;
                }
                ors.push(Vec::new());
            }
            let told = self.one(one, made, depth, at);
            thrown |= told.is_err();
            if let Some(last) = ors.last_mut() {
                last.push(told.unwrap_or_else(|Thrown| truth::always(false)));
            }
        }
        let any = truth::any(ors.into_iter().map(truth::all));
        if thrown && any == truth::always(false) { Err(Thrown) } else { Ok(any) }
    }

    fn one(
        &mut self,
        one: &Json,
        made: &mut Made,
        depth: usize,
        at: &str,
    ) -> Result<Condition, Thrown> {
        if one.get("conditions").is_some() {
            return self.joined(source::list(one, "conditions"), None, made, depth + 1, at);
        }
        let other = source::text(one, "conditionId").or_else(|| source::text(one, "conditionName"));
        if let Some(key) = other {
            return self.reference(key, made, depth, at);
        }
        let field = one.get("field");
        let known = match source::text(one, "componentId") {
            Some(id) => self.by_id.get(id).cloned().ok_or(id),
            None => {
                let name = field.and_then(|field| source::text(field, "name")).unwrap_or_default();
                self.by_name.get(name).cloned().ok_or(name)
            }
        };
        match known {
            Ok(known) if !known.repeated => self.compare(&known, one, at),
            Ok(known) => {
                let message = format!("{} is answered several times", quoted(&known.id));
                self.tools.log.add(Kind::Condition, at, message);
                Err(Thrown)
            }
            Err(name) => {
                let message = format!("{} is not asked, so a comparison never holds", quoted(name));
                self.tools.log.add(Kind::Condition, at, message);
                Err(Thrown)
            }
        }
    }

    /// Another condition. One that comes back to itself never holds.
    fn reference(
        &mut self,
        key: &str,
        made: &mut Made,
        depth: usize,
        at: &str,
    ) -> Result<Condition, Thrown> {
        let when = self.named(key, at);
        if depth < limits::EXPRESSION_DEPTH {
            self.make(key, made, depth + 1);
        }
        match (&when, made.get(key)) {
            (Condition::Ref(_), Some(Some(_))) => Ok(when),
            (Condition::Ref(_), _) => {
                let message = format!("{} comes back to itself, so it never holds", quoted(key));
                self.tools.log.add(Kind::Condition, at, message);
                Err(Thrown)
            }
            _ => Err(Thrown),
        }
    }
}
