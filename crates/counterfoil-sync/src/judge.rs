//! What an answer proves. Pure: facts in, outcome out.

use counterfoil_seal::acknowledgement::{Acknowledged, NotAnAcknowledgement};
use counterfoil_seal::enrolment::{Enrolled, NotAnEnrolment};
use counterfoil_seal::probe::{NotAPong, Pong};
use counterfoil_seal::problem::{ProblemType, Remedy};

use crate::exchange::{Answer, NoAnswer};
use crate::outcome::{
    EnrolOutcome, FaultKind, GetOutcome, OfflineKind, PutOutcome, Reached, Unreached,
};

type Verified = Result<Acknowledged, NotAnAcknowledgement>;

/// `verify` is asked only where the status is one of success.
pub(crate) fn put(
    exchanged: Result<Answer, NoAnswer>,
    verify: impl FnOnce(&[u8]) -> Verified,
) -> PutOutcome {
    let answer = match exchanged {
        Ok(answer) => answer,
        Err(NoAnswer::Offline(kind)) => return PutOutcome::Offline { kind },
        Err(NoAnswer::Lost(kind)) => return PutOutcome::Ambiguous { kind },
        Err(NoAnswer::Untrusted) => return put_fault(FaultKind::Untrusted),
        Err(NoAnswer::Oversized) => return put_fault(FaultKind::Oversized),
    };
    let retry_after = answer.retry_after;
    if answer.is_success() {
        return match verify(&answer.body) {
            Ok(acknowledged) => PutOutcome::Acknowledged(Box::new(acknowledged)),
            Err(why) => PutOutcome::Fault { kind: no_proof(&answer, why), retry_after },
        };
    }
    match answer.problem() {
        Some(problem) if problem.kind == ProblemType::Conflict => PutOutcome::Conflict,
        Some(problem) if problem.kind.remedy() == Remedy::Person => PutOutcome::Rejected(problem),
        Some(problem) => PutOutcome::Fault { kind: FaultKind::Problem(problem.kind), retry_after },
        None => PutOutcome::Fault { kind: answer.fault(), retry_after },
    }
}

fn put_fault(kind: FaultKind) -> PutOutcome {
    PutOutcome::Fault { kind, retry_after: None }
}

fn no_proof(answer: &Answer, why: NotAnAcknowledgement) -> FaultKind {
    if answer.is_web_page() { FaultKind::WebPage } else { FaultKind::NotAnAcknowledgement(why) }
}

pub(crate) fn get(
    exchanged: Result<Answer, NoAnswer>,
    verify: impl FnOnce(&[u8]) -> Verified,
) -> GetOutcome {
    let answer = match exchanged.map_err(harmless) {
        Ok(answer) => answer,
        Err(Harmless::Offline(kind)) => return GetOutcome::Offline { kind },
        Err(Harmless::Fault(kind)) => return GetOutcome::Fault { kind, retry_after: None },
    };
    let retry_after = answer.retry_after;
    if answer.is_success() {
        return match verify(&answer.body) {
            Ok(acknowledged) => GetOutcome::Acknowledged(Box::new(acknowledged)),
            Err(why) => GetOutcome::Fault { kind: no_proof(&answer, why), retry_after },
        };
    }
    match answer.problem() {
        Some(problem) if problem.kind == ProblemType::NotFound => GetOutcome::NotHeld,
        Some(problem) => GetOutcome::Fault { kind: FaultKind::Problem(problem.kind), retry_after },
        None => GetOutcome::Fault { kind: answer.fault(), retry_after },
    }
}

pub(crate) fn enrol(
    exchanged: Result<Answer, NoAnswer>,
    verify: impl FnOnce(&[u8]) -> Result<Enrolled, NotAnEnrolment>,
) -> EnrolOutcome {
    let answer = match exchanged.map_err(harmless) {
        Ok(answer) => answer,
        Err(Harmless::Offline(kind)) => return EnrolOutcome::Offline { kind },
        Err(Harmless::Fault(kind)) => return EnrolOutcome::Fault { kind, retry_after: None },
    };
    let retry_after = answer.retry_after;
    if answer.is_success() {
        let kind = match verify(&answer.body) {
            Ok(enrolled) => {
                return EnrolOutcome::Enrolled { enrolled: Box::new(enrolled), bytes: answer.body };
            }
            Err(_) if answer.is_web_page() => FaultKind::WebPage,
            Err(why) => FaultKind::NotAnEnrolment(why),
        };
        return EnrolOutcome::Fault { kind, retry_after };
    }
    match answer.problem() {
        Some(problem) if problem.kind.remedy() == Remedy::Wait => {
            EnrolOutcome::Fault { kind: FaultKind::Problem(problem.kind), retry_after }
        }
        Some(problem) => EnrolOutcome::Refused(problem.kind),
        None => EnrolOutcome::Fault { kind: answer.fault(), retry_after },
    }
}

pub(crate) fn probe(
    exchanged: Result<Answer, NoAnswer>,
    verify: impl FnOnce(&[u8]) -> Result<Pong, NotAPong>,
) -> Result<Reached, Unreached> {
    let answer = exchanged.map_err(|none| match harmless(none) {
        Harmless::Offline(kind) => Unreached::Offline { kind },
        Harmless::Fault(kind) => Unreached::Intercepted { kind },
    })?;
    let kind = match answer.status {
        200 | 201 => match verify(&answer.body) {
            Ok(pong) => return Ok(Reached { department_time_ms: pong.time_ms }),
            Err(_) if answer.is_web_page() => FaultKind::WebPage,
            Err(why) => FaultKind::NotAPong(why),
        },
        status @ (429 | 500..=599) => return Err(Unreached::Faulty { status }),
        _ => answer.fault(),
    };
    Err(Unreached::Intercepted { kind })
}

/// A missing answer to a question that changes nothing, or may be asked again.
enum Harmless {
    Offline(OfflineKind),
    Fault(FaultKind),
}

fn harmless(none: NoAnswer) -> Harmless {
    match none {
        NoAnswer::Offline(kind) => Harmless::Offline(kind),
        NoAnswer::Lost(kind) => Harmless::Offline(OfflineKind::Lost(kind)),
        NoAnswer::Untrusted => Harmless::Fault(FaultKind::Untrusted),
        NoAnswer::Oversized => Harmless::Fault(FaultKind::Oversized),
    }
}
