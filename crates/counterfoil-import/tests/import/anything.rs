//! Whatever comes in: never a panic, never a hang, never a definition that does not load.

use counterfoil_form::Service;
use counterfoil_import::{Format, Options, import};
use proptest::prelude::{Just, Strategy, any, prop, prop_assert, prop_oneof, proptest};
use serde_json::{Value as Json, json};

use crate::support::{form, imported, page, summary, text, with};

/// Imports these bytes as every format, and loads what comes out.
fn survives(source: &[u8], welsh: Option<&[u8]>) -> Result<(), String> {
    for format in [None, Some(Format::Xgov), Some(Format::Defra), Some(Format::GovukForms)] {
        let Ok(import) = import(source, &Options { format, welsh, name: Some("x") }) else {
            continue;
        };
        let refused = import.report.verdict == counterfoil_import::Verdict::Refused;
        if refused != import.definition.is_none() {
            return Err("a definition was made of a refused form, or none of another".to_owned());
        }
        if import.report.issues.iter().any(|issue| issue.kind == "not-loadable") {
            return Err(format!("{:?}", import.report.issues));
        }
        if let Some(definition) = import.definition {
            Service::draft_of(definition).map_err(|problems| problems.to_string())?;
        }
    }
    Ok(())
}

/// A form with something of everything.
fn rich() -> Json {
    let components = json!([
        { "type": "Html", "content": "<p>Hello <a href='https://x.uk'>x</a></p><ul><li>a</li></ul>" },
        { "type": "YesNoField", "name": "yes", "title": "Yes?", "options": { "required": false } },
        { "type": "Para", "content": "between", "options": { "condition": "c1" } },
        { "type": "RadiosField", "name": "colour", "title": "Colour?", "list": "colours" },
        { "type": "CheckboxesField", "name": "boxes", "title": "Boxes", "list": "colours" },
        { "type": "DatePartsField", "name": "born", "title": "Born", "options": { "maxDaysInPast": "9" } },
        { "type": "NumberField", "name": "age", "title": "Age", "schema": { "min": 1, "max": 5 } },
        { "type": "FileUploadField", "name": "file", "title": "File", "options": { "accept": ".pdf" } },
    ]);
    let mut rows = page(
        "/rows",
        "Rows",
        json!([{
            "type": "MultiInputField", "name": "r", "title": "Row", "children": [text("inner")],
        }]),
        json!([{ "path": "/end", "condition": "c2" }, { "path": "/summary" }]),
    );
    rows["controller"] = json!("RepeatingFieldPageController");
    with(
        form(json!([
            page(
                "/one",
                "One",
                components,
                json!([{ "path": "/rows", "condition": "c1" }, { "path": "/end" }])
            ),
            rows,
            page("/end", "End", json!([{ "type": "Para", "content": "Over" }]), json!([])),
            summary(),
        ])),
        json!({
            "sections": [{ "name": "s", "title": "Section" }],
            "lists": [{ "name": "colours", "items": [{ "text": "Red", "value": "red" }, { "text": "Blue", "value": 1 }] }],
            "conditions": [
                { "name": "c1", "value": "yes == true or not ('red' in boxes) and age > 2" },
                { "name": "c2", "value": { "conditions": [
                    { "field": { "name": "born", "type": "DatePartsField" }, "operator": "is at least",
                      "value": { "type": "RelativeTime", "timePeriod": "18", "timeUnit": "years", "direction": "in the past" } },
                    { "coordinator": "or", "conditionName": "c1" },
                ] } },
            ],
            "fees": [{ "description": "Fee", "amount": 100 }],
        }),
    )
}

