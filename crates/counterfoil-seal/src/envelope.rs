//! The envelope: answers that only the department can read.
//!
//! HPKE base mode (RFC 9180) with X25519, HKDF-SHA256 and ChaCha20-Poly1305, as the CBOR array
//! `[version, algorithm, key id, encapsulated key, ciphertext]`. Base mode says nothing about
//! who sealed it; the terminal's signature in [`crate::package`] does.

use hpke::aead::ChaCha20Poly1305;
use hpke::kdf::HkdfSha256;
use hpke::kem::{Kem, X25519HkdfSha256};
use hpke::rand_core::{TryCryptoRng, TryRng};
use hpke::{Deserializable as _, HpkeError, OpModeR, OpModeS, Serializable as _};
use minicbor::{Decode, Encode};
use sha2::{Digest as _, Sha256};
use std::convert::Infallible;
use uuid::Uuid;
use zeroize::{Zeroize as _, Zeroizing};

use crate::keys::{KeyId, SealingPublic, SealingSecret};
use crate::wire::{self, VersionOne, uuid_bytes};

/// Largest plaintext, in bytes: 7 MiB, so that a package stays under the department's 8 MiB.
pub const PLAINTEXT_MAX: usize = 7 * 1024 * 1024;

/// Largest envelope, in bytes: the plaintext, its tag and the frame around it.
pub const ENVELOPE_MAX: usize = PLAINTEXT_MAX + 1024;

/// X25519, HKDF-SHA256, ChaCha20-Poly1305. Numbers of later suites only grow.
const ALGORITHM: u8 = 1;

/// What an envelope is bound to. Opened with any other values, it does not open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Context<'a> {
    /// The service, such as `dvla/vehicle-keeper-change`.
    pub service: &'a str,
    /// The version of its definition that the answers were given under.
    pub definition_version: &'a str,
    /// The submission.
    pub submission: Uuid,
    /// The terminal that recorded it.
    pub terminal: Uuid,
    /// When it was recorded, Unix milliseconds.
    pub recorded_at_ms: i64,
}

/// Why nothing could be sealed. Nothing is ever kept or sent in the clear instead.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotSealed {
    /// Over [`PLAINTEXT_MAX`].
    #[error("the answers are over {PLAINTEXT_MAX} bytes")]
    TooLarge,
    /// A name in the context is empty, too long, or has control characters.
    #[error("an id or version is empty, too long or not plain text")]
    NotAName,
    /// The cipher suite refused the department's key.
    #[error("the department's key cannot be sealed to")]
    Key,
}

/// Why an envelope does not open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotOpened {
    /// Not an envelope, or over [`ENVELOPE_MAX`].
    #[error("the bytes are no envelope")]
    NotAnEnvelope,
    /// Sealed with a cipher suite that this program does not have.
    #[error("the envelope's algorithm {0} is not known")]
    Algorithm(u8),
    /// Sealed to another key.
    #[error("the envelope is sealed to the key {0}")]
    OtherKey(KeyId),
    /// Changed on the way, or bound to another submission.
    #[error("the envelope was changed or belongs to another submission")]
    Tampered,
}

#[derive(Encode, Decode)]
#[cbor(array)]
struct Envelope<'b> {
    #[n(0)]
    version: VersionOne,
    #[n(1)]
    algorithm: u8,
    #[n(2)]
    key: KeyId,
    #[cbor(n(3), with = "minicbor::bytes")]
    encapsulated: [u8; 32],
    #[cbor(b(4), with = "minicbor::bytes")]
    ciphertext: &'b [u8],
}

#[derive(Encode)]
#[cbor(array)]
struct Bound<'a> {
    #[cbor(n(0), with = "uuid_bytes")]
    submission: Uuid,
    #[cbor(n(1), with = "uuid_bytes")]
    terminal: Uuid,
    #[n(2)]
    recorded_at_ms: i64,
    #[n(3)]
    envelope_version: VersionOne,
    #[n(4)]
    algorithm: &'a u8,
}

impl Context<'_> {
    fn info(&self, key: KeyId) -> Vec<u8> {
        wire::encode(&("counterfoil envelope v1", self.service, self.definition_version, key))
    }

    fn associated_data(&self) -> Vec<u8> {
        wire::encode(&Bound {
            submission: self.submission,
            terminal: self.terminal,
            recorded_at_ms: self.recorded_at_ms,
            envelope_version: VersionOne,
            algorithm: &ALGORITHM,
        })
    }
}

