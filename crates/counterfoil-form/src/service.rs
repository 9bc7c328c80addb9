//! A service that is ready for use.

use std::collections::HashMap;
use std::fmt::Display;
use std::sync::Arc;

use jiff::civil::Date;
use serde::de::DeserializeOwned;

use crate::definition::field::{Field, Kind};
use crate::definition::group::Group;
use crate::definition::inspect::inspect;
use crate::definition::overlay::{self, Overlay};
use crate::definition::page::{Exit, Page};
use crate::definition::problem::{DefinitionProblems, Found};
use crate::definition::routes::inspect_routes;
use crate::definition::terms::{Fee, Retention, Way};
use crate::definition::{Definition, limits};
use crate::view::Language;
use crate::words::sentences;

/// A definition in which nothing is wrong, with all its words in both languages. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Service {
    definition: Arc<Definition>,
    index: Arc<HashMap<String, Known>>,
}

/// What is at a path, by its place in the definition.
#[derive(Debug, Clone, Copy)]
enum Known {
    Page(usize),
    Group(usize),
    Exit(usize),
    Check,
    Declaration,
    Tasks,
}

/// What is at a path.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Node<'a> {
    /// A page that asks or tells.
    Page(&'a Page),
    /// The list of a group.
    Group(&'a Group),
    /// A page that ends the journey.
    Exit(&'a Exit),
    /// Check answers.
    Check,
    /// The declaration.
    Declaration,
    /// The list of tasks.
    Tasks,
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
        Ok(Self::of(definition))
    }

    /// Loads a definition that is still being made: Welsh may be missing, and then the English
    /// stands in its place. For designers; nothing that is captured for real may use it.
    ///
    /// # Errors
    /// [`DefinitionProblems`], as [`load`](Self::load) gives them, missing Welsh aside.
    pub fn draft(
        definition_json: &str,
        welsh_json: Option<&str>,
    ) -> Result<Self, DefinitionProblems> {
        let mut found = Found::default();
        let definition = parse::<Definition>(definition_json, "", &mut found);
        let welsh = welsh_json.map(|json| parse::<Overlay>(json, "cy:", &mut found));
        let Some(mut definition) = definition else {
            return Err(found.finish().err().unwrap_or(DefinitionProblems(Vec::new())));
        };
        if let Some(welsh) = welsh.flatten() {
            overlay::apply(&mut definition, welsh, &mut Found::default());
        }
        found.finish()?;
        Self::draft_of(definition)
    }

    /// The same from a definition that a program made.
    ///
    /// # Errors
    /// [`DefinitionProblems`], missing Welsh aside.
    pub fn draft_of(mut definition: Definition) -> Result<Self, DefinitionProblems> {
        overlay::visit(&mut definition, &mut |_, words| {
            if words.cy.is_empty() {
                words.cy.clone_from(&words.en);
            }
        });
        let mut found = Found::default();
        inspect(&definition, &mut found);
        inspect_routes(&definition, &mut found);
        found.finish()?;
        Ok(Self::of(definition))
    }

    fn of(definition: Definition) -> Self {
        let numbered = |path: &String, known| (path.clone(), known);
        let pages = definition.pages.iter().enumerate();
        let groups = definition.groups.iter().enumerate();
        let exits = definition.exits.iter().enumerate();
        let mut index: HashMap<String, Known> = pages
            .map(|(number, page)| numbered(&page.path, Known::Page(number)))
            .chain(groups.map(|(number, group)| numbered(&group.path, Known::Group(number))))
            .chain(exits.map(|(number, exit)| numbered(&exit.path, Known::Exit(number))))
            .collect();
        index.insert(definition.check.path.clone(), Known::Check);
        index.insert(definition.declaration.path.clone(), Known::Declaration);
        if let Some(tasks) = &definition.task_list {
            index.insert(tasks.path.clone(), Known::Tasks);
        }
        Self { definition: Arc::new(definition), index: Arc::new(index) }
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
        self.definition.paper.iter().map(|paper| paper.text.owned(language)).collect()
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

    /// What staff say before the first question.
    #[must_use]
    pub fn script(&self, language: Language) -> Vec<String> {
        sentences(&self.definition.script, language)
    }

    /// What staff look at.
    #[must_use]
    pub fn evidence(&self, language: Language) -> Vec<String> {
        sentences(&self.definition.evidence, language)
    }

    /// Other ways to do the same thing.
    #[must_use]
    pub fn signposts(&self, language: Language) -> Vec<(Way, String)> {
        let all = self.definition.signposts.iter();
        all.map(|signpost| (signpost.way, signpost.text.owned(language))).collect()
    }

    /// What it costs on `today`.
    #[must_use]
    pub fn fee(&self, today: Date) -> FeeToday<'_> {
        let fees = &self.definition.fees;
        let due: Vec<&Fee> =
            fees.iter().filter(|fee| fee.from <= today && today <= fee.to).collect();
        match (fees.is_empty(), due.is_empty()) {
            (true, _) => FeeToday::None,
            (false, true) => FeeToday::Unknown,
            (false, false) => FeeToday::Due(due),
        }
    }

    /// A file must be given somewhere on some way, which a screen of this version cannot do.
    #[must_use]
    pub fn needs_a_file(&self) -> bool {
        let needs = |field: &Field| !field.optional && matches!(field.answer, Kind::File(_));
        self.fields().any(|(_, field)| needs(field))
    }

    /// The path of the first page or group.
    pub(crate) fn start(&self) -> &str {
        let first = || self.definition.pages.first().map_or("", |page| page.path.as_str());
        self.definition.start.as_deref().unwrap_or_else(first)
    }

    /// What is at `path`, which is not within a group.
    pub(crate) fn node(&self, path: &str) -> Option<Node<'_>> {
        Some(match self.index.get(path)? {
            Known::Page(number) => Node::Page(self.definition.pages.get(*number)?),
            Known::Group(number) => Node::Group(self.definition.groups.get(*number)?),
            Known::Exit(number) => Node::Exit(self.definition.exits.get(*number)?),
            Known::Check => Node::Check,
            Known::Declaration => Node::Declaration,
            Known::Tasks => Node::Tasks,
        })
    }

    /// Every field outside groups, in the order of the definition, with the path of its page.
    pub(crate) fn top_fields(&self) -> impl Iterator<Item = (&str, &Field)> {
        let declaration = &self.definition.declaration;
        let declared = declaration.fields.iter().map(|field| (declaration.path.as_str(), field));
        page_fields(&self.definition.pages).chain(declared)
    }

    /// Every field, those of groups included, with the path of its page.
    pub(crate) fn fields(&self) -> impl Iterator<Item = (&str, &Field)> {
        let grouped = self.definition.groups.iter().flat_map(|group| page_fields(&group.pages));
        self.top_fields().chain(grouped)
    }
}

