//! Where a journey goes.

use counterfoil_form::Outcome;
use counterfoil_import::Verdict;
use serde_json::{Value as Json, json};

use crate::support::{
    definition, form, kinds, page, page_at, said, summary, text, verdict, walked, with,
};

fn to(paths: &[&str]) -> Json {
    paths.iter().map(|path| json!({ "path": path })).collect()
}

/// A first page that asks yes or no, with these routes; then `/yes`, `/no` and the summary.
fn forked(next: Json) -> Json {
    let asks = json!([{ "type": "YesNoField", "name": "a", "title": "A?" }]);
    let pages = json!([
        page("/one", "One", asks, next),
        page("/yes", "Yes", json!([text("y")]), to(&["/summary"])),
        page("/no", "No", json!([{ "type": "Para", "content": "Sorry" }]), json!([])),
        summary(),
    ]);
    with(
        form(pages),
        json!({ "conditions": [
        { "name": "is", "value": { "name": "is", "conditions": [
            { "field": { "name": "a", "type": "YesNoField" }, "operator": "is", "value": { "type": "Value", "value": "true" } },
        ] } },
        { "name": "isNot", "value": "a == false" },
    ] }),
    )
}

#[test]
fn a_condition_goes_before_the_last_route_without_one_wherever_it_stands() {
    let form = forked(json!([
        { "path": "/summary" }, { "path": "/no" }, { "path": "/yes", "condition": "is" },
    ]));

    assert_eq!(walked(&form, &json!({ "a": true, "y": "x" })).path[1], "yes");
    assert_eq!(walked(&form, &json!({ "a": false })).path[1], "no");
    assert!(said(&form, "setting").iter().any(|message| message.contains("never taken")));
}

#[test]
fn a_page_that_neither_asks_nor_leads_on_is_an_exit() {
    let form = forked(
        json!([{ "path": "/yes", "condition": "is" }, { "path": "/no", "condition": "isNot" }]),
    );

    let definition = definition(&form);

    assert_eq!(definition.exits[0].path, "no");
    assert_eq!(walked(&form, &json!({ "a": false })).outcome, Outcome::Ineligible);
    let last = page_at(&definition, "one").next.last().expect("it leads on");
    assert!(last.when.is_none() && last.to == "no", "yes and no are all there is");
}

#[test]
fn where_no_route_holds_the_summary_comes_as_in_the_source() {
    let form = forked(json!([{ "path": "/yes", "condition": "is" }]));

    assert_eq!(walked(&form, &json!({ "a": false })).path, ["one", "check-answers", "declaration"]);
}

#[test]
fn a_dead_end_with_a_question_leads_to_check_answers() {
    let form = form(json!([page("/one", "One", json!([text("a")]), json!([]))]));

    assert_eq!(walked(&form, &json!({ "a": "x" })).outcome, Outcome::Complete);
}

#[test]
fn loops_are_cut_and_every_cut_is_said() {
    let pages = json!([
        page("/one", "One", json!([text("a")]), to(&["/two"])),
        page("/two", "Two", json!([text("b")]), to(&["/three"])),
        page(
            "/three",
            "Three",
            json!([{ "type": "YesNoField", "name": "more", "title": "More?" }]),
            json!([{ "path": "/two", "condition": "more" }, { "path": "/one" }])
        ),
    ]);
    let form =
        with(form(pages), json!({ "conditions": [{ "name": "more", "value": "more == true" }] }));

    assert_eq!(said(&form, "loop-cut").len(), 2);
    assert_eq!(verdict(&form), Verdict::Degraded);
    let answers = json!({ "a": "x", "b": "y", "more": "yes" });
    assert_eq!(walked(&form, &answers).outcome, Outcome::Complete);
}

#[test]
fn what_nothing_leads_to_and_routes_to_nowhere_are_left_out_one_by_one() {
    let pages = json!([
        page("/one", "One", json!([text("a")]), to(&["/gone", "/summary"])),
        page("/alone", "Alone", json!([text("b")]), to(&["/alone-too"])),
        page("/alone-too", "Alone too", json!([text("c")]), json!([])),
        summary(),
    ]);
    let form = form(pages);

    assert_eq!(said(&form, "unreachable").len(), 2);
    assert_eq!(said(&form, "dangling-route").len(), 1);
    assert_eq!(definition(&form).pages.len(), 1);
    assert_eq!(verdict(&form), Verdict::Supported);
}

