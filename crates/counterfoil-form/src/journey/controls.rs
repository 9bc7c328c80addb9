//! How each kind of answer is asked for on a screen.

use super::judging::FieldFault;
use crate::answers::{Answers, part_name};
use crate::definition::field::{AddressLine, Choice, Field, Kind, LongTextRule};
use crate::kind::file;
use crate::kind::parts::{Part, parts};
use crate::messages;
use crate::view::{ChoiceView, Control, DatePart, InputMode, Language, PartView};
use crate::words::Words;

/// The longest text that a screen may send back for one line, in characters. Longer than any
/// line a field allows, so that a person is told that it is too long.
const LINE_CHARS: u32 = 600;
/// Rows of several lines of text where the definition does not say.
const ROWS: u8 = 5;

/// The control of `field`, with what was typed into it and its `faults`.
pub(super) fn control(
    field: &Field,
    answers: &Answers,
    faults: &[&FieldFault<'_>],
    language: Language,
) -> Control {
    let id = field.id.as_str();
    let chosen = || answers.many(id).first().cloned();
    let part = |name| answers.part(id, name).to_owned();
    match &field.answer {
        Kind::Date(rule) => Control::Date {
            day: part("day"),
            month: part("month"),
            year: part("year"),
            wrong: wrong_parts(faults, &[DatePart::Day, DatePart::Month, DatePart::Year]),
            birthday: rule.birthday,
        },
        Kind::MonthYear(_) => Control::MonthYear {
            month: part("month"),
            year: part("year"),
            wrong: wrong_parts(faults, &[DatePart::Month, DatePart::Year]),
        },
        Kind::Radios(rule) => Control::Radios {
            options: choices(&rule.options, language),
            chosen: chosen(),
            inline: rule.inline,
        },
        Kind::Select(rule) => Control::Select {
            options: choices(&rule.options, language),
            chosen: chosen(),
            autocomplete: rule.autocomplete,
        },
        Kind::YesNo(rule) => yes_no(&rule.yes, &rule.no, chosen(), language),
        Kind::Checkboxes(rule) => Control::Checkboxes {
            options: choices(&rule.options, language),
            chosen: answers.many(id).to_vec(),
            exclusive: rule.exclusive.clone(),
        },
        Kind::Declaration(rule) => Control::Checkboxes {
            options: vec![choice("agreed", rule.tick.owned(language))],
            chosen: answers.many(id).to_vec(),
            exclusive: None,
        },
        Kind::File(rule) => Control::File {
            accept: rule.accept.clone(),
            max_bytes: rule.max_bytes,
            max: u32::from(rule.max),
            names: answers.many(id).iter().filter_map(|one| Some(file::parse(one)?.name)).collect(),
        },
        Kind::LongText(rule) => text_area(*rule, answers.one(id)),
        kind => match parts(kind).as_slice() {
            [] => input(kind, answers.one(id), language),
            parts => Control::Parts {
                parts: parts
                    .iter()
                    .map(|part| part_view(field, *part, answers, faults, language))
                    .collect(),
            },
        },
    }
}

fn yes_no(yes: &Words, no: &Words, chosen: Option<String>, language: Language) -> Control {
    let options = vec![choice("yes", yes.owned(language)), choice("no", no.owned(language))];
    let inline = options.iter().all(|choice| choice.label.chars().count() <= 15);
    Control::Radios { options, chosen, inline }
}

fn text_area(rule: LongTextRule, value: &str) -> Control {
    Control::TextArea {
        value: value.to_owned(),
        rows: rule.rows.unwrap_or(ROWS),
        // Enough room for a person to see by how much it is too long.
        max_chars: u32::from(rule.max) + 4_000,
        limit: u32::from(rule.max),
        limit_words: rule.max_words.map(u32::from),
    }
}

fn part_view(
    field: &Field,
    part: Part,
    answers: &Answers,
    faults: &[&FieldFault<'_>],
    language: Language,
) -> PartView {
    let fault = faults.iter().find(|fault| fault.wrong.part == Some(part.name));
    let label = messages::pick(part.label, language);
    PartView {
        name: part_name(&field.id, part.name),
        label: match part.optional {
            true => messages::optional(label, language),
            false => label.to_owned(),
        },
        value: answers.part(&field.id, part.name).to_owned(),
        width: part.width,
        input_mode: part.input_mode,
        autocomplete: part.autocomplete.map(str::to_owned),
        problem: fault.map(|fault| messages::message(field, &fault.wrong, language)),
        max_chars: LINE_CHARS,
    }
}

/// A date that is wrong as a whole has every part marked.
fn wrong_parts(faults: &[&FieldFault<'_>], all: &[DatePart]) -> Vec<DatePart> {
    match faults.first() {
        None => Vec::new(),
        Some(fault) if fault.wrong.parts.is_empty() => all.to_vec(),
        Some(fault) => fault.wrong.parts.clone(),
    }
}

fn choice(value: &str, label: String) -> ChoiceView {
    ChoiceView { value: value.to_owned(), label, hint: None }
}

fn choices(options: &[Choice], language: Language) -> Vec<ChoiceView> {
    let view = |option: &Choice| ChoiceView {
        hint: option.hint.as_ref().map(|hint| hint.owned(language)),
        ..choice(&option.value, option.label.owned(language))
    };
    options.iter().map(view).collect()
}

fn input(kind: &Kind, value: &str, language: Language) -> Control {
    use InputMode::{Decimal, Email, Numeric, Tel, Text, Url};
    let word = |words: &Option<Words>| words.as_ref().map(|words| words.owned(language));
    let (mut prefix, mut suffix) = (None, None);
    let (width, input_mode, autocomplete) = match kind {
        Kind::Text(rule) => (rule.width, Text, rule.autocomplete.as_deref()),
        Kind::AddressLine(rule) => (None, Text, Some(purpose(rule.line))),
        Kind::Number(rule) => {
            (prefix, suffix) = (word(&rule.prefix), word(&rule.suffix));
            (Some(10), if rule.decimals == 0 { Numeric } else { Decimal }, None)
        }
        Kind::Money(_) => {
            prefix = Some("£".to_owned());
            (Some(10), Decimal, None)
        }
        Kind::Email => (None, Email, Some("email")),
        Kind::Telephone => (Some(20), Tel, Some("tel")),
        Kind::Website => (None, Url, Some("url")),
        Kind::Organisation(_) => (None, Text, Some("organization")),
        Kind::Postcode => (Some(10), Text, Some("postal-code")),
        Kind::Time | Kind::VehicleRegistration | Kind::CompanyNumber | Kind::PrisonerNumber => {
            (Some(10), Text, None)
        }
        Kind::Utr | Kind::VatNumber | Kind::PassportNumber => (Some(20), Numeric, None),
        Kind::V5cReference | Kind::V11Reference | Kind::NewKeeperReference => {
            (Some(20), Numeric, None)
        }
        // National Insurance, driver and grid numbers; the other kinds have controls of their own.
        _ => (Some(20), Text, None),
    };
    Control::Input {
        value: value.to_owned(),
        width,
        input_mode,
        autocomplete: autocomplete.map(str::to_owned),
        spellcheck: false,
        max_chars: LINE_CHARS,
        prefix,
        suffix,
    }
}

fn purpose(line: AddressLine) -> &'static str {
    match line {
        AddressLine::First => "address-line1",
        AddressLine::Second => "address-line2",
        AddressLine::Third => "address-line3",
        AddressLine::Town => "address-level2",
    }
}
