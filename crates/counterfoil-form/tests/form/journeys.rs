//! A person's way through the change of a vehicle's keeper.

use crate::support::{TODAY, check, page, right, service, typed_date, values, walked};
use counterfoil_form::view::{Control, Language, PagePurpose};
use counterfoil_form::{Journey, NoSuchPage, StepOut, Values, revalidate};
use jiff::civil::date;

#[test]
fn a_private_sale_is_walked_checked_declared_and_recorded_in_its_one_form() {
    let (mut journey, step) = walked(&[]);
    assert_eq!(check(step).path, "check-answers");

    let completed = journey
        .declare(&right("declaration"), Language::En, TODAY)
        .expect("everything is answered");

    let expected = serde_json::json!({
        "vehicle-registration": "AB12CDE", "document-reference": "12345678910",
        "sale-date": "2026-11-16", "sold-to": "private", "keeper-title": "Ms",
        "keeper-first-name": "Example", "keeper-last-name": "Imaginary",
        "keeper-address-line-1": "1 Nowhere Street", "keeper-town": "Exampleton",
        "keeper-postcode": "SA6 7JL", "mileage": 48210, "seller-email-wanted": false,
        "registration-lost": ["understood"], "declared": ["agreed"],
    });
    assert_eq!(serde_json::to_value(&completed.answers).expect("plain values"), expected);
    assert_eq!(revalidate(&service(), &completed.answers, TODAY), []);
}

#[test]
fn a_business_sale_asks_for_the_business_and_the_current_keepers_consent() {
    let business = [("sold-to", values(&[("sold-to", "business")]))];
    let (mut journey, step) = walked(&business);
    check(step);

    let completed =
        journey.declare(&right("declaration"), Language::En, TODAY).expect("it is complete");

    assert!(completed.path.iter().any(|path| path == "keeper-consent"));
    assert_eq!(completed.answers["business-name"], "Invented Fleet Ltd");
    assert!(!completed.answers.contains_key("keeper-last-name"), "that branch was not taken");
}

#[test]
fn a_sale_older_than_a_year_must_be_confirmed_and_again_when_its_date_changes() {
    let old = [("sale-date", typed_date("sale-date", date(2025, 11, 22)))];
    let (mut journey, step) = walked(&old);
    check(step);
    assert!(on_path(&journey, "confirm-sale-date"));

    let other = typed_date("sale-date", date(2024, 11, 22));
    let step = journey.answer("sale-date", &other, true, Language::En, TODAY);

    let asked_again = page(step);
    assert_eq!(asked_again.path, "confirm-sale-date");
    assert!(asked_again.changing, "and then back to check answers");
    assert!(matches!(&asked_again.fields[0].control,
        Control::Checkboxes { chosen, .. } if chosen.is_empty()));
    let step =
        journey.answer("confirm-sale-date", &right("confirm-sale-date"), true, Language::En, TODAY);
    check(step);
}

#[test]
fn a_sale_of_a_year_ago_to_the_day_needs_no_confirmation() {
    let (journey, step) = walked(&[("sale-date", typed_date("sale-date", date(2025, 11, 23)))]);

    check(step);
    assert!(!on_path(&journey, "confirm-sale-date"));
}

#[test]
fn sales_that_dvla_does_not_take_here_end_at_a_page_that_says_what_to_do() {
    let trader = [("sold-to", values(&[("sold-to", "trader")]))];
    let late = [
        ("sale-date", typed_date("sale-date", date(2024, 11, 22))),
        ("sold-to", values(&[("sold-to", "business")])),
    ];
    for (instead, path) in [(&trader[..], "motor-trade"), (&late[..], "business-too-long-ago")] {
        let (mut journey, step) = walked(instead);
        let exit = page(step);

        assert_eq!((exit.path.as_str(), exit.purpose), (path, PagePurpose::Exit));
        let refused = journey.declare(&right("declaration"), Language::En, TODAY);
        assert_eq!(refused.expect_err("nothing is recorded").path, path);
    }
}

