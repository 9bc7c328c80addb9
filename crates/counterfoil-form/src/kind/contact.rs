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

#[cfg(test)]
mod tests {
    use super::{email, postcode};
    use crate::kind::Failure;

    #[test]
    fn postcodes_are_stored_with_their_space() {
        let forms = [
            ("sa67jl", "SA6 7JL"),
            ("M1 1AE", "M1 1AE"),
            ("m60 1nw", "M60 1NW"),
            ("CR2 6XH", "CR2 6XH"),
            ("DN55 1PT", "DN55 1PT"),
            ("W1A 1HQ", "W1A 1HQ"),
            ("EC1A  1BB", "EC1A 1BB"),
            ("GIR 0AA", "GIR 0AA"),
        ];
        for (typed, stored) in forms {
            assert_eq!(postcode(typed).as_deref(), Ok(stored));
        }
    }

    #[test]
    fn what_is_no_postcode_is_refused() {
        for wrong in [
            "", "SA6", "QA6 7JL", "SA6 7CL", "SAA6 7JL", "S66A 7JL", "AI6 7JL", "SA6 7J", "ŴA6 7JL",
        ] {
            assert!(postcode(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn email_addresses_are_kept_as_typed() {
        let long_local = format!("{}@example.com", "a".repeat(64));
        for right in [
            "a@b.cy",
            "First.Last+tag@sub.example.co.uk",
            "o'neill@xn--bcher-kva.example",
            &long_local,
        ] {
            assert_eq!(email(right.to_owned()).as_deref(), Ok(right));
        }
    }

    #[test]
    fn what_is_no_email_address_is_refused() {
        let local = format!("{}@example.com", "a".repeat(65));
        let label = format!("a@{}.com", "b".repeat(64));
        for wrong in [
            "plain",
            "a@b",
            "a..b@c.uk",
            "@c.uk",
            "a@-c.uk",
            "a@c-.uk",
            "a b@c.uk",
            "a@b@c.uk",
            "a@c..uk",
            ".a@c.uk",
            &local,
            &label,
        ] {
            let failure = email(wrong.to_owned()).map_err(|wrong| wrong.failure);
            assert_eq!(failure, Err(Failure::Format), "{wrong}");
        }
        let failure = email(format!("a@{}uk", "b.".repeat(130))).map_err(|wrong| wrong.failure);
        assert_eq!(failure, Err(Failure::TooLong));
    }
}
