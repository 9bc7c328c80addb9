//! A form between its own format and the native definition.
//!
//! A format's module reads its source into a [`Draft`] and decides what only it can know: which
//! answers a question takes, when a route is taken, what a page is for. The leaves are those of
//! the native definition. Everything that is alike for all formats is left to
//! [`build`](crate::build::build), so a draft may have loops, pages that nothing leads to, routes
//! that lead nowhere, and content between questions.

pub(crate) mod choices;
pub(crate) mod welsh;

use counterfoil_form::Words;
use counterfoil_form::definition::Section;
use counterfoil_form::definition::condition::{Condition, NamedCondition};
use counterfoil_form::definition::field::Field;
use counterfoil_form::definition::page::Route;

/// A form.
#[derive(Debug, Clone, Default)]
pub(crate) struct Draft {
    /// Its name.
    pub(crate) title: Words,
    /// The sections that pages name, with kebab-case ids.
    pub(crate) sections: Vec<Section>,
    /// Conditions that others refer to.
    pub(crate) conditions: Vec<NamedCondition>,
    /// The path of the first page; without, or when there is no such page, the page from which
    /// most can be reached.
    pub(crate) start: Option<String>,
    /// The pages, in any order.
    pub(crate) pages: Vec<Page>,
    /// What is declared at the end, in Markdown.
    pub(crate) declaration: Vec<Words>,
    /// What it always costs.
    pub(crate) fees: Vec<Fee>,
    /// What happens next, in plain words.
    pub(crate) next_steps: Vec<Words>,
    /// How to reach the department, in plain words.
    pub(crate) contact: Vec<Words>,
    /// The words are Welsh, in both places, because the source has no English.
    pub(crate) only_welsh: bool,
}

/// A page.
#[derive(Debug, Clone)]
pub(crate) struct Page {
    /// Where in the source.
    pub(crate) at: String,
    /// Kebab-case, once in the draft.
    pub(crate) path: String,
    /// Its heading; may be empty.
    pub(crate) title: Words,
    /// The id of its section.
    pub(crate) section: Option<String>,
    /// What stands on it, in order.
    pub(crate) parts: Vec<Part>,
    /// What it is for.
    pub(crate) role: Role,
    /// Passed by unless this holds.
    pub(crate) when: Option<Condition>,
    /// The routes, tried in order, to paths of pages. None: the source goes no further.
    pub(crate) next: Vec<Route>,
}

/// Something on a page.
#[derive(Debug, Clone)]
pub(crate) enum Part {
    /// Text in Markdown, shown when the condition holds.
    Text(Option<Condition>, Words),
    /// A question. Its id comes from [`Names::field`](crate::names::Names::field).
    Field(Box<Field>),
}

/// What a page is for.
#[derive(Debug, Clone, Default)]
pub(crate) enum Role {
    /// Asks, or tells on the way. Where it neither asks nor leads on, it is an exit.
    #[default]
    Ask,
    /// Ends the journey without a submission.
    Exit,
    /// The summary of the answers. Its routes lead to what comes after the submission.
    Check,
    /// Everything on it is asked once for each of several things.
    Repeat(Box<Repeat>),
}

/// How a page repeats.
#[derive(Debug, Clone)]
pub(crate) struct Repeat {
    /// The heading of the list; the page's title where empty.
    pub(crate) title: Words,
    /// What one thing is called; words of our own where empty.
    pub(crate) item: Words,
    /// The fewest.
    pub(crate) min: u16,
    /// The most.
    pub(crate) max: u16,
}

/// What the service costs.
#[derive(Debug, Clone)]
pub(crate) struct Fee {
    /// What for.
    pub(crate) text: Words,
    /// How much.
    pub(crate) pence: u32,
}

impl Page {
    /// The questions.
    pub(crate) fn fields(&self) -> impl Iterator<Item = &Field> {
        self.parts.iter().filter_map(|part| match part {
            Part::Field(field) => Some(&**field),
            Part::Text(..) => None,
        })
    }

    /// It asks something.
    pub(crate) fn asks(&self) -> bool {
        self.fields().next().is_some()
    }
}

/// Words of our own, in both languages.
pub(crate) fn both(en: &str, cy: &str) -> Words {
    Words { en: en.to_owned(), cy: cy.to_owned() }
}
