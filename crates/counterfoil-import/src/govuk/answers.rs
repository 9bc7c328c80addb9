//! The kind of answer of each `answer_type`, with the rules of the runner.

use counterfoil_form::definition::condition::{Day, Distance};
use counterfoil_form::definition::field::{
    CheckboxesRule, Choice, DateRule, FileRule, Kind as Answer, LongTextRule, NameParts, NameRule,
    NinoRule, NumberRule, OrganisationRule, RadiosRule, SelectRule, TextRule, UkAddressRule,
};
use serde_json::Value as Json;

use super::{Reader, is_true};
use crate::Tools;
use crate::media;
use crate::report::{Kind, quoted};
use crate::source;

/// Characters of one line.
pub(super) const LINE: u16 = 499;
/// Characters of several lines.
const LONG: u16 = 4_999;
/// The largest number: 15 digits.
const NUMBER: i64 = 999_999_999_999_999;
/// Choices from where on they are found by typing.
const IN_SIGHT: usize = 30;
/// Bytes of a file.
const FILE_BYTES: u32 = 7 * 1024 * 1024;
/// Endings of the names of files that are taken.
const FILES: &[&str] =
    &["csv", "jpeg", "png", "rtf", "txt", "pdf", "json", "xlsx", "doc", "docx", "odt"];
/// The value of the choice that is none of the others.
pub(super) const NONE: &str = "none_of_the_above";

/// The only choice of one of several, told from ticks.
pub(super) fn chooses_one(settings: &Json) -> bool {
    is_true(settings, "only_one_option")
}

impl Reader<'_> {
    /// The answer that a question takes.
    pub(super) fn answer(&mut self, data: &Json, at: &str) -> Answer {
        let nothing = Json::Null;
        let settings = data.get("answer_settings").unwrap_or(&nothing);
        let input = source::text(settings, "input_type").unwrap_or_default();
        let sort = source::text(data, "answer_type").unwrap_or_default();
        match sort {
            "text" if input == "long_text" => long(),
            "text" => Answer::Text(TextRule::up_to(LINE)),
            "number" => Answer::Number(number()),
            "date" => Answer::Date(date(input == "date_of_birth")),
            "email" => Answer::Email,
            "phone_number" => Answer::Telephone,
            "national_insurance_number" => {
                Answer::NationalInsuranceNumber(NinoRule { suffix_optional: false })
            }
            "organisation_name" => Answer::Organisation(OrganisationRule { max: LINE }),
            "name" => Answer::Name(name(input, is_true(settings, "title_needed"))),
            "address" => self.address(settings, at),
            "selection" => self.selection(data, settings, at),
            "file" => Answer::File(file()),
            sort => {
                let message = format!("the answer type {} is not known", quoted(sort));
                let message = format!("{message}: asked as plain text");
                self.tools.log.add(Kind::UnknownComponent, at, message);
                Answer::Text(TextRule::up_to(LINE))
            }
        }
    }

    fn address(&mut self, settings: &Json, at: &str) -> Answer {
        let kinds = settings.get("input_type").unwrap_or(&Json::Null);
        if is_true(kinds, "international_address") {
            let message = "an address abroad is asked line by line, not as one text";
            self.tools.log.often(Kind::Layout, at, message);
            return Answer::InternationalAddress;
        }
        Answer::UkAddress(UkAddressRule { max: Some(LINE) })
    }

    fn selection(&mut self, data: &Json, settings: &Json, at: &str) -> Answer {
        let mut wanted = Vec::new();
        for option in source::list(settings, "selection_options") {
            let label = self.line(option.get("name"), at);
            // Older documents have names only.
            let value = source::plain(option.get("value").filter(|value| !value.is_null()));
            wanted.push(Choice { value, label, hint: None });
        }
        let given = wanted.len();
        // An optional selection cannot be skipped: it offers none of the choices.
        let none = is_true(data, "is_optional");
        if none {
            let label = self.ours("None of the above", "Dim un o’r uchod");
            wanted.push(Choice { value: NONE.to_owned(), label, hint: None });
        }
        let Tools { choices, prose, log } = &mut *self.tools;
        let options = choices.legal(wanted, prose, at, log);
        if given == 0 {
            log.add(Kind::Choice, at, "there is nothing to choose from");
        }
        if options.is_empty() {
            return Answer::Text(TextRule::up_to(LINE));
        }
        if !chooses_one(settings) {
            let exclusive = none.then(|| NONE.to_owned());
            let exclusive = exclusive.filter(|none| options.iter().any(|one| one.value == *none));
            return Answer::Checkboxes(CheckboxesRule {
                options,
                all: false,
                min: None,
                max: None,
                exclusive,
            });
        }
        match IN_SIGHT < given {
            true => Answer::Select(SelectRule { options, autocomplete: true }),
            false => Answer::Radios(RadiosRule { options, inline: false }),
        }
    }
}

fn long() -> Answer {
    Answer::LongText(LongTextRule { min: 1, max: LONG, max_words: None, rows: None })
}

fn number() -> NumberRule {
    NumberRule { min: 0, max: NUMBER, decimals: 6, prefix: None, suffix: None }
}

fn date(birthday: bool) -> DateRule {
    let today = Day::Ago(Distance::default());
    DateRule { earliest: None, latest: birthday.then_some(today), birthday }
}

fn name(input: &str, title: bool) -> NameRule {
    let parts = match input {
        "first_and_last_name" => NameParts::FirstLast,
        "first_middle_and_last_name" => NameParts::FirstMiddleLast,
        _ => NameParts::Full,
    };
    NameRule { parts, title, max: Some(LINE) }
}

fn file() -> FileRule {
    let types = FILES.iter().filter_map(|end| media::media_types(end)).flatten();
    let mut accept: Vec<String> = types.map(|one| (*one).to_owned()).collect();
    accept.sort();
    accept.dedup();
    FileRule { accept, max_bytes: FILE_BYTES, min: 1, max: 1 }
}
