//! The rules that kinds of answers have.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::condition::Day;
use super::field::is_false;
use crate::pattern::Pattern;
use crate::words::Words;

/// One line of text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TextRule {
    /// The fewest characters.
    #[serde(default = "one")]
    pub min: u16,
    /// The most characters.
    pub max: u16,
    /// The characters it may be made of; any without.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub characters: Option<Characters>,
    /// The shapes it may have, one of them: `9` stands for a digit, `A` for a letter, anything
    /// else for itself. Any shape without.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub shapes: Vec<String>,
    /// A regular expression that it must match as a whole, in the syntax of Rust's `regex`
    /// crate: no look-around, no back-references, so that it can never take long.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pattern: Option<Pattern>,
    /// The WCAG 1.3.5 purpose, such as `given-name`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub autocomplete: Option<String>,
    /// Width in characters, for a hint of the expected length.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub width: Option<u8>,
}

impl TextRule {
    /// At most `max` characters of any kind.
    #[must_use]
    pub fn up_to(max: u16) -> Self {
        Self {
            min: 1,
            max,
            characters: None,
            shapes: Vec::new(),
            pattern: None,
            autocomplete: None,
            width: None,
        }
    }
}

fn one() -> u16 {
    1
}

/// The characters that a text may be made of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Characters {
    /// Which letters.
    pub letters: Letters,
    /// Digits 0 to 9.
    #[serde(default, skip_serializing_if = "is_false")]
    pub digits: bool,
    /// These as well; a space among them stands for a space.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub also: String,
    /// The first one must be a letter.
    #[serde(default, skip_serializing_if = "is_false")]
    pub letter_first: bool,
}

/// Which letters a text may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Letters {
    /// None.
    None,
    /// A to Z without accents, capital or small.
    Basic,
    /// Those of every language.
    Any,
}

/// Several lines of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LongTextRule {
    /// The fewest characters.
    #[serde(default = "one")]
    pub min: u16,
    /// The most characters, line ends included.
    pub max: u16,
    /// The most words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_words: Option<u16>,
    /// Rows shown; five without.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rows: Option<u8>,
}

/// A number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NumberRule {
    /// The smallest allowed.
    pub min: i64,
    /// The largest allowed.
    pub max: i64,
    /// Decimal places allowed, at most 6; a whole number without.
    #[serde(default, skip_serializing_if = "is_none_allowed")]
    pub decimals: u8,
    /// What stands before it, such as a sign.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prefix: Option<Words>,
    /// What stands after it, such as a unit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub suffix: Option<Words>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the shape that serde asks for")]
fn is_none_allowed(decimals: &u8) -> bool {
    *decimals == 0
}

/// Pounds and pence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MoneyRule {
    /// The least, in pence.
    #[serde(default)]
    pub min: i64,
    /// The most, in pence.
    pub max: i64,
}

/// Day, month and year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DateRule {
    /// The first day allowed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub earliest: Option<Day>,
    /// The last day allowed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub latest: Option<Day>,
    /// This is a date of birth.
    #[serde(default, skip_serializing_if = "is_false")]
    pub birthday: bool,
}

/// Month and year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MonthYearRule {
    /// The month of this day is the first allowed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub earliest: Option<Day>,
    /// The month of this day is the last allowed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub latest: Option<Day>,
}

/// Yes or no.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct YesNoRule {
    /// The word for yes, such as "Ydw" in Welsh.
    pub yes: Words,
    /// The word for no.
    pub no: Words,
}

/// One of several.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RadiosRule {
    /// The choices, in order.
    pub options: Vec<Choice>,
    /// Laid side by side: only for two short choices.
    #[serde(default, skip_serializing_if = "is_false")]
    pub inline: bool,
}

/// One choice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// Stable, once in its field; what is stored.
    pub value: String,
    /// The words.
    pub label: Words,
    /// Help below the choice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hint: Option<Words>,
}

/// Ticks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CheckboxesRule {
    /// The choices, in order.
    pub options: Vec<Choice>,
    /// Every one must be ticked, as for consent.
    #[serde(default, skip_serializing_if = "is_false")]
    pub all: bool,
    /// The fewest ticks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min: Option<u16>,
    /// The most ticks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max: Option<u16>,
    /// The value of the choice that goes with no other, such as "None of these".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exclusive: Option<String>,
}

/// One of many.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SelectRule {
    /// The choices, in order.
    pub options: Vec<Choice>,
    /// Found by typing part of the words, as suits a long list.
    #[serde(default, skip_serializing_if = "is_false")]
    pub autocomplete: bool,
}

/// A person's name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NameRule {
    /// Which parts are asked.
    pub parts: NameParts,
    /// A title is asked as well, and may be left empty. Avoid it where it is not needed.
    #[serde(default, skip_serializing_if = "is_false")]
    pub title: bool,
    /// The most characters of a first or last name or of a full one; 100 without.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max: Option<u16>,
}

/// The parts of a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum NameParts {
    /// One line: `full`.
    Full,
    /// `first` and `last`.
    FirstLast,
    /// `first`, `middle`, which may be left empty, and `last`.
    FirstMiddleLast,
}

/// The name of an organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OrganisationRule {
    /// The most characters.
    pub max: u16,
}

/// An address in the United Kingdom: `line-1`, `line-2`, `town`, `county`, `postcode`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct UkAddressRule {
    /// The most characters of a line; 100 without.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max: Option<u16>,
}

/// One line of an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
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

/// A National Insurance number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct NinoRule {
    /// The last letter may be left out, as electoral registration allows.
    #[serde(skip_serializing_if = "is_false")]
    pub suffix_optional: bool,
}

/// A bank or building society account: `sort-code`, `account-number`, `roll-number`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct BankRule {
    /// A building society's roll number is asked as well, and may be left empty.
    #[serde(skip_serializing_if = "is_false")]
    pub roll_number: bool,
}

/// Files.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FileRule {
    /// Media types, such as `image/jpeg`.
    pub accept: Vec<String>,
    /// The most bytes of one file.
    pub max_bytes: u32,
    /// The fewest files.
    #[serde(default = "one")]
    pub min: u16,
    /// The most files.
    #[serde(default = "one")]
    pub max: u16,
}

/// A statement that is agreed to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DeclarationRule {
    /// What stands beside the tick, such as "I agree".
    pub tick: Words,
}
