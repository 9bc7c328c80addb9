//! JSON and YAML into values, within limits.

use std::cell::Cell;
use std::fmt;

use serde::de::{DeserializeSeed, Error as _, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value as Json};

use crate::error::ImportError;
use crate::limits;

/// Reads JSON. A key that is given twice has its last value, as in JavaScript.
pub(crate) fn read(text: &str) -> Result<Json, ImportError> {
    let meter = Meter::default();
    let mut reader = serde_json::Deserializer::from_str(text);
    let read = Bounded { meter: &meter, depth: 0 }.deserialize(&mut reader);
    let read = read.and_then(|value| reader.end().map(|()| value));
    read.map_err(|error| {
        meter.passed.get().unwrap_or(ImportError::Unreadable { line: error.line() })
    })
}

/// What was read so far, and the limit that was passed.
#[derive(Debug, Default)]
pub(crate) struct Meter {
    values: Cell<usize>,
    passed: Cell<Option<ImportError>>,
}

impl Meter {
    /// Counts one value at `depth`.
    pub(crate) fn count(&self, depth: usize) -> Result<(), ImportError> {
        self.values.set(self.values.get() + 1);
        let passed = if limits::DEPTH < depth {
            ImportError::TooDeep
        } else if limits::VALUES < self.values.get() {
            ImportError::TooMany
        } else {
            return Ok(());
        };
        self.passed.set(Some(passed));
        Err(passed)
    }
}

/// One value, counted.
#[derive(Clone, Copy)]
struct Bounded<'a> {
    meter: &'a Meter,
    depth: usize,
}

impl Bounded<'_> {
    fn within(self) -> Self {
        Self { depth: self.depth + 1, ..self }
    }
}

impl<'de> DeserializeSeed<'de> for Bounded<'_> {
    type Value = Json;

    fn deserialize<D: serde::Deserializer<'de>>(self, from: D) -> Result<Json, D::Error> {
        self.meter.count(self.depth).map_err(D::Error::custom)?;
        from.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Bounded<'_> {
    type Value = Json;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_unit<E>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }

    fn visit_bool<E>(self, yes: bool) -> Result<Json, E> {
        Ok(Json::Bool(yes))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Json, E> {
        Ok(Json::from(number))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Json, E> {
        Ok(Json::from(number))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Json, E> {
        Ok(Json::from(number))
    }

    fn visit_str<E>(self, text: &str) -> Result<Json, E> {
        Ok(Json::from(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut from: A) -> Result<Json, A::Error> {
        let mut list = Vec::new();
        while let Some(value) = from.next_element_seed(self.within())? {
            list.push(value);
        }
        Ok(Json::Array(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut from: A) -> Result<Json, A::Error> {
        let mut map = Map::new();
        while let Some(key) = from.next_key::<String>()? {
            map.insert(key, from.next_value_seed(self.within())?);
        }
        Ok(Json::Object(map))
    }
}
