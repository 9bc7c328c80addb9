//! Text: tidying, characters, lengths and shapes.

use super::{Failure, Wrong};
use crate::definition::field::{
    AddressLine, AddressLineRule, Characters, Letters, LongTextRule, OrganisationRule, TextRule,
};

/// Trims, makes one space of several, straightens apostrophes and hyphens, which word processors
/// bend, and composes letters with their accents (Unicode NFC), so that the same word is always
/// stored as the same bytes.
pub(crate) fn tidy(typed: &str) -> String {
    let words: Vec<&str> = typed.split_whitespace().collect();
    straight(&words.join(" "))
}

fn straight(text: &str) -> String {
    if text.is_ascii() {
        return text.to_owned();
    }
    let composed = icu_normalizer::ComposingNormalizerBorrowed::new_nfc().normalize(text);
    composed.replace(['\u{2018}', '\u{2019}'], "'").replace(['\u{2010}', '\u{2011}'], "-")
}

/// The same for several lines: their ends are kept, blank ones at either end are not.
pub(crate) fn tidy_lines(typed: &str) -> String {
    let lines: Vec<&str> = typed.lines().map(str::trim_end).collect();
    straight(lines.join("\n").trim_matches(['\n', ' ', '\t']))
}

/// Several lines by their rule.
pub(crate) fn long(rule: LongTextRule, text: String) -> Result<String, Wrong> {
    if text.chars().any(|c| c.is_control() && c != '\n' && c != '\t') {
        return Err(Failure::Characters.into());
    }
    length(&text, rule.min, rule.max)?;
    match rule.max_words {
        Some(most) if usize::from(most) < text.split_whitespace().count() => {
            Err(Wrong::beyond(Failure::TooManyWords, most))
        }
        _ => Ok(text),
    }
}

/// A text by its rule.
pub(crate) fn judge(rule: &TextRule, text: String) -> Result<String, Wrong> {
    let allowed = rule.characters.as_ref().is_none_or(|allowed| allowed.allow(&text));
    if !allowed || text.chars().any(char::is_control) {
        return Err(Failure::Characters.into());
    }
    length(&text, rule.min, rule.max)?;
    let shaped = rule.shapes.is_empty() || rule.shapes.iter().any(|shape| has_shape(&text, shape));
    let matched = rule.pattern.as_ref().is_none_or(|pattern| pattern.matches(&text));
    if shaped && matched { Ok(text) } else { Err(Failure::Format.into()) }
}

/// The name of an organisation: any characters but those of markup.
pub(crate) fn organisation(rule: OrganisationRule, text: String) -> Result<String, Wrong> {
    if text.chars().any(|c| c.is_control() || "<>".contains(c)) {
        return Err(Failure::Characters.into());
    }
    length(&text, 1, rule.max)?;
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

pub(crate) fn length(text: &str, min: u16, max: u16) -> Result<(), Wrong> {
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

#[cfg(test)]
mod tests {
    use super::{address_line, judge, long, tidy, tidy_lines};
    use crate::definition::field::{
        AddressLine, AddressLineRule, Characters, Letters, LongTextRule, TextRule,
    };
    use crate::kind::Failure;

    fn name(max: u16) -> TextRule {
        let characters = Characters {
            letters: Letters::Basic,
            digits: false,
            also: " -.'".to_owned(),
            letter_first: true,
        };
        TextRule { characters: Some(characters), ..TextRule::up_to(max) }
    }

    fn failure(rule: &TextRule, text: &str) -> Option<Failure> {
        judge(rule, text.to_owned()).err().map(|wrong| wrong.failure)
    }

    #[test]
    fn spaces_are_tidied_and_bent_apostrophes_straightened() {
        assert_eq!(tidy("  Mary \t Ann  O’Neill\u{a0}"), "Mary Ann O'Neill");
        assert_eq!(tidy("w\u{302}yn"), "ŵyn", "an accent typed after its letter is composed");
    }

    #[test]
    fn a_name_has_the_letters_that_dvla_prints() {
        for right in ["Ann", "O'Neill", "Smith-Jones", "St. John", "x"] {
            assert_eq!(failure(&name(25), right), None, "{right}");
        }
        for wrong in ["Siân", "Ann3", "-Ann", "Ann\u{0}", "Ann_"] {
            assert_eq!(failure(&name(25), wrong), Some(Failure::Characters), "{wrong}");
        }
    }

    #[test]
    fn lengths_are_counted_in_characters_and_their_ends_are_allowed() {
        let business = TextRule { min: 2, characters: None, ..name(30) };
        for right in ["Ŵŵ", &"ŵ".repeat(30)] {
            assert_eq!(failure(&business, right), None);
        }
        assert_eq!(failure(&business, "ŵ"), Some(Failure::TooShort));
        assert_eq!(failure(&business, &"ŵ".repeat(31)), Some(Failure::TooLong));
    }

    #[test]
    fn a_fleet_number_has_one_of_its_shapes() {
        let shapes = vec!["999999".to_owned(), "99999-".to_owned()];
        let fleet = TextRule { shapes, characters: None, ..name(6) };
        for right in ["123456", "12345-"] {
            assert_eq!(failure(&fleet, right), None, "{right}");
        }
        for wrong in ["12345", "-12345", "1234-6", "A23456"] {
            assert_eq!(failure(&fleet, wrong), Some(Failure::Format), "{wrong}");
        }
    }

    #[test]
    fn an_address_line_needs_its_letters_and_a_town_has_no_digits() {
        let first = AddressLineRule { line: AddressLine::First, min: 4, max: 30, min_letters: 3 };
        let town = AddressLineRule { line: AddressLine::Town, min: 3, max: 20, min_letters: 3 };
        let line =
            |rule, text: &str| address_line(rule, text.to_owned()).err().map(|wrong| wrong.failure);

        assert_eq!(line(first, "12 Stryd y Tŷ"), None);
        assert_eq!(line(first, "12 A"), Some(Failure::Letters));
        assert_eq!(line(first, "Elm"), Some(Failure::TooShort));
        assert_eq!(line(first, &"Elm ".repeat(8)), Some(Failure::TooLong));
        assert_eq!(line(first, "12 Elm <b>"), Some(Failure::Characters));
        assert_eq!(line(town, "Stoke-on-Trent"), None);
        assert_eq!(line(town, "Ely 2"), Some(Failure::Characters));
    }

    #[test]
    fn several_lines_keep_their_ends_and_their_words_are_counted() {
        let rule = LongTextRule { min: 1, max: 30, max_words: Some(4), rows: None };
        let failure = |text: &str| long(rule, tidy_lines(text)).err().map(|wrong| wrong.failure);

        assert_eq!(tidy_lines("\r\n one  \r\n\r\ntwo\n\n"), "one\n\ntwo");
        assert_eq!(failure("one two\nthree four"), None);
        assert_eq!(failure("one two three four five"), Some(Failure::TooManyWords));
        assert_eq!(failure(&"a".repeat(31)), Some(Failure::TooLong));
        assert_eq!(failure("bell \u{7}"), Some(Failure::Characters));
    }
}
