//! Answers in words, for people.

use super::{bank, date, identity, number, vehicle};
use crate::definition::field::{Choice, Field, Kind, Mask};
use crate::messages;
use crate::value::Value;
use crate::view::Language;

/// The answer in words, one string a line.
pub(crate) fn in_full(field: &Field, value: Option<&Value>, language: Language) -> Vec<String> {
    let Some(value) = value else {
        return vec![messages::not_provided(language).to_owned()];
    };
    match (&field.answer, value) {
        (Kind::Radios(rule), Value::Text(text)) => {
            labels(&rule.options, std::slice::from_ref(text), language)
        }
        (Kind::Select(rule), Value::Text(text)) => {
            labels(&rule.options, std::slice::from_ref(text), language)
        }
        (Kind::Checkboxes(rule), Value::Ticks(ticks)) => labels(&rule.options, ticks, language),
        (Kind::YesNo(rule), Value::YesNo(true)) => vec![rule.yes.owned(language)],
        (Kind::YesNo(rule), Value::YesNo(false)) => vec![rule.no.owned(language)],
        (Kind::Declaration(rule), Value::YesNo(_)) => vec![rule.tick.owned(language)],
        (Kind::VehicleRegistration, Value::Text(text)) => vec![vehicle::spaced(text)],
        (Kind::NationalInsuranceNumber(_), Value::Text(text)) => vec![identity::nino_spaced(text)],
        (Kind::LongText(_), Value::Text(text)) => text.lines().map(str::to_owned).collect(),
        (Kind::Number(rule), value) => {
            let word = |words: &Option<crate::words::Words>| {
                words.as_ref().map(|words| words.owned(language))
            };
            vec![with_unit(&figure(value), word(&rule.prefix), word(&rule.suffix))]
        }
        (kind, Value::Parts(parts)) => lines(kind, parts),
        (_, value) => vec![plain(value, language)],
    }
}

fn plain(value: &Value, language: Language) -> String {
    match value {
        Value::Date(day) => date::in_words(*day, language),
        Value::Month(day) => date::month_in_words(*day, language),
        Value::Number(_) | Value::Decimal(_) => figure(value),
        Value::Pence(pence) => number::pounds(*pence),
        Value::Text(text) => text.clone(),
        Value::Ticks(ticks) => ticks.join(", "),
        Value::YesNo(yes) => yes.to_string(),
        Value::Parts(parts) => {
            parts.iter().map(|(_, text)| text.as_str()).collect::<Vec<_>>().join(", ")
        }
        Value::Files(files) => {
            files.iter().map(|file| file.name.as_str()).collect::<Vec<_>>().join(", ")
        }
    }
}

fn figure(value: &Value) -> String {
    match value {
        Value::Number(figure) => number::grouped(*figure),
        Value::Decimal(text) => number::grouped_decimal(text),
        _ => String::new(),
    }
}

fn with_unit(figure: &str, prefix: Option<String>, suffix: Option<String>) -> String {
    let prefix = prefix.unwrap_or_default();
    match suffix {
        Some(suffix) => format!("{prefix}{figure} {suffix}"),
        None => format!("{prefix}{figure}"),
    }
}

