//! The terms of a service: who owns it, what it costs, by when, what stays on paper.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::words::Words;

/// Who answers for a definition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Owner {
    /// The role that owns it, such as "Service manager, vehicle registration".
    pub name: String,
    /// Where faults in it are reported.
    pub contact: String,
}

/// How long a terminal keeps what was captured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Retention {
    /// Days that readable answers stay after the department's acknowledgement; 0 erases at once.
    pub answers_days: u16,
    /// Days that the sealed envelope stays after it, for a department restored from a backup.
    pub envelope_days: u16,
}

/// Another way to do the same thing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Signpost {
    /// Stable, kebab-case, once in the list.
    pub id: String,
    /// Which way.
    pub way: Way,
    /// What to do, with the number, the address or the name of the form.
    pub text: Words,
}

/// A way to reach a department.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Way {
    /// By telephone.
    Phone,
    /// By text relay or British Sign Language.
    Relay,
    /// By letter.
    Post,
    /// With a paper form.
    PaperForm,
    /// At an office.
    InPerson,
    /// On the web.
    Online,
}

/// What a service costs in a span of time. A fee is never taken outside its span.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Fee {
    /// Stable, kebab-case, once in the list.
    pub id: String,
    /// What it is for, such as "Court fee".
    pub text: Words,
    /// Pence.
    pub pence: u32,
    /// The first day on which it is this much.
    #[schemars(with = "String", extend("format" = "date"))]
    pub from: Date,
    /// The last day on which this much is known to be right. A fee without an end would be
    /// taken for ever, so it is required.
    #[schemars(with = "String", extend("format" = "date"))]
    pub to: Date,
}

/// By when something must be done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Deadline {
    /// In words, such as "5 October after the end of the tax year".
    pub text: Words,
    /// The day, when it is the same for everyone.
    #[schemars(with = "Option<String>")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day: Option<Date>,
}

/// Something that stays on paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PaperLeg {
    /// Stable, kebab-case, once in the list.
    pub id: String,
    /// What happens to the paper.
    pub leg: Leg,
    /// What to do, printed on the receipt.
    pub text: Words,
    /// Why it is on paper: the Act, the rule or the reason. For the department's own assessment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub basis: Option<String>,
}

/// What happens to a piece of paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Leg {
    /// The person sends it to the department.
    Send,
    /// The person signs it.
    Sign,
    /// The person keeps it or takes it somewhere.
    Keep,
    /// The person gives it to someone else.
    Give,
    /// The person destroys it.
    Destroy,
    /// The department sends it to the person.
    Receive,
}

/// What one transaction costs the department through one channel.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Cost {
    /// The channel.
    pub channel: Channel,
    /// Pence for one completed transaction.
    pub pence: u32,
    /// The year of the figure.
    pub year: u16,
    /// Where the figure comes from.
    pub source: String,
}

/// A channel, for unit costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Channel {
    /// At a counter.
    FaceToFace,
    /// By telephone.
    Phone,
    /// On the web.
    Web,
    /// By post.
    Post,
}
