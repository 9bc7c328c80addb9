//! Layer 0 has no clock, disk, network or randomness of its own: they are passed in.

use super::Fault;
use super::crates::Crate;
use super::layers::{Place, place};

/// Not even through another crate.
const NEVER: &[&str] = &["tokio", "reqwest", "rusqlite", "tauri"];
/// Not by name; a cipher's own crates may mention it without using it.
const NEVER_DIRECT: &[&str] = &["getrandom", "rand"];

/// What layer 0 pulls in and must not.
pub(super) fn check(crates: &[Crate]) -> Vec<Fault> {
    let pure = crates.iter().filter(|one| place(&one.name) == Some(Place::Layer(0)));
    pure.flat_map(faults_of).collect()
}

fn faults_of(one: &Crate) -> Vec<Fault> {
    let pulled = NEVER.iter().filter(|name| one.reach.contains(**name));
    let named = NEVER_DIRECT.iter().filter(|name| one.direct.contains(**name));
    pulled.chain(named).map(|name| format!("{} has {name}", one.name)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_runtime_in_layer_0_is_a_fault_even_through_another_crate() {
        let mut planted = Crate::with("counterfoil-form", &["serde", "getrandom"]);
        planted.reach.insert("tokio".into());

        let faults = check(&[planted, Crate::with("counterfoil-sync", &["tokio"])]);

        assert_eq!(faults, ["counterfoil-form has tokio", "counterfoil-form has getrandom"]);
    }
}
