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

/// The answer as the receipt may show it.
pub(crate) fn masked(field: &Field, value: &Value, language: Language) -> String {
    let full = || in_full(field, Some(value), language).join(", ");
    match field.printed() {
        Mask::Full => full(),
        Mask::Hide => messages::hidden(language).to_owned(),
        Mask::Last3 => match value.part("account-number") {
            Some(account) => last3(account, language),
            None => last3(&full(), language),
        },
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
