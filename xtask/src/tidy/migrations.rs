//! Every file in `migrations/` is named in the code that runs them, and they are numbered from 1
//! without gaps.

use super::Fault;
use super::sources::Source;

/// Migrations that are not run, and gaps in their numbers.
pub(super) fn check(sources: &[Source]) -> Vec<Fault> {
    let is_sql = |source: &&Source| source.path.ends_with(".sql");
    let files: Vec<&str> = sources
        .iter()
        .filter(|source| source.path.starts_with("migrations/"))
        .filter(is_sql)
        .map(|source| source.path.as_str())
        .collect();
    let unlisted = files.iter().filter(|file| !is_listed(sources, file));
    let mut faults: Vec<Fault> = unlisted.map(|file| format!("{file} is never run")).collect();
    faults.extend(files.iter().enumerate().filter_map(|(at, file)| misnumbered(at + 1, file)));
    faults
}

fn is_listed(sources: &[Source], file: &str) -> bool {
    let included = format!("{file}\")");
    let mut store = sources.iter().filter(|s| s.path.starts_with("crates/counterfoil-store/src/"));
    store.any(|source| source.text.contains(&included))
}

fn misnumbered(number: usize, file: &str) -> Option<Fault> {
    let start = format!("migrations/{number:04}_");
    (!file.starts_with(&start)).then(|| format!("{file} should be number {number:04}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_migration_that_is_not_run_or_leaves_a_gap_is_a_fault() {
        let code = "&[include_str!(\"../../../migrations/0001_ledger.sql\")]";
        let sources = [
            Source::planted("crates/counterfoil-store/src/migrate.rs", code),
            Source::planted("migrations/0001_ledger.sql", ""),
            Source::planted("migrations/0003_staff.sql", ""),
        ];

        let expected = [
            "migrations/0003_staff.sql is never run",
            "migrations/0003_staff.sql should be number 0002",
        ];
        assert_eq!(check(&sources), expected);
    }
}
