//! A valid answer in the one form in which it is stored and sent.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde_json::Value as Json;

/// The valid answers on a way, by field.
pub(crate) type ValuesByField = BTreeMap<String, Value>;

/// A valid, normalised answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// Text, a reference or the value of a choice.
    Text(String),
    /// A whole number.
    Number(i64),
    /// Yes is true.
    YesNo(bool),
    /// A date; ISO 8601 in JSON.
    Date(Date),
    /// The values that are ticked, in the order of the definition.
    Ticks(Vec<String>),
}

impl Value {
    /// As it is stored and sent.
    #[must_use]
    pub fn to_json(&self) -> Json {
        match self {
            Self::Text(text) => Json::from(text.as_str()),
            Self::Number(number) => Json::from(*number),
            Self::YesNo(yes) => Json::from(*yes),
            Self::Date(date) => Json::from(date.to_string()),
            Self::Ticks(ticks) => Json::from(ticks.clone()),
        }
    }

    /// It equals `expected`, a value as a definition writes it.
    pub(crate) fn is(&self, expected: &str) -> bool {
        match self {
            Self::Text(text) => text == expected,
            Self::Number(number) => number.to_string() == expected,
            Self::YesNo(yes) => expected == if *yes { "yes" } else { "no" },
            Self::Date(date) => date.to_string() == expected,
            Self::Ticks(ticks) => ticks.iter().any(|tick| tick == expected),
        }
    }

    /// The date, when it is one.
    pub(crate) fn date(&self) -> Option<Date> {
        match self {
            Self::Date(date) => Some(*date),
            Self::Text(_) | Self::Number(_) | Self::YesNo(_) | Self::Ticks(_) => None,
        }
    }

    /// The text, when it is one.
    pub(crate) fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            Self::Number(_) | Self::YesNo(_) | Self::Date(_) | Self::Ticks(_) => None,
        }
    }
}
