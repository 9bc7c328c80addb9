//! Recording a submission: number, row, answers, receipt and event, in one transaction.

use counterfoil_queue::delivery::Delivery;
use counterfoil_queue::event::{EventKind, Hash, NewEvent};
use counterfoil_queue::ids::{Sequence, SubmissionId};
use counterfoil_queue::reference::Reference;
use rusqlite::Connection;
use uuid::Uuid;

use crate::content::Content;
use crate::deliver::Act;
use crate::error::StoreError;
use crate::receipt::Receipt;
use crate::store::Store;
use crate::submission::Submission;
use crate::{content, delivery, event, receipt, submission};

/// What is known of a submission before it has its number. Not shown in logs: it holds answers.
pub struct NewSubmission {
    /// Its id for life, new.
    pub id: SubmissionId,
    /// `<department>/<service>`.
    pub service: String,
    /// Version of the service's definition.
    pub definition_version: String,
    /// The department's id.
    pub department: String,
    /// The language it was captured in, such as `en` or `cy`.
    pub language: String,
    /// `counter`, `guided`, `kiosk` or `phone`.
    pub mode: String,
    /// The answers, canonical JSON.
    pub answers: String,
    /// Who typed and who confirmed each answer, JSON.
    pub provenance: String,
    /// Questions and answers as the receipt shows them, JSON.
    pub receipt_rows: String,
    /// The receipt's id, new.
    pub receipt_id: Uuid,
    /// Who records it, and when.
    pub act: Act,
}

/// What can be made only once the number is known.
pub struct Made {
    /// The reference, which carries the number.
    pub reference: Reference,
    /// What the receipt says, JSON, without answers.
    pub receipt_content: String,
}

/// What was recorded. Only now may a receipt be printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recorded {
    /// The submission's id.
    pub id: SubmissionId,
    /// Its number on this terminal.
    pub sequence: Sequence,
    /// What the person has on paper.
    pub reference: Reference,
    /// The receipt.
    pub receipt: Receipt,
}

impl Store {
    /// Records a submission, durably: when this returns `Ok`, it survives a power cut.
    ///
    /// Takes the next number, lets `make` build the reference and the receipt from it, and
    /// writes the submission, its answers, its receipt and the event in one transaction, due
    /// at once. `make` runs inside that transaction and must not use the store.
    ///
    /// # Errors
    /// What `make` returns, or the store's; then nothing was recorded and the number is free.
    pub fn record<E: From<StoreError>>(
        &self,
        new: NewSubmission,
        make: impl FnOnce(Sequence) -> Result<Made, E>,
    ) -> Result<Recorded, E> {
        self.write(|tx| {
            let sequence = submission::next_sequence(tx)?;
            let made = make(sequence)?;
            Ok(put(tx, new, sequence, made)?)
        })
    }
}

fn put(
    tx: &Connection,
    new: NewSubmission,
    sequence: Sequence,
    made: Made,
) -> Result<Recorded, StoreError> {
    let (id, reference) = (new.id, made.reference);
    let receipt = Receipt {
        id: new.receipt_id,
        kind: "recorded".into(),
        content_hash: Hash::of(made.receipt_content.as_bytes()),
        content: made.receipt_content,
        made: new.act.stamp.wall,
    };
    let content = Content {
        answers: new.answers,
        provenance: new.provenance,
        receipt_rows: new.receipt_rows,
    };
    let submission = Submission {
        id,
        sequence,
        reference,
        service: new.service,
        definition_version: new.definition_version,
        department: new.department,
        language: new.language,
        mode: new.mode,
        recorded: new.act.stamp,
        operator: new.act.actor.clone(),
        delivery: Delivery::Waiting { faults: 0, due: new.act.stamp.wall },
    };
    submission::insert(tx, &submission)?;
    delivery::put(tx, sequence, &submission.delivery, None)?;
    content::insert(tx, sequence, &content)?;
    receipt::insert(tx, sequence, &receipt)?;
    event::append(tx, recorded_event(&submission, &receipt, new.act))?;
    Ok(Recorded { id, sequence, reference, receipt })
}

fn recorded_event(submission: &Submission, receipt: &Receipt, act: Act) -> NewEvent {
    let body = serde_json::json!({
        "sequence": submission.sequence,
        "reference": submission.reference,
        "service": submission.service,
        "definition_version": submission.definition_version,
        "receipt": receipt.id,
        "receipt_hash": hex(receipt.content_hash),
    });
    NewEvent {
        subject: Some(submission.id.to_string()),
        body: body.to_string(),
        ..act.does(EventKind::Recorded)
    }
}

fn hex(hash: Hash) -> String {
    hash.0.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
#[path = "record_tests.rs"]
mod tests;
