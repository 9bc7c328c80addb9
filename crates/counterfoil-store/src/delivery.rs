//! Table `delivery`: where each submission stands, as [`Delivery`] says.

use counterfoil_queue::delivery::Delivery;
use counterfoil_queue::ids::{Sequence, SubmissionId};
use counterfoil_queue::retry::WAIT_MAX;
use counterfoil_queue::time::UnixMillis;
use rusqlite::{Connection, OptionalExtension as _, Row, named_params};

use crate::error::StoreError;
use crate::row;
use crate::store::Store;

/// How many submissions stand where. `recorded` is counted by itself, so that the others can be
/// held against it (law 8).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Ever recorded.
    pub recorded: u64,
    /// Waiting for the department, a try under way included.
    pub waiting: u64,
    /// Received by the department.
    pub acknowledged: u64,
    /// Needs a person.
    pub needs_attention: u64,
}

/// Walks what waits in the order of its index and stops at the first that fits, so that nothing
/// is sorted. Without `INDEXED BY` SQLite collects every waiting row by its state first.
const NEXT_DUE: &str = "
    SELECT s.id
    FROM delivery AS d INDEXED BY delivery_due
        CROSS JOIN submission AS s ON s.sequence = d.submission
    WHERE d.state = 'waiting' AND (d.due_ms <= :now OR d.due_ms > :latest)
      AND s.department = :department
    ORDER BY d.due_ms, d.submission
    LIMIT 1";

impl Store {
    /// Of the submissions for `department`, the one that has been due longest, if any is due at
    /// `now`. What waits for other departments is passed over, however long it has waited.
    ///
    /// No wait is longer than [`WAIT_MAX`], so what is due later than that was planned by a
    /// clock that has since been put back, and is due too.
    ///
    /// # Errors
    /// The database's.
    pub fn next_due(
        &self,
        department: &str,
        now: UnixMillis,
    ) -> Result<Option<SubmissionId>, StoreError> {
        let latest = now.plus_millis(wait_max_ms()).0;
        self.read(|conn| {
            let mut stmt = conn.prepare_cached(NEXT_DUE)?;
            let params =
                named_params! { ":department": department, ":now": now.0, ":latest": latest };
            let id: Option<String> = stmt.query_row(params, |row| row.get(0)).optional()?;
            id.map(|id| id.parse().map_err(|_| StoreError::Unreadable("id"))).transpose()
        })
    }

    /// Makes everything that waits for `department` due at `now`, because it answers again.
    /// Returns how many became due. Not an event: nothing was tried and nothing changed hands.
    ///
    /// # Errors
    /// The database's.
    pub fn release_offline(&self, department: &str, now: UnixMillis) -> Result<usize, StoreError> {
        const SQL: &str = "
            UPDATE delivery INDEXED BY delivery_due SET due_ms = :now
            WHERE state = 'waiting' AND due_ms > :now
              AND (SELECT s.department FROM submission AS s
                   WHERE s.sequence = delivery.submission) = :department";
        let params = named_params! { ":department": department, ":now": now.0 };
        self.write(|tx| Ok(tx.prepare_cached(SQL)?.execute(params)?))
    }

    /// How many submissions stand where.
    ///
    /// # Errors
    /// The database's.
    pub fn counts(&self) -> Result<Counts, StoreError> {
        const SQL: &str = "
            SELECT (SELECT count(*) FROM submission),
                   (SELECT count(*) FROM delivery WHERE state IN ('waiting', 'attempting')),
                   (SELECT count(*) FROM delivery WHERE state = 'acknowledged'),
                   (SELECT count(*) FROM delivery WHERE state = 'needs_attention')";
        self.read(|conn| {
            let mut stmt = conn.prepare_cached(SQL)?;
            Ok(stmt.query_row([], |row| {
                Ok(Counts {
                    recorded: row::unsigned(row, 0)?,
                    waiting: row::unsigned(row, 1)?,
                    acknowledged: row::unsigned(row, 2)?,
                    needs_attention: row::unsigned(row, 3)?,
                })
            })?)
        })
    }

    /// The department's acknowledgement, whole, once there is one.
    ///
    /// # Errors
    /// The database's.
    pub fn acknowledgement(&self, id: SubmissionId) -> Result<Option<Vec<u8>>, StoreError> {
        const SQL: &str = "
            SELECT d.acknowledgement
            FROM delivery AS d JOIN submission AS s ON s.sequence = d.submission
            WHERE s.id = :id";
        self.read(|conn| {
            let mut stmt = conn.prepare_cached(SQL)?;
            let found = stmt.query_row(named_params! { ":id": id.to_string() }, |row| row.get(0));
            Ok(found.optional()?.flatten())
        })
    }
}

