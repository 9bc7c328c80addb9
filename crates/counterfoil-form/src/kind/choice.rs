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

#[cfg(test)]
mod tests {
    use super::{radio, ticks, yes_no};
    use crate::definition::field::{CheckboxesRule, Choice, RadiosRule};
    use crate::kind::Failure;
    use crate::value::Value;
    use crate::words::Words;

    fn options() -> Vec<Choice> {
        let choice =
            |value: &str| Choice { value: value.to_owned(), label: Words::default(), hint: None };
        ["first", "second"].map(choice).into()
    }

    fn typed(values: &[&str]) -> Vec<String> {
        values.iter().map(|&value| value.to_owned()).collect()
    }

    #[test]
    fn one_of_the_offered_choices_is_taken_and_nothing_else() {
        let rule = RadiosRule { options: options(), inline: false };
        let failure = |values: &[&str]| radio(&rule, &typed(values)).err().map(|w| w.failure);

        assert_eq!(radio(&rule, &typed(&["second"])), Ok(Value::Text("second".to_owned())));
        assert_eq!(failure(&[]), Some(Failure::Missing));
        assert_eq!(failure(&[""]), Some(Failure::Missing));
        assert_eq!(failure(&["third"]), Some(Failure::NotAChoice));
        assert_eq!(failure(&["first", "second"]), Some(Failure::NotAChoice));
    }

    #[test]
    fn yes_and_no_are_the_only_answers_to_yes_or_no() {
        assert_eq!(yes_no(&typed(&["yes"])), Ok(Value::YesNo(true)));
        assert_eq!(yes_no(&typed(&["no"])), Ok(Value::YesNo(false)));
        assert!(yes_no(&typed(&["Ydw"])).is_err(), "words are shown; values are sent");
    }

    #[test]
    fn every_consent_must_be_ticked() {
        let consent = CheckboxesRule { options: options(), all: true };
        let failure = |values: &[&str]| ticks(&consent, &typed(values)).err().map(|w| w.failure);

        let both = Ok(Value::Ticks(typed(&["first", "second"])));
        assert_eq!(ticks(&consent, &typed(&["second", "first", "first"])), both);
        assert_eq!(failure(&[]), Some(Failure::Missing));
        assert_eq!(failure(&["first"]), Some(Failure::NotTicked));
        assert_eq!(failure(&["first", "forged"]), Some(Failure::NotAChoice));
    }
}
