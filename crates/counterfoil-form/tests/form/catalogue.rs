//! The services that ship can be used.

use counterfoil_form::{catalogue, revalidate, run};
use jiff::civil::date;

#[test]
fn every_shipped_service_loads_with_all_its_words_in_both_languages() {
    let services = catalogue::shipped().unwrap_or_else(|problems| panic!("{problems}"));

    assert!(services.iter().any(|service| service.id() == "dvla/vehicle-keeper-change"));
}

#[test]
fn every_example_passes_for_years_and_the_department_accepts_it() {
    let services = catalogue::shipped().expect("they load");
    for (service, example) in services.iter().zip(catalogue::examples()) {
        for today in [date(2026, 11, 23), date(2028, 2, 29), date(2036, 1, 1)] {
            let answers = serde_json::from_str(example).expect("an example is JSON");

            let completed = run(service, &answers, today).expect("an example passes");

            assert_eq!(revalidate(service, &completed.answers, today), []);
        }
    }
}
