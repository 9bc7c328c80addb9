//! Staff PINs: hashed with Argon2id, checked in the same time for known and unknown numbers.
//!
//! Hashing cannot save a short PIN from someone who holds the hash: the hash stays inside the
//! encrypted database, and tries are counted before they are judged (see `session`).

use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};

/// 64 MiB, three passes, one lane: RFC 9106's second choice for one lane of work.
const MEMORY_KIB: u32 = 64 * 1024;
const PASSES: u32 = 3;

/// The longest PIN that is looked at, in bytes; longer ones are wrong without being hashed.
const PIN_BYTES_MAX: usize = 64;

/// Hashes `pin` into a PHC string with its parameters and a fresh 16-byte salt.
///
/// # Panics
/// Never with the parameters above, which the library accepts.
pub(crate) fn hash(pin: &str) -> String {
    hasher()
        .hash_password_with_salt(pin.as_bytes(), &crate::random::bytes::<16>())
        .expect("the parameters and the salt are valid")
        .to_string()
}

/// Whether `pin` is the one hashed in `kept`. With nothing kept, the same work is done and the
/// answer is no.
pub(crate) fn verify(pin: &str, kept: Option<&str>) -> bool {
    if pin.len() > PIN_BYTES_MAX {
        return false;
    }
    match kept.map(PasswordHash::new) {
        Some(Ok(parsed)) => hasher().verify_password(pin.as_bytes(), &parsed).is_ok(),
        Some(Err(_)) | None => {
            let _same_work = hash(pin);
            false
        }
    }
}

fn hasher() -> Argon2<'static> {
    let params = Params::new(MEMORY_KIB, PASSES, 1, None).unwrap_or_default();
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_right_pin_verifies() {
        let kept = hash("73190482");

        assert!(kept.starts_with("$argon2id$v=19$m=65536,t=3,p=1$"));
        assert!(verify("73190482", Some(&kept)));
        assert!(!verify("73190483", Some(&kept)));
        assert!(!verify("73190482", None));
        assert!(!verify(&"7".repeat(65), Some(&kept)));
    }
}
