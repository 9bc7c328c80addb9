//! A signed message: `[statement, signature]`, the signature over a prefix and the statement.

use minicbor::{Decode, Encode};

use crate::keys::{SigningPublic, SigningSecret};
use crate::wire::{self, NotThisMessage};

/// What is signed. Each has its own prefix, so that no signature passes for another.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Domain {
    Submission,
    Acknowledgement,
    Pong,
    EnrolmentRequest,
    EnrolmentAnswer,
}

impl Domain {
    fn prefix(self) -> &'static [u8] {
        match self {
            Self::Submission => b"counterfoil submission v1\n",
            Self::Acknowledgement => b"counterfoil acknowledgement v1\n",
            Self::Pong => b"counterfoil pong v1\n",
            Self::EnrolmentRequest => b"counterfoil enrolment request v1\n",
            Self::EnrolmentAnswer => b"counterfoil enrolment answer v1\n",
        }
    }
}

/// The signature of `key` over `statement`.
pub(crate) fn signature(domain: Domain, statement: &[u8], key: &SigningSecret) -> [u8; 64] {
    key.sign(&[domain.prefix(), statement].concat())
}

/// Whether `signature` is the signature of `key` over `statement`.
pub(crate) fn verifies(
    domain: Domain,
    statement: &[u8],
    signature: &[u8; 64],
    key: &SigningPublic,
) -> bool {
    key.verifies(&[domain.prefix(), statement].concat(), signature)
}

/// A statement and its signature, as they travel.
#[derive(Debug, Encode, Decode)]
#[cbor(array)]
pub(crate) struct Signed<'b> {
    #[cbor(b(0), with = "minicbor::bytes")]
    pub(crate) statement: &'b [u8],
    #[cbor(n(1), with = "minicbor::bytes")]
    signature: [u8; 64],
}

impl<'b> Signed<'b> {
    /// `statement` signed by `key`, as bytes.
    pub(crate) fn seal(domain: Domain, statement: &'b [u8], key: &SigningSecret) -> Vec<u8> {
        let signature = signature(domain, statement, key);
        wire::encode(&Self { statement, signature })
    }

    /// The two parts of `bytes`, nothing verified yet.
    pub(crate) fn split(bytes: &'b [u8], max: usize) -> Result<Self, NotThisMessage> {
        wire::decode(bytes, max)
    }

    pub(crate) fn is_by(&self, domain: Domain, key: &SigningPublic) -> bool {
        verifies(domain, self.statement, &self.signature, key)
    }
}
