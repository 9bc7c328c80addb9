//! Words in both languages.

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};

use crate::view::Language;

/// The same words in English and Welsh.
///
/// A definition holds the English; the Welsh comes from the overlay when the service is loaded.
/// A loaded service has both (law 7).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub struct Words {
    /// English.
    pub en: String,
    /// Welsh.
    pub cy: String,
}

impl From<String> for Words {
    fn from(en: String) -> Self {
        Self { en, cy: String::new() }
    }
}

impl From<&str> for Words {
    fn from(en: &str) -> Self {
        Self::from(en.to_owned())
    }
}

/// A definition's file holds the English; the Welsh is in the overlay.
impl From<Words> for String {
    fn from(words: Words) -> Self {
        words.en
    }
}

impl JsonSchema for Words {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Words".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "Words in English. The Welsh is in the overlay.",
            "type": "string",
            "minLength": 1,
            "maxLength": crate::definition::limits::TEXT_CHARS,
        })
    }
}

impl Words {
    /// The words in `language`.
    #[must_use]
    pub fn get(&self, language: Language) -> &str {
        match language {
            Language::En => &self.en,
            Language::Cy => &self.cy,
        }
    }

    /// A copy of the words in `language`.
    #[must_use]
    pub fn owned(&self, language: Language) -> String {
        self.get(language).to_owned()
    }
}

/// One sentence of a list, with the id under which its Welsh is found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Sentence {
    /// Stable, kebab-case, once in its list.
    pub id: String,
    /// The sentence.
    pub text: Words,
}

/// The sentences of a list in `language`.
pub(crate) fn sentences(list: &[Sentence], language: Language) -> Vec<String> {
    list.iter().map(|sentence| sentence.text.owned(language)).collect()
}
