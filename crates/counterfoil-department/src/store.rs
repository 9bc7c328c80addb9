//! The department's database: one plain SQLite file, readable by its owner only.
//!
//! What is in it is sealed, except the department's own keys. Statements keep to what PostgreSQL
//! takes as well: ids are made by clients, nothing counts, conflicts are settled by the row.

use std::fs;
use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, OpenFlags, TransactionBehavior};

use crate::error::DepartmentError;

pub(crate) mod keys;
pub(crate) mod submission;
pub(crate) mod terminal;

const FILE: &str = "department.db";

/// In order, never edited after release; a script's place is the file's version.
const MIGRATIONS: &[&str] = &[include_str!("store/schema.sql")];

/// Opens the database in `data_dir`, making both if they are not there.
pub(crate) fn open(data_dir: &Path) -> Result<Connection, DepartmentError> {
    make_private(data_dir).map_err(DepartmentError::Directory)?;
    let mut connection = connect(data_dir)?;
    migrate(&mut connection)?;
    Ok(connection)
}

/// Opens the database in `data_dir`, or says that there is none.
pub(crate) fn open_existing(data_dir: &Path) -> Result<Connection, DepartmentError> {
    if !data_dir.join(FILE).is_file() {
        return Err(DepartmentError::NotSetUp);
    }
    connect(data_dir)
}

fn connect(data_dir: &Path) -> Result<Connection, DepartmentError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(data_dir.join(FILE), flags)?;
    connection.busy_timeout(Duration::from_secs(5))?;
    connection.pragma_update(None, "journal_mode", "wal")?;
    connection.pragma_update(None, "synchronous", "full")?;
    connection.pragma_update(None, "foreign_keys", true)?;
    connection.pragma_update(None, "trusted_schema", false)?;
    Ok(connection)
}

/// Makes the directory and an empty file that only their owner may read. SQLite gives its
/// journal the mode of the file.
fn make_private(data_dir: &Path) -> std::io::Result<()> {
    fs::create_dir_all(data_dir)?;
    let mut options = fs::OpenOptions::new();
    options.create(true).append(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        options.mode(0o600);
    }
    options.open(data_dir.join(FILE)).map(drop)
}

fn migrate(connection: &mut Connection) -> Result<(), DepartmentError> {
    let known = i64::try_from(MIGRATIONS.len()).unwrap_or(i64::MAX);
    let tx = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let found: i64 = tx.pragma_query_value(None, "user_version", |row| row.get(0))?;
    if known < found {
        return Err(DepartmentError::NewerFile { found, known });
    }
    for sql in MIGRATIONS.iter().skip(usize::try_from(found).unwrap_or(0)) {
        tx.execute_batch(sql)?;
    }
    tx.pragma_update(None, "user_version", known)?;
    Ok(tx.commit()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_its_owner_reads_the_departments_files() {
        use std::os::unix::fs::PermissionsExt as _;
        let dir = tempfile::tempdir().expect("a directory for the test");
        let connection = open(dir.path()).expect("opens");
        connection.execute("DELETE FROM enrolment_code", []).expect("writes to the journal");

        for entry in fs::read_dir(dir.path()).expect("the directory is there") {
            let entry = entry.expect("the entry is there");
            let mode = entry.metadata().expect("has metadata").permissions().mode();
            assert_eq!(mode & 0o077, 0, "{}", entry.path().display());
        }
    }

    #[test]
    fn a_database_of_a_newer_program_is_left_alone() {
        let dir = tempfile::tempdir().expect("a directory for the test");
        let connection = open(dir.path()).expect("opens");
        connection.pragma_update(None, "user_version", 99).expect("writes");
        drop(connection);

        let refused = open(dir.path());

        assert!(matches!(refused, Err(DepartmentError::NewerFile { found: 99, .. })));
    }

    #[test]
    fn a_directory_without_a_department_is_not_made_one_by_looking() {
        let dir = tempfile::tempdir().expect("a directory for the test");

        assert!(matches!(open_existing(dir.path()), Err(DepartmentError::NotSetUp)));
        assert_eq!(fs::read_dir(dir.path()).expect("the directory is there").count(), 0);
    }
}
