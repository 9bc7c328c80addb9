//! Laws 2 and 3 on the whole terminal: whatever a department or what poses as one answers, the
//! submission stays "recorded on this terminal" with an event that says why, is tried again, and
//! arrives once.

use counterfoil_desk::StartOptions;
use counterfoil_desk::bridge::{ConnectionState, StateWord, SubmissionView};
use counterfoil_desk::delivery::pass::{SyncReport, pass};
use counterfoil_desk::terminal::Terminal;
use counterfoil_form::catalogue;
use counterfoil_form::view::Language;
use counterfoil_queue::event::Actor;
use counterfoil_seal::problem::ProblemType;
use counterfoil_testing::fault_department::{Fault, FaultDepartment};

struct Counter {
    department: FaultDepartment,
    terminal: Terminal,
    _dir: tempfile::TempDir,
}

impl Counter {
    /// A terminal that has exchanged keys with a department which will misbehave when told to.
    async fn open() -> Self {
        let dir = tempfile::tempdir().expect("a directory");
        let department = FaultDepartment::start().await.expect("the machine has a port");
        let options = StartOptions {
            data_dir: dir.path().join("terminal"),
            demonstration: true,
            department_url: Some(department.url()),
            printer: None,
            receipts_dir: None,
        };
        let terminal = Terminal::open(&options).expect("it is set up");
        let counter = Self { department, terminal, _dir: dir };
        assert_eq!(counter.pass().await.connection, ConnectionState::Online);
        counter
    }

    async fn pass(&self) -> SyncReport {
        pass(&self.terminal).await.expect("the store works")
    }

    fn capture(&self) -> String {
        let example = catalogue::examples().into_iter().next().expect("a service ships");
        let answers = serde_json::from_str(example).expect("the example is JSON");
        let actor = Actor::Operator { user: "tester".into() };
        let captured = self
            .terminal
            .capture("dvla/vehicle-keeper-change", &answers, Language::En, actor)
            .expect("it is recorded");
        captured.id
    }

    fn shown(&self, id: &str) -> SubmissionView {
        self.terminal.submission(id, Language::En).expect("it is there")
    }

    /// The department proves itself, and then the next request meets `fault`.
    fn script(&self, fault: Fault) {
        self.department.script([Fault::Pass, fault]);
    }

    fn arrived(&self) -> usize {
        self.department.arrived().expect("the database answers").len()
    }
}

fn happened(view: &SubmissionView, kind: &str) -> usize {
    view.story.iter().filter(|told| told.kind == kind).count()
}

#[tokio::test]
async fn rubbish_is_an_event_and_a_retry_and_never_received() {
    let answers = [
        Fault::CaptivePortal,
        Fault::Redirect(302),
        Fault::Garbage,
        Fault::NotHttp,
        Fault::AcknowledgesAnother,
        Fault::AcknowledgesOtherBytes,
        Fault::BadSignature,
        Fault::Truncated,
        Fault::HugeBody,
        Fault::Status(200, None),
        Fault::Status(500, None),
        Fault::Status(429, Some("99999999999")),
    ];
    for answer in answers {
        let counter = Counter::open().await;
        let id = counter.capture();
        counter.script(answer.clone());

        let report = counter.pass().await;

        assert_eq!((report.acknowledged, report.waiting), (0, 1), "{answer:?}");
        let view = counter.shown(&id);
        assert_eq!(view.row.state, StateWord::Recorded, "{answer:?}");
        let said = happened(&view, "faulted") + happened(&view, "unreachable");
        assert_eq!(said, 1, "{answer:?}: {:?}", view.story);
        assert_eq!(counter.pass().await.acknowledged, 1, "{answer:?} is tried again");
        assert_eq!(counter.shown(&id).row.state, StateWord::Received);
        assert_eq!(counter.arrived(), 1, "{answer:?}");
    }
}

#[tokio::test]
async fn what_arrived_although_its_answer_was_lost_is_asked_for_and_not_sent_twice() {
    for lost in [Fault::CloseAfterCommit, Fault::ResetAfterCommit, Fault::StatusAfterCommit(502)] {
        let counter = Counter::open().await;
        let id = counter.capture();
        counter.script(lost.clone());

        counter.pass().await;
        counter.pass().await;

        assert_eq!(counter.shown(&id).row.state, StateWord::Received, "{lost:?}");
        assert_eq!(counter.arrived(), 1);
        let sent = counter.department.requests().iter().filter(|r| r.starts_with("PUT ")).count();
        assert_eq!(sent, 1, "{lost:?}: the terminal asked before it acted");
    }
}

#[tokio::test]
async fn a_rejection_is_put_before_a_person_and_keeps_the_answers() {
    let counter = Counter::open().await;
    let id = counter.capture();
    counter.script(Fault::Problem(ProblemType::InvalidAnswers));

    let report = counter.pass().await;

    assert_eq!(report.needs_attention, 1);
    assert_eq!(counter.shown(&id).row.state, StateWord::NeedsAttention);
    assert_eq!(happened(&counter.shown(&id), "refused"), 1);
    assert_eq!(counter.pass().await.attempted, 0, "nothing is tried behind a person's back");
}
