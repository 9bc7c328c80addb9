//! GOV.UK Forms: questions, their rules, repeats, terms and both languages.

use counterfoil_form::Outcome;
use counterfoil_form::definition::Definition;
use counterfoil_form::definition::condition::{Day, Distance};
use counterfoil_form::definition::field::{Kind as Answer, NameParts};
use counterfoil_import::{Options, Verdict, import};
use serde_json::{Value as Json, json};

use crate::explored::comes_to_its_end;
use crate::support::{content, definition, field, kinds, page_at, verdict, walked, with};

/// A document, version 2, of these steps.
pub(crate) fn document(steps: Json) -> Json {
    json!({
        "form_id": "7", "name": "Keep a goose", "language": "en", "start_page": "s1",
        "available_languages": ["en"], "steps": steps,
    })
}

/// A step that asks for this type of answer and leads to `next`.
pub(crate) fn step(id: &str, next: Option<&str>, sort: &str, settings: Json) -> Json {
    json!({
        "id": id, "next_step_id": next, "type": "question", "routing_conditions": [],
        "data": {
            "question_text": format!("Question {id}?"), "answer_type": sort, "is_optional": false,
            "answer_settings": settings, "is_repeatable": false,
        },
    })
}

/// A step that offers these, one of them or several.
pub(crate) fn choice(id: &str, next: Option<&str>, one: &str, options: &[&str]) -> Json {
    let options: Vec<Json> = options.iter().map(|name| json!({ "name": name })).collect();
    step(id, next, "selection", json!({ "only_one_option": one, "selection_options": options }))
}

/// The answer of the only question of this type.
fn asked(sort: &str, settings: Json) -> Answer {
    let form = document(json!([step("s1", None, sort, settings)]));
    let definition = definition(&form);
    comes_to_its_end(&definition);
    definition.pages[0].fields[0].answer.clone()
}

#[test]
fn texts_numbers_and_dates_have_the_limits_of_the_runner() {
    let Answer::Text(line) = asked("text", json!({ "input_type": "single_line" })) else {
        panic!()
    };
    let Answer::LongText(long) = asked("text", json!({ "input_type": "long_text" })) else {
        panic!()
    };
    let Answer::Number(number) = asked("number", json!(null)) else { panic!() };
    let Answer::Date(born) = asked("date", json!({ "input_type": "date_of_birth" })) else {
        panic!()
    };
    let Answer::Date(other) = asked("date", json!({ "input_type": "other_date" })) else {
        panic!()
    };

    assert_eq!((line.max, long.max), (499, 4_999));
    assert_eq!((number.min, number.decimals), (0, 6));
    assert!(born.birthday && born.latest == Some(Day::Ago(Distance::default())));
    assert!(!other.birthday && other.latest.is_none());
}

#[test]
fn names_and_addresses_have_the_parts_that_their_settings_say_in_quotation_marks() {
    let settings = json!({ "input_type": "first_middle_and_last_name", "title_needed": "true" });
    let Answer::Name(name) = asked("name", settings) else { panic!() };
    let plain = json!({ "input_type": "full_name", "title_needed": "false" });
    let Answer::Name(full) = asked("name", plain) else { panic!() };
    let uk = json!({ "input_type": { "uk_address": "true", "international_address": "false" } });
    let abroad = json!({ "input_type": { "uk_address": "true", "international_address": "true" } });

    assert_eq!((name.parts, name.title, name.max), (NameParts::FirstMiddleLast, true, Some(499)));
    assert_eq!((full.parts, full.title), (NameParts::Full, false));
    assert!(matches!(asked("address", uk), Answer::UkAddress(rule) if rule.max == Some(499)));
    assert!(matches!(asked("address", abroad), Answer::InternationalAddress));
}

#[test]
fn the_other_answer_types_have_kinds_of_their_own() {
    assert!(matches!(asked("email", json!(null)), Answer::Email));
    assert!(matches!(asked("phone_number", json!(null)), Answer::Telephone));
    let nino = asked("national_insurance_number", json!(null));
    assert!(matches!(nino, Answer::NationalInsuranceNumber(rule) if !rule.suffix_optional));
    let name = asked("organisation_name", json!(null));
    assert!(matches!(name, Answer::Organisation(rule) if rule.max == 499));
    let Answer::File(file) = asked("file", json!(null)) else { panic!() };
    assert_eq!((file.max_bytes, file.min, file.max), (7 * 1024 * 1024, 1, 1));
    assert!(file.accept.contains(&"application/pdf".to_owned()));
    let form = document(json!([step("s1", None, "hologram", json!(null))]));
    assert_eq!(verdict(&form), Verdict::Degraded);
    assert!(kinds(&form).contains(&"unknown-component".to_owned()));
}

