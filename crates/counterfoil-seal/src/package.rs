//! The package: what a terminal delivers, and what both sides keep.
//!
//! The CBOR array `[statement, signature, envelope]`. The statement is the terminal's, signed
//! with its key, and names the envelope by SHA-256. A package is made once, when the answers
//! are recorded; every try sends the same bytes, and its digest is what an acknowledgement is
//! for. Start reading at [`Package::seal`] and [`Package::verify`].

use minicbor::{Decode, Encode};
use uuid::Uuid;
use zeroize::Zeroizing;

use crate::digest::Digest;
use crate::envelope::{self, Context, ENVELOPE_MAX, NotOpened, NotSealed};
use crate::keys::{SealingPublic, SealingSecret, SigningPublic, SigningSecret};
use crate::signed::{self, Domain};
use crate::wire::{self, VersionOne, uuid_bytes};

/// Largest package, in bytes. The department's limit on a request body is 8 MiB.
pub const PACKAGE_MAX: usize = ENVELOPE_MAX + STATEMENT_MAX + 256;

/// Largest sequence number: what a database's signed 64-bit integer holds.
pub const SEQUENCE_MAX: u64 = i64::MAX as u64;

const STATEMENT_MAX: usize = 4 * 1024;

/// What the terminal states about a submission. No personal data.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Facts {
    /// The submission's id, for life.
    #[cbor(n(0), with = "uuid_bytes")]
    pub submission: Uuid,
    /// The terminal that recorded it.
    #[cbor(n(1), with = "uuid_bytes")]
    pub terminal: Uuid,
    /// Its number on that terminal: 1, 2, 3 and so on without gaps.
    #[n(2)]
    pub sequence: u64,
    /// The reference on the person's receipt.
    #[n(3)]
    pub reference: String,
    /// The service, such as `dvla/vehicle-keeper-change`.
    #[n(4)]
    pub service: String,
    /// The version of the service's definition.
    #[n(5)]
    pub definition_version: String,
    /// The department it is meant for, such as `dvla`.
    #[n(6)]
    pub department: String,
    /// When it was recorded by the terminal's wall clock, Unix milliseconds.
    #[n(7)]
    pub recorded_at_ms: i64,
    /// Offset of local time from UTC at that moment, minutes east.
    #[n(8)]
    pub offset_minutes: i16,
}

impl Facts {
    fn names_are_plain(&self) -> bool {
        [&self.reference, &self.service, &self.definition_version, &self.department]
            .into_iter()
            .all(|name| wire::is_name(name))
    }

    fn context(&self) -> Context<'_> {
        Context {
            service: &self.service,
            definition_version: &self.definition_version,
            submission: self.submission,
            terminal: self.terminal,
            recorded_at_ms: self.recorded_at_ms,
        }
    }
}

#[derive(Encode, Decode)]
#[cbor(array)]
struct Statement {
    #[n(0)]
    version: VersionOne,
    #[n(1)]
    facts: Facts,
    #[n(2)]
    envelope: Digest,
}

#[derive(Encode, Decode)]
#[cbor(array)]
struct Parts<'b> {
    #[cbor(b(0), with = "minicbor::bytes")]
    statement: &'b [u8],
    #[cbor(n(1), with = "minicbor::bytes")]
    signature: [u8; 64],
    #[cbor(b(2), with = "minicbor::bytes")]
    envelope: &'b [u8],
}

/// Why bytes are no package of the terminal's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotAPackage {
    /// Not the CBOR of a package, a version this program does not know, or over [`PACKAGE_MAX`].
    #[error("the bytes are no package")]
    Malformed,
    /// The envelope is not the one that the statement names.
    #[error("the statement is about another envelope")]
    OtherEnvelope,
    /// The signature is not the terminal's.
    #[error("the signature is not the terminal's")]
    Signature,
}

/// A well-formed package. Whose it is, only [`Package::verify`] says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Package {
    bytes: Vec<u8>,
    facts: Facts,
    digest: Digest,
}

impl Package {
    /// Seals `answers` to the department's key `to` and signs `facts` with the terminal's.
    ///
    /// `random` is 32 fresh bytes from the system's random source, used for this one package.
    ///
    /// # Errors
    /// [`NotSealed`] says why; the caller keeps nothing in the clear instead.
    pub fn seal(
        facts: Facts,
        answers: &[u8],
        to: &SealingPublic,
        by: &SigningSecret,
        random: [u8; 32],
    ) -> Result<Self, NotSealed> {
        if !facts.names_are_plain() {
            return Err(NotSealed::NotAName);
        }
        let envelope = envelope::seal(answers, to, &facts.context(), random)?;
        let statement = wire::encode(&Statement {
            version: VersionOne,
            facts: facts.clone(),
            envelope: Digest::of(&envelope),
        });
        let signature = signed::signature(Domain::Submission, &statement, by);
        let bytes = wire::encode(&Parts { statement: &statement, signature, envelope: &envelope });
        let digest = Digest::of(&bytes);
        Ok(Self { bytes, facts, digest })
    }

