//! Table `sealed`: what is sent, which only the department can open. The same bytes go out on
//! every try, and are kept after the acknowledgement for a department restored from a backup.

use counterfoil_queue::event::Hash;
use counterfoil_queue::ids::{Sequence, SubmissionId};
use rusqlite::{Connection, OptionalExtension as _, named_params};

use crate::error::StoreError;
use crate::store::Store;
use crate::{row, submission};

/// Bytes of a sealed package at most: the readable part and room for its wrapping.
const PACKAGE_MAX: usize = 4 * 1024 * 1024;

/// A sealed submission.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sealed {
    /// The bytes to send.
    pub package: Vec<u8>,
    /// SHA-256 of the package.
    pub digest: Hash,
}

impl Sealed {
    /// `package` with its digest.
    #[must_use]
    pub fn new(package: Vec<u8>) -> Self {
        Self { digest: Hash::of(&package), package }
    }
}

impl Store {
    /// What is sent for this submission, once it has been sealed.
    ///
    /// # Errors
    /// The database's.
    pub fn sealed(&self, id: SubmissionId) -> Result<Option<Sealed>, StoreError> {
        const SQL: &str = "
            SELECT e.package, e.digest
            FROM sealed AS e JOIN submission AS s ON s.sequence = e.submission
            WHERE s.id = :id";
        self.read(|conn| {
            let mut stmt = conn.prepare_cached(SQL)?;
            let found = stmt.query_row(named_params! { ":id": id.to_string() }, |row| {
                Ok(Sealed { package: row.get(0)?, digest: row::hash(row, 1)? })
            });
            Ok(found.optional()?)
        })
    }

    /// Keeps what will be sent, once and for all. [`Store::begin_attempt`] can do the same in
    /// the transaction of the first try.
    ///
    /// # Errors
    /// [`StoreError::AlreadyExists`] when it has been sealed; [`StoreError::NotFound`].
    pub fn put_sealed(&self, id: SubmissionId, sealed: &Sealed) -> Result<(), StoreError> {
        self.write(|tx| insert(tx, submission::sequence_of(tx, id)?, sealed))
    }
}

/// Writes the package, once.
pub(crate) fn insert(
    tx: &Connection,
    sequence: Sequence,
    sealed: &Sealed,
) -> Result<(), StoreError> {
    const SQL: &str = "
        INSERT INTO sealed (submission, digest, package) VALUES (:submission, :digest, :package)";
    row::check_length("sealed package", &sealed.package, PACKAGE_MAX)?;
    if digest(tx, sequence)?.is_some() {
        return Err(StoreError::AlreadyExists("sealed package"));
    }
    tx.prepare_cached(SQL)?.execute(named_params! {
        ":submission": row::signed(sequence.0),
        ":digest": sealed.digest.0,
        ":package": sealed.package,
    })?;
    Ok(())
}

/// The digest of what is sent, once it has been sealed.
pub(crate) fn digest(conn: &Connection, sequence: Sequence) -> Result<Option<Hash>, StoreError> {
    const SQL: &str = "SELECT digest FROM sealed WHERE submission = :submission";
    let mut stmt = conn.prepare_cached(SQL)?;
    let params = named_params! { ":submission": row::signed(sequence.0) };
    Ok(stmt.query_row(params, |row| row::hash(row, 0)).optional()?)
}
