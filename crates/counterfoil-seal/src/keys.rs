//! Keys as types: who signs, who opens, and what each is called.
//!
//! Secrets are wiped from memory when dropped and have no `Debug`. Start reading at
//! [`DepartmentKeys`].

use std::fmt;

use ed25519_dalek::{Signature, Signer as _, SigningKey, VerifyingKey};
use hpke::kem::{Kem, X25519HkdfSha256};
use hpke::{Deserializable as _, Serializable as _};
use minicbor::{Decode, Encode};
use sha2::{Digest as _, Sha256};
use zeroize::Zeroizing;

type SealingKem = X25519HkdfSha256;

/// Most signing keys that a terminal accepts from one department: the current one and those
/// it replaced.
pub const SIGNING_KEYS_MAX: usize = 8;

/// Names a public key: the first eight bytes of its SHA-256. Shown as 16 hexadecimal digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Encode, Decode)]
#[cbor(transparent)]
pub struct KeyId(
    #[n(0)]
    #[cbor(with = "minicbor::bytes")]
    pub [u8; 8],
);

impl KeyId {
    fn of(public_key: &[u8; 32]) -> Self {
        let [a, b, c, d, e, f, g, h, ..] = <[u8; 32]>::from(Sha256::digest(public_key));
        Self([a, b, c, d, e, f, g, h])
    }
}

impl fmt::Display for KeyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

/// These bytes are no key of this kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the bytes are no key of this kind")]
pub struct NotAKey;

/// An Ed25519 secret key. Source: RFC 8032.
pub struct SigningSecret(SigningKey);

impl SigningSecret {
    /// The key whose 32 secret bytes these are; fresh random bytes make a new key.
    #[must_use]
    pub fn from_bytes(secret: &[u8; 32]) -> Self {
        Self(SigningKey::from_bytes(secret))
    }

    /// The 32 secret bytes, to be kept where secrets are kept.
    #[must_use]
    pub fn to_bytes(&self) -> Zeroizing<[u8; 32]> {
        Zeroizing::new(self.0.to_bytes())
    }

    /// The public half.
    #[must_use]
    pub fn public(&self) -> SigningPublic {
        SigningPublic(self.0.verifying_key())
    }

    pub(crate) fn sign(&self, message: &[u8]) -> [u8; 64] {
        self.0.sign(message).to_bytes()
    }
}

/// An Ed25519 public key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SigningPublic(VerifyingKey);

impl SigningPublic {
    /// The key with these bytes.
    ///
    /// # Errors
    /// [`NotAKey`] when they are no point of the curve, or a weak one.
    pub fn from_bytes(bytes: &[u8; 32]) -> Result<Self, NotAKey> {
        let key = VerifyingKey::from_bytes(bytes).map_err(|_| NotAKey)?;
        if key.is_weak() { Err(NotAKey) } else { Ok(Self(key)) }
    }

    /// The key's 32 bytes.
    #[must_use]
    pub fn to_bytes(&self) -> [u8; 32] {
        self.0.to_bytes()
    }

    /// What the key is called.
    #[must_use]
    pub fn id(&self) -> KeyId {
        KeyId::of(self.0.as_bytes())
    }

    /// Strict verification: one message and key have one valid signature, nothing malleable.
    pub(crate) fn verifies(&self, message: &[u8], signature: &[u8; 64]) -> bool {
        self.0.verify_strict(message, &Signature::from_bytes(signature)).is_ok()
    }
}

/// An X25519 secret key: the department opens envelopes with it.
pub struct SealingSecret(pub(crate) <SealingKem as Kem>::PrivateKey);

impl SealingSecret {
    /// A key made from 32 fresh random bytes. Source: RFC 9180 section 7.1.3.
    #[must_use]
    pub fn derive(random: &[u8; 32]) -> Self {
        Self(SealingKem::derive_keypair(random).0)
    }

