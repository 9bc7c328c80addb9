//! What can go wrong at the department, for its own log.

/// Internal detail. A terminal is only ever told a problem type.
#[derive(Debug, thiserror::Error)]
pub enum DepartmentError {
    /// There is no department in this directory.
    #[error("there is no department in this directory")]
    NotSetUp,
    /// The directory cannot be made or read.
    #[error("the department's directory cannot be used")]
    Directory(#[source] std::io::Error),
    /// The database refused.
    #[error("the department's database cannot be read or written")]
    Database(#[from] rusqlite::Error),
    /// The database was written by a newer program.
    #[error("the database is at version {found}; this program knows up to {known}")]
    NewerFile {
        /// The file's version.
        found: i64,
        /// The newest version that this program knows.
        known: i64,
    },
    /// A kept key is no key.
    #[error("a key in the database is no key")]
    Key,
    /// A service definition that ships is broken.
    #[error("a service definition is broken")]
    Definitions,
    /// The system has no random bytes to give.
    #[error("the system's random source failed")]
    Random,
    /// No free reference was found.
    #[error("no free reference was found")]
    ReferencesSpent,
    /// The network socket failed.
    #[error("the network socket failed")]
    Network(#[source] std::io::Error),
}
