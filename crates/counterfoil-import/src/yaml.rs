//! YAML into JSON values: the part of YAML that JSON has, within the same limits.
//!
//! Anchors are followed, each copy counted, so that a few lines cannot unfold into millions.

use std::collections::HashMap;

use saphyr_parser::{Event, Parser, ScalarStyle};
use serde_json::{Map, Number, Value as Json};

use crate::error::ImportError;
use crate::json::Meter;
use crate::limits;

/// Reads the first document of `text`.
pub(crate) fn read(text: &str) -> Result<Json, ImportError> {
    if limits::YAML_BYTES < text.len() {
        return Err(ImportError::TooLarge { limit: limits::YAML_BYTES });
    }
    let mut tree = Tree::default();
    for event in Parser::new_from_str(text) {
        let (event, span) = event.map_err(|error| unreadable(error.marker().line()))?;
        let line = span.start.line();
        match event {
            Event::DocumentEnd => break,
            Event::Alias(id) => tree.alias(id, line)?,
            Event::Scalar(word, style, id, tag) => {
                let plain = style == ScalarStyle::Plain && tag.is_none();
                let value = if plain { scalar(&word) } else { Json::from(word.as_ref()) };
                tree.value(value, id, line)?;
            }
            Event::SequenceStart(id, _) => tree.open(Json::Array(Vec::new()), id)?,
            Event::MappingStart(id, _) => tree.open(Json::Object(Map::new()), id)?,
            Event::SequenceEnd | Event::MappingEnd => tree.close(line)?,
            Event::Nothing | Event::StreamStart | Event::StreamEnd | Event::DocumentStart(_) => {}
        }
    }
    tree.whole.ok_or_else(|| unreadable(1))
}

fn unreadable(line: usize) -> ImportError {
    ImportError::Unreadable { line }
}

/// What is being built.
#[derive(Default)]
struct Tree {
    meter: Meter,
    /// The lists and objects that are open, the innermost last, each with its anchor and, of an
    /// object, the key whose value comes next.
    open: Vec<(Json, usize, Option<String>)>,
    anchors: HashMap<usize, Json>,
    whole: Option<Json>,
}

impl Tree {
    fn open(&mut self, empty: Json, anchor: usize) -> Result<(), ImportError> {
        self.meter.count(self.open.len())?;
        self.open.push((empty, anchor, None));
        Ok(())
    }

    fn close(&mut self, line: usize) -> Result<(), ImportError> {
        let (value, anchor, _) = self.open.pop().ok_or_else(|| unreadable(line))?;
        self.put(value, anchor, line)
    }

    fn value(&mut self, value: Json, anchor: usize, line: usize) -> Result<(), ImportError> {
        self.meter.count(self.open.len())?;
        self.put(value, anchor, line)
    }

    fn alias(&mut self, anchor: usize, line: usize) -> Result<(), ImportError> {
        let value = self.anchors.get(&anchor).ok_or_else(|| unreadable(line))?;
        count_all(value, self.open.len(), &self.meter)?;
        let copy = value.clone();
        self.put(copy, 0, line)
    }

    fn put(&mut self, value: Json, anchor: usize, line: usize) -> Result<(), ImportError> {
        if anchor != 0 {
            count_all(&value, self.open.len(), &self.meter)?;
            self.anchors.insert(anchor, value.clone());
        }
        match self.open.last_mut() {
            None => self.whole = Some(value),
            Some((Json::Array(list), _, _)) => list.push(value),
            Some((Json::Object(map), _, key)) => match key.take() {
                Some(key) => {
                    map.insert(key, value);
                }
                None => *key = Some(key_of(value).ok_or_else(|| unreadable(line))?),
            },
            Some(_) => return Err(unreadable(line)),
        }
        Ok(())
    }
}

fn key_of(value: Json) -> Option<String> {
    match value {
        Json::String(text) => Some(text),
        Json::Number(number) => Some(number.to_string()),
        Json::Bool(yes) => Some(yes.to_string()),
        Json::Null => Some("null".to_owned()),
        Json::Array(_) | Json::Object(_) => None,
    }
}

/// Counts a copy. The value is no deeper than what was read, so this ends.
fn count_all(value: &Json, depth: usize, meter: &Meter) -> Result<(), ImportError> {
    meter.count(depth)?;
    match value {
        Json::Array(list) => list.iter().try_for_each(|one| count_all(one, depth + 1, meter)),
        Json::Object(map) => map.values().try_for_each(|one| count_all(one, depth + 1, meter)),
        _ => Ok(()),
    }
}

/// A plain scalar by YAML 1.2's core schema.
fn scalar(word: &str) -> Json {
    match word {
        "" | "~" | "null" | "Null" | "NULL" => Json::Null,
        "true" | "True" | "TRUE" => Json::Bool(true),
        "false" | "False" | "FALSE" => Json::Bool(false),
        _ => number(word).map_or_else(|| Json::from(word), Json::Number),
    }
}

fn number(word: &str) -> Option<Number> {
    if let Ok(whole) = word.parse::<i64>() {
        return Some(Number::from(whole));
    }
    // Digits and a point, as in `1.5`; Rust would take `inf` and `nan` as well.
    let numeric = word.chars().all(|c| c.is_ascii_digit() || "+-.eE".contains(c));
    let starts = word.trim_start_matches(['+', '-']).starts_with(|c: char| c.is_ascii_digit());
    (numeric && starts).then(|| Number::from_f64(word.parse().ok()?)).flatten()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::read;
    use crate::error::ImportError;

    #[test]
    fn yaml_is_read_as_the_json_that_it_says() {
        let text = "a: 1\nb: [yes, 'true', true, ~, 1.5, .inf]\nc: &x\n  d: |\n    one\n    two\ne: *x\n1: one\n";
        let expected = json!({
            "a": 1,
            "b": ["yes", "true", true, null, 1.5, ".inf"],
            "c": { "d": "one\ntwo\n" },
            "e": { "d": "one\ntwo\n" },
            "1": "one",
        });

        assert_eq!(read(text), Ok(expected));
    }

    #[test]
    fn a_few_lines_never_unfold_into_millions() {
        let mut text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n".to_owned();
        for level in 1..12 {
            let before = format!("*a{}", level - 1);
            let ten = vec![before; 10].join(", ");
            text.push_str(&format!("a{level}: &a{level} [{ten}]\n"));
        }

        assert_eq!(read(&text), Err(ImportError::TooMany));
    }

    #[test]
    fn deep_and_broken_yaml_is_refused() {
        assert_eq!(read(&"[".repeat(200)), Err(ImportError::TooDeep));
        assert!(matches!(read("a: [1\nb: }"), Err(ImportError::Unreadable { .. })));
        assert!(matches!(read("? [a]\n: b"), Err(ImportError::Unreadable { .. })));
        assert!(matches!(read(""), Err(ImportError::Unreadable { .. })));
    }
}
