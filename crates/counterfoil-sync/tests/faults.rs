//! Laws 1 to 3 against the worst of networks: whatever answers, only the department's signature
//! means received; then the same bytes arrive, once.

use std::time::Duration;

use counterfoil_queue::ids::{SubmissionId, TerminalId};
use counterfoil_queue::retry::{WAIT_MAX, wait_after};
use counterfoil_seal::acknowledgement::NotAnAcknowledgement;
use counterfoil_seal::package::Package;
use counterfoil_seal::problem::ProblemType;
use counterfoil_sync::{
    EnrolOutcome, FaultKind, GetOutcome, IntakeClient, Limits, LostKind, OfflineKind, PutOutcome,
};
use counterfoil_testing::fault_department::{Fault, FaultDepartment};
use counterfoil_testing::terminal::TestTerminal;

/// A test that has to wait for a deadline waits this long.
const SOON: Duration = Duration::from_millis(500);

struct Counter {
    department: FaultDepartment,
    client: IntakeClient,
    package: Package,
}

impl Counter {
    /// An enrolled terminal with one package to deliver.
    async fn open() -> Self {
        let department = FaultDepartment::start().await.expect("the machine has a port");
        let terminal = TestTerminal::new(1);
        let client = client(&department, Limits::default());
        let enrolled = client.enrol(TerminalId(terminal.id), &terminal.enrolment(None)).await;
        assert!(matches!(enrolled, EnrolOutcome::Enrolled { .. }), "{enrolled:?}");
        let package = terminal.package(1, &department.sealing_key());
        Self { department, client, package }
    }

    fn impatient(mut self) -> Self {
        self.client = client(&self.department, Limits { total: SOON, ..Limits::default() });
        self
    }

    async fn put(&self) -> PutOutcome {
        self.client.put(&self.department.keys(), &self.package).await
    }

    async fn get(&self) -> GetOutcome {
        let id = SubmissionId(self.package.facts().submission);
        self.client.get(&self.department.keys(), id, self.package.digest()).await
    }

    /// The department goes on with its work after the terminal has given up on it.
    async fn until_it_arrived(&self) {
        while self.department.arrived().expect("the database answers").is_empty() {
            tokio::task::yield_now().await;
        }
    }

    /// After whatever happened: the same bytes arrive, and the department holds them once.
    async fn arrives_once(&self) {
        let outcome = self.put().await;
        assert!(matches!(outcome, PutOutcome::Acknowledged(_)), "{outcome:?}");
        let arrived = self.department.arrived().expect("the database answers");
        let ids: Vec<_> = arrived.iter().map(|one| one.id).collect();
        assert_eq!(ids, [self.package.facts().submission], "kept once");
        assert_eq!(self.department.faults_left(), 0, "every fault was met");
    }
}

fn client(department: &FaultDepartment, limits: Limits) -> IntakeClient {
    IntakeClient::new(&department.url(), limits).expect("loopback is a plain address")
}

/// One fault, its outcome, and then delivery.
async fn meets(fault: Fault, expected: PutOutcome) {
    let counter = Counter::open().await;
    counter.department.script([fault.clone()]);

    let outcome = counter.put().await;

    assert_eq!(outcome, expected, "{fault:?}");
    counter.arrives_once().await;
}

fn fault(kind: FaultKind) -> PutOutcome {
    PutOutcome::Fault { kind, retry_after: None }
}

fn no_proof(why: NotAnAcknowledgement) -> PutOutcome {
    fault(FaultKind::NotAnAcknowledgement(why))
}

#[tokio::test]
async fn without_faults_the_departments_word_comes_back_and_stays_the_same() {
    let counter = Counter::open().await;

    let PutOutcome::Acknowledged(first) = counter.put().await else { panic!("not acknowledged") };
    let PutOutcome::Acknowledged(again) = counter.put().await else { panic!("not acknowledged") };
    let GetOutcome::Acknowledged(asked) = counter.get().await else { panic!("not acknowledged") };

    assert_eq!(first, again);
    assert_eq!(first, asked);
    assert!(first.statement().department_reference.starts_with("DVLA-"));
    counter.arrives_once().await;
}

