//! What the department keeps, on disk and across restarts.

use std::path::Path;
use std::sync::Arc;

use counterfoil_department::{Department, DepartmentError, SetUp, list, new_enrolment_code, serve};
use counterfoil_seal::problem::{ProblemDetails, ProblemType};
use counterfoil_testing::clock::{NOON, TestClock};
use counterfoil_testing::http::{Message, request};
use counterfoil_testing::terminal::TestTerminal;
use tempfile::TempDir;
use tokio::net::TcpListener;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

/// A running department, to be stopped as an operator stops one.
struct Running {
    address: std::net::SocketAddr,
    stop: oneshot::Sender<()>,
    served: JoinHandle<Result<(), DepartmentError>>,
}

impl Running {
    async fn start(data_dir: &Path, set_up: SetUp) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("the machine has a port");
        let address = listener.local_addr().expect("a bound socket has an address");
        let (stop, stopped) = oneshot::channel::<()>();
        let dir = data_dir.to_owned();
        let served = tokio::spawn(async move {
            let clock = Arc::new(TestClock::at(NOON));
            serve(listener, &dir, &set_up, clock, async { drop(stopped.await) }).await
        });
        Self { address, stop, served }
    }

    async fn send(&self, method: &str, path: &str, body: &[u8]) -> Message {
        request(self.address, method, path, &[], body).await.expect("the department answers")
    }

    async fn enrol(&self, terminal: &TestTerminal, code: Option<&str>) -> Message {
        let path = format!("/v1/terminals/{}", terminal.id);
        self.send("POST", &path, &terminal.enrolment(code)).await
    }

    async fn stop(self) {
        self.stop.send(()).expect("it is running");
        self.served.await.expect("the task ends").expect("it ends well");
    }
}

fn open(dir: &TempDir) -> Department {
    let clock = Arc::new(TestClock::at(NOON));
    Department::open(dir.path(), &SetUp::dvla(true), clock).expect("opens")
}

fn refusal(answer: &Message) -> ProblemType {
    let problem: ProblemDetails = serde_json::from_slice(&answer.body).expect("is a problem");
    problem.kind
}

#[tokio::test]
async fn after_a_restart_keys_submissions_and_acknowledgements_are_the_same() {
    let dir = TempDir::new().expect("a directory for the test");
    let (keys, sealing) = (open(&dir).keys(), open(&dir).sealing_key());
    let terminal = TestTerminal::new(1);
    let package = terminal.package(1, &sealing);
    let path = format!("/v1/submissions/{}", package.facts().submission);

    let running = Running::start(dir.path(), SetUp::dvla(true)).await;
    running.enrol(&terminal, None).await;
    let before = running.send("PUT", &path, package.bytes()).await;
    running.stop().await;
    let running = Running::start(dir.path(), SetUp::dvla(true)).await;
    let after = running.send("PUT", &path, package.bytes()).await;

    assert_eq!((before.status(), after.status()), (201, 200));
    assert_eq!(after.body, before.body);
    assert_eq!(open(&dir).keys(), keys);
    let arrived = list(dir.path()).expect("lists beside the running department");
    assert_eq!(arrived.len(), 1);
    assert_eq!(arrived[0].reference, package.facts().reference);
    assert_eq!((arrived[0].recorded_at_ms, arrived[0].received_at_ms), (NOON.0, NOON.0));
    running.stop().await;
}

#[tokio::test]
async fn opened_answers_are_nowhere_in_the_departments_files() {
    let dir = TempDir::new().expect("a directory for the test");
    let sealing = open(&dir).sealing_key();
    let running = Running::start(dir.path(), SetUp::dvla(true)).await;
    let terminal = TestTerminal::new(1);
    let package = terminal.package(1, &sealing);
    running.enrol(&terminal, None).await;

    let path = format!("/v1/submissions/{}", package.facts().submission);
    let answer = running.send("PUT", &path, package.bytes()).await;

    assert_eq!(answer.status(), 201);
    let mut seen_reference = false;
    for entry in std::fs::read_dir(dir.path()).expect("the directory is there") {
        let path = entry.expect("the entry is there").path();
        let bytes = std::fs::read(&path).expect("the file is readable");
        let has = |text: &str| bytes.windows(text.len()).any(|window| window == text.as_bytes());
        assert!(!has("Imaginary") && !has("Nowhere Street"), "{}", path.display());
        seen_reference |= has(&package.facts().reference);
    }
    assert!(seen_reference, "the search finds what is there");
    running.stop().await;
}

#[tokio::test]
async fn outside_the_demonstration_a_terminal_enrols_with_a_code_once() {
    let dir = TempDir::new().expect("a directory for the test");
    let running = Running::start(dir.path(), SetUp::dvla(false)).await;
    let (first, second) = (TestTerminal::new(1), TestTerminal::new(2));
    // The department is up once it has answered.
    assert_eq!(refusal(&running.enrol(&first, None).await), ProblemType::CodeRefused);
    let code = new_enrolment_code(dir.path()).expect("makes a code beside it");

    let wrong = running.enrol(&first, Some("0000-0000-0000-0000")).await;
    let right = running.enrol(&first, Some(&code)).await;
    let again = running.enrol(&first, Some(&code)).await;
    let shared = running.enrol(&second, Some(&code)).await;

    assert_eq!(refusal(&wrong), ProblemType::CodeRefused);
    assert_eq!((right.status(), again.status()), (200, 200), "a lost answer may be fetched again");
    assert_eq!(refusal(&shared), ProblemType::CodeRefused);
    running.stop().await;
}

#[test]
fn a_department_stays_what_it_was_made() {
    let dir = TempDir::new().expect("a directory for the test");
    let keys = open(&dir).keys();
    let other = SetUp { department: "hmrc".into(), ..SetUp::dvla(false) };

    let opened = Department::open(dir.path(), &other, Arc::new(TestClock::at(NOON)));

    assert_eq!(opened.expect("opens").keys(), keys);
}

#[test]
fn there_is_nothing_to_list_where_no_department_is() {
    let dir = TempDir::new().expect("a directory for the test");

    assert!(matches!(list(dir.path()), Err(DepartmentError::NotSetUp)));
    assert!(matches!(new_enrolment_code(dir.path()), Err(DepartmentError::NotSetUp)));
}
