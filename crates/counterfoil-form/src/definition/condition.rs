//! When a route is taken.

use jiff::civil::Date;
use jiff::{Span, ToSpan};
use serde::Deserialize;

use crate::value::ValuesByField;

/// A condition on the answers given so far. A missing answer makes every comparison false.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Condition {
    /// Every one holds; true for none.
    All(Vec<Condition>),
    /// At least one holds; false for none.
    Any(Vec<Condition>),
    /// It does not hold.
    Not(Box<Condition>),
    /// The answer is this one.
    Equals(Equals),
    /// There is an answer.
    Answered(FieldName),
    /// The answer is a date before this day.
    Before(Comparison),
    /// The answer is a date after this day.
    After(Comparison),
}

/// A field and the answer it is compared with.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Equals {
    /// The field.
    pub field: String,
    /// A choice's value, `yes` or `no`, a number in digits, or text as it is stored.
    pub value: String,
}

/// A field.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FieldName {
    /// The field.
    pub field: String,
}

/// A date field and the day it is compared with.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Comparison {
    /// The field.
    pub field: String,
    /// The day.
    pub day: Day,
}

/// A day: fixed, or counted from the day of use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Day {
    /// This very day.
    On(Date),
    /// That long before the day of use; nothing given is that day itself.
    Ago(Distance),
    /// That long after the day of use.
    Ahead(Distance),
}

/// How far a day is from the day of use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Distance {
    /// Calendar years.
    pub years: u16,
    /// Calendar months. A month too short for the day gives its last day.
    pub months: u16,
    /// Days.
    pub days: u16,
}

impl Distance {
    fn span(self) -> Span {
        i64::from(self.years).years().months(i64::from(self.months)).days(i64::from(self.days))
    }
}

impl Day {
    /// The day, seen from `today`.
    #[must_use]
    pub fn from(self, today: Date) -> Date {
        match self {
            Self::On(date) => date,
            Self::Ago(distance) => today.saturating_sub(distance.span()),
            Self::Ahead(distance) => today.saturating_add(distance.span()),
        }
    }
}

impl Condition {
    /// Whether it holds for `values`, the valid answers on the way so far.
    pub(crate) fn holds(&self, values: &ValuesByField, today: Date) -> bool {
        match self {
            Self::All(all) => all.iter().all(|one| one.holds(values, today)),
            Self::Any(any) => any.iter().any(|one| one.holds(values, today)),
            Self::Not(not) => !not.holds(values, today),
            Self::Equals(Equals { field, value }) => {
                values.get(field).is_some_and(|given| given.is(value))
            }
            Self::Answered(FieldName { field }) => values.contains_key(field),
            Self::Before(Comparison { field, day }) => values
                .get(field)
                .and_then(|given| given.date())
                .is_some_and(|date| date < day.from(today)),
            Self::After(Comparison { field, day }) => values
                .get(field)
                .and_then(|given| given.date())
                .is_some_and(|date| day.from(today) < date),
        }
    }
}
