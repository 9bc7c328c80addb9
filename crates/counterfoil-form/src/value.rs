//! A valid answer in the one form in which it is stored and sent.

use jiff::civil::Date;
use serde_json::{Map, Value as Json};

/// A valid, normalised answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// Text, a reference or the value of a choice.
    Text(String),
    /// A whole number, or pence.
    Number(i64),
    /// A number with a decimal point, without zeros that say nothing.
    Decimal(String),
    /// Pounds and pence, in pence.
    Pence(i64),
    /// Yes is true. A declaration that is agreed to is true.
    YesNo(bool),
    /// A date; ISO 8601 in JSON.
    Date(Date),
    /// The first day of a month; year and month in JSON, as in `2026-03`.
    Month(Date),
    /// The values that are ticked, in the order of the definition.
    Ticks(Vec<String>),
    /// Several lines that are one answer, by part; only those given. One object in JSON.
    Parts(Vec<(&'static str, String)>),
    /// Files; one object each in JSON.
    Files(Vec<FileValue>),
}

/// A file that belongs to an answer. Its bytes are kept elsewhere, under their digest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileValue {
    /// SHA-256 of its bytes, 64 small hexadecimal digits.
    pub sha256: String,
    /// Its size.
    pub bytes: u64,
    /// Its media type.
    pub media_type: String,
    /// The name it had, for people.
    pub name: String,
}

impl Value {
    /// As it is stored and sent.
    #[must_use]
    pub fn to_json(&self) -> Json {
        match self {
            Self::Text(text) | Self::Decimal(text) => Json::from(text.as_str()),
            Self::Number(number) | Self::Pence(number) => Json::from(*number),
            Self::YesNo(yes) => Json::from(*yes),
            Self::Date(date) => Json::from(date.to_string()),
            Self::Month(_) => Json::from(self.month_text().unwrap_or_default()),
            Self::Ticks(ticks) => Json::from(ticks.clone()),
            Self::Parts(parts) => Json::Object(
                parts
                    .iter()
                    .map(|(part, text)| ((*part).to_owned(), Json::from(text.as_str())))
                    .collect::<Map<_, _>>(),
            ),
            Self::Files(files) => files.iter().map(FileValue::to_json).collect(),
        }
    }

    fn month_text(&self) -> Option<String> {
        match self {
            Self::Month(day) => Some(format!("{:04}-{:02}", day.year(), day.month())),
            _ => None,
        }
    }

    /// It equals `expected`, a value as a definition writes it. `None` where that cannot be told.
    pub(crate) fn is(&self, expected: &str) -> Option<bool> {
        match self {
            Self::Text(text) => Some(text == expected),
            Self::Number(_) | Self::Decimal(_) | Self::Pence(_) => {
                Some(self.micros()? == micros(expected)?)
            }
            Self::YesNo(yes) => Some(expected == if *yes { "yes" } else { "no" }),
            Self::Date(date) => Some(date.to_string() == expected),
            Self::Month(_) => Some(self.month_text()? == expected),
            Self::Ticks(ticks) => Some(ticks.iter().any(|tick| tick == expected)),
            Self::Parts(_) | Self::Files(_) => None,
        }
    }

    /// This box is ticked. `None` where that cannot be told.
    pub(crate) fn contains(&self, expected: &str) -> Option<bool> {
        match self {
            Self::Ticks(ticks) => Some(ticks.iter().any(|tick| tick == expected)),
            _ => None,
        }
    }

    /// The number in millionths, money in millionths of a pound.
    pub(crate) fn micros(&self) -> Option<i128> {
        match self {
            Self::Number(number) => Some(i128::from(*number) * 1_000_000),
            Self::Pence(pence) => Some(i128::from(*pence) * 10_000),
            Self::Decimal(text) => micros(text),
            _ => None,
        }
    }

    /// The date, when it is one; of a month its first day.
    pub(crate) fn date(&self) -> Option<Date> {
        match self {
            Self::Date(date) | Self::Month(date) => Some(*date),
            _ => None,
        }
    }

    /// The text, when it is one.
    pub(crate) fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// One part of an answer that has several.
    pub(crate) fn part(&self, name: &str) -> Option<&str> {
        match self {
            Self::Parts(parts) => {
                parts.iter().find(|(part, _)| *part == name).map(|(_, text)| text.as_str())
            }
            _ => None,
        }
    }
}

impl FileValue {
    fn to_json(&self) -> Json {
        serde_json::json!({
            "sha256": self.sha256,
            "bytes": self.bytes,
            "media_type": self.media_type,
            "name": self.name,
        })
    }
}

/// A plain decimal number in millionths; `None` for anything else.
pub(crate) fn micros(text: &str) -> Option<i128> {
    let (minus, plain) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let (whole, part) = plain.split_once('.').unwrap_or((plain, ""));
    let digits = |text: &str| text.chars().all(|c| c.is_ascii_digit());
    if whole.is_empty() || !digits(whole) || !digits(part) || 6 < part.len() || 20 < whole.len() {
        return None;
    }
    let number = format!("{whole}{part:0<6}").parse::<i128>().ok()?;
    Some(if minus { -number } else { number })
}

#[cfg(test)]
mod tests {
    use super::{Value, micros};

    #[test]
    fn numbers_are_compared_by_what_they_are_worth() {
        assert_eq!(micros("12.5"), Some(12_500_000));
        assert_eq!(micros("-0.000001"), Some(-1));
        for wrong in ["", ".5", "1.2345678", "1e3", "1,000", "--1"] {
            assert_eq!(micros(wrong), None, "{wrong}");
        }
        assert_eq!(Value::Pence(1_250).is("12.5"), Some(true));
        assert_eq!(Value::Number(3).is("3.0"), Some(true));
        assert_eq!(Value::Number(3).is("three"), None);
    }
}
