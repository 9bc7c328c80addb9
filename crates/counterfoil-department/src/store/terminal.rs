//! Enrolled terminals, and the one-time codes that let them in.

use rusqlite::{Connection, OptionalExtension as _, params};
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use crate::error::DepartmentError;

/// The key of an enrolled terminal.
pub(crate) fn signing_key(
    connection: &Connection,
    terminal: Uuid,
) -> Result<Option<[u8; 32]>, DepartmentError> {
    const SQL: &str = "SELECT signing_key FROM terminal WHERE terminal_id = $1";
    let row = connection.prepare_cached(SQL)?.query_row([terminal.to_string()], |row| row.get(0));
    Ok(row.optional()?)
}

/// Takes a terminal in. One that is there already keeps its row.
pub(crate) fn put(
    connection: &Connection,
    terminal: Uuid,
    signing_key: &[u8; 32],
    outlet: &str,
    now_ms: i64,
) -> Result<(), DepartmentError> {
    const SQL: &str = "
        INSERT INTO terminal (terminal_id, signing_key, outlet, enrolled_at_ms)
        VALUES ($1, $2, $3, $4)
        ON CONFLICT DO NOTHING";
    let row = params![terminal.to_string(), signing_key.as_slice(), outlet, now_ms];
    connection.execute(SQL, row)?;
    Ok(())
}

/// Keeps a new code as its SHA-256.
pub(crate) fn put_code(connection: &Connection, code: &str) -> Result<(), DepartmentError> {
    const SQL: &str = "INSERT INTO enrolment_code (code_sha256) VALUES ($1)";
    connection.execute(SQL, [sha256(code).as_slice()])?;
    Ok(())
}

/// Uses `code` up for `terminal`; whether it was there to be used.
pub(crate) fn use_code(
    connection: &Connection,
    code: &str,
    terminal: Uuid,
) -> Result<bool, DepartmentError> {
    const SQL: &str = "
        UPDATE enrolment_code SET used_by = $1 WHERE code_sha256 = $2 AND used_by IS NULL";
    let used = connection.execute(SQL, params![terminal.to_string(), sha256(code).as_slice()])?;
    Ok(used == 1)
}

fn sha256(code: &str) -> [u8; 32] {
    Sha256::digest(code).into()
}
