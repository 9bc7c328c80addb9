//! Answers from a file and answers at a department go by the same definition.

use crate::support::{TODAY, service};
use counterfoil_form::{catalogue, revalidate, run};
use jiff::civil::date;
use serde_json::{Value as Json, json};

fn example() -> Json {
    serde_json::from_str(catalogue::examples()[0]).expect("an example is JSON")
}

/// What `run` says when `field` of the example is answered with `answer`.
fn said(field: &str, answer: Json) -> Vec<(String, String, String)> {
    let mut answers = example();
    answers[field] = answer;
    let refused = run(&service(), &answers, TODAY).expect_err("it is wrong");
    refused.into_iter().map(|wrong| (wrong.page, wrong.field, wrong.message)).collect()
}

/// The codes of a department for the example's submission with `field` set to `answer`.
fn codes(field: &str, answer: Json) -> Vec<(String, String)> {
    let mut answers = run(&service(), &example(), TODAY).expect("it passes").answers;
    if answer.is_null() {
        answers.remove(field);
    } else {
        answers.insert(field.to_owned(), answer);
    }
    let problems = revalidate(&service(), &answers, TODAY);
    problems.into_iter().map(|problem| (problem.field, problem.code)).collect()
}

fn one(field: &str, code: &str) -> Vec<(String, String)> {
    vec![(field.to_owned(), code.to_owned())]
}

#[test]
fn a_wrong_answer_in_a_file_is_named_with_its_page_field_and_message() {
    let (page, field, message) = said("mileage", json!("lots")).remove(0);

    assert_eq!((page.as_str(), field.as_str()), ("mileage", "mileage"));
    assert_eq!(message, "The mileage must be a whole number, such as 48000");
}

#[test]
fn dates_in_a_file_may_be_parts_days_ago_or_iso_8601_and_nothing_else() {
    for sale in [
        json!({ "day": 1, "month": "2", "year": 2026 }),
        json!({ "days_ago": 0 }),
        json!("2026-02-01"),
    ] {
        let mut answers = example();
        answers["sale-date"] = sale;
        assert!(run(&service(), &answers, TODAY).is_ok());
    }
    for wrong in [json!("1 2 2026"), json!({ "days_ago": 1, "day": 2 }), json!({ "week": 3 })] {
        assert!(said("sale-date", wrong)[0].2.contains("JSON form"));
    }
    assert!(!said("sale-date", json!({ "days_ago": i64::MAX })).is_empty());
    assert!(!said("sale-date", json!({ "day": 31, "month": 2, "year": 2026 })).is_empty());
}

#[test]
fn a_file_with_unknown_fields_or_another_form_is_refused() {
    assert_eq!(said("vehicle-colour", json!("red"))[0].1, "vehicle-colour");
    assert!(said("mileage", json!({ "miles": 3 }))[0].2.contains("JSON form"));
    for wrong in [json!(null), json!([]), json!("x")] {
        assert!(run(&service(), &wrong, TODAY).is_err());
    }
    assert_eq!(said("sold-to", json!("trader"))[0].0, "motor-trade");
    assert_eq!(said("declared", json!([]))[0].0, "declaration");
}

#[test]
fn answers_in_a_file_that_the_way_does_not_ask_for_are_left_out() {
    let mut answers = example();
    answers["business-name"] = json!("Invented Fleet Ltd");

    let completed = run(&service(), &answers, TODAY).expect("it passes");

    assert!(!completed.answers.contains_key("business-name"));
}

#[test]
fn a_department_finds_what_a_terminal_would_never_send() {
    assert_eq!(codes("document-reference", json!("123")), one("document-reference", "format"));
    assert_eq!(codes("keeper-town", json!(null)), one("keeper-town", "missing"));
    assert_eq!(codes("sale-date", json!("2030-01-01")), one("sale-date", "too-late"));
    assert_eq!(codes("sale-date", json!("rubbish")), one("sale-date", "incomplete"));
    assert_eq!(codes("mileage", json!({ "miles": 1 })), one("mileage", "not-a-number"));
    assert_eq!(
        codes("vehicle-registration", json!("ab12 cde")),
        one("vehicle-registration", "not-canonical")
    );
    assert_eq!(codes("business-name", json!("Invented Ltd")), one("business-name", "off-path"));
    assert_eq!(codes("colour", json!("red")), one("colour", "unknown-field"));
    assert_eq!(codes("declared", json!(null)), one("declared", "missing"));
    assert_eq!(codes("sold-to", json!("trader")), one("", "ineligible"));
}

#[test]
fn a_submission_that_waited_is_judged_by_the_day_it_was_declared() {
    let mut answers = example();
    answers["sale-date"] = json!({ "day": 23, "month": 11, "year": 2021 });
    answers["sale-date-confirmed"] = json!(["confirmed"]);
    let completed = run(&service(), &answers, TODAY).expect("five years to the day");

    assert_eq!(revalidate(&service(), &completed.answers, TODAY), []);
    assert_eq!(revalidate(&service(), &completed.answers, date(2026, 11, 24)).len(), 1);
}
