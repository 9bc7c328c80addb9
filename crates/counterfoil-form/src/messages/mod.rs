//! The engine's own words, in English and Welsh.
//!
//! A definition may give a better message for any failure of any field; these are used where it
//! does not. The label stands in quotation marks so that no Welsh word before it mutates it.

mod generic;

use crate::definition::field::Field;
use crate::kind::{Failure, Limit, Wrong, date, number, parts};
use crate::view::{DatePart, Language};

/// English, then Welsh.
pub(crate) type Pair = (&'static str, &'static str);

pub(crate) fn pick((en, cy): Pair, language: Language) -> &'static str {
    match language {
        Language::En => en,
        Language::Cy => cy,
    }
}

/// The message for what is `wrong` with an answer to `field`.
pub(crate) fn message(field: &Field, wrong: &Wrong, language: Language) -> String {
    let code = wrong.failure.code();
    let of_part = wrong.part.and_then(|part| field.messages.get(&format!("{part}.{code}")));
    let own = of_part.or_else(|| field.messages.get(code)).map(|words| words.get(language));
    let kind = &field.answer;
    let template =
        own.unwrap_or_else(|| pick(generic::of(kind, wrong.part, wrong.failure), language));
    let limit = wrong.limit.as_ref().map(|limit| match limit {
        Limit::Count(bytes) if wrong.failure == Failure::FileSize => megabytes(*bytes),
        Limit::Count(count) => number::grouped(*count),
        Limit::Pence(pence) => number::pounds(*pence),
        Limit::Day(day) => date::in_words(*day, language),
        Limit::Month(day) => date::month_in_words(*day, language),
    });
    template
        .replace("{limit}", &limit.unwrap_or_default())
        .replace("{parts}", &date_parts(&wrong.parts, language))
        .replace("{label}", &label(field, wrong.part, language))
}

/// What the answer, or the part of it that is wrong, is called.
fn label(field: &Field, part: Option<&str>, language: Language) -> String {
    let known = parts::parts(&field.answer);
    let found = known.iter().find(|one| Some(one.name) == part);
    found.map_or_else(|| field.label.owned(language), |one| pick(one.label, language).to_owned())
}

fn megabytes(bytes: i64) -> String {
    let tenths = bytes / 100_000;
    match tenths % 10 {
        0 => format!("{} MB", tenths / 10),
        part => format!("{}.{part} MB", tenths / 10),
    }
}

/// Parts of a date as a list in words.
fn date_parts(parts: &[DatePart], language: Language) -> String {
    let names: Vec<&str> = parts
        .iter()
        .map(|part| match part {
            DatePart::Day => pick(("a day", "diwrnod"), language),
            DatePart::Month => pick(("a month", "mis"), language),
            DatePart::Year => pick(("a year", "blwyddyn"), language),
        })
        .collect();
    names.join(pick((" and ", " a "), language))
}

/// Nothing was chosen for the question `label`.
pub(crate) fn select_an_answer(label: &str, language: Language) -> String {
    let pair = ("Select an answer to ‘{label}’", "Dewiswch ateb i ‘{label}’");
    pick(pair, language).replace("{label}", label)
}

/// The button that goes on.
pub(crate) fn go_on(language: Language) -> &'static str {
    pick(("Continue", "Parhau"), language)
}

/// An optional question left empty.
pub(crate) fn not_provided(language: Language) -> &'static str {
    pick(("Not provided", "Heb ei ddarparu"), language)
}

/// A label that says that its question may be left empty.
pub(crate) fn optional(label: &str, language: Language) -> String {
    format!("{label} ({})", pick(("optional", "dewisol"), language))
}

/// An answer that the receipt keeps to itself.
pub(crate) fn hidden(language: Language) -> &'static str {
    pick(("Given, not printed here", "Wedi’i roi, heb ei argraffu yma"), language)
}

/// An answer of which the receipt shows the end.
pub(crate) fn ending(last: &str, language: Language) -> String {
    pick(("Ending in {}", "Yn gorffen â {}"), language).replace("{}", last)
}

/// The words of a group's own pages.
pub(crate) mod group {
    use super::{Language, Pair, pick};

    /// The question on the page that removes one.
    pub(crate) fn remove(title: &str, language: Language) -> String {
        let pair = ("Remove ‘{title}’ and what was answered about it?", REMOVE_CY);
        pick(pair, language).replace("{title}", title)
    }

    const REMOVE_CY: &str = "Dileu ‘{title}’ a’r hyn a atebwyd amdano?";

    /// Yes, on that page.
    pub(crate) const REMOVE_YES: Pair = ("Yes, remove", "Iawn, dileu");
    /// No, on that page.
    pub(crate) const REMOVE_NO: Pair = ("No, keep", "Na, cadw");

    /// On the list, before anything is added.
    pub(crate) fn none_yet(language: Language) -> &'static str {
        pick(("Nothing has been added yet.", "Nid oes dim wedi’i ychwanegu eto."), language)
    }

    /// On the list, when there is room for no more.
    pub(crate) fn full(max: u16, language: Language) -> String {
        let pair = (
            "You have added {limit}, the most that can be given here.",
            "Rydych wedi ychwanegu {limit}, y nifer mwyaf y gellir eu rhoi yma.",
        );
        pick(pair, language).replace("{limit}", &max.to_string())
    }

    /// How many were added, on check answers.
    pub(crate) fn count(count: usize, language: Language) -> String {
        match count {
            0 => pick(("None added", "Dim wedi’u hychwanegu"), language).to_owned(),
            count => pick(("{n} added", "{n} wedi’u hychwanegu"), language)
                .replace("{n}", &count.to_string()),
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::message;
    use crate::catalogue::shipped;
    use crate::kind::{Limit, Wrong};
    use crate::view::{DatePart, Language};

    #[test]
    fn every_failure_of_every_shipped_field_has_a_message_in_both_languages() {
        for service in shipped().expect("the shipped services load") {
            for (_, field) in service.fields() {
                for (part, failure) in field.failures() {
                    let wrong = Wrong {
                        limit: Some(Limit::Day(date(2026, 3, 27))),
                        parts: vec![DatePart::Day, DatePart::Month],
                        part,
                        ..failure.into()
                    };
                    let [en, cy] = [Language::En, Language::Cy]
                        .map(|language| message(field, &wrong, language));
                    assert!(!en.is_empty() && !cy.is_empty(), "{} {failure:?}", field.id);
                    assert_ne!(en, cy, "{} {failure:?} is not in Welsh", field.id);
                    assert!(!en.contains('{') && !cy.contains('{'), "{en} {cy}");
                }
            }
        }
    }
}
