//! Regular expressions of definitions: bounded in size, never slow.

use std::borrow::Cow;

use regex::{Regex, RegexBuilder};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};

/// Bytes that a compiled expression may take.
const SIZE_MAX: usize = 256 * 1024;

/// A regular expression that a whole text must match.
///
/// The engine has no look-around and no back-references; it takes time in proportion to the
/// text, whatever the expression.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Pattern {
    source: String,
    whole: Regex,
}

/// An expression that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not a regular expression that can be used here: {0}")]
pub struct BadPattern(String);

impl Pattern {
    /// The expression as it was written.
    #[must_use]
    pub fn source(&self) -> &str {
        &self.source
    }

    /// The whole of `text` matches.
    #[must_use]
    pub fn matches(&self, text: &str) -> bool {
        self.whole.is_match(text)
    }
}

impl TryFrom<String> for Pattern {
    type Error = BadPattern;

    fn try_from(source: String) -> Result<Self, BadPattern> {
        let whole = RegexBuilder::new(&format!(r"\A(?:{source})\z")).size_limit(SIZE_MAX).build();
        match whole {
            Ok(whole) => Ok(Self { source, whole }),
            Err(error) => {
                // The last line of a syntax error says what; the ones before draw a picture.
                let said = error.to_string();
                Err(BadPattern(said.lines().last().unwrap_or_default().trim().to_owned()))
            }
        }
    }
}

impl From<Pattern> for String {
    fn from(pattern: Pattern) -> Self {
        pattern.source
    }
}

impl PartialEq for Pattern {
    fn eq(&self, other: &Self) -> bool {
        self.source == other.source
    }
}

impl Eq for Pattern {}

impl JsonSchema for Pattern {
    fn schema_name() -> Cow<'static, str> {
        "Pattern".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A regular expression without look-around or back-references.",
            "type": "string",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Pattern;

    #[test]
    fn a_pattern_must_match_the_whole_text() {
        let pattern = Pattern::try_from("[A-Z]{2}|x".to_owned()).expect("it is an expression");

        for (text, fits) in [("AB", true), ("x", true), ("ABC", false), ("xAB", false), ("", false)]
        {
            assert_eq!(pattern.matches(text), fits, "{text}");
        }
    }

    #[test]
    fn look_around_and_vast_expressions_are_refused() {
        for wrong in ["(?=a)b", "(a)\\1", "(", "(?:a{1000}){1000}"] {
            assert!(Pattern::try_from(wrong.to_owned()).is_err(), "{wrong}");
        }
    }
}