#[tokio::test]
async fn a_success_that_proves_nothing_is_not_received() {
    use NotAnAcknowledgement as Not;
    meets(Fault::CaptivePortal, fault(FaultKind::WebPage)).await;
    meets(Fault::Garbage, no_proof(Not::Malformed)).await;
    meets(Fault::Truncated, no_proof(Not::Malformed)).await;
    meets(Fault::AcknowledgesAnother, no_proof(Not::OtherSubmission)).await;
    meets(Fault::AcknowledgesOtherBytes, no_proof(Not::OtherDigest)).await;
    meets(Fault::BadSignature, no_proof(Not::Signature)).await;
    meets(Fault::HugeBody, fault(FaultKind::Oversized)).await;
}

#[tokio::test]
async fn a_redirect_is_never_followed() {
    for status in [301, 302, 303, 307, 308] {
        meets(Fault::Redirect(status), fault(FaultKind::Redirected(status))).await;
    }
}

#[tokio::test]
async fn a_bare_status_is_a_fault_whatever_it_is() {
    for status in [202, 204, 400, 401, 403, 404, 409, 412, 413, 415, 422, 429, 500, 502, 503, 504] {
        meets(Fault::Status(status, None), fault(FaultKind::Status(status))).await;
    }
}

#[tokio::test]
async fn a_server_cannot_silence_a_counter_for_longer_than_a_quarter_of_an_hour() {
    let counter = Counter::open().await;
    counter.department.script([Fault::Status(429, Some("99999999999999999999"))]);

    let outcome = counter.put().await;

    let PutOutcome::Fault { retry_after, .. } = outcome else { panic!("{outcome:?}") };
    assert_eq!(retry_after, Some(Duration::from_secs(u64::MAX)));
    assert_eq!(wait_after(1, retry_after, 0), WAIT_MAX);
    counter.arrives_once().await;
}

#[tokio::test]
async fn problems_are_told_apart_by_what_helps() {
    for kind in [ProblemType::UnknownTerminal, ProblemType::Malformed, ProblemType::Unavailable] {
        meets(Fault::Problem(kind), fault(FaultKind::Problem(kind))).await;
    }
    meets(Fault::Problem(ProblemType::Conflict), PutOutcome::Conflict).await;

    let counter = Counter::open().await;
    counter.department.script([Fault::Problem(ProblemType::UnknownService)]);
    let outcome = counter.put().await;
    let PutOutcome::Rejected(problem) = outcome else { panic!("{outcome:?}") };
    assert_eq!(problem.kind, ProblemType::UnknownService);
}

#[tokio::test]
async fn an_answer_that_is_cut_off_leaves_the_outcome_open() {
    let cut = PutOutcome::Ambiguous { kind: LostKind::Cut };
    meets(Fault::Close, cut.clone()).await;
    meets(Fault::NotHttp, cut.clone()).await;
    meets(Fault::ResetMidResponse, cut).await;
}

#[tokio::test]
async fn when_the_answer_was_lost_the_department_is_asked_and_proves_it() {
    for lost in [Fault::CloseAfterCommit, Fault::ResetAfterCommit] {
        let counter = Counter::open().await;
        counter.department.script([lost.clone()]);

        let outcome = counter.put().await;
        let asked = counter.get().await;

        assert_eq!(outcome, PutOutcome::Ambiguous { kind: LostKind::Cut }, "{lost:?}");
        assert!(matches!(asked, GetOutcome::Acknowledged(_)), "{lost:?}: {asked:?}");
        counter.arrives_once().await;
    }
}