    /// The key whose 32 secret bytes these are.
    ///
    /// # Errors
    /// [`NotAKey`] when they are refused by the cipher suite.
    pub fn from_bytes(secret: &[u8; 32]) -> Result<Self, NotAKey> {
        <SealingKem as Kem>::PrivateKey::from_bytes(secret).map(Self).map_err(|_| NotAKey)
    }

    /// The 32 secret bytes, to be kept where secrets are kept.
    #[must_use]
    pub fn to_bytes(&self) -> Zeroizing<[u8; 32]> {
        Zeroizing::new(self.0.to_bytes().into())
    }

    /// The public half.
    #[must_use]
    pub fn public(&self) -> SealingPublic {
        SealingPublic(SealingKem::sk_to_pk(&self.0))
    }
}

/// An X25519 public key: terminals seal to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SealingPublic(pub(crate) <SealingKem as Kem>::PublicKey);

impl SealingPublic {
    /// The key with these bytes.
    ///
    /// # Errors
    /// [`NotAKey`] when the cipher suite refuses them.
    pub fn from_bytes(bytes: &[u8; 32]) -> Result<Self, NotAKey> {
        <SealingKem as Kem>::PublicKey::from_bytes(bytes).map(Self).map_err(|_| NotAKey)
    }

    /// The key's 32 bytes.
    #[must_use]
    pub fn to_bytes(&self) -> [u8; 32] {
        self.0.to_bytes().into()
    }

    /// What the key is called.
    #[must_use]
    pub fn id(&self) -> KeyId {
        KeyId::of(&self.to_bytes())
    }
}

/// What a terminal trusts a department by: its id and the keys it signs with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DepartmentKeys {
    department: String,
    signing: Vec<SigningPublic>,
}

impl DepartmentKeys {
    /// `signing` holds the current key first and then those it replaced; past
    /// [`SIGNING_KEYS_MAX`] they are left out.
    #[must_use]
    pub fn new(department: impl Into<String>, mut signing: Vec<SigningPublic>) -> Self {
        signing.truncate(SIGNING_KEYS_MAX);
        Self { department: department.into(), signing }
    }

    /// The department's id, such as `dvla`.
    #[must_use]
    pub fn department(&self) -> &str {
        &self.department
    }

    /// The signing key called `id`, if this department has it.
    #[must_use]
    pub fn signing_key(&self, id: KeyId) -> Option<&SigningPublic> {
        self.signing.iter().find(|key| key.id() == id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_kept_as_bytes_is_the_same_key_again() {
        let signing = SigningSecret::from_bytes(&[7; 32]);
        let sealing = SealingSecret::derive(&[8; 32]);

        let signing_again = SigningSecret::from_bytes(&signing.to_bytes());
        let sealing_again = SealingSecret::from_bytes(&sealing.to_bytes()).expect("is a key");

        assert_eq!(signing_again.public(), signing.public());
        assert_eq!(sealing_again.public(), sealing.public());
    }

    #[test]
    fn a_key_is_called_by_the_first_half_of_its_sha_256() {
        // RFC 8032 section 7.1, test 1.
        let public = SigningSecret::from_bytes(&[
            0x9d, 0x61, 0xb1, 0x9d, 0xef, 0xfd, 0x5a, 0x60, 0xba, 0x84, 0x4a, 0xf4, 0x92, 0xec,
            0x2c, 0xc4, 0x44, 0x49, 0xc5, 0x69, 0x7b, 0x32, 0x69, 0x19, 0x70, 0x3b, 0xac, 0x03,
            0x1c, 0xae, 0x7f, 0x60,
        ])
        .public();

        assert_eq!(public.to_bytes()[..4], [0xd7, 0x5a, 0x98, 0x01]);
        assert_eq!(public.id().to_string(), "21fe31dfa154a261");
    }

    #[test]
    fn a_weak_public_key_is_refused() {
        let mut identity = [0; 32];
        identity[0] = 1;

        assert_eq!(SigningPublic::from_bytes(&identity), Err(NotAKey));
    }
}
