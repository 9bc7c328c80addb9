//! Builders for this crate's tests: a demonstration terminal in a directory of its own.

use std::path::Path;

use counterfoil_queue::event::Actor;
use counterfoil_queue::ids::{Sequence, SubmissionId, TerminalId, TerminalNumber};
use counterfoil_queue::reference::Reference;
use counterfoil_queue::time::{BootId, Stamp, UnixMillis};
use tempfile::TempDir;
use uuid::Uuid;

use crate::{
    Act, KeySourceKind, Made, NewSubmission, Outcome, Recorded, Sealed, SigningSeed, Staff,
    StaffRole, Store, StoreError, StoreKey, TerminalSetUp,
};

/// When the tests' terminals are set up.
pub(crate) const NOW: UnixMillis = UnixMillis(1_790_000_000_000);

/// An answer that must be found nowhere on disk.
pub(crate) const MARKER: &str = "MARKER-Angharad-Nantgarw-7719";

pub(crate) fn key() -> StoreKey {
    StoreKey::from_random(std::array::from_fn(|place| 200 - place as u8))
}

/// `millis` after [`NOW`].
pub(crate) fn at(millis: i64) -> Stamp {
    Stamp {
        wall: NOW.plus_millis(millis),
        offset_minutes: 60,
        monotonic_ms: u64::try_from(1_000 + millis).unwrap_or(0),
        boot: BootId([9; 16]),
    }
}

pub(crate) fn system(millis: i64) -> Act {
    Act::system(at(millis))
}

pub(crate) fn staff_act(millis: i64) -> Act {
    Act { stamp: at(millis), actor: Actor::Staff { number: "100234".into() } }
}

pub(crate) fn staff() -> Staff {
    Staff {
        number: "100234".into(),
        name: "Sam Example".into(),
        role: StaffRole::Staff,
        pin_hash: "$argon2id$invented".into(),
        failures: 0,
        lock: None,
    }
}

pub(crate) fn set_up() -> TerminalSetUp {
    TerminalSetUp {
        id: TerminalId(Uuid::from_u128(7)),
        number: TerminalNumber::new(42).expect("it fits"),
        outlet: "Demonstration Post Office".into(),
        organisation: "Demonstration".into(),
        demonstration: true,
        signing_seed: SigningSeed::from_random([3; 32]),
        staff: vec![staff()],
    }
}

pub(crate) fn create(dir: &Path) -> Result<Store, StoreError> {
    Store::create(dir, KeySourceKind::DemonstrationFile, &key(), &set_up(), system(0))
}

/// A terminal that has just been set up.
pub(crate) fn terminal() -> (TempDir, Store) {
    let dir = tempfile::tempdir().expect("a directory");
    let store = create(dir.path()).expect("the directory is empty");
    (dir, store)
}

/// Submission number `n` of the tests; its answers hold [`MARKER`].
pub(crate) fn submission(n: u8) -> NewSubmission {
    NewSubmission {
        id: id(n),
        service: "dvla/vehicle-keeper-change".into(),
        definition_version: "1".into(),
        department: "dvla".into(),
        language: "cy".into(),
        mode: "counter".into(),
        answers: format!("{{\"name\":\"{MARKER}\"}}"),
        provenance: format!("{{\"typed\":\"{MARKER}\"}}"),
        receipt_rows: format!("[\"{MARKER}\"]"),
        receipt_id: Uuid::from_u128(1_000 + u128::from(n)),
        act: staff_act(i64::from(n)),
    }
}

pub(crate) fn id(n: u8) -> SubmissionId {
    SubmissionId::new(NOW, [n; 10])
}

pub(crate) fn make(sequence: Sequence) -> Result<Made, StoreError> {
    let number = TerminalNumber::new(42).expect("it fits");
    let reference = Reference::new(number, sequence, 5).expect("it fits");
    Ok(Made { reference, receipt_content: format!("{{\"sequence\":{sequence}}}") })
}

pub(crate) fn record(store: &Store, n: u8) -> Recorded {
    record_for(store, n, "dvla")
}

/// Records submission `n`, meant for `department`.
pub(crate) fn record_for(store: &Store, n: u8, department: &str) -> Recorded {
    let new = NewSubmission { department: department.into(), ..submission(n) };
    store.record(new, make).expect("there is room")
}

pub(crate) fn sealed(n: u8) -> Sealed {
    Sealed::new(vec![n; 300])
}

pub(crate) fn acknowledged() -> Outcome {
    Outcome::Acknowledged {
        reference: "DVLA-1".into(),
        received: NOW,
        acknowledgement: b"signed by the department".to_vec(),
    }
}

/// Records submission `n` and starts its first try.
pub(crate) fn attempt(store: &Store, n: u8) -> Recorded {
    let recorded = record(store, n);
    store.begin_attempt(recorded.id, Some(&sealed(n)), system(100)).expect("it waits");
    recorded
}

/// Records submission `n` and has the department acknowledge it.
pub(crate) fn deliver(store: &Store, n: u8) -> Recorded {
    let recorded = attempt(store, n);
    store.settle(recorded.id, acknowledged(), system(200), "{}").expect("it was tried");
    recorded
}

/// What happened to a submission, as words.
pub(crate) fn story(store: &Store, id: SubmissionId) -> Vec<String> {
    let events = store.events_for(&id.to_string(), 100).expect("the log can be read");
    events.iter().map(|logged| format!("{:?}", logged.event.kind)).collect()
}

/// Runs raw SQL, as a mistake of ours or a stranger with the key might.
pub(crate) fn raw(store: &Store, sql: &str) -> Result<usize, StoreError> {
    store.read(|conn| Ok(conn.execute(sql, [])?))
}

/// Copies a data directory as it stands, which is what a power cut leaves of a program that
/// had time for nothing.
pub(crate) fn copy_as_it_stands(from: &Path) -> TempDir {
    let to = tempfile::tempdir().expect("a directory");
    for entry in std::fs::read_dir(from).expect("it is there") {
        let entry = entry.expect("it is there");
        std::fs::copy(entry.path(), to.path().join(entry.file_name())).expect("there is room");
    }
    to
}

/// The files of `dir` whose bytes hold `text`.
pub(crate) fn files_with(dir: &Path, text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(dir).expect("it is there") {
        let path = entry.expect("it is there").path();
        let bytes = std::fs::read(&path).expect("it can be read");
        if bytes.windows(text.len()).any(|window| window == text.as_bytes()) {
            found.push(path.display().to_string());
        }
    }
    found
}
