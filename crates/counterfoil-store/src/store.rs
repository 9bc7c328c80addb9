//! The open database: set-up, opening, and the one way to read and to write.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use counterfoil_queue::time::UnixMillis;
use rusqlite::{Connection, Transaction, TransactionBehavior};

use crate::deliver::Act;
use crate::error::StoreError;
use crate::key::StoreKey;
use crate::keys::{KeyProblem, KeySource, KeySourceKind};
use crate::lock::TerminalLock;
use crate::provisioning::Provisioning;
use crate::terminal::TerminalSetUp;
use crate::{connection, files, integrity, migrate, terminal};

/// The database's file in the data directory.
const DATABASE: &str = "queue.db";

/// The database while it is being set up. Renamed when everything else stands, so that a
/// database under its real name always has its key and its `terminal.json`.
const DRAFT: &str = "queue.db.setup";

/// One terminal's ledger, open. One per terminal, shared between threads; calls block.
pub struct Store {
    conn: Mutex<Connection>,
    dir: PathBuf,
    // Behind the connection, so that it is let go after the connection is closed.
    _lock: TerminalLock,
}

impl Store {
    /// Sets a terminal up in `dir` and opens it: keeps `key`, writes `terminal.json`, creates
    /// the database and logs the set-up. A set-up that was cut off is finished, with the key it
    /// had kept.
    ///
    /// # Errors
    /// [`StoreError::AlreadySetUp`]; [`StoreError::ProvisioningLost`] when there is a database
    /// without its record; [`StoreError::DemonstrationOnly`] for a key file in real use;
    /// [`StoreError::KeyUnavailable`].
    pub fn create(
        dir: &Path,
        key_source: KeySourceKind,
        key: &StoreKey,
        set_up: &TerminalSetUp,
        act: Act,
    ) -> Result<Self, StoreError> {
        if key_source == KeySourceKind::DemonstrationFile && !set_up.demonstration {
            return Err(StoreError::DemonstrationOnly);
        }
        files::create_dir(dir).map_err(StoreError::file(dir))?;
        let lock = TerminalLock::take(dir)?;
        refuse_second_set_up(dir)?;
        let key_id = format!("{}.1", set_up.id);
        let key = keep_key(&*key_source.source(dir), &key_id, key)?;
        let now = act.stamp.wall;
        create_draft(&dir.join(DRAFT), &key, set_up, act)?;
        let provisioning = Provisioning {
            format: 1,
            key_source,
            key_id,
            key_check: key.check().to_hex(),
            demonstration: set_up.demonstration,
        };
        provisioning.write(dir)?;
        finish_set_up(dir)?;
        Self::open_locked(dir, lock, &key, now)
    }

    /// Opens the terminal in `dir` with the key from where it was set up to be. `now` names a
    /// damaged file that is set aside. Reads the whole file once to check it.
    ///
    /// # Errors
    /// [`StoreError::NotSetUp`], [`StoreError::InUse`], [`StoreError::ProvisioningLost`],
    /// [`StoreError::DatabaseMissing`], [`StoreError::KeyUnavailable`], [`StoreError::WrongKey`],
    /// [`StoreError::NewerFile`], [`StoreError::Damaged`]. None of them makes a new key or a new
    /// database, and none deletes anything.
    pub fn open(dir: &Path, now: UnixMillis) -> Result<Self, StoreError> {
        let provisioning = provisioning(dir)?;
        let lock = TerminalLock::take(dir)?;
        let key = provisioning.key_source.source(dir).get(&provisioning.key_id)?;
        if key.check().to_hex() != provisioning.key_check {
            return Err(StoreError::WrongKey);
        }
        finish_set_up(dir)?;
        Self::open_locked(dir, lock, &key, now)
    }

    /// The terminal's data directory.
    #[must_use]
    pub fn dir(&self) -> &Path {
        &self.dir
    }

    /// Moves what was written into the main file and empties the write-ahead log. For idle
    /// moments; nothing is lost without it.
    ///
    /// # Errors
    /// The database's.
    pub fn checkpoint(&self) -> Result<(), StoreError> {
        self.read(connection::checkpoint)
    }

    fn open_locked(
        dir: &Path,
        lock: TerminalLock,
        key: &StoreKey,
        now: UnixMillis,
    ) -> Result<Self, StoreError> {
        let path = dir.join(DATABASE);
        if !path.exists() {
            return Err(missing(&path));
        }
        match open_sound(&path, key) {
            Ok(conn) => Ok(Self { conn: Mutex::new(conn), dir: dir.to_path_buf(), _lock: lock }),
            Err(error) if error.is_damage() => {
                let moved_to = integrity::quarantine(&path, now)?;
                tracing::error!(moved_to = %moved_to.display(), "the database is damaged");
                Err(StoreError::Damaged { moved_to })
            }
            Err(error) => Err(error),
        }
    }

