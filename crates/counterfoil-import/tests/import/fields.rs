//! Questions and their answers.

use counterfoil_form::definition::condition::{Day, Distance};
use counterfoil_form::definition::field::Kind;
use counterfoil_import::Verdict;
use serde_json::{Value as Json, json};

use crate::support::{definition, field, kinds, one_page, said, text, verdict, with};

/// The answer of a component of this type.
fn answer(sort: &str, more: Json) -> Kind {
    let component = with(json!({ "type": sort, "name": "x", "title": "A question" }), more);
    let form = with(
        one_page(json!([component])),
        json!({ "lists": [{ "name": "colours", "items": [
            { "text": "Red", "value": "red", "description": "Like a rose" },
            { "text": "Blue", "value": 2 },
        ] }] }),
    );
    definition(&form).pages[0].fields[0].answer.clone()
}

#[test]
fn every_type_of_question_has_its_kind_of_answer() {
    let lists = json!({ "list": "colours" });
    for (sort, more, expected) in [
        (
            "TextField",
            json!({ "schema": { "max": 40, "min": 2 } }),
            r#"{"text":{"min":2,"max":40}}"#,
        ),
        (
            "TextField",
            json!({ "schema": { "max": "900" } }),
            r#"{"long-text":{"min":1,"max":900}}"#,
        ),
        (
            "MultilineTextField",
            json!({ "options": { "maxWords": "250", "rows": 8 } }),
            r#"{"long-text":{"min":1,"max":20000,"max_words":250,"rows":8}}"#,
        ),
        (
            "NumberField",
            json!({ "schema": { "min": 0, "max": 9, "precision": 1 }, "options": { "suffix": "kg" } }),
            r#"{"number":{"min":0,"max":9,"decimals":1,"suffix":"kg"}}"#,
        ),
        ("EmailAddressField", json!({}), r#""email""#),
        ("TelephoneNumberField", json!({}), r#""telephone""#),
        ("WebsiteField", json!({}), r#""website""#),
        ("TimeField", json!({}), r#""time""#),
        ("MonthYearField", json!({}), r#"{"month-year":{}}"#),
        ("UkAddressField", json!({}), r#"{"uk-address":{}}"#),
        ("YesNoField", json!({}), r#"{"yes-no":{"yes":"Yes","no":"No"}}"#),
        (
            "RadiosField",
            lists.clone(),
            r#"{"radios":{"options":[{"value":"red","label":"Red","hint":"Like a rose"},{"value":"2","label":"Blue"}]}}"#,
        ),
        (
            "AutocompleteField",
            json!({ "options": { "list": "colours" } }),
            r#"{"select":{"options":[{"value":"red","label":"Red","hint":"Like a rose"},{"value":"2","label":"Blue"}],"autocomplete":true}}"#,
        ),
        (
            "SelectField",
            json!({ "values": { "type": "static", "items": [{ "label": "One", "value": "1" }] } }),
            r#"{"select":{"options":[{"value":"1","label":"One"}]}}"#,
        ),
        (
            "CheckboxesField",
            json!({ "list": "colours", "options": { "finalValue": "2" } }),
            r#"{"checkboxes":{"options":[{"value":"red","label":"Red","hint":"Like a rose"},{"value":"2","label":"Blue"}],"exclusive":"2"}}"#,
        ),
    ] {
        let got = serde_json::to_string(&answer(sort, more)).expect("it is JSON");
        assert_eq!(got, expected, "{sort}");
    }
}

#[test]
fn dates_keep_their_distance_from_today() {
    let options = json!({ "options": { "maxDaysInPast": "30", "maxDaysInFuture": 0 } });

    let Kind::Date(rule) = answer("DatePartsField", options) else { panic!("a date") };

    let days = |days| Distance { days, ..Distance::default() };
    assert_eq!(rule.earliest, Some(Day::Ago(days(30))));
    assert_eq!(rule.latest, Some(Day::Ahead(days(0))));
}

#[test]
fn a_day_with_a_time_is_two_questions() {
    let form =
        one_page(json!([{ "type": "DateTimePartsField", "name": "when", "title": "When?" }]));

    let definition = definition(&form);

    assert!(matches!(field(&definition, "when").answer, Kind::Date(_)));
    assert!(matches!(field(&definition, "when-time").answer, Kind::Time));
}

#[test]
fn files_are_taken_by_type_number_and_size() {
    let form = one_page(json!([{
        "type": "ClientSideFileUploadField", "name": "plans", "title": "Your plans",
        "options": {
            "minimumRequiredFiles": 2,
            "dropzoneConfig": {
                "maxFiles": 4, "maxFilesize": 10,
                // Mistyped as in real forms: a full stop is missing.
                "acceptedFiles": ".pdf, image/jpeg,application/vndopenxmlformats-officedocument.wordprocessingml.document",
            },
        },
    }]));

    let Kind::File(rule) = field(&definition(&form), "plans").answer.clone() else {
        panic!("a file")
    };

    assert_eq!((rule.min, rule.max, rule.max_bytes), (2, 4, 10 * 1024 * 1024));
    assert_eq!(rule.accept.len(), 3, "{:?}", rule.accept);
    let none = one_page(json!([{
        "type": "ClientSideFileUploadField", "name": "x", "title": "X", "options": { "minimumRequiredFiles": 0 },
    }]));
    assert!(field(&self::definition(&none), "x").optional);
    let odd = one_page(json!([{
        "type": "FileUploadField", "name": "x", "title": "X", "options": { "accept": ".exe" },
    }]));
    assert_eq!(said(&odd, "rule").len(), 1);
}

#[test]
fn patterns_match_a_part_as_in_javascript_and_those_that_cannot_be_checked_are_said() {
    let with_pattern = |regex: &str| {
        one_page(json!([{
            "type": "TextField", "name": "x", "title": "X", "schema": { "regex": regex },
        }]))
    };
    let fits = |regex: &str, text: &str| {
        let Kind::Text(rule) = field(&definition(&with_pattern(regex)), "x").answer.clone() else {
            panic!("a text")
        };
        rule.pattern.expect("it has a pattern").matches(text)
    };

    assert!(fits("^[A-Z]{2}\\d+$", "AB12") && !fits("^[A-Z]{2}\\d+$", "xAB12"));
    assert!(fits("\\d", "a1b"), "a part is enough");
    assert!(!fits("^\\d$", "٣"), "digits are those of ASCII");
    assert!(fits("/^ab$/i", "AB"));
    assert!(fits("^[\\w&[]+$", "a&["));
    assert_eq!(said(&with_pattern("^(?=a)b"), "rule").len(), 1);
    assert_eq!(verdict(&with_pattern("^(?=a)b")), Verdict::Degraded);
}

#[test]
fn messages_go_to_what_is_wrong_and_others_are_said() {
    let form = one_page(json!([{
        "type": "NumberField", "name": "age", "title": "Age",
        "schema": { "min": 1, "precision": 0 },
        "options": { "customValidationMessages": {
            "any.required": "Enter an age", "number.base": "{{#label}} must be a number",
            "number.min": "At least {{#limit}}", "date.min": "This is never said",
        } },
    }]));

    let definition = definition(&form);

    let messages = &field(&definition, "age").messages;
    assert_eq!(messages["missing"].en, "Enter an age");
    assert_eq!(messages["not-a-number"].en, "{label} must be a number");
    assert_eq!(messages["too-small"].en, "At least {limit}");
    assert_eq!(messages.len(), 3);
    assert!(said(&form, "setting").iter().any(|message| message.contains("date.min")));
}

#[test]
fn optional_questions_say_so_once() {
    let form = one_page(json!([{
        "type": "TextField", "name": "x", "title": "Middle name (optional)", "hint": "As on your passport",
        "options": { "required": false, "summaryTitle": "Middle" },
    }]));

    let definition = definition(&form);

    let field = field(&definition, "x");
    assert!(field.optional);
    assert_eq!(field.label.en, "Middle name");
    assert_eq!(field.short.as_ref().expect("it has one").en, "Middle");
    assert_eq!(field.hint.as_ref().expect("it has one").en, "As on your passport");
}

#[test]
fn names_are_kept_where_they_are_legal_and_free_and_changes_are_said() {
    let form = one_page(json!([
        text("Abc_1"), text("Abc_1"), text("a.b/c"), { "type": "TextField", "title": "No name" },
    ]));

    let definition = definition(&form);

    let ids: Vec<&str> = definition.pages[0].fields.iter().map(|f| f.id.as_str()).collect();
    assert_eq!(ids, ["Abc_1", "Abc_1-2", "a-b-c", "no-name"]);
    assert_eq!(said(&form, "name-changed").len(), 3);
    assert_eq!(verdict(&form), Verdict::Supported);
}

#[test]
fn choices_without_a_value_of_their_own_and_lists_that_are_missing_are_said() {
    let lists = json!({ "lists": [{ "name": "l", "items": [
        { "text": "One", "value": "1" }, { "text": "Uno", "value": "1" }, { "text": "Two", "value": "" },
        { "value": "3", "condition": "c" },
        { "text": "Four", "value": "4", "conditional": { "components": [text("inner")] } },
    ] }] });
    let radios =
        |list: &str| json!({ "type": "RadiosField", "name": "x", "title": "X", "list": list });
    let form = with(one_page(json!([radios("l")])), lists);

    let definition = definition(&form);

    let Kind::Radios(rule) = &field(&definition, "x").answer else { panic!("radios") };
    let values: Vec<(&str, &str)> =
        rule.options.iter().map(|one| (one.value.as_str(), one.label.en.as_str())).collect();
    assert_eq!(values, [("1", "One"), ("Two", "Two"), ("3", "3"), ("4", "Four")]);
    assert_eq!(said(&form, "choice").len(), 2, "a repeated value, and a condition");
    assert_eq!(said(&form, "reveal").len(), 1);
    let missing = one_page(json!([radios("gone")]));
    assert!(matches!(field(&self::definition(&missing), "x").answer, Kind::Text(_)));
    assert_eq!(verdict(&missing), Verdict::Degraded);
}

#[test]
fn a_yes_or_no_through_a_list_is_a_choice_of_true_and_false() {
    let form = one_page(json!([{
        "type": "RadiosField", "name": "x", "title": "X", "list": "__yesNo",
    }]));

    let definition = definition(&form);

    let Kind::Radios(rule) = &field(&definition, "x").answer else { panic!("radios") };
    assert_eq!(rule.options[0].value, "true");
    assert_eq!(
        (rule.options[0].label.en.as_str(), rule.options[0].label.cy.as_str()),
        ("Yes", "Ie")
    );
}

#[test]
fn rich_text_is_plain_here_and_unknown_types_are_text_and_both_are_said() {
    let form = one_page(json!([
        { "type": "FreeTextField", "name": "a", "title": "A", "options": { "maxWords": 100 } },
        { "type": "HologramField", "name": "b", "title": "B" },
        { "type": "Banner", "content": "<p>Only words</p>" },
        { "type": "Nothing" },
    ]));

    let definition = definition(&form);

    assert!(matches!(field(&definition, "a").answer, Kind::LongText(_)));
    assert!(matches!(field(&definition, "b").answer, Kind::Text(_)));
    assert_eq!(said(&form, "unknown-component").len(), 3);
    assert!(kinds(&form).contains(&"rich-text".to_owned()));
    assert_eq!(verdict(&form), Verdict::Degraded);
}
