//! From declared answers to a recorded submission: the moment after which nothing may be lost.

use counterfoil_form::view::Language;
use counterfoil_form::{AnswerProblem, Completed, Service, run};
use counterfoil_queue::event::Actor;
use counterfoil_queue::ids::{Sequence, SubmissionId};
use counterfoil_queue::reference::Reference;
use counterfoil_store::{Act, Made, NewSubmission, Recorded, StoreError};
use serde::Serialize;
use serde_json::{Value, json};

use crate::bridge::{Problem, StateWord};
use crate::clock::local_text;
use crate::receipt::{KeptReceipt, KeptRow};
use crate::terminal::Terminal;
use crate::{language_tag, random};

/// What was recorded, for programs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Captured {
    /// The submission's id.
    pub id: String,
    /// The reference the person has on paper.
    pub reference: String,
    /// The number on this terminal.
    pub sequence: u64,
    /// When it was recorded, local time with offset, RFC 3339.
    pub recorded_at: String,
    /// Always recorded: nothing else has happened yet.
    pub state: StateWord,
}

/// Why a set of answers was not recorded. Nothing was kept of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CaptureRefused {
    /// There is no such service here, or it is not in force today.
    UnknownService,
    /// The answers break the service's rules.
    Answers(Vec<AnswerProblem>),
    /// Anything else.
    Problem(Problem),
}

impl From<Problem> for CaptureRefused {
    fn from(problem: Problem) -> Self {
        Self::Problem(problem)
    }
}

impl Terminal {
    /// Records a submission from a JSON object of answers, as `services/**/*.example.json`.
    /// The operator is answerable for the declaration that the answers contain.
    ///
    /// # Errors
    /// [`CaptureRefused`]; then nothing was recorded.
    pub fn capture(
        &self,
        service: &str,
        answers: &Value,
        language: Language,
        actor: Actor,
    ) -> Result<Captured, CaptureRefused> {
        self.refuse_when_full()?;
        let service = self.service(service).ok_or(CaptureRefused::UnknownService)?;
        let completed = run(service, answers, self.today()).map_err(CaptureRefused::Answers)?;
        let act = Act { stamp: self.clock.now(), actor };
        let recorded = self.record(service, &completed, language, act.clone())?;
        Ok(Captured {
            id: recorded.id.to_string(),
            reference: recorded.reference.to_string(),
            sequence: recorded.sequence.0,
            recorded_at: local_text(act.stamp.wall, act.stamp.offset_minutes),
            state: StateWord::Recorded,
        })
    }

    /// Refuses a new form while the disk is nearly full: before it starts, not at its end.
    pub(crate) fn refuse_when_full(&self) -> Result<(), Problem> {
        if counterfoil_store::is_nearly_full(self.store.dir())? {
            return Err(Problem::DiskFull);
        }
        Ok(())
    }

    /// Records what was declared, with its receipt and its event, in one transaction. When this
    /// returns `Ok`, a receipt may be printed (law 1).
    pub(crate) fn record(
        &self,
        service: &Service,
        completed: &Completed,
        language: Language,
        act: Act,
    ) -> Result<Recorded, Problem> {
        let stamp = act.stamp;
        let new = self.new_submission(service, completed, language, act.clone())?;
        let recorded = self.store.record::<StoreError>(new, |sequence| {
            let reference = self.reference(sequence)?;
            let receipt = KeptReceipt::of(service, completed, language, act.actor);
            let receipt_content =
                serde_json::to_string(&receipt).map_err(|_| StoreError::Unreadable("receipt"))?;
            Ok(Made { reference, receipt_content })
        })?;
        tracing::info!(sequence = recorded.sequence.0, at = stamp.wall.0, "recorded");
        Ok(recorded)
    }

