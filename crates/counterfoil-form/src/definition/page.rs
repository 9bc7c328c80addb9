//! Pages and the routes between them.

use serde::Deserialize;

use super::condition::Condition;
use super::field::Field;
use crate::words::{Sentence, Words};

/// A page that asks.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Page {
    /// Stable, kebab-case, once in the service.
    pub path: String,
    /// The heading. Left out when there is exactly one field, whose label is then the heading.
    pub title: Option<Words>,
    /// The section of check answers that its answers belong to.
    pub section: String,
    /// Text before the questions.
    #[serde(default)]
    pub content: Vec<Block>,
    /// The questions.
    #[serde(default)]
    pub fields: Vec<Field>,
    /// What the staff beside the person should say and check.
    #[serde(default)]
    pub staff_notes: Vec<Sentence>,
    /// When an answer to one of these fields changes, what was answered here is forgotten and
    /// asked again. For pages that confirm an earlier answer.
    #[serde(default)]
    pub asked_again_after: Vec<String>,
    /// Where to go on, tried in order. The last one has no condition.
    pub next: Vec<Route>,
}

/// Where to go on.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Route {
    /// Only then; always without.
    pub when: Option<Condition>,
    /// The path of a page, an exit or check answers.
    pub to: String,
}

/// A page that ends a journey without a submission.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Exit {
    /// Stable, kebab-case, once in the service.
    pub path: String,
    /// The heading.
    pub title: Words,
    /// Why, and what to do instead.
    pub content: Vec<Block>,
    /// What the staff beside the person should say and check.
    #[serde(default)]
    pub staff_notes: Vec<Sentence>,
}

/// Check your answers.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Check {
    /// Stable, kebab-case, once in the service.
    pub path: String,
    /// The heading.
    pub title: Words,
    /// What the button that goes on to the declaration says.
    pub button: Words,
}

/// The declaration.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Declaration {
    /// Stable, kebab-case, once in the service.
    pub path: String,
    /// The heading.
    pub title: Words,
    /// What the person declares.
    pub content: Vec<Block>,
    /// What the person ticks: checkboxes only.
    pub fields: Vec<Field>,
    /// What the staff beside the person should say and check.
    #[serde(default)]
    pub staff_notes: Vec<Sentence>,
    /// What the button that records the submission says.
    pub button: Words,
}

/// A piece of text.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Block {
    /// Stable, kebab-case, once on its page.
    pub id: String,
    /// What it is.
    pub show: Show,
}

/// What a piece of text is.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Show {
    /// A heading below the page's own.
    Heading(Words),
    /// A paragraph.
    Paragraph(Words),
    /// A bulleted list.
    Bullets(Vec<Sentence>),
    /// Text set apart.
    Inset(Words),
    /// A warning.
    Warning(Words),
}
