//! Conditions, days and kinds of answers in words, for designers.

use counterfoil_form::definition::condition::{Condition, Day, Distance};
use counterfoil_form::definition::field::{Field, Kind};
use counterfoil_form::definition::rule::CrossRule;

/// A condition in words, such as `sold-to is trader and sale-date is before 2 years ago`.
pub(super) fn condition(when: &Condition) -> String {
    match when {
        Condition::All(list) => joined(list, " and ", "always"),
        Condition::Any(list) => joined(list, " or ", "never"),
        Condition::Not(one) => format!("not ({})", condition(one)),
        Condition::Ref(id) => id.clone(),
        Condition::Answered(one) => format!("{} is answered", one.field),
        Condition::Equals(one) => format!("{} is {}", one.field, one.value),
        Condition::Contains(one) => format!("{} has {}", one.field, one.value),
        Condition::Less(one) => format!("{} is less than {}", one.field, one.than),
        Condition::Greater(one) => format!("{} is more than {}", one.field, one.than),
        Condition::Before(one) => format!("{} is before {}", one.field, day(one.day)),
        Condition::After(one) => format!("{} is after {}", one.field, day(one.day)),
        Condition::Shorter(one) => format!("{} is shorter than {}", one.field, one.than),
        Condition::Longer(one) => format!("{} is longer than {}", one.field, one.than),
        Condition::Items(one) => format!("{} has {} or more", one.group, one.at_least),
    }
}

fn joined(list: &[Condition], with: &str, none: &str) -> String {
    let part = |one: &Condition| match one {
        Condition::All(inner) | Condition::Any(inner) if 1 < inner.len() => {
            format!("({})", condition(one))
        }
        one => condition(one),
    };
    match list {
        [] => none.to_owned(),
        list => list.iter().map(part).collect::<Vec<_>>().join(with),
    }
}

/// A day in words, such as `2 years ago`.
pub(super) fn day(day: Day) -> String {
    match day {
        Day::On(date) => date.to_string(),
        Day::Ago(distance) => far(distance).map_or("today".to_owned(), |far| format!("{far} ago")),
        Day::Ahead(distance) => {
            far(distance).map_or("today".to_owned(), |far| format!("{far} ahead"))
        }
    }
}

fn far(distance: Distance) -> Option<String> {
    let parts = [(distance.years, "year"), (distance.months, "month"), (distance.days, "day")];
    let given = parts.into_iter().filter(|(count, _)| 0 < *count);
    let words: Vec<String> = given
        .map(|(count, unit)| format!("{count} {unit}{}", if count == 1 { "" } else { "s" }))
        .collect();
    (!words.is_empty()).then(|| words.join(" "))
}

/// What may be answered to `field`, such as `date, from 5 years ago to today`.
pub(super) fn kind(field: &Field) -> String {
    let name = name(&field.answer);
    match limits(&field.answer) {
        Some(limits) => format!("{name}, {limits}"),
        None => name,
    }
}

/// The name of a kind, as a definition writes it.
fn name(kind: &Kind) -> String {
    let json = serde_json::to_value(kind).unwrap_or_default();
    let key = json.as_object().and_then(|object| object.keys().next().cloned());
    key.or_else(|| json.as_str().map(str::to_owned)).unwrap_or_default().replace('-', " ")
}

fn limits(kind: &Kind) -> Option<String> {
    let characters = |min: u16, max: u16| match min {
        0 | 1 => format!("up to {max} characters"),
        min => format!("{min} to {max} characters"),
    };
    match kind {
        Kind::Text(rule) => Some(match &rule.pattern {
            Some(pattern) => {
                format!("{}, as {}", characters(rule.min, rule.max), pattern.source())
            }
            None => characters(rule.min, rule.max),
        }),
        Kind::LongText(rule) => Some(match rule.max_words {
            Some(words) => format!("up to {words} words"),
            None => characters(rule.min, rule.max),
        }),
        Kind::Organisation(rule) => Some(characters(1, rule.max)),
        Kind::Number(rule) => Some(format!("{} to {}", rule.min, rule.max)),
        Kind::Money(rule) => {
            let pounds = |pence: i64| format!("{}.{:02}", pence / 100, pence.abs() % 100);
            Some(format!("£{} to £{}", pounds(rule.min), pounds(rule.max)))
        }
        Kind::Date(rule) => between(rule.earliest, rule.latest),
        Kind::MonthYear(rule) => between(rule.earliest, rule.latest),
        Kind::File(rule) => Some(format!("{} to {} files", rule.min, rule.max)),
        _ => None,
    }
}

fn between(earliest: Option<Day>, latest: Option<Day>) -> Option<String> {
    match (earliest.map(day), latest.map(day)) {
        (Some(first), Some(last)) => Some(format!("from {first} to {last}")),
        (Some(first), None) => Some(format!("from {first}")),
        (None, Some(last)) => Some(format!("up to {last}")),
        (None, None) => None,
    }
}

/// A rule about another field, in words.
pub(super) fn rule(rule: &CrossRule) -> String {
    match rule {
        CrossRule::Matches(other) => format!("the same as {other}"),
        CrossRule::DiffersFrom(other) => format!("not the same as {other}"),
        CrossRule::Together(one) => format!("with {} up to {} characters", one.with, one.max),
        CrossRule::After(other) => format!("after {other}"),
        CrossRule::NotBefore(other) => format!("not before {other}"),
        CrossRule::AtMost(other) => format!("at most {other}"),
        CrossRule::DriverFits(one) => format!("fits {} and {}", one.last_name, one.born),
    }
}

#[cfg(test)]
mod tests {
    use counterfoil_form::definition::condition::Condition;

    use super::condition;

    #[test]
    fn conditions_read_as_sentences() {
        let json = r#"{"all":[{"equals":{"field":"who","value":"trader"}},
            {"any":[{"before":{"field":"sold","day":{"ago":{"years":2,"months":1}}}},
                    {"not":{"answered":{"field":"why"}}}]}]}"#;
        let when: Condition = serde_json::from_str(json).expect("it is a condition");

        let said =
            "who is trader and (sold is before 2 years 1 month ago or not (why is answered))";
        assert_eq!(condition(&when), said);
    }
}
