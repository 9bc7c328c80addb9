//! Laws 1 and 2 on the real program: whatever moment it is killed at, nothing that it said is
//! recorded is lost, and the department has each submission once.

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, Stdio};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use counterfoil_tests::program::{Department, counterfoil, json};
use counterfoil_tests::seed::Chance;
use serde_json::Value;

const KILLS: u64 = 200;
const SERVICE: &str = "dvla/vehicle-keeper-change";
const EXAMPLE: &str = include_str!("../../services/dvla/vehicle-keeper-change.example.json");

/// Ids that the program printed, and the fact that it has ended.
struct Captures {
    child: Child,
    ids: Receiver<String>,
}

fn one_line() -> String {
    let answers: Value = serde_json::from_str(EXAMPLE).expect("the example is JSON");
    format!("{answers}\n")
}

/// Starts a capture that never runs out of answers.
fn start_capture(dir: &str) -> Captures {
    let mut command = counterfoil(["capture", "--json", "--service", SERVICE]);
    command.args(["--answers", "-", "--data-dir", dir]);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut child = command.spawn().expect("the program starts");
    let mut stdin = child.stdin.take().expect("it was piped");
    let stdout = BufReader::new(child.stdout.take().expect("it was piped"));
    thread::spawn(move || {
        let line = one_line();
        while stdin.write_all(line.as_bytes()).is_ok() {}
    });
    let (send, ids) = mpsc::channel();
    thread::spawn(move || {
        for line in stdout.lines().map_while(Result::ok) {
            // A line cut short by the kill is not an acknowledgement of anything.
            let Ok(recorded) = serde_json::from_str::<Value>(&line) else { break };
            let id = recorded.get("id").and_then(Value::as_str).expect("a capture has an id");
            if send.send(id.to_owned()).is_err() {
                break;
            }
        }
    });
    Captures { child, ids }
}

impl Captures {
    /// Lets it run until `after` has passed without news following the first record (or at once,
    /// when it is to die before that), kills it, and returns all it said it had recorded.
    fn kill_after(mut self, after: Duration, wait_for_first: bool) -> Vec<String> {
        let mut said = Vec::new();
        if wait_for_first {
            said.extend(self.ids.recv());
        }
        let (timer, done) = mpsc::channel::<()>();
        assert_eq!(done.recv_timeout(after), Err(RecvTimeoutError::Timeout), "only time passes");
        drop(timer);
        self.child.kill().expect("it can be killed");
        self.child.wait().expect("it ends");
        said.extend(self.ids.iter());
        said
    }
}

fn kill_sync(dir: &str, url: &str, after: Duration) {
    let mut command = counterfoil(["sync", "--department", url, "--data-dir", dir]);
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let mut child = command.spawn().expect("the program starts");
    let (timer, done) = mpsc::channel::<()>();
    assert_eq!(done.recv_timeout(after), Err(RecvTimeoutError::Timeout), "only time passes");
    drop(timer);
    child.kill().expect("it can be killed");
    child.wait().expect("it ends");
}

fn list(arguments: &[&str], dir: &Path) -> Vec<Value> {
    let mut command = counterfoil(arguments.iter().copied());
    let listed = json(command.args(["--json", "--data-dir"]).arg(dir));
    listed.as_array().expect("a list").clone()
}

#[test]
fn nothing_recorded_is_lost_or_delivered_twice_over_200_kills() {
    let place = tempfile::tempdir().expect("a directory");
    let (terminal, office) = (place.path().join("terminal"), place.path().join("department"));
    let dir = terminal.to_str().expect("plain text");
    json(&mut counterfoil(["setup", "--demo", "--json", "--data-dir", dir]));
    let department = Department::start(&office, "127.0.0.1:0");
    let mut chance = Chance::seeded(20_131_210);
    let mut said: BTreeSet<String> = BTreeSet::new();

    for round in 0..KILLS {
        let after = Duration::from_millis(chance.between(1, 60));
        if round % 2 == 0 {
            let wait_for_first = chance.between(0, 3) > 0;
            said.extend(start_capture(dir).kill_after(after, wait_for_first));
        } else {
            kill_sync(dir, &department.url, after);
        }
    }
    let queued = list(&["queue", "list"], &terminal);
    let mut passes = 0;
    while list(&["queue", "list"], &terminal).iter().any(|row| row["state"] != "received") {
        passes += 1;
        assert!(passes < 20, "deliveries go on until all are acknowledged");
        let sync = ["sync", "--json", "--department", &department.url, "--data-dir", dir];
        json(&mut counterfoil(sync));
    }

    assert!(said.len() > 100, "the kills let something be recorded: {}", said.len());
    let recorded = ids(&queued);
    assert_eq!(said.difference(&recorded).count(), 0, "lost, of {} that it said", said.len());
    let arrived = list(&["department", "list"], &office);
    assert_eq!(arrived.len(), recorded.len(), "the department has each once");
    assert_eq!(ids(&arrived), recorded);
    let mut sequences: Vec<u64> =
        arrived.iter().map(|row| row["sequence"].as_u64().expect("a number")).collect();
    sequences.sort_unstable();
    let gapless: Vec<u64> = (1..=sequences.len() as u64).collect();
    assert_eq!(sequences, gapless, "numbers have no gaps");
}

fn ids(rows: &[Value]) -> BTreeSet<String> {
    rows.iter().map(|row| row["id"].as_str().expect("an id").to_owned()).collect()
}
