//! What a department says when it does not take something: RFC 9457 problem details with a
//! closed list of types, shared by both sides.

use serde::{Deserialize, Serialize};

use crate::wire;

/// Most fields that one problem may name.
pub const FIELDS_MAX: usize = 200;

/// Every type of problem. The URIs are part of the protocol and never change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ProblemType {
    /// The bytes are no message of this protocol.
    #[serde(rename = "urn:counterfoil:problem:malformed")]
    Malformed,
    /// The bytes are not those that `Content-Digest` names.
    #[serde(rename = "urn:counterfoil:problem:digest-mismatch")]
    DigestMismatch,
    /// The id in the path is not the id in the statement.
    #[serde(rename = "urn:counterfoil:problem:id-mismatch")]
    IdMismatch,
    /// This department has not enrolled the terminal.
    #[serde(rename = "urn:counterfoil:problem:unknown-terminal")]
    UnknownTerminal,
    /// The signature is not the enrolled terminal's.
    #[serde(rename = "urn:counterfoil:problem:bad-signature")]
    BadSignature,
    /// The one-time code for enrolling is wrong, used or missing.
    #[serde(rename = "urn:counterfoil:problem:code-refused")]
    CodeRefused,
    /// The submission is meant for another department.
    #[serde(rename = "urn:counterfoil:problem:other-department")]
    OtherDepartment,
    /// The envelope does not open with this department's keys.
    #[serde(rename = "urn:counterfoil:problem:not-readable")]
    NotReadable,
    /// The department does not know this service, or this version of it.
    #[serde(rename = "urn:counterfoil:problem:unknown-service")]
    UnknownService,
    /// Answers break the service's rules; `fields` says which.
    #[serde(rename = "urn:counterfoil:problem:invalid-answers")]
    InvalidAnswers,
    /// The department holds other bytes under this id.
    #[serde(rename = "urn:counterfoil:problem:conflict")]
    Conflict,
    /// The department has nothing under this id.
    #[serde(rename = "urn:counterfoil:problem:not-found")]
    NotFound,
    /// Over the department's limit.
    #[serde(rename = "urn:counterfoil:problem:too-large")]
    TooLarge,
    /// The department cannot take it now.
    #[serde(rename = "urn:counterfoil:problem:unavailable")]
    Unavailable,
}

/// What helps against a problem.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Remedy {
    /// A person looks at the submission.
    Person,
    /// The terminal enrols, then tries again.
    Enrol,
    /// The terminal tries again later.
    Wait,
}

impl ProblemType {
    /// The HTTP status that goes with it.
    #[must_use]
    pub fn status(self) -> u16 {
        match self {
            Self::Malformed | Self::DigestMismatch | Self::IdMismatch => 400,
            Self::UnknownTerminal | Self::BadSignature => 401,
            Self::CodeRefused => 403,
            Self::NotFound => 404,
            Self::Conflict => 409,
            Self::TooLarge => 413,
            Self::OtherDepartment
            | Self::NotReadable
            | Self::UnknownService
            | Self::InvalidAnswers => 422,
            Self::Unavailable => 503,
        }
    }

    /// A short sentence in English for logs and other software; never shown to the person served.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Malformed => "The bytes are no message of this protocol",
            Self::DigestMismatch => "The bytes are not those that Content-Digest names",
            Self::IdMismatch => "The id in the path is not the id in the statement",
            Self::UnknownTerminal => "This terminal is not enrolled here",
            Self::BadSignature => "The signature is not the enrolled terminal's",
            Self::CodeRefused => "The enrolment code is wrong, used or missing",
            Self::OtherDepartment => "The submission is meant for another department",
            Self::NotReadable => "The envelope does not open with this department's keys",
            Self::UnknownService => "This service, or this version of it, is not known here",
            Self::InvalidAnswers => "Answers break the rules of the service",
            Self::Conflict => "Other bytes are held under this id",
            Self::NotFound => "Nothing is held under this id",
            Self::TooLarge => "The request is over the limit",
            Self::Unavailable => "It cannot be taken now",
        }
    }

    /// What helps. A damaged transfer is sent again; what the department read and refused
    /// needs a person.
    #[must_use]
    pub fn remedy(self) -> Remedy {
        match self {
            Self::UnknownTerminal | Self::BadSignature | Self::CodeRefused => Remedy::Enrol,
            Self::Malformed
            | Self::DigestMismatch
            | Self::IdMismatch
            | Self::NotFound
            | Self::Unavailable => Remedy::Wait,
            Self::OtherDepartment
            | Self::NotReadable
            | Self::UnknownService
            | Self::InvalidAnswers
            | Self::Conflict
            | Self::TooLarge => Remedy::Person,
        }
    }
}

/// One answer that breaks a rule. Says where and which rule, never what was answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldProblem {
    /// The path of the page that asks; empty when no page does.
    pub page: String,
    /// The field; empty when the whole page is meant.
    pub field: String,
    /// The rule that it breaks.
    pub code: String,
}

impl FieldProblem {
    fn is_sound(&self) -> bool {
        let short = |name: &str| name.is_empty() || wire::is_name(name);
        short(&self.page) && short(&self.field) && wire::is_name(&self.code)
    }
}

/// A problem as it travels, as `application/problem+json`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProblemDetails {
    /// Which problem.
    #[serde(rename = "type")]
    pub kind: ProblemType,
    /// [`ProblemType::title`].
    pub title: String,
    /// [`ProblemType::status`].
    pub status: u16,
    /// The answers at fault, for [`ProblemType::InvalidAnswers`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<FieldProblem>,
}

impl ProblemDetails {
    /// A problem without fields.
    #[must_use]
    pub fn new(kind: ProblemType) -> Self {
        Self { kind, title: kind.title().to_owned(), status: kind.status(), fields: Vec::new() }
    }

    /// Answers that break the rules. Past [`FIELDS_MAX`] they are left out, and so is one whose
    /// name is no name: such a field is in no definition.
    #[must_use]
    pub fn invalid_answers(fields: Vec<FieldProblem>) -> Self {
        let fields = fields.into_iter().filter(FieldProblem::is_sound).take(FIELDS_MAX).collect();
        Self { fields, ..Self::new(ProblemType::InvalidAnswers) }
    }

    /// Whether it holds together: the status is the type's own, and the fields are few and short.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        self.status == self.kind.status()
            && self.fields.len() <= FIELDS_MAX
            && self.fields.iter().all(FieldProblem::is_sound)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn field(field: &str) -> FieldProblem {
        FieldProblem { page: "/keeper".into(), field: field.into(), code: "required".into() }
    }

    #[test]
    fn a_problem_names_only_fields_that_a_definition_could_have() {
        let problem = ProblemDetails::invalid_answers(vec![
            field("postcode"),
            field(""),
            field(&"x".repeat(500)),
            field("line\nbreak"),
        ]);

        assert_eq!(problem.fields, [field("postcode"), field("")]);
        assert!(problem.is_sound());
    }

    #[test]
    fn a_problem_that_contradicts_itself_is_not_sound() {
        let conflict = ProblemDetails::new(ProblemType::Conflict);

        assert!(conflict.is_sound());
        assert!(!ProblemDetails { status: 200, ..conflict }.is_sound());
    }
}
