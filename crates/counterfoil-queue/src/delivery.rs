//! How one recorded submission travels to its department.
//!
//! Start reading at [`Delivery::step`].

use serde::{Deserialize, Serialize};

use crate::time::UnixMillis;

/// Where a recorded submission stands. Each variant holds only what is true in that state.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum Delivery {
    /// Recorded; may be tried at or after `due`.
    Waiting {
        /// Department faults since the last success or release; being offline is not counted.
        faults: u32,
        /// When the next try may start.
        due: UnixMillis,
    },
    /// Handed to the network. After a crash this means "unknown", never "failed".
    Attempting {
        /// As in [`Delivery::Waiting`].
        faults: u32,
    },
    /// The department has it and has said so in its own words. Final.
    Acknowledged {
        /// The department's reference.
        reference: String,
        /// When the department says it received it.
        received: UnixMillis,
    },
    /// A person must act before the next try.
    NeedsAttention {
        /// What a person has to look at.
        why: Attention,
    },
}

/// Why a person must look at a submission.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Attention {
    /// The department read it and will not take it as it is.
    Rejected,
    /// The department holds other bytes under the same id. Both are kept.
    Conflict,
}

/// What can happen to a recorded submission.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DeliveryEvent {
    /// A try starts. Committed before any byte leaves.
    Picked,
    /// The department's acknowledgement was verified.
    Acknowledged {
        /// The department's reference.
        reference: String,
        /// When the department says it received it.
        received: UnixMillis,
    },
    /// The department refused it in its own words.
    Refused {
        /// What a person has to look at.
        why: Attention,
    },
    /// The department answered with a fault, or with something that is no acknowledgement.
    Faulted {
        /// When to try again.
        retry_at: UnixMillis,
    },
    /// The department could not be reached.
    Offline {
        /// When to try again.
        retry_at: UnixMillis,
    },
    /// The program started and found this submission in mid-try.
    Restarted {
        /// When it started.
        now: UnixMillis,
    },
    /// A person put it back in the queue.
    Released {
        /// When they did.
        now: UnixMillis,
    },
}

/// `event` cannot happen in `state`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{event:?} cannot happen to a submission that is {state:?}")]
pub struct IllegalStep {
    /// The state, unchanged.
    pub state: Delivery,
    /// What was tried.
    pub event: DeliveryEvent,
}

impl Delivery {
    /// The next state.
    ///
    /// # Errors
    /// [`IllegalStep`] when `event` cannot happen here; the state in it is unchanged.
    pub fn step(self, event: DeliveryEvent) -> Result<Self, IllegalStep> {
        use Delivery::{Acknowledged, Attempting, NeedsAttention, Waiting};
        use DeliveryEvent as Event;
        Ok(match (self, event) {
            (Waiting { faults, .. }, Event::Picked) => Attempting { faults },
            // A late acknowledgement of an earlier try is as good as a prompt one.
            (
                Attempting { .. } | Waiting { .. } | NeedsAttention { .. },
                Event::Acknowledged { reference, received },
            ) => Acknowledged { reference, received },
            (Attempting { .. }, Event::Refused { why }) => NeedsAttention { why },
            (Attempting { faults }, Event::Faulted { retry_at }) => {
                Waiting { faults: faults.saturating_add(1), due: retry_at }
            }
            // Being offline is normal at this desk, so it is never counted.
            (Attempting { faults }, Event::Offline { retry_at }) => {
                Waiting { faults, due: retry_at }
            }
            // The department may already have it; its id makes a resend safe.
            (Attempting { faults }, Event::Restarted { now }) => Waiting { faults, due: now },
            (NeedsAttention { .. }, Event::Released { now }) => Waiting { faults: 0, due: now },
            (state, event) => return Err(IllegalStep { state, event }),
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn any_event() -> impl Strategy<Value = DeliveryEvent> {
        let time = || (0_i64..1_000_000).prop_map(UnixMillis);
        prop_oneof![
            4 => Just(DeliveryEvent::Picked),
            1 => time().prop_map(|received| DeliveryEvent::Acknowledged {
                reference: "DVLA-1".into(),
                received,
            }),
            1 => prop_oneof![Just(Attention::Rejected), Just(Attention::Conflict)]
                .prop_map(|why| DeliveryEvent::Refused { why }),
            2 => time().prop_map(|retry_at| DeliveryEvent::Faulted { retry_at }),
            2 => time().prop_map(|retry_at| DeliveryEvent::Offline { retry_at }),
            2 => time().prop_map(|now| DeliveryEvent::Restarted { now }),
            1 => time().prop_map(|now| DeliveryEvent::Released { now }),
        ]
    }

    proptest! {
        /// Laws 1 to 3: in whatever order the network, the staff and the power act, what was
        /// acknowledged stays so, only the department's word makes it so, and no outage or
        /// fault ever ends the tries or puts work in front of a person.
        #[test]
        fn acknowledged_is_final_and_outages_never_end_the_tries(
            events in prop::collection::vec(any_event(), 0..80),
        ) {
            let mut state = Delivery::Waiting { faults: 0, due: UnixMillis(0) };
            for event in events {
                let before = state.clone();
                let said = matches!(event, DeliveryEvent::Acknowledged { .. });
                let refused = matches!(event, DeliveryEvent::Refused { .. });
                state = state.step(event).unwrap_or_else(|illegal| illegal.state);

                let was_final = matches!(before, Delivery::Acknowledged { .. });
                prop_assert!(!was_final || state == before, "left Acknowledged for {state:?}");
                let became = |now: bool| now && state != before;
                let acknowledged = matches!(state, Delivery::Acknowledged { .. });
                prop_assert!(!became(acknowledged) || said, "not the department's word");
                let held = matches!(state, Delivery::NeedsAttention { .. });
                prop_assert!(!became(held) || refused, "an outage held {before:?}");
            }
        }
    }

    #[test]
    fn a_step_that_cannot_happen_leaves_the_state_as_it_was() {
        let waiting = Delivery::Waiting { faults: 2, due: UnixMillis(5) };

        let illegal = waiting
            .clone()
            .step(DeliveryEvent::Refused { why: Attention::Rejected })
            .expect_err("nothing was asked of the department");

        assert_eq!(illegal.state, waiting);
    }
}
