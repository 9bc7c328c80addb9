//! Fields: what is asked, how it is answered and what is wrong with an answer.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::condition::Day;
use crate::kind::Failure;
use crate::words::Words;

/// One question.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Field {
    /// Stable, kebab-case, once in the service. The name of the answer for ever.
    pub id: String,
    /// The question, in words.
    pub label: Words,
    /// The question, short, for check answers and the receipt; the label without.
    pub short: Option<Words>,
    /// Help below the question.
    pub hint: Option<Words>,
    /// May be left empty.
    #[serde(default)]
    pub optional: bool,
    /// How the answer is printed on the receipt.
    pub mask: Mask,
    /// Left out of check answers and the receipt: for an answer that only repeats another.
    #[serde(default)]
    pub repeats: bool,
    /// The kind of answer, with its own rules.
    pub answer: Kind,
    /// Rules that look at another field as well.
    #[serde(default)]
    pub rules: Vec<CrossRule>,
    /// Messages better than the built-in ones. `{limit}` is the limit that was passed and
    /// `{parts}` the parts of a date that are missing.
    #[serde(default)]
    pub messages: BTreeMap<Failure, Words>,
}

/// How an answer is printed on the receipt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mask {
    /// As it is.
    Full,
    /// Its last three characters.
    Last3,
    /// Only that it was given.
    Hide,
}

/// A rule that looks at another field as well. Broken only when both have a valid answer.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CrossRule {
    /// Both answers are the same, capital letters aside.
    Matches(String),
    /// Both answers together have at most so many characters.
    Together(Together),
}

/// Two fields whose answers share a length.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Together {
    /// The other field.
    pub with: String,
    /// Characters, both answers added up.
    pub max: u16,
}

impl CrossRule {
    /// The other field.
    #[must_use]
    pub fn other(&self) -> &str {
        match self {
            Self::Matches(other) => other,
            Self::Together(Together { with, .. }) => with,
        }
    }
}

/// The kind of an answer.
#[derive(Debug, Clone, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Kind {
    /// One line of text.
    Text(TextRule),
    /// One line of a United Kingdom address, the town included.
    AddressLine(AddressLineRule),
    /// One of several.
    Radios(RadiosRule),
    /// Yes or no, in the words that fit the question: Welsh has no one word for either.
    YesNo(YesNoRule),
    /// Ticks.
    Checkboxes(CheckboxesRule),
    /// Day, month and year.
    Date(DateRule),
    /// A whole number.
    Number(NumberRule),
    /// An email address.
    Email(Plain),
    /// A vehicle registration number.
    VehicleRegistration(Plain),
    /// The reference number of a vehicle's log book (V5C).
    V5cReference(Plain),
    /// A driver number of Great Britain.
    DriverNumber(Plain),
    /// A United Kingdom postcode.
    Postcode(Plain),
}

/// A kind without rules of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Plain {}

/// One line of text.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TextRule {
    /// The fewest characters.
    #[serde(default = "one")]
    pub min: u16,
    /// The most characters.
    pub max: u16,
    /// The characters it may be made of; any without.
    pub characters: Option<Characters>,
    /// The shapes it may have, one of them: `9` stands for a digit, `A` for a letter, anything
    /// else for itself. Any shape without.
    #[serde(default)]
    pub shapes: Vec<String>,
    /// The WCAG 1.3.5 purpose, such as `given-name`.
    pub autocomplete: Option<String>,
    /// Width in characters, for a hint of the expected length.
    pub width: Option<u8>,
}

fn one() -> u16 {
    1
}

/// The characters that a text may be made of.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Characters {
    /// Which letters.
    pub letters: Letters,
    /// Digits 0 to 9.
    #[serde(default)]
    pub digits: bool,
    /// These as well; a space among them stands for a space.
    #[serde(default)]
    pub also: String,
    /// The first one must be a letter.
    #[serde(default)]
    pub letter_first: bool,
}

/// Which letters a text may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Letters {
    /// None.
    None,
    /// A to Z without accents, capital or small.
    Basic,
    /// Those of every language.
    Any,
}

/// One line of an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AddressLineRule {
    /// Which line.
    pub line: AddressLine,
    /// The fewest characters.
    #[serde(default = "one")]
    pub min: u16,
    /// The most characters.
    pub max: u16,
    /// The fewest letters among them.
    #[serde(default)]
    pub min_letters: u16,
}

/// Which line of an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AddressLine {
    /// The first.
    First,
    /// The second.
    Second,
    /// The third.
    Third,
    /// The town or city: no digits.
    Town,
}

/// One of several.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RadiosRule {
    /// The choices, in order.
    pub options: Vec<Choice>,
    /// Laid side by side: only for two short choices.
    #[serde(default)]
    pub inline: bool,
}

/// One choice.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// Stable, kebab-case, once in its field; what is stored.
    pub value: String,
    /// The words.
    pub label: Words,
    /// Help below the choice.
    pub hint: Option<Words>,
}

/// Yes or no.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct YesNoRule {
    /// The word for yes, such as "Ydw" in Welsh.
    pub yes: Words,
    /// The word for no.
    pub no: Words,
}

/// Ticks.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CheckboxesRule {
    /// The choices, in order.
    pub options: Vec<Choice>,
    /// Every one must be ticked, as for consent.
    #[serde(default)]
    pub all: bool,
}

/// Day, month and year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DateRule {
    /// The first day allowed.
    pub earliest: Option<Day>,
    /// The last day allowed.
    pub latest: Option<Day>,
    /// This is a date of birth.
    #[serde(default)]
    pub birthday: bool,
}

/// A whole number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NumberRule {
    /// The smallest allowed.
    pub min: i64,
    /// The largest allowed.
    pub max: i64,
}
