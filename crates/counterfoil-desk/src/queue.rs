//! What is recorded on this terminal, as screens and programs see it.

use counterfoil_form::view::Language;
use counterfoil_queue::delivery::Delivery;
use counterfoil_queue::event::{Actor, EventKind};
use counterfoil_queue::ids::SubmissionId;
use counterfoil_queue::reference::Reference;
use counterfoil_store::{LoggedEvent, Submission};

use crate::bridge::{Problem, QueueCounts, QueueRow, StateWord, StoryLine, SubmissionView};
use crate::clock::local_text;
use crate::terminal::Terminal;

/// Rows read at once, and shown at once on a screen.
const ROWS_MAX: u32 = 500;

/// Events told of one submission, the latest.
const STORY_MAX: u32 = 200;

impl Terminal {
    /// Every submission, newest first.
    ///
    /// # Errors
    /// The store's.
    pub fn queue(&self, language: Language) -> Result<Vec<QueueRow>, Problem> {
        let mut all = Vec::new();
        let mut before = None;
        loop {
            let rows = self.store.queue_rows(ROWS_MAX, before)?;
            let Some(last) = rows.last() else { return Ok(all) };
            before = Some(last.sequence);
            all.extend(rows.iter().map(|submission| self.row(submission, language)));
        }
    }

    /// The latest submissions, newest first, as many as a screen shows.
    pub(crate) fn latest(&self, language: Language) -> Result<Vec<QueueRow>, Problem> {
        let rows = self.store.queue_rows(ROWS_MAX, None)?;
        Ok(rows.iter().map(|submission| self.row(submission, language)).collect())
    }

    /// One submission with its story, by its reference or its id.
    ///
    /// # Errors
    /// [`Problem::NotFound`]; otherwise the store's.
    pub fn submission(&self, key: &str, language: Language) -> Result<SubmissionView, Problem> {
        let submission = self.find(key)?;
        let events = self.store.events_for(&submission.id.to_string(), STORY_MAX)?;
        Ok(SubmissionView {
            department_reference: match &submission.delivery {
                Delivery::Acknowledged { reference, .. } => Some(reference.clone()),
                Delivery::Waiting { .. }
                | Delivery::Attempting { .. }
                | Delivery::NeedsAttention { .. } => None,
            },
            story: events.iter().map(told).collect(),
            receipts_made: self.store.receipts_made(submission.id)?,
            next: self
                .known_service(&submission.service)
                .map(|service| service.next_steps(language))
                .unwrap_or_default(),
            row: self.row(&submission, language),
        })
    }

    pub(crate) fn counts(&self) -> Result<QueueCounts, Problem> {
        let counts = self.store.counts()?;
        Ok(QueueCounts {
            waiting: counts.waiting,
            received: counts.acknowledged,
            needs_attention: counts.needs_attention,
        })
    }

    /// The submission with this reference or id.
    pub(crate) fn find(&self, key: &str) -> Result<Submission, Problem> {
        let found = if let Ok(id) = key.parse::<SubmissionId>() {
            self.store.submission(id)?
        } else if let Ok(reference) = key.parse::<Reference>() {
            self.store.by_reference(reference)?
        } else {
            None
        };
        found.ok_or(Problem::NotFound)
    }

    fn row(&self, submission: &Submission, language: Language) -> QueueRow {
        let service = self.known_service(&submission.service);
        QueueRow {
            id: submission.id.to_string(),
            reference: submission.reference.to_string(),
            sequence: submission.sequence.0,
            service: service
                .map_or_else(|| submission.service.clone(), |s| s.title(language).to_owned()),
            department: self.department_name(submission, language),
            recorded_at: local_text(submission.recorded.wall, submission.recorded.offset_minutes),
            state: word(&submission.delivery),
        }
    }
}

fn word(delivery: &Delivery) -> StateWord {
    match delivery {
        Delivery::Waiting { .. } | Delivery::Attempting { .. } => StateWord::Recorded,
        Delivery::Acknowledged { .. } => StateWord::Received,
        Delivery::NeedsAttention { .. } => StateWord::NeedsAttention,
    }
}

fn told(logged: &LoggedEvent) -> StoryLine {
    let event = &logged.event;
    StoryLine {
        at: local_text(event.stamp.wall, event.stamp.offset_minutes),
        kind: event_word(event.kind),
        staff_number: match &event.actor {
            Actor::Staff { number } => Some(number.clone()),
            Actor::Operator { user } => Some(user.clone()),
            Actor::System | Actor::SelfService => None,
        },
    }
}

fn event_word(kind: EventKind) -> String {
    match serde_json::to_value(kind) {
        Ok(serde_json::Value::String(word)) => word,
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::terminal::tests::demonstration_terminal;

    #[test]
    fn the_whole_queue_is_listed_and_a_screen_shows_the_latest() {
        let (_dir, terminal, _clock) = demonstration_terminal();
        let answers = serde_json::from_str(counterfoil_form::catalogue::examples()[0]);
        let answers = answers.expect("the example is JSON");
        let more = u64::from(ROWS_MAX) + 1;
        for _ in 0..more {
            let actor = Actor::Operator { user: "tester".into() };
            terminal
                .capture("dvla/vehicle-keeper-change", &answers, Language::En, actor)
                .expect("it is recorded");
        }

        let all = terminal.queue(Language::En).expect("it reads");
        let latest = terminal.latest(Language::En).expect("it reads");

        let numbers: Vec<u64> = all.iter().map(|row| row.sequence).collect();
        assert_eq!(numbers, (1..=more).rev().collect::<Vec<_>>());
        assert_eq!(latest.len(), 500);
        assert_eq!(latest[0].sequence, more);
    }
}
