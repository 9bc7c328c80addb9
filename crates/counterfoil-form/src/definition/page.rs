//! Pages and the routes between them.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::condition::Condition;
use super::field::Field;
use crate::words::{Sentence, Words};

/// A page that asks or, without fields, tells.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Page {
    /// Stable, kebab-case, once in the service.
    pub path: String,
    /// The heading. Left out when there is exactly one field, whose label is then the heading.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<Words>,
    /// The section of check answers that its answers belong to.
    pub section: String,
    /// Text before the questions.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub content: Vec<Block>,
    /// The questions.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<Field>,
    /// What the staff beside the person should say and check.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub staff_notes: Vec<Sentence>,
    /// When an answer to one of these fields changes, what was answered here is forgotten and
    /// asked again. For pages that confirm an earlier answer.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub asked_again_after: Vec<String>,
    /// Only then; otherwise it is passed by, on to what its routes say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Condition>,
    /// Where to go on, tried in order. The last one has no condition.
    pub next: Vec<Route>,
}

/// Where to go on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Route {
    /// Only then; always without.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Condition>,
    /// The path of a page, a group, an exit or check answers.
    pub to: String,
}

/// A page that ends a journey without a submission. Not being eligible is a proper outcome.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Exit {
    /// Stable, kebab-case, once in the service.
    pub path: String,
    /// The heading.
    pub title: Words,
    /// Why, and what to do instead.
    pub content: Vec<Block>,
    /// What the staff beside the person should say and check.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub staff_notes: Vec<Sentence>,
}

/// The sections as tasks.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TaskList {
    /// Stable, kebab-case, once in the service.
    pub path: String,
    /// The heading.
    pub title: Words,
}

/// Check your answers.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
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
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Declaration {
    /// Stable, kebab-case, once in the service.
    pub path: String,
    /// The heading.
    pub title: Words,
    /// What the person declares.
    pub content: Vec<Block>,
    /// What the person ticks: checkboxes and declarations only.
    pub fields: Vec<Field>,
    /// What the staff beside the person should say and check.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub staff_notes: Vec<Sentence>,
    /// What the button that records the submission says.
    pub button: Words,
}

/// A piece of text.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Block {
    /// Stable, kebab-case, once on its page.
    pub id: String,
    /// Shown only then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Condition>,
    /// The text, in the subset of Markdown that [`crate::markdown`] reads.
    pub text: Words,
}
