//! The steps of a delivery: each moves the submission's state and logs it in one transaction.

use counterfoil_queue::delivery::{Attention, Delivery, DeliveryEvent};
use counterfoil_queue::event::{Actor, EventKind, NewEvent};
use counterfoil_queue::ids::{Sequence, SubmissionId};
use counterfoil_queue::time::{Stamp, UnixMillis};
use rusqlite::Connection;

use crate::error::StoreError;
use crate::sealed::Sealed;
use crate::store::Store;
use crate::{connection, content, delivery, event, row, sealed, submission};

/// Bytes of an acknowledgement at most.
const ACKNOWLEDGEMENT_MAX: usize = 64 * 1024;

/// Who does something, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Act {
    /// When, on both clocks.
    pub stamp: Stamp,
    /// Who.
    pub actor: Actor,
}

impl Act {
    /// Something the program does by itself.
    #[must_use]
    pub fn system(stamp: Stamp) -> Self {
        Self { stamp, actor: Actor::System }
    }

    /// This act as an event without subject or details.
    #[must_use]
    pub fn does(self, kind: EventKind) -> NewEvent {
        NewEvent {
            stamp: self.stamp,
            actor: self.actor,
            second_actor: None,
            kind,
            subject: None,
            body: "{}".into(),
        }
    }
}

/// How a try ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// The department's acknowledgement was verified.
    Acknowledged {
        /// The department's reference.
        reference: String,
        /// When the department says it received it.
        received: UnixMillis,
        /// The acknowledgement, whole.
        acknowledgement: Vec<u8>,
    },
    /// The department refused it in its own words.
    Refused {
        /// What a person has to look at.
        why: Attention,
    },
    /// A fault, or an answer that is no acknowledgement.
    Faulted {
        /// When to try again.
        retry_at: UnixMillis,
    },
    /// The department could not be reached.
    Offline {
        /// When to try again.
        retry_at: UnixMillis,
    },
}

impl Store {
    /// A try starts: commits that it does before any byte leaves. The first try brings what is
    /// sent in `seal`; later ones bring `None` and send what was kept.
    ///
    /// # Errors
    /// [`StoreError::Step`] when the submission does not wait; [`StoreError::NotSealed`] and
    /// [`StoreError::AlreadyExists`] about the sealed package; [`StoreError::NotFound`].
    pub fn begin_attempt(
        &self,
        id: SubmissionId,
        seal: Option<&Sealed>,
        act: Act,
    ) -> Result<(), StoreError> {
        self.write(|tx| {
            let sequence = submission::sequence_of(tx, id)?;
            if let Some(seal) = seal {
                sealed::insert(tx, sequence, seal)?;
            }
            if sealed::digest(tx, sequence)?.is_none() {
                return Err(StoreError::NotSealed);
            }
            step(tx, sequence, DeliveryEvent::Picked, None)?;
            append(tx, id, EventKind::Attempted, act, "{}")
        })
    }

    /// A try ended. `body` holds details for the log, a JSON object without answers.
    ///
    /// With [`Outcome::Acknowledged`] the readable answers are erased in the same transaction,
    /// and then leave the write-ahead log too. Returns where the submission stands now.
    ///
    /// # Errors
    /// [`StoreError::Step`] when it cannot end so; [`StoreError::NotFound`];
    /// [`StoreError::TooLong`].
    pub fn settle(
        &self,
        id: SubmissionId,
        outcome: Outcome,
        act: Act,
        body: &str,
    ) -> Result<Delivery, StoreError> {
        let (delivery_event, kind, acknowledgement) = outcome.parts();
        let bytes = acknowledgement.as_deref();
        row::check_length("acknowledgement", bytes.unwrap_or_default(), ACKNOWLEDGEMENT_MAX)?;
        let now = self.write(|tx| {
            let sequence = submission::sequence_of(tx, id)?;
            let now = step(tx, sequence, delivery_event, bytes)?;
            if bytes.is_some() {
                content::erase(tx, sequence)?;
            }
            append(tx, id, kind, act, body)?;
            Ok::<_, StoreError>(now)
        })?;
        if acknowledgement.is_some() {
            self.clear_log(id);
        }
        Ok(now)
    }

    /// A person puts a submission that needed attention back in the queue, due at once.
    ///
    /// # Errors
    /// [`StoreError::Step`] when it needs no attention; [`StoreError::NotFound`].
    pub fn release(&self, id: SubmissionId, act: Act) -> Result<(), StoreError> {
        self.write(|tx| {
            let sequence = submission::sequence_of(tx, id)?;
            step(tx, sequence, DeliveryEvent::Released { now: act.stamp.wall }, None)?;
            append(tx, id, EventKind::Released, act, "{}")
        })
    }

    /// At start, before the first try: whatever was in mid-try when the program ended is due
    /// again, its outcome unknown. Attributed to the program. Returns which they were.
    ///
    /// # Errors
    /// The database's.
    pub fn recover_interrupted(&self, stamp: Stamp) -> Result<Vec<SubmissionId>, StoreError> {
        self.write(|tx| {
            let ids = delivery::attempting(tx)?;
            for id in &ids {
                let sequence = submission::sequence_of(tx, *id)?;
                step(tx, sequence, DeliveryEvent::Restarted { now: stamp.wall }, None)?;
                append(tx, *id, EventKind::Interrupted, Act::system(stamp), "{}")?;
            }
            Ok(ids)
        })
    }

    /// The erasure is committed; a log that cannot be emptied now is emptied at the next
    /// checkpoint or start, and is encrypted until then.
    fn clear_log(&self, id: SubmissionId) {
        if let Err(error) = self.read(connection::checkpoint) {
            tracing::warn!(%id, %error, "the write-ahead log could not be emptied");
        }
    }
}

impl Outcome {
    fn parts(self) -> (DeliveryEvent, EventKind, Option<Vec<u8>>) {
        match self {
            Self::Acknowledged { reference, received, acknowledgement } => (
                DeliveryEvent::Acknowledged { reference, received },
                EventKind::Acknowledged,
                Some(acknowledgement),
            ),
            Self::Refused { why } => (DeliveryEvent::Refused { why }, EventKind::Refused, None),
            Self::Faulted { retry_at } => {
                (DeliveryEvent::Faulted { retry_at }, EventKind::Faulted, None)
            }
            Self::Offline { retry_at } => {
                (DeliveryEvent::Offline { retry_at }, EventKind::Unreachable, None)
            }
        }
    }
}

fn step(
    tx: &Connection,
    sequence: Sequence,
    event: DeliveryEvent,
    acknowledgement: Option<&[u8]>,
) -> Result<Delivery, StoreError> {
    let next = delivery::get(tx, sequence)?.step(event)?;
    delivery::put(tx, sequence, &next, acknowledgement)?;
    Ok(next)
}

fn append(
    tx: &Connection,
    id: SubmissionId,
    kind: EventKind,
    act: Act,
    body: &str,
) -> Result<(), StoreError> {
    let subject = Some(id.to_string());
    event::append(tx, NewEvent { subject, body: body.into(), ..act.does(kind) })?;
    Ok(())
}

#[cfg(test)]
#[path = "deliver_tests.rs"]
mod tests;
