//! Between columns and the queue's types.

use counterfoil_queue::event::Hash;
use counterfoil_queue::time::{BootId, Stamp, UnixMillis};
use rusqlite::Row;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::error::StoreError;

/// Four columns named after `prefix`: milliseconds, offset, monotonic time and boot.
pub(crate) fn stamp(row: &Row<'_>, first: usize) -> rusqlite::Result<Stamp> {
    Ok(Stamp {
        wall: UnixMillis(row.get(first)?),
        offset_minutes: row.get(first + 1)?,
        monotonic_ms: unsigned(row, first + 2)?,
        boot: BootId(row.get(first + 3)?),
    })
}

/// A count or a number that is never negative; SQLite's integers are signed.
pub(crate) fn unsigned(row: &Row<'_>, column: usize) -> rusqlite::Result<u64> {
    let number: i64 = row.get(column)?;
    u64::try_from(number).map_err(|_| rusqlite::Error::IntegralValueOutOfRange(column, number))
}

/// `number` as SQLite keeps it.
pub(crate) fn signed(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// A hash column.
pub(crate) fn hash(row: &Row<'_>, column: usize) -> rusqlite::Result<Hash> {
    Ok(Hash(row.get(column)?))
}

/// A JSON column as what it is.
pub(crate) fn from_json<T: DeserializeOwned>(
    text: &str,
    what: &'static str,
) -> Result<T, StoreError> {
    serde_json::from_str(text).map_err(|_| StoreError::Unreadable(what))
}

/// `value` as JSON text.
pub(crate) fn to_json<T: Serialize>(value: &T, what: &'static str) -> Result<String, StoreError> {
    serde_json::to_string(value).map_err(|_| StoreError::Unreadable(what))
}

/// A fieldless enum as the word that serde gives it, such as `needs_attention`.
pub(crate) fn to_word<T: Serialize>(value: &T, what: &'static str) -> Result<String, StoreError> {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => Ok(word),
        _ => Err(StoreError::Unreadable(what)),
    }
}

/// The fieldless enum that a word stands for.
pub(crate) fn from_word<T: DeserializeOwned>(
    word: String,
    what: &'static str,
) -> Result<T, StoreError> {
    serde_json::from_value(serde_json::Value::String(word))
        .map_err(|_| StoreError::Unreadable(what))
}

/// Refuses what is longer than `limit` bytes.
pub(crate) fn check_length(
    what: &'static str,
    value: &[u8],
    limit: usize,
) -> Result<(), StoreError> {
    if value.len() > limit { Err(StoreError::TooLong { what, limit }) } else { Ok(()) }
}
