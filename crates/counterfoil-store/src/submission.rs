//! Table `submission`: what was recorded. A row is written once and never changes; where it
//! stands is in `delivery`.

use counterfoil_queue::delivery::Delivery;
use counterfoil_queue::event::Actor;
use counterfoil_queue::ids::{Sequence, SubmissionId};
use counterfoil_queue::reference::Reference;
use counterfoil_queue::time::Stamp;
use rusqlite::{Connection, OptionalExtension as _, Params, Row, named_params};

use crate::error::StoreError;
use crate::store::Store;
use crate::{delivery, row};

/// The columns that [`from_row`] reads, with `$rest` behind them.
macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT s.id, s.sequence, s.reference, s.service, s.definition_version,
                    s.department, s.language, s.mode, s.recorded_ms, s.recorded_offset_minutes,
                    s.recorded_monotonic_ms, s.recorded_boot, s.operator,
                    d.state, d.faults, d.due_ms, d.attention, d.department_reference,
                    d.received_ms
             FROM submission AS s JOIN delivery AS d ON d.submission = s.sequence ",
            $rest
        )
    };
}
/// A recorded submission and where it stands. No answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Submission {
    /// Its id for life.
    pub id: SubmissionId,
    /// Its number on this terminal.
    pub sequence: Sequence,
    /// What the person has on paper.
    pub reference: Reference,
    /// `<department>/<service>`.
    pub service: String,
    /// Version of the service's definition.
    pub definition_version: String,
    /// The department's id.
    pub department: String,
    /// The language it was captured in, such as `en` or `cy`.
    pub language: String,
    /// `counter`, `guided`, `kiosk` or `phone`.
    pub mode: String,
    /// When it was recorded.
    pub recorded: Stamp,
    /// Who recorded it.
    pub operator: Actor,
    /// Where it stands.
    pub delivery: Delivery,
}

impl Store {
    /// The submission with this id.
    ///
    /// # Errors
    /// The database's.
    pub fn submission(&self, id: SubmissionId) -> Result<Option<Submission>, StoreError> {
        let sql = select!("WHERE s.id = :id");
        self.read(|conn| one(conn, sql, named_params! { ":id": id.to_string() }))
    }

    /// The submission with this reference.
    ///
    /// # Errors
    /// The database's.
    pub fn by_reference(&self, reference: Reference) -> Result<Option<Submission>, StoreError> {
        let sql = select!("WHERE s.reference = :reference");
        self.read(|conn| one(conn, sql, named_params! { ":reference": reference.to_string() }))
    }

    /// At most `limit` submissions, the latest first; those before number `before`, to turn
    /// pages.
    ///
    /// # Errors
    /// The database's.
    pub fn queue_rows(
        &self,
        limit: u32,
        before: Option<Sequence>,
    ) -> Result<Vec<Submission>, StoreError> {
        let sql = select!("WHERE s.sequence < :before ORDER BY s.sequence DESC LIMIT :limit");
        let before = before.map_or(i64::MAX, |sequence| row::signed(sequence.0));
        self.read(|conn| {
            let mut stmt = conn.prepare_cached(sql)?;
            let mut rows = stmt.query(named_params! { ":before": before, ":limit": limit })?;
            let mut found = Vec::new();
            while let Some(row) = rows.next()? {
                found.push(from_row(row)?);
            }
            Ok(found)
        })
    }
}

/// The number that the next submission takes.
pub(crate) fn next_sequence(conn: &Connection) -> Result<Sequence, StoreError> {
    const SQL: &str = "SELECT coalesce(max(sequence), 0) + 1 FROM submission";
    Ok(conn.prepare_cached(SQL)?.query_row([], |row| Ok(Sequence(row::unsigned(row, 0)?)))?)
}

/// The number of the submission with this id.
pub(crate) fn sequence_of(conn: &Connection, id: SubmissionId) -> Result<Sequence, StoreError> {
    const SQL: &str = "SELECT sequence FROM submission WHERE id = :id";
    let mut stmt = conn.prepare_cached(SQL)?;
    let found = stmt.query_row(named_params! { ":id": id.to_string() }, |row| {
        Ok(Sequence(row::unsigned(row, 0)?))
    });
    found.optional()?.ok_or(StoreError::NotFound("submission"))
}

/// Writes the row, but not where it stands.
pub(crate) fn insert(tx: &Connection, new: &Submission) -> Result<(), StoreError> {
    const SQL: &str = "
        INSERT INTO submission (sequence, id, reference, service, definition_version, department,
                                language, mode, recorded_ms, recorded_offset_minutes,
                                recorded_monotonic_ms, recorded_boot, operator)
        VALUES (:sequence, :id, :reference, :service, :definition_version, :department,
                :language, :mode, :recorded_ms, :recorded_offset_minutes,
                :recorded_monotonic_ms, :recorded_boot, :operator)";
    tx.prepare_cached(SQL)?.execute(named_params! {
        ":sequence": row::signed(new.sequence.0),
        ":id": new.id.to_string(),
        ":reference": new.reference.to_string(),
        ":service": new.service,
        ":definition_version": new.definition_version,
        ":department": new.department,
        ":language": new.language,
        ":mode": new.mode,
        ":recorded_ms": new.recorded.wall.0,
        ":recorded_offset_minutes": new.recorded.offset_minutes,
        ":recorded_monotonic_ms": row::signed(new.recorded.monotonic_ms),
        ":recorded_boot": new.recorded.boot.0,
        ":operator": row::to_json(&new.operator, "operator")?,
    })?;
    Ok(())
}

fn one(
    conn: &Connection,
    sql: &str,
    params: impl Params,
) -> Result<Option<Submission>, StoreError> {
    let mut stmt = conn.prepare_cached(sql)?;
    stmt.query_row(params, |row| Ok(from_row(row))).optional()?.transpose()
}

fn from_row(row: &Row<'_>) -> Result<Submission, StoreError> {
    Ok(Submission {
        id: row.get::<_, String>(0)?.parse().map_err(|_| StoreError::Unreadable("id"))?,
        sequence: Sequence(row::unsigned(row, 1)?),
        reference: row
            .get::<_, String>(2)?
            .parse()
            .map_err(|_| StoreError::Unreadable("reference"))?,
        service: row.get(3)?,
        definition_version: row.get(4)?,
        department: row.get(5)?,
        language: row.get(6)?,
        mode: row.get(7)?,
        recorded: row::stamp(row, 8)?,
        operator: row::from_json(&row.get::<_, String>(12)?, "operator")?,
        delivery: delivery::from_row(row, 13)?,
    })
}
