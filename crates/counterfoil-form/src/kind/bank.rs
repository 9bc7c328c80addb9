//! Bank and building society accounts.

use super::{Failure, Wrong};

/// Digits of a sort code.
const SORT_CODE: usize = 6;
/// Most characters of a building society's roll number.
const ROLL_MAX: usize = 18;

/// A sort code: six digits, with anything between them that people write there.
pub(crate) fn sort_code(text: &str) -> Result<String, Wrong> {
    let digits = digits(text)?;
    if digits.len() == SORT_CODE { Ok(digits) } else { Err(Failure::Format.into()) }
}

/// An account number: 6 to 8 digits, filled up with zeros.
pub(crate) fn account_number(text: &str) -> Result<String, Wrong> {
    let digits = digits(text)?;
    if (6..=8).contains(&digits.len()) {
        return Ok(format!("{digits:0>8}"));
    }
    Err(Failure::Format.into())
}

fn digits(text: &str) -> Result<String, Wrong> {
    let plain: String = text.chars().filter(|c| !" -–/.".contains(*c)).collect();
    match plain.chars().all(|c| c.is_ascii_digit()) {
        true => Ok(plain),
        false => Err(Failure::Format.into()),
    }
}

/// A building society's roll number: letters, digits, hyphens, full stops, slashes and spaces.
pub(crate) fn roll_number(text: &str) -> Result<String, Wrong> {
    let fits = |c: char| c.is_ascii_alphanumeric() || "- ./".contains(c);
    let short = text.chars().count() <= ROLL_MAX;
    if short && text.chars().all(fits) { Ok(text.to_owned()) } else { Err(Failure::Format.into()) }
}

/// A sort code as it is printed, such as `12-34-56`.
pub(crate) fn hyphened(sort_code: &str) -> String {
    let mut out = String::new();
    for (place, c) in sort_code.chars().enumerate() {
        if place == 2 || place == 4 {
            out.push('-');
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{account_number, hyphened, roll_number, sort_code};

    #[test]
    fn sort_codes_and_account_numbers_are_taken_as_people_write_them() {
        for typed in ["309430", "30-94-30", "30 94 30", "30–94–30"] {
            assert_eq!(sort_code(typed).as_deref(), Ok("309430"));
        }
        assert_eq!(hyphened("309430"), "30-94-30");
        assert_eq!(account_number("733445").as_deref(), Ok("00733445"));
        assert_eq!(account_number("00733445").as_deref(), Ok("00733445"));
        for wrong in ["30943", "3094301", "30943A", ""] {
            assert!(sort_code(wrong).is_err(), "{wrong}");
        }
        for wrong in ["12345", "123456789", "1234567X"] {
            assert!(account_number(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_roll_number_has_at_most_eighteen_characters() {
        assert!(roll_number("A1/234-5.6 7").is_ok());
        assert!(roll_number("1234567890123456789").is_err() && roll_number("12_3").is_err());
    }
}
