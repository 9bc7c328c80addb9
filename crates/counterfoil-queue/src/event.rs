//! The terminal's log: every act is one event, chained to the one before by its hash.
//!
//! An event holds no answers. Its bytes are deterministic CBOR (RFC 8949 section 4.2: a definite
//! array, shortest integers), and its hash is an RFC 6962 leaf hash over them, so a Merkle tree
//! can be laid over the same log. Start reading at [`Event::follow`] and [`verify_link`].

use minicbor::{Decode, Encode};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::time::Stamp;

/// A SHA-256 value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Encode, Decode)]
#[cbor(transparent)]
pub struct Hash(
    #[n(0)]
    #[cbor(with = "minicbor::bytes")]
    pub [u8; 32],
);

impl Hash {
    /// What the first event of a log has as its previous hash.
    pub const GENESIS: Self = Self([0; 32]);

    /// SHA-256 of `bytes`.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }
}

/// Who did it. What the program does by itself is never put to a person's name (law 4).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Encode, Decode)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Actor {
    /// The program itself.
    #[n(0)]
    System,
    /// A member of staff, by staff number.
    #[n(1)]
    Staff {
        /// The staff number they signed in with.
        #[n(0)]
        number: String,
    },
    /// Whoever ran the command line on this machine, by operating system user.
    #[n(2)]
    Operator {
        /// The operating system's user name.
        #[n(0)]
        user: String,
    },
    /// The person served, at a kiosk where nobody signs in.
    #[n(3)]
    SelfService,
}

/// What was done. The text is what the log stores; the list only grows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Encode, Decode)]
#[serde(rename_all = "snake_case")]
#[cbor(index_only)]
pub enum EventKind {
    /// The terminal was set up; the first event of every log.
    #[n(0)]
    TerminalSetUp,
    /// A member of staff signed in.
    #[n(1)]
    SignedIn,
    /// A sign-in was refused.
    #[n(2)]
    SignInRefused,
    /// A member of staff signed out.
    #[n(3)]
    SignedOut,
    /// A submission was recorded on this terminal.
    #[n(4)]
    Recorded,
    /// A try to deliver started.
    #[n(5)]
    Attempted,
    /// A try ended because the department could not be reached.
    #[n(6)]
    Unreachable,
    /// A try ended with a fault, or with an answer that is no acknowledgement.
    #[n(7)]
    Faulted,
    /// A try was cut off by the end of the program; its outcome is not known.
    #[n(8)]
    Interrupted,
    /// The department's acknowledgement was verified; the readable answers were erased.
    #[n(9)]
    Acknowledged,
    /// The department refused the submission.
    #[n(10)]
    Refused,
    /// A person put the submission back in the queue.
    #[n(11)]
    Released,
    /// A receipt was handed to a printer.
    #[n(12)]
    ReceiptQueued,
    /// The printer says the receipt came out.
    #[n(13)]
    ReceiptPrinted,
    /// The receipt did not come out, or not whole.
    #[n(14)]
    ReceiptFailed,
    /// A receipt was written to a file that the operator chose.
    #[n(15)]
    ReceiptSaved,
    /// The terminal and a department exchanged keys.
    #[n(16)]
    Enrolled,
}

/// One entry of the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// 1 for the first, without gaps.
    pub sequence: u64,
    /// The hash of the event before, [`Hash::GENESIS`] for the first.
    pub previous: Hash,
    /// When, on both clocks.
    pub stamp: Stamp,
    /// Who did it.
    pub actor: Actor,
    /// The second person, where two were needed.
    pub second_actor: Option<Actor>,
    /// What was done.
    pub kind: EventKind,
    /// What it was done to: a submission's id, a receipt's id, a department; no personal data.
    pub subject: Option<String>,
    /// SHA-256 of the event's body (details without answers; may be empty).
    pub body: Hash,
}

/// What is to be logged; the log itself gives it its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewEvent {
    /// When, on both clocks.
    pub stamp: Stamp,
    /// Who did it.
    pub actor: Actor,
    /// The second person, where two were needed.
    pub second_actor: Option<Actor>,
    /// What was done.
    pub kind: EventKind,
    /// What it was done to.
    pub subject: Option<String>,
    /// Details as a JSON object, without answers; kept beside the event, hashed into it.
    pub body: String,
}

#[derive(Encode)]
#[cbor(array)]
struct Canonical<'a> {
    #[n(0)]
    sequence: u64,
    #[n(1)]
    previous: Hash,
    #[n(2)]
    wall_ms: i64,
    #[n(3)]
    offset_minutes: i16,
    #[n(4)]
    monotonic_ms: u64,
    #[cbor(n(5), with = "minicbor::bytes")]
    boot: [u8; 16],
    #[n(6)]
    actor: &'a Actor,
    #[n(7)]
    second_actor: Option<&'a Actor>,
    #[n(8)]
    kind: EventKind,
    #[n(9)]
    subject: Option<&'a str>,
    #[n(10)]
    body: Hash,
}

