//! Answers of several lines: names, addresses, accounts.

use super::{Failure, Wrong, bank, contact, passport, text};
use crate::answers::Answers;
use crate::definition::field::{Kind, NameParts};
use crate::value::Value;
use crate::view::InputMode;

/// Most characters of a line where the definition gives none.
const LINE_MAX: u16 = 100;
/// Most characters of a title.
const TITLE_MAX: u16 = 35;
/// Most characters of a postal code of another country.
const POSTAL_CODE_MAX: u16 = 20;

/// One line of such an answer.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Part {
    /// The ending of its name, and its name in the stored answer.
    pub(crate) name: &'static str,
    /// What it is called, English and Welsh.
    pub(crate) label: (&'static str, &'static str),
    /// May be left empty.
    pub(crate) optional: bool,
    /// Most characters.
    pub(crate) max: u16,
    /// The WCAG 1.3.5 purpose.
    pub(crate) autocomplete: Option<&'static str>,
    /// Width in characters, for a hint of the expected length.
    pub(crate) width: Option<u8>,
    /// Which on-screen keyboard fits.
    pub(crate) input_mode: InputMode,
}

const fn part(
    name: &'static str,
    label: (&'static str, &'static str),
    max: u16,
    autocomplete: Option<&'static str>,
) -> Part {
    Part {
        name,
        label,
        optional: false,
        max,
        autocomplete,
        width: None,
        input_mode: InputMode::Text,
    }
}

impl Part {
    const fn optional(self) -> Self {
        Self { optional: true, ..self }
    }

    const fn width(self, width: u8) -> Self {
        Self { width: Some(width), ..self }
    }

    const fn numeric(self) -> Self {
        Self { input_mode: InputMode::Numeric, ..self }
    }
}

/// The lines of an answer of this kind; none for a kind with one.
pub(crate) fn parts(kind: &Kind) -> Vec<Part> {
    match kind {
        Kind::Name(rule) => name(rule.parts, rule.title, rule.max.unwrap_or(LINE_MAX)),
        Kind::UkAddress(rule) => uk_address(rule.max.unwrap_or(LINE_MAX)),
        Kind::InternationalAddress => international_address(),
        Kind::BankAccount(rule) => {
            let roll = part("roll-number", ROLL, 18, None).optional().width(20);
            let account = [
                part("sort-code", ("Sort code", "Cod didoli"), 12, None).width(10).numeric(),
                part("account-number", ("Account number", "Rhif y cyfrif"), 12, None)
                    .width(10)
                    .numeric(),
            ];
            account.into_iter().chain(rule.roll_number.then_some(roll)).collect()
        }
        Kind::PassportMrz => vec![
            part("line-1", ("First line", "Llinell gyntaf"), 60, None),
            part("line-2", ("Second line", "Ail linell"), 60, None),
        ],
        _ => Vec::new(),
    }
}

const ROLL: (&str, &str) = ("Building society roll number", "Rhif rôl y gymdeithas adeiladu");

fn name(parts: NameParts, title: bool, max: u16) -> Vec<Part> {
    let given = part("first", ("First name", "Enw cyntaf"), max, Some("given-name"));
    let middle = part("middle", ("Middle names", "Enwau canol"), max, Some("additional-name"));
    let last = part("last", ("Last name", "Cyfenw"), max, Some("family-name"));
    let asked = match parts {
        NameParts::Full => vec![part("full", ("Full name", "Enw llawn"), max, Some("name"))],
        NameParts::FirstLast => vec![given, last],
        NameParts::FirstMiddleLast => vec![given, middle.optional(), last],
    };
    let called = part("title", ("Title", "Teitl"), TITLE_MAX, Some("honorific-prefix"));
    title.then_some(called.optional().width(10)).into_iter().chain(asked).collect()
}

fn uk_address(max: u16) -> Vec<Part> {
    vec![
        part("line-1", ("Address line 1", "Llinell cyfeiriad 1"), max, Some("address-line1")),
        part("line-2", ("Address line 2", "Llinell cyfeiriad 2"), max, Some("address-line2"))
            .optional(),
        part("town", ("Town or city", "Tref neu ddinas"), max, Some("address-level2")).width(20),
        part("county", ("County", "Sir"), max, None).optional().width(20),
        part("postcode", ("Postcode", "Cod post"), 12, Some("postal-code")).width(10),
    ]
}

fn international_address() -> Vec<Part> {
    let max = LINE_MAX;
    vec![
        part("line-1", ("Address line 1", "Llinell cyfeiriad 1"), max, Some("address-line1")),
        part("line-2", ("Address line 2", "Llinell cyfeiriad 2"), max, Some("address-line2"))
            .optional(),
        part("town", ("Town or city", "Tref neu ddinas"), max, Some("address-level2")).width(20),
        part("region", ("State or region", "Talaith neu ranbarth"), max, Some("address-level1"))
            .optional()
            .width(20),
        part("postal-code", ("Postal code", "Cod post"), POSTAL_CODE_MAX, Some("postal-code"))
            .optional()
            .width(10),
        part("country", ("Country", "Gwlad"), max, Some("country-name")).width(20),
    ]
}

/// The answer of all its lines, or what is wrong with each.
pub(crate) fn judge(id: &str, kind: &Kind, typed: &Answers) -> Result<Value, Vec<Wrong>> {
    let mut values = Vec::new();
    let mut wrongs = Vec::new();
    for part in parts(kind) {
        let text = text::tidy(typed.part(id, part.name));
        if text.is_empty() {
            wrongs.extend((!part.optional).then(|| Wrong::from(Failure::Missing).of(part.name)));
            continue;
        }
        match line(kind, part, text) {
            Ok(text) => values.push((part.name, text)),
            Err(wrong) => wrongs.push(wrong.of(part.name)),
        }
    }
    if wrongs.is_empty() { Ok(Value::Parts(values)) } else { Err(wrongs) }
}

fn line(kind: &Kind, part: Part, given: String) -> Result<String, Wrong> {
    match (kind, part.name) {
        (Kind::BankAccount(_), "sort-code") => bank::sort_code(&given),
        (Kind::BankAccount(_), "account-number") => bank::account_number(&given),
        (Kind::BankAccount(_), _) => bank::roll_number(&given),
        (Kind::UkAddress(_), "postcode") => contact::postcode(&given),
        (Kind::PassportMrz, "line-1") => passport::first_line(&given),
        (Kind::PassportMrz, _) => passport::second_line(&given),
        _ => {
            // A name may have any letter there is; what has no place in one is markup.
            if given.chars().any(|c| c.is_control() || "<>".contains(c)) {
                return Err(Failure::Characters.into());
            }
            text::length(&given, 1, part.max)?;
            Ok(given)
        }
    }
}

/// What can be wrong with this line.
pub(crate) fn failures(kind: &Kind, part: Part) -> Vec<Failure> {
    let mut all = match (kind, part.name) {
        (Kind::PassportMrz, "line-2") => vec![Failure::Format, Failure::CheckDigit],
        (Kind::BankAccount(_) | Kind::PassportMrz, _) | (Kind::UkAddress(_), "postcode") => {
            vec![Failure::Format]
        }
        _ => vec![Failure::Characters, Failure::TooLong],
    };
    all.extend((!part.optional).then_some(Failure::Missing));
    all
}
