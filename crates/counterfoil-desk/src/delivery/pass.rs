//! One pass over everything that waits.

use std::collections::BTreeSet;

use counterfoil_form::view::Language;
use counterfoil_queue::delivery::Delivery;
use counterfoil_queue::ids::SubmissionId;
use counterfoil_queue::time::UnixMillis;
use counterfoil_seal::package::{Facts, Package};
use counterfoil_store::{Sealed, Submission};
use serde::Serialize;

use crate::bridge::{ConnectionState, Problem};
use crate::delivery::link::Link;
use crate::delivery::settle::{Moment, after_get, after_put};
use crate::random;
use crate::terminal::Terminal;

use counterfoil_sync::PutOutcome;

/// What one pass came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct SyncReport {
    /// Whether the department answered.
    pub connection: ConnectionState,
    /// Submissions that were tried.
    pub attempted: u32,
    /// Of these, how many the department has acknowledged.
    pub acknowledged: u32,
    /// How many still wait, now.
    pub waiting: u64,
    /// How many need a person, now.
    pub needs_attention: u64,
}

/// A try that is about to start.
struct Try {
    package: Package,
    faults: u32,
    /// These bytes were sent before, and the department may have them.
    sent_before: bool,
}

/// Tries everything that waits once, whenever it would have been due, and reports.
///
/// # Errors
/// The store's. What the department or the network do is never an error here.
pub async fn pass(terminal: &Terminal) -> Result<SyncReport, Problem> {
    let (connection, links) = terminal.reach().await?;
    let (mut attempted, mut acknowledged) = (0, 0);
    for link in &links {
        let now = terminal.clock.now().wall;
        terminal.store.release_offline(&link.department, now)?;
        let (tried, received) = drain(terminal, link, now).await?;
        attempted += tried;
        acknowledged += received;
    }
    let counts = terminal.store.counts()?;
    Ok(SyncReport {
        connection,
        attempted,
        acknowledged,
        waiting: counts.waiting,
        needs_attention: counts.needs_attention,
    })
}

/// Tries what is due at `now` for the department at `link`, each once, longest due first. Returns how many were tried and
/// how many acknowledged. Stops early when the department can no longer be reached.
pub(crate) async fn drain(
    terminal: &Terminal,
    link: &Link,
    now: UnixMillis,
) -> Result<(u32, u32), Problem> {
    let mut tried = BTreeSet::new();
    let mut acknowledged = 0;
    while let Some(id) = terminal.store.next_due(&link.department, now)? {
        if !tried.insert(id) {
            break;
        }
        match deliver(terminal, link, id).await? {
            Delivery::Acknowledged { .. } => acknowledged += 1,
            // No fault was counted, so nobody was reached: the rest would fare no better.
            Delivery::Waiting { faults: 0, .. } => break,
            Delivery::Waiting { .. }
            | Delivery::Attempting { .. }
            | Delivery::NeedsAttention { .. } => {}
        }
    }
    Ok((u32::try_from(tried.len()).unwrap_or(u32::MAX), acknowledged))
}

async fn deliver(terminal: &Terminal, link: &Link, id: SubmissionId) -> Result<Delivery, Problem> {
    let attempt = begin(terminal, link, id)?;
    let moment = || Moment {
        now: terminal.clock.now().wall,
        faults: attempt.faults,
        jitter: u16::from_le_bytes(random::bytes()),
    };
    let digest = attempt.package.digest();
    if attempt.sent_before {
        let asked = link.client.get(&link.keys, id, digest).await;
        if let Some(settled) = after_get(&asked, moment()) {
            return settle(terminal, id, settled);
        }
    }
    let put = link.client.put(&link.keys, &attempt.package).await;
    let asked = match put {
        PutOutcome::Ambiguous { .. } => Some(link.client.get(&link.keys, id, digest).await),
        PutOutcome::Acknowledged(_)
        | PutOutcome::Rejected(_)
        | PutOutcome::Conflict
        | PutOutcome::Fault { .. }
        | PutOutcome::Offline { .. } => None,
    };
    settle(terminal, id, after_put(&put, asked.as_ref(), moment()))
}

fn settle(
    terminal: &Terminal,
    id: SubmissionId,
    settled: crate::delivery::settle::Settled,
) -> Result<Delivery, Problem> {
    Ok(terminal.store.settle(id, settled.outcome, terminal.by_itself(), &settled.body)?)
}

/// Commits that a try starts, with the sealed package when it is the first.
fn begin(terminal: &Terminal, link: &Link, id: SubmissionId) -> Result<Try, Problem> {
    let submission = terminal.store.submission(id)?.ok_or(Problem::NotFound)?;
    let faults = match submission.delivery {
        Delivery::Waiting { faults, .. } | Delivery::Attempting { faults } => faults,
        Delivery::Acknowledged { .. } | Delivery::NeedsAttention { .. } => 0,
    };
    if let Some(sealed) = terminal.store.sealed(id)? {
        terminal.store.begin_attempt(id, None, terminal.by_itself())?;
        let package = Package::decode(sealed.package).map_err(|_| Problem::CallSupport)?;
        return Ok(Try { package, faults, sent_before: true });
    }
    let package = seal(terminal, link, &submission)?;
    let sealed = Sealed::new(package.bytes().to_vec());
    terminal.store.begin_attempt(id, Some(&sealed), terminal.by_itself())?;
    Ok(Try { package, faults, sent_before: false })
}

fn seal(terminal: &Terminal, link: &Link, submission: &Submission) -> Result<Package, Problem> {
    let content = terminal.store.content(submission.id)?.ok_or(Problem::CallSupport)?;
    let facts = Facts {
        submission: submission.id.0,
        terminal: terminal.identity.id.0,
        sequence: submission.sequence.0,
        reference: submission.reference.to_string(),
        service: submission.service.clone(),
        definition_version: submission.definition_version.clone(),
        department: submission.department.clone(),
        recorded_at_ms: submission.recorded.wall.0,
        offset_minutes: submission.recorded.offset_minutes,
    };
    let key = terminal.signing_key()?;
    Package::seal(facts, content.answers.as_bytes(), &link.sealing, &key, random::bytes()).map_err(
        |error| {
            tracing::error!(%error, "a submission could not be sealed");
            Problem::CallSupport
        },
    )
}

impl Terminal {
    /// The name of the department in `submission`'s language, for "Received by".
    pub(crate) fn department_name(&self, submission: &Submission, language: Language) -> String {
        self.known_service(&submission.service).map_or_else(
            || submission.department.clone(),
            |service| service.department_short(language).to_owned(),
        )
    }
}
