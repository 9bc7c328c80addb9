//! Receipts: rendered from what is committed, never from the screen, and printed only after.

use std::io::Write as _;
use std::path::PathBuf;

use counterfoil_form::view::Language;
use counterfoil_form::{Completed, ReceiptRow, Service};
use counterfoil_print::{PrintJob, PrintOutcome as Printed};
use counterfoil_queue::delivery::Delivery;
use counterfoil_queue::event::Actor;
use counterfoil_receipt::{
    Answer, Declaration, Details, Kind, LocalTime, Receipt, ServedBy, State, to_pdf, to_text,
};
use counterfoil_store::{Act, Print, PrintOutcome, PrintState, Submission};
use serde::{Deserialize, Serialize};

use crate::bridge::{PrintView, Problem, SavedView};
use crate::terminal::Terminal;

/// Logged when no printer answered: no paper can have come out.
const UNREACHABLE: &str = "printer-unreachable";
/// Logged when the printer answered and took nothing: no paper can have come out.
const REFUSED: &str = "printer-refused";

/// How a receipt is written to a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReceiptFormat {
    /// An A4 document.
    Pdf,
    /// Plain text, UTF-8.
    Text,
}

/// What the receipt says, fixed when the submission was recorded. No answers: those are kept
/// apart and erased when the department has acknowledged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct KeptReceipt {
    language: counterfoil_receipt::Language,
    department: String,
    service: String,
    served_by: ServedBy,
    declared: Vec<String>,
    consents: Vec<String>,
    paper: Vec<String>,
    next: Vec<String>,
    contact: Vec<String>,
    contest: Vec<String>,
}

/// A question and its masked answer, kept until they are erased.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct KeptRow {
    question: String,
    answer: String,
}

impl From<&ReceiptRow> for KeptRow {
    fn from(row: &ReceiptRow) -> Self {
        Self { question: row.question.clone(), answer: row.answer.clone() }
    }
}

impl KeptReceipt {
    pub(crate) fn of(
        service: &Service,
        completed: &Completed,
        language: Language,
        actor: Actor,
    ) -> Self {
        let (language_of_words, declared) = match language {
            Language::En => (counterfoil_receipt::Language::En, &completed.declaration_en),
            Language::Cy => (counterfoil_receipt::Language::Cy, &completed.declaration_cy),
        };
        Self {
            language: language_of_words,
            department: service.department(language).to_owned(),
            service: service.title(language).to_owned(),
            served_by: match actor {
                Actor::Staff { number } => ServedBy::Staff { number },
                Actor::Operator { user } => ServedBy::Staff { number: user },
                Actor::SelfService | Actor::System => ServedBy::SelfService,
            },
            declared: declared.clone(),
            consents: service.consent(language),
            paper: service.paper(language),
            next: service.next_steps(language),
            contact: service.contact(language),
            contest: service.contest(language),
        }
    }
}

impl Terminal {
    /// Prints the receipt of the submission with this reference or id, or says why not. Waits
    /// for the printer's word. The first on paper is the original; every one after is a copy.
    ///
    /// # Errors
    /// [`Problem::NotFound`]; otherwise the store's. What the printer does is an outcome.
    pub fn print(&self, key: &str, actor: Actor) -> Result<PrintView, Problem> {
        let submission = self.find(key)?;
        let Some((name, printer)) = &self.printer else {
            return Ok(PrintView::NoPrinter { reason: None });
        };
        let (job, copy, pdf) = self.start(&submission, name, &actor, |r| Ok(to_pdf(r)?))?;
        let job_name = format!("{}-{}", submission.reference, job.number);
        let outcome = printer.print(&PrintJob { name: &job_name, pdf: &pdf });
        let (logged, view) = match outcome {
            Ok(Printed::Printed) => (PrintOutcome::Printed, PrintView::Printed { copy }),
            Ok(Printed::Stopped { reasons }) => {
                let reason = reasons.join(" ");
                let view = PrintView::Stopped { copy, reason: reason.clone() };
                (PrintOutcome::Failed { reason }, view)
            }
            Ok(Printed::Unreachable) => {
                let reason = UNREACHABLE.to_owned();
                (PrintOutcome::Failed { reason }, PrintView::NoPrinter { reason: None })
            }
            Ok(Printed::Refused { reasons }) => {
                let reasons = reasons.join(" ");
                let view = PrintView::NoPrinter { reason: Some(reasons.clone()) };
                (PrintOutcome::Failed { reason: format!("{REFUSED} {reasons}") }, view)
            }
            Err(error) => {
                tracing::warn!(%error, "the printer");
                let reason = REFUSED.to_owned();
                (PrintOutcome::Failed { reason }, PrintView::NoPrinter { reason: None })
            }
        };
        self.settle_print(job, &logged, actor)?;
        Ok(view)
    }