#[test]
fn changing_an_answer_returns_to_check_answers_with_the_new_one() {
    let (mut journey, _) = walked(&[]);
    let shown = page(journey.page("mileage", true, Language::En, TODAY).expect("it exists"));
    assert_eq!(shown.back.as_deref(), Some("check-answers"));

    let step = journey.answer("mileage", &values(&[("mileage", "")]), true, Language::Cy, TODAY);

    let rows: Vec<_> = check(step).sections.into_iter().flat_map(|section| section.rows).collect();
    let mileage = rows.iter().find(|row| row.field == "mileage").expect("it is on the way");
    assert_eq!(mileage.answer, ["Heb ei ddarparu"]);
}

#[test]
fn changing_to_another_branch_asks_its_first_page_and_keeps_the_old_branch_for_later() {
    let (mut journey, _) = walked(&[]);

    let to_business = values(&[("sold-to", "business")]);
    let step = journey.answer("sold-to", &to_business, true, Language::En, TODAY);
    assert_eq!(page(step).path, "business");

    let step = journey.answer("sold-to", &right("sold-to"), true, Language::En, TODAY);
    check(step);
}

#[test]
fn wrong_answers_stay_as_typed_with_a_message_in_the_language_in_use() {
    let typed = values(&[("vehicle-registration", "AB123CDE"), ("document-reference", "12")]);
    let mut journey = Journey::new(service());
    let english = page(journey.answer("vehicle", &typed, false, Language::En, TODAY));
    let welsh = page(journey.page("vehicle", false, Language::Cy, TODAY).expect("it exists"));

    for shown in [&english, &welsh] {
        let kept = |value: &str, field: usize| {
            matches!(&shown.fields[field].control,
                Control::Input { value: now, .. } if now == value)
        };
        assert!(kept("AB123CDE", 0) && kept("12", 1));
        assert_eq!(shown.problems.len(), 2);
        assert_eq!(shown.fields[1].problem.as_ref(), Some(&shown.problems[1].message));
    }
    assert_eq!(english.problems[1].message, "The document reference number must have 11 digits");
    assert_eq!(welsh.problems[1].message, "Rhaid i rif cyfeirnod y ddogfen fod yn rhif 11 digid");
}

#[test]
fn the_error_summary_leads_to_the_first_wrong_part_of_a_date() {
    let mut typed = typed_date("sale-date", TODAY);
    typed.insert("sale-date-year".to_owned(), vec![String::new()]);
    let (_, step) = walked(&[("sale-date", typed)]);

    let shown = page(step);

    assert_eq!(shown.problems[0].anchor, "sale-date-year");
    assert_eq!(shown.problems[0].message, "The date of sale must include a year");
}

#[test]
fn answers_that_hang_together_are_judged_together() {
    let long = values(&[
        ("keeper-title", "Reverend"),
        ("keeper-first-name", "Bartholomew-Maximilian"),
        ("keeper-last-name", "X"),
    ]);
    let (_, step) = walked(&[("keeper-name", long)]);
    assert!(page(step).problems[0].message.contains("26"));

    let yes = values(&[("seller-email-wanted", "yes")]);
    let mut other = right("seller-email");
    other.insert("seller-email-again".to_owned(), vec!["other@example.com".to_owned()]);
    let (_, step) = walked(&[("seller-email-wanted", yes), ("seller-email", other)]);
    assert_eq!(page(step).problems[0].field, "seller-email-again");
}

#[test]
fn no_page_can_be_jumped_to_and_none_is_invented() {
    let mut journey = Journey::new(service());
    for path in ["mileage", "check-answers", "declaration", "motor-trade"] {
        let step = journey.page(path, false, Language::En, TODAY).expect("it exists");
        assert_eq!(page(step).path, "vehicle");
        let step = journey.answer(path, &right(path), false, Language::En, TODAY);
        assert_eq!(page(step).path, "vehicle", "and nothing typed there is taken");
    }
    assert_eq!(journey.page("admin", false, Language::En, TODAY), Err(NoSuchPage));
}

#[test]
fn a_refused_declaration_says_what_is_wrong_in_the_other_language_too() {
    let (mut journey, _) = walked(&[]);
    let declaration = |journey: &Journey, language| {
        page(journey.page("declaration", false, language, TODAY).expect("it exists"))
    };
    assert_eq!(declaration(&journey, Language::En).problems, [], "nothing was asked of it yet");

    let english = journey.declare(&Values::new(), Language::En, TODAY).expect_err("no ticks");
    let welsh = declaration(&journey, Language::Cy);

    assert_eq!(declaration(&journey, Language::En).problems, english.problems);
    assert_eq!(welsh.problems.len(), 2);
    assert_ne!(welsh.problems, english.problems);
}

