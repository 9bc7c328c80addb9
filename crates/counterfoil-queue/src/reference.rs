//! The reference a person reads out over the telephone, such as `CF7K-9QMD-2XPT`.
//!
//! Ten data characters and two check characters in Crockford's base 32 (no I, L, O or U). The
//! data are the terminal's number, its sequence number and ten random bits, so references are
//! unique without a network and cannot be guessed by counting. The checks are a Reed-Solomon
//! code over GF(32): any one or two wrong characters are detected, and so every swap.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::ids::{Sequence, TerminalNumber};

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const DATA_CHARS: usize = 10;
const CHARS: usize = 12;
const SEQUENCE_BITS: u32 = 22;
const RANDOM_BITS: u32 = 10;

/// The last sequence number that a reference can carry: 4,194,303, ten years of 1,000 a day.
pub const SEQUENCE_MAX: u64 = (1 << SEQUENCE_BITS) - 1;

/// A checked reference. Shown in groups of four; compared as its twelve symbols.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Reference([u8; CHARS]);

/// Why a text is not a reference.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotAReference {
    /// Not twelve characters once spaces and hyphens are left out.
    #[error("a reference has {CHARS} letters and digits")]
    Length,
    /// A character that references do not use.
    #[error("a reference has only digits and letters, without U")]
    Character,
    /// A character is wrong or two are swapped.
    #[error("the check characters do not match")]
    Check,
}

/// The terminal has used every number that a reference can carry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("sequence number {0} is past the end of the reference range")]
pub struct RangeSpent(pub u64);

impl Reference {
    /// The reference of submission `sequence` of terminal `number`. Only the low ten bits of
    /// `random` are used.
    ///
    /// # Errors
    /// [`RangeSpent`] when `sequence` is over [`SEQUENCE_MAX`].
    pub fn new(
        number: TerminalNumber,
        sequence: Sequence,
        random: u16,
    ) -> Result<Self, RangeSpent> {
        if sequence.0 > SEQUENCE_MAX {
            return Err(RangeSpent(sequence.0));
        }
        let random = u64::from(random) & ((1 << RANDOM_BITS) - 1);
        let bits = (u64::from(number.get()) << (SEQUENCE_BITS + RANDOM_BITS))
            | (sequence.0 << RANDOM_BITS)
            | random;
        let mut symbols = [0; CHARS];
        for (place, symbol) in symbols.iter_mut().take(DATA_CHARS).enumerate() {
            let shift = 5 * (DATA_CHARS - 1 - place);
            *symbol = (bits >> shift) as u8 & 31;
        }
        let [first, second] = check_symbols(&symbols);
        symbols[CHARS - 2] = first;
        symbols[CHARS - 1] = second;
        Ok(Self(symbols))
    }
}

impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, symbol) in self.0.iter().enumerate() {
            if place > 0 && place.is_multiple_of(4) {
                f.write_str("-")?;
            }
            let letter = ALPHABET.get(usize::from(*symbol)).copied().unwrap_or(b'?');
            write!(f, "{}", char::from(letter))?;
        }
        Ok(())
    }
}

impl FromStr for Reference {
    type Err = NotAReference;

    /// Reads a reference as people write it: any case, with or without hyphens and spaces, with
    /// O for 0 and I or L for 1 (Crockford's rules).
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mut symbols = [0; CHARS];
        let mut count = 0;
        for letter in text.chars().filter(|c| !c.is_whitespace() && *c != '-') {
            let symbol = symbol_of(letter).ok_or(NotAReference::Character)?;
            *symbols.get_mut(count).ok_or(NotAReference::Length)? = symbol;
            count += 1;
        }
        if count != CHARS {
            return Err(NotAReference::Length);
        }
        if symbols.ends_with(&check_symbols(&symbols)) {
            Ok(Self(symbols))
        } else {
            Err(NotAReference::Check)
        }
    }
}

impl TryFrom<String> for Reference {
    type Error = NotAReference;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<Reference> for String {
    fn from(reference: Reference) -> Self {
        reference.to_string()
    }
}

fn symbol_of(letter: char) -> Option<u8> {
    let folded = match letter.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    let place = ALPHABET.iter().position(|known| char::from(*known) == folded)?;
    u8::try_from(place).ok()
}

/// The remainder of the ten data symbols times x^2 divided by (x + 2)(x + 4) over GF(32).
fn check_symbols(symbols: &[u8; CHARS]) -> [u8; 2] {
    let mut remainder = [0_u8; 2];
    for symbol in symbols.iter().take(DATA_CHARS) {
        let factor = symbol ^ remainder[0];
        remainder = [remainder[1] ^ times(factor, 2 ^ 4), times(factor, times(2, 4))];
    }
    remainder
}

/// Multiplication in GF(32) with the primitive polynomial x^5 + x^2 + 1.
fn times(mut left: u8, mut right: u8) -> u8 {
    let mut product = 0;
    while right > 0 {
        if right & 1 == 1 {
            product ^= left;
        }
        left <<= 1;
        if left & 32 != 0 {
            left ^= 0b10_0101;
        }
        right >>= 1;
    }
    product
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Reference {
        let number = TerminalNumber::new(200_731).expect("it fits");
        Reference::new(number, Sequence(48_213), 0x2A7).expect("it fits")
    }

    #[test]
    fn a_reference_reads_back_as_people_write_it() {
        let shown = sample().to_string();

        for written in [shown.clone(), shown.to_lowercase(), shown.replace('-', " ")] {
            assert_eq!(written.parse(), Ok(sample()), "{written}");
        }
        assert_eq!(shown.replace('0', "O").replace('1', "l").parse(), Ok(sample()));
    }

    #[test]
    fn every_single_wrong_character_and_every_swap_is_detected() {
        let right = sample();
        for place in 0..CHARS {
            for symbol in 0..32 {
                let mut wrong = right.0;
                wrong[place] = symbol;
                let text = Reference(wrong).to_string();
                let expected = if wrong == right.0 { Ok(right) } else { Err(NotAReference::Check) };
                assert_eq!(text.parse::<Reference>(), expected, "{text}");
            }
            for other in 0..CHARS {
                let mut swapped = right.0;
                swapped.swap(place, other);
                let parsed = Reference(swapped).to_string().parse::<Reference>();
                assert_eq!(parsed.is_ok(), swapped == right.0);
            }
        }
    }

    #[test]
    fn references_of_different_submissions_differ() {
        let number = TerminalNumber::new(7).expect("it fits");
        let made: std::collections::HashSet<String> = (1..=5_000)
            .map(|n| Reference::new(number, Sequence(n), 0).expect("it fits").to_string())
            .collect();

        assert_eq!(made.len(), 5_000);
    }

    #[test]
    fn text_that_is_not_a_reference_is_refused_with_its_reason() {
        assert_eq!("CF7K".parse::<Reference>(), Err(NotAReference::Length));
        assert_eq!("CF7K-9QMD-2XPT-1".parse::<Reference>(), Err(NotAReference::Length));
        assert_eq!("CF7K-9QMD-2XPU".parse::<Reference>(), Err(NotAReference::Character));
    }

    #[test]
    fn the_sequence_after_the_last_is_an_error_not_a_repeat() {
        let number = TerminalNumber::new(1).expect("it fits");

        assert!(Reference::new(number, Sequence(SEQUENCE_MAX), 0).is_ok());
        let past = Sequence(SEQUENCE_MAX + 1);
        assert_eq!(Reference::new(number, past, 0), Err(RangeSpent(past.0)));
    }
}
