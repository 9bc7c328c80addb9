//! Rules that look at another field as well.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A rule that looks at another field as well. Broken only when both have a valid answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum CrossRule {
    /// Both answers are the same, capital letters aside.
    Matches(String),
    /// The answers are not the same, capital letters aside.
    DiffersFrom(String),
    /// Both answers together have at most so many characters.
    Together(Together),
    /// This date is after the other one.
    After(String),
    /// This date is the other one or after it.
    NotBefore(String),
    /// This number is the other one or less.
    AtMost(String),
    /// This driver number can belong to someone with that last name and date of birth.
    DriverFits(Driver),
}

/// Two fields whose answers share a length.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Together {
    /// The other field.
    pub with: String,
    /// Characters, both answers added up.
    pub max: u16,
}

/// The fields that a driver number is made from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Driver {
    /// The last name: a text field, or a name field.
    pub last_name: String,
    /// The date of birth.
    pub born: String,
}

impl CrossRule {
    /// The other fields.
    #[must_use]
    pub fn others(&self) -> Vec<&str> {
        match self {
            Self::Matches(other)
            | Self::DiffersFrom(other)
            | Self::After(other)
            | Self::NotBefore(other)
            | Self::AtMost(other)
            | Self::Together(Together { with: other, .. }) => vec![other],
            Self::DriverFits(Driver { last_name, born }) => vec![last_name, born],
        }
    }
}
