//! Choices and ticks.

use super::{Failure, Wrong};
use crate::definition::field::{CheckboxesRule, RadiosRule};
use crate::value::Value;

/// One of several.
pub(crate) fn radio(rule: &RadiosRule, typed: &[String]) -> Result<Value, Wrong> {
    let chosen = only(typed)?;
    if rule.options.iter().any(|choice| choice.value == chosen) {
        return Ok(Value::Text(chosen.to_owned()));
    }
    Err(Failure::NotAChoice.into())
}

/// Yes or no.
pub(crate) fn yes_no(typed: &[String]) -> Result<Value, Wrong> {
    match only(typed)? {
        "yes" => Ok(Value::YesNo(true)),
        "no" => Ok(Value::YesNo(false)),
        _ => Err(Failure::NotAChoice.into()),
    }
}

fn only(typed: &[String]) -> Result<&str, Wrong> {
    match typed {
        [] => Err(Failure::Missing.into()),
        [one] if one.is_empty() => Err(Failure::Missing.into()),
        [one] => Ok(one),
        _ => Err(Failure::NotAChoice.into()),
    }
}

/// Ticks, stored in the order of the definition.
pub(crate) fn ticks(rule: &CheckboxesRule, typed: &[String]) -> Result<Value, Wrong> {
    let given: Vec<&String> = typed.iter().filter(|one| !one.is_empty()).collect();
    if given.iter().any(|one| !rule.options.iter().any(|choice| choice.value == **one)) {
        return Err(Failure::NotAChoice.into());
    }
    let values = rule.options.iter().map(|choice| &choice.value);
    let ticked: Vec<String> = values.filter(|value| given.contains(value)).cloned().collect();
    if ticked.is_empty() {
        return Err(Failure::Missing.into());
    }
    if rule.all && ticked.len() < rule.options.len() {
        return Err(Failure::NotTicked.into());
    }
    Ok(Value::Ticks(ticked))
}
