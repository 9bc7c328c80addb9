//! The kinds of answers: from what was typed to a valid value or to what is wrong with it.

pub(crate) mod choice;
pub(crate) mod contact;
pub(crate) mod date;
pub(crate) mod number;
pub(crate) mod show;
pub(crate) mod text;
pub(crate) mod vehicle;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::answers::Answers;
use crate::definition::field::{CrossRule, Field, Kind};
use crate::value::{Value, ValuesByField};
use crate::view::DatePart;

/// What can be wrong with an answer. Definitions name these to give their own messages, and a
/// department names them when it refuses a submission.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Failure {
    /// Nothing was given.
    Missing,
    /// Fewer characters than needed.
    TooShort,
    /// More characters than allowed.
    TooLong,
    /// A character that is not allowed.
    Characters,
    /// Fewer letters than needed.
    Letters,
    /// Not of the form such an answer has.
    Format,
    /// A choice that was not offered.
    NotAChoice,
    /// Not everything that must be ticked is ticked.
    NotTicked,
    /// Part of a date is missing.
    Incomplete,
    /// No such day.
    NotADate,
    /// Before the first day allowed.
    TooEarly,
    /// After the last day allowed.
    TooLate,
    /// Not a whole number.
    NotANumber,
    /// Below the smallest number allowed.
    TooSmall,
    /// Above the largest number allowed.
    TooLarge,
    /// Differs from the answer it must repeat.
    Differs,
    /// Too long together with another answer.
    TogetherTooLong,
}

impl Failure {
    /// Its stable name, kebab-case.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::TooShort => "too-short",
            Self::TooLong => "too-long",
            Self::Characters => "characters",
            Self::Letters => "letters",
            Self::Format => "format",
            Self::NotAChoice => "not-a-choice",
            Self::NotTicked => "not-ticked",
            Self::Incomplete => "incomplete",
            Self::NotADate => "not-a-date",
            Self::TooEarly => "too-early",
            Self::TooLate => "too-late",
            Self::NotANumber => "not-a-number",
            Self::TooSmall => "too-small",
            Self::TooLarge => "too-large",
            Self::Differs => "differs",
            Self::TogetherTooLong => "together-too-long",
        }
    }
}

/// A limit that an answer passed, for its message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Limit {
    /// So many characters, letters or whatever is counted.
    Count(i64),
    /// This day.
    Day(Date),
}

/// What is wrong with one answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Wrong {
    /// What.
    pub(crate) failure: Failure,
    /// The limit that was passed.
    pub(crate) limit: Option<Limit>,
    /// The parts of a date that are wrong.
    pub(crate) parts: Vec<DatePart>,
}

impl From<Failure> for Wrong {
    fn from(failure: Failure) -> Self {
        Self { failure, limit: None, parts: Vec::new() }
    }
}

impl Wrong {
    /// A passed limit.
    pub(crate) fn beyond(failure: Failure, limit: impl Into<i64>) -> Self {
        Self { limit: Some(Limit::Count(limit.into())), ..Self::from(failure) }
    }
}

/// What a field's own rules make of what was typed; `None` for an optional one left empty.
pub(crate) fn judge(field: &Field, typed: &Answers, today: Date) -> Result<Option<Value>, Wrong> {
    let value = match &field.answer {
        Kind::Date(rule) => date::judge(&field.id, *rule, typed, today),
        Kind::Checkboxes(rule) => choice::ticks(rule, typed.many(&field.id)),
        Kind::Radios(rule) => choice::radio(rule, typed.many(&field.id)),
        Kind::YesNo(_) => choice::yes_no(typed.many(&field.id)),
        _ => line(&field.answer, typed.one(&field.id)),
    };
    match value {
        Err(wrong) if field.optional && wrong.failure == Failure::Missing => Ok(None),
        other => other.map(Some),
    }
}

