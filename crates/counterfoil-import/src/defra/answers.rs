//! The kind of answer of each type of component.

use counterfoil_form::definition::condition::{Day, Distance};
use counterfoil_form::definition::field::{
    CheckboxesRule, DateRule, DeclarationRule, FileRule, Kind as Answer, LongTextRule,
    MonthYearRule, NumberRule, Pattern, RadiosRule, SelectRule, TextRule, UkAddressRule, YesNoRule,
};
use counterfoil_form::definition::limits::{LINE_CHARS, LONG_CHARS};
use jiff::civil::Date;
use serde_json::Value as Json;

use super::Reader;
use super::words::Written;
use crate::draft::both;
use crate::media::{MEDIA, media_types};
use crate::report::{Kind, quoted};
use crate::{rules, source};

/// The limit of a number that has none: 15 digits.
const NUMBER: i64 = 999_999_999_999_999;
/// The most bytes of a file: the default of the source's uploader.
const FILE_BYTES: u32 = 100_000_000;
/// The most files where the source names no limit.
const FILES: u16 = 25;
/// Rules that are read somewhere here.
const RULES: &[&str] =
    &["min", "max", "length", "regex", "precision", "easting", "northing", "latitude", "longitude"];

impl Reader<'_> {
    /// The answer that a component of this type takes; `None` when the type is not known.
    pub(super) fn answer(&mut self, sort: &str, component: &Json, at: &str) -> Option<Answer> {
        let nothing = Json::Null;
        let options = component.get("options").unwrap_or(&nothing);
        let schema = component.get("schema").unwrap_or(&nothing);
        self.rules_left(sort, schema, at);
        let answer = match sort {
            "TextField" => self.text(schema, at),
            "MultilineTextField" => self.long_text(options, schema, at),
            "NumberField" => Answer::Number(self.number(options, schema, at)),
            "EmailAddressField" => Answer::Email,
            "TelephoneNumberField" => Answer::Telephone,
            "YesNoField" => self.yes_no(at),
            "RadiosField" => {
                Answer::Radios(RadiosRule { options: self.choices(component, at), inline: false })
            }
            "SelectField" | "AutocompleteField" => Answer::Select(SelectRule {
                options: self.choices(component, at),
                autocomplete: sort == "AutocompleteField",
            }),
            "CheckboxesField" => Answer::Checkboxes(self.checkboxes(component, schema, at)),
            "DatePartsField" => Answer::Date(self.days(options, component, at)),
            "MonthYearField" => Answer::MonthYear(self.months(options, at)),
            "UkAddressField" => Answer::UkAddress(UkAddressRule { max: Some(100) }),
            "FileUploadField" => Answer::File(self.file(options, schema, at)),
            "DeclarationField" => self.declaration(component, options, at),
            "OsGridRefField" => Answer::GridReference,
            "NationalGridFieldNumberField" => grid_field(),
            _ => return None,
        };
        // Without choices the words can still be typed.
        Some(match &answer {
            Answer::Radios(RadiosRule { options, .. })
            | Answer::Select(SelectRule { options, .. })
            | Answer::Checkboxes(CheckboxesRule { options, .. })
                if options.is_empty() =>
            {
                Answer::Text(TextRule::up_to(LINE_CHARS))
            }
            _ => answer,
        })
    }

    fn rules_left(&mut self, sort: &str, schema: &Json, at: &str) {
        for key in rules::unknown_rules(schema, RULES) {
            let message = format!("the rule {} is not known here", quoted(key));
            self.tools.log.add(Kind::Rule, at, message);
        }
        let own = matches!(sort, "TelephoneNumberField" | "EmailAddressField");
        if own && source::says(schema, "regex") {
            let message = "the terminal’s own check takes the place of the source’s pattern";
            self.tools.log.add(Kind::Setting, at, message);
        }
    }

    fn pattern(&mut self, schema: &Json, at: &str) -> Option<Pattern> {
        let regex = source::text(schema, "regex").filter(|regex| !regex.trim().is_empty())?;
        let pattern = rules::translated(regex).and_then(|text| Pattern::try_from(text).ok());
        if pattern.is_none() {
            let message = format!("the pattern {} cannot be checked here", quoted(regex));
            self.tools.log.add(Kind::Rule, at, message);
        }
        pattern
    }

    fn text(&mut self, schema: &Json, at: &str) -> Answer {
        let (min, max) = span(schema, LINE_CHARS);
        if LINE_CHARS < max {
            return self.long_text(&Json::Null, schema, at);
        }
        let pattern = self.pattern(schema, at);
        Answer::Text(TextRule { min, pattern, ..TextRule::up_to(max) })
    }

    fn long_text(&mut self, options: &Json, schema: &Json, at: &str) -> Answer {
        let (min, max) = span(schema, LONG_CHARS);
        if source::says(schema, "regex") {
            let message = "a pattern of several lines of text is not checked here";
            self.tools.log.add(Kind::Rule, at, message);
        }
        let rows = source::count(options, "rows").filter(|rows| 0 < *rows);
        Answer::LongText(LongTextRule {
            min: min.min(LONG_CHARS),
            max: max.min(LONG_CHARS),
            max_words: source::count(options, "maxWords").filter(|words| 0 < *words),
            rows: rows.map(|rows| rows.min(40) as u8),
        })
    }

    fn number(&mut self, options: &Json, schema: &Json, at: &str) -> NumberRule {
        let mut words = |key: &str| {
            let text = source::text(options, key).unwrap_or_default().trim();
            let words = self.both(Written::Line, text, "", at);
            (!words.en.is_empty()).then_some(words)
        };
        let (prefix, suffix) = (words("prefix"), words("suffix"));
        let places = source::number(schema, "precision");
        let decimals = places.map_or(6, |places| places.clamp(0.0, 6.0) as u8);
        let (min, max) = (source::number(schema, "min"), source::number(schema, "max"));
        if [min, max].into_iter().flatten().any(|limit| limit.fract() != 0.0) {
            let message = "a limit with decimal places was rounded to the whole number within it";
            self.tools.log.add(Kind::Rule, at, message);
        }
        let (min, max) = (min.map_or(-NUMBER, rules::up), max.map_or(NUMBER, rules::down));
        NumberRule { min: min.min(max), max, decimals, prefix, suffix }
    }

    fn yes_no(&mut self, at: &str) -> Answer {
        let message = "Welsh words for yes and no depend on the question; check them";
        self.tools.log.often(Kind::Words, at, message);
        Answer::YesNo(YesNoRule { yes: both("Yes", "Ie"), no: both("No", "Na") })
    }

    fn checkboxes(&mut self, component: &Json, schema: &Json, at: &str) -> CheckboxesRule {
        let options = self.choices(component, at);
        let count = u16::try_from(options.len()).unwrap_or(u16::MAX);
        let length = source::count(schema, "length");
        let limit = |key| length.or_else(|| source::count(schema, key)).filter(|most| 0 < *most);
        let min = limit("min").map(|min| min.min(count));
        let max = limit("max").map(|max| max.max(min.unwrap_or(1)));
        CheckboxesRule { options, all: false, min, max, exclusive: None }
    }

    /// The days that a date may be: those that are named, else those counted from today.
    fn days(&mut self, options: &Json, component: &Json, at: &str) -> DateRule {
        let mut limit = |named: &str, counted: &str, ago: bool| {
            let named = self.day(options, named, at);
            let days = source::count(options, counted);
            let distance = days.map(|days| Distance { days, ..Distance::default() });
            if named.is_some() && distance.is_some() {
                let message = "of two limits of a date only the named day is kept";
                self.tools.log.add(Kind::Rule, at, message);
            }
            named.or(distance.map(|far| if ago { Day::Ago(far) } else { Day::Ahead(far) }))
        };
        let earliest = limit("earliestDate", "maxDaysInPast", true);
        let latest = limit("latestDate", "maxDaysInFuture", false);
        let title = source::text(component, "title").unwrap_or_default().to_lowercase();
        DateRule { earliest, latest, birthday: title.contains("date of birth") }
    }

    fn months(&mut self, options: &Json, at: &str) -> MonthYearRule {
        let earliest = self.day(options, "earliestMonthYear", at);
        MonthYearRule { earliest, latest: self.day(options, "latestMonthYear", at) }
    }

    /// A day written as such, or a month by its first day.
    fn day(&mut self, options: &Json, key: &str, at: &str) -> Option<Day> {
        let text = source::text(options, key).filter(|text| !text.trim().is_empty())?.trim();
        let month = || format!("{text}-01").parse::<Date>().ok();
        let date = text.parse::<Date>().ok().or_else(month);
        if date.is_none() {
            let message = format!("{} is no day that is understood here", quoted(text));
            self.tools.log.add(Kind::Rule, at, message);
        }
        date.map(Day::On)
    }

    fn declaration(&mut self, component: &Json, options: &Json, at: &str) -> Answer {
        let own = source::text(options, "declarationConfirmationLabel").unwrap_or_default();
        let welsh = self.welsh_of("components", component, "declarationConfirmationLabel");
        let tick = self.both(Written::Line, own.trim(), welsh.unwrap_or_default(), at);
        let ours = both("I understand and agree", "Rwy’n deall ac yn cytuno");
        Answer::Declaration(DeclarationRule { tick: if tick.en.is_empty() { ours } else { tick } })
    }

    fn file(&mut self, options: &Json, schema: &Json, at: &str) -> FileRule {
        let mut accept: Vec<String> = Vec::new();
        for name in source::text(options, "accept").unwrap_or_default().split(',').take(200) {
            match media_types(name) {
                Some(found) => accept.extend(found.iter().map(|one| (*one).to_owned())),
                None if name.trim().is_empty() => {}
                None => {
                    let message = format!("files of the type {} are not taken here", quoted(name));
                    self.tools.log.add(Kind::Rule, at, message);
                }
            }
        }
        if accept.is_empty() {
            accept.extend(MEDIA.iter().map(|one| (*one).to_owned()));
        }
        accept.sort();
        accept.dedup();
        let length = source::count(schema, "length").filter(|length| 0 < *length);
        let max = length.or_else(|| source::count(schema, "max")).unwrap_or(FILES).clamp(1, 100);
        let min = length.or_else(|| source::count(schema, "min")).unwrap_or(1).clamp(1, max);
        FileRule { accept, max_bytes: FILE_BYTES, min, max }
    }
}

/// The fewest and the most characters.
fn span(schema: &Json, most: u16) -> (u16, u16) {
    if let Some(length) = source::count(schema, "length").filter(|length| 0 < *length) {
        return (length, length);
    }
    let max = source::count(schema, "max").filter(|max| 0 < *max).unwrap_or(most);
    (source::count(schema, "min").unwrap_or(1).max(1).min(max), max)
}

/// A field of the National Grid: two letters and eight digits.
fn grid_field() -> Answer {
    let pattern = "(?i)[hjnost][a-hj-z] ?[0-9]{4} ?[0-9]{4}".to_owned();
    Answer::Text(TextRule { pattern: Pattern::try_from(pattern).ok(), ..TextRule::up_to(20) })
}
