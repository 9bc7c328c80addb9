//! The kinds of answers: from what was typed to a valid value or to what is wrong with it.

mod across;
pub(crate) mod bank;
pub(crate) mod choice;
pub(crate) mod contact;
pub(crate) mod date;
pub(crate) mod failure;
pub(crate) mod failures;
pub(crate) mod file;
pub(crate) mod identity;
pub(crate) mod modulus;
pub(crate) mod number;
pub(crate) mod parts;
pub(crate) mod passport;
pub(crate) mod show;
pub(crate) mod text;
pub(crate) mod time;
pub(crate) mod vehicle;

use jiff::civil::Date;

use crate::answers::Answers;
use crate::definition::field::{Field, Kind};
use crate::value::Value;
pub(crate) use across::{judge_across, warn};
pub use failure::Failure;
pub(crate) use failure::{Limit, Wrong};

/// What a field's own rules make of what was typed; `None` for an optional one left empty.
pub(crate) fn judge(
    field: &Field,
    typed: &Answers,
    today: Date,
) -> Result<Option<Value>, Vec<Wrong>> {
    let id = field.id.as_str();
    let value = match &field.answer {
        Kind::Date(rule) => date::judge(id, *rule, typed, today),
        Kind::MonthYear(rule) => date::month(id, *rule, typed, today),
        Kind::Checkboxes(rule) => choice::ticks(rule, typed.many(id)),
        Kind::Radios(rule) => choice::one_of(&rule.options, typed.many(id)),
        Kind::Select(rule) => choice::one_of(&rule.options, typed.many(id)),
        Kind::YesNo(_) => choice::yes_no(typed.many(id)),
        Kind::Declaration(_) => choice::agreement(typed.many(id)),
        Kind::File(rule) => file::judge(rule, typed.many(id)),
        Kind::Name(_)
        | Kind::UkAddress(_)
        | Kind::InternationalAddress
        | Kind::BankAccount(_)
        | Kind::PassportMrz => return several(field, typed),
        kind => line(kind, typed.one(id)),
    };
    match value {
        Err(wrong) if field.optional && wrong.failure == Failure::Missing => Ok(None),
        other => other.map(Some).map_err(|wrong| vec![wrong]),
    }
}

/// An optional answer of several lines may be left out as a whole only.
fn several(field: &Field, typed: &Answers) -> Result<Option<Value>, Vec<Wrong>> {
    let untouched = || {
        let mut parts = parts::parts(&field.answer).into_iter();
        parts.all(|part| typed.part(&field.id, part.name).trim().is_empty())
    };
    if field.optional && untouched() {
        return Ok(None);
    }
    parts::judge(&field.id, &field.answer, typed).map(Some)
}

fn line(kind: &Kind, typed: &str) -> Result<Value, Wrong> {
    let tidy = match kind {
        Kind::LongText(_) => text::tidy_lines(typed),
        _ => text::tidy(typed),
    };
    if tidy.is_empty() {
        return Err(Failure::Missing.into());
    }
    let stored = match kind {
        Kind::Number(rule) => return number::judge(rule, &tidy),
        Kind::Money(rule) => return number::money(*rule, &tidy),
        Kind::Text(rule) => text::judge(rule, tidy),
        Kind::LongText(rule) => text::long(*rule, tidy),
        Kind::Organisation(rule) => text::organisation(*rule, tidy),
        Kind::AddressLine(rule) => text::address_line(*rule, tidy),
        Kind::Time => time::judge(&tidy),
        Kind::Email => contact::email(tidy),
        Kind::Telephone => contact::telephone(tidy),
        Kind::Website => contact::website(&tidy),
        Kind::Postcode => contact::postcode(&tidy),
        kind => reference(kind, &tidy),
    };
    stored.map(Value::Text)
}

/// Numbers and letters by which departments know people and things.
fn reference(kind: &Kind, text: &str) -> Result<String, Wrong> {
    match kind {
        Kind::NationalInsuranceNumber(rule) => identity::nino(*rule, text),
        Kind::Utr => identity::utr(text),
        Kind::VatNumber => identity::vat(text),
        Kind::CompanyNumber => identity::company(text),
        Kind::PrisonerNumber => identity::prisoner(text),
        Kind::GridReference => identity::grid_reference(text),
        Kind::VehicleRegistration => vehicle::registration(text),
        Kind::V5cReference => vehicle::digits(text, 11),
        Kind::NewKeeperReference => vehicle::digits(text, 12),
        Kind::V11Reference => vehicle::digits(text, 16),
        Kind::DriverNumber => vehicle::driver_number(text),
        Kind::PassportNumber => passport::number(text),
        _ => Err(Failure::Format.into()),
    }
}
