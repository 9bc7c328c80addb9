//! Builders of small invented forms.

use counterfoil_form::definition::Definition;
use counterfoil_form::definition::field::Field;
use counterfoil_form::definition::page::Page;
use counterfoil_form::{Run, Service, walk};
use counterfoil_import::{Import, Options, Verdict, import};
use jiff::civil::{Date, date};
use serde_json::{Value as Json, json};

/// The day of every test.
pub(crate) const TODAY: Date = date(2026, 11, 23);

/// A form in XGov's format, version 2, that starts at `/one`.
pub(crate) fn form(pages: Json) -> Json {
    json!({
        "name": "A made-up form",
        "version": 2,
        "startPage": "/one",
        "pages": pages,
        "lists": [],
        "sections": [],
        "conditions": [],
    })
}

/// The form with other values at some keys.
pub(crate) fn with(mut form: Json, more: Json) -> Json {
    let (Json::Object(form_map), Json::Object(more)) = (&mut form, more) else {
        panic!("both are objects")
    };
    form_map.extend(more);
    form
}

/// A page at `path` that leads to `next`, the summary where that is empty.
pub(crate) fn page(path: &str, title: &str, components: Json, next: Json) -> Json {
    json!({ "path": path, "title": title, "components": components, "next": next })
}

/// The summary at `/summary`.
pub(crate) fn summary() -> Json {
    json!({ "path": "/summary", "title": "Summary", "controller": "./pages/summary.js" })
}

/// A form of one page with these components.
pub(crate) fn one_page(components: Json) -> Json {
    form(json!([page("/one", "Page one", components, json!([{ "path": "/summary" }])), summary()]))
}

/// A component that asks for a line of text.
pub(crate) fn text(name: &str) -> Json {
    let title = format!("Question {name}");
    json!({ "type": "TextField", "name": name, "title": title, "schema": { "max": 100 } })
}

/// What becomes of a form.
pub(crate) fn imported(form: &Json) -> Import {
    let import = import(form.to_string().as_bytes(), &Options::default());
    import.expect("these bytes are a form")
}

/// The definition of a form that is not refused. It loads.
pub(crate) fn definition(form: &Json) -> Definition {
    let import = imported(form);
    let Some(definition) = import.definition else { panic!("refused: {:?}", import.report) };
    if let Err(problems) = Service::draft_of(definition.clone()) {
        panic!("it does not load: {problems}");
    }
    definition
}

/// The service of a form.
pub(crate) fn service(form: &Json) -> Service {
    Service::draft_of(definition(form)).expect("it loads")
}

/// Where these answers lead.
pub(crate) fn walked(form: &Json, answers: &Json) -> Run {
    walk(&service(form), answers, TODAY)
}

/// The sorts of issues that are listed, each once.
pub(crate) fn kinds(form: &Json) -> Vec<String> {
    let mut kinds: Vec<String> =
        imported(form).report.issues.into_iter().map(|issue| issue.kind).collect();
    kinds.sort();
    kinds.dedup();
    kinds
}

/// The messages of the issues of one sort.
pub(crate) fn said(form: &Json, kind: &str) -> Vec<String> {
    let issues = imported(form).report.issues.into_iter();
    issues.filter(|issue| issue.kind == kind).map(|issue| issue.message).collect()
}

/// How well a form fits.
pub(crate) fn verdict(form: &Json) -> Verdict {
    imported(form).report.verdict
}

/// The field with this id, outside groups.
pub(crate) fn field<'a>(definition: &'a Definition, id: &str) -> &'a Field {
    let mut all = definition.pages.iter().flat_map(|page| &page.fields);
    all.find(|field| field.id == id).expect("the field is there")
}

/// The page at this path.
pub(crate) fn page_at<'a>(definition: &'a Definition, path: &str) -> &'a Page {
    definition.pages.iter().find(|page| page.path == path).expect("the page is there")
}

/// The English of the content of a page.
pub(crate) fn content(page: &Page) -> Vec<&str> {
    page.content.iter().map(|block| block.text.en.as_str()).collect()
}
