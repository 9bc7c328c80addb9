//! The services that ship can be used.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::support::TODAY;
use counterfoil_form::definition::{overlay, schema};
use counterfoil_form::explore::{STEPS, explore};
use counterfoil_form::view::Language;
use counterfoil_form::{Journey, StepOut, catalogue, revalidate, run};
use jiff::civil::date;

/// Departments of the strategy's seven and the Cabinet Office, each with those of ours that are
/// its agencies.
const DEPARTMENTS: [(&str, &[&str]); 8] = [
    ("HM Revenue and Customs", &["hmrc"]),
    ("Department for Transport", &["dvla", "dvsa"]),
    ("Department for Work and Pensions", &["dwp"]),
    ("Ministry of Justice", &["opg", "hmpps", "hmcts"]),
    ("Business, Innovation and Skills", &["insolvency-service"]),
    ("Environment, Food and Rural Affairs", &["environment-agency", "rpa"]),
    ("Home Office", &["hmpo"]),
    ("Cabinet Office", &["cabinet-office"]),
];

#[test]
fn every_shipped_service_loads_with_all_its_words_in_both_languages() {
    let services = catalogue::shipped().unwrap_or_else(|problems| panic!("{problems}"));

    let ids: BTreeSet<&str> = services.iter().map(|service| service.id()).collect();
    assert!(14 <= ids.len() && ids.len() == services.len(), "{ids:?}");
    for (department, agencies) in DEPARTMENTS {
        let served = services.iter().any(|one| agencies.contains(&one.department_id()));
        assert!(served, "{department} has no service");
    }
}

#[test]
fn every_shipped_service_says_who_owns_it_and_what_a_counter_needs_to_know() {
    for service in catalogue::shipped().expect("they load") {
        let (id, definition) = (service.id(), service.definition());
        assert!(definition.owner.is_some(), "{id} has no owner");
        assert!(!definition.sources.is_empty(), "{id} does not say where its rules come from");
        assert!(2 <= definition.signposts.len(), "{id} names fewer than two other ways");
        for (what, list) in [
            ("script", &definition.script),
            ("evidence", &definition.evidence),
            ("consent", &definition.consent),
            ("next_steps", &definition.next_steps),
            ("contact", &definition.contact),
            ("contest", &definition.contest),
        ] {
            assert!(!list.is_empty(), "{id} has no {what}");
        }
        assert!(!definition.costs.is_empty(), "{id} has no unit costs");
        assert!(!service.needs_a_file(), "{id} needs a file, which no screen can take yet");
    }
}

#[test]
fn every_example_passes_for_years_and_the_department_accepts_it() {
    let services = catalogue::shipped().expect("they load");
    for (service, example) in services.iter().zip(catalogue::examples()) {
        for today in [date(2026, 11, 23), date(2028, 2, 29), date(2036, 1, 1)] {
            let answers = serde_json::from_str(example).expect("an example is JSON");

            let completed = run(service, &answers, today)
                .unwrap_or_else(|wrong| panic!("{} on {today}: {wrong:?}", service.id()));

            assert_eq!(revalidate(service, &completed.answers, today), [], "{}", service.id());
        }
    }
}

#[test]
fn every_page_of_every_shipped_service_can_be_reached_and_answered() {
    for service in catalogue::shipped().expect("they load") {
        let service = Arc::new(service);
        let found = explore(&service, TODAY, STEPS);

        assert_eq!(found.stuck, [].into(), "{} cannot be answered", service.id());
        assert_eq!(found.unreached, [""; 0], "{} has pages that nobody sees", service.id());
        assert!(0 < found.completed, "{} never comes to its end", service.id());
        for tour in &found.tours {
            let mut journey = Journey::new(Arc::clone(&service));
            for step in &tour.steps {
                journey.answer(&step.path, &step.values, false, Language::En, TODAY);
            }
            let end = journey.page(&tour.end, false, Language::En, TODAY).expect("it exists");
            assert!(
                matches!(&end, StepOut::Page(page) if page.path == tour.end)
                    || matches!(&end, StepOut::Check(check) if check.path == tour.end),
                "{}",
                tour.end
            );
        }
    }
}

#[test]
fn the_two_languages_are_built_alike_and_differ() {
    for service in catalogue::shipped().expect("they load") {
        let english = overlay::keys(service.definition());
        let welsh = overlay::welsh(service.definition());
        let mut same = Vec::new();
        for (key, en) in &english {
            let cy = &welsh[key];
            let marks =
                |text: &str| text.lines().filter(|line| line.starts_with(['#', '-', '>'])).count();
            assert_eq!(marks(en), marks(cy), "{} {key}: another list or heading", service.id());
            let holes = |text: &str| text.matches('{').count();
            assert_eq!(holes(en), holes(cy), "{} {key}: another placeholder", service.id());
            let words = en.split(' ').filter(|word| word.starts_with(char::is_lowercase)).count();
            if en == cy && 3 < words {
                same.push(key.clone());
            }
        }
        assert!(same.is_empty(), "{}: not in Welsh: {same:?}", service.id());
    }
}

#[test]
fn the_schema_that_editors_use_is_the_one_of_the_types() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../services/service.schema.json");
    let fresh = schema::schema();
    if std::env::var_os("COUNTERFOIL_WRITE_SCHEMA").is_some() {
        std::fs::write(path, &fresh).expect("the schema can be written");
    }
    let committed = std::fs::read_to_string(path).expect("it is committed");

    assert_eq!(committed, fresh, "run `cargo xtask schema`");
}
