//! The hash of what a receipt says and that does not change.

use sha2::{Digest, Sha256};

use crate::content::{Answer, Declaration, Details, Kind, Language, Receipt, ServedBy, Terminal};
use crate::time::LocalTime;

/// Names the encoding. A change to it is a new name.
const ENCODING: &str = "counterfoil-receipt/1";

impl Receipt {
    /// SHA-256 over everything printed that never changes: all but the state and the copy
    /// number, so an original, its copies and a copy made after the acknowledgement agree.
    ///
    /// Taken when the submission is recorded and kept: once the answers are erased it cannot be
    /// worked out again, and a receipt without them has another hash.
    #[must_use]
    pub fn content_hash(&self) -> [u8; 32] {
        Sha256::digest(self.canonical_bytes()).into()
    }

    /// Every text and list is preceded by its length, so no two receipts have the same bytes.
    fn canonical_bytes(&self) -> Vec<u8> {
        // Taken apart without `..`: a new field must be given its place here.
        let Self {
            kind,
            language,
            demonstration,
            terminal: Terminal { operator, outlet, name },
            department,
            service,
            reference,
            sequence,
            recorded_at,
            served_by,
            details,
            declaration: Declaration { statements, consents },
            paper_legs,
            next,
            contact,
            contest,
            state: _,
            copy: _,
        } = self;
        let mut out = Canonical::default();
        out.text(ENCODING);
        out.text(match kind {
            Kind::Recorded => "recorded",
        });
        out.text(match language {
            Language::En => "en",
            Language::Cy => "cy",
        });
        out.text(if *demonstration { "demonstration" } else { "real" });
        for text in [operator, outlet, name, department, service, reference] {
            out.text(text);
        }
        out.number(*sequence);
        out.time(*recorded_at);
        out.served_by(served_by);
        out.details(details);
        for list in [statements, consents, paper_legs, next, contact, contest] {
            out.list(list);
        }
        out.0
    }
}

#[derive(Default)]
struct Canonical(Vec<u8>);

impl Canonical {
    fn number(&mut self, number: u64) {
        self.0.extend_from_slice(&number.to_be_bytes());
    }

    fn count(&mut self, count: usize) {
        self.number(u64::try_from(count).unwrap_or(u64::MAX));
    }

    fn text(&mut self, text: &str) {
        self.count(text.len());
        self.0.extend_from_slice(text.as_bytes());
    }

    fn list(&mut self, texts: &[String]) {
        self.count(texts.len());
        for text in texts {
            self.text(text);
        }
    }

    fn time(&mut self, LocalTime { unix_ms, offset_minutes }: LocalTime) {
        self.0.extend_from_slice(&unix_ms.to_be_bytes());
        self.0.extend_from_slice(&offset_minutes.to_be_bytes());
    }

    fn served_by(&mut self, served_by: &ServedBy) {
        match served_by {
            ServedBy::Staff { number } => {
                self.text("staff");
                self.text(number);
            }
            ServedBy::SelfService => self.text("self-service"),
        }
    }

    fn details(&mut self, details: &Details) {
        match details {
            Details::Shown { answers } => {
                self.text("shown");
                self.count(answers.len());
                for Answer { question, lines } in answers {
                    self.text(question);
                    self.list(lines);
                }
            }
            Details::Erased => self.text("erased"),
        }
    }
}
