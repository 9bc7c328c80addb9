//! Text: tidying, characters, lengths and shapes.

use super::{Failure, Wrong};
use crate::definition::field::{AddressLine, AddressLineRule, Characters, Letters, TextRule};

/// Trims, makes one space of several and straightens apostrophes and hyphens, which word
/// processors bend.
pub(crate) fn tidy(typed: &str) -> String {
    let words: Vec<&str> = typed.split_whitespace().collect();
    words.join(" ").replace(['\u{2018}', '\u{2019}'], "'").replace(['\u{2010}', '\u{2011}'], "-")
}

/// A text by its rule.
pub(crate) fn judge(rule: &TextRule, text: String) -> Result<String, Wrong> {
    if rule.characters.as_ref().is_some_and(|allowed| !allowed.allow(&text)) {
        return Err(Failure::Characters.into());
    }
    length(&text, rule.min, rule.max)?;
    if !rule.shapes.is_empty() && !rule.shapes.iter().any(|shape| has_shape(&text, shape)) {
        return Err(Failure::Format.into());
    }
    Ok(text)
}

/// A line of an address by its rule.
pub(crate) fn address_line(rule: AddressLineRule, text: String) -> Result<String, Wrong> {
    let town = rule.line == AddressLine::Town;
    let fits =
        |c: char| c.is_alphabetic() || " -.',/&()".contains(c) || (!town && c.is_ascii_digit());
    if !text.chars().all(fits) {
        return Err(Failure::Characters.into());
    }
    length(&text, rule.min, rule.max)?;
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    if letters < usize::from(rule.min_letters) {
        return Err(Wrong::beyond(Failure::Letters, rule.min_letters));
    }
    Ok(text)
}

fn length(text: &str, min: u16, max: u16) -> Result<(), Wrong> {
    let count = text.chars().count();
    if usize::from(max) < count {
        return Err(Wrong::beyond(Failure::TooLong, max));
    }
    if count < usize::from(min) {
        return Err(Wrong::beyond(Failure::TooShort, min));
    }
    Ok(())
}

impl Characters {
    fn allow(&self, text: &str) -> bool {
        let letter = |c: char| match self.letters {
            Letters::None => false,
            Letters::Basic => c.is_ascii_alphabetic(),
            Letters::Any => c.is_alphabetic(),
        };
        let fits =
            |c: char| letter(c) || (self.digits && c.is_ascii_digit()) || self.also.contains(c);
        let first = text.chars().next().is_none_or(letter);
        text.chars().all(fits) && (first || !self.letter_first)
    }
}

/// `9` stands for a digit, `A` for a letter, anything else for itself.
fn has_shape(text: &str, shape: &str) -> bool {
    let fits = |(c, expected): (char, char)| match expected {
        '9' => c.is_ascii_digit(),
        'A' => c.is_ascii_alphabetic(),
        _ => c == expected,
    };
    text.chars().count() == shape.chars().count() && text.chars().zip(shape.chars()).all(fits)
}

/// Capital letters without spaces, as references are stored.
pub(crate) fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).map(|c| c.to_ascii_uppercase()).collect()
}
