//! Pages and the code that runs them.

use counterfoil_form::Outcome;
use counterfoil_form::definition::field::Kind;
use counterfoil_import::Verdict;
use serde_json::{Value as Json, json};

use crate::support::{
    content, definition, form, imported, kinds, page, page_at, summary, text, verdict, walked, with,
};

/// Page one, a page with this controller, then the summary.
fn with_controller(controller: &str, components: Json) -> Json {
    let mut middle = page("/two", "Two", components, json!([{ "path": "/summary" }]));
    middle["controller"] = json!(controller);
    form(json!([
        page("/one", "One", json!([text("a")]), json!([{ "path": "/two" }])),
        middle,
        summary(),
    ]))
}

#[test]
fn controllers_are_told_by_class_and_by_file() {
    for (controller, kind) in [
        ("./pages/start.js", None),
        ("StartPageController", None),
        ("./pages/continue.js", None),
        ("UploadPageController", None),
        ("SummaryPageController", Some("summary")),
        ("pages/summary", Some("summary")),
        ("./pages/confirm.js", Some("summary")),
        ("./pages/dob.js", None),
        ("./pages/start-date.js", Some("custom-controller")),
        ("AddressLookupPageController", Some("external")),
        ("MagicLinkStartPageController", Some("identity")),
        ("RepeatingSectionSummaryPageController", Some("repeat")),
        ("MiniSummaryPageController", Some("summary")),
        ("LandParcelPageController", Some("custom-controller")),
    ] {
        let kinds = kinds(&with_controller(controller, json!([])));
        let found: Vec<&str> = kinds
            .iter()
            .map(String::as_str)
            .filter(|kind| !["summary", "to-complete", "words"].contains(kind))
            .collect();
        let expected: Vec<&str> = kind.into_iter().filter(|kind| *kind != "summary").collect();
        assert_eq!(found, expected, "{controller}");
    }
}

#[test]
fn ordinary_questions_on_a_page_with_unknown_code_are_asked() {
    let form = with_controller("LandParcelPageController", json!([text("b"), text("c")]));

    let definition = definition(&form);

    assert_eq!(page_at(&definition, "two").fields.len(), 2);
    assert_eq!(verdict(&form), Verdict::Degraded);
}

#[test]
fn a_page_that_only_runs_unknown_code_is_passed_over() {
    let form = with_controller("MagicLinkRedirectController", json!([]));

    let definition = definition(&form);

    let paths: Vec<&str> = definition.pages.iter().map(|page| page.path.as_str()).collect();
    assert_eq!(paths, ["one"]);
    assert_eq!(definition.pages[0].next[0].to, "check-answers");
}

#[test]
fn a_form_of_which_nothing_can_be_known_is_refused_with_the_reason() {
    for (form, kind) in [
        (form(json!([])), "no-pages"),
        (form(json!([page("/one", "One", json!([]), json!([]))])), "no-questions"),
        (form(json!([summary()])), "no-pages"),
    ] {
        let import = imported(&form);
        assert!(import.definition.is_none());
        assert_eq!(import.report.verdict, Verdict::Refused);
        let kinds: Vec<&str> = import.report.issues.iter().map(|one| one.kind.as_str()).collect();
        assert!(kinds.contains(&kind), "{kinds:?}");
    }
}

/// A form whose second page repeats rows of a description and an amount.
fn repeating(options: Json, beside: Json) -> Json {
    let mut components = vec![
        json!({ "type": "Para", "content": "About costs" }),
        json!({
            "type": "MultiInputField", "name": "costs", "title": "Cost", "hint": "Not shown",
            "options": options,
            "children": [
                { "type": "TextField", "name": "what", "title": "What is it?" },
                { "type": "NumberField", "name": "amount", "title": "Amount", "options": { "prefix": "£" } },
            ],
        }),
    ];
    components.extend(beside.as_array().expect("a list").iter().cloned());
    let mut form = with_controller("RepeatingFieldPageController", json!(components));
    form["pages"][1]["options"] = json!({ "customText": { "samePageTitle": "Your costs" } });
    form
}

