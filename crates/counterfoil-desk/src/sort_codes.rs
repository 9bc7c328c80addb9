//! The operator's own table of sort codes, from files in the data directory.

use std::fs::File;
use std::io::Read as _;
use std::path::Path;
use std::sync::Arc;

use counterfoil_form::ModulusTable;

/// The file of weights, by the name under which Vocalink gives it out.
const WEIGHTS: &str = "valacdos.txt";
/// The file of substituted sort codes, which not every operator has.
const SUBSTITUTES: &str = "scsubtab.txt";
/// The most bytes read of either; editions have about 100 KB.
const BYTES_MAX: u64 = 4 << 20;

/// The table in `dir`; `None` without one. A file that is not of its form is logged and not used:
/// it could only warn, and no capture may fail for the want of a warning.
pub(crate) fn read(dir: &Path) -> Option<Arc<ModulusTable>> {
    let weights = text(&dir.join(WEIGHTS))?;
    let substitutes = text(&dir.join(SUBSTITUTES)).unwrap_or_default();
    match ModulusTable::parse(&weights, &substitutes) {
        Ok(table) => Some(Arc::new(table)),
        Err(error) => {
            tracing::error!(%error, "the table of sort codes is not used");
            None
        }
    }
}

fn text(path: &Path) -> Option<String> {
    let mut text = String::new();
    let file = File::open(path).ok()?;
    match file.take(BYTES_MAX).read_to_string(&mut text) {
        Ok(_) => Some(text),
        Err(error) => {
            tracing::error!(%error, "a file of sort codes cannot be read");
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{WEIGHTS, read};

    #[test]
    fn a_table_is_read_where_there_is_one_and_a_broken_one_is_left_alone() {
        let dir = tempfile::tempdir().expect("a directory");
        assert!(read(dir.path()).is_none());

        let row = "107999 107999 MOD11 0 0 0 0 0 0 8 7 6 5 4 3 2 1\n";
        std::fs::write(dir.path().join(WEIGHTS), row).expect("it is written");
        let table = read(dir.path()).expect("it is of its form");
        assert!(!table.may_be("107999", "88837493"));

        std::fs::write(dir.path().join(WEIGHTS), "rubbish\n").expect("it is written");
        assert!(read(dir.path()).is_none());
    }
}
