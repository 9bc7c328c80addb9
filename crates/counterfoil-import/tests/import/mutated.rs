//! Forms of DEFRA and of GOV.UK Forms in which something else stands in some places.

use counterfoil_import::{Options, Verdict, import};
use proptest::prelude::{Just, Strategy, any, prop, prop_assert, prop_oneof, proptest};
use serde_json::{Value as Json, json};

use crate::anything::{mutated, survives};
use crate::defra::{but, component, linear, page, summary, yes};
use crate::explored::end_of;
use crate::govuk::{choice, document, step};
use crate::support::with;

/// A form of DEFRA with something of everything.
fn defra() -> Json {
    let list = || json!({ "list": "l1" });
    let all = json!([
        component("Html", "h", json!({ "content": "<p>A</p>", "options": { "condition": "yes" } })),
        component("YesNoField", "live", json!({})),
        component("RadiosField", "kind", list()),
        component("CheckboxesField", "ticks", list()),
        component(
            "NumberField",
            "count",
            json!({ "schema": { "min": 1, "max": 5, "precision": 2 } })
        ),
        component("DatePartsField", "day", json!({ "options": { "maxDaysInPast": 3 } })),
        component("LatLongField", "where", json!({})),
        component("FileUploadField", "file", json!({ "options": { "accept": ".pdf" } })),
        component(
            "PaymentField",
            "pay",
            json!({ "options": { "conditionalAmounts": [{ "condition": "yes", "amount": 2 }] } })
        ),
        component("DeclarationField", "true", json!({ "content": "I say so" })),
    ]);
    let repeats = but(
        page(
            "hives",
            json!([component("TextField", "place", json!({ "schema": { "regex": "^a" } }))]),
        ),
        json!({
            "title": "Hives", "controller": "RepeatPageController", "condition": "both",
            "repeat": { "options": { "title": "Hive" }, "schema": { "min": 1, "max": 3 } },
        }),
    );
    let stop = but(
        page("stop", json!([component("Details", "d", json!({ "content": "No" }))])),
        json!({ "controller": "TerminalPageController", "condition": "no", "title": "Stop" }),
    );
    let mut kind =
        json!({ "id": "k", "componentId": "c-kind", "operator": "is not", "type": "ListItemRef" });
    kind["value"] = json!({ "listId": "l1", "itemId": ["i1", "i2"] });
    let conditions = json!([
        yes("yes", "live", true),
        yes("no", "live", false),
        { "id": "both", "displayName": "both", "coordinator": "or", "items": [kind, { "conditionId": "yes" }] },
    ]);
    let cy =
        json!({ "components.c-kind.title": "Pa fath", "listItems": { "i1": { "text": "Du" } } });
    with(
        linear(
            json!([
                page("all", all),
                stop,
                repeats,
                page("b", json!([component("TextField", "b", json!({}))])),
                summary()
            ]),
            conditions,
        ),
        json!({ "metadata": { "translations": { "cy": cy } }, "startPage": "/all" }),
    )
}

/// A GOV.UK Forms document with something of everything.
fn govuk() -> Json {
    let mut chooses = choice("s1", Some("s2"), "true", &["A", "B"]);
    chooses["data"]["is_optional"] = json!(true);
    chooses["data"]["guidance_markdown"] = json!("* a\n* b");
    chooses["data"]["page_heading"] = json!("Heading");
    chooses["data"]["answer_settings"]["none_of_the_above_question"] =
        json!({ "question_text": "Which?" });
    chooses["routing_conditions"] = json!([
        { "id": 1, "answer_value": "A", "goto_page_id": "s3" },
        { "id": 2, "answer_value": "B", "exit_page_id": "e" },
        { "id": 3, "answer_value": "none_of_the_above", "skip_to_end": true },
    ]);
    chooses["exit_pages"] = json!([{ "id": "e", "heading": "Stop", "markdown": "No" }]);
    let mut repeats = step(
        "s2",
        Some("s3"),
        "name",
        json!({ "input_type": "full_name", "title_needed": "true" }),
    );
    repeats["data"]["is_repeatable"] = json!(true);
    let abroad = json!({ "input_type": { "international_address": "true" } });
    with(
        document(json!([
            chooses,
            repeats,
            step("s3", Some("s4"), "address", abroad),
            step("s4", None, "file", json!(null)),
        ])),
        json!({ "declaration_markdown": "I do", "payment_url": "https://a.uk", "support_phone": "1" }),
    )
}

