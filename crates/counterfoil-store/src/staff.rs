//! Table `staff`: who may sign in, and how often they got their PIN wrong.
//!
//! The count goes up, durably, before a PIN is looked at: cutting the power does not give back
//! a try.

use counterfoil_queue::event::NewEvent;
use counterfoil_queue::time::{BootId, Stamp, UnixMillis};
use rusqlite::{Connection, OptionalExtension as _, Row, named_params};
use serde::{Deserialize, Serialize};

use crate::error::StoreError;
use crate::store::Store;
use crate::{event, row};

/// What a member of staff may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StaffRole {
    /// Serves people.
    Staff,
    /// Also approves what needs a second person.
    Supervisor,
}

/// Until when nobody may sign in under a staff number. Kept on both clocks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SignInLock {
    /// By the wall clock.
    pub until: UnixMillis,
    /// The same moment in milliseconds since boot `boot`.
    pub until_monotonic_ms: u64,
    /// Which boot that counts from.
    pub boot: BootId,
}

impl SignInLock {
    /// A lock that starts at `now` and lasts `millis` milliseconds.
    #[must_use]
    pub fn starting(now: Stamp, millis: u32) -> Self {
        Self {
            until: now.wall.plus_millis(i64::from(millis)),
            until_monotonic_ms: now.monotonic_ms.saturating_add(u64::from(millis)),
            boot: now.boot,
        }
    }

    /// Whether it still holds. Within one boot the clock that nobody can set decides; after a
    /// restart the wall clock does.
    #[must_use]
    pub fn holds(&self, now: Stamp) -> bool {
        if now.boot == self.boot {
            now.monotonic_ms < self.until_monotonic_ms
        } else {
            now.wall < self.until
        }
    }
}

/// A member of staff. Not shown in logs: it holds the PIN's hash.
#[derive(Clone, PartialEq, Eq)]
pub struct Staff {
    /// What they sign in with.
    pub number: String,
    /// As colleagues know them.
    pub name: String,
    /// What they may do.
    pub role: StaffRole,
    /// Argon2id in PHC string form.
    pub pin_hash: String,
    /// Wrong PINs since the last sign-in, tries under way included.
    pub failures: u32,
    /// Set while nobody may sign in under this number.
    pub lock: Option<SignInLock>,
}

impl Store {
    /// The member of staff with this number.
    ///
    /// # Errors
    /// The database's.
    pub fn staff(&self, number: &str) -> Result<Option<Staff>, StoreError> {
        self.read(|conn| get(conn, number))
    }

    /// Adds a member of staff or replaces what is known of them.
    ///
    /// # Errors
    /// The database's.
    pub fn put_staff(&self, staff: &Staff, event: NewEvent) -> Result<(), StoreError> {
        self.write(|tx| {
            put(tx, staff)?;
            event::append(tx, event)?;
            Ok(())
        })
    }

    /// Counts a try, durably, before its PIN is looked at. Returns the staff member with the
    /// try counted, or `None` when there is nobody with this number.
    ///
    /// # Errors
    /// The database's: then the PIN must not be looked at.
    pub fn sign_in_tried(&self, number: &str) -> Result<Option<Staff>, StoreError> {
        const SQL: &str = "
            UPDATE staff SET failures = min(failures + 1, 1000000) WHERE number = :number";
        self.write(|tx| {
            tx.prepare_cached(SQL)?.execute(named_params! { ":number": number })?;
            get(tx, number)
        })
    }

    /// The PIN was right: forgets the failures and logs the sign-in.
    ///
    /// # Errors
    /// [`StoreError::NotFound`]; otherwise the database's.
    pub fn sign_in_accepted(&self, number: &str, event: NewEvent) -> Result<(), StoreError> {
        const SQL: &str = "
            UPDATE staff SET failures = 0, locked_until_ms = NULL,
                   locked_until_monotonic_ms = NULL, locked_boot = NULL
            WHERE number = :number";
        self.write(|tx| {
            let changed = tx.prepare_cached(SQL)?.execute(named_params! { ":number": number })?;
            found(changed)?;
            event::append(tx, event)?;
            Ok(())
        })
    }

