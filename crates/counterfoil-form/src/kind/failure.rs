//! What can be wrong with an answer.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

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
    /// More words than allowed.
    TooManyWords,
    /// A character that is not allowed.
    Characters,
    /// Fewer letters than needed.
    Letters,
    /// Not of the form such an answer has.
    Format,
    /// A digit that checks the others does not fit them: something was mistyped.
    CheckDigit,
    /// A choice that was not offered.
    NotAChoice,
    /// Not everything that must be ticked is ticked.
    NotTicked,
    /// Fewer ticks or files than needed.
    TooFew,
    /// More ticks or files than allowed.
    TooMany,
    /// Ticked together with the choice that goes with no other.
    NotAlone,
    /// Part of a date is missing.
    Incomplete,
    /// No such day or month.
    NotADate,
    /// Before the first day allowed.
    TooEarly,
    /// After the last day allowed.
    TooLate,
    /// Not a number.
    NotANumber,
    /// More decimal places than allowed.
    Decimals,
    /// Below the smallest number allowed.
    TooSmall,
    /// Above the largest number allowed.
    TooLarge,
    /// A file of a type that is not taken.
    FileType,
    /// A file with more bytes than allowed, or with none.
    FileSize,
    /// Differs from the answer it must repeat.
    Differs,
    /// The same as an answer from which it must differ.
    Same,
    /// Too long together with another answer.
    TogetherTooLong,
    /// Not after a date that it must follow.
    NotAfter,
    /// Before a date that it must not precede.
    BeforeOther,
    /// More than a number that it must not exceed.
    MoreThanOther,
    /// A driver number that does not go with the name and date of birth given. A warning.
    UnlikelyDriver,
    /// A sort code and account number that do not go together. A warning.
    UnlikelyAccount,
}

impl Failure {
    /// Every one.
    pub(crate) const ALL: [Self; 31] = [
        Self::Missing,
        Self::TooShort,
        Self::TooLong,
        Self::TooManyWords,
        Self::Characters,
        Self::Letters,
        Self::Format,
        Self::CheckDigit,
        Self::NotAChoice,
        Self::NotTicked,
        Self::TooFew,
        Self::TooMany,
        Self::NotAlone,
        Self::Incomplete,
        Self::NotADate,
        Self::TooEarly,
        Self::TooLate,
        Self::NotANumber,
        Self::Decimals,
        Self::TooSmall,
        Self::TooLarge,
        Self::FileType,
        Self::FileSize,
        Self::Differs,
        Self::Same,
        Self::TogetherTooLong,
        Self::NotAfter,
        Self::BeforeOther,
        Self::MoreThanOther,
        Self::UnlikelyDriver,
        Self::UnlikelyAccount,
    ];

    /// Its stable name, kebab-case.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::TooShort => "too-short",
            Self::TooLong => "too-long",
            Self::TooManyWords => "too-many-words",
            Self::Characters => "characters",
            Self::Letters => "letters",
            Self::Format => "format",
            Self::CheckDigit => "check-digit",
            Self::NotAChoice => "not-a-choice",
            Self::NotTicked => "not-ticked",
            Self::TooFew => "too-few",
            Self::TooMany => "too-many",
            Self::NotAlone => "not-alone",
            Self::Incomplete => "incomplete",
            Self::NotADate => "not-a-date",
            Self::TooEarly => "too-early",
            Self::TooLate => "too-late",
            Self::NotANumber => "not-a-number",
            Self::Decimals => "decimals",
            Self::TooSmall => "too-small",
            Self::TooLarge => "too-large",
            Self::FileType => "file-type",
            Self::FileSize => "file-size",
            Self::Differs => "differs",
            Self::Same => "same",
            Self::TogetherTooLong => "together-too-long",
            Self::NotAfter => "not-after",
            Self::BeforeOther => "before-other",
            Self::MoreThanOther => "more-than-other",
            Self::UnlikelyDriver => "unlikely-driver",
            Self::UnlikelyAccount => "unlikely-account",
        }
    }
}

/// A limit that an answer passed, for its message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Limit {
    /// So many characters, letters or whatever is counted.
    Count(i64),
    /// So many pence.
    Pence(i64),
    /// This day.
    Day(Date),
    /// This month.
    Month(Date),
}

/// What is wrong with one answer, or with one part of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Wrong {
    /// What.
    pub(crate) failure: Failure,
    /// The limit that was passed.
    pub(crate) limit: Option<Limit>,
    /// The parts of a date that are wrong.
    pub(crate) parts: Vec<DatePart>,
    /// The part of the answer that is wrong, of an answer that has several.
    pub(crate) part: Option<&'static str>,
}

impl From<Failure> for Wrong {
    fn from(failure: Failure) -> Self {
        Self { failure, limit: None, parts: Vec::new(), part: None }
    }
}

impl Wrong {
    /// A passed limit.
    pub(crate) fn beyond(failure: Failure, limit: impl Into<i64>) -> Self {
        Self { limit: Some(Limit::Count(limit.into())), ..Self::from(failure) }
    }

    /// The same of this part.
    pub(crate) fn of(self, part: &'static str) -> Self {
        Self { part: Some(part), ..self }
    }
}