#[test]
fn an_optional_selection_offers_none_of_the_above_and_cannot_be_skipped() {
    let mut one = choice("s1", Some("s2"), "true", &["Red", "Blue"]);
    let mut many = choice("s2", None, "0", &["Red", "Blue"]);
    one["data"]["is_optional"] = json!(true);
    many["data"]["is_optional"] = json!(true);
    let definition = definition(&document(json!([one, many])));

    let Answer::Radios(radios) = &field(&definition, "question-s1").answer else { panic!() };
    let Answer::Checkboxes(boxes) = &field(&definition, "question-s2").answer else { panic!() };

    let values: Vec<&str> = radios.options.iter().map(|one| one.value.as_str()).collect();
    assert_eq!(values, ["Red", "Blue", "none_of_the_above"]);
    assert_eq!(boxes.exclusive.as_deref(), Some("none_of_the_above"));
    assert!(definition.pages.iter().all(|page| !page.fields[0].optional));
}

#[test]
fn the_question_below_none_of_the_above_is_asked_only_then() {
    let mut asks = choice("s1", Some("s2"), "true", &["Red", "Blue"]);
    asks["data"]["is_optional"] = json!(true);
    asks["data"]["answer_settings"]["none_of_the_above_question"] =
        json!({ "question_text": "Which then?", "is_optional": "false" });
    let form = document(json!([asks, step("s2", None, "email", json!(null))]));

    let red = walked(&form, &json!({ "question-s1": "Red", "question-s2": "a@b.uk" }));
    let none = json!({
        "question-s1": "none_of_the_above", "question-s1-none": "Green", "question-s2": "a@b.uk",
    });
    let none = walked(&form, &none);

    assert_eq!((red.outcome, none.outcome), (Outcome::Complete, Outcome::Complete));
    assert!(!red.path.contains(&"question-s1-none".to_owned()), "{:?}", red.path);
    assert!(none.path.contains(&"question-s1-none".to_owned()), "{:?}", none.path);
    comes_to_its_end(&definition(&form));
}

