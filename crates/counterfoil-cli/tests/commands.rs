//! The command line as its users meet it: what it prints, and how it ends.

use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};

use serde_json::{Value, json};

const SERVICE: &str = "dvla/vehicle-keeper-change";
const EXAMPLE: &str = include_str!("../../../services/dvla/vehicle-keeper-change.example.json");

struct Place(tempfile::TempDir);

impl Place {
    fn new() -> Self {
        Self(tempfile::tempdir().expect("a directory"))
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// Runs a command on the terminal in this place.
    fn run(&self, arguments: &[&str]) -> Output {
        command(arguments).arg("--data-dir").arg(self.path("terminal")).output().expect("it starts")
    }

    fn answers(&self, change: impl FnOnce(&mut Value)) -> PathBuf {
        let mut answers: Value = serde_json::from_str(EXAMPLE).expect("the example is JSON");
        change(&mut answers);
        let path = self.path("answers.json");
        std::fs::write(&path, answers.to_string()).expect("there is room");
        path
    }

    fn capture(&self) -> Value {
        let answers = self.answers(|_| {});
        let output =
            self.run(&["capture", "--json", "--service", SERVICE, "--answers", utf8(&answers)]);
        assert!(output.status.success(), "{}", stderr(&output));
        parse(&output)
    }
}

/// A demonstration department, killed when dropped.
struct Department(Child, String);

impl Department {
    fn start(dir: &Path) -> Self {
        let mut command = command(&["department", "serve", "--demo", "--listen", "127.0.0.1:0"]);
        let mut child = command
            .args(["--data-dir", utf8(dir)])
            .stdout(Stdio::piped())
            .spawn()
            .expect("it starts");
        let mut line = String::new();
        let stdout = child.stdout.take().expect("it was piped");
        BufReader::new(stdout).read_line(&mut line).expect("it says where it listens");
        let url = line.trim().strip_prefix("listening on ").expect("an address").to_owned();
        Self(child, url)
    }
}

impl Drop for Department {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_counterfoil"));
    command.args(arguments).stdin(Stdio::null()).env_remove("RUST_LOG");
    command
}

fn utf8(path: &Path) -> &str {
    path.to_str().expect("test paths are plain text")
}

fn parse(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).expect("it prints JSON")
}

fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn refused(output: &Output, code: &str) {
    assert_eq!(output.status.code(), Some(1), "{}", stderr(output));
    let (said, code) = (stderr(output), format!("refused: {code}"));
    let mut behind = said.lines().skip_while(|line| *line != code);
    assert!(behind.next().is_some(), "{said}");
    assert!(behind.next().is_some(), "a code comes with plain words: {said}");
}

#[test]
fn a_first_capture_sets_a_demonstration_up_and_says_so() {
    let place = Place::new();
    let answers = place.answers(|_| {});

    let output =
        place.run(&["capture", "--json", "--service", SERVICE, "--answers", utf8(&answers)]);

    assert_eq!(output.status.code(), Some(0));
    assert!(stderr(&output).contains("demonstration"), "{}", stderr(&output));
    let captured = parse(&output);
    assert_eq!(captured["sequence"], 1);
    assert_eq!(captured["state"], "recorded");
    assert!(captured["id"].is_string() && captured["reference"].is_string());
}

#[test]
fn nothing_but_a_capture_sets_anything_up_unasked() {
    let place = Place::new();

    refused(&place.run(&["queue", "list"]), "not_set_up");
    refused(&place.run(&["sync"]), "not_set_up");
    assert!(!place.path("terminal").exists());
    std::fs::create_dir(place.path("terminal")).expect("there is room");
    refused(&place.run(&["queue", "list"]), "not_set_up");
    assert_eq!(parse(&place.run(&["queue", "list", "--demo", "--json"])), json!([]));
}

#[test]
fn captures_are_delivered_once_and_listed_alike_on_both_sides() {
    let place = Place::new();
    let captured = place.capture();
    let offline = place.run(&["sync", "--json", "--department", "http://127.0.0.1:9"]);
    let department = Department::start(&place.path("department"));

    let online = place.run(&["sync", "--json", "--department", &department.1]);
    let again = place.run(&["sync", "--json"]);

    assert_eq!(parse(&offline)["connection"], "offline");
    assert_eq!(parse(&offline)["waiting"], 1);
    assert_eq!(parse(&online)["acknowledged"], 1);
    assert_eq!(parse(&again)["connection"], "online", "the address was remembered");
    assert_eq!(parse(&again)["attempted"], 0);
    let shown =
        parse(&place.run(&["queue", "show", captured["id"].as_str().expect("an id"), "--json"]));
    assert_eq!(shown["row"]["state"], "received");
    let office = place.path("department");
    let list = ["department", "list", "--json", "--data-dir", utf8(&office)];
    let arrived = parse(&command(&list).output().expect("it starts"));
    assert_eq!(arrived.as_array().map(Vec::len), Some(1));
    assert_eq!(arrived[0]["id"], captured["id"]);
    assert_eq!(arrived[0]["reference"], captured["reference"]);
    assert_eq!(arrived[0]["department_reference"], shown["department_reference"]);
}