/// Values that stand where others are expected.
fn odd() -> impl Strategy<Value = Json> {
    prop_oneof![
        Just(Json::Null),
        any::<bool>().prop_map(Json::from),
        any::<i64>().prop_map(Json::from),
        any::<f64>().prop_map(Json::from),
        "\\PC{0,20}".prop_map(Json::from),
        prop::sample::select(vec![
            "",
            "/one",
            "/rows",
            "/summary",
            "yes",
            "c1",
            "c2",
            "colours",
            "<ul><li><p>",
            "{{ a }}",
            "SummaryPageController",
            "RepeatingFieldPageController",
            "MultiInputField",
            "DateTimeField",
            "yes == ('a' or 'b')",
            "c1 and not c2",
            "c2",
        ])
        .prop_map(Json::from),
        Just(json!([])),
        Just(json!({})),
        Just(json!([{ "path": "/one" }, { "path": "/two", "condition": "c1" }])),
    ]
}

/// Puts `value` at the place to which the numbers lead, or takes away or doubles what is there.
fn mutated(form: &mut Json, way: &[usize], value: Json, how: u8) {
    let Some((first, rest)) = way.split_first() else {
        *form = value;
        return;
    };
    match form {
        Json::Object(map) if !map.is_empty() => {
            let key = map.keys().nth(first % map.len()).cloned().expect("it is within");
            if rest.is_empty() && how == 1 {
                map.remove(&key);
            } else if let Some(inner) = map.get_mut(&key) {
                mutated(inner, rest, value, how);
            }
        }
        Json::Array(list) if !list.is_empty() => {
            let at = first % list.len();
            match (rest.is_empty(), how) {
                (true, 1) => drop(list.remove(at)),
                (true, 2) => list.push(list[at].clone()),
                _ => mutated(&mut list[at], rest, value, how),
            }
        }
        other => *other = value,
    }
}

proptest! {
    /// Any bytes at all.
    #[test]
    fn any_bytes_are_survived(source in prop::collection::vec(any::<u8>(), 0..300)) {
        prop_assert!(survives(&source, None).is_ok());
    }

    /// Any text, which YAML reads as nearly anything.
    #[test]
    fn any_text_is_survived(source in "[-:{}\\[\\]&*a-c'\"|>#!%, \n\t]{0,200}") {
        prop_assert!(survives(source.as_bytes(), None).is_ok());
    }

    /// A form of which some places hold something else.
    #[test]
    fn mutated_forms_are_survived(
        changes in prop::collection::vec(
            (prop::collection::vec(0_usize..40, 1..9), odd(), 0_u8..3), 1..12,
        ),
        welsh in any::<bool>(),
    ) {
        let mut form = rich();
        for (way, value, how) in changes {
            mutated(&mut form, &way, value, how);
        }
        let source = form.to_string();
        let other = rich().to_string();
        let result = survives(source.as_bytes(), welsh.then_some(other.as_bytes()));
        prop_assert!(result.is_ok(), "{:?} for {}", result, form);
    }

    /// Any HTML in a page.
    #[test]
    fn any_html_is_survived(html in "(<[/a-z]{0,9}( [a-z]{1,5}='[^']{0,6}')?>|&[a-z#0-9]{0,5};|\\PC){0,40}") {
        let form = form(json!([page("/one", &html, json!([
            { "type": "Html", "content": html }, { "type": "TextField", "name": "a", "title": html, "hint": html },
        ]), json!([]))]));
        prop_assert!(survives(form.to_string().as_bytes(), None).is_ok());
    }

    /// Any expression.
    #[test]
    fn any_expression_is_survived(raw in "(yes|age|c1|'red'|true|1|and|or|not|in|==|!=|<|\\(|\\)|\\[|,| ){0,40}") {
        let mut form = rich();
        form["conditions"][0]["value"] = json!(raw);
        prop_assert!(survives(form.to_string().as_bytes(), None).is_ok());
    }
}

#[test]
fn a_whole_form_of_everything_survives() {
    survives(rich().to_string().as_bytes(), Some(rich().to_string().as_bytes())).expect("it loads");
}

fn many(count: usize, one: impl Fn(usize) -> Json) -> Json {
    (0..count).map(one).collect()
}

fn is_survived(form: &Json) {
    let source = form.to_string();
    assert_eq!(survives(source.as_bytes(), Some(source.as_bytes())), Ok(()));
}

