//! The department's acknowledgement: the only thing that means "received".
//!
//! A signed statement over the submission's id and the SHA-256 of its package. An HTTP status is
//! not one (law 3). [`Acknowledged`] is made by [`Acknowledgement::verify`] and by nothing else.

use minicbor::{Decode, Encode};
use uuid::Uuid;

use crate::digest::Digest;
use crate::keys::{DepartmentKeys, KeyId, SigningSecret};
use crate::signed::{Domain, Signed};
use crate::wire::{self, VersionOne, uuid_bytes};

/// Largest acknowledgement, in bytes.
pub const ACKNOWLEDGEMENT_MAX: usize = 4 * 1024;

/// What a department states when it has a submission.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Acknowledgement {
    /// The submission.
    #[cbor(n(0), with = "uuid_bytes")]
    pub submission: Uuid,
    /// SHA-256 of the package that the department holds.
    #[n(1)]
    pub package: Digest,
    /// The department's id.
    #[n(2)]
    pub department: String,
    /// The department's own reference for it.
    #[n(3)]
    pub department_reference: String,
    /// When the department first had it, Unix milliseconds by its own clock.
    #[n(4)]
    pub received_at_ms: i64,
    /// Counts the lives of the department's records; it rises when they are restored.
    #[n(5)]
    pub epoch: u64,
}

/// Why bytes are no acknowledgement of this submission by this department.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotAnAcknowledgement {
    /// Not the CBOR of one, a version this program does not know, or too long.
    #[error("the bytes are no acknowledgement")]
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
    /// Well signed, for another submission.
    #[error("it is for another submission")]
    OtherSubmission,
    /// Well signed, for other bytes under the same id.
    #[error("it is for other bytes")]
    OtherDigest,
}

#[derive(Encode, Decode)]
#[cbor(array)]
struct Statement {
    #[n(0)]
    version: VersionOne,
    #[n(1)]
    key: KeyId,
    #[n(2)]
    says: Acknowledgement,
}

impl Acknowledgement {
    /// This statement signed with the department's `key`, as the bytes it answers with.
    #[must_use]
    pub fn sign(&self, key: &SigningSecret) -> Vec<u8> {
        let says = self.clone();
        let statement =
            wire::encode(&Statement { version: VersionOne, key: key.public().id(), says });
        Signed::seal(Domain::Acknowledgement, &statement, key)
    }

    /// Verifies that `bytes` are the department's word that it has `submission` as `package`.
    ///
    /// # Errors
    /// [`NotAnAcknowledgement`]. Whatever the reason, the submission stays unacknowledged.
    pub fn verify(
        bytes: &[u8],
        keys: &DepartmentKeys,
        submission: Uuid,
        package: Digest,
    ) -> Result<Acknowledged, NotAnAcknowledgement> {
        use NotAnAcknowledgement as Not;
        let signed = Signed::split(bytes, ACKNOWLEDGEMENT_MAX).map_err(|_| Not::Malformed)?;
        let statement: Statement =
            wire::decode(signed.statement, ACKNOWLEDGEMENT_MAX).map_err(|_| Not::Malformed)?;
        let key = keys.signing_key(statement.key).ok_or(Not::UnknownKey(statement.key))?;
        if !signed.is_by(Domain::Acknowledgement, key) {
            return Err(Not::Signature);
        }
        statement.says.fits(keys.department(), submission, package)?;
        Ok(Acknowledged { says: statement.says, bytes: bytes.to_vec() })
    }

    fn fits(
        &self,
        department: &str,
        submission: Uuid,
        package: Digest,
    ) -> Result<(), NotAnAcknowledgement> {
        use NotAnAcknowledgement as Not;
        match () {
            () if self.department != department => Err(Not::OtherDepartment),
            () if self.submission != submission => Err(Not::OtherSubmission),
            () if self.package != package => Err(Not::OtherDigest),
            () if !wire::is_name(&self.department_reference) => Err(Not::Malformed),
            () => Ok(()),
        }
    }
}

/// Proof that the department has the submission. Made only by [`Acknowledgement::verify`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Acknowledged {
    says: Acknowledgement,
    bytes: Vec<u8>,
}

impl Acknowledged {
    /// What the department stated.
    #[must_use]
    pub fn statement(&self) -> &Acknowledgement {
        &self.says
    }