#[test]
fn a_page_behind_a_condition_that_never_holds_is_left_out_with_what_hangs_on_it() {
    let pages = json!([
        page(
            "/one",
            "One",
            json!([text("a")]),
            json!([{ "path": "/two", "condition": "never" }, { "path": "/three" }])
        ),
        page("/two", "Two", json!([text("b")]), to(&["/three"])),
        page(
            "/three",
            "Three",
            json!([text("c")]),
            json!([{ "path": "/four", "condition": "hangs" }, { "path": "/summary" }])
        ),
        page("/four", "Four", json!([text("d")]), to(&["/summary"])),
        summary(),
    ]);
    let form = with(
        form(pages),
        json!({ "conditions": [
        { "name": "never", "value": "gone == 'x'" },
        { "name": "hangs", "value": "b == 'x'" },
    ] }),
    );

    let definition = definition(&form);

    let paths: Vec<&str> = definition.pages.iter().map(|page| page.path.as_str()).collect();
    assert_eq!(paths, ["one", "three"]);
    assert_eq!(said(&form, "unreachable").len(), 2);
    assert_eq!(verdict(&form), Verdict::Degraded);
}

#[test]
fn the_first_page_is_worked_out_where_the_source_names_none() {
    let pages = json!([
        page("/last", "Last", json!([text("a")]), json!([])),
        page("/first", "First", json!([text("b")]), to(&["/last"])),
    ]);
    for start in [json!("https://www.gov.uk/somewhere"), json!(null)] {
        let form = with(form(pages.clone()), json!({ "startPage": start }));
        assert_eq!(definition(&form).start.as_deref(), Some("first"));
        assert!(!said(&form, "start-page").is_empty());
    }
}

#[test]
fn pages_of_old_forms_are_passed_by_unless_their_condition_holds() {
    let mut skipped = page("/two", "Two", json!([text("b")]), to(&["/three"]));
    skipped["condition"] = json!("yes");
    let pages = json!([
        page(
            "/one",
            "One",
            json!([{ "type": "YesNoField", "name": "a", "title": "A?" }]),
            to(&["/two"])
        ),
        skipped,
        page("/three", "Three", json!([text("c")]), json!([])),
    ]);
    let old = with(
        form(pages),
        json!({
            "version": 0, "conditions": [{ "name": "yes", "value": "a == true" }],
        }),
    );
    let new = with(old.clone(), json!({ "version": 2 }));

    let no = json!({ "a": false, "b": "x", "c": "y" });
    assert_eq!(walked(&old, &no).path[1], "three");
    assert_eq!(walked(&old, &json!({ "a": true, "b": "x", "c": "y" })).path[1], "two");
    assert_eq!(walked(&new, &no).path[1], "two", "the engine of today does not look at it");
    assert!(kinds(&new).contains(&"setting".to_owned()));
}

#[test]
fn routes_of_the_oldest_forms_hold_their_expression_themselves() {
    let form = forked(json!([{ "path": "/yes", "if": "a == true" }, { "path": "/no" }]));

    assert_eq!(walked(&form, &json!({ "a": true, "y": "x" })).path[1], "yes");
    assert_eq!(walked(&form, &json!({ "a": false })).path[1], "no");
}

#[test]
fn a_route_to_another_site_and_to_an_unknown_condition_is_said() {
    let form = forked(json!([
        { "path": "", "redirect": "https://example.com" }, { "path": "/yes", "condition": "gone" }, { "path": "/no" },
    ]));

    assert_eq!(said(&form, "external").len(), 1);
    assert_eq!(said(&form, "condition").len(), 1);
    let said = said(&form, "summary");
    assert!(said.iter().any(|message| message.contains("nothing would be recorded")), "{said:?}");
}

#[test]
fn what_stands_behind_the_summary_is_what_happens_next() {
    let mut last = summary();
    last["next"] = to(&["/done"]);
    let pages = json!([
        page("/one", "One", json!([text("a")]), to(&["/summary"])),
        last,
        page(
            "/done",
            "Done",
            json!([{ "type": "Para", "content": "<p>We <b>write</b> to you</p>" }]),
            json!([])
        ),
    ]);

    let definition = definition(&form(pages));

    assert_eq!(definition.next_steps[0].text.en, "We write to you");
}

#[test]
fn paths_become_kebab_case_and_stay_apart() {
    let pages = json!([
        page("/one", "One", json!([text("a")]), to(&["/a/b"])),
        page("/a/b", "Two", json!([text("b")]), to(&["/A-b"])),
        page("/A-b", "Three", json!([text("c")]), to(&["/check-answers"])),
        page("/check-answers", "Four", json!([text("d")]), json!([])),
    ]);

    let definition = definition(&form(pages));

    let paths: Vec<&str> = definition.pages.iter().map(|page| page.path.as_str()).collect();
    assert_eq!(paths, ["one", "a-b", "a-b-2", "check-answers"]);
    assert_eq!(definition.check.path, "check-answers-2");
}