    /// The PIN was wrong or not looked at: logs it and, with `lock`, locks the number.
    /// A number that nobody has is logged alike.
    ///
    /// # Errors
    /// The database's.
    pub fn sign_in_refused(
        &self,
        number: &str,
        lock: Option<SignInLock>,
        event: NewEvent,
    ) -> Result<(), StoreError> {
        const SQL: &str = "
            UPDATE staff SET locked_until_ms = :until_ms,
                   locked_until_monotonic_ms = :until_monotonic_ms, locked_boot = :boot
            WHERE number = :number";
        self.write(|tx| {
            if let Some(lock) = lock {
                tx.prepare_cached(SQL)?.execute(named_params! {
                    ":number": number,
                    ":until_ms": lock.until.0,
                    ":until_monotonic_ms": row::signed(lock.until_monotonic_ms),
                    ":boot": lock.boot.0,
                })?;
            }
            event::append(tx, event)?;
            Ok(())
        })
    }
}

/// Adds or replaces a row.
pub(crate) fn put(tx: &Connection, staff: &Staff) -> Result<(), StoreError> {
    const SQL: &str = "
        INSERT INTO staff (number, name, role, pin_hash, failures, locked_until_ms,
                           locked_until_monotonic_ms, locked_boot)
        VALUES (:number, :name, :role, :pin_hash, :failures, :until_ms,
                :until_monotonic_ms, :boot)
        ON CONFLICT (number) DO UPDATE SET
            name = excluded.name, role = excluded.role, pin_hash = excluded.pin_hash,
            failures = excluded.failures, locked_until_ms = excluded.locked_until_ms,
            locked_until_monotonic_ms = excluded.locked_until_monotonic_ms,
            locked_boot = excluded.locked_boot";
    tx.prepare_cached(SQL)?.execute(named_params! {
        ":number": staff.number,
        ":name": staff.name,
        ":role": row::to_word(&staff.role, "staff role")?,
        ":pin_hash": staff.pin_hash,
        ":failures": staff.failures,
        ":until_ms": staff.lock.map(|lock| lock.until.0),
        ":until_monotonic_ms": staff.lock.map(|lock| row::signed(lock.until_monotonic_ms)),
        ":boot": staff.lock.map(|lock| lock.boot.0),
    })?;
    Ok(())
}

fn get(conn: &Connection, number: &str) -> Result<Option<Staff>, StoreError> {
    const SQL: &str = "
        SELECT number, name, role, pin_hash, failures, locked_until_ms,
               locked_until_monotonic_ms, locked_boot
        FROM staff WHERE number = :number";
    let mut stmt = conn.prepare_cached(SQL)?;
    let found =
        stmt.query_row(named_params! { ":number": number }, |row| Ok(from_row(row))).optional()?;
    found.transpose()
}

fn from_row(row: &Row<'_>) -> Result<Staff, StoreError> {
    let until: Option<i64> = row.get(5)?;
    let lock = match until {
        None => None,
        Some(until) => Some(SignInLock {
            until: UnixMillis(until),
            until_monotonic_ms: row::unsigned(row, 6)?,
            boot: BootId(row.get(7)?),
        }),
    };
    Ok(Staff {
        number: row.get(0)?,
        name: row.get(1)?,
        role: row::from_word(row.get(2)?, "staff role")?,
        pin_hash: row.get(3)?,
        failures: row.get(4)?,
        lock,
    })
}

fn found(changed: usize) -> Result<(), StoreError> {
    if changed == 0 { Err(StoreError::NotFound("staff member")) } else { Ok(()) }
}

#[cfg(test)]
#[path = "staff_tests.rs"]
mod tests;
