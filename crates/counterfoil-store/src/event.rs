//! Table `event`: the terminal's log. Rows are added and read, never changed.

use counterfoil_queue::event::{BrokenLink, Event, Hash, NewEvent, verify_link};
use rusqlite::{Connection, OptionalExtension as _, Row, named_params};

use crate::error::StoreError;
use crate::row;
use crate::store::Store;

/// Bytes of an event's details at most.
const BODY_MAX: usize = 16 * 1024;

/// An event with the details kept beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoggedEvent {
    /// The event.
    pub event: Event,
    /// Its details, a JSON object without answers.
    pub body: String,
}

/// The end of the log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LogHead {
    /// Number of the last event, 0 when there is none.
    pub sequence: u64,
    /// Its hash.
    pub hash: Hash,
}

impl Store {
    /// Logs an act that changes nothing else, such as a sign-in.
    ///
    /// # Errors
    /// [`StoreError::TooLong`] when the details are; otherwise the database's.
    pub fn log(&self, new: NewEvent) -> Result<Event, StoreError> {
        self.write(|tx| append(tx, new))
    }

    /// What happened to `subject`, oldest first, the newest `limit` events.
    ///
    /// # Errors
    /// The database's.
    pub fn events_for(&self, subject: &str, limit: u32) -> Result<Vec<LoggedEvent>, StoreError> {
        const SQL: &str = "
            SELECT sequence, previous, wall_ms, offset_minutes, monotonic_ms, boot,
                   actor, second_actor, kind, subject, body
            FROM event WHERE subject = :subject
            ORDER BY sequence DESC
            LIMIT :limit";
        self.read(|conn| {
            let mut stmt = conn.prepare_cached(SQL)?;
            let mut rows = stmt.query(named_params! { ":subject": subject, ":limit": limit })?;
            let mut events = Vec::new();
            while let Some(row) = rows.next()? {
                events.push(from_row(row)?);
            }
            events.reverse();
            Ok(events)
        })
    }

    /// Walks the whole log and returns its end.
    ///
    /// # Errors
    /// [`StoreError::Log`] names the first event that does not hold.
    pub fn verify_log(&self) -> Result<LogHead, StoreError> {
        const SQL: &str = "
            SELECT sequence, previous, wall_ms, offset_minutes, monotonic_ms, boot,
                   actor, second_actor, kind, subject, body, hash
            FROM event ORDER BY sequence";
        self.read(|conn| {
            let mut stmt = conn.prepare_cached(SQL)?;
            let mut rows = stmt.query([])?;
            let mut head = LogHead { sequence: 0, hash: Hash::GENESIS };
            while let Some(row) = rows.next()? {
                head = follow(head, &from_row(row)?, row::hash(row, 11)?)?;
            }
            Ok(head)
        })
    }
}

/// Adds an event behind the last, in the transaction of what it tells.
pub(crate) fn append(tx: &Connection, new: NewEvent) -> Result<Event, StoreError> {
    const SQL: &str = "
        INSERT INTO event (sequence, previous, hash, wall_ms, offset_minutes, monotonic_ms, boot,
                           actor, second_actor, kind, subject, body)
        VALUES (:sequence, :previous, :hash, :wall_ms, :offset_minutes, :monotonic_ms, :boot,
                :actor, :second_actor, :kind, :subject, :body)";
    row::check_length("event body", new.body.as_bytes(), BODY_MAX)?;
    let body = new.body.clone();
    let head = head(tx)?;
    let event = Event::follow(head.sequence, head.hash, new);
    let second = event.second_actor.as_ref();
    let second = second.map(|actor| row::to_json(actor, "actor")).transpose()?;
    tx.prepare_cached(SQL)?.execute(named_params! {
        ":sequence": row::signed(event.sequence),
        ":previous": event.previous.0,
        ":hash": event.hash().0,
        ":wall_ms": event.stamp.wall.0,
        ":offset_minutes": event.stamp.offset_minutes,
        ":monotonic_ms": row::signed(event.stamp.monotonic_ms),
        ":boot": event.stamp.boot.0,
        ":actor": row::to_json(&event.actor, "actor")?,
        ":second_actor": second,
        ":kind": row::to_word(&event.kind, "event kind")?,
        ":subject": event.subject,
        ":body": body,
    })?;
    Ok(event)
}

fn head(conn: &Connection) -> Result<LogHead, StoreError> {
    const SQL: &str = "SELECT sequence, hash FROM event ORDER BY sequence DESC LIMIT 1";
    let mut stmt = conn.prepare_cached(SQL)?;
    let last = stmt.query_row([], |row| {
        Ok(LogHead { sequence: row::unsigned(row, 0)?, hash: row::hash(row, 1)? })
    });
    Ok(last.optional()?.unwrap_or(LogHead { sequence: 0, hash: Hash::GENESIS }))
}

fn follow(head: LogHead, logged: &LoggedEvent, stored: Hash) -> Result<LogHead, BrokenLink> {
    let hash = verify_link(head.sequence, head.hash, &logged.event, &logged.body)?;
    if hash != stored {
        return Err(BrokenLink::Body(logged.event.sequence));
    }
    Ok(LogHead { sequence: logged.event.sequence, hash })
}

fn from_row(row: &Row<'_>) -> Result<LoggedEvent, StoreError> {
    let second: Option<String> = row.get(7)?;
    let body: String = row.get(10)?;
    let event = Event {
        sequence: row::unsigned(row, 0)?,
        previous: row::hash(row, 1)?,
        stamp: row::stamp(row, 2)?,
        actor: row::from_json(&row.get::<_, String>(6)?, "actor")?,
        second_actor: second.map(|text| row::from_json(&text, "actor")).transpose()?,
        kind: row::from_word(row.get(8)?, "event kind")?,
        subject: row.get(9)?,
        body: Hash::of(body.as_bytes()),
    };
    Ok(LoggedEvent { event, body })
}
