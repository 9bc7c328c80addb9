//! Table `terminal`: who this terminal is. One row, written at set-up.

use counterfoil_queue::event::{EventKind, NewEvent};
use counterfoil_queue::ids::{TerminalId, TerminalNumber};
use counterfoil_queue::time::Stamp;
use rusqlite::{Connection, Row, named_params};
use zeroize::{Zeroize, ZeroizeOnDrop};

use crate::deliver::Act;
use crate::error::StoreError;
use crate::staff::Staff;
use crate::store::Store;
use crate::{event, row, staff};

/// The Ed25519 seed that the terminal signs with. Wiped from memory when dropped; never shown.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct SigningSeed([u8; 32]);

impl SigningSeed {
    /// A seed from 32 bytes of the system's random source.
    #[must_use]
    pub fn from_random(random: [u8; 32]) -> Self {
        Self(random)
    }

    /// The bytes, for the signer.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

/// What a terminal is set up with.
pub struct TerminalSetUp {
    /// Its id, new.
    pub id: TerminalId,
    /// Its short number, unique within the organisation.
    pub number: TerminalNumber,
    /// The outlet's name, as on receipts.
    pub outlet: String,
    /// Who runs the outlet.
    pub organisation: String,
    /// Invented outlet and people.
    pub demonstration: bool,
    /// What it will sign with, new.
    pub signing_seed: SigningSeed,
    /// The first people who may sign in.
    pub staff: Vec<Staff>,
}

/// The terminal as it was set up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Terminal {
    /// Its id.
    pub id: TerminalId,
    /// Its short number.
    pub number: TerminalNumber,
    /// The outlet's name.
    pub outlet: String,
    /// Who runs the outlet.
    pub organisation: String,
    /// Invented outlet and people.
    pub demonstration: bool,
    /// When it was set up.
    pub set_up: Stamp,
}

impl Store {
    /// Who this terminal is.
    ///
    /// # Errors
    /// The database's.
    pub fn terminal(&self) -> Result<Terminal, StoreError> {
        const SQL: &str = "
            SELECT id, number, outlet, organisation, demonstration,
                   set_up_ms, set_up_offset_minutes, set_up_monotonic_ms, set_up_boot
            FROM terminal";
        self.read(|conn| conn.prepare_cached(SQL)?.query_row([], |row| Ok(from_row(row)))?)
    }

    /// What this terminal signs with.
    ///
    /// # Errors
    /// The database's.
    pub fn signing_seed(&self) -> Result<SigningSeed, StoreError> {
        const SQL: &str = "SELECT signing_seed FROM terminal";
        self.read(|conn| {
            Ok(conn.prepare_cached(SQL)?.query_row([], |row| Ok(SigningSeed(row.get(0)?)))?)
        })
    }
}

/// Writes the terminal, its first staff and the log's first event.
pub(crate) fn set_up(tx: &Connection, new: &TerminalSetUp, act: Act) -> Result<(), StoreError> {
    insert(tx, new, act.stamp)?;
    for member in &new.staff {
        staff::put(tx, member)?;
    }
    let body = serde_json::json!({
        "number": new.number.get(),
        "outlet": new.outlet,
        "organisation": new.organisation,
        "demonstration": new.demonstration,
        "staff": new.staff.iter().map(|member| member.number.as_str()).collect::<Vec<_>>(),
    });
    event::append(
        tx,
        NewEvent {
            subject: Some(new.id.to_string()),
            body: body.to_string(),
            ..act.does(EventKind::TerminalSetUp)
        },
    )?;
    Ok(())
}

fn insert(tx: &Connection, new: &TerminalSetUp, stamp: Stamp) -> Result<(), StoreError> {
    const SQL: &str = "
        INSERT INTO terminal (one, id, number, outlet, organisation, demonstration, signing_seed,
                              set_up_ms, set_up_offset_minutes, set_up_monotonic_ms, set_up_boot)
        VALUES (1, :id, :number, :outlet, :organisation, :demonstration, :signing_seed,
                :set_up_ms, :set_up_offset_minutes, :set_up_monotonic_ms, :set_up_boot)";
    tx.prepare_cached(SQL)?.execute(named_params! {
        ":id": new.id.to_string(),
        ":number": new.number.get(),
        ":outlet": new.outlet,
        ":organisation": new.organisation,
        ":demonstration": new.demonstration,
        ":signing_seed": new.signing_seed.as_bytes(),
        ":set_up_ms": stamp.wall.0,
        ":set_up_offset_minutes": stamp.offset_minutes,
        ":set_up_monotonic_ms": row::signed(stamp.monotonic_ms),
        ":set_up_boot": stamp.boot.0,
    })?;
    Ok(())
}

fn from_row(row: &Row<'_>) -> Result<Terminal, StoreError> {
    let id: String = row.get(0)?;
    Ok(Terminal {
        id: TerminalId(id.parse().map_err(|_| StoreError::Unreadable("terminal id"))?),
        number: TerminalNumber::new(row.get(1)?)
            .ok_or(StoreError::Unreadable("terminal number"))?,
        outlet: row.get(2)?,
        organisation: row.get(3)?,
        demonstration: row.get(4)?,
        set_up: row::stamp(row, 5)?,
    })
}
