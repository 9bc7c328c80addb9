//! Words in both languages.

use serde::Deserialize;

use crate::view::Language;

/// The same words in English and Welsh.
///
/// A definition holds the English; the Welsh comes from the overlay when the service is loaded.
/// A loaded service has both (law 7).
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(from = "String")]
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
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
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