#[test]
fn rows_of_questions_are_a_group() {
    let form = repeating(json!({ "maxMultiInputFieldRows": 3, "columnTitles": ["A"] }), json!([]));

    let definition = definition(&form);

    let group = &definition.groups[0];
    assert_eq!((group.path.as_str(), group.title.en.as_str()), ("two", "Your costs"));
    assert_eq!((group.item.en.as_str(), group.min, group.max), ("Cost", 1, 3));
    assert_eq!(group.named_by, ["what"]);
    assert_eq!(content(&group.pages[0]), ["About costs"]);
    assert_eq!(group.pages[0].next[0].to, "two");
    assert!(matches!(group.pages[0].fields[1].answer, Kind::Number(_)));
    let answers = json!({ "a": "x", "two": [
        { "what": "Paint", "amount": "10.50" }, { "what": "Brushes", "amount": 3 },
    ] });
    let run = walked(&form, &answers);
    assert_eq!(run.outcome, Outcome::Complete, "{:?}", run.errors);
    assert_eq!(run.answers["two"][1]["what"], "Brushes");
    assert_eq!(verdict(&form), Verdict::Supported);
}

#[test]
fn rows_may_be_none_where_the_component_is_optional() {
    let form = repeating(json!({ "required": false }), json!([]));

    assert_eq!(definition(&form).groups[0].min, 0);
}

#[test]
fn questions_beside_rows_are_asked_before_them() {
    let form = repeating(json!({}), json!([text("total")]));

    let definition = definition(&form);

    assert_eq!(page_at(&definition, "two").next[0].to, definition.groups[0].path);
    assert_eq!(definition.groups[0].path, "two-list");
    assert_eq!(definition.groups[0].next[0].to, "check-answers");
}

#[test]
fn a_single_question_and_the_old_pair_of_text_and_number_repeat_too() {
    let single = with_controller("RepeatingFieldPageController", json!([text("name")]));
    let pair = with_controller(
        "RepeatingFieldPageController",
        json!([{
            "type": "MultiInputField", "name": "costs", "title": "Cost",
            "options": { "textFieldTitle": "Source", "numberFieldTitle": "Pounds" },
        }]),
    );

    assert_eq!(definition(&single).groups[0].pages[0].fields[0].id, "name");
    let pair = definition(&pair);
    let labels: Vec<&str> =
        pair.groups[0].pages[0].fields.iter().map(|field| field.label.en.as_str()).collect();
    assert_eq!(labels, ["Source", "Pounds"]);
}

#[test]
fn the_answers_of_rows_cannot_steer_what_comes_after_and_that_is_said() {
    let mut form = repeating(json!({}), json!([]));
    form["pages"][1]["next"] =
        json!([{ "path": "/three", "condition": "dear" }, { "path": "/summary" }]);
    let three = page("/three", "Three", json!([text("b")]), json!([]));
    form["pages"].as_array_mut().expect("a list").push(three);
    form["conditions"] = json!([{ "name": "dear", "value": "amount > 100" }]);

    assert!(kinds(&form).contains(&"condition".to_owned()));
    assert_eq!(verdict(&form), Verdict::Degraded);
    definition(&form);
}

#[test]
fn text_of_a_summary_belongs_to_the_declaration() {
    let mut form = with_controller("CustomSummaryPageController", json!([]));
    form["pages"][1]["options"] =
        json!({ "customText": { "endContent": "<p>You confirm this</p>" } });
    let form = with(form, json!({ "declaration": "<b>I declare</b>" }));

    let definition = definition(&form);

    let declared: Vec<&str> =
        definition.declaration.content.iter().map(|block| block.text.en.as_str()).collect();
    assert_eq!(declared[..2], ["**I declare**", "You confirm this"]);
}

