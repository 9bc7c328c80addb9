//! What crosses to the user interface: small, plain values, and [`Problem`] when something fails.
//!
//! Every type here has a TypeScript twin in `ui/src/host/generated/`, written by
//! `cargo xtask ts`. Words that a department or a service owns come from here, in the language
//! asked for; the product's own words belong to the user interface.

use counterfoil_form::view::{CheckView, Language, PageView, TaskListView};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Why a command did not do what was asked. A code exists only if the screen does something
/// different for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Problem {
    /// Staff number or PIN is wrong. Which one is not said.
    SignInWrong,
    /// Too many wrong PINs; signing in is locked for a while.
    SignInLocked,
    /// Nobody is signed in; show the sign-in screen.
    SignedOut,
    /// There is no such thing (any more); go back to the home screen.
    NotFound,
    /// No terminal has been set up in the data directory.
    NotSetUp,
    /// The disk is nearly full; no new form may be started.
    DiskFull,
    /// The database could not be read or written just now; nothing was recorded.
    StorageFailed,
    /// Another program has this terminal's database open.
    InUse,
    /// The key in the key store is not this database's key.
    WrongKey,
    /// The key store cannot be reached or is locked.
    KeyUnavailable,
    /// The database is damaged and was set aside.
    Damaged,
    /// The database was written by a newer version of this program.
    NewerFile,
    /// No printer took the receipt.
    PrinterFailed,
    /// What came over the bridge was not understood.
    BadRequest,
    /// Anything a person at the counter cannot put right.
    CallSupport,
}

/// What the program is and where it stands, asked for once at start and after every sign-in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AppView {
    /// This program's version.
    pub version: String,
    /// The outlet, such as "Demonstration Post Office".
    pub outlet: String,
    /// Present in demonstration mode only: whom to sign in as.
    pub demonstration: Option<DemonstrationView>,
    /// Who is signed in.
    pub session: Option<SessionView>,
}

/// The demonstration's staff member, shown on the sign-in screen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DemonstrationView {
    /// The staff number to type.
    pub staff_number: String,
    /// The PIN to type.
    pub pin: String,
}

/// Who is signed in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SessionView {
    /// Their staff number.
    pub staff_number: String,
    /// Their name as colleagues know it.
    pub name: String,
}

/// The home screen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct HomeView {
    /// The services that can be captured here.
    pub services: Vec<ServiceCard>,
    /// How many submissions stand where.
    pub counts: QueueCounts,
    /// The disk is nearly full: no form can be started.
    pub disk_full: bool,
}

/// One service to choose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ServiceCard {
    /// `<department>/<service>`.
    pub id: String,
    /// The service's name.
    pub title: String,
    /// What it is for, in one sentence.
    pub summary: String,
    /// The department's name.
    pub department: String,
}

/// How many submissions stand where. They add up to all that were ever recorded (law 8).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct QueueCounts {
    /// Recorded on this terminal, waiting for the department.
    #[ts(type = "number")]
    pub waiting: u64,
    /// Received by the department.
    #[ts(type = "number")]
    pub received: u64,
    /// Needs a person.
    #[ts(type = "number")]
    pub needs_attention: u64,
}

/// What is known about the way to the departments.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ConnectionView {
    /// The state.
    pub state: ConnectionState,
    /// When it was last found to be so, Unix milliseconds.
    #[ts(type = "number")]
    pub checked_ms: i64,
}

/// Whether the department answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ConnectionState {
    /// Not tried yet.
    Unknown,
    /// The department answered and proved itself with its key.
    Online,
    /// The department could not be reached.
    Offline,
    /// Something answered that is not the department: a sign-in page or a proxy.
    Intercepted,
}

/// Where a journey is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "step", rename_all = "snake_case")]
pub enum StepView {
    /// A page that asks or tells, the declaration included.
    Page {
        /// The page.
        page: PageView,
    },
    /// Check your answers.
    Check {
        /// The page.
        check: CheckView,
    },
    /// The sections of the service as tasks.
    Tasks {
        /// The page.
        tasks: TaskListView,
    },
    /// The submission is recorded on this terminal; the journey is over.
    Recorded {
        /// The submission.
        submission: SubmissionView,
    },
}

