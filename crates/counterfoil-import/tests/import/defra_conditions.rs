//! DEFRA's forms: when conditions hold, as its own engine tells.

use counterfoil_form::Outcome;
use serde_json::{Value as Json, json};

use crate::defra::{but, component, linear, page, summary, yes};
use crate::support::{definition, kinds, said, text, walked};

/// A form that asks with these components, none of them required, and then `/then` when the
/// condition `c` holds.
fn asking(components: Json, conditions: Json) -> Json {
    let mut components = components;
    for component in components.as_array_mut().expect("it is a list") {
        component["options"] = json!({ "required": false });
    }
    linear(
        json!([
            page("ask", components),
            but(page("then", json!([text("then")])), json!({ "condition": "c" })),
            page("last", json!([text("last")])),
            summary(),
        ]),
        conditions,
    )
}

/// Whether the condition holds for these answers.
fn holds(form: &Json, answers: Json) -> bool {
    let mut all = json!({ "then": "x", "last": "x" });
    let map = all.as_object_mut().expect("it is an object");
    map.extend(answers.as_object().expect("it is an object").clone());
    let run = walked(form, &all);
    assert_eq!(run.outcome, Outcome::Complete, "{:?}", run.errors);
    run.path.contains(&"then".to_owned())
}

fn item(name: &str, operator: &str, sort: &str, value: Json) -> Json {
    json!({ "id": "x", "componentId": format!("c-{name}"), "operator": operator, "type": sort, "value": value })
}

fn one(item: Json) -> Json {
    json!([{ "id": "c", "displayName": "c", "items": [item] }])
}

/// A form with one question and the condition on it.
fn on(sort: &str, more: Json, operator: &str, kind: &str, value: Json) -> Json {
    asking(json!([component(sort, "a", more)]), one(item("a", operator, kind, value)))
}

#[test]
fn a_choice_is_named_by_its_id_in_its_list() {
    let list = json!({ "list": "l1" });
    let is = |operator: &str, ids: Json| {
        on(
            "RadiosField",
            list.clone(),
            operator,
            "ListItemRef",
            json!({ "listId": "l1", "itemId": ids }),
        )
    };

    assert!(holds(&is("is", json!("i1")), json!({ "a": "black" })));
    assert!(!holds(&is("is", json!("i1")), json!({ "a": "golden" })));
    assert!(holds(&is("is", json!(["i1", "i2"])), json!({ "a": "golden" })), "one of several");
    let neither = is("is not", json!(["i1", "i2"]));
    assert!(!holds(&neither, json!({ "a": "golden" })) && holds(&neither, json!({ "a": "none" })));
}

#[test]
fn is_not_holds_where_there_is_no_answer() {
    let list = json!({ "listId": "l1", "itemId": "i1" });
    let choice = on("RadiosField", json!({ "list": "l1" }), "is not", "ListItemRef", list.clone());
    let ticks = on(
        "CheckboxesField",
        json!({ "list": "l1" }),
        "does not contain",
        "ListItemRef",
        list.clone(),
    );
    let text = on("TextField", json!({}), "is not", "StringValue", json!("bee"));
    let yes_no = on("YesNoField", json!({}), "is not", "BooleanValue", json!(true));
    let number = on("NumberField", json!({}), "is not", "NumberValue", json!(3));
    let date = on("DatePartsField", json!({}), "is not", "DateValue", json!("2026-01-01"));

    for form in [&choice, &ticks, &text, &yes_no, &number, &date] {
        assert!(holds(form, json!({})), "{form}");
    }
    assert!(!holds(&choice, json!({ "a": "black" })) && !holds(&ticks, json!({ "a": ["black"] })));
    assert!(!holds(&text, json!({ "a": "bee" })) && !holds(&number, json!({ "a": 3 })));
    assert!(
        !holds(&date, json!({ "a": "2026-01-01" })) && holds(&date, json!({ "a": "2026-01-02" }))
    );
}

#[test]
fn a_comparison_other_than_is_not_does_not_hold_where_there_is_no_answer() {
    let list = json!({ "listId": "l1", "itemId": "i1" });
    let relative = json!({ "period": 1, "unit": "years", "direction": "in the past" });
    for form in [
        on("RadiosField", json!({ "list": "l1" }), "is", "ListItemRef", list.clone()),
        on("CheckboxesField", json!({ "list": "l1" }), "contains", "ListItemRef", list),
        on("YesNoField", json!({}), "is", "BooleanValue", json!(false)),
        on("DatePartsField", json!({}), "is before", "DateValue", json!("2030-01-01")),
        on("DatePartsField", json!({}), "is at least", "RelativeDate", relative),
        on("NumberField", json!({}), "is more than", "NumberValue", json!(0)),
    ] {
        assert!(!holds(&form, json!({})), "{form}");
    }
}

