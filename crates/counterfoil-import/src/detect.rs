//! From bytes to values, and which format they are in.

use serde_json::Value as Json;

use crate::error::ImportError;
use crate::{Format, json, limits, yaml};

/// Reads `source`: JSON, or YAML when it does not begin as a JSON object does.
pub(crate) fn read(source: &[u8]) -> Result<Json, ImportError> {
    if limits::SOURCE_BYTES < source.len() {
        return Err(ImportError::TooLarge { limit: limits::SOURCE_BYTES });
    }
    let text = std::str::from_utf8(source).map_err(|error| {
        let before = source.get(..error.valid_up_to()).unwrap_or_default();
        ImportError::Unreadable { line: 1 + before.iter().filter(|byte| **byte == b'\n').count() }
    })?;
    let text = text.trim_start_matches('\u{feff}');
    match text.trim_start().starts_with('{') {
        true => json::read(text),
        false => yaml::read(text),
    }
}

/// The format of `form`, by keys that only one of them has.
pub(crate) fn format(form: &Json) -> Result<Format, ImportError> {
    let has = |key: &str| form.get(key).is_some();
    let pages = form.get("pages").and_then(Json::as_array);
    let asks_itself = |page: &Json| page.get("answer_type").is_some();
    if form.get("steps").is_some_and(Json::is_array) {
        return Ok(Format::GovukForms);
    }
    match pages {
        Some(pages) if pages.iter().any(asks_itself) => Ok(Format::GovukForms),
        Some(_) if has("engine") || has("schema") => Ok(Format::Defra),
        Some(pages) if pages.iter().any(is_defra) => Ok(Format::Defra),
        Some(_) => Ok(Format::Xgov),
        None => Err(ImportError::UnknownFormat),
    }
}

/// Pages of DEFRA forms have an id or one of DEFRA's own controllers.
fn is_defra(page: &Json) -> bool {
    const CONTROLLERS: &[&str] =
        &["RepeatPageController", "FileUploadPageController", "TerminalPageController"];
    let controller = page.get("controller").and_then(Json::as_str).unwrap_or_default();
    page.get("id").is_some_and(Json::is_string) || CONTROLLERS.contains(&controller)
}
