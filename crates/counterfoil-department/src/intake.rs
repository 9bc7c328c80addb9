//! Taking a submission in: once, whole, and for ever the same answer.

use counterfoil_seal::acknowledgement::Acknowledgement;
use counterfoil_seal::digest::Digest;
use counterfoil_seal::keys::SigningPublic;
use counterfoil_seal::package::Package;
use counterfoil_seal::problem::{ProblemDetails, ProblemType};
use uuid::Uuid;

use crate::answers;
use crate::department::{Department, immediate};
use crate::error::DepartmentError;
use crate::reference::random_reference;
use crate::store::submission::{self, New};
use crate::store::terminal;

/// Fresh references tried before giving up; with 40 random bits the second is hardly ever needed.
const REFERENCES_MAX: usize = 8;

/// The department's answer to a submission that it has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    /// Whether it came just now, or had come before.
    pub first_time: bool,
    /// The signed acknowledgement, the same bytes every time.
    pub acknowledgement: Vec<u8>,
}

/// Why something was not taken.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Refusal {
    /// What the terminal is told.
    #[error("refused: {0:?}")]
    Problem(ProblemDetails),
    /// The department's own trouble; the terminal is told that it is unavailable.
    #[error(transparent)]
    Fault(#[from] DepartmentError),
}

impl From<ProblemType> for Refusal {
    fn from(kind: ProblemType) -> Self {
        Self::Problem(ProblemDetails::new(kind))
    }
}

impl Department {
    /// Takes in the package in `body`, put under `path_id`.
    ///
    /// The same bytes again get the same acknowledgement for ever, whatever has changed since.
    /// Other bytes under the same id are kept beside the first and refused. Blocks on the disk.
    pub(crate) fn receive(&self, path_id: Uuid, body: Vec<u8>) -> Result<Receipt, Refusal> {
        let digest = Digest::of(&body);
        if let Some(receipt) = self.received_before(path_id, digest)? {
            return Ok(receipt);
        }
        let package = Package::decode(body).map_err(|_| ProblemType::Malformed)?;
        if package.facts().submission != path_id {
            return Err(ProblemType::IdMismatch.into());
        }
        self.check_sender(&package)?;
        if self.is_held(path_id)? {
            return Err(self.refuse_other_bytes(&package));
        }
        self.check_content(&package)?;
        self.keep(&package)
    }

    /// The acknowledgement of `id`, if it has arrived.
    pub(crate) fn acknowledgement(&self, id: Uuid) -> Result<Vec<u8>, Refusal> {
        let held = submission::held(&self.connection(), id)?.ok_or(ProblemType::NotFound)?;
        Ok(held.acknowledgement)
    }

    fn received_before(&self, id: Uuid, digest: Digest) -> Result<Option<Receipt>, Refusal> {
        let connection = self.connection();
        match submission::held(&connection, id)? {
            Some(held) if held.package == digest => {
                submission::count_put(&connection, id)?;
                let acknowledgement = held.acknowledgement;
                Ok(Some(Receipt { first_time: false, acknowledgement }))
            }
            _ => Ok(None),
        }
    }

    fn is_held(&self, id: Uuid) -> Result<bool, Refusal> {
        Ok(submission::held(&self.connection(), id)?.is_some())
    }

    fn check_sender(&self, package: &Package) -> Result<(), Refusal> {
        let key = terminal::signing_key(&self.connection(), package.facts().terminal)?
            .ok_or(ProblemType::UnknownTerminal)?;
        let key = SigningPublic::from_bytes(&key).map_err(|_| DepartmentError::Key)?;
        package.verify(&key).map_err(|_| ProblemType::BadSignature.into())
    }

    fn check_content(&self, package: &Package) -> Result<(), Refusal> {
        let facts = package.facts();
        if facts.department != self.id() {
            return Err(ProblemType::OtherDepartment.into());
        }
        let opened = package.open(self.sealing()).map_err(|_| ProblemType::NotReadable)?;
        answers::check(self.services(), facts, &opened).map_err(Refusal::Problem)
    }

    fn keep(&self, package: &Package) -> Result<Receipt, Refusal> {
        let id = package.facts().submission;
        for _ in 0..REFERENCES_MAX {
            let department_reference = random_reference(self.reference_prefix())?;
            let received_at_ms = self.now_ms();
            let acknowledgement = self.sign(&Acknowledgement {
                submission: id,
                package: package.digest(),
                department: self.id().to_owned(),
                department_reference: department_reference.clone(),
                received_at_ms,
                epoch: self.epoch(),
            });
            let department_reference = department_reference.as_str();
            let new = New {
                package,
                received_at_ms,
                department_reference,
                acknowledgement: &acknowledgement,
            };
            // Bound first: the lock must be free again before the branches take it.
            let kept = submission::insert(&self.connection(), &new)?;
            if kept {
                return Ok(Receipt { first_time: true, acknowledgement });
            }
            // Another request may have brought the same id since it was looked for.
            if let Some(receipt) = self.received_before(id, package.digest())? {
                return Ok(receipt);
            }
            if self.is_held(id)? {
                return Err(self.refuse_other_bytes(package));
            }
        }
        Err(DepartmentError::ReferencesSpent.into())
    }

    fn refuse_other_bytes(&self, package: &Package) -> Refusal {
        let kept = immediate(&mut self.connection()).and_then(|tx| {
            submission::put_other(&tx, package, self.now_ms())?;
            Ok(tx.commit()?)
        });
        match kept {
            Ok(()) => ProblemType::Conflict.into(),
            Err(fault) => fault.into(),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use counterfoil_queue::time::UnixMillis;
    use counterfoil_seal::package::Facts;
    use counterfoil_testing::clock::TestClock;
    use counterfoil_testing::terminal::{TestTerminal, example_answers};

    use super::*;
    use crate::SetUp;
    use crate::store::submission::OTHERS_MAX;

    #[test]
    fn other_bytes_are_kept_beside_the_first_but_cannot_fill_the_disk() {
        let dir = tempfile::tempdir().expect("a directory for the test");
        let clock = Arc::new(TestClock::at(UnixMillis(0)));
        let department = Department::open(dir.path(), &SetUp::dvla(true), clock).expect("opens");
        let terminal = TestTerminal::new(1);
        department.enrol(terminal.id, &terminal.enrolment(None)).expect("enrols");
        let first = terminal.package(1, &department.sealing_key());
        let id = first.facts().submission;
        department.receive(id, first.bytes().to_vec()).expect("is taken");

        for sequence in 2..40 {
            let facts = Facts { sequence, ..first.facts().clone() };
            let other = terminal.sealed(facts, &example_answers(), &department.sealing_key());
            let refused = department.receive(id, other.into_bytes());
            assert!(matches!(refused, Err(Refusal::Problem(_))), "{refused:?}");
        }

        let count = "SELECT count(*) FROM other_bytes";
        let kept: i64 = department
            .connection()
            .query_row(count, [], |row| row.get(0))
            .expect("the database answers");
        assert_eq!(kept, OTHERS_MAX);
        assert_eq!(department.list().expect("the database answers")[0].sequence, 1);
    }
}
