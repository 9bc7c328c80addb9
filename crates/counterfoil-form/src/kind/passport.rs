//! Passports.

use super::text::squeezed;
use super::{Failure, Wrong};

/// Characters of a line at the foot of a passport's photograph page (ICAO 9303 part 4, TD3).
const LINE: usize = 44;

/// The number of a United Kingdom passport: nine digits.
pub(crate) fn number(text: &str) -> Result<String, Wrong> {
    super::vehicle::digits(text, 9)
}

/// The first line: a P, the issuing state and the name.
pub(crate) fn first_line(text: &str) -> Result<String, Wrong> {
    let plain = line(text)?;
    if plain.starts_with('P') { Ok(plain) } else { Err(Failure::Format.into()) }
}

/// The second line: number, nationality, dates and personal number, with five check digits.
pub(crate) fn second_line(text: &str) -> Result<String, Wrong> {
    let plain = line(text)?;
    let letters: Vec<char> = plain.chars().collect();
    let field = |from: usize, to: usize| letters.get(from..to).unwrap_or_default().to_vec();
    // An unused personal number may have < as its check digit.
    let checked = [(field(0, 9), 9), (field(13, 19), 19), (field(21, 27), 27), (field(28, 42), 42)];
    let fits = |(text, place): &(Vec<char>, usize)| match letters.get(*place) {
        Some('<') if *place == 42 => text.iter().all(|c| *c == '<'),
        Some(given) => check_digit(text) == given.to_digit(10),
        None => false,
    };
    let all = [field(0, 10), field(13, 20), field(21, 43)].concat();
    let whole = letters.get(43).is_some_and(|given| check_digit(&all) == given.to_digit(10));
    if checked.iter().all(fits) && whole { Ok(plain) } else { Err(Failure::CheckDigit.into()) }
}

fn line(text: &str) -> Result<String, Wrong> {
    let plain = squeezed(text);
    let known = plain.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '<');
    if known && plain.len() == LINE { Ok(plain) } else { Err(Failure::Format.into()) }
}

/// Weights 7, 3, 1 in turn; A is 10 and Z is 35; the sum modulo 10 (ICAO 9303 part 3, 4.9).
fn check_digit(text: &[char]) -> Option<u32> {
    let worth = |c: &char| if *c == '<' { Some(0) } else { c.to_digit(36) };
    let weights = [7, 3, 1].iter().cycle();
    let sum = text.iter().zip(weights).map(|(c, weight)| Some(worth(c)? * weight));
    Some(sum.sum::<Option<u32>>()? % 10)
}

#[cfg(test)]
mod tests {
    use super::{check_digit, first_line, number, second_line};
    use crate::kind::Failure;

    /// The specimen of ICAO 9303.
    const FIRST: &str = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<";
    const SECOND: &str = "L898902C36UTO7408122F1204159ZE184226B<<<<<10";

    #[test]
    fn check_digits_are_those_of_the_specimen() {
        for (text, digit) in [("L898902C3", 6), ("740812", 2), ("120415", 9), ("ZE184226B<<<<<", 1)]
        {
            assert_eq!(check_digit(&text.chars().collect::<Vec<_>>()), Some(digit), "{text}");
        }
        assert_eq!(first_line(FIRST).as_deref(), Ok(FIRST));
        assert_eq!(second_line(SECOND).as_deref(), Ok(SECOND));
    }

    #[test]
    fn every_mistyped_character_of_a_checked_field_is_found() {
        for place in (0..10).chain(13..20).chain(21..44) {
            let mut letters: Vec<char> = SECOND.chars().collect();
            letters[place] = if letters[place] == '7' { '8' } else { '7' };
            let typed: String = letters.into_iter().collect();
            let failure = second_line(&typed).map_err(|wrong| wrong.failure);
            assert_eq!(failure, Err(Failure::CheckDigit), "{typed}");
        }
        assert!(first_line("V<UTO").is_err() && second_line("L8").is_err());
    }

    #[test]
    fn a_passport_number_has_nine_digits() {
        assert_eq!(number("123 456 789").as_deref(), Ok("123456789"));
        assert!(number("12345678").is_err() && number("12345678A").is_err());
    }
}
