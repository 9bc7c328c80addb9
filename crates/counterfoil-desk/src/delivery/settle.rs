//! What is written down after a try. Pure.

use std::time::Duration;

use counterfoil_queue::delivery::Attention;
use counterfoil_queue::retry::{WAIT_FIRST, wait_after};
use counterfoil_queue::time::UnixMillis;
use counterfoil_seal::acknowledgement::Acknowledged;
use counterfoil_seal::problem::ProblemDetails;
use counterfoil_store::Outcome;
use counterfoil_sync::{FaultKind, GetOutcome, LostKind, OfflineKind, PutOutcome};
use serde_json::json;

/// What the plan needs to know of the present.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Moment {
    pub(crate) now: UnixMillis,
    /// Faults before this try.
    pub(crate) faults: u32,
    /// Chooses a point in the wait; see [`wait_after`].
    pub(crate) jitter: u16,
}

/// What is written down: the outcome, and details for the log without answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Settled {
    pub(crate) outcome: Outcome,
    pub(crate) body: String,
}

/// After sending. `asked` is what the department said when it was asked about an answer that
/// got lost.
pub(crate) fn after_put(put: &PutOutcome, asked: Option<&GetOutcome>, at: Moment) -> Settled {
    match put {
        PutOutcome::Acknowledged(acknowledged) => acknowledged_as(acknowledged),
        PutOutcome::Rejected(problem) => rejected(problem),
        PutOutcome::Conflict => {
            let outcome = Outcome::Refused { why: Attention::Conflict };
            Settled { outcome, body: json!({ "problem": "conflict" }).to_string() }
        }
        PutOutcome::Fault { kind, retry_after } => faulted(kind, *retry_after, at),
        PutOutcome::Offline { kind } => offline(kind, at),
        PutOutcome::Ambiguous { kind } => match asked {
            Some(GetOutcome::Acknowledged(acknowledged)) => acknowledged_as(acknowledged),
            Some(GetOutcome::NotHeld | GetOutcome::Fault { .. } | GetOutcome::Offline { .. })
            | None => lost(kind, at),
        },
    }
}

/// After asking, before sending again. `None` when the department does not have it, so that it
/// is sent.
pub(crate) fn after_get(get: &GetOutcome, at: Moment) -> Option<Settled> {
    match get {
        GetOutcome::Acknowledged(acknowledged) => Some(acknowledged_as(acknowledged)),
        GetOutcome::NotHeld => None,
        GetOutcome::Fault { kind, retry_after } => Some(faulted(kind, *retry_after, at)),
        GetOutcome::Offline { kind } => Some(offline(kind, at)),
    }
}

fn acknowledged_as(acknowledged: &Acknowledged) -> Settled {
    let says = acknowledged.statement();
    Settled {
        outcome: Outcome::Acknowledged {
            reference: says.department_reference.clone(),
            received: UnixMillis(says.received_at_ms),
            acknowledgement: acknowledged.bytes().to_vec(),
        },
        body: json!({
            "department": says.department,
            "department_reference": says.department_reference,
            "received_at_ms": says.received_at_ms,
            "epoch": says.epoch,
        })
        .to_string(),
    }
}

fn rejected(problem: &ProblemDetails) -> Settled {
    let fields: Vec<_> = problem
        .fields
        .iter()
        .map(|f| json!({ "page": f.page, "field": f.field, "code": f.code }))
        .collect();
    Settled {
        outcome: Outcome::Refused { why: Attention::Rejected },
        body: json!({ "problem": problem.kind, "fields": fields }).to_string(),
    }
}

fn faulted(kind: &FaultKind, retry_after: Option<Duration>, at: Moment) -> Settled {
    let wait = wait_after(at.faults.saturating_add(1), retry_after, at.jitter);
    Settled {
        outcome: Outcome::Faulted { retry_at: later(at.now, wait) },
        body: json!({ "answer": format!("{kind:?}") }).to_string(),
    }
}

fn offline(kind: &OfflineKind, at: Moment) -> Settled {
    Settled {
        outcome: Outcome::Offline { retry_at: later(at.now, WAIT_FIRST) },
        body: json!({ "offline": format!("{kind:?}") }).to_string(),
    }
}

/// It went out and nobody knows whether it arrived: the next try asks first.
fn lost(kind: &LostKind, at: Moment) -> Settled {
    let wait = wait_after(at.faults.saturating_add(1), None, at.jitter);
    Settled {
        outcome: Outcome::Faulted { retry_at: later(at.now, wait) },
        body: json!({ "answer_lost": format!("{kind:?}") }).to_string(),
    }
}

fn later(now: UnixMillis, wait: Duration) -> UnixMillis {
    now.plus_millis(i64::try_from(wait.as_millis()).unwrap_or(i64::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    const AT: Moment = Moment { now: UnixMillis(1_000_000), faults: 0, jitter: u16::MAX };

    fn put_fault(kind: FaultKind) -> PutOutcome {
        PutOutcome::Fault { kind, retry_after: None }
    }

    #[test]
    fn whatever_answers_without_proof_is_tried_again_and_never_called_received() {
        let answers = [
            put_fault(FaultKind::WebPage),
            put_fault(FaultKind::Redirected(302)),
            put_fault(FaultKind::Status(200)),
            put_fault(FaultKind::Untrusted),
            PutOutcome::Offline { kind: OfflineKind::Connect },
            PutOutcome::Ambiguous { kind: LostKind::Cut },
        ];

        for answer in answers {
            let settled = after_put(&answer, None, AT);
            let again = matches!(
                settled.outcome,
                Outcome::Faulted { retry_at } | Outcome::Offline { retry_at } if retry_at > AT.now
            );
            assert!(again, "{answer:?} became {settled:?}");
        }
    }

    #[test]
    fn a_lost_answer_that_nobody_can_clear_up_stays_unknown() {
        let lost = PutOutcome::Ambiguous { kind: LostKind::Deadline };
        let offline = GetOutcome::Offline { kind: OfflineKind::Connect };

        for asked in [None, Some(&GetOutcome::NotHeld), Some(&offline)] {
            let settled = after_put(&lost, asked, AT);
            assert!(matches!(settled.outcome, Outcome::Faulted { .. }), "{settled:?}");
        }
    }

    #[test]
    fn it_is_sent_again_only_when_the_department_says_it_has_nothing() {
        let offline = GetOutcome::Offline { kind: OfflineKind::Timeout };

        assert_eq!(after_get(&GetOutcome::NotHeld, AT), None);
        assert!(after_get(&offline, AT).is_some());
    }
}
