//! Bringing a database file up to date, all or nothing. See `migrations/NOTES.md`.

use rusqlite::{Connection, TransactionBehavior};

use crate::error::StoreError;

/// In order, never edited after release. A file's place in this list is its version, so a
/// version cannot be mistyped.
const MIGRATIONS: &[&str] = &[include_str!("../../../migrations/0001_ledger.sql")];

/// The file's version, 0 for an empty one. Refuses a file written by a newer program, reading
/// only.
///
/// # Errors
/// [`StoreError::NewerFile`].
pub(crate) fn refuse_newer(conn: &Connection) -> Result<usize, StoreError> {
    check_version(conn, MIGRATIONS.len())
}

/// Brings the file up to date.
///
/// # Errors
/// [`StoreError::NewerFile`]; any other error leaves the file as it was.
pub(crate) fn migrate(conn: &mut Connection) -> Result<(), StoreError> {
    migrate_to(conn, MIGRATIONS)
}

fn migrate_to(conn: &mut Connection, migrations: &[&str]) -> Result<(), StoreError> {
    let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let found = check_version(&tx, migrations.len())?;
    if found < migrations.len() {
        for sql in migrations.iter().skip(found) {
            tx.execute_batch(sql)?;
        }
        let version = i64::try_from(migrations.len()).unwrap_or(i64::MAX);
        tx.pragma_update(None, "user_version", version)?;
    }
    Ok(tx.commit()?)
}

fn check_version(conn: &Connection, known: usize) -> Result<usize, StoreError> {
    let version: i64 = conn.pragma_query_value(None, "user_version", |row| row.get(0))?;
    // A negative version is nobody's; it is refused like a newer one.
    let found = usize::try_from(version).unwrap_or(usize::MAX);
    if known < found { Err(StoreError::NewerFile { found, known }) } else { Ok(found) }
}

#[cfg(test)]
#[path = "migrate_tests.rs"]
mod tests;