/// Seals `plaintext` to `key`, bound to `context`.
///
/// `random` is 32 fresh bytes from the system's random source, used for this one envelope.
///
/// # Errors
/// [`NotSealed`] says why; the caller keeps nothing in the clear instead.
pub fn seal(
    plaintext: &[u8],
    key: &SealingPublic,
    context: &Context<'_>,
    random: [u8; 32],
) -> Result<Vec<u8>, NotSealed> {
    if plaintext.len() > PLAINTEXT_MAX {
        return Err(NotSealed::TooLarge);
    }
    if !wire::is_name(context.service) || !wire::is_name(context.definition_version) {
        return Err(NotSealed::NotAName);
    }
    let id = key.id();
    let (encapsulated, ciphertext) =
        encrypt(plaintext, key, &context.info(id), &context.associated_data(), random)
            .map_err(|_| NotSealed::Key)?;
    Ok(wire::encode(&Envelope {
        version: VersionOne,
        algorithm: ALGORITHM,
        key: id,
        encapsulated,
        ciphertext: &ciphertext,
    }))
}

/// Opens `envelope` with the department's `key`. The plaintext is wiped when dropped.
///
/// # Errors
/// [`NotOpened`] says why.
pub fn open(
    envelope: &[u8],
    key: &SealingSecret,
    context: &Context<'_>,
) -> Result<Zeroizing<Vec<u8>>, NotOpened> {
    let parts: Envelope<'_> =
        wire::decode(envelope, ENVELOPE_MAX).map_err(|_| NotOpened::NotAnEnvelope)?;
    if parts.algorithm != ALGORITHM {
        return Err(NotOpened::Algorithm(parts.algorithm));
    }
    let id = key.public().id();
    if parts.key != id {
        return Err(NotOpened::OtherKey(parts.key));
    }
    let encapsulated = <X25519HkdfSha256 as Kem>::EncappedKey::from_bytes(&parts.encapsulated)
        .map_err(|_| NotOpened::Tampered)?;
    hpke::single_shot_open::<ChaCha20Poly1305, HkdfSha256, X25519HkdfSha256>(
        &OpModeR::Base,
        &key.0,
        &encapsulated,
        &context.info(id),
        parts.ciphertext,
        &context.associated_data(),
    )
    .map(Zeroizing::new)
    .map_err(|_| NotOpened::Tampered)
}

/// Which key an envelope is sealed to, so that the department can choose among its own.
///
/// # Errors
/// [`NotOpened::NotAnEnvelope`].
pub fn sealed_to(envelope: &[u8]) -> Result<KeyId, NotOpened> {
    wire::decode::<Envelope<'_>>(envelope, ENVELOPE_MAX)
        .map(|parts| parts.key)
        .map_err(|_| NotOpened::NotAnEnvelope)
}

fn encrypt(
    plaintext: &[u8],
    key: &SealingPublic,
    info: &[u8],
    associated_data: &[u8],
    random: [u8; 32],
) -> Result<([u8; 32], Vec<u8>), HpkeError> {
    let (encapsulated, ciphertext) =
        hpke::single_shot_seal_with_rng::<ChaCha20Poly1305, HkdfSha256, X25519HkdfSha256>(
            &OpModeS::Base,
            &key.0,
            info,
            plaintext,
            associated_data,
            &mut Given::new(random),
        )?;
    Ok((encapsulated.to_bytes().into(), ciphertext))
}

/// Hands out the caller's 32 random bytes, which is all that HPKE draws; past them, SHA-256 of
/// the bytes before, so that nothing is ever handed out twice. Wiped when dropped.
struct Given {
    block: [u8; 32],
    used: usize,
}

impl Given {
    fn new(random: [u8; 32]) -> Self {
        Self { block: random, used: 0 }
    }

    fn next_byte(&mut self) -> u8 {
        if self.used >= self.block.len() {
            self.block = Sha256::digest(self.block).into();
            self.used = 0;
        }
        let byte = self.block.get(self.used).copied().unwrap_or_default();
        self.used += 1;
        byte
    }

    fn next_bytes<const N: usize>(&mut self) -> [u8; N] {
        std::array::from_fn(|_| self.next_byte())
    }
}

impl Drop for Given {
    fn drop(&mut self) {
        self.block.zeroize();
    }
}

impl TryRng for Given {
    type Error = Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        Ok(u32::from_le_bytes(self.next_bytes()))
    }

    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        Ok(u64::from_le_bytes(self.next_bytes()))
    }

    fn try_fill_bytes(&mut self, dst: &mut [u8]) -> Result<(), Infallible> {
        dst.fill_with(|| self.next_byte());
        Ok(())
    }
}

