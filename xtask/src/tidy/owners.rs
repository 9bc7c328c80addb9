//! Each thing outside the program has one crate that talks to it.

use super::Fault;
use super::crates::Crate;

/// A dependency, and the crates that may have it.
const OWNERS: &[(&str, &[&str])] = &[
    // The department is another program with a database of its own.
    ("rusqlite", &["counterfoil-store", "counterfoil-department"]),
    ("reqwest", &["counterfoil-sync"]),
    ("keyring", &["counterfoil-store"]),
    ("tauri", &["counterfoil-terminal"]),
    ("webkit2gtk", &["counterfoil-terminal"]),
];

/// Crates that have what belongs to another.
pub(super) fn check(crates: &[Crate]) -> Vec<Fault> {
    let belongs = |owners: &[&str], one: &Crate| owners.contains(&one.name.as_str());
    let of_one = |(what, owners): &(&str, &[&str])| {
        let wrong = crates.iter().filter(|one| one.direct.contains(*what) && !belongs(owners, one));
        wrong.map(|one| format!("{} has {what}", one.name)).collect::<Vec<_>>()
    };
    OWNERS.iter().flat_map(of_one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sql_outside_the_store_and_the_department_is_a_fault() {
        let crates = [
            Crate::with("counterfoil-store", &["rusqlite"]),
            Crate::with("counterfoil-department", &["rusqlite"]),
            Crate::with("counterfoil-desk", &["rusqlite", "reqwest"]),
        ];

        assert_eq!(
            check(&crates),
            ["counterfoil-desk has rusqlite", "counterfoil-desk has reqwest"]
        );
    }
}
