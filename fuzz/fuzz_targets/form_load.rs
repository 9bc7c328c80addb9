//! Any bytes as a definition: a service or its problems, never a panic. What loads can be walked.
#![no_main]

use std::sync::Arc;

use counterfoil_form::Service;
use counterfoil_form::explore::explore;
use libfuzzer_sys::fuzz_target;

/// Pages answered at most of what loads: enough to come to most of its code.
const STEPS: usize = 40;

fuzz_target!(|data: &[u8]| {
    let Ok(text) = std::str::from_utf8(data) else { return };
    if let Ok(service) = Service::draft(text, None) {
        let _ = explore(&Arc::new(service), jiff::civil::date(2026, 11, 25), STEPS);
    }
});