    /// Runs `work` in one transaction that takes the write lock first. Commits when it returns
    /// `Ok`; otherwise nothing has happened.
    pub(crate) fn write<T, E: From<StoreError>>(
        &self,
        work: impl FnOnce(&Transaction<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let mut conn = self.lock();
        let tx = conn
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(StoreError::from)?;
        let done = work(&tx)?;
        tx.commit().map_err(StoreError::from)?;
        Ok(done)
    }

    /// Runs `work`, which only reads.
    pub(crate) fn read<T>(
        &self,
        work: impl FnOnce(&Connection) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        work(&self.lock())
    }

    /// The connection. A panic elsewhere has rolled its transaction back, so it is sound.
    fn lock(&self) -> MutexGuard<'_, Connection> {
        self.conn.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Opens, checks and updates the file. An error for which [`StoreError::is_damage`] holds
/// leaves it and its logs as they were found.
fn open_sound(path: &Path, key: &StoreKey) -> Result<Connection, StoreError> {
    let mut conn = connection::open(path, key)?;
    let version = migrate::refuse_newer(&conn)?;
    let damaged = || StoreError::Damaged { moved_to: path.to_path_buf() };
    // A database under its real name has been set up: an empty one was cut off.
    if version == 0 {
        return Err(damaged());
    }
    connection::configure(&conn)?;
    if !integrity::is_sound(&conn)? || !integrity::salt_stands(&conn, path, key)? {
        return Err(damaged());
    }
    connection::checkpoint_on_close(&conn)?;
    migrate::migrate(&mut conn)?;
    Ok(conn)
}

/// The terminal's record, when there is one, and otherwise what is wrong.
fn provisioning(dir: &Path) -> Result<Provisioning, StoreError> {
    match Provisioning::read(dir)? {
        Some(provisioning) => Ok(provisioning),
        None if has_traces(dir) => Err(StoreError::ProvisioningLost),
        None => Err(StoreError::NotSetUp),
    }
}

fn refuse_second_set_up(dir: &Path) -> Result<(), StoreError> {
    match provisioning(dir) {
        Ok(_) => Err(StoreError::AlreadySetUp),
        Err(StoreError::NotSetUp) => Ok(()),
        Err(error) => Err(error),
    }
}

/// Whether a database is or was here, under its real name.
fn has_traces(dir: &Path) -> bool {
    let path = dir.join(DATABASE);
    path.exists()
        || integrity::beside(&path, "-wal").exists()
        || integrity::set_aside(&path).is_some()
}

/// The main file is gone. When it was set aside, its logs follow it.
fn missing(path: &Path) -> StoreError {
    let Some(moved_to) = integrity::set_aside(path) else {
        return StoreError::DatabaseMissing;
    };
    match integrity::move_logs(path, &moved_to) {
        Ok(()) => StoreError::Damaged { moved_to },
        Err(error) => error,
    }
}

/// Keeps `key`, unless a set-up that was cut off kept one already: that one is then the key.
fn keep_key(source: &dyn KeySource, key_id: &str, key: &StoreKey) -> Result<StoreKey, StoreError> {
    match source.get(key_id) {
        Ok(kept) => Ok(kept),
        Err(KeyProblem::NoEntry) => {
            source.put(key_id, key)?;
            Ok(source.get(key_id)?)
        }
        Err(problem) => Err(problem.into()),
    }
}

/// Creates the database under its draft name and closes it. A draft that was left behind never
/// held anything but its own set-up.
fn create_draft(
    path: &Path,
    key: &StoreKey,
    set_up: &TerminalSetUp,
    act: Act,
) -> Result<(), StoreError> {
    for suffix in ["", "-wal", "-shm"] {
        let left = integrity::beside(path, suffix);
        if left.exists() {
            std::fs::remove_file(&left).map_err(StoreError::file(&left))?;
        }
    }
    files::create_private(path).map_err(StoreError::file(path))?;
    let mut conn = connection::open(path, key)?;
    connection::configure(&conn)?;
    migrate::migrate(&mut conn)?;
    let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
    terminal::set_up(&tx, set_up, act)?;
    tx.commit()?;
    connection::checkpoint(&conn)?;
    connection::checkpoint_on_close(&conn)?;
    conn.close().map_err(|(_, error)| error)?;
    Ok(())
}

/// Gives the draft its real name, once its key and its record stand.
fn finish_set_up(dir: &Path) -> Result<(), StoreError> {
    let (draft, path) = (dir.join(DRAFT), dir.join(DATABASE));
    if path.exists() || !draft.exists() {
        return Ok(());
    }
    std::fs::rename(&draft, &path).map_err(StoreError::file(&path))?;
    files::sync_parent(&path).map_err(StoreError::file(&path))
}

#[cfg(test)]
#[path = "store_tests.rs"]
mod tests;
