//! The desktop's Secret Service, reached over the session bus through `keyring`.

use std::sync::mpsc;
use std::time::Duration;

use keyring::{Entry, Error};
use zeroize::Zeroizing;

use super::{KeyProblem, KeySource};
use crate::key::StoreKey;

/// How long the service may take. A prompt for a person must not hang the start of the program.
const DEADLINE: Duration = Duration::from_secs(3);

/// What our entries are filed under.
const SERVICE: &str = "counterfoil";

/// The Secret Service of the session. Keys are kept as hexadecimal text, because KDE Wallet
/// takes only text.
///
/// The connection is made once per process: a service that was absent at the first call stays
/// absent until the program is started again.
#[derive(Debug, Clone, Copy, Default)]
pub struct SecretService;

impl SecretService {
    /// The service of this session; nothing is asked of it yet.
    #[must_use]
    pub fn new() -> Self {
        Self
    }
}

impl KeySource for SecretService {
    fn get(&self, key_id: &str) -> Result<StoreKey, KeyProblem> {
        let key_id = key_id.to_owned();
        within_deadline(move || read(&key_id))
    }

    fn put(&self, key_id: &str, key: &StoreKey) -> Result<(), KeyProblem> {
        let (key_id, key) = (key_id.to_owned(), key.clone());
        within_deadline(move || match read(&key_id) {
            Err(KeyProblem::NoEntry) => {
                let entry = Entry::new(SERVICE, &key_id).map_err(|error| problem(&error))?;
                entry.set_password(&key.to_hex()).map_err(|error| problem(&error))
            }
            Ok(_) | Err(KeyProblem::NotAKey) => Err(KeyProblem::Taken),
            Err(other) => Err(other),
        })
    }
}

fn read(key_id: &str) -> Result<StoreKey, KeyProblem> {
    let entry = Entry::new(SERVICE, key_id).map_err(|error| problem(&error))?;
    let text = Zeroizing::new(entry.get_password().map_err(|error| problem(&error))?);
    StoreKey::from_hex(&text).ok_or(KeyProblem::NotAKey)
}

/// Runs `work` on a thread of its own and waits for it no longer than [`DEADLINE`]. Work that
/// takes longer is left to end by itself; its result is dropped.
fn within_deadline<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, KeyProblem> + Send + 'static,
) -> Result<T, KeyProblem> {
    let (done, outcome) = mpsc::sync_channel(1);
    let worker = std::thread::Builder::new().name("secret-service".into());
    worker
        .spawn(move || {
            // Nobody listens any more once the deadline has passed.
            let _ = done.send(work());
        })
        .map_err(|_| KeyProblem::Absent)?;
    outcome.recv_timeout(DEADLINE).unwrap_or(Err(KeyProblem::TimedOut))
}

/// Keeps the fact and drops the rest: some of these errors carry the secret itself.
fn problem(error: &Error) -> KeyProblem {
    match error {
        Error::NoEntry => KeyProblem::NoEntry,
        Error::NoStorageAccess(_) => KeyProblem::Locked,
        Error::BadEncoding(_) | Error::BadDataFormat(..) | Error::Ambiguous(_) => {
            KeyProblem::NotAKey
        }
        // The list may grow; whatever else it is, the key cannot be had from here.
        _ => KeyProblem::Absent,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_store_that_never_answers_is_given_up_on() {
        let (_hold, never) = mpsc::channel::<()>();

        let outcome = within_deadline(move || {
            let _ = never.recv();
            Ok(())
        });

        assert_eq!(outcome, Err(KeyProblem::TimedOut));
    }
}
