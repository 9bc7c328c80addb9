//! What is wrong with a definition is found when it is loaded, and its place is named.

use counterfoil_form::{DefinitionProblems, Service};
use serde_json::{Value as Json, json};

const DEFINITION: &str = include_str!("../../../../services/dvla/vehicle-keeper-change.json");
const WELSH: &str = include_str!("../../../../services/dvla/vehicle-keeper-change.cy.json");

/// Problems of the shipped definition after `break_it`, one `path: message` a line.
fn problems(break_it: impl FnOnce(&mut Json)) -> String {
    let mut definition: Json = serde_json::from_str(DEFINITION).expect("it is JSON");
    break_it(&mut definition);
    lines(Service::load(&definition.to_string(), WELSH))
}

fn welsh_problems(break_it: impl FnOnce(&mut Json)) -> String {
    let mut welsh: Json = serde_json::from_str(WELSH).expect("it is JSON");
    break_it(&mut welsh);
    lines(Service::load(DEFINITION, &welsh.to_string()))
}

fn lines(loaded: Result<Service, DefinitionProblems>) -> String {
    loaded.expect_err("it is broken").to_string()
}

fn assert_found(problems: &str, path: &str) {
    let found = problems.lines().any(|line| line.starts_with(&format!("{path}: ")));
    assert!(found, "{path} is not named in {problems}");
}

#[test]
fn a_key_that_does_not_exist_is_refused_where_it_stands() {
    for (pointer, path) in [
        ("", "colour"),
        ("/department", "department.colour"),
        ("/pages/1", "pages[1].colour"),
        ("/pages/0/fields/1", "pages[0].fields[1].colour"),
        ("/pages/1/fields/0/answer/date", "pages[1].fields[0].answer.date.colour"),
        (
            "/pages/3/fields/0/answer/radios/options/1",
            "pages[3].fields[0].answer.radios.options[1].colour",
        ),
    ] {
        let found = problems(|json| {
            json.pointer_mut(pointer).expect("it is there")["colour"] = json!("red");
        });
        assert_found(&found, path);
        assert!(found.contains("unknown field"), "{found}");
    }
}

#[test]
fn a_mistyped_name_gets_a_suggestion() {
    let key = problems(|json| json["titel"] = json!("x"));
    assert!(key.contains("did you mean `title`?"), "{key}");
    let kind = problems(|json| json["pages"][0]["fields"][0]["answer"] = json!("postcod"));
    assert!(kind.contains("pages[0].fields[0].answer"), "{kind}");
    assert!(kind.contains("did you mean `postcode`?"), "{kind}");
    let nothing_like_it = problems(|json| json["zzz"] = json!(1));
    assert!(!nothing_like_it.contains("did you mean"), "{nothing_like_it}");
}

#[test]
fn missing_and_superfluous_welsh_is_named_by_its_key() {
    let missing = welsh_problems(|json| {
        json.as_object_mut().expect("an object").remove("field.mileage.label");
    });
    assert_found(&missing, "cy:field.mileage.label");
    assert_found(&welsh_problems(|json| json["title"] = json!("  ")), "cy:title");
    assert_found(
        &welsh_problems(|json| json["field.gone.label"] = json!("x")),
        "cy:field.gone.label",
    );
    let twice = WELSH.replacen('{', "{\"title\": \"dwywaith\",", 1);
    let found = lines(Service::load(DEFINITION, &twice));
    assert!(found.contains("the key title is given twice"), "{found}");
}

#[test]
fn every_route_must_lead_somewhere_and_every_page_be_reached() {
    let unknown = problems(|json| json["pages"][0]["next"][0]["to"] = json!("nowhere"));
    assert_found(&unknown, "pages[0].next[0].to");

    let skipped = problems(|json| json["pages"][0]["next"][0]["to"] = json!("sold-to"));
    assert_found(&skipped, "pages[1]");

    let stuck = problems(|json| {
        let when = json!({ "answered": { "field": "sale-date" } });
        json["pages"][0]["next"][0]["when"] = when;
    });
    assert_found(&stuck, "pages[0].next");

    let past_check = problems(|json| json["pages"][0]["next"][0]["to"] = json!("declaration"));
    assert_found(&past_check, "pages[0].next[0].to");
}

#[test]
fn a_way_that_could_go_round_for_ever_is_refused() {
    let round = problems(|json| {
        let next = json!([
            { "when": { "answered": { "field": "mileage" } }, "to": "sold-to" },
            { "to": "seller-email-wanted" },
        ]);
        let pages = json["pages"].as_array_mut().expect("a list");
        pages.iter_mut().find(|page| page["path"] == "mileage").expect("it is there")["next"] =
            next;
    });

    assert!(round.contains("leads into a loop"), "{round}");
}

