//! Is the file what was written? And if not: set it aside, whole, and delete nothing.

use std::fs::File;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use counterfoil_queue::time::UnixMillis;
use rusqlite::Connection;

use crate::connection;
use crate::error::StoreError;
use crate::files;
use crate::key::{SALT_BYTES, StoreKey};

/// Whether the database is sound.
///
/// In this order, because the page check reads the main file only and cries wolf when a crash
/// left a checkpoint half done: logical check, checkpoint, page check.
///
/// # Errors
/// When the checks cannot be run for another reason than damage.
pub(crate) fn is_sound(conn: &Connection) -> Result<bool, StoreError> {
    match run_checks(conn) {
        Err(error) if error.is_damage() => Ok(false),
        other => other,
    }
}

fn run_checks(conn: &Connection) -> Result<bool, StoreError> {
    if findings(conn, "PRAGMA quick_check")? != ["ok"] {
        return Ok(false);
    }
    connection::checkpoint(conn)?;
    Ok(findings(conn, "PRAGMA cipher_integrity_check")?.is_empty())
}

/// Whether the file begins with the salt of `key`, once it has been mended if it did not.
///
/// No check of SQLCipher covers those 16 bytes, and with the salt in the key nothing reads them
/// either. Writing the first page again writes them again.
///
/// # Errors
/// When the file cannot be read or written.
pub(crate) fn salt_stands(
    conn: &Connection,
    path: &Path,
    key: &StoreKey,
) -> Result<bool, StoreError> {
    if begins_with_salt(path, key)? {
        return Ok(true);
    }
    tracing::warn!("the first bytes of the database were damaged; they are written again");
    let version: i64 = conn.pragma_query_value(None, "user_version", |row| row.get(0))?;
    conn.pragma_update(None, "user_version", version)?;
    connection::checkpoint(conn)?;
    begins_with_salt(path, key)
}

fn begins_with_salt(path: &Path, key: &StoreKey) -> Result<bool, StoreError> {
    let mut salt = [0; SALT_BYTES];
    let read = File::open(path).and_then(|mut file| file.read_exact(&mut salt));
    read.map_err(StoreError::file(path))?;
    Ok(salt == key.salt())
}

/// Every row of a check's answer, not only the first.
fn findings(conn: &Connection, check: &str) -> Result<Vec<String>, StoreError> {
    let mut stmt = conn.prepare(check)?;
    let rows = stmt.query_map([], |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Renames `path` and its `-wal` and `-shm` to `.quarantine-<milliseconds>`; returns where the
/// main file is now. The main file goes first: a main file without its log would open as an
/// older database.
pub(crate) fn quarantine(path: &Path, now: UnixMillis) -> Result<PathBuf, StoreError> {
    let mut millis = now;
    let mut moved_to = beside(path, &suffix(millis));
    while moved_to.exists() {
        millis = millis.plus_millis(1);
        moved_to = beside(path, &suffix(millis));
    }
    std::fs::rename(path, &moved_to).map_err(StoreError::file(path))?;
    move_logs(path, &moved_to)?;
    files::sync_parent(path).map_err(StoreError::file(path))?;
    Ok(moved_to)
}

/// Moves the `-wal` and `-shm` of `path`, where there are any, to those of `moved_to`.
pub(crate) fn move_logs(path: &Path, moved_to: &Path) -> Result<(), StoreError> {
    for log in ["-wal", "-shm"] {
        let from = beside(path, log);
        if from.exists() {
            std::fs::rename(&from, beside(moved_to, log)).map_err(StoreError::file(&from))?;
        }
    }
    Ok(())
}

/// The newest database that was set aside beside `path`.
pub(crate) fn set_aside(path: &Path) -> Option<PathBuf> {
    let prefix = format!("{}.quarantine-", path.file_name()?.to_str()?);
    let entries = std::fs::read_dir(path.parent()?).ok()?;
    let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let mains = names.filter(|name| name.starts_with(&prefix) && !name.ends_with("-wal"));
    let newest = mains.filter(|name| !name.ends_with("-shm")).max()?;
    Some(path.with_file_name(newest))
}

/// `path` with `suffix` behind its file name.
pub(crate) fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}

fn suffix(millis: UnixMillis) -> String {
    format!(".quarantine-{}", millis.0)
}