/// What a service costs on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FeeToday<'a> {
    /// The definition names no fee: the service is free, or the department says how much.
    None,
    /// These.
    Due(Vec<&'a Fee>),
    /// It costs something, but the definition does not say how much on that day: it is out of
    /// date, and nothing may be taken.
    Unknown,
}

/// The fields of `pages` with the paths of their pages.
pub(crate) fn page_fields(pages: &[Page]) -> impl Iterator<Item = (&str, &Field)> {
    pages.iter().flat_map(|page| page.fields.iter().map(|field| (page.path.as_str(), field)))
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
    let said = err.to_string();
    let meant = suggestion(&said).map(|name| format!("; did you mean `{name}`?"));
    found.add(format!("{prefix}{path}"), format!("{said}{}", meant.unwrap_or_default()));
    None
}

/// Of the names that were expected, the one most like the name that was found. The names stand
/// in backquotes, the one that was found first.
fn suggestion(said: &str) -> Option<&str> {
    if !said.starts_with("unknown ") {
        return None;
    }
    let mut names = said.split('`').skip(1).step_by(2);
    let found = names.next()?;
    let likeness = |name: &&str| strsim::jaro_winkler(found, name);
    let best = names.max_by(|one, other| likeness(one).total_cmp(&likeness(other)))?;
    (LIKE <= likeness(&best)).then_some(best)
}

/// How like two names must be, from 0 to 1, for one to be a mistyped other.
const LIKE: f64 = 0.8;
