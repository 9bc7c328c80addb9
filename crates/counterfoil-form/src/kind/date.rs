//! Dates in three parts.

use jiff::civil::Date;

use super::{Failure, Limit, Wrong};
use crate::answers::Answers;
use crate::definition::field::DateRule;
use crate::value::Value;
use crate::view::{DatePart, Language};

/// The months by name, English and Welsh.
const MONTHS: [(&str, &str); 12] = [
    ("January", "Ionawr"),
    ("February", "Chwefror"),
    ("March", "Mawrth"),
    ("April", "Ebrill"),
    ("May", "Mai"),
    ("June", "Mehefin"),
    ("July", "Gorffennaf"),
    ("August", "Awst"),
    ("September", "Medi"),
    ("October", "Hydref"),
    ("November", "Tachwedd"),
    ("December", "Rhagfyr"),
];

/// A date from its parts, within its limits.
pub(crate) fn judge(
    id: &str,
    rule: DateRule,
    typed: &Answers,
    today: Date,
) -> Result<Value, Wrong> {
    let part = |name| typed.part(id, name).trim();
    let (day, month, year) = (part("day"), part("month"), part("year"));
    let parts = [(DatePart::Day, day), (DatePart::Month, month), (DatePart::Year, year)];
    let missing: Vec<DatePart> =
        parts.iter().filter(|(_, text)| text.is_empty()).map(|(part, _)| *part).collect();
    if missing.len() == parts.len() {
        return Err(Failure::Missing.into());
    }
    if !missing.is_empty() {
        return Err(Wrong { parts: missing, ..Failure::Incomplete.into() });
    }
    let date = real(day, month, year)?;
    if let Some(first) = rule.earliest.map(|day| day.from(today)).filter(|first| date < *first) {
        return Err(outside(Failure::TooEarly, first));
    }
    if let Some(last) = rule.latest.map(|day| day.from(today)).filter(|last| *last < date) {
        return Err(outside(Failure::TooLate, last));
    }
    Ok(Value::Date(date))
}

fn outside(failure: Failure, day: Date) -> Wrong {
    Wrong { limit: Some(Limit::Day(day)), ..failure.into() }
}

fn real(day: &str, month: &str, year: &str) -> Result<Date, Wrong> {
    let day = number(day, 2).filter(|day| (1..=31).contains(day));
    let month_number = number(month, 2).filter(|month| (1..=12).contains(month));
    let month = month_number.or_else(|| named(month));
    // Two figures could be either century, so a year has four.
    let year = number(year, 4).filter(|year| 1000 <= *year);
    let checked = [
        (DatePart::Day, day.is_none()),
        (DatePart::Month, month.is_none()),
        (DatePart::Year, year.is_none()),
    ];
    let wrong: Vec<DatePart> =
        checked.iter().filter(|(_, wrong)| *wrong).map(|(part, _)| *part).collect();
    let small = |part: Option<i16>| part.and_then(|number| i8::try_from(number).ok());
    match (small(day), small(month), year) {
        (Some(day), Some(month), Some(year)) => Date::new(year, month, day)
            .map_err(|_| Wrong { parts: vec![DatePart::Day], ..Failure::NotADate.into() }),
        _ => Err(Wrong { parts: wrong, ..Failure::NotADate.into() }),
    }
}

fn number(text: &str, digits: usize) -> Option<i16> {
    let plain = text.len() <= digits && text.chars().all(|c| c.is_ascii_digit());
    plain.then(|| text.parse().ok()).flatten()
}

/// The month named in English or Welsh, in full or by its first three letters in English.
fn named(text: &str) -> Option<i16> {
    let lower = text.to_lowercase();
    let matches = |(en, cy): &(&str, &str)| {
        let en = en.to_lowercase();
        lower == en || lower == cy.to_lowercase() || (lower.len() == 3 && en.starts_with(&lower))
    };
    MONTHS.iter().position(matches).and_then(|place| i16::try_from(place + 1).ok())
}

/// As in "27 March 2026".
pub(crate) fn in_words(date: Date, language: Language) -> String {
    let place = usize::try_from(date.month()).unwrap_or_default().saturating_sub(1);
    let (en, cy) = MONTHS.get(place).copied().unwrap_or_default();
    let month = match language {
        Language::En => en,
        Language::Cy => cy,
    };
    format!("{} {month} {}", date.day(), date.year())
}
