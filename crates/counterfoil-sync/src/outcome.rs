//! What came of an exchange. Every variant says what the terminal knows now, no more.

use std::time::Duration;

use counterfoil_seal::acknowledgement::{Acknowledged, NotAnAcknowledgement};
use counterfoil_seal::enrolment::{Enrolled, NotAnEnrolment};
use counterfoil_seal::probe::NotAPong;
use counterfoil_seal::problem::{ProblemDetails, ProblemType};

/// Why nobody could be reached. Nothing of the submission was sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OfflineKind {
    /// The department's name could not be looked up.
    Name,
    /// The connection was refused or there is no way there.
    Connect,
    /// The time to connect ran out.
    Timeout,
    /// An exchange that changes nothing was cut off or ran out of time.
    Lost(LostKind),
}

/// How an answer was lost after the request had gone out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LostKind {
    /// The time for the whole exchange ran out.
    Deadline,
    /// The connection ended before the answer did.
    Cut,
}

/// What answered, when it was not the department's own word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FaultKind {
    /// The certificate is not one for this department: something sits in between.
    Untrusted,
    /// A redirect, which is never followed. Usually a network's sign-in page.
    Redirected(u16),
    /// A web page with a status of success. Usually a network's sign-in page.
    WebPage,
    /// A status of success with bytes that do not prove receipt.
    NotAnAcknowledgement(NotAnAcknowledgement),
    /// A status of success with bytes that are no answer to the probe.
    NotAPong(NotAPong),
    /// A status of success with bytes that are no answer to the enrolment.
    NotAnEnrolment(NotAnEnrolment),
    /// Longer than the limit on responses.
    Oversized,
    /// A status without problem details that this program can read.
    Status(u16),
    /// The department's problem details, where trying again or enrolling helps.
    Problem(ProblemType),
}

/// What came of sending a package.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PutOutcome {
    /// The department proved that it has these bytes. Boxed because it is kept whole.
    Acknowledged(Box<Acknowledged>),
    /// The department read it and will not take it; a person must look.
    Rejected(ProblemDetails),
    /// The department holds other bytes under this id.
    Conflict,
    /// Something answered, and it was no acknowledgement. Not received, as far as is known.
    Fault {
        /// What answered.
        kind: FaultKind,
        /// How long the answer asks to wait; as absurd as it came, for the caller to cap.
        retry_after: Option<Duration>,
    },
    /// Nobody was reached and nothing was sent.
    Offline {
        /// Why.
        kind: OfflineKind,
    },
    /// It was sent, and the answer was lost: the department may have it. Ask with
    /// [`crate::IntakeClient::get`] before sending again.
    Ambiguous {
        /// How the answer was lost.
        kind: LostKind,
    },
}

/// What came of asking whether the department has a submission.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GetOutcome {
    /// The department proved that it has these bytes.
    Acknowledged(Box<Acknowledged>),
    /// The department says that it has nothing under this id.
    NotHeld,
    /// Something answered, and nothing is known.
    Fault {
        /// What answered.
        kind: FaultKind,
        /// As in [`PutOutcome::Fault`].
        retry_after: Option<Duration>,
    },
    /// Nobody was reached, or the answer was lost.
    Offline {
        /// Why.
        kind: OfflineKind,
    },
}

/// What came of an enrolment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EnrolOutcome {
    /// The department took the terminal in.
    Enrolled {
        /// What the terminal now knows of it.
        enrolled: Box<Enrolled>,
        /// The signed answer, to be kept.
        bytes: Vec<u8>,
    },
    /// The department refused.
    Refused(ProblemType),
    /// Something answered that is not a department's answer.
    Fault {
        /// What answered.
        kind: FaultKind,
        /// As in [`PutOutcome::Fault`].
        retry_after: Option<Duration>,
    },
    /// Nobody was reached, or the answer was lost.
    Offline {
        /// Why.
        kind: OfflineKind,
    },
}

/// The department answered a probe.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reached {
    /// The department's time when it answered, Unix milliseconds.
    pub department_time_ms: i64,
}

/// The department did not answer a probe.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unreached {
    /// Nobody answered.
    Offline {
        /// Why.
        kind: OfflineKind,
    },
    /// Something answered that is not the department, such as a network's sign-in page.
    Intercepted {
        /// What answered.
        kind: FaultKind,
    },
    /// The way to the department is open, and it answers with a fault (5xx or 429).
    Faulty {
        /// The HTTP status.
        status: u16,
    },
}
