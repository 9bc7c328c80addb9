//! Table `print`: every time a receipt was handed to a printer, and what came of it.

use counterfoil_queue::event::{EventKind, NewEvent};
use counterfoil_queue::ids::SubmissionId;
use counterfoil_queue::time::UnixMillis;
use rusqlite::{Connection, OptionalExtension as _, Row, named_params};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::deliver::Act;
use crate::error::StoreError;
use crate::store::Store;
use crate::{event, receipt, row};

/// Prints of one receipt that are listed at most.
const LIST_MAX: u32 = 1000;

/// What came of a print.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PrintOutcome {
    /// The printer says it came out.
    Printed,
    /// It did not come out, or not whole.
    Failed {
        /// Why, in a printer's code such as `media-empty`; no personal data.
        reason: String,
    },
    /// It was written to a file instead.
    Saved,
}

/// Where a print stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PrintState {
    /// Handed over; after a crash this means "unknown".
    Queued,
    /// It came out.
    Printed,
    /// It did not come out, or not whole.
    Failed,
    /// It was written to a file.
    Saved,
}

/// One print of a receipt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Print {
    /// 0 for the original, n for COPY n.
    pub copy_number: u32,
    /// Where it stands.
    pub state: PrintState,
    /// The printer's name.
    pub printer: String,
    /// Why it failed.
    pub reason: Option<String>,
    /// When it was handed over.
    pub queued: UnixMillis,
}

impl Store {
    /// A receipt is about to be handed to `printer`. Returns its copy number: 0 for the
    /// original, and from then on n for COPY n, whatever came of the ones before, because paper
    /// may have come out.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is no such receipt.
    pub fn print_started(&self, receipt: Uuid, printer: &str, act: Act) -> Result<u32, StoreError> {
        self.write(|tx| {
            let submission = receipt::submission_of(tx, receipt)?;
            let copy = next_copy(tx, receipt)?;
            insert(tx, receipt, copy, printer, act.stamp.wall)?;
            let body = serde_json::json!({ "receipt": receipt, "copy": copy, "printer": printer });
            append(tx, act, EventKind::ReceiptQueued, submission, &body)?;
            Ok(copy)
        })
    }

    /// What came of a print. A failure may yet turn out to have come out, when somebody looks.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when no such print is open.
    pub fn print_settled(
        &self,
        receipt: Uuid,
        copy: u32,
        outcome: &PrintOutcome,
        act: Act,
    ) -> Result<(), StoreError> {
        let (state, kind, reason) = match outcome {
            PrintOutcome::Printed => (PrintState::Printed, EventKind::ReceiptPrinted, None),
            PrintOutcome::Saved => (PrintState::Saved, EventKind::ReceiptSaved, None),
            PrintOutcome::Failed { reason } => {
                (PrintState::Failed, EventKind::ReceiptFailed, Some(reason.as_str()))
            }
        };
        self.write(|tx| {
            let submission = receipt::submission_of(tx, receipt)?;
            settle(tx, (receipt, copy), state, reason, act.stamp.wall)?;
            let body = serde_json::json!({ "receipt": receipt, "copy": copy, "reason": reason });
            append(tx, act, kind, submission, &body)
        })
    }

    /// Every print of a receipt, the original first.
    ///
    /// # Errors
    /// The database's.
    pub fn prints(&self, receipt: Uuid) -> Result<Vec<Print>, StoreError> {
        const SQL: &str = "
            SELECT copy_number, state, printer, reason, queued_ms
            FROM print WHERE receipt = :receipt ORDER BY copy_number LIMIT :limit";
        self.read(|conn| {
            let mut stmt = conn.prepare_cached(SQL)?;
            let params = named_params! { ":receipt": receipt.to_string(), ":limit": LIST_MAX };
            let mut rows = stmt.query(params)?;
            let mut prints = Vec::new();
            while let Some(row) = rows.next()? {
                prints.push(from_row(row)?);
            }
            Ok(prints)
        })
    }

    /// How often a submission's receipt came out of a printer or was saved.
    ///
    /// # Errors
    /// The database's.
    pub fn receipts_made(&self, id: SubmissionId) -> Result<u32, StoreError> {
        const SQL: &str = "
            SELECT count(*) FROM print AS p
            JOIN receipt AS r ON r.id = p.receipt
            JOIN submission AS s ON s.sequence = r.submission
            WHERE s.id = :id AND p.state IN ('printed', 'saved')";
        self.read(|conn| {
            let mut stmt = conn.prepare_cached(SQL)?;
            Ok(stmt.query_row(named_params! { ":id": id.to_string() }, |row| row.get(0))?)
        })
    }
}

fn next_copy(conn: &Connection, receipt: Uuid) -> Result<u32, StoreError> {
    const SQL: &str = "SELECT max(copy_number) + 1 FROM print WHERE receipt = :receipt";
    let mut stmt = conn.prepare_cached(SQL)?;
    let params = named_params! { ":receipt": receipt.to_string() };
    let next: Option<Option<u32>> = stmt.query_row(params, |row| row.get(0)).optional()?;
    Ok(next.flatten().unwrap_or(0))
}

fn insert(
    tx: &Connection,
    receipt: Uuid,
    copy: u32,
    printer: &str,
    queued: UnixMillis,
) -> Result<(), StoreError> {
    const SQL: &str = "
        INSERT INTO print (receipt, copy_number, state, printer, queued_ms)
        VALUES (:receipt, :copy, 'queued', :printer, :queued_ms)";
    tx.prepare_cached(SQL)?.execute(named_params! {
        ":receipt": receipt.to_string(),
        ":copy": copy,
        ":printer": printer,
        ":queued_ms": queued.0,
    })?;
    Ok(())
}

fn settle(
    tx: &Connection,
    (receipt, copy): (Uuid, u32),
    state: PrintState,
    reason: Option<&str>,
    settled: UnixMillis,
) -> Result<(), StoreError> {
    const SQL: &str = "
        UPDATE print SET state = :state, reason = :reason, settled_ms = :settled_ms
        WHERE receipt = :receipt AND copy_number = :copy AND state IN ('queued', 'failed')";
    let changed = tx.prepare_cached(SQL)?.execute(named_params! {
        ":receipt": receipt.to_string(),
        ":copy": copy,
        ":state": row::to_word(&state, "print state")?,
        ":reason": reason,
        ":settled_ms": settled.0,
    })?;
    if changed == 0 { Err(StoreError::NotFound("open print")) } else { Ok(()) }
}

fn append(
    tx: &Connection,
    act: Act,
    kind: EventKind,
    submission: String,
    body: &serde_json::Value,
) -> Result<(), StoreError> {
    let subject = Some(submission);
    event::append(tx, NewEvent { subject, body: body.to_string(), ..act.does(kind) })?;
    Ok(())
}

fn from_row(row: &Row<'_>) -> Result<Print, StoreError> {
    Ok(Print {
        copy_number: row.get(0)?,
        state: row::from_word(row.get(1)?, "print state")?,
        printer: row.get(2)?,
        reason: row.get(3)?,
        queued: UnixMillis(row.get(4)?),
    })
}

#[cfg(test)]
#[path = "print_tests.rs"]
mod tests;
