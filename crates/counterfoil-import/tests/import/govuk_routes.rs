//! GOV.UK Forms: where a journey goes.

use counterfoil_form::Outcome;
use counterfoil_import::Verdict;
use serde_json::{Value as Json, json};

use crate::explored::comes_to_its_end;
use crate::govuk::{choice, document, step};
use crate::support::{definition, imported, said, verdict, walked};

/// A choice between A, B and none with these routes, then three questions.
fn forked(routes: Json) -> Json {
    let mut first = choice("s1", Some("s2"), "true", &["A", "B"]);
    first["data"]["is_optional"] = json!(true);
    first["routing_conditions"] = routes;
    document(json!([
        first,
        step("s2", Some("s3"), "email", json!(null)),
        step("s3", Some("s4"), "email", json!(null)),
        step("s4", None, "email", json!(null)),
    ]))
}

/// The pages after the first when this is chosen.
fn after(form: &Json, chosen: &str) -> Vec<String> {
    let mail = "a@b.uk";
    let answers = json!({
        "question-s1": chosen, "question-s2": mail, "question-s3": mail, "question-s4": mail,
    });
    let run = walked(form, &answers);
    assert_eq!(run.outcome, Outcome::Complete, "{:?}", run.errors);
    run.path.into_iter().skip(1).filter(|path| path.starts_with("question")).collect()
}

#[test]
fn an_answer_leads_to_a_step_or_to_the_end_and_no_match_to_the_next_step() {
    let form = forked(json!([
        { "answer_value": "B", "goto_page_id": "s3", "routing_page_id": "s1" },
        { "answer_value": "none_of_the_above", "skip_to_end": true },
    ]));

    assert_eq!(after(&form, "A"), ["question-s2", "question-s3", "question-s4"]);
    assert_eq!(after(&form, "B"), ["question-s3", "question-s4"]);
    assert!(after(&form, "none_of_the_above").is_empty());
    comes_to_its_end(&definition(&form));
}

#[test]
fn a_first_condition_without_an_answer_is_the_default_and_wins() {
    let form = forked(json!([
        { "answer_value": null, "goto_page_id": "s4" }, { "answer_value": "B", "goto_page_id": "s3" },
    ]));

    for chosen in ["A", "B"] {
        let run = walked(&form, &json!({ "question-s1": chosen, "question-s4": "a@b.uk" }));
        assert_eq!((run.outcome, run.path[1].as_str()), (Outcome::Complete, "question-s4"));
    }
}

#[test]
fn a_second_condition_without_an_answer_is_never_taken() {
    let form = forked(json!([
        { "answer_value": "B", "goto_page_id": "s3" }, { "answer_value": "", "goto_page_id": "s4" },
    ]));

    assert_eq!(after(&form, "A")[0], "question-s2");
    assert!(said(&form, "setting").iter().any(|message| message.contains("never taken")));
}

#[test]
fn a_secondary_skip_leads_past_the_other_branch() {
    let mut form = forked(json!([{ "answer_value": "B", "goto_page_id": "s3" }]));
    form["steps"][1]["routing_conditions"] = json!([{
        "answer_value": null, "goto_page_id": "s4", "check_page_id": "s1", "routing_page_id": "s2",
    }]);

    assert_eq!(after(&form, "A"), ["question-s2", "question-s4"]);
    assert_eq!(after(&form, "B"), ["question-s3", "question-s4"]);
}

#[test]
fn exit_pages_old_and_new_end_the_journey() {
    let old =
        json!([{ "answer_value": "A", "exit_page_heading": "Stop", "exit_page_markdown": "Go" }]);
    let mut new = forked(json!([{ "answer_value": "A", "exit_page_id": "e1" }]));
    new["steps"][0]["exit_pages"] = json!([{ "id": "e1", "heading": "Stop", "markdown": "Go" }]);

    for form in [forked(old), new] {
        let run = walked(&form, &json!({ "question-s1": "A" }));
        assert_eq!(run.outcome, Outcome::Ineligible);
        let definition = definition(&form);
        assert_eq!(definition.exits[0].title.en, "Stop");
        assert_eq!(definition.exits[0].content[0].text.en, "Go");
        comes_to_its_end(&definition);
    }
}

#[test]
fn routes_that_lead_nowhere_or_back_are_reported() {
    let nowhere = forked(json!([{ "answer_value": "A", "goto_page_id": "s9" }]));
    let mut back = forked(json!([]));
    back["steps"][3]["next_step_id"] = json!("s2");
    let unknown = forked(json!([{ "answer_value": "Z", "goto_page_id": "s3" }]));

    assert!(said(&nowhere, "dangling-route").iter().any(|message| message.contains("s9")));
    assert_eq!(said(&back, "loop-cut").len(), 1);
    assert!(said(&unknown, "condition").iter().any(|message| message.contains('Z')));
    assert_eq!(verdict(&unknown), Verdict::Degraded);
}

#[test]
fn routes_on_ticks_and_texts_are_not_taken_as_the_runner_takes_none() {
    let mut form = forked(json!([]));
    form["steps"][1]["routing_conditions"] = json!([{ "answer_value": "x", "skip_to_end": true }]);

    assert_eq!(after(&form, "A").len(), 3);
    assert_eq!(said(&form, "condition").len(), 1);
}

#[test]
fn the_first_version_has_pages_instead_of_steps() {
    let page = |id: u32, next: Json| {
        json!({
            "id": id, "next_page": next, "question_text": format!("Q{id}"), "answer_type": "email",
            "is_optional": true, "answer_settings": null, "routing_conditions": [],
        })
    };
    let form = json!({ "name": "Old", "start_page": 2, "pages": [page(2, json!(5)), page(5, json!(null))] });

    let import = imported(&form);

    assert_eq!(import.report.format, "govuk-forms");
    let definition = import.definition.expect("it is not refused");
    let paths: Vec<&str> = definition.pages.iter().map(|page| page.path.as_str()).collect();
    assert_eq!(paths, ["question-2", "question-5"]);
    assert!(definition.pages.iter().all(|page| page.fields[0].optional));
    comes_to_its_end(&definition);
}
