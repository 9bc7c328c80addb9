//! A small invented service, to which each test adds what it is about.

use std::sync::Arc;

use counterfoil_form::{DefinitionProblems, Journey, Service};
use serde_json::{Value as Json, json};

/// A service with one page that asks for a name, then check answers and the declaration.
pub(crate) fn definition() -> Json {
    json!({
        "id": "invented/service",
        "version": "1",
        "effective": { "from": "2026-01-01" },
        "department": { "id": "invented", "name": "Invented Department", "short_name": "ID" },
        "title": "Invented service",
        "summary": "Nothing real",
        "transaction": "request-service",
        "territory": ["wales"],
        "modes": ["counter"],
        "consent": [],
        "retention": { "answers_days": 0, "envelope_days": 30 },
        "next_steps": [], "contact": [], "contest": [],
        "sections": [{ "id": "you", "title": "You" }, { "id": "others", "title": "Others" }],
        "pages": [page("name", "you", json!([field("full-name", json!({ "text": { "max": 40 } }))]), "check")],
        "check": { "path": "check", "title": "Check", "button": "Go on" },
        "declaration": {
            "path": "declare", "title": "Declaration", "content": [], "button": "Agree",
            "fields": [field("agreed", json!({ "declaration": { "tick": "I agree" } }))],
        },
    })
}

/// A page in a section with its fields, leading to one other.
pub(crate) fn page(path: &str, section: &str, fields: Json, to: &str) -> Json {
    let mut page = json!({
        "path": path, "section": section, "fields": fields, "next": [{ "to": to }],
    });
    if page["fields"].as_array().expect("a list").len() != 1 {
        page["title"] = json!(format!("Title of {path}"));
    }
    page
}

/// A field of a kind.
pub(crate) fn field(id: &str, answer: Json) -> Json {
    json!({ "id": id, "label": format!("Label of {id}"), "answer": answer })
}

/// The same with further keys.
pub(crate) fn field_with(id: &str, answer: Json, more: Json) -> Json {
    let mut field = field(id, answer);
    let more = more.as_object().expect("an object").clone();
    field.as_object_mut().expect("an object").extend(more);
    field
}

/// A yes-or-no kind.
pub(crate) fn yes_no() -> Json {
    json!({ "yes-no": { "yes": "Yes", "no": "No" } })
}

/// Loads it without Welsh.
pub(crate) fn load(definition: &Json) -> Result<Service, DefinitionProblems> {
    Service::draft(&definition.to_string(), None)
}

/// A journey through it.
pub(crate) fn journey(definition: &Json) -> Journey {
    Journey::new(Arc::new(load(definition).unwrap_or_else(|problems| panic!("{problems}"))))
}