/// Values that stand where others are expected.
fn odd() -> impl Strategy<Value = Json> {
    let words = vec![
        "",
        "/all",
        "/hives",
        "/summary",
        "yes",
        "both",
        "l1",
        "i1",
        "s1",
        "s3",
        "c-kind",
        "A",
        "cy",
        "V1",
        "TerminalPageController",
        "SummaryPageController",
        "RepeatPageController",
        "StatusPageController",
        "TaskPageController",
        "EastingNorthingField",
        "GeospatialField",
        "selection",
        "text",
        "is not",
        "contains",
        "none_of_the_above",
        "[[x]]",
        "{{ a }}",
        "<ul><li>",
        "true",
    ];
    prop_oneof![
        Just(Json::Null),
        any::<bool>().prop_map(Json::from),
        any::<i64>().prop_map(Json::from),
        (0_i64..4).prop_map(Json::from),
        "\\PC{0,20}".prop_map(Json::from),
        prop::sample::select(words).prop_map(Json::from),
        Just(json!([])),
        Just(json!({})),
        Just(json!([{ "path": "/all" }, { "path": "/b", "condition": "yes" }])),
    ]
}

type Change = (Vec<usize>, Json, u8);

fn changes() -> impl Strategy<Value = Vec<Change>> {
    prop::collection::vec((prop::collection::vec(0_usize..40, 1..9), odd(), 0_u8..3), 1..10)
}

fn is_survived(whole: &Json, changes: Vec<Change>, welsh: bool) -> Result<(), String> {
    let mut form = whole.clone();
    for (way, value, how) in changes {
        mutated(&mut form, &way, value, how);
    }
    let other = whole.to_string();
    let source = form.to_string();
    if let Ok(made) = import(source.as_bytes(), &Options::default())
        && let Some(definition) = made.definition
    {
        end_of(&definition).map_err(|fault| format!("{fault} for {form}"))?;
    }
    survives(source.as_bytes(), welsh.then_some(other.as_bytes()))
        .map_err(|fault| format!("{fault} for {form}"))
}

proptest! {
    /// A form of DEFRA of which some places hold something else.
    #[test]
    fn mutated_forms_of_defra_are_survived(changes in changes(), welsh in any::<bool>()) {
        let result = is_survived(&defra(), changes, welsh);
        prop_assert!(result.is_ok(), "{:?}", result);
    }

    /// A GOV.UK Forms document of which some places hold something else.
    #[test]
    fn mutated_documents_of_govuk_forms_are_survived(changes in changes(), welsh in any::<bool>()) {
        let result = is_survived(&govuk(), changes, welsh);
        prop_assert!(result.is_ok(), "{:?}", result);
    }
}

#[test]
fn whole_forms_of_everything_come_to_their_end() {
    for form in [defra(), govuk()] {
        let import = import(form.to_string().as_bytes(), &Options::default()).expect("a form");
        assert_eq!(import.report.verdict, Verdict::Degraded);
        assert_eq!(end_of(&import.definition.expect("it is not refused")), Ok(()));
    }
}

fn many(count: usize, one: impl Fn(usize) -> Json) -> Json {
    (0..count).map(one).collect()
}

fn lasts(form: &Json) {
    assert_eq!(survives(form.to_string().as_bytes(), None), Ok(()));
}

#[test]
fn very_many_pages_conditions_and_choices_do_not_take_long() {
    let exit = |number: usize| {
        let stop = page(&format!("p{number}"), json!([]));
        but(stop, json!({ "controller": "TerminalPageController", "condition": "yes" }))
    };
    let asks = |number: usize| {
        page(
            &format!("p{number}"),
            many(30, |_| component("RadiosField", "same", json!({ "list": "l1" }))),
        )
    };
    let refers = |number: usize| {
        let next = json!([{ "conditionId": format!("c{}", number + 1) }, { "conditionId": format!("c{}", number + 2) }]);
        json!({ "id": format!("c{number}"), "coordinator": "or", "items": next })
    };
    let guarded = |number: usize| but(asks(number), json!({ "condition": "c0" }));

    lasts(&linear(many(1_900, exit), json!([])));
    lasts(&linear(many(400, asks), json!([])));
    lasts(&linear(many(40, guarded), many(1_900, refers)));
    lasts(&linear(many(20_000, |number| json!({ "path": format!("/{number}") })), json!([])));
    let to = |number: usize| step(&format!("s{number}"), Some("s1"), "email", json!(null));
    lasts(&document(many(1_900, to)));
    let routes =
        many(1_000, |number| json!({ "answer_value": "A", "goto_page_id": format!("s{number}") }));
    let routed = |number: usize| {
        let mut step = choice(&format!("s{number}"), None, "true", &["A", "B"]);
        step["routing_conditions"] = routes.clone();
        step
    };
    lasts(&document(many(60, routed)));
    let names: Vec<String> =
        (0..3_000).map(|number| format!("{number} {}", "x".repeat(200))).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    lasts(&document(many(20, |number| choice(&format!("s{number}"), None, "true", &names))));
}