#[test]
fn ids_are_kebab_case_and_given_once() {
    let field =
        problems(|json| json["pages"][0]["fields"][1]["id"] = json!("vehicle-registration"));
    assert_found(&field, "pages[0].fields[1].id");
    let page = problems(|json| json["pages"][0]["path"] = json!("sale-date"));
    assert_found(&page, "pages[1].path");
    for id in ["Vehicle", "a b", "../x", "", "-a", &"a".repeat(65)] {
        let found = problems(|json| json["pages"][0]["path"] = json!(id));
        assert_found(&found, "pages[0].path");
    }
    let option = problems(|json| {
        json["pages"][3]["fields"][0]["answer"]["radios"]["options"][1]["value"] = json!("private");
    });
    assert_found(&option, "pages[3].fields[0].answer.options[1]");
    assert_found(&problems(|json| json["id"] = json!("hmrc/vehicle")), "id");
}

#[test]
fn conditions_and_rules_name_fields_and_answers_that_exist() {
    for (when, what) in [
        (json!({ "answered": { "field": "gone" } }), "there is no field gone"),
        (json!({ "equals": { "field": "sold-to", "value": "martian" } }), "is never martian"),
        (json!({ "before": { "field": "sold-to", "day": { "ago": {} } } }), "is not a date"),
        (json!({ "not": { "any": [{ "answered": { "field": "gone" } }] } }), "no field gone"),
    ] {
        let found = problems(|json| json["pages"][1]["next"][0]["when"] = when);
        assert!(found.contains("pages[1].next[0].when") && found.contains(what), "{found}");
    }
    let later = problems(|json| {
        json["pages"][4]["fields"][1]["rules"][0]["together"]["with"] = json!("mileage");
    });
    assert_found(&later, "pages[4].fields[1].rules[0]");
    let again = problems(|json| json["pages"][2]["asked_again_after"] = json!(["gone"]));
    assert_found(&again, "pages[2].asked_again_after[0]");
}

#[test]
fn a_message_for_what_can_never_be_wrong_is_refused() {
    let found = problems(|json| {
        json["pages"][0]["fields"][0]["messages"]["too-late"] = json!("Too late");
    });

    assert_found(&found, "pages[0].fields[0].messages.too-late");
}

#[test]
fn everything_has_a_limit() {
    let pages = problems(|json| {
        let page = json["pages"][0].clone();
        json["pages"].as_array_mut().expect("a list").extend(vec![page; 500]);
    });
    assert_found(&pages, "pages");
    assert!(pages.lines().count() <= 201, "the list of problems has a limit too");
    let fields = problems(|json| {
        let field = json["pages"][0]["fields"][0].clone();
        json["pages"][0]["fields"].as_array_mut().expect("a list").extend(vec![field; 60]);
    });
    assert_found(&fields, "pages[0].fields");
    let text = problems(|json| json["summary"] = json!("x".repeat(10_001)));
    assert_found(&text, "summary");
    let line = problems(|json| json["pages"][4]["fields"][0]["answer"]["text"]["max"] = json!(501));
    assert_found(&line, "pages[4].fields[0].answer.max");
    let file = format!("{DEFINITION}{}", " ".repeat(4 * 1024 * 1024));
    assert!(lines(Service::load(&file, WELSH)).contains("is longer than"));
    let deep = problems(|json| {
        let mut when = json!({ "answered": { "field": "sold-to" } });
        for _ in 0..125 {
            when = json!({ "not": when });
        }
        json["pages"][1]["next"][0]["when"] = when;
    });
    assert!(deep.contains("recursion limit"), "{deep}");
    let wide = problems(|json| {
        let when = json!({ "answered": { "field": "sold-to" } });
        json["pages"][1]["next"][0]["when"] = json!({ "any": vec![when; 200] });
    });
    assert!(wide.contains("has more than 200 parts"), "{wide}");
}

#[test]
fn what_is_no_definition_is_refused_without_a_panic() {
    for text in ["", "{}", "[]", "null", "{\"id\":", "\u{feff}{}", &"[".repeat(100_000)] {
        assert!(Service::load(text, WELSH).is_err());
        assert!(Service::load(DEFINITION, text).is_err());
    }
    let trailing = format!("{DEFINITION} {{}}");
    assert!(Service::load(&trailing, WELSH).is_err());
}

#[test]
fn a_page_with_one_field_takes_its_label_as_title_and_others_need_one() {
    assert_found(&problems(|json| json["pages"][1]["title"] = json!("When?")), "pages[1].title");
    let none = problems(|json| {
        json["pages"][0].as_object_mut().expect("an object").remove("title");
    });
    assert_found(&none, "pages[0].title");
}
