//! The native definition of a service: one JSON file, `services/<department>/<service>.json`.
//!
//! These types are the format. Unknown keys are refused everywhere. Words are English here; the
//! Welsh overlay `<service>.cy.json` is one flat object from keys such as
//! `field.registration.label` to Welsh, and [`mod@overlay`] is the list of those keys.

pub mod condition;
pub mod field;
pub(crate) mod inspect;
pub mod limits;
pub mod overlay;
pub mod page;
pub mod problem;
pub(crate) mod routes;

use jiff::civil::Date;
use serde::Deserialize;

use crate::words::{Sentence, Words};
use page::{Check, Declaration, Exit, Page};

/// A whole service.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Definition {
    /// `<department>/<service>`, both kebab-case.
    pub id: String,
    /// The definition's own version, such as `1.0.0`. Kept with every submission.
    pub version: String,
    /// When it may be used.
    pub effective: Effective,
    /// Who takes the submissions.
    pub department: Department,
    /// The service's name.
    pub title: Words,
    /// What it is for, in one sentence, for the home screen.
    pub summary: Words,
    /// What kind of transaction it is, for management information.
    pub transaction: Transaction,
    /// The parts of the United Kingdom it covers.
    pub territory: Vec<Nation>,
    /// The modes of a terminal in which it may be captured.
    pub modes: Vec<Mode>,
    /// What the person agrees to by being served, read out before the first question.
    pub consent: Vec<Sentence>,
    /// How long this terminal keeps what was captured.
    pub retention: Retention,
    /// What happens next and when, printed on the receipt.
    pub next_steps: Vec<Sentence>,
    /// What to do with paper, printed on the receipt.
    pub paper: Vec<Sentence>,
    /// How to reach the department.
    pub contact: Vec<Sentence>,
    /// What to do when the person thinks that what was recorded, or decided, is wrong.
    pub contest: Vec<Sentence>,
    /// The sections of check answers, in order.
    pub sections: Vec<Section>,
    /// The pages that ask, the first one first.
    pub pages: Vec<Page>,
    /// The pages that end a journey without a submission.
    #[serde(default)]
    pub exits: Vec<Exit>,
    /// Check your answers.
    pub check: Check,
    /// The declaration.
    pub declaration: Declaration,
}

/// When a definition may be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Effective {
    /// The first day.
    pub from: Date,
    /// The last day; open-ended without.
    pub to: Option<Date>,
}

/// A department.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Department {
    /// Kebab-case; the first part of the service's id.
    pub id: String,
    /// Its name.
    pub name: Words,
    /// Its short name, as in "Received by DVLA".
    pub short_name: Words,
}

/// What kind of transaction a service is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Transaction {
    /// Asks for something to be granted or registered.
    Application,
    /// Claims money.
    Claim,
    /// Tells the department of a fact.
    Notification,
    /// Returns figures or confirms what is held.
    Return,
    /// Books something.
    Booking,
    /// Pays.
    Payment,
}

/// A part of the United Kingdom.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Nation {
    /// England.
    England,
    /// Northern Ireland.
    NorthernIreland,
    /// Scotland.
    Scotland,
    /// Wales.
    Wales,
}

/// How a terminal is used (architecture: "Modes").
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mode {
    /// Staff type.
    Counter,
    /// The person types and a volunteer helps.
    Guided,
    /// Nobody is signed in.
    Kiosk,
    /// Staff type while the person is on the telephone.
    Phone,
}

/// How long a terminal keeps what was captured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Retention {
    /// Days that readable answers stay after the department's acknowledgement; 0 erases at once.
    pub answers_days: u16,
    /// Days that the sealed envelope stays after it, for a department restored from a backup.
    pub envelope_days: u16,
}

/// A section of check answers.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// Stable, kebab-case.
    pub id: String,
    /// The heading.
    pub title: Words,
}