#[test]
fn two_dates_are_compared_as_the_page_says() {
    let date = |name: &str| {
        json!({ "type": "DatePartsField", "name": name, "title": name, "options": {
            "customValidationMessages": { "date.min": "Not before the first", "date.max": "Not later" },
        } })
    };
    let mut form = with_controller("DateComparisonPageController", json!([date("b"), date("c")]));
    form["pages"][1]["options"] = json!({ "firstDateComponent": "b", "secondDateComponent": "c" });

    let answers = |b: &str, c: &str| json!({ "a": "x", "b": b, "c": c });
    let message = |answers: &Json| walked(&form, answers).errors[0].message.clone();

    assert_eq!(walked(&form, &answers("2026-01-01", "2026-01-01")).outcome, Outcome::Complete);
    assert_eq!(message(&answers("2026-01-02", "2026-01-01")), "Not before the first");
    assert_eq!(message(&answers("2027-01-02", "2026-01-01")), "Not later");
    assert_eq!(verdict(&form), Verdict::Supported);
}

#[test]
fn the_age_group_that_a_page_works_out_steers_routes() {
    let born = json!([{ "type": "DatePartsField", "name": "dob", "title": "Date of birth" }]);
    let mut form = with_controller("./pages/dob.js", born);
    form["pages"][1]["next"] = json!([
        { "path": "/old", "condition": "isOld" }, { "path": "/young", "condition": "isYoung" }, { "path": "/summary" },
    ]);
    for (path, name) in [("/old", "old"), ("/young", "young")] {
        let page = page(path, path, json!([text(name)]), json!([{ "path": "/summary" }]));
        form["pages"].as_array_mut().expect("a list").push(page);
    }
    form["conditions"] = json!([
        { "name": "isOld", "value": "ageGroup == 'senior'" },
        { "name": "isYoung", "value": "ageGroup == 'junior'" },
    ]);

    for (born, expected) in [
        ("1960-11-23", "old"),
        ("1960-11-24", "check-answers"),
        ("2013-11-23", "check-answers"),
        ("2013-11-24", "young"),
    ] {
        let run = walked(&form, &json!({ "a": "x", "dob": born }));
        assert_eq!(run.path[2], expected, "{born}");
    }
}

#[test]
fn a_page_whose_questions_repeat_together_is_a_group() {
    let mut form =
        with_controller("RepeatedMultiFieldPageController", json!([text("b"), text("c")]));
    form["pages"][1]["options"] = json!({
        "sectionKey": "people",
        "customText": { "cardTitle": "Person {index}", "separatePageTitle": "The people" },
    });

    let definition = definition(&form);

    let group = &definition.groups[0];
    assert_eq!((group.title.en.as_str(), group.item.en.as_str()), ("The people", "Person"));
    assert_eq!((group.min, group.pages[0].fields.len()), (1, 2));
    assert_eq!(verdict(&form), Verdict::Supported);
}

#[test]
fn a_summary_that_asks_is_a_page_before_check_answers() {
    let form = with_controller("HeadlessSummaryPageController", json!([text("agree")]));

    let definition = definition(&form);

    assert_eq!(page_at(&definition, "two").fields[0].id, "agree");
    assert_eq!(page_at(&definition, "two").next[0].to, "check-answers");
}

#[test]
fn questions_within_a_component_are_asked_each_for_itself() {
    let form = with_controller(
        "",
        json!([
            { "type": "Fieldset", "name": "f", "title": "Reach you", "components": [text("b"), text("c")],
              "options": { "validation": [{ "minRequired": 1, "fields": ["b", "c"] }] } },
            { "type": "ContactDetailsCollection", "name": "d", "title": "Contact" },
            { "type": "HiddenField", "name": "h", "options": { "value": "x" } },
        ]),
    );

    let definition = definition(&form);

    let page = page_at(&definition, "two");
    let ids: Vec<&str> = page.fields.iter().map(|field| field.id.as_str()).collect();
    assert_eq!(ids, ["b", "c", "mobile_number", "landline_number", "email_address"]);
    assert_eq!(content(page), ["### Reach you"]);
    for kind in ["rule", "template"] {
        assert!(kinds(&form).contains(&kind.to_owned()), "{kind}");
    }
    assert_eq!(verdict(&form), Verdict::Degraded);
}
