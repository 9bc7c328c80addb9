//! Dates in three parts.

use jiff::civil::Date;

use super::{Failure, Limit, Wrong};
use crate::answers::Answers;
use crate::definition::condition::Day;
use crate::definition::field::{DateRule, MonthYearRule};
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

/// A month from its parts, within its limits.
pub(crate) fn month(
    id: &str,
    rule: MonthYearRule,
    typed: &Answers,
    today: Date,
) -> Result<Value, Wrong> {
    let part = |name| typed.part(id, name).trim();
    let (month, year) = (part("month"), part("year"));
    match (month.is_empty(), year.is_empty()) {
        (true, true) => return Err(Failure::Missing.into()),
        (true, false) => return Err(incomplete(DatePart::Month)),
        (false, true) => return Err(incomplete(DatePart::Year)),
        (false, false) => {}
    }
    let date = real("1", month, year)?;
    let first = |day: Day| day.from(today).first_of_month();
    let month = |failure, day| Wrong { limit: Some(Limit::Month(day)), ..Wrong::from(failure) };
    if let Some(limit) = rule.earliest.map(first).filter(|first| date < *first) {
        return Err(month(Failure::TooEarly, limit));
    }
    if let Some(limit) = rule.latest.map(first).filter(|last| *last < date) {
        return Err(month(Failure::TooLate, limit));
    }
    Ok(Value::Month(date))
}

fn incomplete(part: DatePart) -> Wrong {
    Wrong { parts: vec![part], ..Failure::Incomplete.into() }
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
    format!("{} {} {}", date.day(), month_name(date, language), date.year())
}

/// As in "March 2026".
pub(crate) fn month_in_words(date: Date, language: Language) -> String {
    format!("{} {}", month_name(date, language), date.year())
}

fn month_name(date: Date, language: Language) -> &'static str {
    let place = usize::try_from(date.month()).unwrap_or_default().saturating_sub(1);
    let (en, cy) = MONTHS.get(place).copied().unwrap_or_default();
    match language {
        Language::En => en,
        Language::Cy => cy,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use jiff::civil::{Date, date};

    use super::{in_words, judge};
    use crate::answers::{Answers, part_name};
    use crate::definition::condition::{Day, Distance};
    use crate::definition::field::DateRule;
    use crate::kind::{Failure, Wrong};
    use crate::value::Value;
    use crate::view::{DatePart, Language};

    const SALE: DateRule = DateRule {
        earliest: Some(Day::Ago(Distance { years: 5, months: 0, days: 0 })),
        latest: Some(Day::Ago(Distance { years: 0, months: 0, days: 0 })),
        birthday: false,
    };
    const TODAY: Date = date(2026, 11, 23);

    fn judged(day: &str, month: &str, year: &str) -> Result<Value, Wrong> {
        let parts = [("day", day), ("month", month), ("year", year)];
        let typed: BTreeMap<String, Vec<String>> = parts
            .into_iter()
            .map(|(part, text)| (part_name("sale", part), vec![text.to_owned()]))
            .collect();
        let json = serde_json::json!({ "typed": typed, "answered": [] });
        let answers: Answers = serde_json::from_value(json).expect("answers are a plain object");
        judge("sale", SALE, &answers, TODAY)
    }

    fn wrong(day: &str, month: &str, year: &str) -> (Failure, Vec<DatePart>) {
        let wrong = judged(day, month, year).expect_err("the date is wrong");
        (wrong.failure, wrong.parts)
    }

    #[test]
    fn months_may_be_numbers_or_names_in_either_language() {
        for month in ["3", "03", "March", "mar", "Mawrth", " mawrth "] {
            assert_eq!(judged("27", month, "2026"), Ok(Value::Date(date(2026, 3, 27))), "{month}");
        }
    }

    #[test]
    fn the_parts_that_are_missing_or_wrong_are_named() {
        use DatePart::{Day, Month, Year};
        assert_eq!(wrong("", "", " "), (Failure::Missing, vec![]));
        assert_eq!(wrong("27", "", ""), (Failure::Incomplete, vec![Month, Year]));
        assert_eq!(wrong("31", "2", "2026"), (Failure::NotADate, vec![Day]));
        assert_eq!(wrong("29", "2", "2025"), (Failure::NotADate, vec![Day]));
        assert_eq!(wrong("32", "13", "26"), (Failure::NotADate, vec![Day, Month, Year]));
        assert_eq!(wrong("1", "1", "-999"), (Failure::NotADate, vec![Year]));
        assert_eq!(wrong("+1", "1", "2026"), (Failure::NotADate, vec![Day]));
    }

    #[test]
    fn the_first_and_last_day_allowed_are_allowed() {
        assert!(judged("23", "11", "2026").is_ok());
        assert!(judged("23", "11", "2021").is_ok());
        assert_eq!(wrong("24", "11", "2026").0, Failure::TooLate);
        assert_eq!(wrong("22", "11", "2021").0, Failure::TooEarly);
        assert!(judged("29", "2", "2024").is_ok(), "a leap day is a day");
    }

    #[test]
    fn dates_are_written_in_words_of_the_language() {
        assert_eq!(in_words(date(2026, 3, 27), Language::En), "27 March 2026");
        assert_eq!(in_words(date(2026, 3, 27), Language::Cy), "27 Mawrth 2026");
    }
}
