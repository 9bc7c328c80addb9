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

/// A reference of so many digits: 11 on a log book (V5C), 12 on a new keeper's slip (V5C/2), 16 on
/// a tax reminder (V11).
pub(crate) fn digits(text: &str, count: usize) -> Result<String, Wrong> {
    let plain = squeezed(text);
    let fits = plain.len() == count && plain.chars().all(|c| c.is_ascii_digit());
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

#[cfg(test)]
mod tests {
    use super::{digits, driver_number, registration, spaced};
    use crate::kind::Failure;

    #[test]
    fn registrations_of_every_shape_are_taken_and_stored_without_spaces() {
        for plate in ["AB12CDE", "A123BCD", "A1", "1A", "AB1234", "ABC1234", "ABC12D", "1234AB"] {
            assert_eq!(registration(plate).as_deref(), Ok(plate));
        }
        assert_eq!(registration("ab12 cde").as_deref(), Ok("AB12CDE"));
    }

    #[test]
    fn what_is_no_registration_is_refused() {
        for plate in ["AB123CDE", "12AB34", "A", "ABCD1", "AB12CDEF", "AB-12", "ÄB12CDE", "12345"]
        {
            let failure = registration(plate).map_err(|wrong| wrong.failure);
            assert_eq!(failure, Err(Failure::Format), "{plate}");
        }
    }

    #[test]
    fn registrations_are_shown_as_on_a_number_plate() {
        let shown = [("AB12CDE", "AB12 CDE"), ("A123BCD", "A123 BCD"), ("ABC12D", "ABC 12D")];
        for (stored, plate) in shown.into_iter().chain([("1A", "1 A"), ("AB1234", "AB 1234")]) {
            assert_eq!(spaced(stored), plate);
        }
    }

    #[test]
    fn a_log_book_reference_has_eleven_digits() {
        assert_eq!(digits("1234 567 8910", 11).as_deref(), Ok("12345678910"));
        for wrong in ["1234567891", "123456789101", "1234567891A", "１２３４５６７８９１０"]
        {
            assert!(digits(wrong, 11).is_err(), "{wrong}");
        }
    }

    #[test]
    fn driver_numbers_are_checked_place_by_place() {
        for number in ["MORGA657054SM9IJ", "JONES862130SM9IJ", "MAN99657054S99IJ"] {
            assert_eq!(driver_number(number).as_deref(), Ok(number));
        }
        assert!(driver_number("morga 657054 sm9ij").is_ok(), "case and spaces do not matter");
        for wrong in [
            "MORGA657054SM9IJ35", // with the issue number
            "99999657054SM9IJ",   // no surname
            "M9RGA657054SM9IJ",   // a letter after the filling
            "MORGA677054SM9IJ",   // month 17
            "MORGA657324SM9IJ",   // day 32
            "MORGA6570549A9IJ",   // no first initial but a second
            "MORGA657054SMOIJ",   // a check character that is never used
        ] {
            assert!(driver_number(wrong).is_err(), "{wrong}");
        }
    }
}
