//! DEFRA's forms: pages, routes, repeats, terms and Welsh.

use counterfoil_form::Outcome;
use counterfoil_import::Verdict;
use serde_json::{Value as Json, json};

use crate::explored::comes_to_its_end;
use crate::support::{
    content, definition, field, imported, kinds, page_at, said, text, verdict, walked, with,
};

/// A form of engine V2 and schema 2.
pub(crate) fn linear(pages: Json, conditions: Json) -> Json {
    json!({
        "engine": "V2", "schema": 2, "name": "Move a hive", "pages": pages, "sections": [],
        "lists": [{ "id": "l1", "name": "bees", "title": "Bees", "type": "string", "items": [
            { "id": "i1", "text": "Black", "value": "black" },
            { "id": "i2", "text": "Golden", "value": "golden" },
            { "id": "i3", "text": "None", "value": "none" },
        ] }],
        "conditions": conditions,
    })
}

/// A page.
pub(crate) fn page(path: &str, components: Json) -> Json {
    json!({ "id": format!("p-{path}"), "path": format!("/{path}"), "title": "", "components": components })
}

/// The page with other settings.
pub(crate) fn but(page: Json, more: Json) -> Json {
    with(page, more)
}

/// A component of this type, with the id `c-<name>`.
pub(crate) fn component(sort: &str, name: &str, more: Json) -> Json {
    with(
        json!({
            "id": format!("c-{name}"), "type": sort, "name": name, "title": format!("Q {name}"),
            "options": {}, "schema": {},
        }),
        more,
    )
}

/// The summary of engine V2.
pub(crate) fn summary() -> Json {
    json!({ "id": "p-s", "path": "/summary", "title": "Check", "controller": "SummaryPageController" })
}

/// The condition that the yes or no of `name` is this.
pub(crate) fn yes(id: &str, name: &str, value: bool) -> Json {
    json!({ "id": id, "displayName": id, "items": [{
        "id": "x", "componentId": format!("c-{name}"), "operator": "is", "type": "BooleanValue", "value": value,
    }] })
}

fn guarded() -> Json {
    let asks = json!([component("YesNoField", "live", json!({}))]);
    linear(
        json!([
            page("live", asks),
            but(
                page("stop", json!([component("Html", "h", json!({ "content": "<p>Sorry</p>" }))])),
                json!({ "controller": "TerminalPageController", "condition": "no", "title": "You cannot" }),
            ),
            but(page("when", json!([text("when")])), json!({ "condition": "yes" })),
            page("last", json!([text("last")])),
            summary(),
        ]),
        json!([yes("yes", "live", true), yes("no", "live", false)]),
    )
}

#[test]
fn engine_v2_goes_on_to_the_first_later_page_whose_condition_holds() {
    let form = guarded();

    let run = walked(&form, &json!({ "live": true, "when": "now", "last": "x" }));
    let stopped = walked(&form, &json!({ "live": false }));

    assert_eq!(run.outcome, Outcome::Complete, "{:?}", run.errors);
    assert_eq!(run.path[..3], ["live", "when", "last"]);
    assert_eq!((stopped.outcome, stopped.path[1].as_str()), (Outcome::Ineligible, "stop"));
    assert!(page_at(&definition(&form), "when").when.is_some(), "a guard stays a guard");
    assert_eq!(verdict(&form), Verdict::Supported);
    comes_to_its_end(&definition(&form));
}

#[test]
fn a_page_whose_condition_does_not_hold_is_passed_by() {
    let mut form = guarded();
    form["pages"][2]["condition"] = json!("no");

    let run = walked(&form, &json!({ "live": true, "last": "x" }));

    assert_eq!(run.path[..2], ["live", "last"]);
}

#[test]
fn engine_v1_takes_the_first_link_that_holds_else_the_last_without_a_condition() {
    let mut form = guarded();
    form["engine"] = json!("V1");
    form["startPage"] = json!("/live");
    form["pages"][0]["next"] = json!([
        { "path": "/when" }, { "path": "/stop", "condition": "no" }, { "path": "/gone" },
    ]);
    form["pages"][2]["next"] = json!([{ "path": "/summary" }]);

    let run = walked(&form, &json!({ "live": true, "when": "now" }));

    assert_eq!((run.outcome, run.path[1].as_str()), (Outcome::Complete, "when"));
    assert_eq!(walked(&form, &json!({ "live": false })).outcome, Outcome::Ineligible);
    let kinds = kinds(&form);
    assert!(["dangling-route", "unreachable"].iter().all(|kind| kinds.iter().any(|k| k == kind)));
    comes_to_its_end(&definition(&form));
}

