//! Choices of a question: values that are legal, present and used once.

use std::collections::HashSet;

use counterfoil_form::Words;
use counterfoil_form::definition::field::Choice;
use counterfoil_form::definition::limits::{OPTIONS, VALUE_CHARS};

use crate::limits;
use crate::prose::Prose;
use crate::report::{Kind, Log, quoted};

/// Counts choices over a whole form, since one list may serve many questions.
#[derive(Debug, Default)]
pub(crate) struct Choices {
    made: usize,
}

impl Choices {
    /// The choices with legal values. Those without words or a value of their own take the one
    /// for the other; those that have neither, or a value that was there before, are left out
    /// and reported.
    pub(crate) fn legal(
        &mut self,
        wanted: impl IntoIterator<Item = Choice>,
        prose: &mut Prose,
        at: &str,
        log: &mut Log,
    ) -> Vec<Choice> {
        let mut seen = HashSet::new();
        let mut legal = Vec::new();
        for mut choice in wanted {
            if choice.value.trim().is_empty() {
                choice.value.clone_from(&choice.label.en);
            }
            choice.value = value(&choice.value);
            if choice.label.en.is_empty() {
                choice.label.en.clone_from(&choice.value);
            }
            if choice.value.is_empty() || !seen.insert(choice.value.clone()) {
                let label = quoted(&choice.label.en);
                let message = format!("the choice {label} has no value of its own, left out");
                log.add(Kind::Choice, at, message);
                continue;
            }
            if OPTIONS <= legal.len() {
                let message = format!("only the first {OPTIONS} choices are offered");
                log.add(Kind::Limit, at, message);
                break;
            }
            self.made += 1;
            if limits::CHOICES < self.made || !prose.copy(bytes(&choice), at, log) {
                if !log.refused() {
                    log.add(Kind::TooLarge, at, "more choices than a definition may hold");
                }
                break;
            }
            legal.push(choice);
        }
        legal
    }
}

/// The value as a definition may hold it; the same value always becomes the same.
pub(crate) fn value(text: &str) -> String {
    let plain: String = text.chars().filter(|c| !c.is_control()).take(VALUE_CHARS).collect();
    plain.trim().to_owned()
}

fn bytes(choice: &Choice) -> usize {
    let both = |words: &Words| words.en.len() + words.cy.len();
    choice.value.len() + both(&choice.label) + choice.hint.as_ref().map_or(0, both)
}
