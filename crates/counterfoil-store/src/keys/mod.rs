//! Where the database's key is kept. Fixed at set-up and never switched by the program.

mod demonstration;
mod secret_service;

use std::path::Path;

use serde::{Deserialize, Serialize};

pub use demonstration::DemonstrationFile;
pub use secret_service::SecretService;

use crate::key::StoreKey;

/// A place that keeps keys. Two implementations: the desktop's Secret Service and, in
/// demonstration mode only, a file.
pub trait KeySource: Send + Sync {
    /// The key kept under `key_id`.
    ///
    /// # Errors
    /// [`KeyProblem`]. [`KeyProblem::NoEntry`] never means "first run": a keyring that was not
    /// unlocked says the same.
    fn get(&self, key_id: &str) -> Result<StoreKey, KeyProblem>;

    /// Keeps `key` under `key_id`, durably, before the first row is written with it.
    ///
    /// # Errors
    /// [`KeyProblem`]. A key that is kept already is never replaced.
    fn put(&self, key_id: &str, key: &StoreKey) -> Result<(), KeyProblem>;
}

/// Which [`KeySource`] a terminal was set up with; recorded in `terminal.json`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum KeySourceKind {
    /// The desktop's Secret Service (GNOME Keyring, KDE Wallet).
    SecretService,
    /// `queue.key` beside the database. Protects nothing; demonstration mode only.
    DemonstrationFile,
}

impl KeySourceKind {
    /// The source itself, for the terminal in `dir`.
    #[must_use]
    pub fn source(self, dir: &Path) -> Box<dyn KeySource> {
        match self {
            Self::SecretService => Box::new(SecretService::new()),
            Self::DemonstrationFile => Box::new(DemonstrationFile::new(dir)),
        }
    }
}

/// Why a key could not be had. Holds nothing that a key store said: its errors may carry secrets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum KeyProblem {
    /// The source answers and has no key under this id: wiped, not unlocked yet, or another
    /// user's.
    #[error("the key store has no such key")]
    NoEntry,
    /// The source is there and locked, or has nowhere to keep a key.
    #[error("the key store is locked")]
    Locked,
    /// There is no such source here: no session bus, no service.
    #[error("there is no key store")]
    Absent,
    /// The source did not answer in time, perhaps because it waits for a person.
    #[error("the key store does not answer")]
    TimedOut,
    /// What is kept there is not a key.
    #[error("what the key store has is not a key")]
    NotAKey,
    /// A key is kept under this id already; it was left as it was.
    #[error("the key store has a key under this id already")]
    Taken,
}