#[test]
fn the_declaration_must_be_ticked_and_ticked_again_after_a_change() {
    let (mut journey, _) = walked(&[]);
    let refused = journey.declare(&Values::new(), Language::Cy, TODAY).expect_err("no ticks");
    assert_eq!((refused.path.as_str(), refused.problems.len()), ("declaration", 2));
    assert_eq!(refused.purpose, PagePurpose::Declaration);

    journey.declare(&right("declaration"), Language::En, TODAY).expect("both are ticked");
    journey.answer("mileage", &values(&[("mileage", "1")]), true, Language::En, TODAY);

    let step = journey.page("declaration", false, Language::En, TODAY).expect("it exists");
    for field in page(step).fields {
        assert!(matches!(field.control, Control::Checkboxes { chosen, .. } if chosen.is_empty()));
    }
}

#[test]
fn a_draft_left_over_the_limit_of_its_date_is_asked_again_before_it_is_recorded() {
    let five_years = [("sale-date", typed_date("sale-date", date(2021, 11, 23)))];
    let (mut journey, step) = walked(&five_years);
    check(step);

    let tomorrow = TODAY.tomorrow().expect("there is one");
    let refused = journey.declare(&right("declaration"), Language::En, tomorrow);

    assert_eq!(refused.expect_err("it is a day too old").path, "sale-date");
}

#[test]
fn the_receipt_shows_what_was_given_and_hides_what_would_harm() {
    let yes = values(&[("seller-email-wanted", "yes")]);
    let (mut journey, _) = walked(&[("seller-email-wanted", yes)]);
    let completed = journey.declare(&right("declaration"), Language::Cy, TODAY).expect("complete");

    let row = |rows: &[counterfoil_form::ReceiptRow], question: &str| {
        rows.iter().find(|row| row.question == question).map(|row| row.answer.clone())
    };
    let (en, cy) = (&completed.receipt_rows_en, &completed.receipt_rows_cy);
    assert_eq!(row(en, "Vehicle registration number").as_deref(), Some("AB12 CDE"));
    assert_eq!(row(en, "Document reference number").as_deref(), Some("Ending in 910"));
    assert_eq!(row(en, "Date of sale").as_deref(), Some("16 November 2026"));
    assert_eq!(row(cy, "Dyddiad y gwerthiant").as_deref(), Some("16 Tachwedd 2026"));
    assert_eq!(row(cy, "Cadarnhad drwy e-bost").as_deref(), Some("Ydw"));
    assert!(en.iter().chain(cy).all(|row| !row.answer.contains("example.com")));
    assert_eq!(en.len(), cy.len());
    assert!(completed.declaration_en.iter().any(|line| line.contains("agree with this")));
    assert!(completed.declaration_cy.iter().any(|line| line.contains("cytuno â’r datganiad")));
}

#[test]
fn sending_back_a_page_on_which_nothing_was_touched_keeps_the_declaration() {
    let (mut journey, _) = walked(&[]);
    journey.declare(&right("declaration"), Language::En, TODAY).expect("both are ticked");
    let before = journey.answers().clone();

    // A screen sends empty values for what was left empty; the first time nothing was sent.
    let empty = values(&[("keeper-driver-number", ""), ("keeper-email", "")]);
    journey.answer("keeper-more", &empty, true, Language::En, TODAY);

    assert_eq!(journey.answers(), &before);
}

#[test]
fn a_saved_draft_is_taken_up_where_it_was_left() {
    let wrong = values(&[("mileage", "lots")]);
    let (journey, before) = walked(&[("mileage", wrong)]);
    let saved = serde_json::to_string(journey.answers()).expect("answers are plain");

    let answers = serde_json::from_str(&saved).expect("what was saved loads");
    let again = Journey::with_answers(service(), answers);

    assert_eq!(again.page("mileage", false, Language::En, TODAY), Ok(before));
}

fn on_path(journey: &Journey, path: &str) -> bool {
    let step = journey.page(path, false, Language::En, TODAY).expect("it exists");
    matches!(step, StepOut::Page(page) if page.path == path)
}
