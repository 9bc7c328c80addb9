//! The reachability probe: a nonce out, the department's signed answer back.
//!
//! An open port or an HTTP 200 may be a hotel's sign-in page; a signature over our own nonce is
//! the department. Its time tells how far the terminal's clock is out.

use minicbor::{Decode, Encode};

use crate::keys::{DepartmentKeys, KeyId, SigningSecret};
use crate::signed::{Domain, Signed};
use crate::wire::{self, VersionOne};

/// Largest probe or answer, in bytes.
pub const PROBE_MAX: usize = 1024;

/// 16 fresh random bytes, used for one probe.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
#[cbor(transparent)]
pub struct Nonce(
    #[n(0)]
    #[cbor(with = "minicbor::bytes")]
    pub [u8; 16],
);

/// What is not a probe, or not the department's answer to ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotAPong {
    /// Not the CBOR of one, a version this program does not know, or too long.
    #[error("the bytes are no probe")]
    Malformed,
    /// Signed with a key that this department is not known by.
    #[error("the key {0} is not the department's")]
    UnknownKey(KeyId),
    /// The signature does not fit the statement.
    #[error("the signature does not fit")]
    Signature,
    /// Well signed, for another department.
    #[error("it speaks for another department")]
    OtherDepartment,
    /// Well signed, in answer to another probe.
    #[error("it answers another probe")]
    OtherNonce,
}

/// The bytes of a probe.
#[must_use]
pub fn ping(nonce: Nonce) -> Vec<u8> {
    wire::encode(&(VersionOne, nonce))
}

/// The nonce of the probe in `bytes`.
///
/// # Errors
/// [`NotAPong::Malformed`].
pub fn read_ping(bytes: &[u8]) -> Result<Nonce, NotAPong> {
    let (VersionOne, nonce) = wire::decode(bytes, PROBE_MAX).map_err(|_| NotAPong::Malformed)?;
    Ok(nonce)
}

/// The department's answer to a probe.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Pong {
    /// The probe's nonce.
    #[n(0)]
    pub nonce: Nonce,
    /// The department's time, Unix milliseconds.
    #[n(1)]
    pub time_ms: i64,
    /// The department's id.
    #[n(2)]
    pub department: String,
}

#[derive(Encode, Decode)]
#[cbor(array)]
struct Statement {
    #[n(0)]
    version: VersionOne,
    #[n(1)]
    key: KeyId,
    #[n(2)]
    says: Pong,
}

impl Pong {
    /// This answer signed with the department's `key`.
    #[must_use]
    pub fn sign(&self, key: &SigningSecret) -> Vec<u8> {
        let says = self.clone();
        let statement =
            wire::encode(&Statement { version: VersionOne, key: key.public().id(), says });
        Signed::seal(Domain::Pong, &statement, key)
    }

    /// Verifies that `bytes` are the department's answer to the probe with `nonce`.
    ///
    /// # Errors
    /// [`NotAPong`]: something else answered.
    pub fn verify(bytes: &[u8], keys: &DepartmentKeys, nonce: Nonce) -> Result<Self, NotAPong> {
        let signed = Signed::split(bytes, PROBE_MAX).map_err(|_| NotAPong::Malformed)?;
        let statement: Statement =
            wire::decode(signed.statement, PROBE_MAX).map_err(|_| NotAPong::Malformed)?;
        let key = keys.signing_key(statement.key).ok_or(NotAPong::UnknownKey(statement.key))?;
        if !signed.is_by(Domain::Pong, key) {
            return Err(NotAPong::Signature);
        }
        if statement.says.department != keys.department() {
            return Err(NotAPong::OtherDepartment);
        }
        if statement.says.nonce != nonce {
            return Err(NotAPong::OtherNonce);
        }
        Ok(statement.says)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NONCE: Nonce = Nonce([4; 16]);

    fn department() -> SigningSecret {
        SigningSecret::from_bytes(&[5; 32])
    }

    fn keys() -> DepartmentKeys {
        DepartmentKeys::new("dvla", vec![department().public()])
    }

    fn pong() -> Pong {
        Pong { nonce: NONCE, time_ms: 1_700_000_000_000, department: "dvla".into() }
    }

    #[test]
    fn the_department_answers_the_nonce_it_was_sent() {
        let nonce = read_ping(&ping(NONCE)).expect("is a probe");
        let bytes = Pong { nonce, ..pong() }.sign(&department());

        assert_eq!(Pong::verify(&bytes, &keys(), NONCE), Ok(pong()));
    }

    #[test]
    fn an_answer_recorded_earlier_does_not_pass_again() {
        let bytes = pong().sign(&department());

        assert_eq!(Pong::verify(&bytes, &keys(), Nonce([6; 16])), Err(NotAPong::OtherNonce));
    }

    #[test]
    fn with_any_one_bit_changed_something_else_answered() {
        let bytes = pong().sign(&department());

        for place in 0..bytes.len() {
            for bit in 0..8 {
                let mut changed = bytes.clone();
                changed[place] ^= 1 << bit;
                assert!(Pong::verify(&changed, &keys(), NONCE).is_err(), "bit {bit} of {place}");
            }
        }
    }

    #[test]
    fn a_page_of_html_is_no_answer() {
        assert_eq!(Pong::verify(b"<html>Sign in</html>", &keys(), NONCE), Err(NotAPong::Malformed));
    }
}