    /// Writes the receipt with `write` and logs it as saved at `place`. Returns the copy number
    /// that it says, 0 for the original.
    ///
    /// # Errors
    /// [`Problem::NotFound`]; [`Problem::StorageFailed`] when `write` fails; otherwise the
    /// store's.
    pub fn receipt_to(
        &self,
        key: &str,
        format: ReceiptFormat,
        place: &str,
        actor: Actor,
        write: impl FnOnce(&[u8]) -> std::io::Result<()>,
    ) -> Result<u32, Problem> {
        let submission = self.find(key)?;
        let (job, copy, bytes) = self.start(&submission, place, &actor, |r| match format {
            ReceiptFormat::Pdf => Ok(to_pdf(r)?),
            ReceiptFormat::Text => Ok(to_text(r).into_bytes()),
        })?;
        let written = write(&bytes);
        let logged = match &written {
            Ok(()) => PrintOutcome::Saved,
            Err(_) => PrintOutcome::Failed { reason: UNREACHABLE.to_owned() },
        };
        self.settle_print(job, &logged, actor)?;
        written.map(|()| copy).map_err(|_| Problem::StorageFailed)
    }

    /// Saves the receipt as a PDF in the operator's folder for receipts, for want of a printer.
    pub(crate) fn save_receipt(&self, key: &str, actor: Actor) -> Result<SavedView, Problem> {
        let dir = self.receipts_dir.clone().ok_or(Problem::PrinterFailed)?;
        let path = self.new_receipt_path(&dir, &self.find(key)?)?;
        let place = path.display().to_string();
        let copy = self.receipt_to(key, ReceiptFormat::Pdf, &place, actor, |pdf| {
            std::fs::create_dir_all(&dir)?;
            let mut file = private_file(&path)?;
            file.write_all(pdf)?;
            file.sync_all()
        })?;
        Ok(SavedView { path: place, copy })
    }

    fn new_receipt_path(
        &self,
        dir: &std::path::Path,
        submission: &Submission,
    ) -> Result<PathBuf, Problem> {
        let receipt = self.store.receipt_for(submission.id)?.ok_or(Problem::NotFound)?;
        let made = self.store.prints(receipt.id)?.len();
        Ok(dir.join(format!("{}-{made}.pdf", submission.reference)))
    }

    /// Commits that a print starts, before any byte goes out, and renders it.
    fn start(
        &self,
        submission: &Submission,
        place: &str,
        actor: &Actor,
        render: impl FnOnce(&Receipt) -> Result<Vec<u8>, Problem>,
    ) -> Result<(Job, u32, Vec<u8>), Problem> {
        let kept = self.store.receipt_for(submission.id)?.ok_or(Problem::NotFound)?;
        let act = Act { stamp: self.clock.now(), actor: actor.clone() };
        let number = self.store.print_started(kept.id, place, act)?;
        let earlier = self.store.prints(kept.id)?;
        let copy = papers_before(&earlier, number);
        let words: KeptReceipt =
            serde_json::from_str(&kept.content).map_err(|_| Problem::CallSupport)?;
        let receipt = self.receipt(submission, words, copy)?;
        Ok((Job { receipt: kept.id, number }, copy, render(&receipt)?))
    }

    fn settle_print(&self, job: Job, outcome: &PrintOutcome, actor: Actor) -> Result<(), Problem> {
        let act = Act { stamp: self.clock.now(), actor };
        Ok(self.store.print_settled(job.receipt, job.number, outcome, act)?)
    }

    fn receipt(
        &self,
        submission: &Submission,
        kept: KeptReceipt,
        copy: u32,
    ) -> Result<Receipt, Problem> {
        let recorded = submission.recorded;
        Ok(Receipt {
            kind: Kind::Recorded,
            language: kept.language,
            demonstration: self.identity.demonstration,
            terminal: counterfoil_receipt::Terminal {
                operator: self.identity.organisation.clone(),
                outlet: self.identity.outlet.clone(),
                name: self.identity.number.get().to_string(),
            },
            state: self.receipt_state(submission, kept.language),
            department: kept.department,
            service: kept.service,
            reference: submission.reference.to_string(),
            sequence: submission.sequence.0,
            recorded_at: LocalTime {
                unix_ms: recorded.wall.0,
                offset_minutes: recorded.offset_minutes,
            },
            served_by: kept.served_by,
            details: self.details(submission)?,
            declaration: Declaration { statements: kept.declared, consents: kept.consents },
            paper_legs: kept.paper,
            next: kept.next,
            contact: kept.contact,
            contest: kept.contest,
            copy,
        })
    }

