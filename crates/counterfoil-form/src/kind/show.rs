//! Answers in words, for people.

use super::{date, number, vehicle};
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
        (Kind::Checkboxes(rule), Value::Ticks(ticks)) => labels(&rule.options, ticks, language),
        (Kind::YesNo(rule), Value::YesNo(true)) => vec![rule.yes.owned(language)],
        (Kind::YesNo(rule), Value::YesNo(false)) => vec![rule.no.owned(language)],
        (Kind::VehicleRegistration(_), Value::Text(text)) => vec![vehicle::spaced(text)],
        (_, Value::Date(day)) => vec![date::in_words(*day, language)],
        (_, Value::Number(figure)) => vec![number::grouped(*figure)],
        (_, Value::Text(text)) => vec![text.clone()],
        (_, Value::Ticks(ticks)) => ticks.clone(),
        (_, Value::YesNo(yes)) => vec![yes.to_string()],
    }
}

fn labels(options: &[Choice], values: &[String], language: Language) -> Vec<String> {
    let chosen = options.iter().filter(|choice| values.contains(&choice.value));
    chosen.map(|choice| choice.label.owned(language)).collect()
}

/// The answer as the receipt may show it.
pub(crate) fn masked(field: &Field, value: &Value, language: Language) -> String {
    let full = || in_full(field, Some(value), language).join(", ");
    match field.mask {
        Mask::Full => full(),
        Mask::Hide => messages::hidden(language).to_owned(),
        Mask::Last3 => last3(&full(), language),
    }
}

/// Three characters of four or five would give most of it away.
fn last3(text: &str, language: Language) -> String {
    let letters: Vec<char> = text.chars().collect();
    match letters.split_last_chunk::<3>() {
        Some((rest, last)) if 3 <= rest.len() => {
            messages::ending(&last.iter().collect::<String>(), language)
        }
        _ => messages::hidden(language).to_owned(),
    }
}
