//! Table `receipt`: what the person was given, without their answers. Never changed.

use counterfoil_queue::event::Hash;
use counterfoil_queue::ids::{Sequence, SubmissionId};
use counterfoil_queue::time::UnixMillis;
use rusqlite::{Connection, OptionalExtension as _, Row, named_params};
use uuid::Uuid;

use crate::error::StoreError;
use crate::row;
use crate::store::Store;

/// Bytes of a receipt's content at most.
const CONTENT_MAX: usize = 64 * 1024;

/// A receipt as it was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    /// Its id; with a copy number, a print job's id.
    pub id: Uuid,
    /// What it is, such as `recorded`.
    pub kind: String,
    /// What it says, JSON, without answers.
    pub content: String,
    /// SHA-256 of `content`.
    pub content_hash: Hash,
    /// When it was made.
    pub made: UnixMillis,
}

impl Store {
    /// The receipt that was made when the submission was recorded.
    ///
    /// # Errors
    /// The database's.
    pub fn receipt_for(&self, id: SubmissionId) -> Result<Option<Receipt>, StoreError> {
        const SQL: &str = "
            SELECT r.id, r.kind, r.content, r.content_hash, r.made_ms
            FROM receipt AS r JOIN submission AS s ON s.sequence = r.submission
            WHERE s.id = :id AND r.kind = 'recorded'";
        self.read(|conn| {
            let mut stmt = conn.prepare_cached(SQL)?;
            let params = named_params! { ":id": id.to_string() };
            stmt.query_row(params, |row| Ok(from_row(row))).optional()?.transpose()
        })
    }
}

/// Writes a receipt, once.
pub(crate) fn insert(
    tx: &Connection,
    sequence: Sequence,
    receipt: &Receipt,
) -> Result<(), StoreError> {
    const SQL: &str = "
        INSERT INTO receipt (id, submission, kind, content, content_hash, made_ms)
        VALUES (:id, :submission, :kind, :content, :content_hash, :made_ms)";
    row::check_length("receipt", receipt.content.as_bytes(), CONTENT_MAX)?;
    tx.prepare_cached(SQL)?.execute(named_params! {
        ":id": receipt.id.to_string(),
        ":submission": row::signed(sequence.0),
        ":kind": receipt.kind,
        ":content": receipt.content,
        ":content_hash": receipt.content_hash.0,
        ":made_ms": receipt.made.0,
    })?;
    Ok(())
}

/// The id of the submission that a receipt is for.
pub(crate) fn submission_of(conn: &Connection, receipt: Uuid) -> Result<String, StoreError> {
    const SQL: &str = "
        SELECT s.id FROM receipt AS r JOIN submission AS s ON s.sequence = r.submission
        WHERE r.id = :id";
    let mut stmt = conn.prepare_cached(SQL)?;
    let found = stmt.query_row(named_params! { ":id": receipt.to_string() }, |row| row.get(0));
    found.optional()?.ok_or(StoreError::NotFound("receipt"))
}

fn from_row(row: &Row<'_>) -> Result<Receipt, StoreError> {
    let id: String = row.get(0)?;
    Ok(Receipt {
        id: id.parse().map_err(|_| StoreError::Unreadable("receipt id"))?,
        kind: row.get(1)?,
        content: row.get(2)?,
        content_hash: row::hash(row, 3)?,
        made: UnixMillis(row.get(4)?),
    })
}