#[tokio::test]
async fn when_the_time_runs_out_the_outcome_is_open_and_the_department_is_asked() {
    for (fault, held) in
        [(Fault::HangAfterCommit, true), (Fault::Hang, false), (Fault::EndlessBody, false)]
    {
        let counter = Counter::open().await.impatient();
        counter.department.script([fault.clone()]);

        let outcome = counter.put().await;

        assert_eq!(outcome, PutOutcome::Ambiguous { kind: LostKind::Deadline }, "{fault:?}");
        if held {
            counter.until_it_arrived().await;
        }
        // The deadline was for the fault; the rest may take as long as this machine needs.
        let counter = Counter { client: client(&counter.department, Limits::default()), ..counter };
        let asked = counter.get().await;
        assert_eq!(matches!(asked, GetOutcome::Acknowledged(_)), held, "{fault:?}: {asked:?}");
        assert_eq!(matches!(asked, GetOutcome::NotHeld), !held, "{fault:?}: {asked:?}");
        counter.arrives_once().await;
    }
}

#[tokio::test]
async fn a_server_fault_after_the_commit_ends_in_one_submission() {
    for status in [500, 502, 503, 504] {
        meets(Fault::StatusAfterCommit(status), fault(FaultKind::Status(status))).await;
    }
}

#[tokio::test]
async fn with_nobody_there_nothing_was_sent() {
    let mut counter = Counter::open().await;
    counter.department.go_dark().await;

    let put = counter.put().await;
    let get = counter.get().await;

    assert_eq!(put, PutOutcome::Offline { kind: OfflineKind::Connect });
    assert_eq!(get, GetOutcome::Offline { kind: OfflineKind::Connect });
    counter.department.come_back().await.expect("the port is still free");
    counter.arrives_once().await;
}

#[tokio::test]
async fn every_fault_in_a_row_still_ends_in_one_submission() {
    let counter = Counter::open().await;
    let faults = [
        Fault::Close,
        Fault::CaptivePortal,
        Fault::CloseAfterCommit,
        Fault::AcknowledgesAnother,
        Fault::StatusAfterCommit(502),
        Fault::BadSignature,
        Fault::ResetAfterCommit,
        Fault::Redirect(302),
        Fault::HugeBody,
        Fault::Status(503, Some("1")),
    ];
    let count = faults.len();
    counter.department.script(faults);

    for _ in 0..count {
        let outcome = counter.put().await;
        assert!(!matches!(outcome, PutOutcome::Acknowledged(_)), "{outcome:?}");
    }

    counter.arrives_once().await;
    let arrived = counter.department.arrived().expect("the database answers");
    assert_eq!(arrived[0].puts, 4, "three whose answer was lost, and the last");
}

#[tokio::test]
async fn asking_after_a_submission_that_never_came_says_so_only_in_the_departments_words() {
    let counter = Counter::open().await;
    counter.department.script([Fault::Status(404, None), Fault::CaptivePortal]);

    let bare = counter.get().await;
    let portal = counter.get().await;
    let told = counter.get().await;

    let fault = |kind| GetOutcome::Fault { kind, retry_after: None };
    assert_eq!(bare, fault(FaultKind::Status(404)), "a proxy's 404 is nobody's word");
    assert_eq!(portal, fault(FaultKind::WebPage));
    assert_eq!(told, GetOutcome::NotHeld);
}

#[tokio::test]
async fn proof_for_other_bytes_under_our_id_is_no_proof_for_ours() {
    let counter = Counter::open().await;
    let terminal = TestTerminal::new(1);
    let facts = counter.package.facts().clone();
    let recorded_at_ms = facts.recorded_at_ms + 1;
    let other = terminal.sealed(
        counterfoil_seal::package::Facts { recorded_at_ms, ..facts },
        &counterfoil_testing::terminal::example_answers(),
        &counter.department.sealing_key(),
    );
    counter.put().await;

    let put = counter.client.put(&counter.department.keys(), &other).await;
    let id = SubmissionId(other.facts().submission);
    let get = counter.client.get(&counter.department.keys(), id, other.digest()).await;

    assert_eq!(put, PutOutcome::Conflict);
    let kind = FaultKind::NotAnAcknowledgement(NotAnAcknowledgement::OtherDigest);
    assert_eq!(get, GetOutcome::Fault { kind, retry_after: None });
}
