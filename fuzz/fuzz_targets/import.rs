//! Any bytes as a form of another builder: a definition, a report or an error, never a panic, and
//! what comes out loads. The first byte chooses the format (or leaves it to be told), and a zero
//! byte further on parts a form from its Welsh.
#![no_main]

use std::sync::Arc;

use counterfoil_form::Service;
use counterfoil_form::explore::explore;
use counterfoil_import::{Format, Options, Verdict, import};
use libfuzzer_sys::fuzz_target;

/// Pages answered at most of what was imported.
const STEPS: usize = 30;

fuzz_target!(|data: &[u8]| {
    let Some((first, rest)) = data.split_first() else { return };
    let format = Format::ALL.get(usize::from(first % 4)).copied();
    let mut parts = rest.splitn(2, |byte| *byte == 0);
    let source = parts.next().unwrap_or_default();
    let options = Options { format, welsh: parts.next(), name: Some("fuzzed") };
    let Ok(found) = import(source, &options) else { return };

    assert_eq!(found.definition.is_none(), found.report.verdict == Verdict::Refused);
    assert!(found.report.verdict != Verdict::Refused || !found.report.issues.is_empty());
    if let Some(definition) = found.definition {
        let service = Service::draft_of(definition).expect("what was imported loads");
        let _ = explore(&Arc::new(service), jiff::civil::date(2026, 11, 25), STEPS);
    }
});