    fn details(&self, submission: &Submission) -> Result<Details, Problem> {
        let Some(content) = self.store.content(submission.id)? else {
            return Ok(Details::Erased);
        };
        let rows: Vec<KeptRow> =
            serde_json::from_str(&content.receipt_rows).map_err(|_| Problem::CallSupport)?;
        let answers = rows.into_iter().map(|row| Answer {
            question: row.question,
            lines: row.answer.lines().map(str::to_owned).collect(),
        });
        Ok(Details::Shown { answers: answers.collect() })
    }

    /// The department goes by the same name here as on the screen.
    fn receipt_state(
        &self,
        submission: &Submission,
        language: counterfoil_receipt::Language,
    ) -> State {
        let language = match language {
            counterfoil_receipt::Language::En => Language::En,
            counterfoil_receipt::Language::Cy => Language::Cy,
        };
        match &submission.delivery {
            Delivery::Acknowledged { reference, received } => State::ReceivedBy {
                department: self.department_name(submission, language),
                reference: Some(reference.clone()),
                received_at: LocalTime {
                    unix_ms: received.0,
                    offset_minutes: self.clock.now().offset_minutes,
                },
            },
            Delivery::Waiting { .. }
            | Delivery::Attempting { .. }
            | Delivery::NeedsAttention { .. } => State::RecordedOnThisTerminal,
        }
    }
}

/// One print under way.
struct Job {
    receipt: uuid::Uuid,
    number: u32,
}

/// How many prints before number `number` may have put paper in somebody's hands. The first
/// that can is the original; there is never a second one.
fn papers_before(prints: &[Print], number: u32) -> u32 {
    let may_be_paper = |print: &&Print| {
        let reason = print.reason.as_deref().unwrap_or_default();
        let none = reason.starts_with(UNREACHABLE) || reason.starts_with(REFUSED);
        print.copy_number < number && !(print.state == PrintState::Failed && none)
    };
    u32::try_from(prints.iter().filter(may_be_paper).count()).unwrap_or(u32::MAX)
}

/// A new file that its owner alone may read: it holds what the person was told.
fn private_file(path: &std::path::Path) -> std::io::Result<std::fs::File> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::terminal::tests::demonstration_terminal;

    fn print(copy_number: u32, state: PrintState, reason: Option<&str>) -> Print {
        Print {
            copy_number,
            state,
            printer: "ipp://printer.example/ipp/print".into(),
            reason: reason.map(str::to_owned),
            queued: counterfoil_queue::time::UnixMillis(0),
        }
    }

    #[test]
    fn a_printer_that_was_switched_off_does_not_use_up_the_original() {
        let off = [print(0, PrintState::Failed, Some(UNREACHABLE))];
        let jammed = [print(0, PrintState::Failed, Some("media-jam"))];
        let unknown = [print(0, PrintState::Queued, None)];

        assert_eq!(papers_before(&off, 1), 0);
        assert_eq!(papers_before(&jammed, 1), 1, "half a receipt may be in somebody's hand");
        assert_eq!(papers_before(&unknown, 1), 1, "it may have come out before the power went");
    }

    #[test]
    fn the_second_receipt_says_that_it_is_a_copy() {
        let (_dir, terminal, _clock) = demonstration_terminal();
        let answers = serde_json::from_str(counterfoil_form::catalogue::examples()[0]);
        let answers = answers.expect("the example is JSON");
        let operator = || Actor::Operator { user: "tester".into() };
        let captured = terminal
            .capture("dvla/vehicle-keeper-change", &answers, Language::En, operator())
            .expect("it is recorded");
        let text = |expected: u32| {
            let mut text = String::new();
            let copy = terminal
                .receipt_to(&captured.reference, ReceiptFormat::Text, "test", operator(), |b| {
                    text = String::from_utf8_lossy(b).into_owned();
                    Ok(())
                })
                .expect("it renders");
            assert_eq!(copy, expected);
            text
        };

        let (original, copy) = (text(0), text(1));

        assert!(original.contains(&captured.reference));
        assert!(original.contains("Recorded on this terminal"));
        assert!(!original.contains("COPY"));
        assert!(copy.contains("COPY 1"));
    }
}
