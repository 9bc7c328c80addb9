//! SHA-256 digests, in messages and in the `Content-Digest` header.

use std::fmt;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use minicbor::{Decode, Encode};
use sha2::{Digest as _, Sha256};

/// A SHA-256 value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Encode, Decode)]
#[cbor(transparent)]
pub struct Digest(
    #[n(0)]
    #[cbor(with = "minicbor::bytes")]
    pub [u8; 32],
);

impl Digest {
    /// SHA-256 of `bytes`.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }

    /// The value of a `Content-Digest` header: `sha-256=:…:`. Source: RFC 9530 section 2.
    #[must_use]
    pub fn to_content_digest(&self) -> String {
        format!("sha-256=:{}:", STANDARD.encode(self.0))
    }

    /// Whether a `Content-Digest` header agrees with this digest. Algorithms other than
    /// SHA-256 are passed over, so a header without SHA-256 does not agree.
    #[must_use]
    pub fn agrees_with(&self, content_digest: &str) -> bool {
        let ours = self.to_content_digest();
        content_digest.split(',').any(|member| member.trim() == ours)
    }
}

/// Lower-case hexadecimal.
impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_header_is_the_one_of_the_rfc_examples() {
        // RFC 9530 appendix B.1: {"hello": "world"} and a line feed.
        let digest = Digest::of(b"{\"hello\": \"world\"}\n");

        let header = digest.to_content_digest();

        assert_eq!(header, "sha-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:");
        assert!(digest.agrees_with(&format!("sha-512=:AA==:, {header}")));
        assert!(!digest.agrees_with("sha-512=:AA==:"));
        assert!(!digest.agrees_with(""));
    }
}
