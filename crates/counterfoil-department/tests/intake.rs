//! What the department takes, refuses and answers, over HTTP.

use counterfoil_seal::acknowledgement::Acknowledgement;
use counterfoil_seal::digest::Digest;
use counterfoil_seal::media;
use counterfoil_seal::package::{Facts, Package};
use counterfoil_seal::problem::{ProblemDetails, ProblemType};
use counterfoil_testing::fault_department::FaultDepartment;
use counterfoil_testing::http::{Message, request};
use counterfoil_testing::terminal::{TestTerminal, example_answers};
use uuid::Uuid;

/// A department in demonstration mode with one enrolled terminal.
struct Desk {
    department: FaultDepartment,
    terminal: TestTerminal,
}

impl Desk {
    async fn open() -> Self {
        let department = FaultDepartment::start().await.expect("the machine has a port");
        let desk = Self { department, terminal: TestTerminal::new(1) };
        let path = format!("/v1/terminals/{}", desk.terminal.id);
        let answer = desk.send("POST", &path, &[], &desk.terminal.enrolment(None)).await;
        assert_eq!(answer.status(), 200);
        desk
    }

    fn package(&self) -> Package {
        self.terminal.package(1, &self.department.sealing_key())
    }

    fn sealed(&self, facts: Facts, answers: &[u8]) -> Package {
        self.terminal.sealed(facts, answers, &self.department.sealing_key())
    }

    async fn send(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: &[u8],
    ) -> Message {
        request(self.department.inside(), method, path, headers, body)
            .await
            .expect("the department answers")
    }

    async fn put(&self, package: &Package) -> Message {
        self.put_bytes(package.facts().submission, package.bytes()).await
    }

    async fn put_bytes(&self, id: Uuid, bytes: &[u8]) -> Message {
        self.send("PUT", &format!("/v1/submissions/{id}"), &[], bytes).await
    }

    fn held(&self) -> usize {
        self.department.arrived().expect("the database answers").len()
    }
}

fn problem(answer: &Message) -> ProblemDetails {
    assert_eq!(answer.header("content-type"), Some(media::PROBLEM), "{}", answer.head);
    let problem: ProblemDetails = serde_json::from_slice(&answer.body).expect("is a problem");
    assert!(problem.is_sound());
    assert_eq!(problem.status, answer.status());
    problem
}

#[tokio::test]
async fn the_same_bytes_get_the_same_acknowledgement_for_ever() {
    let desk = Desk::open().await;
    let package = desk.package();

    let first = desk.put(&package).await;
    let again = desk.put(&package).await;
    let path = format!("/v1/submissions/{}", package.facts().submission);
    let asked = desk.send("GET", &path, &[], b"").await;

    assert_eq!([first.status(), again.status(), asked.status()], [201, 200, 200]);
    assert_eq!(first.header("content-type"), Some(media::ACKNOWLEDGEMENT));
    assert_eq!(again.body, first.body);
    assert_eq!(asked.body, first.body);
    let keys = desk.department.keys();
    let submission = package.facts().submission;
    let acknowledged = Acknowledgement::verify(&first.body, &keys, submission, package.digest());
    assert!(acknowledged.is_ok(), "{acknowledged:?}");
    let arrived = desk.department.arrived().expect("the database answers");
    assert_eq!(arrived.len(), 1);
    assert_eq!((arrived[0].puts, arrived[0].sequence), (2, 1));
}

#[tokio::test]
async fn other_bytes_under_an_id_are_refused_aloud_and_the_first_stay() {
    let desk = Desk::open().await;
    let first = desk.package();
    let other = desk.sealed(Facts { sequence: 2, ..first.facts().clone() }, &example_answers());
    let before = desk.put(&first).await;

    let refused = desk.put(&other).await;
    let after = desk.put(&first).await;

    assert_eq!(problem(&refused).kind, ProblemType::Conflict);
    assert_eq!(after.body, before.body);
    assert_eq!(desk.held(), 1);
}

#[tokio::test]
async fn answers_that_break_a_rule_come_back_as_paths_without_what_was_answered() {
    let desk = Desk::open().await;
    let mut answers: serde_json::Value =
        serde_json::from_slice(&example_answers()).expect("answers are JSON");
    answers["answers"]["keeper-postcode"] = "NOTAPOSTCODE".into();
    let package = desk.sealed(desk.terminal.facts(1), answers.to_string().as_bytes());

    let refused = desk.put(&package).await;

    let problem = problem(&refused);
    assert_eq!(problem.kind, ProblemType::InvalidAnswers);
    let fields: Vec<&str> = problem.fields.iter().map(|at| at.field.as_str()).collect();
    assert_eq!(fields, ["keeper-postcode"]);
    let text = String::from_utf8_lossy(&refused.body).into_owned();
    for answer in ["NOTAPOSTCODE", "Imaginary", "Nowhere"] {
        assert!(!text.contains(answer), "{text}");
    }
    assert_eq!(desk.held(), 0);
}

