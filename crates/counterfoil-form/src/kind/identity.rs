//! Numbers by which departments know people and organisations.

use super::text::squeezed;
use super::{Failure, Wrong};
use crate::definition::field::NinoRule;

/// Prefixes that are never given out.
const NINO_NEVER: [&str; 7] = ["BG", "GB", "KN", "NK", "NT", "TN", "ZZ"];

/// A National Insurance number, stored without spaces.
///
/// Two letters, six digits and A to D. Source: HMRC's National Insurance Manual, NIM39110.
pub(crate) fn nino(rule: NinoRule, text: &str) -> Result<String, Wrong> {
    let plain: String = squeezed(text).chars().filter(|c| *c != '-').collect();
    let letters: Vec<char> = plain.chars().collect();
    let (Some([a, b]), Some(digits)) = (letters.first_chunk::<2>(), letters.get(2..8)) else {
        return Err(Failure::Format.into());
    };
    let first = a.is_ascii_uppercase() && !"DFIQUV".contains(*a);
    let second = b.is_ascii_uppercase() && !"DFIQUVO".contains(*b);
    let given = !NINO_NEVER.iter().any(|never| plain.starts_with(never));
    let suffix = match letters.get(8..) {
        Some([]) => rule.suffix_optional,
        Some([last]) => ('A'..='D').contains(last),
        _ => false,
    };
    let fits = first && second && given && digits.iter().all(char::is_ascii_digit) && suffix;
    if fits { Ok(plain) } else { Err(Failure::Format.into()) }
}

/// A National Insurance number as it is printed, such as `QQ 12 34 56 C`.
pub(crate) fn nino_spaced(plain: &str) -> String {
    let mut out = String::new();
    for (place, c) in plain.chars().enumerate() {
        if matches!(place, 2 | 4 | 6 | 8) {
            out.push(' ');
        }
        out.push(c);
    }
    out
}

fn all_digits<const N: usize>(text: &str) -> Option<[u32; N]> {
    let digits: Vec<u32> = text.chars().map(|c| c.to_digit(10)).collect::<Option<_>>()?;
    digits.try_into().ok()
}

/// The sum of `digits`, each times its weight.
fn weighed(digits: &[u32], weights: &[u32]) -> u32 {
    digits.iter().zip(weights).map(|(digit, weight)| digit * weight).sum()
}

/// A Unique Taxpayer Reference: ten digits, the first of which checks the others; a K at either
/// end is dropped. Source: hmrc/domain, ReferenceChecker.scala.
pub(crate) fn utr(text: &str) -> Result<String, Wrong> {
    let plain = squeezed(text);
    let bare = plain.strip_prefix('K').or_else(|| plain.strip_suffix('K')).unwrap_or(&plain);
    let digits: [u32; 10] = all_digits(bare).ok_or(Failure::Format)?;
    let [check, rest @ ..] = digits;
    let place = weighed(&rest, &[6, 7, 8, 9, 10, 5, 4, 3, 2]) % 11;
    let expected = [2, 1, 9, 8, 7, 6, 5, 4, 3, 2, 1].get(place as usize);
    if expected == Some(&check) { Ok(bare.to_owned()) } else { Err(Failure::CheckDigit.into()) }
}

/// A VAT registration number: nine digits, the last two of which check the others; GB before it
/// is dropped. Source: hmrc/domain.
pub(crate) fn vat(text: &str) -> Result<String, Wrong> {
    let plain = squeezed(text);
    let bare = plain.strip_prefix("GB").unwrap_or(&plain);
    let [rest @ .., tens, units]: [u32; 9] = all_digits(bare).ok_or(Failure::Format)?;
    let sum = weighed(&rest, &[8, 7, 6, 5, 4, 3, 2]);
    let last = tens * 10 + units;
    // 97 is taken away until nothing positive is left; numbers of 2010 and later are 55 further.
    let fits = [0, 55].iter().any(|later| (sum + last + later).is_multiple_of(97));
    if fits && last <= 97 { Ok(bare.to_owned()) } else { Err(Failure::CheckDigit.into()) }
}

/// A company number: eight digits, or two letters and six digits, or two letters, five digits and
/// a letter. Fewer digits are filled up with zeros. Source: DEFRA's defra-ruby-validators.
pub(crate) fn company(text: &str) -> Result<String, Wrong> {
    let plain = squeezed(text);
    let digits = |list: &[char]| list.iter().all(char::is_ascii_digit);
    let letters: Vec<char> = plain.chars().collect();
    if (1..=8).contains(&letters.len()) && digits(&letters) && letters.iter().any(|c| *c != '0') {
        return Ok(format!("{plain:0>8}"));
    }
    match letters.as_slice() {
        [a, b, rest @ .., last]
            if letters.len() == 8
                && a.is_ascii_uppercase()
                && b.is_ascii_uppercase()
                && digits(rest)
                && last.is_ascii_alphanumeric() =>
        {
            Ok(plain)
        }
        _ => Err(Failure::Format.into()),
    }
}