#[test]
fn a_missing_number_counts_as_nought_in_an_order() {
    let less = on("NumberField", json!({}), "is less than", "NumberValue", json!(5));
    let most = on("NumberField", json!({}), "is at most", "NumberValue", json!(-1));

    assert!(
        holds(&less, json!({}))
            && holds(&less, json!({ "a": 4 }))
            && !holds(&less, json!({ "a": 5 }))
    );
    assert!(!holds(&most, json!({})) && holds(&most, json!({ "a": -1 })));
}

#[test]
fn a_missing_text_counts_as_four_characters() {
    let longer = on("TextField", json!({}), "is longer than", "NumberValue", json!(3));
    let has = on("TextField", json!({}), "has length", "NumberValue", json!(3));

    assert!(holds(&longer, json!({})) && !holds(&longer, json!({ "a": "abc" })));
    assert!(!holds(&has, json!({})) && holds(&has, json!({ "a": "abc" })));
}

#[test]
fn days_are_compared_with_days_and_with_today() {
    let relative = |operator: &str, direction: &str| {
        let value = json!({ "period": 18, "unit": "years", "direction": direction });
        on("DatePartsField", json!({}), operator, "RelativeDate", value)
    };
    let before = on("DatePartsField", json!({}), "is before", "DateValue", json!("2026-05-01"));

    assert!(
        holds(&before, json!({ "a": "2026-04-30" }))
            && !holds(&before, json!({ "a": "2026-05-01" }))
    );
    // Today is 23 November 2026.
    let grown = relative("is at least", "in the past");
    assert!(
        holds(&grown, json!({ "a": "2008-11-23" })) && !holds(&grown, json!({ "a": "2008-11-24" }))
    );
    let far = relative("is more than", "in the future");
    assert!(
        holds(&far, json!({ "a": "2044-11-24" })) && !holds(&far, json!({ "a": "2044-11-23" }))
    );
}

#[test]
fn items_are_joined_by_their_coordinator_and_refer_to_other_conditions() {
    let questions = || {
        json!([component("YesNoField", "a", json!({})), component("YesNoField", "b", json!({}))])
    };
    let joined = |coordinator: &str| {
        let items = json!([{ "id": "x", "conditionId": "d" }, item("b", "is", "BooleanValue", json!(true))]);
        let c =
            json!({ "id": "c", "displayName": "c", "coordinator": coordinator, "items": items });
        asking(questions(), json!([c, yes("d", "a", true)]))
    };

    let half = json!({ "a": true, "b": false });
    assert!(holds(&joined("or"), half.clone()) && !holds(&joined("and"), half));
    assert!(holds(&joined("and"), json!({ "a": true, "b": true })));
}

#[test]
fn conditions_of_schema_1_name_fields_and_bind_and_tighter_than_or() {
    let leaf = |name: &str, value: &str, coordinator: Option<&str>| {
        json!({
            "field": { "name": name, "type": "TextField" }, "operator": "is", "coordinator": coordinator,
            "value": { "type": "Value", "value": value },
        })
    };
    let list =
        json!([leaf("a", "x", None), leaf("b", "x", Some("or")), leaf("a", "y", Some("and"))]);
    let condition =
        json!([{ "name": "c", "displayName": "c", "value": { "name": "c", "conditions": list } }]);
    let questions =
        json!([component("TextField", "a", json!({})), component("TextField", "b", json!({}))]);
    let mut form = asking(questions, condition);
    form["schema"] = json!(1);

    assert!(
        holds(&form, json!({ "a": "x", "b": "z" })) && holds(&form, json!({ "a": "y", "b": "x" }))
    );
    assert!(!holds(&form, json!({ "a": "z", "b": "x" })));
}

#[test]
fn a_condition_that_cannot_be_told_never_holds_and_is_reported() {
    let question = || json!([component("TextField", "a", json!({}))]);
    let circle = json!([
        { "id": "c", "displayName": "c", "items": [{ "conditionId": "d" }] },
        { "id": "d", "displayName": "d", "items": [{ "conditionId": "c" }] },
    ]);
    for conditions in [
        one(item("gone", "is not", "StringValue", json!("x"))),
        one(item("a", "rhymes with", "StringValue", json!("x"))),
        one(item("a", "contains", "StringValue", json!("x"))),
        circle,
        json!([]),
    ] {
        let form = asking(question(), conditions);
        assert!(!holds(&form, json!({ "a": "x" })), "{form}");
        assert!(kinds(&form).contains(&"condition".to_owned()), "{form}");
    }
}

#[test]
fn a_question_that_repeats_cannot_be_compared() {
    let repeats = but(
        page("ask", json!([component("TextField", "a", json!({}))])),
        json!({
            "title": "All", "controller": "RepeatPageController",
            "repeat": { "options": { "title": "One" }, "schema": { "min": 1, "max": 2 } },
        }),
    );
    let form = linear(
        json!([
            repeats,
            but(page("then", json!([text("then")])), json!({ "condition": "c" })),
            page("last", json!([text("last")])),
            summary(),
        ]),
        one(item("a", "is not", "StringValue", json!("x"))),
    );

    let definition = definition(&form);

    assert!(said(&form, "condition").iter().any(|message| message.contains("several times")));
    assert!(definition.pages.iter().any(|page| page.path == "last"));
}
