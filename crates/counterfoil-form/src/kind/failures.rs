//! Everything that can be wrong with an answer to a field, so that messages can be checked.

use super::Failure as F;
use super::across;
use super::parts;
use crate::definition::field::{Field, Kind};

impl Field {
    /// Everything that can be wrong with an answer to it, each with the part it is about.
    pub(crate) fn failures(&self) -> Vec<(Option<&'static str>, F)> {
        let lines = parts::parts(&self.answer);
        let mut all: Vec<(Option<&'static str>, F)> = lines
            .iter()
            .flat_map(|part| {
                let failures = parts::failures(&self.answer, *part);
                failures.into_iter().map(|failure| (Some(part.name), failure))
            })
            .collect();
        all.extend(own(&self.answer).into_iter().map(|failure| (None, failure)));
        all.extend((!self.optional && lines.is_empty()).then_some((None, F::Missing)));
        let across = self.rules.iter().chain(&self.warnings);
        all.extend(across.map(|rule| (None, across::failure(rule))));
        if matches!(self.answer, Kind::BankAccount(_)) {
            all.push((Some("account-number"), F::UnlikelyAccount));
        }
        all
    }

    /// Whether an answer could ever equal `value`, as far as that is known.
    pub(crate) fn may_be(&self, value: &str) -> bool {
        let one_of = |options: &[crate::definition::field::Choice]| {
            options.iter().any(|choice| choice.value == value)
        };
        match &self.answer {
            Kind::Radios(rule) => one_of(&rule.options),
            Kind::Select(rule) => one_of(&rule.options),
            Kind::Checkboxes(rule) => one_of(&rule.options),
            Kind::YesNo(_) => matches!(value, "yes" | "no"),
            _ => true,
        }
    }
}

fn own(kind: &Kind) -> Vec<F> {
    match kind {
        Kind::Text(rule) => {
            let shaped = !rule.shapes.is_empty() || rule.pattern.is_some();
            let mut all = vec![F::TooShort, F::TooLong, F::Characters];
            all.extend(shaped.then_some(F::Format));
            all
        }
        Kind::LongText(rule) => {
            let mut all = vec![F::TooShort, F::TooLong, F::Characters];
            all.extend(rule.max_words.map(|_| F::TooManyWords));
            all
        }
        Kind::Organisation(_) => vec![F::TooLong, F::Characters],
        Kind::AddressLine(_) => vec![F::TooShort, F::TooLong, F::Characters, F::Letters],
        Kind::Radios(_) | Kind::Select(_) | Kind::YesNo(_) | Kind::Declaration(_) => {
            vec![F::NotAChoice]
        }
        Kind::Checkboxes(rule) => {
            let mut all = vec![F::NotAChoice];
            all.extend(rule.all.then_some(F::NotTicked));
            all.extend(rule.min.map(|_| F::TooFew));
            all.extend(rule.max.map(|_| F::TooMany));
            all.extend(rule.exclusive.as_ref().map(|_| F::NotAlone));
            all
        }
        Kind::Date(rule) => limited(rule.earliest.is_some(), rule.latest.is_some()),
        Kind::MonthYear(rule) => limited(rule.earliest.is_some(), rule.latest.is_some()),
        Kind::Number(rule) => {
            let mut all = vec![F::NotANumber, F::TooSmall, F::TooLarge];
            all.extend((0 < rule.decimals).then_some(F::Decimals));
            all
        }
        Kind::Money(_) => vec![F::NotANumber, F::Decimals, F::TooSmall, F::TooLarge],
        Kind::Email => vec![F::TooShort, F::TooLong, F::Format],
        Kind::Telephone => vec![F::TooLong, F::Characters, F::Format],
        Kind::Website => vec![F::TooLong, F::Format],
        Kind::Utr | Kind::VatNumber => vec![F::Format, F::CheckDigit],
        Kind::File(_) => vec![F::Format, F::TooFew, F::TooMany, F::FileType, F::FileSize],
        Kind::Name(_)
        | Kind::UkAddress(_)
        | Kind::InternationalAddress
        | Kind::BankAccount(_)
        | Kind::PassportMrz => Vec::new(),
        Kind::Time
        | Kind::NationalInsuranceNumber(_)
        | Kind::CompanyNumber
        | Kind::VehicleRegistration
        | Kind::V5cReference
        | Kind::V11Reference
        | Kind::NewKeeperReference
        | Kind::DriverNumber
        | Kind::Postcode
        | Kind::PassportNumber
        | Kind::PrisonerNumber
        | Kind::GridReference => vec![F::Format],
    }
}

fn limited(earliest: bool, latest: bool) -> Vec<F> {
    let mut all = vec![F::Incomplete, F::NotADate];
    all.extend(earliest.then_some(F::TooEarly));
    all.extend(latest.then_some(F::TooLate));
    all
}
