//! A service that is ready for use.

use std::fmt::Display;

use jiff::civil::Date;
use serde::de::DeserializeOwned;

use crate::definition::field::Field;
use crate::definition::inspect::inspect;
use crate::definition::overlay::{self, Overlay};
use crate::definition::page::Page;
use crate::definition::problem::{DefinitionProblems, Found};
use crate::definition::routes::inspect_routes;
use crate::definition::{Definition, Retention, limits};
use crate::view::Language;
use crate::words::sentences;

/// A definition in which nothing is wrong, with all its words in both languages.
#[derive(Debug, Clone)]
pub struct Service {
    definition: Definition,
}

impl Service {
    /// Loads a definition and its Welsh overlay.
    ///
    /// # Errors
    /// [`DefinitionProblems`], each with its path: text that is not such JSON, an unknown key, a
    /// passed limit, a bad or repeated id, an unknown field or page, a page that no route leads
    /// to, a loop, and Welsh that is missing or that belongs to nothing.
    pub fn load(definition_json: &str, welsh_json: &str) -> Result<Self, DefinitionProblems> {
        let mut found = Found::default();
        let definition = parse::<Definition>(definition_json, "", &mut found);
        let welsh = parse::<Overlay>(welsh_json, "cy:", &mut found);
        let (Some(mut definition), Some(welsh)) = (definition, welsh) else {
            return Err(found.finish().err().unwrap_or(DefinitionProblems(Vec::new())));
        };
        let mut found_in_welsh = Found::default();
        overlay::apply(&mut definition, welsh, &mut found_in_welsh);
        inspect(&definition, &mut found);
        inspect_routes(&definition, &mut found);
        // Last, because much missing Welsh follows from one id mistyped in the definition.
        found.append(found_in_welsh);
        found.finish()?;
        Ok(Self { definition })
    }

    /// The definition.
    #[must_use]
    pub fn definition(&self) -> &Definition {
        &self.definition
    }

    /// `<department>/<service>`.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.definition.id
    }

    /// The definition's own version.
    #[must_use]
    pub fn version(&self) -> &str {
        &self.definition.version
    }

    /// May be used on `today`.
    #[must_use]
    pub fn in_force(&self, today: Date) -> bool {
        let effective = self.definition.effective;
        effective.from <= today && effective.to.is_none_or(|to| today <= to)
    }

    /// The service's name.
    #[must_use]
    pub fn title(&self, language: Language) -> &str {
        self.definition.title.get(language)
    }

    /// What it is for, in one sentence.
    #[must_use]
    pub fn summary(&self, language: Language) -> &str {
        self.definition.summary.get(language)
    }

    /// The department's id, such as `dvla`.
    #[must_use]
    pub fn department_id(&self) -> &str {
        &self.definition.department.id
    }

    /// The department's name.
    #[must_use]
    pub fn department(&self, language: Language) -> &str {
        self.definition.department.name.get(language)
    }

    /// The department's short name, for "Received by".
    #[must_use]
    pub fn department_short(&self, language: Language) -> &str {
        self.definition.department.short_name.get(language)
    }

    /// How long the terminal keeps what was captured.
    #[must_use]
    pub fn retention(&self) -> Retention {
        self.definition.retention
    }

    /// What is read out before the first question.
    #[must_use]
    pub fn consent(&self, language: Language) -> Vec<String> {
        sentences(&self.definition.consent, language)
    }

    /// What happens next and when.
    #[must_use]
    pub fn next_steps(&self, language: Language) -> Vec<String> {
        sentences(&self.definition.next_steps, language)
    }

    /// What to do with paper.
    #[must_use]
    pub fn paper(&self, language: Language) -> Vec<String> {
        sentences(&self.definition.paper, language)
    }

    /// How to reach the department.
    #[must_use]
    pub fn contact(&self, language: Language) -> Vec<String> {
        sentences(&self.definition.contact, language)
    }

    /// What to do when something recorded or decided is wrong.
    #[must_use]
    pub fn contest(&self, language: Language) -> Vec<String> {
        sentences(&self.definition.contest, language)
    }

    /// The page that asks at `path`.
    pub(crate) fn page(&self, path: &str) -> Option<&Page> {
        self.definition.pages.iter().find(|page| page.path == path)
    }

    /// Every field, in the order of the definition, with the path of its page.
    pub(crate) fn fields(&self) -> impl Iterator<Item = (&str, &Field)> {
        let asked = self
            .definition
            .pages
            .iter()
            .flat_map(|page| page.fields.iter().map(|field| (page.path.as_str(), field)));
        let declaration = &self.definition.declaration;
        let declared = declaration.fields.iter().map(|field| (declaration.path.as_str(), field));
        asked.chain(declared)
    }
}

fn parse<T: DeserializeOwned>(json: &str, prefix: &str, found: &mut Found) -> Option<T> {
    if limits::FILE_BYTES < json.len() {
        found.add(format!("{prefix}$"), format!("is longer than {} bytes", limits::FILE_BYTES));
        return None;
    }
    let mut reader = serde_json::Deserializer::from_str(json);
    match serde_path_to_error::deserialize::<_, T>(&mut reader) {
        Ok(value) => match reader.end() {
            Ok(()) => Some(value),
            Err(err) => refuse(found, prefix, "$", &err),
        },
        Err(err) => refuse(found, prefix, &err.path().to_string(), err.inner()),
    }
}

fn refuse<T>(found: &mut Found, prefix: &str, path: &str, err: &dyn Display) -> Option<T> {
    found.add(format!("{prefix}{path}"), err.to_string());
    None
}
