//! Choices and ticks.

use super::{Failure, Wrong};
use crate::definition::field::{CheckboxesRule, Choice};
use crate::value::Value;

/// One of several.
pub(crate) fn one_of(options: &[Choice], typed: &[String]) -> Result<Value, Wrong> {
    let chosen = only(typed)?;
    if options.iter().any(|choice| choice.value == chosen) {
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
    let alone = |value: &String| ticked.iter().any(|tick| tick == value) && 1 < ticked.len();
    if rule.exclusive.as_ref().is_some_and(alone) {
        return Err(Failure::NotAlone.into());
    }
    let only_exclusive = rule.exclusive.as_ref() == ticked.first();
    match (rule.min, rule.max) {
        (Some(min), _) if ticked.len() < usize::from(min) && !only_exclusive => {
            Err(Wrong::beyond(Failure::TooFew, min))
        }
        (_, Some(max)) if usize::from(max) < ticked.len() => {
            Err(Wrong::beyond(Failure::TooMany, max))
        }
        _ => Ok(Value::Ticks(ticked)),
    }
}

/// Agreement to a statement.
pub(crate) fn agreement(typed: &[String]) -> Result<Value, Wrong> {
    match only(typed)? {
        "agreed" => Ok(Value::YesNo(true)),
        _ => Err(Failure::NotAChoice.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::{agreement, one_of, ticks, yes_no};
    use crate::definition::field::{CheckboxesRule, Choice};
    use crate::kind::Failure;
    use crate::value::Value;
    use crate::words::Words;

    fn options() -> Vec<Choice> {
        let choice =
            |value: &str| Choice { value: value.to_owned(), label: Words::default(), hint: None };
        ["first", "second"].map(choice).into()
    }

    fn rule(all: bool) -> CheckboxesRule {
        CheckboxesRule { options: options(), all, min: None, max: None, exclusive: None }
    }

    fn typed(values: &[&str]) -> Vec<String> {
        values.iter().map(|&value| value.to_owned()).collect()
    }

    #[test]
    fn one_of_the_offered_choices_is_taken_and_nothing_else() {
        let options = options();
        let failure = |values: &[&str]| one_of(&options, &typed(values)).err().map(|w| w.failure);

        assert_eq!(one_of(&options, &typed(&["second"])), Ok(Value::Text("second".to_owned())));
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
        let consent = rule(true);
        let failure = |values: &[&str]| ticks(&consent, &typed(values)).err().map(|w| w.failure);

        let both = Ok(Value::Ticks(typed(&["first", "second"])));
        assert_eq!(ticks(&consent, &typed(&["second", "first", "first"])), both);
        assert_eq!(failure(&[]), Some(Failure::Missing));
        assert_eq!(failure(&["first"]), Some(Failure::NotTicked));
        assert_eq!(failure(&["first", "forged"]), Some(Failure::NotAChoice));
    }

    #[test]
    fn the_number_of_ticks_is_limited_and_one_choice_may_have_to_stand_alone() {
        let failure = |rule: &CheckboxesRule, values: &[&str]| {
            ticks(rule, &typed(values)).err().map(|wrong| wrong.failure)
        };
        let alone = CheckboxesRule { exclusive: Some("second".to_owned()), ..rule(false) };
        assert_eq!(failure(&alone, &["first", "second"]), Some(Failure::NotAlone));
        assert_eq!(failure(&alone, &["second"]), None);

        let two = CheckboxesRule { min: Some(2), ..rule(false) };
        assert_eq!(failure(&two, &["first"]), Some(Failure::TooFew));
        let one = CheckboxesRule { max: Some(1), ..rule(false) };
        assert_eq!(failure(&one, &["first", "second"]), Some(Failure::TooMany));
        let two_or_none = CheckboxesRule { exclusive: Some("second".to_owned()), ..two };
        assert_eq!(failure(&two_or_none, &["second"]), None);
    }

    #[test]
    fn a_declaration_is_agreed_to_or_missing() {
        assert_eq!(agreement(&typed(&["agreed"])), Ok(Value::YesNo(true)));
        assert!(agreement(&[]).is_err() && agreement(&typed(&["no"])).is_err());
    }
}
