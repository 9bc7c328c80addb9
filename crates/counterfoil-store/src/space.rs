//! Room on the disk, looked at before a form starts rather than when it is recorded.

use std::path::Path;

use crate::error::StoreError;

/// Below this many free bytes no new form is started: 64 MiB, room for thousands of submissions
/// already under way and for the log.
pub const SPACE_MIN: u64 = 64 * 1024 * 1024;

/// Free bytes for this user on the disk that holds `dir`.
///
/// # Errors
/// [`StoreError::File`] when the disk cannot be asked.
pub fn free_space(dir: &Path) -> Result<u64, StoreError> {
    fs4::available_space(dir).map_err(StoreError::file(dir))
}

/// Whether no new form may be started.
///
/// # Errors
/// As [`free_space`].
pub fn is_nearly_full(dir: &Path) -> Result<bool, StoreError> {
    Ok(free_space(dir)? < SPACE_MIN)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_disk_that_cannot_be_asked_is_an_error_not_a_full_disk() {
        let dir = tempfile::tempdir().expect("a directory");

        assert!(free_space(dir.path()).expect("it is there") > 0);
        assert!(is_nearly_full(&dir.path().join("gone")).is_err());
    }
}
