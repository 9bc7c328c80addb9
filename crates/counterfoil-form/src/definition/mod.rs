//! The native definition of a service: one JSON file, `services/<department>/<service>.json`.
//!
//! These types are the format: the JSON Schema that editors use, `services/service.schema.json`,
//! is generated from them. Unknown keys are refused everywhere. Words are English here; the Welsh
//! overlay `<service>.cy.json` is one flat object from keys such as `field.registration.label` to
//! Welsh, and [`mod@overlay`] is the list of those keys.

pub mod condition;
pub mod field;
pub mod group;
pub(crate) mod inspect;
pub mod kinds;
pub mod limits;
pub mod overlay;
pub mod page;
pub mod problem;
pub(crate) mod routes;
pub mod rule;
pub mod schema;
pub mod terms;

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::words::{Sentence, Words};
use condition::NamedCondition;
use group::Group;
use page::{Check, Declaration, Exit, Page, TaskList};
use terms::{Cost, Deadline, Fee, Owner, PaperLeg, Retention, Signpost};

/// A whole service.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Definition {
    /// Where an editor finds the schema; nothing else reads it.
    #[serde(rename = "$schema", default, skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// `<department>/<service>`, both kebab-case.
    pub id: String,
    /// The definition's own version, such as `1.0.0`. Kept with every submission.
    pub version: String,
    /// When it may be used.
    pub effective: Effective,
    /// Where its rules come from: addresses, documents, Acts. For whoever keeps it up to date.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<String>,
    /// Who takes the submissions.
    pub department: Department,
    /// Who answers for this definition, and where faults in it are reported.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<Owner>,
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
    /// Other ways to do the same thing.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub signposts: Vec<Signpost>,
    /// What staff say before the first question.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub script: Vec<Sentence>,
    /// What staff look at before or while they type: papers, cards, letters.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Sentence>,
    /// What the person agrees to by being served, read out before the first question.
    pub consent: Vec<Sentence>,
    /// What the service costs, by date. Empty where it is free, and where only the department can
    /// say how much; `consent` tells the person which.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fees: Vec<Fee>,
    /// By when it must be done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deadline: Option<Deadline>,
    /// How long this terminal keeps what was captured.
    pub retention: Retention,
    /// What happens next and when, printed on the receipt.
    pub next_steps: Vec<Sentence>,
    /// What to do with paper, printed on the receipt.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub paper: Vec<PaperLeg>,
    /// How to reach the department.
    pub contact: Vec<Sentence>,
    /// What to do when the person thinks that what was recorded, or decided, is wrong.
    pub contest: Vec<Sentence>,
    /// What one transaction costs the department by channel, for management information.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub costs: Vec<Cost>,
    /// The sections of check answers, in order.
    pub sections: Vec<Section>,
    /// Conditions that have a name, so that others can refer to them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub conditions: Vec<NamedCondition>,
    /// The path of the first page or group; the first of `pages` without.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<String>,
    /// The list of sections as tasks, shown before the first and after each.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub task_list: Option<TaskList>,
    /// The pages that ask or tell, the first one first.
    pub pages: Vec<Page>,
    /// Pages that are answered once for each of several things, such as children.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub groups: Vec<Group>,
    /// The pages that end a journey without a submission.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub exits: Vec<Exit>,
    /// Check your answers.
    pub check: Check,
    /// The declaration.
    pub declaration: Declaration,
}

/// When a definition may be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Effective {
    /// The first day.
    #[schemars(with = "String", extend("format" = "date"))]
    pub from: Date,
    /// The last day; open-ended without.
    #[schemars(with = "Option<String>")]
    #[serde(default)]
    pub to: Option<Date>,
}

/// A department.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Department {
    /// Kebab-case; the first part of the service's id.
    pub id: String,
    /// Its name.
    pub name: Words,
    /// Its short name, as in "Received by DVLA".
    pub short_name: Words,
}

/// What kind of transaction a service is: the five of the Government Digital Strategy, annex 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Transaction {
    /// Tells the department of a fact.
    ShareInformation,
    /// Asks for a service, a benefit or an entry in a register.
    RequestService,
    /// Buys something.
    Buy,
    /// Asks to be allowed something.
    AskPermission,
    /// Pays money that is owed.
    Pay,
}

/// A part of the United Kingdom.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
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

/// A section of check answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// Stable, kebab-case.
    pub id: String,
    /// The heading.
    pub title: Words,
}
