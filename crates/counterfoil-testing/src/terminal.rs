//! A terminal as a department sees it: an id, a key, and packages that keep the rules.

use counterfoil_form::{Service, catalogue, run};
use counterfoil_queue::time::{Clock as _, UnixMillis};
use counterfoil_seal::digest::Digest;
use counterfoil_seal::enrolment::Request;
use counterfoil_seal::keys::{SealingPublic, SigningSecret};
use counterfoil_seal::package::{Facts, Package};
use jiff::Timestamp;
use jiff::tz::Offset;
use uuid::Uuid;

use crate::clock::{NOON, TestClock};

/// One terminal. Everything about it follows from its number, so tests repeat exactly.
pub struct TestTerminal {
    /// Its id.
    pub id: Uuid,
    /// The key it signs with.
    pub key: SigningSecret,
    /// What it all follows from.
    pub number: u8,
}

impl TestTerminal {
    /// Terminal `number`.
    #[must_use]
    pub fn new(number: u8) -> Self {
        let id = Uuid::from_bytes([number; 16]);
        Self { id, key: SigningSecret::from_bytes(&[number; 32]), number }
    }

    /// Its enrolment request, with the one-time `code` if one is given.
    #[must_use]
    pub fn enrolment(&self, code: Option<&str>) -> Vec<u8> {
        Request::sign(self.id, "Example Street Post Office", code, &self.key)
    }

    /// What it states about its submission `sequence`, recorded at noon.
    #[must_use]
    pub fn facts(&self, sequence: u8) -> Facts {
        let service = service();
        let random = [sequence, self.number, 0, 0, 0, 0, 0, 0, 0, 0];
        let recorded = TestClock::at(NOON).now().wall;
        Facts {
            submission: uuid_v7(recorded, &random),
            terminal: self.id,
            sequence: sequence.into(),
            reference: format!("TEST-{:04}-{sequence:04}", self.number),
            service: service.id().to_owned(),
            definition_version: service.version().to_owned(),
            department: "dvla".to_owned(),
            recorded_at_ms: recorded.0,
            offset_minutes: 0,
        }
    }

    /// Submission `sequence` with the service's example answers, sealed to `department`.
    ///
    /// # Panics
    /// When the example that ships does not keep its service's rules.
    #[must_use]
    pub fn package(&self, sequence: u8, department: &SealingPublic) -> Package {
        self.sealed(self.facts(sequence), &example_answers(), department)
    }

    /// Any `facts` and `answers`, sealed and signed.
    ///
    /// # Panics
    /// When they cannot be sealed at all.
    #[must_use]
    pub fn sealed(&self, facts: Facts, answers: &[u8], department: &SealingPublic) -> Package {
        let random = Digest::of(&facts.sequence.to_be_bytes()).0;
        Package::seal(facts, answers, department, &self.key, random).expect("the facts are plain")
    }
}

/// The document that a terminal seals, with the example answers of the first service that ships.
///
/// # Panics
/// When the example that ships does not keep its service's rules.
#[must_use]
pub fn example_answers() -> Vec<u8> {
    let example = catalogue::examples().into_iter().next().expect("a service ships");
    let typed = serde_json::from_str(example).expect("the example is JSON");
    let noon = Timestamp::from_millisecond(NOON.0).expect("noon is in the calendar");
    let today = Offset::UTC.to_datetime(noon).date();
    let completed = run(&service(), &typed, today).expect("the example keeps the rules");
    let document = serde_json::json!({ "answers": completed.answers });
    serde_json::to_vec(&document).expect("answers are JSON")
}

fn service() -> Service {
    let shipped = catalogue::shipped().expect("what ships is sound");
    shipped.into_iter().next().expect("a service ships")
}

fn uuid_v7(at: UnixMillis, random: &[u8; 10]) -> Uuid {
    uuid::Builder::from_unix_timestamp_millis(at.0.unsigned_abs(), random).into_uuid()
}
