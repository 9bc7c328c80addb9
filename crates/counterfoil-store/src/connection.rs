//! Opening SQLCipher so that a power cut loses nothing and a stolen disk tells nothing.
//!
//! Every setting is read back: a pragma that is misspelt or not built in is silently ignored
//! by SQLite.

use std::path::Path;

use rusqlite::config::DbConfig;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, OpenFlags};
use zeroize::Zeroizing;

use crate::error::StoreError;
use crate::key::StoreKey;

/// SQLite 3.51.3, the first without the bug that loses commits when two connections reset the
/// write-ahead log. Source: sqlite.org/wal.html, "The WAL-Reset Bug".
const SQLITE_MIN: i32 = 3_051_003;

/// The SQLCipher that the crash tests were run with.
const SQLCIPHER: &str = "4.19.0";

/// Statements kept prepared; the store has about this many.
const STATEMENTS: usize = 64;

/// Settings, the value each is given and the value it must then read as.
const SETTINGS: &[(&str, &str, &str)] = &[
    ("journal_mode", "WAL", "wal"),
    // FULL: with NORMAL, commits that a receipt was printed for are lost in a power cut.
    ("synchronous", "FULL", "2"),
    ("temp_store", "MEMORY", "2"),
    ("foreign_keys", "ON", "1"),
    // So that INSERT OR REPLACE meets the triggers that forbid deletion.
    ("recursive_triggers", "ON", "1"),
    ("busy_timeout", "5000", "5000"),
    ("trusted_schema", "OFF", "0"),
    ("secure_delete", "ON", "1"),
    ("cipher_memory_security", "ON", "1"),
    ("mmap_size", "0", "0"),
    // In pages of 4 KiB: what is recorded soon reaches the main file.
    ("wal_autocheckpoint", "256", "256"),
];

/// Opens the existing file at `path` and proves that `key` reads it. Changes nothing in it, not
/// even on close, until [`configure`].
///
/// # Errors
/// [`StoreError::is_damage`] when the file cannot be read with this key.
pub(crate) fn open(path: &Path, key: &StoreKey) -> Result<Connection, StoreError> {
    check_sqlite_version()?;
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let conn = Connection::open_with_flags(path, flags)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    give_key(&conn, key)?;
    // SQLCipher writes to stderr by default.
    conn.execute_batch("PRAGMA cipher_log_level = NONE")?;
    check_cipher_version(&conn)?;
    conn.query_row("SELECT count(*) FROM sqlite_master", [], |row| row.get::<_, i64>(0))?;
    Ok(conn)
}

/// Gives `conn` all settings and reads each back.
///
/// # Errors
/// [`StoreError::Setting`] when one did not take.
pub(crate) fn configure(conn: &Connection) -> Result<(), StoreError> {
    conn.set_prepared_statement_cache_capacity(STATEMENTS);
    for (name, value, expected) in SETTINGS {
        conn.pragma_update(None, name, value)?;
        let found = read_setting(conn, name)?;
        if found != *expected {
            return Err(StoreError::Setting { name, found });
        }
    }
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    Ok(())
}

/// Moves everything from the write-ahead log into the main file and empties the log.
///
/// # Errors
/// [`StoreError::Setting`] when another reader keeps the log busy.
pub(crate) fn checkpoint(conn: &Connection) -> Result<(), StoreError> {
    let busy: i64 = conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))?;
    if busy == 0 {
        Ok(())
    } else {
        Err(StoreError::Setting { name: "wal_checkpoint", found: "busy".into() })
    }
}

/// Lets the close of `conn` empty the write-ahead log, once the file is known to be sound.
pub(crate) fn checkpoint_on_close(conn: &Connection) -> Result<(), StoreError> {
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false)?;
    Ok(())
}

/// Key and salt as one raw value: no derivation, and no dependence on the file's first bytes.
fn give_key(conn: &Connection, key: &StoreKey) -> Result<(), StoreError> {
    let hex = key.to_hex();
    let pragma = Zeroizing::new(format!("PRAGMA key = \"x'{}'\"", hex.as_str()));
    // The error would carry the statement, and so the key.
    conn.execute_batch(&pragma)
        .map_err(|_| StoreError::Setting { name: "key", found: "refused".into() })
}

fn check_sqlite_version() -> Result<(), StoreError> {
    if rusqlite::version_number() >= SQLITE_MIN {
        return Ok(());
    }
    let found = rusqlite::version().to_owned();
    Err(StoreError::Version { library: "SQLite", found, wanted: "3.51.3 or later" })
}

fn check_cipher_version(conn: &Connection) -> Result<(), StoreError> {
    let found = read_setting(conn, "cipher_version")?;
    if found.split_whitespace().next() == Some(SQLCIPHER) {
        return Ok(());
    }
    Err(StoreError::Version { library: "SQLCipher", found, wanted: SQLCIPHER })
}

/// What a pragma reads as; empty when SQLite does not know it.
fn read_setting(conn: &Connection, name: &str) -> Result<String, StoreError> {
    let mut text = String::new();
    conn.pragma_query(None, name, |row| {
        text = match row.get_ref(0)? {
            ValueRef::Integer(number) => number.to_string(),
            ValueRef::Text(bytes) => String::from_utf8_lossy(bytes).into_owned(),
            ValueRef::Null | ValueRef::Real(_) | ValueRef::Blob(_) => String::new(),
        };
        Ok(())
    })?;
    Ok(text)
}
