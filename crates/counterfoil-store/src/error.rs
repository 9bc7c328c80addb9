//! What can go wrong in the store, with the facts and without personal data.

use std::path::{Path, PathBuf};

use counterfoil_queue::delivery::IllegalStep;
use counterfoil_queue::event::BrokenLink;

use crate::keys::KeyProblem;

/// Why the store did not do what was asked. Nothing was changed unless a variant says so.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// Another program, or another part of this one, has the terminal's database open.
    #[error("the terminal's database is in use by process {pid:?}")]
    InUse {
        /// Its process id, when it could be read.
        pid: Option<u32>,
    },
    /// There is nothing here: the terminal has not been set up.
    #[error("no terminal has been set up in this directory")]
    NotSetUp,
    /// There is a terminal here already; it is not set up a second time.
    #[error("a terminal has been set up in this directory already")]
    AlreadySetUp,
    /// A key file beside the database protects nothing and is for demonstration only.
    #[error("a key file is for demonstration terminals only")]
    DemonstrationOnly,
    /// There is a database but `terminal.json` is gone or unreadable. No new key is ever made.
    #[error("the database is there, but terminal.json is missing or unreadable")]
    ProvisioningLost,
    /// `terminal.json` is there and the database is gone. No new one is ever made.
    #[error("terminal.json is there, but the database is missing")]
    DatabaseMissing,
    /// The key is not this database's key. The file was not touched.
    #[error("this is not the key of this database")]
    WrongKey,
    /// The key could not be had from where it is kept.
    #[error("the database's key cannot be had")]
    KeyUnavailable(#[from] KeyProblem),
    /// The database is damaged. It was set aside with its `-wal` and `-shm`, not deleted.
    #[error("the database is damaged; it was set aside, not deleted")]
    Damaged {
        /// Where the main file is now.
        moved_to: PathBuf,
    },
    /// The database was written by a newer program. It was not touched.
    #[error("the database is at version {found}; this program knows up to {known}")]
    NewerFile {
        /// The file's version.
        found: usize,
        /// The last version this program knows.
        known: usize,
    },
    /// The disk is full.
    #[error("the disk is full")]
    DiskFull,
    /// The database library is not one this program was checked with.
    #[error("{library} is {found}, which is not {wanted}")]
    Version {
        /// Which library.
        library: &'static str,
        /// What is linked.
        found: String,
        /// What must be.
        wanted: &'static str,
    },
    /// A setting that durability or secrecy rests on did not take.
    #[error("the setting {name} is {found:?}")]
    Setting {
        /// The pragma.
        name: &'static str,
        /// What it reads as.
        found: String,
    },
    /// There is no such row.
    #[error("there is no such {0}")]
    NotFound(&'static str),
    /// Something that is made once exists already.
    #[error("there is a {0} already")]
    AlreadyExists(&'static str),
    /// A try may not start before the sealed envelope is kept: every try sends the same bytes.
    #[error("the submission has not been sealed")]
    NotSealed,
    /// A value is longer than the store keeps.
    #[error("{what} is longer than {limit} bytes")]
    TooLong {
        /// Which value.
        what: &'static str,
        /// The limit in bytes.
        limit: usize,
    },
    /// A stored value cannot be read as what it is.
    #[error("a stored {0} cannot be read")]
    Unreadable(&'static str),
    /// The submission's state does not allow it.
    #[error(transparent)]
    Step(#[from] IllegalStep),
    /// The log does not hold together.
    #[error("the log is broken")]
    Log(#[from] BrokenLink),
    /// A file could not be read or written.
    #[error("cannot use {path}")]
    File {
        /// Which file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// The database could not be read or written.
    #[error("cannot read or write the database")]
    Database(#[source] rusqlite::Error),
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(rusqlite::ErrorCode::DiskFull) => Self::DiskFull,
            _ => Self::Database(error),
        }
    }
}

impl StoreError {
    /// For `map_err` on file operations.
    pub(crate) fn file(path: &Path) -> impl FnOnce(std::io::Error) -> Self {
        let path = path.to_path_buf();
        move |source| match source.kind() {
            std::io::ErrorKind::StorageFull => Self::DiskFull,
            _ => Self::File { path, source },
        }
    }

    /// Whether the database said that its bytes are not what was written.
    pub(crate) fn is_damage(&self) -> bool {
        use rusqlite::ErrorCode::{DatabaseCorrupt, NotADatabase};
        match self {
            Self::Damaged { .. } => true,
            Self::Database(error) => {
                matches!(error.sqlite_error_code(), Some(NotADatabase | DatabaseCorrupt))
            }
            _ => false,
        }
    }
}