/// A prisoner number, such as `A1234BC`. Source: ministryofjustice/prison-visits-public.
pub(crate) fn prisoner(text: &str) -> Result<String, Wrong> {
    let plain = squeezed(text);
    let letters: Vec<char> = plain.chars().collect();
    match letters.as_slice() {
        [a, digits @ .., y, z]
            if letters.len() == 7
                && a.is_ascii_uppercase()
                && digits.iter().all(char::is_ascii_digit)
                && y.is_ascii_uppercase()
                && z.is_ascii_uppercase() =>
        {
            Ok(plain)
        }
        _ => Err(Failure::Format.into()),
    }
}

/// An Ordnance Survey grid reference: two letters and 6, 8 or 10 digits.
pub(crate) fn grid_reference(text: &str) -> Result<String, Wrong> {
    let plain = squeezed(text);
    let letters: Vec<char> = plain.chars().collect();
    match letters.as_slice() {
        [a, b, digits @ ..]
            if "HJNOST".contains(*a)
                && b.is_ascii_uppercase()
                && *b != 'I'
                && matches!(digits.len(), 6 | 8 | 10)
                && digits.iter().all(char::is_ascii_digit) =>
        {
            Ok(plain)
        }
        _ => Err(Failure::Format.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::{company, grid_reference, nino, nino_spaced, prisoner, utr, vat};
    use crate::definition::field::NinoRule;
    use crate::kind::Failure;

    #[test]
    fn national_insurance_numbers_are_taken_with_any_spacing_and_case() {
        let rule = NinoRule::default();
        for typed in ["AB123456C", "ab 12 34 56 c", "AB-12-34-56-C"] {
            assert_eq!(nino(rule, typed).as_deref(), Ok("AB123456C"));
        }
        assert!(nino(rule, "AA000000A").is_ok());
        for wrong in
            ["AO123456C", "AB123456E", "BG123456A", "QQ123456C", "AB123456", "AB123456CC", "A", ""]
        {
            assert!(nino(rule, wrong).is_err(), "{wrong}");
        }
        let loose = NinoRule { suffix_optional: true };
        assert!(nino(loose, "AB123456").is_ok() && nino(loose, "AB123456E").is_err());
        assert_eq!(nino_spaced("AB123456C"), "AB 12 34 56 C");
    }

    #[test]
    fn taxpayer_references_are_checked_by_their_first_digit() {
        for right in
            ["1097172564", "2108834503", "2234567890", "1097172564K", "K2108834503", "10971 72564"]
        {
            assert!(utr(right).is_ok(), "{right}");
        }
        let failure = |text| utr(text).map_err(|wrong| wrong.failure);
        assert_eq!(failure("12345678905"), Err(Failure::Format));
        assert_eq!(failure("5550000621"), Err(Failure::CheckDigit));
        assert_eq!(failure("1234567890"), Err(Failure::CheckDigit));
    }

    #[test]
    fn vat_numbers_are_checked_by_their_last_two_digits() {
        for right in ["101747696", "101747641", "GB 101 7476 96"] {
            assert!(vat(right).is_ok(), "{right}");
        }
        let failure = |text| vat(text).map_err(|wrong| wrong.failure);
        assert_eq!(failure("123456789"), Err(Failure::CheckDigit));
        assert_eq!(failure("12345678"), Err(Failure::Format));
    }

    #[test]
    fn company_numbers_are_filled_up_with_zeros() {
        assert_eq!(company("12345").as_deref(), Ok("00012345"));
        for right in ["00000001", "SC123456", "ip12345r"] {
            assert!(company(right).is_ok(), "{right}");
        }
        for wrong in ["00000000", "123456789", "S1234567", "SC12345", "SCABCDEF", ""] {
            assert!(company(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn prisoner_numbers_and_grid_references_have_their_shape() {
        assert_eq!(prisoner("a1234bc ").as_deref(), Ok("A1234BC"));
        assert!(prisoner("A123BC").is_err() && prisoner("1A234BC").is_err());
        assert_eq!(grid_reference("SK 387 148").as_deref(), Ok("SK387148"));
        for wrong in ["SK38714", "AB387148", "SI387148", "SK3871", "387148"] {
            assert!(grid_reference(wrong).is_err(), "{wrong}");
        }
    }
}
