//! Email addresses, telephone numbers, addresses on the web and postcodes.

use rlibphonenumber::{NumberLengthType, PHONE_NUMBER_UTIL, Region};
use url::Url;

use super::text::squeezed;
use super::{Failure, Wrong};

/// The most characters of a telephone number with its extension.
const TELEPHONE_MAX: u16 = 40;
/// The most characters of an address on the web.
const WEBSITE_MAX: u16 = 500;

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

/// A telephone number, kept as typed. It needs as many digits as one of its country has; without
/// a country's code it is one of the United Kingdom. Whether it is in use is not known.
///
/// Source: libphonenumber's "possible number", as HMRC's Child Benefit claim uses it.
pub(crate) fn telephone(text: String) -> Result<String, Wrong> {
    if usize::from(TELEPHONE_MAX) < text.chars().count() {
        return Err(Wrong::beyond(Failure::TooLong, TELEPHONE_MAX));
    }
    let plain = |c: char| c.is_ascii_digit() || " +-()./#".contains(c);
    let extension = |c: char| "extEXT".contains(c);
    if !text.chars().all(|c| plain(c) || extension(c)) {
        return Err(Failure::Characters.into());
    }
    let parsed = PHONE_NUMBER_UTIL.parse(&text, Some(Region::GB));
    // A number that only works within its own area is not enough to be called on.
    let whole = |number| {
        let length = PHONE_NUMBER_UTIL.is_possible_number_with_reason(number);
        matches!(length, Ok(NumberLengthType::IsPossible))
    };
    match parsed {
        Ok(number) if whole(&number) => Ok(text),
        _ => Err(Failure::Format.into()),
    }
}

/// An address on the web; `https://` is put before one that is typed without.
pub(crate) fn website(text: &str) -> Result<String, Wrong> {
    if usize::from(WEBSITE_MAX) < text.chars().count() {
        return Err(Wrong::beyond(Failure::TooLong, WEBSITE_MAX));
    }
    let whole = if text.contains("://") { text.to_owned() } else { format!("https://{text}") };
    let url = Url::parse(&whole).map_err(|_| Failure::Format)?;
    let host = url.host_str().is_some_and(|host| host.contains('.'));
    let web = matches!(url.scheme(), "http" | "https") && url.username().is_empty();
    if host && web && !text.contains(' ') {
        Ok(url.to_string())
    } else {
        Err(Failure::Format.into())
    }
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
    use super::{email, postcode, telephone, website};
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

    #[test]
    fn telephone_numbers_are_kept_as_typed_when_they_have_enough_digits() {
        for right in [
            "01632 960 001",
            "07700 900 982",
            "+44 20 7946 0123",
            "(029) 2018 0123",
            "020 7946 0123 ext 5",
            "+353 1 677 1234",
        ] {
            assert_eq!(telephone(right.to_owned()).as_deref(), Ok(right));
        }
        for wrong in ["123", "0", "07700 9", "07700 900 98212345", "call me", "+999 12"] {
            assert!(telephone(wrong.to_owned()).is_err(), "{wrong}");
        }
    }

    #[test]
    fn addresses_on_the_web_are_completed() {
        assert_eq!(website("example.com").as_deref(), Ok("https://example.com/"));
        assert_eq!(website("http://example.com/a?b").as_deref(), Ok("http://example.com/a?b"));
        for wrong in ["example", "javascript://a.b", "ftp://example.com", "a b.com", "u@e.com:x"] {
            assert!(website(wrong).is_err(), "{wrong}");
        }
    }
}