#[test]
fn choices_that_many_questions_share_do_not_fill_the_memory() {
    let choices =
        many(3_000, |n| json!({ "text": format!("{n} {}", "x".repeat(300)), "value": n }));
    let asks = |n: usize| json!({ "type": "RadiosField", "name": format!("f{n}"), "title": "x", "list": "l" });
    let page = page("/one", "x", many(400, asks), json!([]));

    is_survived(&with(
        form(json!([page, summary()])),
        json!({ "lists": [{ "name": "l", "items": choices }] }),
    ));
}

#[test]
fn names_that_all_are_the_same_do_not_take_long() {
    let to = |n: usize| json!([{ "path": format!("/{}", n + 1) }]);

    is_survived(&form(many(300, |n| {
        page(&format!("/{n}"), "x", many(100, |_| text("same")), to(n))
    })));
    is_survived(&form(many(20_000, |n| json!({ "path": format!("/{n}") }))));
}

#[test]
fn conditions_that_refer_to_each_other_do_not_unfold() {
    let links = json!([{ "path": "/one", "condition": "c0" }, { "path": "/end", "condition": "c0" }, { "path": "/summary" }]);
    let questions = json!([text("a"), text("b")]);
    let pages = json!([
        page("/one", "x", questions, links),
        page("/end", "x", json!([text("c")]), json!([])),
        summary()
    ]);
    let last = "a == 'x' or b == 'y'".to_owned();
    for joint in ["and not", "or", "or not", "and"] {
        let chain = many(60, |n| {
            let next = format!("c{} {joint} c{}", n + 1, n + 2);
            json!({ "name": format!("c{n}"), "value": if n < 58 { &next } else { &last } })
        });
        is_survived(&with(form(pages.clone()), json!({ "conditions": chain })));
    }
    let deep = format!("{}a == 'x'{}", "(not (".repeat(300), "))".repeat(300));
    let wide = vec!["a == 'x' and b == 'y'"; 150].join(" or ");
    for raw in [deep, wide] {
        let conditions = json!([{ "name": "c0", "value": raw }]);
        is_survived(&with(form(pages.clone()), json!({ "conditions": conditions })));
    }
}

#[test]
fn routes_from_everywhere_to_everywhere_do_not_take_long() {
    let to = |n: usize| many(1_500 / (n + 1), |m| json!({ "path": format!("/p{m}") }));
    let page = |n: usize| page(&format!("/p{n}"), "x", json!([text(&format!("q{n}"))]), to(n));

    is_survived(&with(form(many(1_500, page)), json!({ "startPage": "/p0" })));
}

#[test]
fn long_texts_do_not_take_long() {
    let attributes: String = (0..9_000).map(|n| format!(" a{n}")).collect();
    let shows = |html: String| json!([{ "type": "Html", "content": html }, text("a")]);
    let to = |n: usize| json!([{ "path": format!("/{}", n + 1) }]);

    is_survived(&form(json!([page("/one", "x", shows(format!("<p{attributes}>")), json!([]))])));
    is_survived(&form(json!([page("/one", "x", shows("x".repeat(900_000)), json!([]))])));
    is_survived(&form(many(250, |n| {
        page(&format!("/{n}"), "x", shows("x ".repeat(15_000)), to(n))
    })));
}

#[test]
fn a_form_that_is_too_large_says_so() {
    let page = |n: usize| {
        page(
            &format!("/p{n}"),
            "x",
            json!([text(&format!("q{n}"))]),
            json!([{ "path": format!("/p{}", n + 1) }]),
        )
    };
    let pages: Json = (0..600).map(page).collect();

    let report = imported(&with(form(pages), json!({ "startPage": "/p0" }))).report;

    assert_eq!(report.verdict, counterfoil_import::Verdict::Refused);
    assert!(report.issues.iter().any(|issue| issue.kind == "too-large"), "{:?}", report.issues);
}
