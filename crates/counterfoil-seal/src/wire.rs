//! CBOR with one form for each message, and a limit on each.

use minicbor::{Decode, Encode};

/// Longest name that a message may carry, in bytes: ids, versions, references.
pub(crate) const NAME_MAX: usize = 128;

/// The bytes are not the one deterministic encoding of this message, or are over its limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct NotThisMessage;

/// The deterministic encoding of `value`.
pub(crate) fn encode<T: Encode<()>>(value: &T) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(256);
    let encoded: Result<(), _> = minicbor::encode(value, &mut bytes);
    debug_assert!(encoded.is_ok(), "writing to a Vec cannot fail");
    bytes
}

/// `bytes` as a message of at most `max` bytes.
///
/// Refuses trailing bytes, unknown fields and other forms of the same value: the message must
/// encode back to the very bytes that came in.
pub(crate) fn decode<'b, T>(bytes: &'b [u8], max: usize) -> Result<T, NotThisMessage>
where
    T: Decode<'b, ()> + Encode<()>,
{
    if bytes.len() > max {
        return Err(NotThisMessage);
    }
    let value: T = minicbor::decode(bytes).map_err(|_| NotThisMessage)?;
    if encode(&value) == bytes { Ok(value) } else { Err(NotThisMessage) }
}

/// Stands first in every message and is always 1. A message of another version does not decode.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct VersionOne;

impl<C> Encode<C> for VersionOne {
    fn encode<W: minicbor::encode::Write>(
        &self,
        e: &mut minicbor::Encoder<W>,
        _: &mut C,
    ) -> Result<(), minicbor::encode::Error<W::Error>> {
        e.u8(1)?.ok()
    }
}

impl<'b, C> Decode<'b, C> for VersionOne {
    fn decode(d: &mut minicbor::Decoder<'b>, _: &mut C) -> Result<Self, minicbor::decode::Error> {
        match d.u8()? {
            1 => Ok(Self),
            _ => Err(minicbor::decode::Error::message("a version this program does not know")),
        }
    }
}

/// A UUID as a byte string of 16.
pub(crate) mod uuid_bytes {
    use minicbor::decode::Error as NotDecoded;
    use minicbor::encode::{Error as NotEncoded, Write};
    use minicbor::{Decoder, Encoder};
    use uuid::Uuid;

    pub(crate) fn encode<C, W: Write>(
        id: &Uuid,
        e: &mut Encoder<W>,
        _: &mut C,
    ) -> Result<(), NotEncoded<W::Error>> {
        e.bytes(id.as_bytes())?.ok()
    }

    pub(crate) fn decode<C>(d: &mut Decoder<'_>, _: &mut C) -> Result<Uuid, NotDecoded> {
        Uuid::from_slice(d.bytes()?).map_err(|_| NotDecoded::message("a UUID has 16 bytes"))
    }
}

/// Whether `name` may stand in a message: not empty, not over [`NAME_MAX`], no control characters.
pub(crate) fn is_name(name: &str) -> bool {
    !name.is_empty() && name.len() <= NAME_MAX && !name.chars().any(char::is_control)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_has_one_form_only() {
        let short = [0x82, 0x01, 0x02];
        let long_integer = [0x82, 0x18, 0x01, 0x02];
        let indefinite = [0x9f, 0x01, 0x02, 0xff];
        let trailing = [0x82, 0x01, 0x02, 0x00];

        assert_eq!(decode::<(u8, u8)>(&short, 16), Ok((1, 2)));
        for other in [&long_integer[..], &indefinite[..], &trailing[..]] {
            assert_eq!(decode::<(u8, u8)>(other, 16), Err(NotThisMessage), "{other:?}");
        }
        assert_eq!(decode::<(u8, u8)>(&short, 2), Err(NotThisMessage), "over the limit");
    }
}