#[test]
fn a_long_list_of_choices_is_found_by_typing() {
    let names: Vec<String> = (0..31).map(|number| format!("Town {number}")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let form = document(json!([choice("s1", None, "true", &names)]));

    let definition = definition(&form);

    let answer = &definition.pages[0].fields[0].answer;
    assert!(matches!(answer, Answer::Select(rule) if rule.autocomplete));
}

#[test]
fn a_question_that_repeats_is_a_list_of_up_to_fifty() {
    let mut asks = step("s1", None, "text", json!({ "input_type": "single_line" }));
    asks["data"]["is_repeatable"] = json!(true);
    let mut maybe = asks.clone();
    maybe["data"]["is_optional"] = json!(true);

    let once = definition(&document(json!([asks])));
    let never = definition(&document(json!([maybe])));

    assert_eq!((once.groups[0].min, once.groups[0].max), (1, 50));
    assert_eq!(never.groups[0].min, 0);
    comes_to_its_end(&once);
    comes_to_its_end(&never);
}

#[test]
fn a_page_heading_and_its_guidance_stand_above_the_question() {
    let mut asks = step("s1", None, "email", json!(null));
    asks["data"]["page_heading"] = json!("Before you give your email");
    asks["data"]["guidance_markdown"] =
        json!("# Read this\r\n\r\n* one\n* [two](https://a.uk)\n\nMore <b>bold</b>");
    asks["data"]["hint_text"] = json!("We write to it");

    let definition = definition(&document(json!([asks])));

    let page = page_at(&definition, "question-s1");
    assert_eq!(
        content(page),
        [
            "## Before you give your email",
            "## Read this\n\n- one\n- [two](https://a.uk)\n\nMore **bold**"
        ]
    );
    assert_eq!(page.fields[0].hint.as_ref().expect("there is one").en, "We write to it");
}

#[test]
fn what_a_form_says_as_a_whole_is_kept() {
    let form = with(
        document(json!([step("s1", None, "email", json!(null))])),
        json!({
            "declaration_markdown": "I keep **geese**", "what_happens_next_markdown": "We will call",
            "payment_url": "https://pay.example/1", "support_email": "a@example.uk",
            "support_phone": "01632 960000\nMonday", "support_url": "https://help.example",
            "support_url_text": "Help", "privacy_policy_url": "https://privacy.example",
            "submission_type": "s3", "brand_id": "geese",
        }),
    );

    let definition = definition(&form);

    assert_eq!(definition.declaration.content[0].text.en, "I keep **geese**");
    let said = |list: &[counterfoil_form::Sentence]| {
        list.iter().map(|one| one.text.en.clone()).collect::<Vec<_>>().join(" | ")
    };
    let next = said(&definition.next_steps);
    assert!(next.starts_with("We will call") && next.contains("https://pay.example/1"), "{next}");
    let contact = said(&definition.contact);
    for part in ["a@example.uk", "01632 960000 Monday", "Help", "https://privacy.example"] {
        assert!(contact.contains(part), "{contact}");
    }
    assert_eq!(verdict(&form), Verdict::Degraded, "it has to be paid for");
    let kinds = kinds(&form);
    assert!(["payment", "delivery", "setting"].iter().all(|kind| kinds.iter().any(|k| k == kind)));
}

/// The definition of two documents.
fn merged(one: &Json, other: &Json) -> (Definition, Vec<String>) {
    let other = other.to_string();
    let options = Options { welsh: Some(other.as_bytes()), ..Options::default() };
    let import = import(one.to_string().as_bytes(), &options).expect("both are forms");
    let said = import.report.issues.iter().map(|issue| issue.message.clone()).collect();
    (import.definition.expect("it is not refused"), said)
}

#[test]
fn documents_in_two_languages_are_merged_by_the_ids_of_steps_and_the_values_of_choices() {
    let options = |names: [&str; 2]| {
        json!({ "only_one_option": "true", "selection_options": [
            { "name": names[0], "value": "Red" }, { "name": names[1], "value": "Blue" },
        ] })
    };
    let mut english = document(json!([
        step("s1", Some("s2"), "selection", options(["Red", "Blue"])),
        step("s2", None, "email", json!(null)),
    ]));
    english["steps"][0]["routing_conditions"] = json!([{
        "id": 1, "answer_value": "Blue", "exit_page_heading": "Stop", "exit_page_markdown": "No geese",
    }]);
    let mut welsh = english.clone();
    welsh["language"] = json!("cy");
    welsh["name"] = json!("Cadw gŵydd");
    welsh["steps"][0]["data"]["question_text"] = json!("Pa liw?");
    welsh["steps"][0]["data"]["answer_settings"] = options(["Coch", "Glas"]);
    welsh["steps"][0]["routing_conditions"][0]["exit_page_heading"] = json!("Stopiwch");
    welsh["steps"].as_array_mut().expect("it is a list").reverse();
    welsh["steps"][1]["position"] = json!(1);
    welsh["steps"][0]["position"] = json!(2);

    for (one, other) in [(&english, &welsh), (&welsh, &english)] {
        let (definition, said) = merged(one, other);
        assert_eq!(
            (definition.title.en.as_str(), definition.title.cy.as_str()),
            ("Keep a goose", "Cadw gŵydd")
        );
        let asked = field(&definition, "question-s1");
        assert_eq!((asked.label.en.as_str(), asked.label.cy.as_str()), ("Question s1?", "Pa liw?"));
        let Answer::Radios(rule) = &asked.answer else { panic!() };
        assert_eq!(
            (rule.options[1].label.en.as_str(), rule.options[1].label.cy.as_str()),
            ("Blue", "Glas")
        );
        assert_eq!(definition.exits[0].title.cy, "Stopiwch");
        assert!(!said.iter().any(|message| message.contains("counterpart")), "{said:?}");
    }
}

#[test]
fn a_document_in_welsh_alone_says_that_the_english_is_missing() {
    let mut form = document(json!([step("s1", None, "email", json!(null))]));
    form["language"] = json!("cy");

    assert!(kinds(&form).contains(&"language".to_owned()));
}
