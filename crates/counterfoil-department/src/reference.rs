//! The department's own references, such as `DVLA-7F3K-22QX`, and enrolment codes.
//!
//! Random, so that no counter is shared between intake processes and nothing can be guessed by
//! counting; the database's unique index settles the rare clash.

use crate::error::DepartmentError;

/// Crockford's base 32: no I, L, O or U.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// A fresh reference of the series `prefix`: 40 random bits.
pub(crate) fn random_reference(prefix: &str) -> Result<String, DepartmentError> {
    let [a, b] = [random_group()?, random_group()?];
    Ok(format!("{prefix}-{a}-{b}"))
}

/// A fresh enrolment code: 80 random bits.
pub(crate) fn random_code() -> Result<String, DepartmentError> {
    let groups: Result<Vec<String>, _> = std::iter::repeat_with(random_group).take(4).collect();
    Ok(groups?.join("-"))
}

/// Fresh random bytes for a key.
pub(crate) fn random_bytes<const N: usize>() -> Result<[u8; N], DepartmentError> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|_| DepartmentError::Random)?;
    Ok(bytes)
}

fn random_group() -> Result<String, DepartmentError> {
    let bytes: [u8; 4] = random_bytes()?;
    let symbol = |byte: u8| ALPHABET.get(usize::from(byte & 31)).copied().unwrap_or(b'0');
    Ok(bytes.into_iter().map(|byte| char::from(symbol(byte))).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reference_is_two_groups_of_four_behind_the_departments_prefix() {
        let reference = random_reference("DVLA").expect("the system has random bytes");

        let groups: Vec<&str> = reference.split('-').collect();
        assert_eq!(groups[0], "DVLA");
        assert_eq!(groups[1..].iter().map(|group| group.len()).collect::<Vec<_>>(), [4, 4]);
        assert!(groups[1..].concat().bytes().all(|byte| ALPHABET.contains(&byte)));
        assert_ne!(reference, random_reference("DVLA").expect("the system has random bytes"));
    }
}
