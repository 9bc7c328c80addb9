//! Pages that are answered once for each of several things: "add another".

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::condition::Condition;
use super::page::{Page, Route};
use crate::words::{Sentence, Words};

/// Several things of one kind, such as children or employments, each with the same pages.
///
/// A person answers the pages for one thing after the other. After each comes a list of what was
/// added, with a way to change and to remove each, and the question whether there is another.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// Stable, kebab-case, once in the service: the path of the list, the first part of the paths
    /// of its pages (`children/2/name`), and the name under which its answers are submitted.
    pub path: String,
    /// The section of check answers that its answers belong to.
    pub section: String,
    /// The heading of the list, such as "Your children".
    pub title: Words,
    /// What one is called, such as "Child"; shown with its number.
    pub item: Words,
    /// The fields whose answers name one in the list, such as its name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub named_by: Vec<String>,
    /// The fewest.
    #[serde(default)]
    pub min: u16,
    /// The most.
    pub max: u16,
    /// The question below the list, such as "Do you have another child?".
    pub another: Another,
    /// What the staff beside the person should say and check at the list.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub staff_notes: Vec<Sentence>,
    /// Only then; otherwise it is passed by.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Condition>,
    /// The pages that are answered for each. Their routes lead to each other and, at the end of
    /// one thing, to `path`. Conditions in them see the answers about the same thing first.
    pub pages: Vec<Page>,
    /// Where to go on after the list, tried in order. The last one has no condition.
    pub next: Vec<Route>,
}

/// The question whether there is another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Another {
    /// The question.
    pub label: Words,
    /// The word for yes: Welsh has no one word.
    pub yes: Words,
    /// The word for no.
    pub no: Words,
}