#[test]
fn a_page_that_repeats_is_asked_as_a_whole_for_each_thing() {
    let repeats = but(
        page("hives", json!([text("place"), component("NumberField", "count", json!({}))])),
        json!({
            "title": "Your hives", "controller": "RepeatPageController",
            "repeat": { "options": { "name": "hive", "title": "Hive" }, "schema": { "min": 2, "max": 9 } },
        }),
    );
    let form = linear(json!([page("a", json!([text("a")])), repeats, summary()]), json!([]));

    let definition = definition(&form);

    let group = &definition.groups[0];
    assert_eq!((group.min, group.max), (2, 9));
    assert_eq!((group.title.en.as_str(), group.item.en.as_str()), ("Your hives", "Hive"));
    assert_eq!(group.pages[0].fields.len(), 2);
    comes_to_its_end(&definition);
}

#[test]
fn a_page_of_a_departments_own_code_is_asked_as_far_as_it_stands_there() {
    let form = linear(
        json!([
            but(page("nothing", json!([])), json!({ "controller": "MapController" })),
            but(page("a", json!([text("a")])), json!({ "controller": "TaskPageController" })),
            but(
                page("b", json!([text("b")])),
                json!({
                    "events": { "onLoad": { "type": "http", "options": { "url": "https://x" } } }, "view": "own.html",
                })
            ),
            but(page("check", json!([])), json!({ "controller": "CheckResponsesPageController" })),
            but(
                page("done", json!([component("Html", "h", json!({ "content": "We call you" }))])),
                json!({ "controller": "ConfirmationPageController" })
            ),
        ]),
        json!([]),
    );

    let definition = definition(&form);

    assert_eq!(verdict(&form), Verdict::Degraded);
    assert_eq!(definition.pages.len(), 2);
    assert_eq!(definition.next_steps[0].text.en, "We call you");
    let kinds = kinds(&form);
    for kind in ["custom-controller", "external", "template", "summary"] {
        assert!(kinds.iter().any(|known| known == kind), "{kind} in {kinds:?}");
    }
    assert_eq!(said(&form, "custom-controller").len(), 4);
    comes_to_its_end(&definition);
}

#[test]
fn a_form_of_nothing_but_code_is_refused_with_its_reasons() {
    let code = but(page("a", json!([])), json!({ "controller": "MapController" }));

    let import = imported(&linear(json!([code, summary()]), json!([])));

    assert!(import.definition.is_none());
    let kinds: Vec<&str> = import.report.issues.iter().map(|one| one.kind.as_str()).collect();
    assert!(kinds.contains(&"custom-controller"), "{kinds:?}");
    assert!(kinds.contains(&"no-questions") || kinds.contains(&"no-pages"), "{kinds:?}");
}

#[test]
fn questions_behind_a_summary_are_still_asked() {
    let form = linear(
        json!([page("a", json!([text("a")])), summary(), page("b", json!([text("b")]))]),
        json!([]),
    );

    let run = walked(&form, &json!({ "a": "x", "b": "y" }));

    assert_eq!(run.outcome, Outcome::Complete);
    assert_eq!(run.path[..2], ["a", "b"]);
    assert!(kinds(&form).contains(&"summary".to_owned()));
}

#[test]
fn sections_are_found_by_id_and_by_name() {
    let mut form = linear(
        json!([
            but(page("a", json!([text("a")])), json!({ "section": "s-1" })),
            but(page("b", json!([text("b")])), json!({ "section": "keeper" })),
            summary(),
        ]),
        json!([]),
    );
    form["sections"] = json!([
        { "id": "s-1", "name": "first", "title": "First" }, { "name": "keeper", "title": "You" },
    ]);

    let definition = definition(&form);

    let named = |path: &str| page_at(&definition, path).section.clone();
    assert_eq!((named("a"), named("b")), ("first".to_owned(), "keeper".to_owned()));
}

