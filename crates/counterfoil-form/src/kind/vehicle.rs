//! Vehicle registration numbers, log book references and driver numbers.

use super::text::squeezed;
use super::{Failure, Wrong};

/// A run of letters (true) or digits (false), and its length.
type Run = (bool, usize);

/// A vehicle registration number, stored without spaces, such as `AB12CDE`.
///
/// Source: the seven shapes of DVLA's vehicles-presentation-common, RegistrationNumber.scala.
pub(crate) fn registration(text: &str) -> Result<String, Wrong> {
    let plain = squeezed(text);
    let fits =
        plain.chars().all(|c| c.is_ascii_alphanumeric()) && 2 <= plain.len() && plain.len() <= 8;
    let known = matches!(
        runs(&plain).as_slice(),
        [(true, 3), (false, 1..=4)]
            | [(true, 1), (false, 1..=3), (true, 3)]
            | [(true, 3), (false, 1..=3), (true, 1)]
            | [(true, 2), (false, 2), (true, 3)]
            | [(true, 1..=3), (false, 1..=3)]
            | [(false, 1..=4), (true, 1..=3)]
            | [(true, 1..=2), (false, 1..=4)]
    );
    if fits && known { Ok(plain) } else { Err(Failure::Format.into()) }
}

fn runs(text: &str) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for letter in text.chars().map(|c| c.is_ascii_alphabetic()) {
        match runs.last_mut() {
            Some((same, length)) if *same == letter => *length += 1,
            _ => runs.push((letter, 1)),
        }
    }
    runs
}

/// With the space that a number plate has, such as `AB12 CDE`.
pub(crate) fn spaced(registration: &str) -> String {
    let before_space = match runs(registration).as_slice() {
        [(_, first), (_, second), (_, 3)] => first + second,
        [(_, first), ..] => *first,
        [] => 0,
    };
    let mut out = String::new();
    for (place, c) in registration.chars().enumerate() {
        if place == before_space && place != 0 {
            out.push(' ');
        }
        out.push(c);
    }
    out
}

/// A log book's document reference number: 11 digits.
pub(crate) fn v5c_reference(text: &str) -> Result<String, Wrong> {
    let plain = squeezed(text);
    let fits = plain.len() == 11 && plain.chars().all(|c| c.is_ascii_digit());
    if fits { Ok(plain) } else { Err(Failure::Format.into()) }
}

/// A driver number of Great Britain, 16 characters, without the issue number after it.
///
/// Five letters of the surname filled up with 9; the decade of birth; the month, 5 more in its
/// first digit for women; the day; the last figure of the year; two initials, 9 for none; a check
/// character; two letters. Source: DVLA's vdr-core, `DLN_REGEX`.
pub(crate) fn driver_number(text: &str) -> Result<String, Wrong> {
    let plain = squeezed(text);
    let letters: Vec<char> = plain.chars().collect();
    match letters.as_slice() {
        [a, b, c, d, e, decade, m1, m2, d1, d2, year, i1, i2, check, x, y]
            if surname(&[*a, *b, *c, *d, *e])
                && decade.is_ascii_digit()
                && month(*m1, *m2)
                && day(*d1, *d2)
                && year.is_ascii_digit()
                && initials(*i1, *i2)
                && check.is_ascii_alphanumeric()
                && !"IOQYZ01".contains(*check)
                && x.is_ascii_alphabetic()
                && y.is_ascii_alphabetic() =>
        {
            Ok(plain)
        }
        _ => Err(Failure::Format.into()),
    }
}

fn surname(five: &[char]) -> bool {
    let filled: Vec<&char> = five.iter().skip_while(|c| c.is_ascii_alphabetic()).collect();
    filled.len() < five.len() && filled.iter().all(|c| **c == '9')
}

fn month(tens: char, units: char) -> bool {
    match tens {
        '0' | '5' => ('1'..='9').contains(&units),
        '1' | '6' => ('0'..='2').contains(&units),
        _ => false,
    }
}

fn day(tens: char, units: char) -> bool {
    match tens {
        '0' => ('1'..='9').contains(&units),
        '1' | '2' => units.is_ascii_digit(),
        '3' => matches!(units, '0' | '1'),
        _ => false,
    }
}

fn initials(first: char, second: char) -> bool {
    let none = first == '9' && second == '9';
    none || (first.is_ascii_alphabetic() && (second.is_ascii_alphabetic() || second == '9'))
}
