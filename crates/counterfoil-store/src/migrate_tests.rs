use std::fs;
use std::path::Path;

use rusqlite::Connection;

use super::{MIGRATIONS, migrate_to};
use crate::StoreError;
use crate::connection;
use crate::test_support::{copy_as_it_stands, id, key, record, terminal};

/// What a later migration may look like; stands in until there is one.
const NEXT: &str = "
    CREATE TABLE draft (id TEXT NOT NULL PRIMARY KEY) STRICT;
    ALTER TABLE staff ADD COLUMN valid_until_ms INTEGER";

fn next() -> Vec<&'static str> {
    let mut migrations = MIGRATIONS.to_vec();
    migrations.push(NEXT);
    migrations
}

fn open(dir: &Path) -> Connection {
    let path = dir.join("queue.db");
    if !path.exists() {
        fs::write(&path, b"").expect("there is room");
    }
    let conn = connection::open(&path, &key()).expect("it is sound");
    connection::configure(&conn).expect("every setting takes");
    conn
}

fn schema(conn: &Connection) -> Vec<String> {
    let sql = "SELECT type || name || coalesce(sql, '') FROM sqlite_master ORDER BY type, name";
    let mut stmt = conn.prepare(sql).expect("it is SQL");
    let rows = stmt.query_map([], |row| row.get(0)).expect("it runs");
    rows.collect::<Result<_, _>>().expect("it is text")
}

fn version(conn: &Connection) -> i64 {
    conn.pragma_query_value(None, "user_version", |row| row.get(0)).expect("it reads")
}

#[test]
fn an_old_file_with_rows_is_upgraded_and_keeps_them() {
    let (dir, store) = terminal();
    record(&store, 1);
    let before = store.submission(id(1)).expect("it reads");
    let log = store.verify_log().expect("the log is whole");
    drop(store);

    let mut conn = open(dir.path());
    migrate_to(&mut conn, &next()).expect("it is a sound migration");

    assert_eq!(version(&conn), 2);
    assert!(schema(&conn).iter().any(|entry| entry.contains("draft")));
    // The rows are read by today's program: the number is put back for it.
    conn.pragma_update(None, "user_version", 1).expect("it is only a number");
    drop(conn);
    let again = crate::Store::open(dir.path(), crate::test_support::NOW).expect("it is sound");
    assert_eq!(again.submission(id(1)).expect("it reads"), before);
    assert_eq!(again.verify_log().expect("the log is whole"), log);
}

#[test]
fn an_upgraded_file_has_the_schema_of_a_fresh_one() {
    let (upgraded, fresh) = (tempfile::tempdir(), tempfile::tempdir());
    let mut upgraded = open(upgraded.as_ref().expect("a directory").path());
    let mut fresh = open(fresh.as_ref().expect("a directory").path());

    migrate_to(&mut upgraded, MIGRATIONS).expect("it is a sound migration");
    migrate_to(&mut upgraded, &next()).expect("it is a sound migration");
    migrate_to(&mut fresh, &next()).expect("it is a sound migration");

    assert_eq!(schema(&upgraded), schema(&fresh));
    assert!(schema(&fresh).len() > 20);
}

#[test]
fn a_step_that_fails_leaves_the_old_file() {
    let (dir, store) = terminal();
    record(&store, 1);
    drop(store);
    let mut conn = open(dir.path());
    let before = schema(&conn);
    let mut broken = next();
    broken.push("DELETE FROM submission");

    let refused = migrate_to(&mut conn, &broken);

    assert!(refused.is_err(), "not even a migration may delete what was recorded");
    assert_eq!(schema(&conn), before);
    assert_eq!(version(&conn), 1);
}

#[test]
fn a_newer_file_is_refused_and_untouched() {
    let (dir, store) = terminal();
    drop(store);
    let mut conn = open(dir.path());
    migrate_to(&mut conn, &next()).expect("it is a sound migration");
    connection::checkpoint(&conn).expect("nobody else reads");
    let before = copy_as_it_stands(dir.path());

    let refused = migrate_to(&mut conn, MIGRATIONS);

    assert!(matches!(refused, Err(StoreError::NewerFile { found: 2, known: 1 })));
    for name in ["queue.db", "queue.db-wal"] {
        let read = |dir: &Path| fs::read(dir.join(name)).expect("it is there");
        assert!(read(before.path()) == read(dir.path()), "{name}");
    }
}

#[test]
fn migrating_a_second_time_changes_nothing() {
    let dir = tempfile::tempdir().expect("a directory");
    let mut conn = open(dir.path());
    assert_eq!(version(&conn), 0);
    migrate_to(&mut conn, MIGRATIONS).expect("it is a sound migration");
    let once = schema(&conn);

    migrate_to(&mut conn, MIGRATIONS).expect("there is nothing to do");

    assert_eq!((version(&conn), schema(&conn)), (1, once));
}
