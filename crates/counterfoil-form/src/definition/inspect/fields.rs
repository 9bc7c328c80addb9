//! Fields: ids that are used once, limits, choices, rules and messages.

use std::collections::BTreeSet;

use super::at_most;
use crate::answers::names;
use crate::definition::field::{CheckboxesRule, Choice, Field, Kind};
use crate::definition::limits;
use crate::definition::problem::Found;
use crate::kind::Failure;

/// Fields seen so far.
#[derive(Debug, Default)]
pub(super) struct Seen {
    ids: BTreeSet<String>,
    /// The names under which answers are typed, so that no two fields share one.
    typed: BTreeSet<String>,
}

/// Notes everything that is wrong with the fields of a page.
pub(super) fn inspect(list: &[Field], at: &str, seen: &mut Seen, found: &mut Found) {
    at_most(found, &format!("{at}.fields"), list.len(), limits::FIELDS_ON_A_PAGE);
    for (number, field) in list.iter().enumerate() {
        let path = format!("{at}.fields[{number}]");
        name(&field.id, &format!("{path}.id"), found);
        if !seen.ids.insert(field.id.clone()) {
            found.add(format!("{path}.id"), format!("{} is used twice", field.id));
        } else if names(field).into_iter().any(|name| !seen.typed.insert(name)) {
            let taken = "a part of its answer has the name of another field";
            found.add(format!("{path}.id"), taken);
        }
        for (list, rules) in [("rules", &field.rules), ("warnings", &field.warnings)] {
            at_most(found, &format!("{path}.{list}"), rules.len(), limits::LIST);
            for (number, rule) in rules.iter().enumerate() {
                for other in rule.others() {
                    if !seen.ids.contains(other) || other == field.id {
                        let path = format!("{path}.{list}[{number}]");
                        found.add(path, format!("no field {other} is asked before this one"));
                    }
                }
            }
        }
        kind(&field.answer, &path, found);
        messages(field, &path, found);
    }
}

/// A declaration is made by ticks and nothing else.
pub(super) fn only_ticks(list: &[Field], found: &mut Found) {
    for (number, field) in list.iter().enumerate() {
        if !matches!(field.answer, Kind::Checkboxes(_) | Kind::Declaration(_)) {
            found.add(format!("declaration.fields[{number}].answer"), "only ticks are made here");
        }
    }
}

/// The name of an answer: letters, digits, hyphens and underscores, so that names of other
/// formats can be kept.
fn name(text: &str, at: &str, found: &mut Found) {
    let fits = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    if text.is_empty() || limits::ID_CHARS < text.len() || !text.chars().all(fits) {
        found.add(at, "a field's id is 1 to 64 letters, digits, hyphens and underscores");
    }
}

fn kind(kind: &Kind, at: &str, found: &mut Found) {
    match kind {
        Kind::Radios(rule) => options(&rule.options, at, found),
        Kind::Select(rule) => options(&rule.options, at, found),
        Kind::Checkboxes(rule) => ticks(rule, at, found),
        Kind::Text(rule) => {
            line(rule.min, rule.max, limits::LINE_CHARS, at, found);
            at_most(found, &format!("{at}.answer.shapes"), rule.shapes.len(), limits::LIST);
        }
        Kind::LongText(rule) => line(rule.min, rule.max, limits::LONG_CHARS, at, found),
        Kind::Organisation(rule) => line(1, rule.max, limits::LINE_CHARS, at, found),
        Kind::Name(rule) => line(1, rule.max.unwrap_or(1), limits::LINE_CHARS, at, found),
        Kind::UkAddress(rule) => line(1, rule.max.unwrap_or(1), limits::LINE_CHARS, at, found),
        Kind::AddressLine(rule) => line(rule.min, rule.max, limits::LINE_CHARS, at, found),
        Kind::Number(rule) => {
            range(rule.min <= rule.max, at, found);
            if limits::DECIMALS < rule.decimals {
                let most = limits::DECIMALS;
                found.add(format!("{at}.answer.decimals"), format!("{most} is the most"));
            }
        }
        Kind::Money(rule) => range(rule.min <= rule.max, at, found),
        Kind::File(rule) => {
            range(1 <= rule.min && rule.min <= rule.max, at, found);
            at_most(found, &format!("{at}.answer.accept"), rule.accept.len(), limits::LIST);
            if rule.accept.is_empty() {
                found.add(format!("{at}.answer.accept"), "at least one is needed");
            }
        }
        // The other kinds have no rules, or none that could be wrong.
        _ => {}
    }
}

fn ticks(rule: &CheckboxesRule, at: &str, found: &mut Found) {
    options(&rule.options, at, found);
    let count = rule.options.len();
    let known = |value: &String| rule.options.iter().any(|choice| choice.value == *value);
    if !rule.exclusive.as_ref().is_none_or(known) {
        found.add(format!("{at}.answer.exclusive"), "is not one of the choices");
    }
    let (min, max) = (rule.min.unwrap_or(1), rule.max.unwrap_or(u16::MAX));
    range(min <= max && usize::from(min) <= count && 1 <= max, at, found);
}

fn options(list: &[Choice], at: &str, found: &mut Found) {
    let path = format!("{at}.answer.options");
    if list.is_empty() {
        found.add(path.as_str(), "at least one is needed");
    }
    at_most(found, &path, list.len(), limits::OPTIONS);
    let mut seen = BTreeSet::new();
    for (number, choice) in list.iter().enumerate() {
        let value = choice.value.as_str();
        let chars = value.chars().count();
        if chars == 0 || limits::VALUE_CHARS < chars || value.chars().any(char::is_control) {
            let most = limits::VALUE_CHARS;
            found.add(
                format!("{path}[{number}].value"),
                format!("must have 1 to {most} characters"),
            );
        }
        if !seen.insert(value) {
            found.add(format!("{path}[{number}]"), format!("{value} is used twice"));
        }
    }
}

fn line(min: u16, max: u16, most: u16, at: &str, found: &mut Found) {
    range(min <= max && 1 <= max, at, found);
    if most < max {
        found.add(format!("{at}.answer.max"), format!("{most} is the most"));
    }
}

fn range(fits: bool, at: &str, found: &mut Found) {
    if !fits {
        found.add(format!("{at}.answer.min"), "min and max leave no answer that could pass");
    }
}

fn messages(field: &Field, at: &str, found: &mut Found) {
    let possible = field.failures();
    for key in field.messages.keys() {
        let (part, code) = key.rsplit_once('.').map_or((None, key.as_str()), |(p, c)| (Some(p), c));
        let can = possible
            .iter()
            .any(|(of, failure)| failure.code() == code && (part.is_none() || *of == part));
        if !can {
            let known = Failure::ALL.iter().any(|failure| failure.code() == code);
            let message = match known {
                true => "this can never be wrong with this field".to_owned(),
                false => format!("there is no failure {code}"),
            };
            found.add(format!("{at}.messages.{key}"), message);
        }
    }
}
