//! Imported definitions, answered in every way that there is.

use std::sync::Arc;

use counterfoil_form::Service;
use counterfoil_form::definition::Definition;
use counterfoil_form::explore::explore;

use crate::support::TODAY;

/// Journeys come to the end of `definition`, and no page is stuck.
pub(crate) fn comes_to_its_end(definition: &Definition) {
    if let Err(fault) = end_of(definition) {
        panic!("{fault}");
    }
}

/// The same, saying what is wrong.
pub(crate) fn end_of(definition: &Definition) -> Result<(), String> {
    let service = Service::draft_of(definition.clone()).map_err(|faults| faults.to_string())?;
    let found = explore(&Arc::new(service), TODAY, 20_000);
    if !found.stuck.is_empty() {
        return Err(format!("stuck: {:?}", found.stuck));
    }
    let ends = 0 < found.completed || found.cut_short;
    ends.then_some(()).ok_or_else(|| "no journey comes to its end".to_owned())
}
