//! Any answers to any shipped service: never a panic, and what passes is accepted by the
//! department. The first byte chooses the service, the rest are the answers.
#![no_main]

use std::sync::LazyLock;

use counterfoil_form::{Outcome, Service, catalogue, revalidate, walk};
use libfuzzer_sys::fuzz_target;

static SERVICES: LazyLock<Vec<Service>> =
    LazyLock::new(|| catalogue::shipped().expect("the shipped services load"));

fuzz_target!(|data: &[u8]| {
    let Some((first, answers)) = data.split_first() else { return };
    let service = &SERVICES[usize::from(*first) % SERVICES.len()];
    let Ok(answers) = serde_json::from_slice(answers) else { return };
    let today = jiff::civil::date(2026, 11, 25);

    let run = walk(service, &answers, today);

    if run.outcome == Outcome::Complete {
        assert_eq!(revalidate(service, &run.answers, today), []);
    }
    if let Ok(sent) = serde_json::from_value(answers) {
        let _ = revalidate(service, &sent, today);
    }
});
