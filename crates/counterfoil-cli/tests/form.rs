//! `counterfoil form` as designers of forms meet it.

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::{Value, json};

const SERVICES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../services");

fn form(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_counterfoil"));
    command.arg("form").args(arguments).stdin(Stdio::null()).output().expect("it starts")
}

fn shipped(name: &str) -> String {
    format!("{SERVICES}/{name}")
}

fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("it is text")
}

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("it is text")
}

fn parse(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).expect("it is one JSON value")
}

fn utf8(path: &Path) -> &str {
    path.to_str().expect("it is UTF-8")
}

/// A directory with files of its own.
struct Place(tempfile::TempDir);

impl Place {
    fn new() -> Self {
        Self(tempfile::tempdir().expect("a directory"))
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn write(&self, name: &str, text: impl AsRef<[u8]>) -> String {
        let path = self.path(name);
        std::fs::write(&path, text).expect("there is room");
        utf8(&path).to_owned()
    }

    /// A copy of a shipped service with `change` made to it.
    fn changed(&self, change: impl FnOnce(&mut Value)) -> String {
        let text = std::fs::read_to_string(shipped("dvla/sorn.json")).expect("it ships");
        let mut definition: Value = serde_json::from_str(&text).expect("it is JSON");
        change(&mut definition);
        let welsh = std::fs::read(shipped("dvla/sorn.cy.json")).expect("it ships");
        self.write("sorn.cy.json", welsh);
        self.write("sorn.json", definition.to_string())
    }
}

#[test]
fn every_shipped_service_is_found_right() {
    let mut files = Vec::new();
    for department in std::fs::read_dir(SERVICES).expect("they ship").flatten() {
        let entries = std::fs::read_dir(department.path()).into_iter().flatten().flatten();
        let names = entries.map(|entry| entry.path().to_string_lossy().into_owned());
        files.extend(
            names.filter(|name| name.matches('.').count() == SERVICES.matches('.').count() + 1),
        );
    }
    let arguments: Vec<&str> =
        ["check", "--json"].into_iter().chain(files.iter().map(String::as_str)).collect();

    let output = form(&arguments);

    assert!(output.status.success(), "{}{}", stdout(&output), stderr(&output));
    let checked = parse(&output);
    assert_eq!(checked.as_array().map(Vec::len), Some(files.len()));
    assert!(checked.as_array().expect("a list").iter().all(|one| one["ok"] == json!(true)));
}

#[test]
fn problems_are_named_with_their_place_and_every_file_is_told_of() {
    let place = Place::new();
    let mistyped = place.changed(|definition| definition["titel"] = json!("x"));
    let alone = place.write("alone.json", std::fs::read(&mistyped).expect("it was written"));
    let missing = utf8(&place.path("missing.json")).to_owned();

    let output = form(&["check", &mistyped, &alone, &missing, &shipped("dvla/sorn.json")]);

    assert_eq!(output.status.code(), Some(1));
    let said = stdout(&output);
    assert!(
        said.contains("sorn.json: titel: ") && said.contains("did you mean `title`?"),
        "{said}"
    );
    assert!(said.contains("alone.json: cy:$: there is no Welsh"), "{said}");
    assert!(said.contains("missing.json: $: ") && said.contains("nothing is wrong"), "{said}");
    assert!(stderr(&output).contains("refused: definition_refused\n3 of 4"), "{}", stderr(&output));
}

#[test]
fn a_page_that_no_answers_lead_to_is_a_problem() {
    let place = Place::new();
    let file = place.changed(|definition| {
        let never = json!({ "all": [
            { "equals": { "field": "registered-keeper", "value": "yes" } },
            { "equals": { "field": "registered-keeper", "value": "no" } },
        ]});
        let next = definition["pages"][1]["next"].as_array_mut().expect("a list");
        next[0]["when"] = never;
    });

    let output = form(&["check", &file]);

    let said = stdout(&output);
    assert!(said.contains("address-first: no answers were found that lead to this page"), "{said}");
}

#[test]
fn a_journey_without_a_screen_says_where_it_went_and_how_it_ended() {
    let place = Place::new();
    let run = |answers: Value| {
        let file = place.write("answers.json", answers.to_string());
        form(&["run", "dvla/sorn", "--answers", &file, "--today", "2026-11-25", "--json"])
    };
    let example = std::fs::read_to_string(shipped("dvla/sorn.example.json")).expect("it ships");
    let mut answers: Value = serde_json::from_str(&example).expect("it is JSON");

    let complete = run(answers.clone());
    assert!(complete.status.success());
    let said = parse(&complete);
    assert_eq!(said["outcome"], "complete");
    assert_eq!(said["path"][0], "registered-keeper");
    assert_eq!(said["answers"]["vehicle-registration"], "AB12CDE");
    assert_eq!(said["errors"], json!({}));

    answers["vehicle-registration"] = json!("nothing like it");
    let invalid = run(answers.clone());
    assert_eq!(invalid.status.code(), Some(1));
    let said = parse(&invalid);
    assert_eq!((&said["outcome"], &said["answers"]), (&json!("invalid"), &json!({})));
    assert!(said["errors"]["vehicle-registration"].is_string(), "{said}");

    answers["registered-keeper"] = json!("no");
    let ineligible = run(answers);
    assert!(ineligible.status.success(), "not being eligible is a proper outcome");
    let said = parse(&ineligible);
    assert_eq!(said["outcome"], "ineligible");
    assert_eq!(said["path"].as_array().expect("a list").last(), Some(&json!("not-the-keeper")));
}

#[test]
fn an_outline_and_a_picture_show_the_pages_and_their_routes() {
    let place = Place::new();
    let picture = place.path("sorn.svg");

    let welsh = form(&["show", "dvla/sorn", "--language", "cy"]);
    let drawn = form(&["flow", &shipped("dvla/sorn.json"), "-o", utf8(&picture)]);

    let said = stdout(&welsh);
    assert!(said.contains("if registered-keeper is no → not-the-keeper"), "{said}");
    assert!(said.contains("llyfr log"), "its words are Welsh: {said}");
    assert!(drawn.status.success());
    let svg = std::fs::read_to_string(&picture).expect("it was written");
    assert!(svg.starts_with("<svg ") && svg.trim_end().ends_with("</svg>"));
    assert!(svg.contains("not-the-keeper") && !svg.contains("<script"));
}

/// A form of XGov's builder, invented for this test.
const FOREIGN: &str = r#"{
  "startPage": "/start", "version": 2, "name": "Borrow a ladder", "lists": [], "sections": [],
  "conditions": [], "metadata": {},
  "pages": [
    { "path": "/start", "title": "Who are you?", "next": [{ "path": "/summary" }],
      "components": [{ "type": "TextField", "name": "fullName", "title": "Your name",
                       "options": {}, "schema": { "max": 40 } }] },
    { "path": "/summary", "title": "Check", "controller": "./pages/summary.js",
      "components": [], "next": [] }
  ]
}"#;

