//! Builders for tests of the shipped service.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use counterfoil_form::view::{CheckView, Language, PageView};
use counterfoil_form::{Journey, Service, StepOut, Values, catalogue};
use jiff::civil::{Date, date};

/// The day of every test.
pub(crate) const TODAY: Date = date(2026, 11, 23);

/// The change of a vehicle's keeper, loaded once.
pub(crate) fn service() -> Arc<Service> {
    static SERVICE: LazyLock<Arc<Service>> = LazyLock::new(|| {
        let services = catalogue::shipped().expect("the shipped services load");
        let keeper_change = |service: &Service| service.id() == "dvla/vehicle-keeper-change";
        Arc::new(services.into_iter().find(keeper_change).expect("it ships"))
    });
    Arc::clone(&SERVICE)
}

/// What is typed, by name.
pub(crate) fn values(pairs: &[(&str, &str)]) -> Values {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), vec![(*value).to_owned()])).collect()
}

/// A date as typed.
pub(crate) fn typed_date(id: &str, date: Date) -> Values {
    BTreeMap::from([
        (format!("{id}-day"), vec![date.day().to_string()]),
        (format!("{id}-month"), vec![date.month().to_string()]),
        (format!("{id}-year"), vec![date.year().to_string()]),
    ])
}

/// What passes on the page at `path`. The sale was last week, to a private keeper.
pub(crate) fn right(path: &str) -> Values {
    let address = |who: &str| {
        let line = format!("{who}-line-1");
        let town = who.replace("-address", "-town");
        let postcode = who.replace("-address", "-postcode");
        values(&[(&line, "1 Nowhere Street"), (&town, "Exampleton"), (&postcode, "sa67jl")])
    };
    match path {
        "vehicle" => {
            values(&[("vehicle-registration", "ab12 cde"), ("document-reference", "1234 567 8910")])
        }
        "sale-date" => typed_date("sale-date", date(2026, 11, 16)),
        "confirm-sale-date" => values(&[("sale-date-confirmed", "confirmed")]),
        "sold-to" => values(&[("sold-to", "private")]),
        "keeper-name" => values(&[
            ("keeper-title", "Ms"),
            ("keeper-first-name", "Example"),
            ("keeper-last-name", "Imaginary"),
        ]),
        "keeper-address" => address("keeper-address"),
        "business" => values(&[("business-name", "Invented Fleet Ltd")]),
        "business-address" => address("business-address"),
        "keeper-consent" => values(&[("keeper-consent", "agrees")]),
        "mileage" => values(&[("mileage", "48,210")]),
        "seller-email-wanted" => values(&[("seller-email-wanted", "no")]),
        "seller-email" => values(&[
            ("seller-email", "madeup@example.com"),
            ("seller-email-again", "Madeup@example.com"),
        ]),
        "declaration" => values(&[("registration-lost", "understood"), ("declared", "agreed")]),
        _ => Values::new(),
    }
}

/// The page of a step.
pub(crate) fn page(step: StepOut) -> PageView {
    match step {
        StepOut::Page(page) => page,
        StepOut::Check(check) => panic!("a page was expected, not {}", check.path),
        StepOut::Tasks(tasks) => panic!("a page was expected, not {}", tasks.path),
    }
}

/// The check answers of a step.
pub(crate) fn check(step: StepOut) -> CheckView {
    match step {
        StepOut::Check(check) => check,
        StepOut::Page(page) => panic!("check answers were expected, not {}", page.path),
        StepOut::Tasks(tasks) => panic!("check answers were expected, not {}", tasks.path),
    }
}

/// A journey on which every page was answered rightly, except as `instead` says, and what it
/// stopped at.
pub(crate) fn walked(instead: &[(&str, Values)]) -> (Journey, StepOut) {
    let mut journey = Journey::new(service());
    let first = journey.first_page().to_owned();
    let mut step = journey.page(&first, false, Language::En, TODAY).expect("it has a first page");
    for _ in 0..30 {
        let StepOut::Page(page) = &step else { break };
        if !page.problems.is_empty() || page.button.is_empty() {
            break;
        }
        let special = instead.iter().find(|(path, _)| *path == page.path);
        let typed = special.map_or_else(|| right(&page.path), |(_, typed)| typed.clone());
        let path = page.path.clone();
        step = journey.answer(&path, &typed, false, Language::En, TODAY);
    }
    (journey, step)
}
