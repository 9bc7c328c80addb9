//! Prints, as JSON, journeys that together show every page of a shipped service, for the browser
//! to go through: `tours YYYY-MM-DD department/service`, the day on which they pass.

use std::process::ExitCode;
use std::sync::Arc;

use counterfoil_form::explore::{Guide, STEPS, Tour, TourStep, explore};
use counterfoil_form::view::{Language, PagePurpose};
use counterfoil_form::{Journey, Service, StepOut, Values, catalogue};
use jiff::civil::Date;
use serde_json::json;

fn main() -> ExitCode {
    let mut words = std::env::args().skip(1);
    let Some(today) = words.next().and_then(|day| day.parse().ok()) else {
        return ExitCode::from(2);
    };
    let Some(wanted) = words.next() else { return ExitCode::from(2) };
    let Ok(services) = catalogue::shipped() else { return ExitCode::FAILURE };
    let Some(service) = services.into_iter().find(|service| service.id() == wanted) else {
        return ExitCode::FAILURE;
    };
    match serde_json::to_writer(std::io::stdout().lock(), &through(service, today)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}

fn through(service: Service, today: Date) -> serde_json::Value {
    let service = Arc::new(service);
    let found = explore(&service, today, STEPS);
    let guide = Guide::new(Arc::clone(&service), today);
    let tours = found.tours.into_iter().map(|tour| past_its_end(tour, &service, &guide, today));
    json!({
        "declaration": service.definition().declaration.path,
        "declared": guide.declaration(),
        "pages": found.reached,
        "tours": tours.collect::<Vec<_>>(),
    })
}

/// The tour with the page at its end answered too, so that each page is gone past somewhere.
fn past_its_end(mut tour: Tour, service: &Arc<Service>, guide: &Guide, today: Date) -> Tour {
    let mut journey = Journey::new(Arc::clone(service));
    for step in &tour.steps {
        go_on(&mut journey, &step.path, &step.values, today);
    }
    let asks = match journey.page(&tour.end, false, Language::En, today) {
        Ok(StepOut::Page(page)) => page.purpose == PagePurpose::Questions,
        _ => false,
    };
    let ways = if asks { guide.ways(&journey, &tour.end) } else { Vec::new() };
    for values in ways {
        let next = go_on(&mut journey.clone(), &tour.end, &values, today);
        if next != tour.end {
            let path = std::mem::replace(&mut tour.end, next);
            tour.steps.push(TourStep { path, values });
            break;
        }
    }
    tour
}

/// Answers a page, past a warning too, and says where that leads.
fn go_on(journey: &mut Journey, path: &str, values: &Values, today: Date) -> String {
    let mut answer = || journey.answer(path, values, false, Language::En, today);
    let next = match answer() {
        StepOut::Page(page) if !page.warnings.is_empty() && page.path == path => answer(),
        next => next,
    };
    match next {
        StepOut::Page(page) => page.path,
        StepOut::Check(check) => check.path,
        StepOut::Tasks(tasks) => tasks.path,
    }
}
