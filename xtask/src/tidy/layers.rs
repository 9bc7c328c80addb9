//! A layer depends on lower layers only; layer-0 crates not even on each other, save the importer.

use super::Fault;
use super::crates::Crate;

/// Where each crate of the workspace belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// In a layer, 0 to 3.
    Layer(u8),
    /// Beside the layers, and in a release.
    Beside,
    /// Never in a release.
    DevOnly,
}

const PLACES: &[(&str, Place)] = &[
    ("counterfoil-form", Place::Layer(0)),
    ("counterfoil-import", Place::Layer(0)),
    ("counterfoil-queue", Place::Layer(0)),
    ("counterfoil-seal", Place::Layer(0)),
    ("counterfoil-receipt", Place::Layer(0)),
    ("counterfoil-store", Place::Layer(1)),
    ("counterfoil-sync", Place::Layer(1)),
    ("counterfoil-print", Place::Layer(1)),
    ("counterfoil-desk", Place::Layer(2)),
    ("counterfoil-cli", Place::Layer(3)),
    ("counterfoil-terminal", Place::Layer(3)),
    ("counterfoil-desk-http", Place::DevOnly),
    ("counterfoil-department", Place::Beside),
    ("counterfoil-testing", Place::DevOnly),
    ("counterfoil-tests", Place::DevOnly),
    ("xtask", Place::DevOnly),
];

/// Dependencies within a layer, each with its reason in a comment.
const SIDEWAYS: &[(&str, &str)] = &[
    // It turns foreign forms into native definitions, so it cannot do without their types. It is
    // as pure as the rest of layer 0, and nothing else of that layer may use it.
    ("counterfoil-import", "counterfoil-form"),
];

/// The place of the workspace's crate `name`, if it is one.
pub(super) fn place(name: &str) -> Option<Place> {
    PLACES.iter().find(|(known, _)| *known == name).map(|(_, place)| *place)
}

/// Crates without a place, and dependencies that point up or sideways.
pub(super) fn check(crates: &[Crate]) -> Vec<Fault> {
    crates.iter().flat_map(faults_of).collect()
}

fn faults_of(one: &Crate) -> Vec<Fault> {
    let Some(from) = place(&one.name) else {
        return vec![format!("{} has no place in xtask's list of layers", one.name)];
    };
    let allowed = |to: &str| SIDEWAYS.contains(&(one.name.as_str(), to));
    let wrong = one.direct.iter().filter(|to| place(to).is_some_and(|at| !may_use(from, at)));
    let wrong = wrong.filter(|to| !allowed(to.as_str()));
    wrong.map(|to| format!("{} depends on {to}", one.name)).collect()
}

fn may_use(from: Place, to: Place) -> bool {
    match (from, to) {
        (Place::Layer(from), Place::Layer(to)) => to < from,
        // The programs may start a department; nothing below them knows of one.
        (Place::Layer(from), Place::Beside) => from == 3,
        // A department shares the pure crates with terminals and nothing else.
        (Place::Beside, Place::Layer(to)) => to == 0,
        (Place::Beside, Place::Beside) => false,
        // What is never in a release may use anything; who may use it is another rule.
        (Place::DevOnly, _) | (_, Place::DevOnly) => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dependency_on_the_same_or_a_higher_layer_is_a_fault() {
        let crates = [
            Crate::with("counterfoil-form", &["counterfoil-queue"]),
            Crate::with("counterfoil-store", &["counterfoil-desk", "counterfoil-queue"]),
            Crate::with("counterfoil-desk", &["counterfoil-store", "serde"]),
        ];

        let expected = [
            "counterfoil-form depends on counterfoil-queue",
            "counterfoil-store depends on counterfoil-desk",
        ];
        assert_eq!(check(&crates), expected);
    }

    #[test]
    fn only_the_importer_may_use_a_crate_of_its_own_layer() {
        let both = ["counterfoil-form", "counterfoil-queue"];
        let crates = [
            Crate::with("counterfoil-import", &both),
            Crate::with("counterfoil-form", &["counterfoil-import"]),
        ];

        let expected = [
            "counterfoil-import depends on counterfoil-queue",
            "counterfoil-form depends on counterfoil-import",
        ];
        assert_eq!(check(&crates), expected);
    }

    #[test]
    fn a_crate_that_no_one_gave_a_place_is_a_fault() {
        assert_eq!(check(&[Crate::with("counterfoil-new", &[])]).len(), 1);
    }

    #[test]
    fn only_the_programs_may_start_a_department() {
        let department = "counterfoil-department";

        assert!(check(&[Crate::with("counterfoil-cli", &[department])]).is_empty());
        assert_eq!(check(&[Crate::with("counterfoil-desk", &[department])]).len(), 1);
    }
}
