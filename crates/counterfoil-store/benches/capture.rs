//! What a durable capture costs against the least it could cost: one commit of the same bytes to
//! a bare SQLCipher table with the same settings, in the same run, turn by turn.
//!
//! Prints one JSON object. Times are microseconds; the ratio is of medians, and the raw cost of
//! making 4 KiB durable stands beside it, because the disk decides.

use std::fs::File;
use std::io::{Seek as _, SeekFrom, Write as _};
use std::path::Path;
use std::time::Instant;

use counterfoil_queue::event::Actor;
use counterfoil_queue::ids::{Sequence, SubmissionId, TerminalId, TerminalNumber};
use counterfoil_queue::reference::Reference;
use counterfoil_queue::time::{BootId, Stamp, UnixMillis};
use counterfoil_store::{
    Act, KeySourceKind, Made, NewSubmission, SigningSeed, Store, StoreError, StoreKey,
    TerminalSetUp,
};
use rusqlite::{Connection, params};
use uuid::Uuid;

const ROUNDS: u32 = 1_000;
const ANSWERS_BYTES: usize = 1_400;
const ROWS_BYTES: usize = 1_100;
const RECEIPT_BYTES: usize = 2_200;
const PROVENANCE_BYTES: usize = 1_500;

fn stamp(n: u32) -> Stamp {
    Stamp {
        wall: UnixMillis(1_790_000_000_000 + i64::from(n)),
        offset_minutes: 0,
        monotonic_ms: u64::from(n),
        boot: BootId([9; 16]),
    }
}

fn act(n: u32) -> Act {
    Act { stamp: stamp(n), actor: Actor::Staff { number: "100234".into() } }
}

fn terminal(dir: &Path) -> Store {
    let set_up = TerminalSetUp {
        id: TerminalId(Uuid::from_u128(7)),
        number: TerminalNumber::new(42).expect("it fits"),
        outlet: "Benchmark".into(),
        organisation: "Benchmark".into(),
        demonstration: true,
        signing_seed: SigningSeed::from_random([3; 32]),
        staff: Vec::new(),
    };
    let key = StoreKey::from_random([5; 48]);
    Store::create(dir, KeySourceKind::DemonstrationFile, &key, &set_up, act(0))
        .expect("the directory is empty")
}

fn bare(dir: &Path) -> Connection {
    let conn = Connection::open(dir.join("bare.db")).expect("a file");
    let key = "05".repeat(48);
    conn.execute_batch(&format!(
        "PRAGMA key = \"x'{key}'\";
         PRAGMA cipher_memory_security = ON;
         PRAGMA journal_mode = WAL;
         PRAGMA synchronous = FULL;
         PRAGMA temp_store = MEMORY;
         PRAGMA secure_delete = ON;
         CREATE TABLE bare (id INTEGER PRIMARY KEY, bytes BLOB NOT NULL) STRICT;"
    ))
    .expect("the settings take");
    conn
}

fn text(bytes: usize) -> String {
    "\"abcdefgh\",".repeat(bytes / 11 + 1).chars().take(bytes).collect()
}

fn capture(store: &Store, n: u32) {
    let mut random = [0; 10];
    random[..4].copy_from_slice(&n.to_be_bytes());
    let new = NewSubmission {
        id: SubmissionId::new(stamp(n).wall, random),
        service: "dvla/vehicle-keeper-change".into(),
        definition_version: "1.0.0".into(),
        department: "dvla".into(),
        language: "en".into(),
        mode: "counter".into(),
        answers: text(ANSWERS_BYTES),
        provenance: text(PROVENANCE_BYTES),
        receipt_rows: text(ROWS_BYTES),
        receipt_id: Uuid::from_u128(u128::from(n)),
        act: act(n),
    };
    let make = |sequence: Sequence| {
        let number = TerminalNumber::new(42).expect("it fits");
        let reference = Reference::new(number, sequence, 5).expect("it fits");
        Ok::<_, StoreError>(Made { reference, receipt_content: text(RECEIPT_BYTES) })
    };
    store.record(new, make).expect("there is room");
}

fn commit(conn: &Connection, bytes: &[u8]) {
    conn.execute("INSERT INTO bare (bytes) VALUES (?1)", params![bytes]).expect("there is room");
}

fn sync_4k(file: &mut File) {
    file.seek(SeekFrom::Start(0)).expect("it seeks");
    file.write_all(&[7; 4096]).expect("there is room");
    file.sync_data().expect("it syncs");
}

#[expect(clippy::disallowed_methods, reason = "a benchmark measures real time")]
fn timed(work: impl FnOnce()) -> u64 {
    let start = Instant::now();
    work();
    u64::try_from(start.elapsed().as_micros()).unwrap_or(u64::MAX)
}

/// The value below which `percent` of the times lie.
fn percentile(times: &mut [u64], percent: usize) -> u64 {
    times.sort_unstable();
    let place = (times.len() * percent / 100).min(times.len().saturating_sub(1));
    times.get(place).copied().unwrap_or(0)
}

/// The most memory this process has held, in KiB (Linux).
fn peak_kib() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|rest| rest.split_whitespace().next()?.parse().ok()).unwrap_or(0)
}

#[expect(clippy::print_stdout, reason = "the numbers are the point")]
fn main() {
    let dir = tempfile::tempdir().expect("a directory");
    let store = terminal(&dir.path().join("terminal"));
    let bare = bare(dir.path());
    let mut file = File::create(dir.path().join("raw")).expect("a file");
    let bytes = vec![7_u8; ANSWERS_BYTES + ROWS_BYTES + RECEIPT_BYTES + PROVENANCE_BYTES];
    let (mut captures, mut commits, mut syncs) = (Vec::new(), Vec::new(), Vec::new());
    for n in 1..=ROUNDS {
        captures.push(timed(|| capture(&store, n)));
        commits.push(timed(|| commit(&bare, &bytes)));
        syncs.push(timed(|| sync_4k(&mut file)));
    }
    let (capture_p50, commit_p50) = (percentile(&mut captures, 50), percentile(&mut commits, 50));
    let report = serde_json::json!({
        "what": "durable capture against a bare SQLCipher commit of the same bytes",
        "rounds": ROUNDS,
        "bytes": bytes.len(),
        "capture_us": { "p50": capture_p50, "p99": percentile(&mut captures, 99) },
        "bare_commit_us": { "p50": commit_p50, "p99": percentile(&mut commits, 99) },
        "sync_4k_us": { "p50": percentile(&mut syncs, 50), "p99": percentile(&mut syncs, 99) },
        "ratio_p50": capture_p50 as f64 / commit_p50.max(1) as f64,
        "peak_memory_kib": peak_kib(),
    });
    println!("{report:#}");
}