    fn new_submission(
        &self,
        service: &Service,
        completed: &Completed,
        language: Language,
        act: Act,
    ) -> Result<NewSubmission, Problem> {
        let rows = match language {
            Language::En => &completed.receipt_rows_en,
            Language::Cy => &completed.receipt_rows_cy,
        };
        let rows: Vec<KeptRow> = rows.iter().map(KeptRow::from).collect();
        Ok(NewSubmission {
            id: SubmissionId::new(act.stamp.wall, random::bytes()),
            service: completed.service.clone(),
            definition_version: completed.version.clone(),
            department: service.department_id().to_owned(),
            language: language_tag(language).to_owned(),
            mode: "counter".to_owned(),
            answers: sealed_document(completed, language, &act)?,
            provenance: provenance(completed, &act.actor).to_string(),
            receipt_rows: serde_json::to_string(&rows).map_err(|_| Problem::CallSupport)?,
            receipt_id: uuid::Builder::from_random_bytes(random::bytes()).into_uuid(),
            act,
        })
    }

    fn reference(&self, sequence: Sequence) -> Result<Reference, StoreError> {
        Reference::new(self.identity.number, sequence, u16::from_le_bytes(random::bytes()))
            .map_err(|_| StoreError::TooLong { what: "sequence number", limit: 22 })
    }
}

/// What is sealed for the department: the answers, and what makes them attributable.
fn sealed_document(
    completed: &Completed,
    language: Language,
    act: &Act,
) -> Result<String, Problem> {
    let declared = match language {
        Language::En => &completed.declaration_en,
        Language::Cy => &completed.declaration_cy,
    };
    let document = json!({
        "service": completed.service,
        "definition_version": completed.version,
        "language": language_tag(language),
        "mode": "counter",
        "recorded_at": local_text(act.stamp.wall, act.stamp.offset_minutes),
        "answers": completed.answers,
        "declared": declared,
        "provenance": provenance(completed, &act.actor),
    });
    serde_json::to_string(&document).map_err(|_| Problem::CallSupport)
}

/// At the counter the member of staff typed every answer and the person confirmed them all on
/// the check page (law 9).
fn provenance(completed: &Completed, actor: &Actor) -> Value {
    let fields: serde_json::Map<String, Value> = completed
        .answers
        .keys()
        .map(|field| (field.clone(), json!({ "typed_by": actor, "confirmed_by": "person" })))
        .collect();
    Value::Object(fields)
}

#[cfg(test)]
mod tests {
    use counterfoil_form::catalogue;

    use super::*;
    use crate::terminal::tests::demonstration_terminal;

    const SERVICE: &str = "dvla/vehicle-keeper-change";

    fn example() -> Value {
        serde_json::from_str(catalogue::examples()[0]).expect("the example is JSON")
    }

    fn operator() -> Actor {
        Actor::Operator { user: "tester".into() }
    }

    #[test]
    fn the_shipped_example_is_recorded_and_numbered() {
        let (_dir, terminal, _clock) = demonstration_terminal();

        let first = terminal.capture(SERVICE, &example(), Language::En, operator());
        let second = terminal.capture(SERVICE, &example(), Language::Cy, operator());

        assert_eq!(first.expect("it is recorded").sequence, 1);
        let second = second.expect("it is recorded");
        assert_eq!(second.sequence, 2);
        assert!(second.reference.parse::<Reference>().is_ok());
    }

    #[test]
    fn answers_that_break_a_rule_are_refused_and_use_no_number() {
        let (_dir, terminal, _clock) = demonstration_terminal();
        let mut wrong = example();
        wrong["vehicle-registration"] = json!("NOT A VEHICLE");

        let refused = terminal.capture(SERVICE, &wrong, Language::En, operator());
        let unknown = terminal.capture("dvla/nothing", &example(), Language::En, operator());
        let right = terminal.capture(SERVICE, &example(), Language::En, operator());

        assert!(matches!(refused, Err(CaptureRefused::Answers(_))), "{refused:?}");
        assert_eq!(unknown, Err(CaptureRefused::UnknownService));
        assert_eq!(right.expect("it is recorded").sequence, 1);
    }
}
