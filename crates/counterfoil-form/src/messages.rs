//! The engine's own words, in English and Welsh.
//!
//! A definition may give a better message for any failure of any field; these are used where it
//! does not. The label stands in quotation marks so that no Welsh word before it mutates it.

use crate::definition::field::{Field, Kind};
use crate::kind::{Failure, Limit, Wrong, date, number};
use crate::view::{DatePart, Language};

/// English, then Welsh.
type Pair = (&'static str, &'static str);

fn pick((en, cy): Pair, language: Language) -> &'static str {
    match language {
        Language::En => en,
        Language::Cy => cy,
    }
}

/// The message for what is `wrong` with an answer to `field`.
pub(crate) fn message(field: &Field, wrong: &Wrong, language: Language) -> String {
    let own = field.messages.get(&wrong.failure).map(|words| words.get(language));
    let template = own.unwrap_or_else(|| pick(generic(&field.answer, wrong.failure), language));
    let limit = wrong.limit.map(|limit| match limit {
        Limit::Count(count) => number::grouped(count),
        Limit::Day(day) => date::in_words(day, language),
    });
    template
        .replace("{limit}", &limit.unwrap_or_default())
        .replace("{parts}", &parts(&wrong.parts, language))
        .replace("{label}", field.label.get(language))
}

fn generic(kind: &Kind, failure: Failure) -> Pair {
    match failure {
        Failure::Missing => missing(kind),
        Failure::Format => format_of(kind),
        Failure::TooShort => (
            "‘{label}’ must have {limit} characters or more",
            "Rhaid i ‘{label}’ gynnwys {limit} nod neu fwy",
        ),
        Failure::TooLong => (
            "‘{label}’ must have {limit} characters or fewer",
            "Rhaid i ‘{label}’ gynnwys {limit} nod neu lai",
        ),
        Failure::Characters => (
            "‘{label}’ has a character that cannot be used here",
            "Mae nod yn ‘{label}’ na ellir ei ddefnyddio yma",
        ),
        Failure::Letters => (
            "‘{label}’ must have {limit} letters or more",
            "Rhaid i ‘{label}’ gynnwys {limit} llythyren neu fwy",
        ),
        Failure::NotAChoice => {
            ("Select one of the answers given", "Dewiswch un o’r atebion a roddir")
        }
        Failure::NotTicked => ("Tick every box to go on", "Ticiwch bob blwch i fynd ymlaen"),
        Failure::Incomplete => {
            ("The date must include {parts}", "Rhaid i’r dyddiad gynnwys {parts}")
        }
        Failure::NotADate => {
            ("Enter a real date, such as 27 3 2026", "Rhowch ddyddiad go iawn, megis 27 3 2026")
        }
        Failure::TooEarly => (
            "The date must be {limit} or later",
            "Rhaid i’r dyddiad fod ar {limit} neu ar ôl hynny",
        ),
        Failure::TooLate => (
            "The date must be {limit} or earlier",
            "Rhaid i’r dyddiad fod ar {limit} neu cyn hynny",
        ),
        Failure::NotANumber => {
            ("Enter a whole number, such as 48000", "Rhowch rif cyfan, megis 48000")
        }
        Failure::TooSmall => {
            ("The number must be {limit} or more", "Rhaid i’r rhif fod yn {limit} neu fwy")
        }
        Failure::TooLarge => {
            ("The number must be {limit} or less", "Rhaid i’r rhif fod yn {limit} neu lai")
        }
        Failure::Differs => {
            ("The two answers must be the same", "Rhaid i’r ddau ateb fod yr un peth")
        }
        Failure::TogetherTooLong => (
            "These answers together must have {limit} characters or fewer",
            "Rhaid i’r atebion hyn gyda’i gilydd gynnwys {limit} nod neu lai",
        ),
    }
}

fn missing(kind: &Kind) -> Pair {
    match kind {
        Kind::Radios(_) | Kind::YesNo(_) => {
            ("Select an answer to ‘{label}’", "Dewiswch ateb i ‘{label}’")
        }
        Kind::Checkboxes(rule) if rule.all => {
            ("Tick the box to go on", "Ticiwch y blwch i fynd ymlaen")
        }
        Kind::Checkboxes(_) => ("Tick at least one box", "Ticiwch o leiaf un blwch"),
        Kind::Date(_) => ("Enter a date for ‘{label}’", "Rhowch ddyddiad ar gyfer ‘{label}’"),
        Kind::Number(_) => ("Enter a number for ‘{label}’", "Rhowch rif ar gyfer ‘{label}’"),
        Kind::Email(_) => ("Enter an email address", "Rhowch gyfeiriad e-bost"),
        Kind::VehicleRegistration(_) => {
            ("Enter a vehicle registration number", "Rhowch rif cofrestru cerbyd")
        }
        Kind::V5cReference(_) => (
            "Enter the log book’s document reference number",
            "Rhowch rif cyfeirnod dogfen y llyfr log",
        ),
        Kind::DriverNumber(_) => ("Enter a driver number", "Rhowch rif gyrrwr"),
        Kind::Postcode(_) => ("Enter a postcode", "Rhowch god post"),
        Kind::Text(_) | Kind::AddressLine(_) => {
            ("Enter an answer to ‘{label}’", "Rhowch ateb i ‘{label}’")
        }
    }
}

fn format_of(kind: &Kind) -> Pair {
    match kind {
        Kind::Email(_) => (
            "Enter an email address in the right form, such as name@example.com",
            "Rhowch gyfeiriad e-bost yn y ffurf gywir, megis enw@example.com",
        ),
        Kind::VehicleRegistration(_) => (
            "Enter a vehicle registration number in the right form, such as AB12 CDE",
            "Rhowch rif cofrestru cerbyd yn y ffurf gywir, megis AB12 CDE",
        ),
        Kind::V5cReference(_) => (
            "The document reference number must have 11 digits",
            "Rhaid i rif cyfeirnod y ddogfen fod yn rhif 11 digid",
        ),
        Kind::DriverNumber(_) => (
            "Enter the 16 characters of the driver number, such as MORGA657054SM9IJ",
            "Rhowch 16 nod y rhif gyrrwr, megis MORGA657054SM9IJ",
        ),
        Kind::Postcode(_) => (
            "Enter a full UK postcode, such as SA6 7JL",
            "Rhowch god post llawn yn y DU, megis SA6 7JL",
        ),
        Kind::Text(_)
        | Kind::AddressLine(_)
        | Kind::Radios(_)
        | Kind::YesNo(_)
        | Kind::Checkboxes(_)
        | Kind::Date(_)
        | Kind::Number(_) => {
            ("Enter ‘{label}’ in the right form", "Rhowch ‘{label}’ yn y ffurf gywir")
        }
    }
}

/// Parts of a date as a list in words.
fn parts(parts: &[DatePart], language: Language) -> String {
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
                for failure in field.failures() {
                    let wrong = Wrong {
                        limit: Some(Limit::Day(date(2026, 3, 27))),
                        parts: vec![DatePart::Day, DatePart::Month],
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
