//! Randomness from the operating system, taken in this one place.

/// `N` random bytes.
///
/// # Panics
/// When the operating system has no randomness to give: nothing here is safe without it.
pub(crate) fn bytes<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).expect("the operating system gives random bytes");
    bytes
}