#[test]
fn a_receipt_is_rendered_once_as_the_original_and_then_as_copies() {
    let place = Place::new();
    let captured = place.capture();
    let reference = captured["reference"].as_str().expect("a reference");
    let render = |name: &str| {
        let path = place.path(name);
        let format = if name.ends_with("txt") { "text" } else { "pdf" };
        place.run(&[
            "receipt",
            "render",
            reference,
            "--json",
            "--format",
            format,
            "-o",
            utf8(&path),
        ])
    };

    assert_eq!(parse(&render("first.txt"))["copy"], 0);
    std::fs::write(place.path("second.pdf"), "").expect("there is room");
    assert_eq!(parse(&render("second.pdf"))["copy"], 1, "an empty file was made for it");
    refused(&render("first.txt"), "file_exists");
    let text = std::fs::read_to_string(place.path("first.txt")).expect("it was written");
    assert!(text.contains(reference) && text.contains("Recorded on this terminal"));
    let pdf = std::fs::read(place.path("second.pdf")).expect("it was written");
    assert!(pdf.starts_with(b"%PDF-"));
}

#[test]
fn wrong_answers_are_refused_by_field_and_record_nothing() {
    let place = Place::new();
    place.capture();
    let wrong = place.answers(|answers| answers["vehicle-registration"] = json!("???"));

    let output = place.run(&["capture", "--service", SERVICE, "--answers", utf8(&wrong)]);

    refused(&output, "answers_refused");
    assert!(stderr(&output).contains("vehicle-registration: "), "{}", stderr(&output));
    assert!(!stderr(&output).contains("???"), "what was typed is nobody else's business");
    assert_eq!(parse(&place.run(&["queue", "list", "--json"])).as_array().map(Vec::len), Some(1));
}

#[test]
fn what_cannot_be_understood_ends_with_two_and_what_is_not_there_with_one() {
    let place = Place::new();
    place.capture();

    assert_eq!(place.run(&["capture"]).status.code(), Some(2));
    assert_eq!(place.run(&["fly"]).status.code(), Some(2));
    refused(&place.run(&["queue", "show", "4EMM-0001-P7VK"]), "not_found");
    let absent = ["capture", "--service", SERVICE, "--answers", "/nonexistent.json"];
    refused(&place.run(&absent), "answers_unreadable");
    let answers = place.answers(|_| {});
    let unknown = ["capture", "--service", "dvla/no-such-service", "--answers", utf8(&answers)];
    refused(&place.run(&unknown), "unknown_service");
}

#[test]
fn a_damaged_database_is_set_aside_and_a_wrong_key_touches_nothing() {
    let place = Place::new();
    place.capture();
    let terminal = place.path("terminal");
    let (key, database) = (terminal.join("queue.key"), terminal.join("queue.db"));
    let right = std::fs::read_to_string(&key).expect("a demonstration has a key file");
    let flipped: String =
        right.chars().map(|digit| if digit == '0' { '1' } else { digit }).collect();
    let whole = std::fs::read(&database).expect("the database");

    std::fs::write(&key, flipped).expect("there is room");
    refused(&place.run(&["queue", "list"]), "wrong_key");
    assert_eq!(std::fs::read(&database).expect("it is still there"), whole);

    std::fs::write(&key, right).expect("there is room");
    let mut damaged = whole.clone();
    damaged[6_000] ^= 1;
    std::fs::write(&database, &damaged).expect("there is room");
    refused(&place.run(&["queue", "list"]), "damaged");
    let kept = std::fs::read_dir(&terminal).expect("a directory").flatten().any(|entry| {
        entry.file_name().to_string_lossy().contains("quarantine")
            && std::fs::read(entry.path()).is_ok_and(|bytes| bytes == damaged)
    });
    assert!(kept, "the damaged file was set aside as it was");
}
