//! The content of a receipt: facts, and the department's own words. The receipt's own words are
//! in `words`.

use serde::{Deserialize, Serialize};

use crate::time::LocalTime;

/// The language of a receipt's words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Language {
    /// English.
    En,
    /// Welsh.
    Cy,
}

/// What a receipt is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A submission was recorded on a terminal.
    Recorded,
}

/// Everything one receipt says. Filled in from what is committed, never from the screen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receipt {
    /// What the receipt is about.
    pub kind: Kind,
    /// The language of its words.
    pub language: Language,
    /// It comes from a terminal in demonstration mode, and says on every page that it is not real.
    pub demonstration: bool,
    /// Who runs the terminal, and where it stands.
    pub terminal: Terminal,
    /// The department the submission is for, by its name in `language`.
    pub department: String,
    /// The service's title.
    pub service: String,
    /// The submission's reference, as it is written on paper: `CF7K-9QMD-2XPT`.
    pub reference: String,
    /// The submission's number on its terminal: 1, 2, 3 and so on without gaps.
    pub sequence: u64,
    /// When it was recorded, by the terminal's clock. A copy keeps the time of the original.
    pub recorded_at: LocalTime,
    /// Who typed it in.
    pub served_by: ServedBy,
    /// What was recorded.
    pub details: Details,
    /// What the person declared and agreed to.
    pub declaration: Declaration,
    /// Papers to send, bring, keep or destroy: one sentence each, in the department's words.
    pub paper_legs: Vec<String>,
    /// What happens next and by when: one sentence each, in the department's words.
    pub next: Vec<String>,
    /// How to reach the department: one line each.
    pub contact: Vec<String>,
    /// How to say that something here is wrong: one sentence each, after the receipt's own.
    pub contest: Vec<String>,
    /// Whether the department has it.
    pub state: State,
    /// 0 for the original; n for "COPY n".
    pub copy: u32,
}

/// The terminal a submission was recorded on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Terminal {
    /// The organisation that runs it.
    pub operator: String,
    /// Where it stands, such as `Demonstration Post Office`.
    pub outlet: String,
    /// Which one it is, as its organisation calls it.
    pub name: String,
}

/// Who typed a submission in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ServedBy {
    /// A member of staff, by number; never by name.
    Staff {
        /// The staff number.
        number: String,
    },
    /// The person, alone.
    SelfService,
}

/// The answers, as far as this terminal still has them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Details {
    /// The answers in the order they were asked, already masked as the service says.
    Shown {
        /// One row a question.
        answers: Vec<Answer>,
    },
    /// The terminal erased them when the department acknowledged.
    Erased,
}

/// One question and its answer, in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// The question, short.
    pub question: String,
    /// The answer; one string a line.
    pub lines: Vec<String>,
}

/// What the person said yes to, in the department's words. Empty lists print nothing.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Declaration {
    /// What they declared to be so.
    pub statements: Vec<String>,
    /// What they agreed to.
    pub consents: Vec<String>,
}

/// Whether the department has the submission. It says "received" only on the department's own
/// acknowledgement (architecture, law 3).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum State {
    /// Recorded here; the department has not acknowledged it.
    RecordedOnThisTerminal,
    /// The department acknowledged it.
    ReceivedBy {
        /// The department's name, for "Received by".
        department: String,
        /// The department's own reference, if it gave one.
        reference: Option<String>,
        /// When the department says that it received it.
        received_at: LocalTime,
    },
}
