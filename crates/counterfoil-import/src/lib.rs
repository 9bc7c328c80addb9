//! Foreign forms, turned into native definitions.
//!
//! Pure: no clock, disk, network or randomness. Start reading at [`import`]: any bytes give a
//! definition with a report, a report that says why there is none, or an [`ImportError`] for
//! bytes that are no form at all.
//!
//! On the way a form is bytes, then JSON values ([`detect`]), then a [`draft`], then a definition
//! ([`build`]). Only the step from values to a draft knows a format, so a format plugs in as one
//! module with one function
//! `fn read(form: &Json, tools: &mut Tools) -> Option<Draft>`, a variant of [`Format`], its line in
//! [`draft_of`] and what tells it apart in [`detect`]. In that module:
//!
//! - words go through [`prose`], which takes HTML off them and counts them;
//! - names go through [`names`], once each: a field's when its kind is known, a page's path;
//! - choices go through [`draft::choices`];
//! - what is left out, changed or guessed goes into the [`report`], nothing silently;
//! - a route's condition is native, and holds exactly when the source's own engine takes the
//!   route; see [`counterfoil_form::definition::condition::Condition`] for missing answers.

mod build;
mod detect;
mod draft;
mod error;
mod html;
mod json;
pub mod limits;
mod names;
mod prose;
mod report;
mod xgov;
mod yaml;

use counterfoil_form::definition::Definition;
use serde_json::Value as Json;

use draft::Draft;
use draft::choices::Choices;
use prose::Prose;
use report::{Kind, Log, quoted};

pub use error::ImportError;
pub use report::{Issue, Report, Verdict};

/// How to import.
#[derive(Debug, Clone, Copy, Default)]
pub struct Options<'a> {
    /// The format; told from the form without.
    pub format: Option<Format>,
    /// The same form in Welsh, in the same format.
    pub welsh: Option<&'a [u8]>,
    /// The stem of the file's name, for the service's id.
    pub name: Option<&'a str>,
}

/// A format that is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// XGov digital form builder, and what MHCLG and UKHSA added to it.
    Xgov,
    /// DEFRA's forms.
    Defra,
    /// GOV.UK Forms.
    GovukForms,
}

impl Format {
    /// Every format.
    pub const ALL: [Self; 3] = [Self::Xgov, Self::Defra, Self::GovukForms];

    /// Its name, in kebab-case.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Xgov => "xgov",
            Self::Defra => "defra",
            Self::GovukForms => "govuk-forms",
        }
    }

    /// The format of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.name() == name)
    }
}

/// What became of a form.
#[derive(Debug, Clone)]
pub struct Import {
    /// The definition, which loads as a draft; `None` when the form was refused.
    pub definition: Option<Definition>,
    /// What a person should know.
    pub report: Report,
}

/// What a format's module reads with.
#[derive(Debug, Default)]
pub(crate) struct Tools {
    pub(crate) log: Log,
    pub(crate) prose: Prose,
    pub(crate) choices: Choices,
}

/// Turns a form into a definition.
///
/// # Errors
/// [`ImportError`] for bytes that are no form: neither JSON nor YAML, past a limit of
/// [`limits`], or of no known format. The same for the bytes of the Welsh.
pub fn import(source: &[u8], options: &Options<'_>) -> Result<Import, ImportError> {
    let form = detect::read(source)?;
    let welsh = options.welsh.map(detect::read).transpose()?;
    let format = match options.format {
        Some(format) => format,
        None => detect::format(&form)?,
    };
    let mut tools = Tools::default();
    let draft = draft_of(format, &form, &mut tools);
    let draft = draft.map(|draft| with_welsh(draft, format, welsh.as_ref(), &mut tools));
    let mut log = tools.log;
    let draft = draft.filter(|_| !log.refused());
    let definition = draft.and_then(|draft| build::build(draft, options.name, &mut log));
    let (pages, fields) = definition.as_ref().map_or((0, 0), size);
    Ok(Import { definition, report: log.finish(format.name(), pages, fields) })
}

fn draft_of(format: Format, form: &Json, tools: &mut Tools) -> Option<Draft> {
    match format {
        Format::Xgov => xgov::read(form, tools),
        Format::Defra | Format::GovukForms => {
            let message = format!("forms in the format {} are not read yet", quoted(format.name()));
            tools.log.add(Kind::NotRead, "", message);
            None
        }
    }
}

/// The draft with its Welsh. What the Welsh file would say about itself is left unsaid: it is the
/// same form, and only its words are taken.
fn with_welsh(draft: Draft, format: Format, welsh: Option<&Json>, tools: &mut Tools) -> Draft {
    let Some(welsh) = welsh else {
        if !draft.only_welsh {
            tools.log.add(Kind::Words, "", "no Welsh was given; the English stands in its place");
        }
        return draft;
    };
    let mut apart = Tools::default();
    let Some(mut other) = draft_of(format, welsh, &mut apart) else {
        tools.log.add(Kind::Language, "", "the Welsh form could not be read");
        return draft;
    };
    let mut draft = draft;
    // The two may come the other way round; a Welsh form says that it is one.
    if draft.only_welsh && !other.only_welsh {
        std::mem::swap(&mut draft, &mut other);
    }
    draft::welsh::merge(&mut draft, &other, &mut tools.log);
    draft
}

/// Pages and fields of a definition.
fn size(definition: &Definition) -> (usize, usize) {
    let grouped = definition.groups.iter().flat_map(|group| &group.pages);
    let pages: Vec<_> = definition.pages.iter().chain(grouped).collect();
    let fields = pages.iter().map(|page| page.fields.len()).sum::<usize>();
    let declared = definition.declaration.fields.len();
    (pages.len() + definition.exits.len(), fields + declared)
}
