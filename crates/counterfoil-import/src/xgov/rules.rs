//! Limits, patterns and messages of answers.

use std::collections::BTreeMap;

use counterfoil_form::Words;
use counterfoil_form::definition::field::{Kind as Answer, Pattern};
use serde_json::Value as Json;

use super::{Reader, source};
use crate::report::{Kind, quoted};

impl Reader<'_> {
    /// The pattern of a JavaScript expression, which there needs to match a part only.
    pub(super) fn pattern(&mut self, source: &str, at: &str) -> Option<Pattern> {
        let pattern = translated(source).and_then(|text| Pattern::try_from(text).ok());
        if pattern.is_none() {
            let message = format!("the pattern {} cannot be checked here", quoted(source));
            self.tools.log.add(Kind::Rule, at, message);
        }
        pattern
    }

    /// The messages of a component by native failure.
    pub(super) fn messages(
        &mut self,
        options: &Json,
        answer: &Answer,
        at: &str,
    ) -> BTreeMap<String, Words> {
        let mut messages = BTreeMap::new();
        let mut add = |reader: &mut Self, code: &str, text: &Json| {
            let possible = failures(answer);
            let known = failure(code, answer).filter(|known| possible.contains(known));
            let Some(known) = known else {
                let message =
                    format!("there is nothing here to which the message {} belongs", quoted(code));
                reader.tools.log.often(Kind::Setting, at, message);
                return;
            };
            let words = reader.line(Some(&without_marks(text)), at);
            if !words.en.is_empty() {
                messages.entry(known.to_owned()).or_insert(words);
            }
        };
        for (code, text) in
            options.get("customValidationMessages").and_then(Json::as_object).into_iter().flatten()
        {
            add(self, code, text);
        }
        if let Some(text) = options.get("customValidationMessage").filter(|text| text.is_string()) {
            add(self, "any.required", text);
        }
        messages
    }
}

/// A message with native places for what is filled in.
fn without_marks(text: &Json) -> Json {
    let fit = |text: &str| {
        let text = text.replace("{{#label}}", "{label}").replace("{{#limit}}", "{limit}");
        text.replace("{#label}", "{label}").replace("{#limit}", "{limit}")
    };
    let (en, cy) = source::localised(Some(text));
    serde_json::json!({ "en": fit(en), "cy": fit(cy) })
}

/// A JavaScript expression as the engine here takes it; `None` when it cannot.
fn translated(source: &str) -> Option<String> {
    let source = source.trim();
    let (body, flags) = match source.strip_prefix('/').and_then(|rest| rest.rsplit_once('/')) {
        Some((body, flags)) if flags.chars().all(|c| c.is_ascii_alphabetic()) => (body, flags),
        _ => (source, ""),
    };
    if body.is_empty() {
        return None;
    }
    let folded = if flags.contains('i') { "(?i)" } else { "" };
    Some(format!("{folded}(?s:.*)(?:{})(?s:.*)", classes(body)))
}

/// Makes digits and letters those of ASCII, as in JavaScript, and what would be a sign of its own
/// within brackets a plain one.
fn classes(body: &str) -> String {
    let mut out = String::new();
    let mut within = false;
    let mut chars = body.chars();
    while let Some(c) = chars.next() {
        let escaped = if c == '\\' { chars.next() } else { None };
        match (c, escaped) {
            (_, Some('d')) if within => out.push_str("0-9"),
            (_, Some('d')) => out.push_str("[0-9]"),
            (_, Some('w')) if within => out.push_str("A-Za-z0-9_"),
            (_, Some('w')) => out.push_str("[A-Za-z0-9_]"),
            (_, Some('/')) => out.push('/'),
            (_, Some(other)) => out.extend(['\\', other]),
            ('[' | '&' | '~', None) if within => out.extend(['\\', c]),
            (c, None) => {
                within = (within && c != ']') || c == '[';
                out.push(c);
            }
        }
    }
    out
}

/// The native failure of a code of the source's validator.
fn failure(code: &str, answer: &Answer) -> Option<&'static str> {
    let number = matches!(answer, Answer::Number(_));
    let date = matches!(answer, Answer::Date(_) | Answer::MonthYear(_));
    Some(match code {
        "any.required" | "string.empty" | "object.required" | "array.base" | "dayMonthYear" => {
            "missing"
        }
        "array.includesRequiredUnknowns" | "any.empty" => "missing",
        "any.only" | "any.allowOnly" => "not-a-choice",
        "string.min" => "too-short",
        "string.max" | "string.length" => "too-long",
        "string.maxWords" | "maxWords" => "too-many-words",
        "string.email"
        | "string.uri"
        | "string.pattern.base"
        | "string.regex.base"
        | "string.pattern.name" => "format",
        "number.base" if number => "not-a-number",
        "number.min" if number => "too-small",
        "number.max" if number => "too-large",
        "number.integer" | "number.precision" if number => "decimals",
        "date.base" | "date.format" | "nonNumeric" | "date.isoDate" if date => "not-a-date",
        "date.min" if date => "too-early",
        "date.max" if date => "too-late",
        "array.min" => "too-few",
        "array.max" => "too-many",
        _ => return None,
    })
}

/// What can be wrong with an answer of the kinds that this format has.
fn failures(answer: &Answer) -> Vec<&'static str> {
    let mut all = vec!["missing"];
    all.extend_from_slice(match answer {
        Answer::Text(_) | Answer::LongText(_) => &["too-short", "too-long"][..],
        Answer::Email => &["too-short", "too-long", "format"],
        Answer::Telephone | Answer::Website => &["too-long", "format"],
        Answer::Number(_) => &["not-a-number", "too-small", "too-large"],
        Answer::Date(_) | Answer::MonthYear(_) => &["not-a-date"],
        Answer::Radios(_) | Answer::Select(_) | Answer::YesNo(_) | Answer::Checkboxes(_) => {
            &["not-a-choice"]
        }
        Answer::Time => &["format"],
        _ => &[],
    });
    match answer {
        Answer::Text(rule) if rule.pattern.is_some() => all.push("format"),
        Answer::LongText(rule) if rule.max_words.is_some() => all.push("too-many-words"),
        Answer::Number(rule) if 0 < rule.decimals => all.push("decimals"),
        Answer::Date(rule) => {
            all.extend(rule.earliest.map(|_| "too-early"));
            all.extend(rule.latest.map(|_| "too-late"));
        }
        Answer::UkAddress(_) => all.clear(),
        Answer::Checkboxes(rule) => {
            all.extend(rule.min.map(|_| "too-few"));
            all.extend(rule.max.map(|_| "too-many"));
        }
        _ => {}
    }
    all
}

/// A whole number at or above `number`, as a native limit.
pub(super) fn up(number: f64) -> i64 {
    whole(number.ceil())
}

/// A whole number at or below `number`.
pub(super) fn down(number: f64) -> i64 {
    whole(number.floor())
}

/// As far as 15 digits, which every number of JavaScript can tell apart.
fn whole(number: f64) -> i64 {
    number.clamp(-999_999_999_999_999.0, 999_999_999_999_999.0) as i64
}

/// Something is limited in a way that is not known here.
pub(super) fn unknown_rules<'a>(
    schema: &'a Json,
    known: &'a [&str],
) -> impl Iterator<Item = &'a str> {
    source::keys(schema).filter(|key| !known.contains(key)).filter(|key| source::says(schema, key))
}
