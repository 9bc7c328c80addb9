//! One program at a time: the lock on `terminal.lock`.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{Read as _, Seek as _, Write as _};
use std::path::Path;

use crate::error::StoreError;
use crate::files;

/// The lock's file. It holds the owner's process id and is never deleted: the lock is the
/// operating system's, and ends with the process however that ends.
const FILE: &str = "terminal.lock";

/// Held for as long as the database is open.
#[derive(Debug)]
pub(crate) struct TerminalLock {
    _file: File,
}

impl TerminalLock {
    /// Takes the lock of the terminal in `dir`.
    ///
    /// # Errors
    /// [`StoreError::InUse`] when another program, or this one, holds it.
    pub(crate) fn take(dir: &Path) -> Result<Self, StoreError> {
        let path = dir.join(FILE);
        let mut options = OpenOptions::new();
        options.read(true).write(true).create(true).truncate(false);
        let mut file = files::private(&mut options).open(&path).map_err(StoreError::file(&path))?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                return Err(StoreError::InUse { pid: owner(&mut file) });
            }
            Err(TryLockError::Error(error)) => return Err(StoreError::file(&path)(error)),
        }
        // The process id is for people; the lock holds without it, on a full disk too.
        let _ = file.set_len(0).and_then(|()| file.write_all(pid_line().as_bytes()));
        Ok(Self { _file: file })
    }
}

fn pid_line() -> String {
    format!("{}\n", std::process::id())
}

fn owner(file: &mut File) -> Option<u32> {
    let mut text = String::new();
    file.rewind().ok()?;
    file.take(32).read_to_string(&mut text).ok()?;
    text.trim().parse().ok()
}