/// A name on one line; everything else a line each.
fn lines(kind: &Kind, parts: &[(&'static str, String)]) -> Vec<String> {
    let shown = parts.iter().map(|(part, text)| match *part {
        "sort-code" => bank::hyphened(text),
        _ => text.clone(),
    });
    match kind {
        Kind::Name(_) => vec![shown.collect::<Vec<_>>().join(" ")],
        _ => shown.collect(),
    }
}

fn labels(options: &[Choice], values: &[String], language: Language) -> Vec<String> {
    let chosen = options.iter().filter(|choice| values.contains(&choice.value));
    chosen.map(|choice| choice.label.owned(language)).collect()
}

impl Field {
    /// How its answer is printed on the receipt: as the definition says, else as suits its kind.
    /// What identifies a person is shortened or left out, what they came for is shown.
    pub(crate) fn printed(&self) -> Mask {
        self.mask.unwrap_or(match &self.answer {
            Kind::NationalInsuranceNumber(_)
            | Kind::Utr
            | Kind::V5cReference
            | Kind::V11Reference
            | Kind::NewKeeperReference
            | Kind::DriverNumber
            | Kind::BankAccount(_)
            | Kind::PassportNumber
            | Kind::Telephone => Mask::Last3,
            Kind::PassportMrz | Kind::Email => Mask::Hide,
            Kind::Date(rule) if rule.birthday => Mask::Hide,
            _ => Mask::Full,
        })
    }
}

/// The answer as the receipt may show it; `None` for one that is not on it.
pub(crate) fn masked(field: &Field, value: &Value, language: Language) -> Option<String> {
    let full = || in_full(field, Some(value), language).join(", ");
    match field.printed() {
        Mask::Full => Some(full()),
        Mask::Hide => Some(messages::hidden(language).to_owned()),
        Mask::Last3 => Some(match value.part("account-number") {
            Some(account) => last3(account, language),
            None => last3(&full(), language),
        }),
        Mask::LeaveOut => None,
    }
}

/// Three characters of four or five would give most of it away.
fn last3(text: &str, language: Language) -> String {
    let letters: Vec<char> = text.chars().filter(|c| !c.is_whitespace()).collect();
    match letters.split_last_chunk::<3>() {
        Some((rest, last)) if 3 <= rest.len() => {
            messages::ending(&last.iter().collect::<String>(), language)
        }
        _ => messages::hidden(language).to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{in_full, masked};
    use crate::definition::field::Field;
    use crate::kind::judge;
    use crate::value::Value;
    use crate::view::Language;

    /// A field of this kind and the value of what is typed into it, given as a person's file would.
    fn answered(kind: serde_json::Value, answer: serde_json::Value) -> (Field, Value) {
        let field = serde_json::json!({ "id": "f", "label": "Field", "answer": kind });
        let field: Field = serde_json::from_value(field).expect("it is a field");
        let today = jiff::civil::date(2026, 11, 23);
        let mut typed = crate::answers::Answers::default();
        let values =
            crate::typed::from_file(&field, &answer, today).expect("it has the right form");
        typed.take(&field, &values);
        let value = judge(&field, &typed, today).expect("it passes").expect("it is given");
        (field, value)
    }

    #[test]
    fn every_kind_has_words_and_what_identifies_a_person_is_kept_off_paper() {
        use serde_json::json;
        let nino = json!({ "national-insurance-number": {} });
        let account = json!({ "sort-code": "309430", "account-number": "733445" });
        let born = json!({ "date": { "birthday": true } });
        let money = json!({ "money": { "max": 1_000_000 } });
        let area = json!({ "number": { "min": 0, "max": 9999, "decimals": 2, "suffix": "ha" } });
        let name = json!({ "name": { "parts": "first-last" } });
        for (kind, answer, shown, printed) in [
            (nino, json!("ab123456c"), "AB 12 34 56 C", "Ending in 56C"),
            (json!({ "bank-account": {} }), account, "30-94-30|00733445", "Ending in 445"),
            (born, json!("1976-03-27"), "27 March 1976", "Given, not printed here"),
            (money, json!("1250"), "£1,250", "£1,250"),
            (area, json!("1234.50"), "1,234.5 ha", "1,234.5 ha"),
            (name, json!({ "first": "Ann", "last": "Elk" }), "Ann Elk", "Ann Elk"),
            (json!({ "month-year": {} }), json!("2026-03"), "March 2026", "March 2026"),
            (json!("utr"), json!("1097172564"), "1097172564", "Ending in 564"),
            (json!("email"), json!("a@b.uk"), "a@b.uk", "Given, not printed here"),
            (json!("telephone"), json!("01632 960 001"), "01632 960 001", "Ending in 001"),
            (json!("time"), json!("2:30pm"), "14:30", "14:30"),
            (json!("vehicle-registration"), json!("ab12cde"), "AB12 CDE", "AB12 CDE"),
        ] {
            let (field, value) = answered(kind, answer);
            assert_eq!(in_full(&field, Some(&value), Language::En).join("|"), shown);
            assert_eq!(masked(&field, &value, Language::En).as_deref(), Some(printed));
        }
    }

    #[test]
    fn an_answer_can_be_left_off_the_receipt_altogether() {
        let (field, value) = answered(serde_json::json!("time"), serde_json::json!("9am"));
        let field = Field { mask: Some(crate::definition::field::Mask::LeaveOut), ..field };

        assert_eq!(masked(&field, &value, Language::En), None);
    }
}
