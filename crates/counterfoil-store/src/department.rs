//! Table `department`: whom this terminal delivers to, and the keys that prove them.

use counterfoil_queue::event::NewEvent;
use counterfoil_queue::time::UnixMillis;
use rusqlite::{Connection, OptionalExtension as _, Row, named_params};

use crate::error::StoreError;
use crate::event;
use crate::store::Store;

/// A department this terminal is enrolled with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Department {
    /// As in service ids, such as `dvla`.
    pub id: String,
    /// Its name, for "Received by".
    pub name: String,
    /// Base address of its intake.
    pub url: String,
    /// Names [`Self::signing_key`].
    pub signing_key_id: String,
    /// Public Ed25519 key of its acknowledgements.
    pub signing_key: Vec<u8>,
    /// Names [`Self::sealing_key`].
    pub sealing_key_id: String,
    /// Public X25519 key that submissions are sealed to.
    pub sealing_key: Vec<u8>,
    /// Changes when the department was restored from a backup.
    pub epoch: String,
    /// When the keys were exchanged.
    pub enrolled_at: UnixMillis,
}

impl Store {
    /// The department with this id.
    ///
    /// # Errors
    /// The database's.
    pub fn department(&self, id: &str) -> Result<Option<Department>, StoreError> {
        const SQL: &str = "
            SELECT id, name, url, signing_key_id, signing_key, sealing_key_id, sealing_key,
                   epoch, enrolled_at_ms
            FROM department WHERE id = :id";
        self.read(|conn| {
            let mut stmt = conn.prepare_cached(SQL)?;
            Ok(stmt.query_row(named_params! { ":id": id }, from_row).optional()?)
        })
    }

    /// Every department, by id.
    ///
    /// # Errors
    /// The database's.
    pub fn departments(&self) -> Result<Vec<Department>, StoreError> {
        const SQL: &str = "
            SELECT id, name, url, signing_key_id, signing_key, sealing_key_id, sealing_key,
                   epoch, enrolled_at_ms
            FROM department ORDER BY id LIMIT 1000";
        self.read(|conn| {
            let mut stmt = conn.prepare_cached(SQL)?;
            let rows = stmt.query_map([], from_row)?;
            Ok(rows.collect::<Result<_, _>>()?)
        })
    }

    /// Keeps a department's keys, in place of any it had, and logs the enrolment.
    ///
    /// # Errors
    /// The database's.
    pub fn enrol(&self, department: &Department, event: NewEvent) -> Result<(), StoreError> {
        self.write(|tx| {
            put(tx, department)?;
            event::append(tx, event)?;
            Ok(())
        })
    }
}

fn put(tx: &Connection, department: &Department) -> Result<(), StoreError> {
    const SQL: &str = "
        INSERT INTO department (id, name, url, signing_key_id, signing_key, sealing_key_id,
                                sealing_key, epoch, enrolled_at_ms)
        VALUES (:id, :name, :url, :signing_key_id, :signing_key, :sealing_key_id,
                :sealing_key, :epoch, :enrolled_at_ms)
        ON CONFLICT (id) DO UPDATE SET
            name = excluded.name, url = excluded.url,
            signing_key_id = excluded.signing_key_id, signing_key = excluded.signing_key,
            sealing_key_id = excluded.sealing_key_id, sealing_key = excluded.sealing_key,
            epoch = excluded.epoch, enrolled_at_ms = excluded.enrolled_at_ms";
    tx.prepare_cached(SQL)?.execute(named_params! {
        ":id": department.id,
        ":name": department.name,
        ":url": department.url,
        ":signing_key_id": department.signing_key_id,
        ":signing_key": department.signing_key,
        ":sealing_key_id": department.sealing_key_id,
        ":sealing_key": department.sealing_key,
        ":epoch": department.epoch,
        ":enrolled_at_ms": department.enrolled_at.0,
    })?;
    Ok(())
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<Department> {
    Ok(Department {
        id: row.get(0)?,
        name: row.get(1)?,
        url: row.get(2)?,
        signing_key_id: row.get(3)?,
        signing_key: row.get(4)?,
        sealing_key_id: row.get(5)?,
        sealing_key: row.get(6)?,
        epoch: row.get(7)?,
        enrolled_at: UnixMillis(row.get(8)?),
    })
}

#[cfg(test)]
#[path = "department_tests.rs"]
mod tests;
