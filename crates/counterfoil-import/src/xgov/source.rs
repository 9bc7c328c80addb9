//! Reading values of a source that keeps no promises: what is missing or of another type is as if
//! it were not there.

use serde_json::Value as Json;

/// Text at `key`.
pub(super) fn text<'a>(from: &'a Json, key: &str) -> Option<&'a str> {
    from.get(key)?.as_str()
}

/// A list at `key`; empty without.
pub(super) fn list<'a>(from: &'a Json, key: &str) -> &'a [Json] {
    from.get(key).and_then(Json::as_array).map_or(&[], Vec::as_slice)
}

/// A number at `key`, also one in quotation marks, as designers save them.
pub(super) fn number(from: &Json, key: &str) -> Option<f64> {
    let number = match from.get(key)? {
        Json::Number(number) => number.as_f64()?,
        Json::String(text) => text.trim().parse().ok()?,
        _ => return None,
    };
    number.is_finite().then_some(number)
}

/// A count at `key`, from 0 to `u16::MAX`; more counts as the most.
pub(super) fn count(from: &Json, key: &str) -> Option<u16> {
    let number = number(from, key)?;
    (0.0..).contains(&number).then(|| number.min(f64::from(u16::MAX)) as u16)
}

/// Something is at `key` that is not empty.
pub(super) fn says(from: &Json, key: &str) -> bool {
    match from.get(key) {
        None | Some(Json::Null | Json::Bool(false)) => false,
        Some(Json::String(text)) => !text.is_empty(),
        Some(Json::Array(list)) => !list.is_empty(),
        Some(Json::Object(map)) => !map.is_empty(),
        Some(Json::Bool(true) | Json::Number(_)) => true,
    }
}

/// English and Welsh: a plain text is English, an object has both.
pub(super) fn localised(value: Option<&Json>) -> (&str, &str) {
    match value {
        Some(Json::String(text)) => (text, ""),
        Some(words @ Json::Object(_)) => {
            let (en, cy) = (text(words, "en"), text(words, "cy"));
            (en.or(cy).unwrap_or_default(), cy.unwrap_or_default())
        }
        _ => ("", ""),
    }
}

/// A value of a choice as text: numbers in digits, booleans as `true` and `false`.
pub(super) fn plain(value: Option<&Json>) -> String {
    match value {
        Some(Json::String(text)) => text.clone(),
        Some(Json::Number(number)) => number.to_string(),
        Some(Json::Bool(yes)) => yes.to_string(),
        _ => String::new(),
    }
}

/// The names of the keys, in order.
pub(super) fn keys(from: &Json) -> impl Iterator<Item = &str> {
    from.as_object().into_iter().flat_map(|map| map.keys().map(String::as_str))
}