fn line(kind: &Kind, typed: &str) -> Result<Value, Wrong> {
    let tidy = text::tidy(typed);
    if tidy.is_empty() {
        return Err(Failure::Missing.into());
    }
    match kind {
        Kind::Text(rule) => text::judge(rule, tidy).map(Value::Text),
        Kind::AddressLine(rule) => text::address_line(*rule, tidy).map(Value::Text),
        Kind::Number(rule) => number::judge(*rule, &tidy).map(Value::Number),
        Kind::Email(_) => contact::email(tidy).map(Value::Text),
        Kind::VehicleRegistration(_) => vehicle::registration(&tidy).map(Value::Text),
        Kind::V5cReference(_) => vehicle::v5c_reference(&tidy).map(Value::Text),
        Kind::DriverNumber(_) => vehicle::driver_number(&tidy).map(Value::Text),
        Kind::Postcode(_) => contact::postcode(&tidy).map(Value::Text),
        Kind::Radios(_) | Kind::YesNo(_) | Kind::Checkboxes(_) | Kind::Date(_) => {
            Err(Failure::Format.into())
        }
    }
}

/// What a field's rules about other fields make of its valid `value`.
pub(crate) fn judge_across(
    field: &Field,
    value: &Value,
    values: &ValuesByField,
) -> Result<(), Wrong> {
    field.rules.iter().try_for_each(|rule| {
        let mine = value.text();
        let other = values.get(rule.other()).and_then(Value::text);
        let (Some(mine), Some(other)) = (mine, other) else { return Ok(()) };
        match rule {
            CrossRule::Matches(_) if mine.to_lowercase() == other.to_lowercase() => Ok(()),
            CrossRule::Matches(_) => Err(Failure::Differs.into()),
            CrossRule::Together(together) => {
                let length = mine.chars().count() + other.chars().count();
                if length <= usize::from(together.max) {
                    return Ok(());
                }
                Err(Wrong::beyond(Failure::TogetherTooLong, together.max))
            }
        }
    })
}

impl Field {
    /// Everything that can be wrong with an answer to it.
    pub(crate) fn failures(&self) -> Vec<Failure> {
        use Failure as F;
        let mut all: Vec<F> = match &self.answer {
            Kind::Text(rule) => {
                let mut all = vec![F::TooShort, F::TooLong, F::Characters];
                all.extend((!rule.shapes.is_empty()).then_some(F::Format));
                all
            }
            Kind::AddressLine(_) => vec![F::TooShort, F::TooLong, F::Characters, F::Letters],
            Kind::Radios(_) | Kind::YesNo(_) => vec![F::NotAChoice],
            Kind::Checkboxes(rule) if rule.all => vec![F::NotAChoice, F::NotTicked],
            Kind::Checkboxes(_) => vec![F::NotAChoice],
            Kind::Date(rule) => {
                let mut all = vec![F::Incomplete, F::NotADate];
                all.extend(rule.earliest.is_some().then_some(F::TooEarly));
                all.extend(rule.latest.is_some().then_some(F::TooLate));
                all
            }
            Kind::Number(_) => vec![F::NotANumber, F::TooSmall, F::TooLarge],
            Kind::Email(_) => vec![F::TooShort, F::TooLong, F::Format],
            Kind::VehicleRegistration(_)
            | Kind::V5cReference(_)
            | Kind::DriverNumber(_)
            | Kind::Postcode(_) => vec![F::Format],
        };
        all.extend((!self.optional).then_some(F::Missing));
        all.extend(self.rules.iter().map(|rule| match rule {
            CrossRule::Matches(_) => F::Differs,
            CrossRule::Together(_) => F::TogetherTooLong,
        }));
        all
    }

    /// Whether an answer could ever equal `value`, as far as that is known.
    pub(crate) fn may_be(&self, value: &str) -> bool {
        match &self.answer {
            Kind::Radios(rule) => rule.options.iter().any(|choice| choice.value == value),
            Kind::Checkboxes(rule) => rule.options.iter().any(|choice| choice.value == value),
            Kind::YesNo(_) => matches!(value, "yes" | "no"),
            _ => true,
        }
    }
}
