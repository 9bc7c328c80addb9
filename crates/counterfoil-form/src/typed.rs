//! Answers of a JSON object as a person would type them.
//!
//! Two kinds of objects are read: what a department is sent, where everything is in its stored
//! form, and what a person writes into a file, where more forms are taken.

use jiff::ToSpan;
use jiff::civil::Date;
use serde_json::Value as Json;

use crate::answers::{Values, part_name};
use crate::definition::field::{Field, Kind};
use crate::kind::parts::parts;
use crate::kind::{file, number};
use crate::value::FileValue;

/// An answer as it stands in a file; `None` for one of another JSON form.
///
/// A string as it would be typed, a list of strings for ticks and files, for dates
/// `{"day": 3, "month": 4, "year": 2026}`, ISO 8601 or `{"days_ago": 3}` counted from `today`, for
/// answers of several lines an object of their parts. Numbers and booleans are taken as well.
pub(crate) fn from_file(field: &Field, answer: &Json, today: Date) -> Option<Values> {
    match &field.answer {
        Kind::Date(_) => date(field, answer, today),
        Kind::MonthYear(_) => month(field, answer, today),
        Kind::File(_) => files(field, answer),
        Kind::Declaration(_) => {
            let typed = match answer {
                Json::Bool(true) => "agreed".to_owned(),
                Json::Bool(false) => String::new(),
                Json::Array(list) => text(list.first()?)?,
                one => text(one)?,
            };
            Some(one(field, typed))
        }
        kind => match parts(kind).as_slice() {
            [] => {
                let list = match answer {
                    Json::Array(list) => list.iter().map(text).collect::<Option<Vec<_>>>()?,
                    one => vec![text(one)?],
                };
                Some(Values::from([(field.id.clone(), list)]))
            }
            known => {
                let names: Vec<&str> = known.iter().map(|part| part.name).collect();
                several(field, answer, &names)
            }
        },
    }
}

/// An answer in its stored form. What has the wrong form is typed as nothing that any rule
/// accepts.
pub(crate) fn from_stored(field: &Field, json: &Json) -> Values {
    let rubbish = || "\u{0}".to_owned();
    let list = match (&field.answer, json) {
        (Kind::Date(_) | Kind::MonthYear(_), Json::String(stored)) => {
            return stored_date(field, stored);
        }
        (Kind::Date(_) | Kind::MonthYear(_), _) => return stored_date(field, ""),
        (Kind::YesNo(_), Json::Bool(yes)) => vec![if *yes { "yes" } else { "no" }.to_owned()],
        (Kind::Declaration(_), Json::Bool(true)) => vec!["agreed".to_owned()],
        (Kind::Checkboxes(_), Json::Array(list)) => {
            list.iter().map(|one| one.as_str().map_or_else(rubbish, str::to_owned)).collect()
        }
        (Kind::Number(_), Json::Number(number)) => vec![number.to_string()],
        (Kind::Money(_), Json::Number(pence)) => {
            vec![pence.as_i64().map_or_else(rubbish, number::typed_pounds)]
        }
        (Kind::File(_), Json::Array(_)) => {
            return files(field, json).unwrap_or_else(|| one(field, rubbish()));
        }
        (kind, json) => match parts(kind).as_slice() {
            [] => vec![json.as_str().map_or_else(rubbish, str::to_owned)],
            known => {
                let names: Vec<&str> = known.iter().map(|part| part.name).collect();
                let first = names.first().copied().unwrap_or_default();
                return several(field, json, &names).unwrap_or_else(|| {
                    Values::from([(part_name(&field.id, first), vec![rubbish()])])
                });
            }
        },
    };
    Values::from([(field.id.clone(), list)])
}

fn one(field: &Field, typed: String) -> Values {
    Values::from([(field.id.clone(), vec![typed])])
}

fn text(json: &Json) -> Option<String> {
    match json {
        Json::String(text) => Some(text.clone()),
        Json::Number(number) => Some(number.to_string()),
        Json::Bool(true) => Some("yes".to_owned()),
        Json::Bool(false) => Some("no".to_owned()),
        Json::Null | Json::Array(_) | Json::Object(_) => None,
    }
}

/// An object of these parts and no others.
fn several(field: &Field, answer: &Json, names: &[&str]) -> Option<Values> {
    let given = answer.as_object()?;
    let mut values = Values::new();
    for (part, json) in given {
        if !names.contains(&part.as_str()) {
            return None;
        }
        values.insert(part_name(&field.id, part), vec![text(json)?]);
    }
    Some(values)
}

fn date(field: &Field, answer: &Json, today: Date) -> Option<Values> {
    if let Json::String(iso) = answer {
        return Some(date_values(&field.id, iso.parse().ok()?));
    }
    if let Some(day) = days_ago(answer, today) {
        return Some(date_values(&field.id, day));
    }
    several(field, answer, &["day", "month", "year"])
}

fn month(field: &Field, answer: &Json, today: Date) -> Option<Values> {
    if let Json::String(iso) = answer {
        return Some(month_values(&field.id, format!("{iso}-01").parse().ok()?));
    }
    if let Some(day) = days_ago(answer, today) {
        return Some(month_values(&field.id, day));
    }
    several(field, answer, &["month", "year"])
}

fn days_ago(answer: &Json, today: Date) -> Option<Date> {
    let given = answer.as_object().filter(|given| given.len() == 1)?;
    let days = given.get("days_ago")?.as_i64()?;
    // Ten thousand years of days is past every date there is; days ahead are negative.
    Some(today.saturating_sub(days.clamp(-3_652_500, 3_652_500).days()))
}

fn stored_date(field: &Field, stored: &str) -> Values {
    let values = match &field.answer {
        Kind::MonthYear(_) => {
            let day = format!("{stored}-01").parse();
            day.map(|day| month_values(&field.id, day))
        }
        _ => stored.parse().map(|day| date_values(&field.id, day)),
    };
    // A part alone is never a whole date.
    values.unwrap_or_else(|_| {
        Values::from([(part_name(&field.id, "month"), vec![format!("{stored}\u{0}")])])
    })
}

/// A date as it would be typed.
fn date_values(id: &str, date: Date) -> Values {
    let mut values = month_values(id, date);
    values.insert(part_name(id, "day"), vec![date.day().to_string()]);
    values
}

fn month_values(id: &str, date: Date) -> Values {
    Values::from([
        (part_name(id, "month"), vec![date.month().to_string()]),
        (part_name(id, "year"), vec![format!("{:04}", date.year())]),
    ])
}

fn files(field: &Field, answer: &Json) -> Option<Values> {
    let given = match answer {
        Json::Array(list) => list.as_slice(),
        one => std::slice::from_ref(one),
    };
    let typed = given.iter().map(|one| {
        if let Some(text) = one.as_str() {
            return Some(text.to_owned());
        }
        let word = |key| one.get(key).and_then(Json::as_str).map(str::to_owned);
        Some(file::typed(&FileValue {
            sha256: word("sha256")?,
            bytes: one.get("bytes")?.as_u64()?,
            media_type: word("media_type")?,
            name: word("name")?,
        }))
    });
    Some(Values::from([(field.id.clone(), typed.collect::<Option<Vec<_>>>()?)]))
}
