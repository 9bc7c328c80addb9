//! The 48 secret bytes that open the database, and the public value that recognises them.

use std::fmt::Write as _;

use hkdf::Hkdf;
use sha2::Sha256;
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

/// Bytes of a [`StoreKey`].
const KEY_BYTES: usize = 48;

/// Bytes of the salt at the end of a [`StoreKey`].
pub(crate) const SALT_BYTES: usize = 16;

/// The database's key (32 bytes) and salt (16 bytes), one secret.
///
/// The salt is kept with the key, not only in the file: when a power cut garbles the file's
/// first sector, the rest can still be read. Wiped from memory when dropped; never shown.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct StoreKey([u8; KEY_BYTES]);

impl StoreKey {
    /// A key from 48 bytes of the system's random source.
    #[must_use]
    pub fn from_random(random: [u8; KEY_BYTES]) -> Self {
        Self(random)
    }

    /// Reads what [`Self::to_hex`] wrote; `None` for anything else.
    #[must_use]
    pub fn from_hex(text: &str) -> Option<Self> {
        let digits = text.as_bytes();
        if digits.len() != 2 * KEY_BYTES {
            return None;
        }
        let mut key = Self([0; KEY_BYTES]);
        for (byte, pair) in key.0.iter_mut().zip(digits.chunks_exact(2)) {
            for digit in pair {
                let value = char::from(*digit).to_digit(16)?;
                *byte = (*byte << 4) | u8::try_from(value).ok()?;
            }
        }
        Some(key)
    }

    /// 96 hexadecimal digits: the form that key stores and SQLCipher take.
    #[must_use]
    pub fn to_hex(&self) -> Zeroizing<String> {
        let mut hex = Zeroizing::new(String::with_capacity(2 * KEY_BYTES));
        for byte in &self.0 {
            // Writing to a String cannot fail.
            let _ = write!(hex, "{byte:02x}");
        }
        hex
    }

    /// The salt, which SQLCipher also writes to the first 16 bytes of the file. Not secret.
    pub(crate) fn salt(&self) -> &[u8] {
        self.0.split_at(KEY_BYTES - SALT_BYTES).1
    }

    /// The value that tells this key from another without giving it away.
    #[must_use]
    pub fn check(&self) -> KeyCheck {
        let mut check = [0; 8];
        let expanded =
            Hkdf::<Sha256>::new(None, &self.0).expand(b"counterfoil key check v1", &mut check);
        debug_assert!(expanded.is_ok(), "eight bytes are within what HKDF gives");
        KeyCheck(check)
    }
}

/// Eight bytes derived from a key by HKDF-SHA-256 (RFC 5869): tells a wrong key from a damaged
/// file, because SQLCipher gives the same error for both. Not secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KeyCheck([u8; 8]);

impl KeyCheck {
    /// 16 hexadecimal digits.
    #[must_use]
    pub fn to_hex(self) -> String {
        format!("{:016x}", u64::from_be_bytes(self.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_reads_back_from_its_hexadecimal_form() {
        let key = StoreKey::from_random(std::array::from_fn(|place| place as u8 * 5));

        let again = StoreKey::from_hex(&key.to_hex()).expect("it was just written");

        assert_eq!(again.0, key.0);
    }

    #[test]
    fn text_that_is_not_a_whole_key_is_refused() {
        assert!(StoreKey::from_hex("").is_none());
        assert!(StoreKey::from_hex(&"0".repeat(95)).is_none());
        assert!(StoreKey::from_hex(&"g".repeat(96)).is_none());
        assert!(StoreKey::from_hex(&"0".repeat(64)).is_none(), "a key without its salt");
    }

    #[test]
    fn a_key_is_recognised_by_its_check_value_salt_included() {
        let mut bytes = [7; KEY_BYTES];
        let check = StoreKey::from_random(bytes).check();
        bytes[47] ^= 1;

        assert_eq!(StoreKey::from_random([7; KEY_BYTES]).check(), check);
        assert_ne!(StoreKey::from_random(bytes).check(), check);
        assert_eq!(check.to_hex().len(), 16);
    }
}
