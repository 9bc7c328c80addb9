//! The kind of answer of each type of component.

use counterfoil_form::definition::condition::{Day, Distance};
use counterfoil_form::definition::field::{
    CheckboxesRule, DateRule, FileRule, Kind as Answer, LongTextRule, MonthYearRule, NumberRule,
    RadiosRule, SelectRule, TextRule, UkAddressRule, YesNoRule,
};
use counterfoil_form::definition::limits::{LINE_CHARS, LONG_CHARS};
use serde_json::Value as Json;

use super::{Reader, lists, rules, source};
use crate::report::{Kind, quoted};

/// Media types that are taken where the source names none.
const MEDIA: &[&str] = &[
    "image/jpeg",
    "image/png",
    "image/gif",
    "application/pdf",
    "text/plain",
    "text/csv",
    "application/rtf",
    "application/msword",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "application/vnd.oasis.opendocument.text",
    "application/vnd.ms-excel",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "application/vnd.oasis.opendocument.spreadsheet",
];
/// The most bytes of a file where the source names no limit: the default of its engine.
const FILE_BYTES: u32 = 5 * 1024 * 1024;
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
            "TelephoneNumberField" => Answer::Telephone,
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

    fn file(&mut self, options: &Json, at: &str) -> FileRule {
        let nothing = Json::Null;
        let zone = options.get("dropzoneConfig").unwrap_or(&nothing);
        let accept =
            source::text(options, "accept").or_else(|| source::text(zone, "acceptedFiles"));
        let mut media: Vec<String> = Vec::new();
        for name in accept.unwrap_or_default().split(',').take(200) {
            match media_types(name.trim()) {
                [] if name.trim().is_empty() => {}
                [] => {
                    let message = format!("files of the type {} are not taken here", quoted(name));
                    self.tools.log.add(Kind::Rule, at, message);
                }
                found => media.extend(found.iter().map(|one| (*one).to_owned())),
            }
        }
        media.sort();
        media.dedup();
        if media.is_empty() {
            media = MEDIA.iter().map(|one| (*one).to_owned()).collect();
        }
        if source::says(options, "imageQualityPlayback") {
            let message = "the source’s check of how sharp a picture is does not happen here";
            self.tools.log.add(Kind::External, at, message);
        }
        if source::says(options, "totalOverallFilesize") {
            let message = "files are limited one by one, not by their sum";
            self.tools.log.often(Kind::Setting, at, message);
        }
        let most = source::count(zone, "maxFiles").filter(|most| 0 < *most);
        let several = if source::says(options, "multiple") { 20 } else { 1 };
        let max = most.unwrap_or(several).clamp(1, 100);
        let min = source::count(options, "minimumRequiredFiles").unwrap_or(1).clamp(1, max);
        let megabytes = source::number(zone, "maxFilesize").filter(|size| 0.0 < *size);
        let bytes = megabytes.map(|size| rules::down(size * 1_048_576.0));
        let bytes = bytes.and_then(|bytes| u32::try_from(bytes).ok());
        FileRule { accept: media, max_bytes: bytes.unwrap_or(FILE_BYTES), min, max }
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

/// Media types by an ending of file names, or by themselves.
fn media_types(name: &str) -> &'static [&'static str] {
    match name.to_ascii_lowercase().as_str() {
        ".jpg" | ".jpeg" | ".jfif" | "image/jpeg" | "image/jpg" => &["image/jpeg"],
        ".png" | "image/png" => &["image/png"],
        ".gif" | "image/gif" => &["image/gif"],
        ".bmp" | "image/bmp" => &["image/bmp"],
        ".tif" | ".tiff" | "image/tiff" => &["image/tiff"],
        ".heic" | "image/heic" => &["image/heic"],
        ".webp" | "image/webp" => &["image/webp"],
        "image/*" => &["image/jpeg", "image/png", "image/gif"],
        ".pdf" | "application/pdf" => &["application/pdf"],
        ".txt" | "text/plain" => &["text/plain"],
        ".csv" | "text/csv" => &["text/csv"],
        ".rtf" | "application/rtf" | "text/rtf" => &["application/rtf"],
        ".doc" | "application/msword" => &["application/msword"],
        ".docx" | "application/vnd.openxmlformats-officedocument.wordprocessingml.document" => {
            &["application/vnd.openxmlformats-officedocument.wordprocessingml.document"]
        }
        ".odt" | "application/vnd.oasis.opendocument.text" => {
            &["application/vnd.oasis.opendocument.text"]
        }
        ".xls" | "application/vnd.ms-excel" => &["application/vnd.ms-excel"],
        ".xlsx" | "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" => {
            &["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"]
        }
        ".ods" | "application/vnd.oasis.opendocument.spreadsheet" => {
            &["application/vnd.oasis.opendocument.spreadsheet"]
        }
        ".ppt" | "application/vnd.ms-powerpoint" => &["application/vnd.ms-powerpoint"],
        ".pptx" | "application/vnd.openxmlformats-officedocument.presentationml.presentation" => {
            &["application/vnd.openxmlformats-officedocument.presentationml.presentation"]
        }
        ".odp" | "application/vnd.oasis.opendocument.presentation" => {
            &["application/vnd.oasis.opendocument.presentation"]
        }
        ".xml" | "application/xml" | "text/xml" => &["application/xml"],
        ".json" | "application/json" => &["application/json"],
        ".zip" | "application/zip" => &["application/zip"],
        ".mp4" | "video/mp4" => &["video/mp4"],
        ".mp3" | "audio/mpeg" => &["audio/mpeg"],
        _ => &[],
    }
}