/// Every submission that a try was under way for, in order of number.
pub(crate) fn attempting(conn: &Connection) -> Result<Vec<SubmissionId>, StoreError> {
    const SQL: &str = "
        SELECT s.id FROM delivery AS d JOIN submission AS s ON s.sequence = d.submission
        WHERE d.state = 'attempting'
        ORDER BY d.submission";
    let mut stmt = conn.prepare_cached(SQL)?;
    let mut rows = stmt.query([])?;
    let mut ids = Vec::new();
    while let Some(row) = rows.next()? {
        let id: String = row.get(0)?;
        ids.push(id.parse().map_err(|_| StoreError::Unreadable("id"))?);
    }
    Ok(ids)
}

/// Where submission number `sequence` stands.
pub(crate) fn get(conn: &Connection, sequence: Sequence) -> Result<Delivery, StoreError> {
    const SQL: &str = "
        SELECT state, faults, due_ms, attention, department_reference, received_ms
        FROM delivery WHERE submission = :submission";
    let mut stmt = conn.prepare_cached(SQL)?;
    let params = named_params! { ":submission": row::signed(sequence.0) };
    stmt.query_row(params, |row| Ok(from_row(row, 0)))?
}

/// Writes where submission number `sequence` stands: the first time, or from now on.
/// `acknowledgement` goes with [`Delivery::Acknowledged`] and with nothing else.
pub(crate) fn put(
    tx: &Connection,
    sequence: Sequence,
    delivery: &Delivery,
    acknowledgement: Option<&[u8]>,
) -> Result<(), StoreError> {
    const SQL: &str = "
        INSERT INTO delivery (submission, state, faults, due_ms, attention,
                              department_reference, received_ms, acknowledgement)
        VALUES (:submission, :state, :faults, :due_ms, :attention,
                :reference, :received_ms, :acknowledgement)
        ON CONFLICT (submission) DO UPDATE SET
            state = excluded.state, faults = excluded.faults, due_ms = excluded.due_ms,
            attention = excluded.attention, department_reference = excluded.department_reference,
            received_ms = excluded.received_ms, acknowledgement = excluded.acknowledgement";
    let columns = Columns::of(delivery)?;
    tx.prepare_cached(SQL)?.execute(named_params! {
        ":submission": row::signed(sequence.0),
        ":state": columns.state,
        ":faults": columns.faults,
        ":due_ms": columns.due_ms,
        ":attention": columns.attention,
        ":reference": columns.reference,
        ":received_ms": columns.received_ms,
        ":acknowledgement": acknowledgement,
    })?;
    Ok(())
}

/// Six columns from `first` on: state, faults, due, attention, reference, received.
pub(crate) fn from_row(row: &Row<'_>, first: usize) -> Result<Delivery, StoreError> {
    let state: String = row.get(first)?;
    let faults = row.get(first + 1)?;
    Ok(match state.as_str() {
        "waiting" => Delivery::Waiting { faults, due: UnixMillis(row.get(first + 2)?) },
        "attempting" => Delivery::Attempting { faults },
        "acknowledged" => Delivery::Acknowledged {
            reference: row.get(first + 4)?,
            received: UnixMillis(row.get(first + 5)?),
        },
        "needs_attention" => {
            Delivery::NeedsAttention { why: row::from_word(row.get(first + 3)?, "attention")? }
        }
        _ => return Err(StoreError::Unreadable("delivery state")),
    })
}

/// A [`Delivery`] spread over its columns.
#[derive(Default)]
struct Columns<'a> {
    state: &'static str,
    faults: u32,
    due_ms: Option<i64>,
    attention: Option<String>,
    reference: Option<&'a str>,
    received_ms: Option<i64>,
}

impl<'a> Columns<'a> {
    fn of(delivery: &'a Delivery) -> Result<Self, StoreError> {
        let none = Self::default();
        Ok(match delivery {
            Delivery::Waiting { faults, due } => {
                Self { state: "waiting", faults: *faults, due_ms: Some(due.0), ..none }
            }
            Delivery::Attempting { faults } => {
                Self { state: "attempting", faults: *faults, ..none }
            }
            Delivery::Acknowledged { reference, received } => Self {
                state: "acknowledged",
                reference: Some(reference),
                received_ms: Some(received.0),
                ..none
            },
            Delivery::NeedsAttention { why } => Self {
                state: "needs_attention",
                attention: Some(row::to_word(why, "attention")?),
                ..none
            },
        })
    }
}

fn wait_max_ms() -> i64 {
    i64::try_from(WAIT_MAX.as_millis()).unwrap_or(i64::MAX)
}

#[cfg(test)]
#[path = "delivery_tests.rs"]
mod tests;