/// What a submission's state is called, everywhere (architecture: "Words for states").
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum StateWord {
    /// Recorded on this terminal.
    Recorded,
    /// Received by the department.
    Received,
    /// Needs attention.
    NeedsAttention,
}

/// One line of the queue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct QueueRow {
    /// The submission's id.
    pub id: String,
    /// The reference the person has on paper.
    pub reference: String,
    /// The number on this terminal.
    #[ts(type = "number")]
    pub sequence: u64,
    /// The service's name.
    pub service: String,
    /// The department's short name, for "Received by".
    pub department: String,
    /// When it was recorded, local time with offset, RFC 3339.
    pub recorded_at: String,
    /// The state.
    pub state: StateWord,
}

/// One submission with its story.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SubmissionView {
    /// The line of the queue.
    pub row: QueueRow,
    /// The department's own reference, once received.
    pub department_reference: Option<String>,
    /// What happened to it, oldest first.
    pub story: Vec<StoryLine>,
    /// How often its receipt came out of a printer or was saved, the original included.
    pub receipts_made: u32,
    /// What happens next, in the department's words. Empty when its service is not here any more.
    pub next: Vec<String>,
}

/// One thing that happened to a submission.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StoryLine {
    /// When, local time with offset, RFC 3339.
    pub at: String,
    /// What: the event's kind, such as `recorded` or `attempted`.
    pub kind: String,
    /// Who: a staff number, or `None` for the program itself.
    pub staff_number: Option<String>,
}

/// What became of a wish to print.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "outcome", rename_all = "snake_case")]
pub enum PrintView {
    /// The printer says the receipt came out.
    Printed {
        /// 0 for the original, n for "COPY n".
        copy: u32,
    },
    /// No printer is set up, reachable or willing. Nothing came out; the receipt can be saved as
    /// a PDF instead.
    NoPrinter {
        /// Why a printer that answered would not take it, as the printer says.
        reason: Option<String>,
    },
    /// The printer stopped part-way: ask whether the receipt came out.
    Stopped {
        /// 0 for the original, n for "COPY n".
        copy: u32,
        /// Why, as the printer says, in a code such as `media-empty`.
        reason: String,
    },
}

/// Where a receipt was saved for want of a printer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SavedView {
    /// The file. It holds what the person was told, in the clear.
    pub path: String,
    /// 0 for the original, n for "COPY n".
    pub copy: u32,
}

/// What was typed on a page: values by name, several for tick boxes.
pub type Values = std::collections::BTreeMap<String, Vec<String>>;

/// Signs a member of staff in.
#[derive(Debug, Clone, Deserialize, Serialize, TS)]
pub struct SignIn {
    /// The staff number.
    pub staff_number: String,
    /// The PIN.
    pub pin: String,
}

/// Asks for something in a language.
#[derive(Debug, Clone, Copy, Deserialize, Serialize, TS)]
pub struct InLanguage {
    /// The language of the words that come back.
    pub language: Language,
}

/// Starts a journey.
#[derive(Debug, Clone, Deserialize, Serialize, TS)]
pub struct JourneyStart {
    /// `<department>/<service>`.
    pub service: String,
    /// The language in use.
    pub language: Language,
}

/// Asks for a page of the journey under way.
#[derive(Debug, Clone, Deserialize, Serialize, TS)]
pub struct JourneyPage {
    /// The page's path.
    pub path: String,
    /// The person followed a Change link.
    pub changing: bool,
    /// The language in use.
    pub language: Language,
}

/// Answers a page of the journey under way, or records the submission from its declaration.
#[derive(Debug, Clone, Deserialize, Serialize, TS)]
pub struct JourneyAnswer {
    /// The page's path.
    pub path: String,
    /// As in [`JourneyPage`].
    pub changing: bool,
    /// What was typed.
    #[ts(type = "Record<string, string[]>")]
    pub values: Values,
    /// The language in use.
    pub language: Language,
}

/// Names a submission.
#[derive(Debug, Clone, Deserialize, Serialize, TS)]
pub struct SubmissionRef {
    /// The submission's id.
    pub id: String,
    /// The language in use.
    pub language: Language,
}
