//! Whether answers keep the rules of their service: the same rules, from the same definitions,
//! as at the terminal (law 6).

use std::collections::BTreeMap;

use counterfoil_form::{FieldProblemPath, Service, revalidate};
use counterfoil_seal::package::Facts;
use counterfoil_seal::problem::{FieldProblem, ProblemDetails, ProblemType};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::Offset;
use serde::Deserialize;

/// What a terminal seals: the canonical answers by field. Beside them it tells the language, who
/// typed and confirmed each answer and what was declared, which no rule is about.
#[derive(Deserialize)]
struct Document {
    answers: BTreeMap<String, serde_json::Value>,
}

/// Checks the answers in the opened `document` against the rules of their service as they stood
/// on the day they were recorded.
pub(crate) fn check(
    services: &[Service],
    facts: &Facts,
    document: &[u8],
) -> Result<(), ProblemDetails> {
    let service = services
        .iter()
        .find(|one| one.id() == facts.service && one.version() == facts.definition_version)
        .ok_or_else(|| ProblemDetails::new(ProblemType::UnknownService))?;
    let document: Document = serde_json::from_slice(document)
        .map_err(|_| ProblemDetails::new(ProblemType::InvalidAnswers))?;
    let day = day_recorded(facts).ok_or_else(|| ProblemDetails::new(ProblemType::Malformed))?;
    let problems = revalidate(service, &document.answers, day);
    if problems.is_empty() {
        return Ok(());
    }
    Err(ProblemDetails::invalid_answers(problems.into_iter().map(field_problem).collect()))
}

/// The date at the outlet when it was recorded; `None` past the ends of the calendar.
fn day_recorded(facts: &Facts) -> Option<Date> {
    let offset = Offset::from_seconds(i32::from(facts.offset_minutes) * 60).ok()?;
    let at = Timestamp::from_millisecond(facts.recorded_at_ms).ok()?;
    Some(offset.to_datetime(at).date())
}

fn field_problem(at: FieldProblemPath) -> FieldProblem {
    FieldProblem { page: at.page, field: at.field, code: at.code }
}
