//! Submissions, each kept once, sealed, with the acknowledgement that was given for it.

use counterfoil_seal::digest::Digest;
use counterfoil_seal::package::Package;
use rusqlite::{Connection, OptionalExtension as _, Row, params};
use uuid::Uuid;

use crate::error::DepartmentError;

/// Most other bytes kept under one id, so that a broken terminal cannot fill the disk.
pub(crate) const OTHERS_MAX: i64 = 16;

/// One submission as the department lists it. No personal data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Arrived {
    /// The submission's id.
    pub id: Uuid,
    /// The reference on the person's receipt.
    pub reference: String,
    /// Its number on its terminal.
    pub sequence: u64,
    /// The terminal that recorded it.
    pub terminal: Uuid,
    /// The service, such as `dvla/vehicle-keeper-change`.
    pub service: String,
    /// When it was recorded by the terminal's clock, Unix milliseconds.
    pub recorded_at_ms: i64,
    /// When it first arrived by the department's clock, Unix milliseconds.
    pub received_at_ms: i64,
    /// The department's own reference.
    pub department_reference: String,
    /// How often these bytes came, 1 or more; it was kept once.
    pub puts: u64,
}

/// What is held under an id.
pub(crate) struct Held {
    pub(crate) package: Digest,
    pub(crate) acknowledgement: Vec<u8>,
}

/// A submission about to be kept.
pub(crate) struct New<'a> {
    pub(crate) package: &'a Package,
    pub(crate) received_at_ms: i64,
    pub(crate) department_reference: &'a str,
    pub(crate) acknowledgement: &'a [u8],
}

/// Keeps `new` unless its id or reference is taken; whether it was kept.
pub(crate) fn insert(connection: &Connection, new: &New<'_>) -> Result<bool, DepartmentError> {
    const SQL: &str = "
        INSERT INTO submission
            (submission_id, terminal_id, sequence, reference, service, definition_version,
             recorded_at_ms, received_at_ms, department_reference, package, package_sha256,
             acknowledgement)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
        ON CONFLICT DO NOTHING";
    let facts = new.package.facts();
    let kept = connection.prepare_cached(SQL)?.execute(params![
        facts.submission.to_string(),
        facts.terminal.to_string(),
        facts.sequence.cast_signed(), // a package holds it to 63 bits
        facts.reference,
        facts.service,
        facts.definition_version,
        facts.recorded_at_ms,
        new.received_at_ms,
        new.department_reference,
        new.package.bytes(),
        new.package.digest().0.as_slice(),
        new.acknowledgement,
    ])?;
    Ok(kept == 1)
}

/// What is held under `id`.
pub(crate) fn held(connection: &Connection, id: Uuid) -> Result<Option<Held>, DepartmentError> {
    const SQL: &str = "
        SELECT package_sha256, acknowledgement FROM submission WHERE submission_id = $1";
    let row = connection.prepare_cached(SQL)?.query_row([id.to_string()], |row| {
        Ok(Held { package: Digest(row.get(0)?), acknowledgement: row.get(1)? })
    });
    Ok(row.optional()?)
}

/// Counts one more arrival of the same bytes.
pub(crate) fn count_put(connection: &Connection, id: Uuid) -> Result<(), DepartmentError> {
    const SQL: &str = "UPDATE submission SET puts = puts + 1 WHERE submission_id = $1";
    connection.prepare_cached(SQL)?.execute([id.to_string()])?;
    Ok(())
}

/// Keeps other bytes that came under an id, up to [`OTHERS_MAX`] of them.
pub(crate) fn put_other(
    connection: &Connection,
    package: &Package,
    now_ms: i64,
) -> Result<(), DepartmentError> {
    const COUNT: &str = "SELECT count(*) FROM other_bytes WHERE submission_id = $1";
    const SQL: &str = "
        INSERT INTO other_bytes (submission_id, package_sha256, package, received_at_ms)
        VALUES ($1, $2, $3, $4)
        ON CONFLICT DO NOTHING";
    let id = package.facts().submission.to_string();
    let others: i64 = connection.query_row(COUNT, [&id], |row| row.get(0))?;
    if others < OTHERS_MAX {
        let digest = package.digest();
        connection.execute(SQL, params![id, digest.0.as_slice(), package.bytes(), now_ms])?;
    }
    Ok(())
}

/// What has arrived, newest first; at most 10,000.
pub(crate) fn list(connection: &Connection) -> Result<Vec<Arrived>, DepartmentError> {
    const SQL: &str = "
        SELECT submission_id, reference, sequence, terminal_id, service, recorded_at_ms,
               received_at_ms, department_reference, puts
        FROM submission
        ORDER BY received_at_ms DESC, submission_id DESC
        LIMIT 10000";
    let mut statement = connection.prepare(SQL)?;
    let rows = statement.query_map([], arrived)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn arrived(row: &Row<'_>) -> rusqlite::Result<Arrived> {
    Ok(Arrived {
        id: uuid(row, 0)?,
        reference: row.get(1)?,
        sequence: row.get::<_, i64>(2)?.unsigned_abs(),
        terminal: uuid(row, 3)?,
        service: row.get(4)?,
        recorded_at_ms: row.get(5)?,
        received_at_ms: row.get(6)?,
        department_reference: row.get(7)?,
        puts: row.get::<_, i64>(8)?.unsigned_abs(),
    })
}

fn uuid(row: &Row<'_>, column: usize) -> rusqlite::Result<Uuid> {
    let text: String = row.get(column)?;
    Uuid::parse_str(&text).map_err(|error| {
        rusqlite::Error::FromSqlConversionFailure(
            column,
            rusqlite::types::Type::Text,
            Box::new(error),
        )
    })
}
