//! What the screen's connection state rests on: probes and enrolment.

use std::time::Duration;

use counterfoil_queue::ids::TerminalId;
use counterfoil_seal::keys::DepartmentKeys;
use counterfoil_seal::probe::{Nonce, NotAPong};
use counterfoil_seal::problem::ProblemType;
use counterfoil_sync::{
    EnrolOutcome, FaultKind, IntakeClient, Limits, LostKind, OfflineKind, Reached, Unreached,
};
use counterfoil_testing::clock::NOON;
use counterfoil_testing::fault_department::{Fault, FaultDepartment};
use counterfoil_testing::terminal::TestTerminal;

const NONCE: Nonce = Nonce([9; 16]);

async fn department() -> FaultDepartment {
    FaultDepartment::start().await.expect("the machine has a port")
}

async fn probe(department: &FaultDepartment, limits: Limits) -> Result<Reached, Unreached> {
    let client = IntakeClient::new(&department.url(), limits).expect("loopback is plain");
    client.probe(&department.keys(), NONCE).await
}

#[tokio::test]
async fn the_department_is_reached_when_it_signs_our_nonce() {
    let department = department().await;

    let reached = probe(&department, Limits::default()).await;

    assert_eq!(reached, Ok(Reached { department_time_ms: NOON.0 }));
}

#[tokio::test]
async fn a_network_that_answers_for_the_department_is_named() {
    let department = department().await;
    department.script([
        Fault::CaptivePortal,
        Fault::Redirect(302),
        Fault::Garbage,
        Fault::Status(404, None),
        Fault::HugeBody,
    ]);

    for kind in [
        FaultKind::WebPage,
        FaultKind::Redirected(302),
        FaultKind::NotAPong(NotAPong::Malformed),
        FaultKind::Status(404),
        FaultKind::Oversized,
    ] {
        let unreached = probe(&department, Limits::default()).await;
        assert_eq!(unreached, Err(Unreached::Intercepted { kind }));
    }
}

#[tokio::test]
async fn another_departments_answer_does_not_pass_for_ours() {
    let (ours, theirs) = (department().await, department().await);
    let client = IntakeClient::new(&theirs.url(), Limits::default()).expect("loopback is plain");

    let unreached = client.probe(&ours.keys(), NONCE).await;

    let Err(Unreached::Intercepted { kind: FaultKind::NotAPong(NotAPong::UnknownKey(_)) }) =
        unreached
    else {
        panic!("{unreached:?}")
    };
}

#[tokio::test]
async fn a_department_in_trouble_is_neither_offline_nor_intercepted() {
    let department = department().await;
    department.script([Fault::Status(503, Some("60"))]);

    assert_eq!(probe(&department, Limits::default()).await, Err(Unreached::Faulty { status: 503 }));
}

#[tokio::test]
async fn silence_is_offline_once_the_probes_own_deadline_has_passed() {
    let department = department().await;
    department.script([Fault::Hang]);
    let limits = Limits { probe: Duration::from_millis(200), ..Limits::default() };

    let kind = OfflineKind::Lost(LostKind::Deadline);
    assert_eq!(probe(&department, limits).await, Err(Unreached::Offline { kind }));
}

#[tokio::test]
async fn the_cable_out_and_in_again_is_seen_by_the_next_probe() {
    let mut department = department().await;
    department.go_dark().await;
    let dark = probe(&department, Limits::default()).await;
    department.come_back().await.expect("the port is still free");
    let back = probe(&department, Limits::default()).await;

    assert_eq!(dark, Err(Unreached::Offline { kind: OfflineKind::Connect }));
    assert!(back.is_ok(), "{back:?}");
}

#[tokio::test]
async fn enrolment_survives_a_sign_in_page_and_a_lost_answer() {
    let department = department().await;
    let client =
        IntakeClient::new(&department.url(), Limits::default()).expect("loopback is plain");
    let terminal = TestTerminal::new(4);
    let (id, request) = (TerminalId(terminal.id), terminal.enrolment(None));
    department.script([Fault::CaptivePortal, Fault::CloseAfterCommit]);

    let portal = client.enrol(id, &request).await;
    let lost = client.enrol(id, &request).await;
    let enrolled = client.enrol(id, &request).await;

    assert_eq!(portal, EnrolOutcome::Fault { kind: FaultKind::WebPage, retry_after: None });
    assert_eq!(lost, EnrolOutcome::Offline { kind: OfflineKind::Lost(LostKind::Cut) });
    let EnrolOutcome::Enrolled { enrolled, .. } = enrolled else { panic!("{enrolled:?}") };
    let keys: DepartmentKeys = enrolled.keys();
    assert_eq!(keys, department.keys());
    assert_eq!(enrolled.sealing, department.sealing_key());
}

#[tokio::test]
async fn a_terminals_id_cannot_be_taken_over_with_another_key() {
    let department = department().await;
    let client =
        IntakeClient::new(&department.url(), Limits::default()).expect("loopback is plain");
    let honest = TestTerminal::new(4);
    let stolen = TestTerminal { key: TestTerminal::new(5).key, ..TestTerminal::new(4) };
    let id = TerminalId(honest.id);
    client.enrol(id, &honest.enrolment(None)).await;

    let refused = client.enrol(id, &stolen.enrolment(None)).await;

    assert_eq!(refused, EnrolOutcome::Refused(ProblemType::Conflict));
}
