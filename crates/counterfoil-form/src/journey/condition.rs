//! Whether a condition holds for the answers given so far.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::definition::condition::{
    Amount, Comparison, Condition, Equals, FieldName, Items, Length, NamedCondition,
};
use crate::value::{Value, micros};

/// Valid answers by field.
pub(crate) type Values<'a> = BTreeMap<&'a str, Value>;

/// What a condition can see.
#[derive(Clone, Copy)]
pub(crate) struct Sight<'s, 'a> {
    /// The answers about the same thing, within a group; else all.
    pub(crate) own: &'s Values<'a>,
    /// The answers outside the group.
    pub(crate) outer: Option<&'s Values<'a>>,
    /// What each group has.
    pub(crate) items: &'s BTreeMap<&'a str, Vec<Values<'a>>>,
    /// The conditions that have a name.
    pub(crate) named: &'s [NamedCondition],
    /// The day of use.
    pub(crate) today: Date,
}

impl<'s> Sight<'s, '_> {
    fn value(&self, field: &str) -> Option<&'s Value> {
        self.own.get(field).or_else(|| self.outer?.get(field))
    }
}

impl Condition {
    /// Whether it holds.
    pub(crate) fn holds(&self, sight: Sight<'_, '_>) -> bool {
        self.told(sight) == Some(true)
    }

    /// Whether it holds, as far as that can be told.
    fn told(&self, sight: Sight<'_, '_>) -> Option<bool> {
        match self {
            Self::All(all) => decided(all, false, sight),
            Self::Any(any) => decided(any, true, sight),
            Self::Not(one) => one.told(sight).map(|holds| !holds),
            Self::Ref(id) => {
                let named = sight.named.iter().find(|named| named.id == *id)?;
                named.when.told(sight)
            }
            Self::Answered(FieldName { field }) => Some(sight.value(field).is_some()),
            Self::Items(Items { group, at_least }) => {
                let count = sight.items.get(group.as_str()).map_or(0, Vec::len);
                Some(usize::from(*at_least) <= count)
            }
            _ => self.compares(sight.value(self.field()?)?, sight.today),
        }
    }

    fn compares(&self, value: &Value, today: Date) -> Option<bool> {
        match self {
            Self::Equals(Equals { value: expected, .. }) => value.is(expected),
            Self::Contains(Equals { value: expected, .. }) => value.contains(expected),
            Self::Less(Amount { than, .. }) => Some(value.micros()? < micros(than)?),
            Self::Greater(Amount { than, .. }) => Some(micros(than)? < value.micros()?),
            Self::Before(Comparison { day, .. }) => Some(value.date()? < day.from(today)),
            Self::After(Comparison { day, .. }) => Some(day.from(today) < value.date()?),
            Self::Shorter(Length { than, .. }) => Some(length(value)? < usize::from(*than)),
            Self::Longer(Length { than, .. }) => Some(usize::from(*than) < length(value)?),
            Self::All(_)
            | Self::Any(_)
            | Self::Not(_)
            | Self::Ref(_)
            | Self::Answered(_)
            | Self::Items(_) => None,
        }
    }
}

/// One branch that is `decisive` decides; otherwise every branch must be told.
fn decided(branches: &[Condition], decisive: bool, sight: Sight<'_, '_>) -> Option<bool> {
    let mut all_told = true;
    for branch in branches {
        match branch.told(sight) {
            Some(told) if told == decisive => return Some(decisive),
            Some(_) => {}
            None => all_told = false,
        }
    }
    all_told.then_some(!decisive)
}

fn length(value: &Value) -> Option<usize> {
    value.text().map(|text| text.chars().count())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use jiff::civil::date;

    use super::{Sight, Values};
    use crate::definition::condition::{Condition, NamedCondition};
    use crate::value::Value;

    fn holds(json: serde_json::Value) -> bool {
        let when: Condition = serde_json::from_value(json).expect("it is a condition");
        let own = Values::from([
            ("colour", Value::Text("red".to_owned())),
            ("age", Value::Number(17)),
            ("pay", Value::Pence(1_250)),
            ("boxes", Value::Ticks(vec!["a".to_owned()])),
            ("born", Value::Date(date(2009, 11, 24))),
        ]);
        let named = [NamedCondition {
            id: "red".to_owned(),
            when: serde_json::from_value(
                serde_json::json!({ "equals": { "field": "colour", "value": "red" } }),
            )
            .expect("it is a condition"),
        }];
        let items = BTreeMap::from([("children", vec![Values::new(), Values::new()])]);
        let today = date(2026, 11, 23);
        when.holds(Sight { own: &own, outer: None, items: &items, named: &named, today })
    }

    #[test]
    fn every_comparison_holds_on_its_side_of_the_edge() {
        for (json, expected) in [
            (r#"{"equals":{"field":"colour","value":"red"}}"#, true),
            (r#"{"equals":{"field":"pay","value":"12.5"}}"#, true),
            (r#"{"contains":{"field":"boxes","value":"a"}}"#, true),
            (r#"{"contains":{"field":"boxes","value":"b"}}"#, false),
            (r#"{"less":{"field":"age","than":"17"}}"#, false),
            (r#"{"less":{"field":"age","than":"17.5"}}"#, true),
            (r#"{"greater":{"field":"pay","than":"12.49"}}"#, true),
            (r#"{"after":{"field":"born","day":{"ago":{"years":17}}}}"#, true),
            (r#"{"before":{"field":"born","day":{"on":"2009-11-25"}}}"#, true),
            (r#"{"shorter":{"field":"colour","than":4}}"#, true),
            (r#"{"longer":{"field":"colour","than":3}}"#, false),
            (r#"{"items":{"group":"children","at_least":2}}"#, true),
            (r#"{"items":{"group":"children","at_least":3}}"#, false),
            (r#"{"items":{"group":"attorneys","at_least":0}}"#, true),
            (r#"{"ref":"red"}"#, true),
            (r#"{"not":{"ref":"red"}}"#, false),
        ] {
            let when = serde_json::from_str(json).expect("it is JSON");
            assert_eq!(holds(when), expected, "{json}");
        }
    }

    #[test]
    fn what_cannot_be_told_does_not_hold_and_neither_does_its_opposite() {
        let missing = r#"{"equals":{"field":"gone","value":"x"}}"#;
        let other_kind = r#"{"less":{"field":"colour","than":"1"}}"#;
        let red = r#"{"ref":"red"}"#;
        for (json, expected) in [
            (missing.to_owned(), false),
            (format!(r#"{{"not":{missing}}}"#), false),
            (format!(r#"{{"not":{other_kind}}}"#), false),
            (format!(r#"{{"any":[{missing},{red}]}}"#), true),
            (format!(r#"{{"all":[{missing},{red}]}}"#), false),
            (format!(r#"{{"not":{{"all":[{missing},{{"not":{red}}}]}}}}"#), true),
            (r#"{"not":{"answered":{"field":"gone"}}}"#.to_owned(), true),
            (r#"{"all":[]}"#.to_owned(), true),
            (r#"{"any":[]}"#.to_owned(), false),
        ] {
            let when = serde_json::from_str(&json).expect("it is JSON");
            assert_eq!(holds(when), expected, "{json}");
        }
    }
}