#[tokio::test]
async fn each_refusal_has_its_own_problem_type_and_nothing_is_kept() {
    let desk = Desk::open().await;
    let good = desk.terminal.facts(1);
    let other_service = Facts { service: "dvla/nothing".into(), ..good.clone() };
    let other_version = Facts { definition_version: "0.0.0".into(), ..good.clone() };
    let other_department = Facts { department: "hmrc".into(), ..good.clone() };
    let answers = example_answers();
    let stranger = TestTerminal::new(9);
    let impostor = TestTerminal { key: stranger.key, ..TestTerminal::new(1) };
    let stranger = TestTerminal::new(9);
    let key = desk.department.sealing_key();
    let not_ours = counterfoil_seal::keys::SealingSecret::derive(&[4; 32]).public();

    let cases = [
        (desk.sealed(other_service, &answers), ProblemType::UnknownService),
        (desk.sealed(other_version, &answers), ProblemType::UnknownService),
        (desk.sealed(other_department, &answers), ProblemType::OtherDepartment),
        (desk.sealed(good.clone(), b"not JSON"), ProblemType::InvalidAnswers),
        (desk.sealed(good.clone(), b"{}"), ProblemType::InvalidAnswers),
        (desk.sealed(good.clone(), b"{\"answers\":{}}"), ProblemType::InvalidAnswers),
        (desk.terminal.sealed(good, &answers, &not_ours), ProblemType::NotReadable),
        (stranger.package(1, &key), ProblemType::UnknownTerminal),
        (impostor.package(1, &key), ProblemType::BadSignature),
    ];

    for (package, expected) in cases {
        assert_eq!(problem(&desk.put(&package).await).kind, expected);
    }
    assert_eq!(desk.held(), 0);
}

#[tokio::test]
async fn what_is_no_package_or_came_damaged_is_not_kept() {
    let desk = Desk::open().await;
    let package = desk.package();
    let id = package.facts().submission;
    let path = format!("/v1/submissions/{id}");
    let wrong = Digest::of(b"other").to_content_digest();

    let garbage = desk.put_bytes(id, b"<html>").await;
    let empty = desk.put_bytes(id, b"").await;
    let elsewhere = desk.put_bytes(Uuid::from_bytes([8; 16]), package.bytes()).await;
    let no_id = desk.send("PUT", "/v1/submissions/1;drop", &[], package.bytes()).await;
    let damaged = desk.send("PUT", &path, &[("content-digest", &wrong)], package.bytes()).await;
    let large = desk.put_bytes(id, &vec![0; 8 * 1024 * 1024 + 1]).await;

    assert_eq!(problem(&garbage).kind, ProblemType::Malformed);
    assert_eq!(problem(&empty).kind, ProblemType::Malformed);
    assert_eq!(problem(&elsewhere).kind, ProblemType::IdMismatch);
    assert_eq!(problem(&no_id).kind, ProblemType::Malformed);
    assert_eq!(problem(&damaged).kind, ProblemType::DigestMismatch);
    assert_eq!(problem(&large).kind, ProblemType::TooLarge);
    assert_eq!(desk.held(), 0);
}

#[tokio::test]
async fn twenty_at_once_of_the_same_bytes_are_one_submission_and_one_answer() {
    let desk = Desk::open().await;
    let package = desk.package();
    let (to, id) = (desk.department.inside(), package.facts().submission);

    let puts: Vec<_> = (0..20)
        .map(|_| {
            let bytes = package.bytes().to_vec();
            let path = format!("/v1/submissions/{id}");
            tokio::spawn(async move { request(to, "PUT", &path, &[], &bytes).await })
        })
        .collect();
    let mut answers = Vec::new();
    for put in puts {
        answers.push(put.await.expect("the task ends").expect("the department answers"));
    }

    assert_eq!(answers.iter().filter(|answer| answer.status() == 201).count(), 1);
    assert!(answers.iter().all(|answer| answer.body == answers[0].body));
    assert_eq!(desk.held(), 1);
}

#[tokio::test]
async fn nobody_learns_of_a_submission_that_is_not_there() {
    let desk = Desk::open().await;

    let path = format!("/v1/submissions/{}", Uuid::from_bytes([8; 16]));
    let answer = desk.send("GET", &path, &[], b"").await;

    assert_eq!(problem(&answer).kind, ProblemType::NotFound);
}

#[tokio::test]
async fn the_page_and_the_health_path_answer_without_personal_data() {
    let desk = Desk::open().await;
    let package = desk.package();
    desk.put(&package).await;

    let page = desk.send("GET", "/", &[], b"").await;
    let health = desk.send("GET", "/v1/health", &[], b"").await;

    let html = String::from_utf8(page.body).expect("the page is UTF-8");
    assert!(html.contains(&package.facts().reference) && html.contains("Submissions: 1."));
    assert!(!html.contains("Imaginary"));
    assert_eq!((health.status(), health.body.as_slice()), (200, &br#"{"status":"ok"}"#[..]));
}
