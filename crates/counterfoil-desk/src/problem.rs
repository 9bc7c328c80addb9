//! From what went wrong inside to what the screen may know. No wildcard arms: a new error must
//! be given a meaning here.

use counterfoil_print::PrintError;
use counterfoil_receipt::ReceiptError;
use counterfoil_store::{KeyProblem, StoreError};

use crate::bridge::Problem;

impl From<StoreError> for Problem {
    fn from(error: StoreError) -> Self {
        tracing::warn!(%error, "the store");
        match error {
            StoreError::InUse { .. } => Self::InUse,
            StoreError::NotSetUp => Self::NotSetUp,
            StoreError::WrongKey => Self::WrongKey,
            StoreError::KeyUnavailable(problem) => problem.into(),
            StoreError::Damaged { .. } => Self::Damaged,
            StoreError::NewerFile { .. } => Self::NewerFile,
            StoreError::DiskFull => Self::DiskFull,
            StoreError::NotFound(_) => Self::NotFound,
            StoreError::TooLong { .. } => Self::BadRequest,
            StoreError::File { .. } | StoreError::Database(_) => Self::StorageFailed,
            StoreError::AlreadySetUp
            | StoreError::DemonstrationOnly
            | StoreError::ProvisioningLost
            | StoreError::DatabaseMissing
            | StoreError::Version { .. }
            | StoreError::Setting { .. }
            | StoreError::AlreadyExists(_)
            | StoreError::NotSealed
            | StoreError::Unreadable(_)
            | StoreError::Step(_)
            | StoreError::Log(_) => Self::CallSupport,
        }
    }
}

impl From<KeyProblem> for Problem {
    fn from(problem: KeyProblem) -> Self {
        match problem {
            // A key that was wiped looks the same as one not unlocked yet: never a first run.
            KeyProblem::NoEntry
            | KeyProblem::Locked
            | KeyProblem::Absent
            | KeyProblem::TimedOut => Self::KeyUnavailable,
            KeyProblem::NotAKey => Self::WrongKey,
            KeyProblem::Taken => Self::CallSupport,
        }
    }
}

impl From<ReceiptError> for Problem {
    fn from(error: ReceiptError) -> Self {
        tracing::warn!(%error, "the receipt");
        Self::CallSupport
    }
}

impl From<PrintError> for Problem {
    fn from(error: PrintError) -> Self {
        tracing::warn!(%error, "the printer");
        Self::PrinterFailed
    }
}
