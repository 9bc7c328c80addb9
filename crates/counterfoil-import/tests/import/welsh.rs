//! Forms with one file for each language.

use counterfoil_form::definition::field::Kind;
use counterfoil_import::{Import, Options, Verdict, import};
use serde_json::{Value as Json, json};

use crate::support::{form, page, page_at, summary, with};

/// The English form, and its Welsh with other paths, titles and values.
fn pair() -> (Json, Json) {
    let make = |words: &dyn Fn(&'static str, &'static str) -> &'static str, yes: &str| {
        let next = |path: &str| json!([{ "path": path }]);
        let colour = json!({ "type": "RadiosField", "name": "colour", "title": words("Which colour?", "Pa liw?"),
            "hint": words("One of two", "Un o ddau"), "list": "colours" });
        let rows = json!({ "type": "MultiInputField", "name": "rows", "title": words("Cost", "Cost y"),
            "children": [{ "type": "TextField", "name": "what", "title": words("What?", "Beth?") }] });
        let mut repeat = page(
            words("/costs", "/costau"),
            words("Costs", "Costau"),
            json!([rows]),
            next("/summary"),
        );
        repeat["controller"] = json!("RepeatingFieldPageController");
        with(
            form(json!([
                page(
                    "/one",
                    words("Start", "Dechrau"),
                    json!([{ "type": "Para", "content": words("Hello", "Helo") }]),
                    next(words("/colour", "/lliw"))
                ),
                page(
                    words("/colour", "/lliw"),
                    words("Colour", "Lliw"),
                    json!([colour]),
                    next(words("/costs", "/costau"))
                ),
                repeat,
                summary(),
            ])),
            json!({
                "name": words("Paint", "Paent"),
                "metadata": { "isWelsh": words("", "yes") == "yes" },
                "lists": [{ "name": "colours", "items": [
                    { "text": words("Red", "Coch"), "value": words("Red", "Coch") },
                    { "text": words("Other", "Arall"), "value": yes },
                ] }],
            }),
        )
    };
    (make(&|en, _| en, "other"), make(&|_, cy| cy, "other"))
}

fn both(en: &Json, cy: &Json) -> Import {
    let welsh = cy.to_string();
    let options = Options { welsh: Some(welsh.as_bytes()), ..Options::default() };
    import(en.to_string().as_bytes(), &options).expect("these are forms")
}

#[test]
fn the_welsh_goes_beside_the_english_by_the_names_of_questions() {
    let (en, cy) = pair();

    let import = both(&en, &cy);

    assert_eq!(import.report.verdict, Verdict::Supported, "{:?}", import.report.issues);
    let definition = import.definition.expect("it is not refused");
    let welsh = counterfoil_form::definition::overlay::welsh(&definition);
    for (key, expected) in [
        ("title", "Paent"),
        ("page.one.title", "Dechrau"),
        ("page.one.content.text-1", "Helo"),
        ("field.colour.label", "Pa liw?"),
        ("field.colour.hint", "Un o ddau"),
        ("field.colour.option.Red", "Coch"),
        ("field.colour.option.other", "Arall"),
        ("group.costs.title", "Costau"),
        ("group.costs.item", "Cost y"),
        ("group.costs.another.no", "Nac ydw"),
        ("field.what.label", "Beth?"),
        ("page.check-answers.title", "Gwiriwch eich atebion"),
    ] {
        assert_eq!(welsh.get(key).map(String::as_str), Some(expected), "{key}");
    }
}

#[test]
fn the_two_may_come_the_other_way_round() {
    let (en, cy) = pair();

    let definition = both(&cy, &en).definition.expect("it is not refused");

    assert_eq!((definition.title.en.as_str(), definition.title.cy.as_str()), ("Paint", "Paent"));
}

#[test]
fn what_has_no_counterpart_is_said_and_stays_english() {
    let (en, mut cy) = pair();
    cy["pages"][1]["components"] = json!([
        { "type": "TextField", "name": "other", "title": "Arall" },
    ]);

    let import = both(&en, &cy);

    assert_eq!(import.report.verdict, Verdict::Degraded);
    let said: Vec<&str> = import
        .report
        .issues
        .iter()
        .filter(|issue| issue.kind == "language")
        .map(|issue| issue.message.as_str())
        .collect();
    assert!(said.iter().any(|message| message.contains("‘colour’")), "{said:?}");
    assert!(said.iter().any(|message| message.contains("‘other’")), "{said:?}");
    let definition = import.definition.expect("it is not refused");
    let Kind::Radios(rule) = &page_at(&definition, "colour").fields[0].answer else {
        panic!("radios")
    };
    assert_eq!(rule.options[0].label.cy, "");
}

#[test]
fn a_form_only_in_welsh_says_that_the_english_is_missing() {
    let (_, cy) = pair();

    let import = import(cy.to_string().as_bytes(), &Options::default()).expect("this is a form");

    assert_eq!(import.report.verdict, Verdict::Degraded);
    assert!(import.report.issues.iter().any(|issue| issue.kind == "language"));
}
