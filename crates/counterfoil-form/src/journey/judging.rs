//! Judging the answers of one page.

use jiff::civil::Date;

use super::condition::Values;
use crate::answers::Answers;
use crate::definition::condition::NamedCondition;
use crate::definition::field::Field;
use crate::kind::modulus::ModulusTable;
use crate::kind::{Wrong, judge, judge_across, warn};
use crate::value::Value;

/// What answers are judged with.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Judge<'a> {
    /// The conditions that have a name.
    pub(crate) named: &'a [NamedCondition],
    /// The day of use.
    pub(crate) today: Date,
    /// The operator's table of sort codes, where there is one.
    pub(crate) table: Option<&'a ModulusTable>,
}

/// Something that is wrong, or may be wrong, with the answer to a field.
#[derive(Debug, Clone)]
pub(crate) struct FieldFault<'a> {
    /// The field.
    pub(crate) field: &'a Field,
    /// What is wrong.
    pub(crate) wrong: Wrong,
}

/// Judges `fields`, first one by one, then against each other and what came before. Valid answers
/// are put into `own`; `outer` are the answers given elsewhere, the nearest first.
pub(crate) fn judge_fields<'a>(
    fields: &'a [Field],
    answers: &Answers,
    with: &Judge<'_>,
    own: &mut Values<'a>,
    outer: &[&Values<'a>],
) -> Vec<FieldFault<'a>> {
    let mut faults: Vec<FieldFault<'a>> = Vec::new();
    for field in fields {
        own.remove(field.id.as_str());
        match judge(field, answers, with.today) {
            Ok(Some(value)) => {
                own.insert(&field.id, value);
            }
            Ok(None) => {}
            Err(wrongs) => {
                faults.extend(wrongs.into_iter().map(|wrong| FieldFault { field, wrong }))
            }
        }
    }
    let other = |name: &str| look(own, outer, name);
    for field in fields.iter().filter(|field| !field.rules.is_empty()) {
        let across = own.get(field.id.as_str()).map(|value| judge_across(field, value, &other));
        if let Some(Err(wrong)) = across {
            faults.push(FieldFault { field, wrong });
        }
    }
    let place = |fault: &FieldFault<'_>| fields.iter().position(|one| one.id == fault.field.id);
    faults.sort_by_key(place);
    faults
}

/// What may be wrong with the valid answers in `own` to `fields`.
pub(crate) fn warnings<'a>(
    fields: &'a [Field],
    with: &Judge<'_>,
    own: &Values<'a>,
    outer: &[&Values<'a>],
) -> Vec<FieldFault<'a>> {
    let other = |name: &str| look(own, outer, name);
    let warned = fields.iter().filter_map(|field| {
        let value = own.get(field.id.as_str())?;
        let wrong = warn(field, value, &other, with.table).err()?;
        Some(FieldFault { field, wrong })
    });
    warned.collect()
}

fn look<'s>(own: &'s Values<'_>, outer: &[&'s Values<'_>], name: &str) -> Option<&'s Value> {
    own.get(name).or_else(|| outer.iter().find_map(|values| values.get(name)))
}
