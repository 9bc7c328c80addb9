//! When a route is taken, a page asked, a text shown.

use jiff::civil::Date;
use jiff::{Span, ToSpan};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A condition on the answers given so far.
///
/// A comparison with a missing answer, or with an answer of another kind, can be told neither
/// true nor false, and neither can its opposite; a condition that cannot be told does not hold.
/// One branch that can be told decides `any` (when true) and `all` (when false).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Condition {
    /// Every one holds; true for none.
    All(Vec<Condition>),
    /// At least one holds; false for none.
    Any(Vec<Condition>),
    /// It does not hold.
    Not(Box<Condition>),
    /// The condition of this name holds.
    Ref(String),
    /// There is an answer. Always known.
    Answered(FieldName),
    /// The answer is this one.
    Equals(Equals),
    /// This box is ticked.
    Contains(Equals),
    /// The answer is a number less than this.
    Less(Amount),
    /// The answer is a number greater than this.
    Greater(Amount),
    /// The answer is a date before this day.
    Before(Comparison),
    /// The answer is a date after this day.
    After(Comparison),
    /// The answer has fewer characters than this.
    Shorter(Length),
    /// The answer has more characters than this.
    Longer(Length),
    /// A group has at least so many things. Always known.
    Items(Items),
}

/// A condition that others can refer to.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NamedCondition {
    /// Stable, kebab-case, once in the service.
    pub id: String,
    /// When it holds.
    pub when: Condition,
}

/// A field and the answer it is compared with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Equals {
    /// The field.
    pub field: String,
    /// A choice's value, `yes` or `no`, a number in digits, a date in ISO 8601, or text as it is
    /// stored.
    pub value: String,
}

/// A field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FieldName {
    /// The field.
    pub field: String,
}

/// A number or money field and what it is compared with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Amount {
    /// The field.
    pub field: String,
    /// A number in digits with at most six decimal places, such as `12.5`; money in pounds.
    pub than: String,
}

/// A text field and the length it is compared with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Length {
    /// The field.
    pub field: String,
    /// Characters.
    pub than: u16,
}

/// A group and how many things it has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Items {
    /// The group's path.
    pub group: String,
    /// The fewest.
    pub at_least: u16,
}

/// A date field and the day it is compared with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Comparison {
    /// The field: a date, or a month and year, which counts as its first day.
    pub field: String,
    /// The day.
    pub day: Day,
}

/// A day: fixed, or counted from the day of use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Day {
    /// This very day.
    On(#[schemars(with = "String")] Date),
    /// That long before the day of use; nothing given is that day itself.
    Ago(Distance),
    /// That long after the day of use.
    Ahead(Distance),
}

/// How far a day is from the day of use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Distance {
    /// Calendar years.
    #[serde(skip_serializing_if = "is_zero")]
    pub years: u16,
    /// Calendar months. A month too short for the day gives its last day.
    #[serde(skip_serializing_if = "is_zero")]
    pub months: u16,
    /// Days.
    #[serde(skip_serializing_if = "is_zero")]
    pub days: u16,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the shape that serde asks for")]
fn is_zero(number: &u16) -> bool {
    *number == 0
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
    /// Calls `each` with this condition and every one inside it.
    pub fn visit<'a>(&'a self, each: &mut dyn FnMut(&'a Condition)) {
        each(self);
        match self {
            Self::All(list) | Self::Any(list) => list.iter().for_each(|one| one.visit(each)),
            Self::Not(one) => one.visit(each),
            _ => {}
        }
    }

    /// The field that this one condition looks at, those inside it aside.
    #[must_use]
    pub fn field(&self) -> Option<&str> {
        match self {
            Self::Answered(FieldName { field })
            | Self::Equals(Equals { field, .. })
            | Self::Contains(Equals { field, .. })
            | Self::Less(Amount { field, .. })
            | Self::Greater(Amount { field, .. })
            | Self::Before(Comparison { field, .. })
            | Self::After(Comparison { field, .. })
            | Self::Shorter(Length { field, .. })
            | Self::Longer(Length { field, .. }) => Some(field),
            Self::All(_) | Self::Any(_) | Self::Not(_) | Self::Ref(_) | Self::Items(_) => None,
        }
    }
}
