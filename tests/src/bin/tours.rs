//! Prints, as JSON, journeys that together show every page of every shipped service, for the
//! browser to go through: `tours YYYY-MM-DD`, the day on which they pass.

use std::process::ExitCode;
use std::sync::Arc;

use counterfoil_form::catalogue;
use counterfoil_form::explore::{STEPS, explore};
use serde_json::json;

fn main() -> ExitCode {
    let Some(today) = std::env::args().nth(1).and_then(|day| day.parse().ok()) else {
        return ExitCode::from(2);
    };
    let Ok(services) = catalogue::shipped() else { return ExitCode::FAILURE };
    let all: Vec<serde_json::Value> = services
        .into_iter()
        .map(|service| {
            let service = Arc::new(service);
            let found = explore(&service, today, STEPS);
            json!({
                "service": service.id(),
                "declaration": service.definition().declaration.path,
                "pages": found.reached,
                "tours": found.tours,
            })
        })
        .collect();
    match serde_json::to_writer(std::io::stdout().lock(), &all) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}
