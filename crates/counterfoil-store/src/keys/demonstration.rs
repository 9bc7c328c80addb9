//! The demonstration's key: a file that only its owner may read. Protects nothing on a stolen
//! disk, and the sign-in screen says so.

use std::io::{ErrorKind, Read as _, Write as _};
use std::path::{Path, PathBuf};

use zeroize::Zeroizing;

use super::{KeyProblem, KeySource};
use crate::files;
use crate::key::StoreKey;

/// The key's file, beside the database.
pub(crate) const FILE: &str = "queue.key";

/// Bytes read at most; a key has 96 and perhaps a line end.
const READ_MAX: u64 = 128;

/// `queue.key`, mode 0600. One key; the key id is not looked at.
#[derive(Debug, Clone)]
pub struct DemonstrationFile {
    path: PathBuf,
}

impl DemonstrationFile {
    /// The file in the terminal's data directory `dir`.
    #[must_use]
    pub fn new(dir: &Path) -> Self {
        Self { path: dir.join(FILE) }
    }
}

impl KeySource for DemonstrationFile {
    fn get(&self, _key_id: &str) -> Result<StoreKey, KeyProblem> {
        let file = std::fs::File::open(&self.path).map_err(|error| match error.kind() {
            ErrorKind::NotFound => KeyProblem::NoEntry,
            ErrorKind::PermissionDenied => KeyProblem::Locked,
            _ => KeyProblem::Absent,
        })?;
        let mut text = Zeroizing::new(String::with_capacity(READ_MAX as usize));
        file.take(READ_MAX).read_to_string(&mut text).map_err(|_| KeyProblem::NotAKey)?;
        StoreKey::from_hex(text.trim_end()).ok_or(KeyProblem::NotAKey)
    }

    fn put(&self, _key_id: &str, key: &StoreKey) -> Result<(), KeyProblem> {
        let mut file = files::create_private(&self.path).map_err(|error| match error.kind() {
            ErrorKind::AlreadyExists => KeyProblem::Taken,
            ErrorKind::PermissionDenied => KeyProblem::Locked,
            _ => KeyProblem::Absent,
        })?;
        let written = file.write_all(key.to_hex().as_bytes()).and_then(|()| file.sync_all());
        written.and_then(|()| files::sync_parent(&self.path)).map_err(|_| KeyProblem::Absent)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_demonstration_key_reads_back_and_is_never_replaced() {
        let dir = tempfile::tempdir().expect("a directory");
        let source = DemonstrationFile::new(dir.path());
        let key = StoreKey::from_random([1; 48]);

        source.put("k", &key).expect("there is no key yet");

        let taken = source.put("k", &StoreKey::from_random([2; 48]));
        assert_eq!(taken, Err(KeyProblem::Taken));
        assert_eq!(source.get("k").expect("it is kept").check(), key.check());
    }

    #[cfg(unix)]
    #[test]
    fn only_its_owner_may_read_the_demonstration_key() {
        use std::os::unix::fs::PermissionsExt as _;
        let dir = tempfile::tempdir().expect("a directory");
        let source = DemonstrationFile::new(dir.path());

        source.put("k", &StoreKey::from_random([1; 48])).expect("there is no key yet");

        let mode = std::fs::metadata(dir.path().join(FILE)).expect("it is there").permissions();
        assert_eq!(mode.mode() & 0o777, 0o600);
    }

    #[test]
    fn a_missing_key_file_and_a_spoilt_one_are_told_apart() {
        let dir = tempfile::tempdir().expect("a directory");
        let source = DemonstrationFile::new(dir.path());
        assert_eq!(source.get("k").err(), Some(KeyProblem::NoEntry));

        std::fs::write(dir.path().join(FILE), "not a key").expect("the directory is writable");

        assert_eq!(source.get("k").err(), Some(KeyProblem::NotAKey));
    }
}
