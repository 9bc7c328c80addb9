//! Fields: what is asked, how it is answered and what is wrong with an answer.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::rule::CrossRule;
use crate::words::Words;

pub use super::kinds::{
    AddressLine, AddressLineRule, BankRule, Characters, CheckboxesRule, Choice, DateRule,
    DeclarationRule, FileRule, Letters, LongTextRule, MoneyRule, MonthYearRule, NameParts,
    NameRule, NinoRule, NumberRule, OrganisationRule, RadiosRule, SelectRule, TextRule,
    UkAddressRule, YesNoRule,
};
pub use crate::pattern::Pattern;

/// One question.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Field {
    /// Stable, once in the service: letters, digits, hyphens and underscores. The name of the
    /// answer for ever.
    pub id: String,
    /// The question, in words.
    pub label: Words,
    /// The question, short, for check answers and the receipt; the label without.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub short: Option<Words>,
    /// Help below the question.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hint: Option<Words>,
    /// May be left empty.
    #[serde(default, skip_serializing_if = "is_false")]
    pub optional: bool,
    /// How the answer is printed on the receipt; what suits its kind without.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mask: Option<Mask>,
    /// Left out of check answers and the receipt: for an answer that only repeats another.
    #[serde(default, skip_serializing_if = "is_false")]
    pub repeats: bool,
    /// The kind of answer, with its own rules.
    pub answer: Kind,
    /// Rules that look at another field as well.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rules: Vec<CrossRule>,
    /// The same, but only a warning: the person sees it once and may go on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub warnings: Vec<CrossRule>,
    /// Messages better than the built-in ones, by what is wrong, such as `too-long`, or by the
    /// part of the answer and what is wrong, such as `postcode.missing`. `{limit}` is the limit
    /// that was passed and `{parts}` the parts of a date that are missing.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub messages: BTreeMap<String, Words>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the shape that serde asks for")]
pub(super) fn is_false(yes: &bool) -> bool {
    !*yes
}

/// How an answer is printed on the receipt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Mask {
    /// As it is.
    Full,
    /// Its last three characters.
    Last3,
    /// Only that it was given.
    Hide,
    /// Not at all: where that it was asked already says too much.
    LeaveOut,
}

/// The kind of an answer.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// One line of text.
    Text(TextRule),
    /// Several lines of text.
    LongText(LongTextRule),
    /// A whole or decimal number.
    Number(NumberRule),
    /// Pounds and pence.
    Money(MoneyRule),
    /// Day, month and year.
    Date(DateRule),
    /// Month and year.
    MonthYear(MonthYearRule),
    /// A time of day.
    Time,
    /// An email address.
    Email,
    /// A telephone number, of any country with its code, else of the United Kingdom.
    Telephone,
    /// An address on the web.
    Website,
    /// Yes or no, in the words that fit the question: Welsh has no one word for either.
    YesNo(YesNoRule),
    /// One of several, all in sight.
    Radios(RadiosRule),
    /// Ticks.
    Checkboxes(CheckboxesRule),
    /// One of many.
    Select(SelectRule),
    /// A person's name.
    Name(NameRule),
    /// The name of a business or another organisation.
    Organisation(OrganisationRule),
    /// An address in the United Kingdom.
    UkAddress(UkAddressRule),
    /// An address in any country.
    InternationalAddress,
    /// One line of a United Kingdom address, the town included.
    AddressLine(AddressLineRule),
    /// A National Insurance number.
    NationalInsuranceNumber(NinoRule),
    /// A Unique Taxpayer Reference.
    Utr,
    /// A VAT registration number of the United Kingdom.
    VatNumber,
    /// A company number of Companies House.
    CompanyNumber,
    /// A vehicle registration number.
    VehicleRegistration,
    /// The reference number of a vehicle's log book (V5C): 11 digits.
    V5cReference,
    /// The reference number of a vehicle tax reminder (V11): 16 digits.
    V11Reference,
    /// The reference number of a new keeper's slip (V5C/2): 12 digits.
    NewKeeperReference,
    /// A driver number of Great Britain.
    DriverNumber,
    /// A United Kingdom postcode.
    Postcode,
    /// Sort code and account number of a bank or building society.
    BankAccount(BankRule),
    /// The number of a United Kingdom passport.
    PassportNumber,
    /// The two lines at the foot of a passport's photograph page (ICAO 9303, TD3).
    PassportMrz,
    /// A prisoner number of England and Wales.
    PrisonerNumber,
    /// An Ordnance Survey grid reference.
    GridReference,
    /// A file, a scan or a photograph.
    File(FileRule),
    /// A statement that the person agrees to by a tick.
    Declaration(DeclarationRule),
}