#[test]
fn the_welsh_in_the_metadata_is_found_under_flat_and_under_nested_keys() {
    let flat = json!({
        "form.name": "Symud cwch", "components.c-kind.title": "Pa fath?", "components.c-kind.hint": "Un",
        "listItems.i1.text": "Du", "pages.p-hives.title": "Eich cychod", "pages.p-hives.repeatTitle": "Cwch",
        "components.c-place.title": "Lle [[x]]",
    });
    let nested = json!({
        "form": { "name": "Symud cwch" }, "listItems": { "i1": { "text": "Du" } },
        "components": { "c-kind": { "title": "Pa fath?", "hint": "Un" }, "c-place": { "title": "Lle [[x]]" } },
        "pages": { "p-hives": { "title": "Eich cychod", "repeatTitle": "Cwch" } },
    });
    for cy in [flat, nested] {
        let kind = component("RadiosField", "kind", json!({ "list": "l1", "hint": "One" }));
        let repeats = but(
            page("hives", json!([component("TextField", "place", json!({}))])),
            json!({
                "title": "Your hives", "controller": "RepeatPageController",
                "repeat": { "options": { "title": "Hive" }, "schema": {} },
            }),
        );
        let mut form = linear(json!([page("kind", json!([kind])), repeats, summary()]), json!([]));
        form["metadata"] = json!({ "translations": { "cy": cy } });

        let definition = definition(&form);

        assert_eq!(definition.title.cy, "Symud cwch");
        let kind = field(&definition, "kind");
        assert_eq!(kind.label.cy, "Pa fath?");
        assert_eq!(kind.hint.as_ref().map(|hint| hint.cy.as_str()), Some("Un"));
        assert_eq!(definition.groups[0].item.cy, "Cwch");
        assert_eq!(definition.groups[0].title.cy, "Eich cychod");
        let kinds = kinds(&form);
        assert!(kinds.contains(&"language".to_owned()), "two choices have no Welsh");
        assert!(kinds.contains(&"template".to_owned()), "a place that is filled in");
    }
}

#[test]
fn what_a_form_says_as_a_whole_is_kept() {
    let summary = but(
        summary(),
        json!({ "components": [component("Markdown", "m", json!({ "content": "All **true**" }))] }),
    );
    let form = with(
        linear(json!([page("a", json!([text("a")])), summary]), json!([])),
        json!({
            "declaration": "<p>I own it</p>", "outputEmail": "x@defra.gov.uk",
            "feedback": { "emailAddress": "f@defra.gov.uk" }, "phaseBanner": { "phase": "beta" },
            "metadata": { "supportEmail": "s@defra.gov.uk", "own": 1, "confirmationContent": { "html": "<p>Wait</p>" } },
        }),
    );

    let definition = definition(&form);

    let declared: Vec<&str> =
        definition.declaration.content.iter().map(|one| one.text.en.as_str()).collect();
    assert_eq!(declared[..2], ["All **true**", "I own it"]);
    assert_eq!(definition.next_steps[0].text.en, "Wait");
    assert_eq!(definition.contact.len(), 2);
    let kinds = kinds(&form);
    assert!(["delivery", "setting"].iter().all(|kind| kinds.iter().any(|known| known == kind)));
}

#[test]
fn content_hangs_on_conditions_and_templates_are_reported() {
    let shows = |name: &str, sort: &str, more: Json| component(sort, name, more);
    let form = linear(
        json!([
            page("live", json!([component("YesNoField", "live", json!({}))])),
            page(
                "b",
                json!([
                    shows(
                        "h",
                        "Html",
                        json!({ "content": "<p>Yes</p>", "options": { "condition": "yes" } })
                    ),
                    shows("i", "InsetText", json!({ "content": "Mind" })),
                    shows("d", "Details", json!({ "title": "More", "content": "<p>Here</p>" })),
                    shows(
                        "n",
                        "NotificationBanner",
                        json!({ "heading": "Note", "content": "Well" })
                    ),
                    shows("l", "List", json!({ "list": "l1" })),
                    shows("t", "Markdown", json!({ "content": "Dear {{ name }}" })),
                    text("b"),
                ])
            ),
            summary(),
        ]),
        json!([yes("yes", "live", true)]),
    );

    let definition = definition(&form);

    let page = page_at(&definition, "b");
    assert!(page.content[0].when.is_some());
    assert_eq!(content(page)[..4], ["Yes", "> Mind", "**More**\n\nHere", "> **Note**\n> Well"]);
    assert!(content(page)[4].contains("- Black"));
    assert_eq!(content(page)[5], "Dear …");
    assert!(kinds(&form).contains(&"template".to_owned()));
    comes_to_its_end(&definition);
}

#[test]
fn a_form_may_come_in_yaml() {
    let yaml = "engine: V2\nschema: 2\nname: A form\npages:\n- path: /a\n  title: A\n  id: p\n  components:\n  - {type: TextField, name: a, title: Your name, id: c}\nlists: []\nconditions: []\n";

    let import =
        counterfoil_import::import(yaml.as_bytes(), &counterfoil_import::Options::default());

    let import = import.expect("this is a form");
    assert_eq!(import.report.format, "defra");
    assert_eq!(import.report.verdict, Verdict::Supported, "{:?}", import.report.issues);
}
