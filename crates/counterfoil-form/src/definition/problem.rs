//! What is wrong with a definition.

use std::fmt;

use super::limits;

/// One thing that is wrong, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DefinitionProblem {
    /// Where, such as `pages[2].fields[0].id`, or `cy:field.registration.label` in the overlay.
    pub path: String,
    /// What, in English, for the designer of the form.
    pub message: String,
}

/// Everything that is wrong with a definition and its overlay, up to [`limits::PROBLEMS`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub struct DefinitionProblems(pub Vec<DefinitionProblem>);

impl fmt::Display for DefinitionProblems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the definition has {} problem(s)", self.0.len())?;
        self.0.iter().try_for_each(|problem| write!(f, "\n{}: {}", problem.path, problem.message))
    }
}

/// Collects problems.
#[derive(Debug, Default)]
pub(crate) struct Found(Vec<DefinitionProblem>);

impl Found {
    /// Notes a problem.
    pub(crate) fn add(&mut self, path: impl Into<String>, message: impl Into<String>) {
        if self.0.len() < limits::PROBLEMS {
            self.0.push(DefinitionProblem { path: path.into(), message: message.into() });
        }
    }

    /// Notes what was found elsewhere.
    pub(crate) fn append(&mut self, other: Self) {
        other.0.into_iter().for_each(|problem| self.add(problem.path, problem.message));
    }

    /// What was found, as an error when it is anything.
    pub(crate) fn finish(self) -> Result<(), DefinitionProblems> {
        if self.0.is_empty() { Ok(()) } else { Err(DefinitionProblems(self.0)) }
    }
}
