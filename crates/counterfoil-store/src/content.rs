//! Table `submission_content`: the readable part of a submission, erased when the department
//! has acknowledged it.

use counterfoil_queue::ids::{Sequence, SubmissionId};
use rusqlite::{Connection, OptionalExtension as _, named_params};
use zeroize::{Zeroize, ZeroizeOnDrop};

use crate::error::StoreError;
use crate::row;
use crate::store::Store;

/// Bytes of each readable part at most.
pub(crate) const CONTENT_MAX: usize = 1024 * 1024;

/// What the person told us. Wiped from memory when dropped; never shown in a log.
#[derive(Clone, PartialEq, Eq, Zeroize, ZeroizeOnDrop)]
pub struct Content {
    /// The answers, canonical JSON.
    pub answers: String,
    /// Who typed and who confirmed each answer, JSON.
    pub provenance: String,
    /// Questions and answers as the receipt shows them, JSON.
    pub receipt_rows: String,
}

impl Store {
    /// What was answered, or `None` once it has been erased.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there never was such a submission.
    pub fn content(&self, id: SubmissionId) -> Result<Option<Content>, StoreError> {
        const SQL: &str = "
            SELECT c.answers, c.provenance, c.receipt_rows
            FROM submission AS s LEFT JOIN submission_content AS c ON c.submission = s.sequence
            WHERE s.id = :id";
        self.read(|conn| {
            let mut stmt = conn.prepare_cached(SQL)?;
            let found = stmt.query_row(named_params! { ":id": id.to_string() }, |row| {
                let Some(answers) = row.get(0)? else { return Ok(None) };
                Ok(Some(Content { answers, provenance: row.get(1)?, receipt_rows: row.get(2)? }))
            });
            found.optional()?.ok_or(StoreError::NotFound("submission"))
        })
    }
}

/// Writes the readable part, once.
pub(crate) fn insert(
    tx: &Connection,
    sequence: Sequence,
    content: &Content,
) -> Result<(), StoreError> {
    const SQL: &str = "
        INSERT INTO submission_content (submission, answers, provenance, receipt_rows)
        VALUES (:submission, :answers, :provenance, :receipt_rows)";
    row::check_length("answers", content.answers.as_bytes(), CONTENT_MAX)?;
    row::check_length("provenance", content.provenance.as_bytes(), CONTENT_MAX)?;
    row::check_length("receipt rows", content.receipt_rows.as_bytes(), CONTENT_MAX)?;
    tx.prepare_cached(SQL)?.execute(named_params! {
        ":submission": row::signed(sequence.0),
        ":answers": content.answers,
        ":provenance": content.provenance,
        ":receipt_rows": content.receipt_rows,
    })?;
    Ok(())
}

/// Erases the readable part. The database refuses unless the submission is acknowledged.
pub(crate) fn erase(tx: &Connection, sequence: Sequence) -> Result<(), StoreError> {
    const SQL: &str = "DELETE FROM submission_content WHERE submission = :submission";
    tx.prepare_cached(SQL)?.execute(named_params! { ":submission": row::signed(sequence.0) })?;
    Ok(())
}