#[test]
fn a_foreign_form_becomes_a_definition_that_can_be_walked() {
    let place = Place::new();
    let foreign = place.write("ladder.form", FOREIGN);
    let out = utf8(&place.path("ladder.json")).to_owned();

    let imported = form(&["import", &foreign, "-o", &out, "--json"]);
    assert!(imported.status.success(), "{}", stderr(&imported));
    let report = parse(&imported);
    assert_eq!((&report["format"], &report["fields"]), (&json!("xgov"), &json!(1)), "{report}");
    assert!(["supported", "degraded"].contains(&report["verdict"].as_str().expect("a word")));
    assert!(report["issues"].as_array().expect("a list").iter().all(|issue| {
        issue["path"].is_string() && issue["kind"].is_string() && issue["message"].is_string()
    }));

    let again = form(&["import", &foreign, "-o", &out]);
    assert!(stderr(&again).contains("refused: file_exists"), "{}", stderr(&again));
    assert!(form(&["import", &foreign, "-o", &out, "--force"]).status.success());

    let shown = stdout(&form(&["show", &out]));
    assert!(shown.contains("fullName"), "the field keeps its name: {shown}");
    let checked = stdout(&form(&["check", &out]));
    assert!(checked.contains("the Welsh is missing"), "{checked}");
}

#[test]
fn what_is_no_form_is_refused_in_words() {
    let place = Place::new();
    let empty = place.write("empty.json", "");
    let latin = place.write("latin.json", b"{\"a\": \"\xe9\"}");
    let directory = utf8(place.0.path()).to_owned();
    for (arguments, code) in [
        (vec!["import", &empty], "form_unreadable"),
        (vec!["import", &empty, "--format", "word"], "unknown_format"),
        (vec!["show", &latin], "file_unreadable"),
        (vec!["show", &directory], "file_unreadable"),
        (vec!["show", "dvla/nothing"], "file_unreadable"),
        (vec!["run", "dvla/sorn", "--answers", &empty], "answers_unreadable"),
    ] {
        let output = form(&arguments);
        let said = stderr(&output);
        assert_eq!(output.status.code(), Some(1), "{arguments:?}");
        assert!(said.starts_with(&format!("refused: {code}\n")), "{arguments:?}: {said}");
    }
    assert_eq!(form(&["run"]).status.code(), Some(2));
}

#[test]
fn the_schema_is_the_one_that_editors_find_beside_the_services() {
    let committed = std::fs::read_to_string(shipped("service.schema.json")).expect("it ships");

    assert_eq!(stdout(&form(&["schema"])), committed);
}
