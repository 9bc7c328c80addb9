//! The terminal's ledger: one encrypted database, one writer, and the keys that open it.
//!
//! The only crate with rusqlite and SQLCipher. Time and randomness are passed in; every act and
//! its event are one transaction (law 4), and nothing recorded is ever deleted or rewritten
//! (law 1). Calls block: run them off the asynchronous threads. Start reading at
//! [`Store::create`], [`Store::open`] and [`Store::record`].

mod connection;
mod content;
mod deliver;
mod delivery;
mod department;
mod error;
mod event;
mod files;
mod integrity;
mod key;
mod keys;
mod lock;
mod migrate;
mod print;
mod provisioning;
mod receipt;
mod record;
mod row;
mod sealed;
mod space;
mod staff;
mod store;
mod submission;
mod terminal;

#[cfg(test)]
mod test_support;

pub use content::Content;
pub use deliver::{Act, Outcome};
pub use delivery::Counts;
pub use department::Department;
pub use error::StoreError;
pub use event::{LogHead, LoggedEvent};
pub use key::{KeyCheck, StoreKey};
pub use keys::{DemonstrationFile, KeyProblem, KeySource, KeySourceKind, SecretService};
pub use print::{Print, PrintOutcome, PrintState};
pub use provisioning::Provisioning;
pub use receipt::Receipt;
pub use record::{Made, NewSubmission, Recorded};
pub use sealed::Sealed;
pub use space::{SPACE_MIN, free_space, is_nearly_full};
pub use staff::{SignInLock, Staff, StaffRole};
pub use store::Store;
pub use submission::Submission;
pub use terminal::{SigningSeed, Terminal, TerminalSetUp};
