//! What is for tests never reaches a release.

use super::Fault;
use super::crates::Crate;
use super::layers::{Place, place};

/// Crates of a release that a test crate gets into.
pub(super) fn check(crates: &[Crate]) -> Vec<Fault> {
    let released = crates.iter().filter(|one| place(&one.name) != Some(Place::DevOnly));
    released.flat_map(faults_of).collect()
}

fn faults_of(one: &Crate) -> Vec<Fault> {
    let inside = one.reach.iter().filter(|to| place(to) == Some(Place::DevOnly));
    inside.map(|to| format!("{} pulls in {to}", one.name)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_test_crate_inside_a_program_is_a_fault() {
        let crates = [
            Crate::with("counterfoil-cli", &["counterfoil-testing"]),
            Crate::with("counterfoil-tests", &["counterfoil-testing"]),
        ];

        assert_eq!(check(&crates), ["counterfoil-cli pulls in counterfoil-testing"]);
    }
}
