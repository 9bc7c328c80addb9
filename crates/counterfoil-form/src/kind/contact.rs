//! Email addresses and postcodes.

use super::text::squeezed;
use super::{Failure, Wrong};

/// The fewest characters of an email address.
const EMAIL_MIN: u16 = 3;
/// The most characters of an email address (RFC 5321).
const EMAIL_MAX: u16 = 254;
/// The most characters before the @.
const LOCAL_MAX: usize = 64;
/// The most characters of one part of a host name.
const LABEL_MAX: usize = 63;

/// An email address: something, an @ and a host name with a dot.
pub(crate) fn email(text: String) -> Result<String, Wrong> {
    let count = text.chars().count();
    if usize::from(EMAIL_MAX) < count {
        return Err(Wrong::beyond(Failure::TooLong, EMAIL_MAX));
    }
    if count < usize::from(EMAIL_MIN) {
        return Err(Wrong::beyond(Failure::TooShort, EMAIL_MIN));
    }
    let fits = text.split_once('@').is_some_and(|(local, host)| {
        let odd = |c: char| c.is_whitespace() || c.is_control() || "<>()[],;:\\\"@".contains(c);
        let dots = local.starts_with('.') || local.ends_with('.') || local.contains("..");
        let size = (1..=LOCAL_MAX).contains(&local.len());
        size && !dots && !local.contains(odd) && is_host(host)
    });
    if fits { Ok(text) } else { Err(Failure::Format.into()) }
}

fn is_host(host: &str) -> bool {
    let label = |label: &str| {
        let plain = label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
        let ends = label.starts_with('-') || label.ends_with('-') || label.contains("---");
        (1..=LABEL_MAX).contains(&label.len()) && plain && !ends
    };
    host.contains('.') && host.split('.').all(label)
}

/// A United Kingdom postcode, stored as in `SA6 7JL`.
///
/// Source: the Individual Electoral Registration service, PostcodeValidator.scala.
pub(crate) fn postcode(text: &str) -> Result<String, Wrong> {
    let plain = squeezed(text);
    let letters: Vec<char> = plain.chars().filter(|c| *c != '-').collect();
    let Some((outward, inward)) = letters.split_last_chunk::<3>() else {
        return Err(Failure::Format.into());
    };
    let special = outward == ['G', 'I', 'R'] && *inward == ['0', 'A', 'A'];
    if special || (is_outward(outward) && is_inward(*inward)) {
        return Ok(outward.iter().chain(&[' ']).chain(inward).collect());
    }
    Err(Failure::Format.into())
}

fn is_inward([digit, first, second]: [char; 3]) -> bool {
    let letter = |c: char| c.is_ascii_uppercase() && !"CIKMOV".contains(c);
    digit.is_ascii_digit() && letter(first) && letter(second)
}

fn is_outward(outward: &[char]) -> bool {
    let area = |c: &char| c.is_ascii_uppercase() && !"QVX".contains(*c);
    let second = |c: &char| c.is_ascii_uppercase() && !"IJZ".contains(*c);
    let digit = char::is_ascii_digit;
    match outward {
        [a, d] => area(a) && digit(d),
        [a, d, last] if digit(d) => area(a) && (digit(last) || "ABCDEFGHJKSTUW".contains(*last)),
        [a, b, d] => area(a) && second(b) && digit(d),
        [a, b, d, last] => {
            area(a) && second(b) && digit(d) && (digit(last) || "ABEHMNPRVWXY".contains(*last))
        }
        _ => false,
    }
}