impl TryCryptoRng for Given {}

#[cfg(test)]
mod tests {
    use super::*;

    fn context() -> Context<'static> {
        Context {
            service: "dvla/vehicle-keeper-change",
            definition_version: "1",
            submission: Uuid::from_bytes([1; 16]),
            terminal: Uuid::from_bytes([2; 16]),
            recorded_at_ms: 1_700_000_000_000,
        }
    }

    fn department() -> SealingSecret {
        SealingSecret::derive(&[3; 32])
    }

    fn hex(text: &str) -> Vec<u8> {
        let digit = |c: u8| (c as char).to_digit(16).expect("a hexadecimal digit") as u8;
        text.as_bytes().chunks(2).map(|pair| digit(pair[0]) << 4 | digit(pair[1])).collect()
    }

    #[test]
    fn the_cipher_suite_gives_the_answers_of_the_rfc() {
        // RFC 9180 appendix A.2.1, sequence number 0.
        let recipient = SealingSecret::derive(
            &hex("1ac01f181fdf9f352797655161c58b75c656a6cc2716dcb66372da835542e1df")
                .try_into()
                .expect("is 32 bytes"),
        );
        let ephemeral = hex("909a9b35d3dc4713a5e72a4da274b55d3d3821a37e5d099e74a647db583a904b")
            .try_into()
            .expect("is 32 bytes");

        let (encapsulated, ciphertext) = encrypt(
            b"Beauty is truth, truth beauty",
            &recipient.public(),
            b"Ode on a Grecian Urn",
            b"Count-0",
            ephemeral,
        )
        .expect("the key is good");

        assert_eq!(
            encapsulated.to_vec(),
            hex("1afa08d3dec047a643885163f1180476fa7ddb54c6a8029ea33f95796bf2ac4a")
        );
        assert_eq!(
            ciphertext,
            hex("1c5250d8034ec2b784ba2cfd69dbdb8af406cfe3ff938e131f0def8c8b60b4db\
                 21993c62ce81883d2dd1b51a28")
        );
    }

    #[test]
    fn the_department_reads_what_was_sealed_to_it() {
        let envelope =
            seal(b"{\"a\":1}", &department().public(), &context(), [9; 32]).expect("seals");

        let opened = open(&envelope, &department(), &context()).expect("opens");

        assert_eq!(opened.as_slice(), b"{\"a\":1}");
        assert_eq!(sealed_to(&envelope), Ok(department().public().id()));
    }

    #[test]
    fn no_byte_of_an_envelope_can_be_changed_or_cut_off() {
        let envelope =
            seal(b"answers", &department().public(), &context(), [9; 32]).expect("seals");

        for place in 0..envelope.len() {
            let mut changed = envelope.clone();
            changed[place] ^= 1;
            assert!(open(&changed, &department(), &context()).is_err(), "byte {place}");
            assert!(open(&envelope[..place], &department(), &context()).is_err(), "cut {place}");
        }
    }

    #[test]
    fn an_envelope_opens_only_where_it_belongs() {
        let envelope =
            seal(b"answers", &department().public(), &context(), [9; 32]).expect("seals");
        let elsewhere = [
            Context { service: "dvla/other", ..context() },
            Context { definition_version: "2", ..context() },
            Context { submission: Uuid::from_bytes([7; 16]), ..context() },
            Context { terminal: Uuid::from_bytes([7; 16]), ..context() },
            Context { recorded_at_ms: 1, ..context() },
        ];

        for context in elsewhere {
            assert_eq!(open(&envelope, &department(), &context), Err(NotOpened::Tampered));
        }
    }

    #[test]
    fn another_departments_envelope_names_its_key() {
        let other = SealingSecret::derive(&[4; 32]);
        let envelope = seal(b"answers", &other.public(), &context(), [9; 32]).expect("seals");

        let refused = open(&envelope, &department(), &context());

        assert_eq!(refused, Err(NotOpened::OtherKey(other.public().id())));
    }

    #[test]
    fn too_much_or_unnamed_is_not_sealed() {
        let key = department().public();
        let large = vec![0; PLAINTEXT_MAX + 1];
        let unnamed = Context { service: "", ..context() };

        assert_eq!(seal(&large, &key, &context(), [9; 32]), Err(NotSealed::TooLarge));
        assert_eq!(seal(b"a", &key, &unnamed, [9; 32]), Err(NotSealed::NotAName));
    }
}
