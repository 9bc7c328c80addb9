//! `terminal.json`: what must be known before the database can be opened. Nothing secret.

use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::error::StoreError;
use crate::files;
use crate::keys::KeySourceKind;

/// The file's name.
pub(crate) const FILE: &str = "terminal.json";

/// Bytes read at most; the file has a few hundred.
const READ_MAX: u64 = 64 * 1024;

/// How this terminal was set up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Provisioning {
    /// Shape of this file; 1.
    pub format: u32,
    /// Where the key is kept. Never switched by the program.
    pub key_source: KeySourceKind,
    /// The key's name there.
    pub key_id: String,
    /// [`crate::KeyCheck`] of the key, 16 hexadecimal digits.
    pub key_check: String,
    /// Set up for demonstration: invented people, a key file.
    pub demonstration: bool,
}

impl Provisioning {
    /// The record in `dir`, or `None` when there is no file.
    ///
    /// # Errors
    /// [`StoreError::ProvisioningLost`] when it is there and cannot be understood.
    pub fn read(dir: &Path) -> Result<Option<Self>, StoreError> {
        use std::io::Read as _;
        let path = dir.join(FILE);
        let file = match std::fs::File::open(&path) {
            Ok(file) => file,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(StoreError::file(&path)(error)),
        };
        let mut bytes = Vec::new();
        file.take(READ_MAX).read_to_end(&mut bytes).map_err(StoreError::file(&path))?;
        let read: Self =
            serde_json::from_slice(&bytes).map_err(|_| StoreError::ProvisioningLost)?;
        if read.format == 1 { Ok(Some(read)) } else { Err(StoreError::ProvisioningLost) }
    }

    /// Writes the record, durably and at once.
    pub(crate) fn write(&self, dir: &Path) -> Result<(), StoreError> {
        let path = dir.join(FILE);
        let mut text =
            serde_json::to_vec_pretty(self).map_err(|_| StoreError::Unreadable("terminal.json"))?;
        text.push(b'\n');
        files::replace(&path, &text).map_err(StoreError::file(&path))
    }
}
