//! Guards, tasks, warnings and conditional text.

use crate::invented::{definition, field, field_with, journey, page, yes_no};
use crate::support::{TODAY, check, page as shown, values};
use counterfoil_form::view::{Control, Language, TaskStatus};
use counterfoil_form::{Journey, ModulusTable, Service, StepOut};
use serde_json::{Value as Json, json};
use std::sync::Arc;

fn go(journey: &mut Journey, path: &str, typed: &[(&str, &str)]) -> StepOut {
    journey.answer(path, &values(typed), false, Language::En, TODAY)
}

/// Name, then a page that only those with a pet see, then check answers.
fn with_pet() -> Json {
    let mut service = definition();
    service["pages"][0]["next"] = json!([{ "to": "has-pet" }]);
    let mut pet =
        page("pet", "others", json!([field("pet", json!({ "text": { "max": 9 } }))]), "check");
    pet["when"] = json!({ "ref": "has-pet" });
    pet["content"] = json!([
        { "id": "dog", "text": "Say which dog.", "when": { "ref": "has-pet" } },
        { "id": "none", "text": "Nobody sees this.", "when": { "not": { "ref": "has-pet" } } },
    ]);
    let pages = service["pages"].as_array_mut().expect("a list");
    pages.push(page("has-pet", "others", json!([field("has-pet", yes_no())]), "pet"));
    pages.push(pet);
    service["conditions"] = json!([
        { "id": "has-pet", "when": { "equals": { "field": "has-pet", "value": "yes" } } },
    ]);
    service
}

#[test]
fn a_page_whose_guard_does_not_hold_is_passed_by() {
    let mut journey = journey(&with_pet());
    go(&mut journey, "name", &[("full-name", "Example")]);

    check(go(&mut journey, "has-pet", &[("has-pet", "no")]));
    let pet = shown(go(&mut journey, "has-pet", &[("has-pet", "yes")]));

    assert_eq!((pet.path.as_str(), pet.content.len()), ("pet", 1), "text has conditions too");
}

#[test]
fn an_answer_off_the_path_is_kept_for_coming_back_and_not_submitted() {
    let mut journey = journey(&with_pet());
    go(&mut journey, "name", &[("full-name", "Example")]);
    go(&mut journey, "has-pet", &[("has-pet", "yes")]);
    go(&mut journey, "pet", &[("pet", "Rex")]);
    go(&mut journey, "has-pet", &[("has-pet", "no")]);
    let agreed = values(&[("agreed", "agreed")]);
    let completed = journey.declare(&agreed, Language::En, TODAY).expect("it is complete");
    assert!(!completed.answers.contains_key("pet"));

    let again = shown(go(&mut journey, "has-pet", &[("has-pet", "yes")]));

    assert!(matches!(&again.fields[0].control, Control::Input { value, .. } if value == "Rex"));
}

#[test]
fn named_conditions_that_come_back_to_themselves_are_refused() {
    let mut service = with_pet();
    service["conditions"] = json!([
        { "id": "has-pet", "when": { "not": { "ref": "other" } } },
        { "id": "other", "when": { "any": [{ "ref": "has-pet" }] } },
    ]);

    let refused = crate::invented::load(&service).expect_err("they go round").to_string();

    assert!(refused.contains("conditions[0].when: comes back to itself"), "{refused}");
}

#[test]
fn the_list_of_tasks_says_how_far_each_is_and_comes_between_them() {
    let mut service = with_pet();
    service["task_list"] = json!({ "path": "tasks", "title": "What to do" });
    let mut journey = journey(&service);
    let tasks = |step: StepOut| match step {
        StepOut::Tasks(tasks) => tasks,
        other => panic!("tasks were expected, not {other:?}"),
    };
    let statuses =
        |step: StepOut| tasks(step).tasks.into_iter().map(|task| task.status).collect::<Vec<_>>();
    use TaskStatus::{CannotStart, Completed, InProgress, NotStarted};

    assert_eq!(journey.first_page(), "tasks");
    let first = journey.page("tasks", false, Language::En, TODAY).expect("it exists");
    assert_eq!(statuses(first), [NotStarted, CannotStart]);
    assert_eq!(shown(go(&mut journey, "tasks", &[])).path, "name");

    let between = tasks(go(&mut journey, "name", &[("full-name", "Example")]));
    assert_eq!(between.back.as_deref(), Some("name"));
    let next = shown(go(&mut journey, "tasks", &[]));
    assert_eq!((next.path.as_str(), next.back.as_deref()), ("has-pet", Some("tasks")));

    go(&mut journey, "has-pet", &[("has-pet", "yes")]);
    let half = journey.page("tasks", false, Language::Cy, TODAY).expect("it exists");
    assert_eq!(statuses(half), [Completed, InProgress]);
    check(go(&mut journey, "pet", &[("pet", "Rex")]));
}