impl Event {
    /// The event that `new` becomes behind the event numbered `last` with hash `previous`
    /// (0 and [`Hash::GENESIS`] at the start of a log).
    #[must_use]
    pub fn follow(last: u64, previous: Hash, new: NewEvent) -> Self {
        Self {
            sequence: last + 1,
            previous,
            body: Hash::of(new.body.as_bytes()),
            stamp: new.stamp,
            actor: new.actor,
            second_actor: new.second_actor,
            kind: new.kind,
            subject: new.subject,
        }
    }

    /// The event's canonical bytes.
    #[must_use]
    pub fn to_cbor(&self) -> Vec<u8> {
        let canonical = Canonical {
            sequence: self.sequence,
            previous: self.previous,
            wall_ms: self.stamp.wall.0,
            offset_minutes: self.stamp.offset_minutes,
            monotonic_ms: self.stamp.monotonic_ms,
            boot: self.stamp.boot.0,
            actor: &self.actor,
            second_actor: self.second_actor.as_ref(),
            kind: self.kind,
            subject: self.subject.as_deref(),
            body: self.body,
        };
        let mut bytes = Vec::with_capacity(192);
        let encoded: Result<(), _> = minicbor::encode(&canonical, &mut bytes);
        debug_assert!(encoded.is_ok(), "writing to a Vec cannot fail");
        bytes
    }

    /// The RFC 6962 leaf hash: SHA-256 of a zero byte and the canonical bytes.
    #[must_use]
    pub fn hash(&self) -> Hash {
        let mut hasher = Sha256::new();
        hasher.update([0]);
        hasher.update(self.to_cbor());
        Hash(hasher.finalize().into())
    }
}

/// Where a log does not hold together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BrokenLink {
    /// An event is missing or out of place.
    #[error("event {expected} was expected, event {found} was found")]
    Gap {
        /// The number that should stand here.
        expected: u64,
        /// The number that does.
        found: u64,
    },
    /// The event does not name the hash of the one before it.
    #[error("event {0} does not follow the event before it")]
    Previous(u64),
    /// The body kept beside the event is not the one it was made with.
    #[error("the details of event {0} were changed")]
    Body(u64),
}

/// Checks that `event`, kept with `body`, stands directly behind number `last` with hash
/// `previous`, and returns its own hash.
///
/// # Errors
/// [`BrokenLink`] says which event is at fault and how.
pub fn verify_link(
    last: u64,
    previous: Hash,
    event: &Event,
    body: &str,
) -> Result<Hash, BrokenLink> {
    if event.sequence != last + 1 {
        return Err(BrokenLink::Gap { expected: last + 1, found: event.sequence });
    }
    if event.previous != previous {
        return Err(BrokenLink::Previous(event.sequence));
    }
    if event.body != Hash::of(body.as_bytes()) {
        return Err(BrokenLink::Body(event.sequence));
    }
    Ok(event.hash())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::{BootId, UnixMillis};

    fn new_event(kind: EventKind, body: &str) -> NewEvent {
        NewEvent {
            stamp: Stamp {
                wall: UnixMillis(1_700_000_000_000),
                offset_minutes: 60,
                monotonic_ms: 42,
                boot: BootId([7; 16]),
            },
            actor: Actor::Staff { number: "100234".into() },
            second_actor: None,
            kind,
            subject: Some("0192-some-id".into()),
            body: body.into(),
        }
    }

    fn log() -> Vec<(Event, String)> {
        let kinds = [EventKind::TerminalSetUp, EventKind::Recorded, EventKind::Attempted];
        let mut log: Vec<(Event, String)> = Vec::new();
        for kind in kinds {
            let (last, previous) =
                log.last().map_or((0, Hash::GENESIS), |(e, _)| (e.sequence, e.hash()));
            log.push((Event::follow(last, previous, new_event(kind, "{}")), "{}".into()));
        }
        log
    }

    fn verify(log: &[(Event, String)]) -> Result<Hash, BrokenLink> {
        log.iter()
            .try_fold((0, Hash::GENESIS), |(last, previous), (event, body)| {
                verify_link(last, previous, event, body).map(|hash| (event.sequence, hash))
            })
            .map(|(_, hash)| hash)
    }

    #[test]
    fn a_log_as_it_was_written_verifies() {
        let log = log();

        assert_eq!(verify(&log), Ok(log[2].0.hash()));
    }

    #[test]
    fn a_changed_event_breaks_the_one_behind_it() {
        let mut log = log();
        log[1].0.actor = Actor::System;

        assert_eq!(verify(&log), Err(BrokenLink::Previous(3)));
    }

    #[test]
    fn a_removed_event_and_a_changed_body_are_named() {
        let mut removed = log();
        removed.remove(1);
        let mut changed = log();
        changed[1].1 = "{\"attempt\":2}".into();

        assert_eq!(verify(&removed), Err(BrokenLink::Gap { expected: 2, found: 3 }));
        assert_eq!(verify(&changed), Err(BrokenLink::Body(2)));
    }

    #[test]
    fn canonical_bytes_do_not_change_between_versions() {
        let event = Event::follow(0, Hash::GENESIS, new_event(EventKind::TerminalSetUp, "{}"));

        let hex: String = event.hash().0.iter().map(|byte| format!("{byte:02x}")).collect();

        assert_eq!(hex, "47a61754846a21b9675f303419034e17200dd771201e914a438a11eecc03dce2");
    }
}