    /// `bytes` as a package whose statement and envelope belong together.
    ///
    /// # Errors
    /// [`NotAPackage::Malformed`] or [`NotAPackage::OtherEnvelope`].
    pub fn decode(bytes: Vec<u8>) -> Result<Self, NotAPackage> {
        let parts = split(&bytes)?;
        let statement: Statement =
            wire::decode(parts.statement, STATEMENT_MAX).map_err(|_| NotAPackage::Malformed)?;
        let facts = &statement.facts;
        if !facts.names_are_plain() || !(1..=SEQUENCE_MAX).contains(&facts.sequence) {
            return Err(NotAPackage::Malformed);
        }
        if statement.envelope != Digest::of(parts.envelope) {
            return Err(NotAPackage::OtherEnvelope);
        }
        let digest = Digest::of(&bytes);
        Ok(Self { facts: statement.facts, digest, bytes })
    }

    /// Whether the terminal whose key is `terminal` made this package.
    ///
    /// # Errors
    /// [`NotAPackage::Signature`] when it did not.
    pub fn verify(&self, terminal: &SigningPublic) -> Result<(), NotAPackage> {
        let parts = split(&self.bytes)?;
        if signed::verifies(Domain::Submission, parts.statement, &parts.signature, terminal) {
            Ok(())
        } else {
            Err(NotAPackage::Signature)
        }
    }

    /// The answers, opened with the department's `key`; wiped from memory when dropped.
    ///
    /// # Errors
    /// [`NotOpened`] says why.
    pub fn open(&self, key: &SealingSecret) -> Result<Zeroizing<Vec<u8>>, NotOpened> {
        let parts = split(&self.bytes).map_err(|_| NotOpened::NotAnEnvelope)?;
        envelope::open(parts.envelope, key, &self.facts.context())
    }

    /// What the terminal states.
    #[must_use]
    pub fn facts(&self) -> &Facts {
        &self.facts
    }

    /// The bytes that are sent and kept.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// SHA-256 of [`Self::bytes`]; an acknowledgement is for this.
    #[must_use]
    pub fn digest(&self) -> Digest {
        self.digest
    }

    /// The bytes, without a copy.
    #[must_use]
    pub fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }
}

fn split(bytes: &[u8]) -> Result<Parts<'_>, NotAPackage> {
    wire::decode(bytes, PACKAGE_MAX).map_err(|_| NotAPackage::Malformed)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts() -> Facts {
        Facts {
            submission: Uuid::from_bytes([1; 16]),
            terminal: Uuid::from_bytes([2; 16]),
            sequence: 7,
            reference: "CF7K-9QMD-2XPT".into(),
            service: "dvla/vehicle-keeper-change".into(),
            definition_version: "1".into(),
            department: "dvla".into(),
            recorded_at_ms: 1_700_000_000_000,
            offset_minutes: 60,
        }
    }

    fn terminal() -> SigningSecret {
        SigningSecret::from_bytes(&[5; 32])
    }

    fn department() -> SealingSecret {
        SealingSecret::derive(&[3; 32])
    }

    fn package() -> Package {
        Package::seal(facts(), b"answers", &department().public(), &terminal(), [9; 32])
            .expect("seals")
    }

    #[test]
    fn a_package_is_the_terminals_and_only_the_department_reads_it() {
        let sent = package();

        let arrived = Package::decode(sent.bytes().to_vec()).expect("is a package");

        assert_eq!(arrived, sent);
        assert_eq!(arrived.facts(), &facts());
        assert_eq!(arrived.verify(&terminal().public()), Ok(()));
        assert_eq!(arrived.open(&department()).expect("opens").as_slice(), b"answers");
    }

    #[test]
    fn no_byte_of_a_package_can_be_changed() {
        let bytes = package().into_bytes();

        for place in 0..bytes.len() {
            for bit in 0..8 {
                let mut changed = bytes.clone();
                changed[place] ^= 1 << bit;
                let verified =
                    Package::decode(changed).and_then(|p| p.verify(&terminal().public()));
                assert!(verified.is_err(), "bit {bit} of byte {place}");
            }
        }
    }

    #[test]
    fn another_terminals_signature_is_refused() {
        let other = SigningSecret::from_bytes(&[6; 32]);

        assert_eq!(package().verify(&other.public()), Err(NotAPackage::Signature));
    }

    #[test]
    fn the_bytes_of_a_package_do_not_change_between_versions() {
        assert_eq!(
            package().digest().to_string(),
            "3c1bf10ade89a025ec4b7b6cb69fc660f49767bcf720da92abb641bf9eb44dd3"
        );
    }

    #[test]
    fn a_number_that_no_terminal_gives_is_refused() {
        for sequence in [0, SEQUENCE_MAX + 1] {
            let facts = Facts { sequence, ..facts() };
            let bytes = Package::seal(facts, b"a", &department().public(), &terminal(), [9; 32])
                .expect("seals")
                .into_bytes();

            assert_eq!(Package::decode(bytes), Err(NotAPackage::Malformed), "{sequence}");
        }
    }

    #[test]
    fn names_that_do_not_fit_are_not_sealed() {
        let long = Facts { reference: "A".repeat(129), ..facts() };
        let broken = Facts { department: "dv\nla".into(), ..facts() };

        for facts in [long, broken] {
            let sealed = Package::seal(facts, b"a", &department().public(), &terminal(), [9; 32]);
            assert_eq!(sealed, Err(NotSealed::NotAName));
        }
    }
}