    /// The signed bytes, to be kept as proof.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SUBMISSION: Uuid = Uuid::from_bytes([1; 16]);
    const PACKAGE: Digest = Digest([2; 32]);

    fn statement() -> Acknowledgement {
        Acknowledgement {
            submission: SUBMISSION,
            package: PACKAGE,
            department: "dvla".into(),
            department_reference: "DVLA-7F3K-22QX".into(),
            received_at_ms: 1_700_000_000_000,
            epoch: 1,
        }
    }

    fn department() -> SigningSecret {
        SigningSecret::from_bytes(&[5; 32])
    }

    fn keys() -> DepartmentKeys {
        DepartmentKeys::new("dvla", vec![department().public()])
    }

    fn verify(bytes: &[u8]) -> Result<Acknowledged, NotAnAcknowledgement> {
        Acknowledgement::verify(bytes, &keys(), SUBMISSION, PACKAGE)
    }

    #[test]
    fn the_departments_word_is_taken_and_kept_whole() {
        let bytes = statement().sign(&department());

        let acknowledged = verify(&bytes).expect("is the department's");

        assert_eq!(acknowledged.statement(), &statement());
        assert_eq!(acknowledged.bytes(), bytes);
    }

    #[test]
    fn with_any_one_bit_changed_it_is_no_acknowledgement() {
        let bytes = statement().sign(&department());

        for place in 0..bytes.len() {
            for bit in 0..8 {
                let mut changed = bytes.clone();
                changed[place] ^= 1 << bit;
                assert!(verify(&changed).is_err(), "bit {bit} of byte {place}");
            }
        }
    }

    #[test]
    fn cut_short_or_longer_it_is_no_acknowledgement() {
        let bytes = statement().sign(&department());
        let longer = [bytes.as_slice(), b"\0"].concat();

        for end in 0..bytes.len() {
            assert_eq!(verify(&bytes[..end]), Err(NotAnAcknowledgement::Malformed), "cut at {end}");
        }
        assert_eq!(verify(&longer), Err(NotAnAcknowledgement::Malformed));
        assert_eq!(verify(&[0x42; 100_000]), Err(NotAnAcknowledgement::Malformed));
    }

    #[test]
    fn a_true_signature_for_something_else_is_no_acknowledgement() {
        use NotAnAcknowledgement as Not;
        let other_id = Acknowledgement { submission: Uuid::from_bytes([9; 16]), ..statement() };
        let other_bytes = Acknowledgement { package: Digest([9; 32]), ..statement() };
        let other_department = Acknowledgement { department: "hmrc".into(), ..statement() };
        let stranger = SigningSecret::from_bytes(&[6; 32]);

        assert_eq!(verify(&other_id.sign(&department())), Err(Not::OtherSubmission));
        assert_eq!(verify(&other_bytes.sign(&department())), Err(Not::OtherDigest));
        assert_eq!(verify(&other_department.sign(&department())), Err(Not::OtherDepartment));
        assert_eq!(
            verify(&statement().sign(&stranger)),
            Err(Not::UnknownKey(stranger.public().id()))
        );
    }

    #[test]
    fn a_strangers_signature_under_the_departments_key_id_is_refused() {
        let body = wire::encode(&Statement {
            version: VersionOne,
            key: department().public().id(),
            says: statement(),
        });
        let forged =
            Signed::seal(Domain::Acknowledgement, &body, &SigningSecret::from_bytes(&[6; 32]));
        let other_purpose = Signed::seal(Domain::Pong, &body, &department());

        assert_eq!(verify(&forged), Err(NotAnAcknowledgement::Signature));
        assert_eq!(verify(&other_purpose), Err(NotAnAcknowledgement::Signature));
    }

    #[test]
    fn a_key_the_department_has_replaced_still_proves_what_it_signed() {
        let bytes = statement().sign(&department());
        let newer = SigningSecret::from_bytes(&[8; 32]);
        let keys = DepartmentKeys::new("dvla", vec![newer.public(), department().public()]);

        assert!(Acknowledgement::verify(&bytes, &keys, SUBMISSION, PACKAGE).is_ok());
    }

    #[test]
    fn the_bytes_of_an_acknowledgement_do_not_change_between_versions() {
        let bytes = statement().sign(&department());

        assert_eq!(
            Digest::of(&bytes).to_string(),
            "b4c81983d7a634714de18c04b8183b501db4952358cad9c1317b2a3ccebbb77a"
        );
    }
}
