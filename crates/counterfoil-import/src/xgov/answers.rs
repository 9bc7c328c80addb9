//! The kind of answer of each type of component.

use counterfoil_form::definition::condition::{Day, Distance};
use counterfoil_form::definition::field::{
    CheckboxesRule, DateRule, Kind as Answer, LongTextRule, MonthYearRule, NumberRule, RadiosRule,
    SelectRule, TextRule, UkAddressRule, YesNoRule,
};
use counterfoil_form::definition::limits::{LINE_CHARS, LONG_CHARS};
use serde_json::Value as Json;

use super::{Reader, lists, rules, source};
use crate::report::{Kind, quoted};

/// Characters of one line where the source has no limit.
const LINE: u16 = LINE_CHARS;

/// The component is a question.
pub(super) enum Answered {
    /// With this answer.
    Kind(Answer),
    /// A day and a time, which are two answers here.
    DayAndTime,
    /// Not a question of a known type.
    Unknown,
}

impl Reader<'_> {
    /// The answer that a component of this type takes.
    pub(super) fn answer(&mut self, sort: &str, component: &Json, at: &str) -> Answered {
        let nothing = Json::Null;
        let options = component.get("options").unwrap_or(&nothing);
        let schema = component.get("schema").unwrap_or(&nothing);
        self.rules_left(sort, schema, at);
        Answered::Kind(match sort {
            "TextField" => self.text(schema, at),
            "MultilineTextField" | "FreeTextField" => self.long_text(sort, options, schema, at),
            "NumberField" => self.number(component, options, schema, at),
            "EmailAddressField" => Answer::Email,
            "TelephoneNumberField" => {
                let message = "only telephone numbers that can exist are taken here";
                self.tools.log.often(Kind::Setting, at, message);
                Answer::Telephone
            }
            "WebsiteField" => Answer::Website,
            "YesNoField" => {
                let message = "Welsh words for yes and no depend on the question; check them";
                self.tools.log.often(Kind::Words, at, message);
                let (yes, no) = lists::yes_no();
                Answer::YesNo(YesNoRule { yes, no })
            }
            "RadiosField" => {
                Answer::Radios(RadiosRule { options: self.choices(component, at), inline: false })
            }
            "SelectField" | "AutocompleteField" => Answer::Select(SelectRule {
                options: self.choices(component, at),
                autocomplete: sort == "AutocompleteField",
            }),
            "CheckboxesField" => Answer::Checkboxes(self.checkboxes(component, options, at)),
            "DatePartsField" | "DateField" => Answer::Date(days(options, component)),
            "MonthYearField" => Answer::MonthYear(MonthYearRule { earliest: None, latest: None }),
            "TimeField" => Answer::Time,
            "UkAddressField" => {
                if !source::says(options, "disableLookup") {
                    let message = "the address is typed here; there is no look-up by postcode";
                    self.tools.log.often(Kind::Setting, at, message);
                }
                Answer::UkAddress(UkAddressRule { max: None })
            }
            "FileUploadField" | "ClientSideFileUploadField" => Answer::File(self.file(options, at)),
            "DateTimeField" | "DateTimePartsField" => return Answered::DayAndTime,
            _ => return Answered::Unknown,
        })
    }

    fn rules_left(&mut self, sort: &str, schema: &Json, at: &str) {
        const KNOWN: &[&str] =
            &["min", "max", "length", "regex", "precision", "maxlength", "rows", "hideTitle"];
        for key in rules::unknown_rules(schema, KNOWN) {
            let message = format!("the rule {} is not known here", quoted(key));
            self.tools.log.add(Kind::Rule, at, message);
        }
        let own_pattern = matches!(sort, "TelephoneNumberField" | "EmailAddressField");
        if own_pattern && source::says(schema, "regex") {
            let message = "the terminal’s own check takes the place of the source’s pattern";
            self.tools.log.add(Kind::Setting, at, message);
        }
    }

    fn text(&mut self, schema: &Json, at: &str) -> Answer {
        let (min, max) = span(schema, LINE);
        if schema.get("max").is_none() && schema.get("length").is_none() {
            let message =
                format!("one line has at most {LINE} characters here, without limit there");
            self.tools.log.often(Kind::Setting, at, message);
        }
        if LINE < max {
            return Answer::LongText(LongTextRule {
                min: min.min(LONG_CHARS),
                max: max.min(LONG_CHARS),
                max_words: None,
                rows: None,
            });
        }
        let pattern = source::text(schema, "regex").filter(|regex| !regex.trim().is_empty());
        let pattern = pattern.and_then(|regex| self.pattern(regex, at));
        Answer::Text(TextRule { min, pattern, ..TextRule::up_to(max) })
    }

    fn long_text(&mut self, sort: &str, options: &Json, schema: &Json, at: &str) -> Answer {
        if sort == "FreeTextField" {
            let message = "answers are plain text here, without bold words, lists and links";
            self.tools.log.often(Kind::RichText, at, message);
        }
        let (min, max) = span(schema, LONG_CHARS);
        let rows = source::count(options, "rows").filter(|rows| 0 < *rows);
        Answer::LongText(LongTextRule {
            min: min.min(LONG_CHARS),
            max: max.min(LONG_CHARS),
            max_words: source::count(options, "maxWords").filter(|words| 0 < *words),
            rows: rows.map(|rows| rows.min(40) as u8),
        })
    }

    fn number(&mut self, component: &Json, options: &Json, schema: &Json, at: &str) -> Answer {
        let words = |reader: &mut Self, key: &str| {
            let value = options.get(key).or_else(|| component.get(key));
            let words = reader.line(value, at);
            (!words.en.is_empty()).then_some(words)
        };
        let (prefix, suffix) = (words(self, "prefix"), words(self, "suffix"));
        let money = prefix.as_ref().is_some_and(|prefix| prefix.en.contains('£'));
        let precision = source::count(schema, "precision").map(|places| places.min(6) as u8);
        let (min, max) = (source::number(schema, "min"), source::number(schema, "max"));
        if [min, max].into_iter().flatten().any(|limit| limit.fract() != 0.0) {
            let message = "a limit with decimal places was rounded to the whole number within it";
            self.tools.log.add(Kind::Rule, at, message);
        }
        let (min, max) = (min.map_or(-NUMBER, rules::up), max.map_or(NUMBER, rules::down));
        // The source takes any decimal places unless its engine is told otherwise.
        let places = precision.unwrap_or(if money { 2 } else { 6 });
        Answer::Number(NumberRule { min: min.min(max), max, decimals: places, prefix, suffix })
    }

    fn checkboxes(&mut self, component: &Json, options: &Json, at: &str) -> CheckboxesRule {
        let choices = self.choices(component, at);
        let last = source::text(options, "finalValue").map(crate::draft::choices::value);
        let alone = source::text(options, "behaviour") == Some("exclusive");
        let exclusive = last.filter(|value| choices.iter().any(|choice| choice.value == *value));
        let exclusive = exclusive
            .or_else(|| alone.then(|| choices.last().map(|last| last.value.clone())).flatten());
        CheckboxesRule { options: choices, all: false, min: None, max: None, exclusive }
    }
}

/// The limit of a number that has none: 15 digits.
const NUMBER: i64 = 999_999_999_999_999;

/// The fewest and the most characters.
fn span(schema: &Json, most: u16) -> (u16, u16) {
    if let Some(length) = source::count(schema, "length").filter(|length| 0 < *length) {
        return (length, length);
    }
    let max = source::count(schema, "max").or_else(|| source::count(schema, "maxlength"));
    let max = max.filter(|max| 0 < *max).unwrap_or(most);
    let min = source::count(schema, "min").unwrap_or(1).max(1);
    (min.min(max), max)
}

/// The days that a date may be.
fn days(options: &Json, component: &Json) -> DateRule {
    let days =
        |key| source::count(options, key).map(|days| Distance { days, ..Distance::default() });
    let title = source::localised(component.get("title")).0.to_lowercase();
    DateRule {
        earliest: days("maxDaysInPast").map(Day::Ago),
        latest: days("maxDaysInFuture").map(Day::Ahead),
        birthday: title.contains("date of birth") || title.contains("dyddiad geni"),
    }
}
