//! Real forms, where they are at hand.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use counterfoil_form::Service;
use counterfoil_form::explore::explore;
use counterfoil_import::{Options, Verdict, import};
use serde_json::json;

use crate::support::{TODAY, one_page, text, verdict};

/// Pages answered in each form at most.
const STEPS: usize = 500;

/// Of a hundred forms so many must be usable.
const USABLE: usize = 96;

/// The folder of real forms: the one that is named, else `shared/corpus` beside the repository.
fn folder() -> PathBuf {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/corpus");
    std::env::var_os("COUNTERFOIL_CORPUS").map_or(beside, PathBuf::from)
}

fn forms(folder: &Path, found: &mut Vec<PathBuf>) {
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    for path in entries.flatten().map(|entry| entry.path()) {
        let end = path.extension().and_then(|end| end.to_str()).unwrap_or_default().to_owned();
        if path.is_dir() {
            forms(&path, found);
        } else if ["json", "yaml", "yml"].contains(&end.as_str()) {
            found.push(path);
        }
    }
}

#[test]
fn nearly_all_real_forms_become_definitions_that_load() {
    let mut all = Vec::new();
    forms(&folder(), &mut all);
    if all.is_empty() {
        // The invented forms of the other tests still stand for them.
        assert_eq!(verdict(&one_page(json!([text("a")]))), Verdict::Supported);
        println!("there are no real forms at {}; only invented ones were read", folder().display());
        return;
    }
    let mut usable = 0;
    for path in &all {
        let source = std::fs::read(path).expect("the form can be read");
        let import = import(&source, &Options::default())
            .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let report = &import.report;
        let loads = !report.issues.iter().any(|issue| issue.kind == "not-loadable");
        assert!(loads, "{}: {:?}", path.display(), report.issues);
        match import.definition {
            Some(definition) => {
                usable += 1;
                assert_ne!(report.verdict, Verdict::Refused);
                let service = Service::draft_of(definition)
                    .unwrap_or_else(|problems| panic!("{}: {problems}", path.display()));
                let found = explore(&Arc::new(service), TODAY, STEPS);
                assert!(found.stuck.is_empty(), "{}: {:?}", path.display(), found.stuck);
                assert!(0 < found.completed + found.exits, "{}: it never ends", path.display());
            }
            None => assert!(!report.issues.is_empty(), "{}: no reason given", path.display()),
        }
    }
    println!("{usable} of {} real forms are usable", all.len());
    assert!(all.len() * USABLE <= usable * 100, "only {usable} of {} are usable", all.len());
}