/// A page with an account, and one with two dates of which the second ought to be later.
fn with_warnings() -> Json {
    let mut service = definition();
    service["pages"][0]["next"] = json!([{ "to": "money" }]);
    let money = json!([
        field("account", json!({ "bank-account": {} })),
        field("first", json!({ "number": { "min": 0, "max": 9 } })),
        field_with(
            "second",
            json!({ "number": { "min": 0, "max": 9 } }),
            json!({
                "warnings": [{ "at-most": "first" }],
            })
        ),
    ]);
    let pages = service["pages"].as_array_mut().expect("a list");
    pages.push(page("money", "you", money, "check"));
    service
}

const ACCOUNT: [(&str, &str); 4] = [
    ("account-sort-code", "10-79-99"),
    ("account-account-number", "88837493"),
    ("first", "1"),
    ("second", "1"),
];

#[test]
fn a_warning_is_shown_once_and_the_same_answers_go_on() {
    let mut journey = journey(&with_warnings());
    go(&mut journey, "name", &[("full-name", "Example")]);
    let mut typed = ACCOUNT;
    typed[3] = ("second", "2");

    let warned = shown(go(&mut journey, "money", &typed));
    assert_eq!((warned.path.as_str(), warned.problems.len()), ("money", 0));
    assert_eq!(warned.warnings[0].field, "second");
    check(go(&mut journey, "money", &typed));

    typed[3] = ("second", "3");
    assert_eq!(
        shown(go(&mut journey, "money", &typed)).warnings.len(),
        1,
        "other answers, told again"
    );
}

#[test]
fn the_operators_table_of_sort_codes_only_warns() {
    let table = ModulusTable::parse("107999 107999 MOD11 0 0 0 0 0 0 8 7 6 5 4 3 2 1", "");
    let table = Arc::new(table.expect("an invented row of the file's form"));
    let mut with_table = journey(&with_warnings()).with_sort_codes(Some(table));
    let mut without = journey(&with_warnings());
    for journey in [&mut with_table, &mut without] {
        go(journey, "name", &[("full-name", "Example")]);
    }

    check(go(&mut without, "money", &ACCOUNT));
    let warned = shown(go(&mut with_table, "money", &ACCOUNT));
    assert_eq!(warned.warnings[0].anchor, "account-account-number");
    check(go(&mut with_table, "money", &ACCOUNT));
}

#[test]
fn each_wrong_part_of_an_answer_has_its_own_message() {
    let mut journey = journey(&with_warnings());
    go(&mut journey, "name", &[("full-name", "Example")]);

    let wrong = shown(go(&mut journey, "money", &[("account-sort-code", "1"), ("first", "x")]));

    let anchors: Vec<&str> = wrong.problems.iter().map(|problem| problem.anchor.as_str()).collect();
    assert_eq!(anchors, ["account-sort-code", "account-account-number", "first", "second"]);
    let Control::Parts { parts } = &wrong.fields[0].control else { panic!("it has parts") };
    assert!(parts.iter().all(|part| part.problem.is_some()) && wrong.fields[0].problem.is_none());
    assert_eq!(parts[0].value, "1", "what was typed stays");
}

#[test]
fn a_fee_is_never_taken_from_a_definition_that_is_out_of_date() {
    use counterfoil_form::FeeToday;
    let mut definition = definition();
    let service =
        |definition: &Json| Service::draft(&definition.to_string(), None).expect("it loads");
    assert_eq!(service(&definition).fee(TODAY), FeeToday::None);

    definition["fees"] = json!([
        { "id": "fee", "text": "Fee", "pence": 8000, "from": "2026-01-01", "to": "2026-11-23" },
    ]);
    let service = service(&definition);

    assert!(matches!(service.fee(TODAY), FeeToday::Due(fees) if fees[0].pence == 8000));
    assert_eq!(service.fee(TODAY.tomorrow().expect("a day")), FeeToday::Unknown);
}
