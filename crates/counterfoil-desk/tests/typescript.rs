//! The screens' TypeScript twins of the bridge types are what Rust says.
//!
//! `cargo xtask ts` runs this with `COUNTERFOIL_WRITE_TYPESCRIPT=1` to write them.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use counterfoil_desk::bridge::{
    AppView, ConnectionView, HomeView, InLanguage, JourneyAnswer, JourneyPage, JourneyStart,
    PrintView, Problem, QueueRow, SavedView, SessionView, SignIn, StepView, SubmissionRef,
    SubmissionView,
};
use ts_rs::{Config, TS};

fn committed() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../ui/src/host/generated")
}

/// Writes every type that crosses the bridge, each with the types it is made of.
fn write_to(directory: &Path) {
    let config = Config::new().with_out_dir(directory);
    macro_rules! write {
        ($($view:ty),* $(,)?) => { $(<$view>::export_all(&config).expect("the type is written");)* };
    }
    write!(
        AppView,
        ConnectionView,
        HomeView,
        InLanguage,
        JourneyAnswer,
        JourneyPage,
        JourneyStart,
        PrintView,
        Problem,
        QueueRow,
        SavedView,
        SessionView,
        SignIn,
        StepView,
        SubmissionRef,
        SubmissionView,
    );
}

fn files(directory: &Path) -> BTreeMap<String, String> {
    let entries = std::fs::read_dir(directory).expect("the directory is there");
    let paths = entries.map(|entry| entry.expect("the entry can be read").path());
    paths
        .map(|path| {
            let name = path.file_name().expect("it has a name").to_string_lossy().into_owned();
            (name, std::fs::read_to_string(&path).expect("it is text"))
        })
        .collect()
}

#[test]
fn the_screens_know_the_bridge_as_it_is() {
    if std::env::var_os("COUNTERFOIL_WRITE_TYPESCRIPT").is_some() {
        std::fs::remove_dir_all(committed()).expect("the old twins can go");
        write_to(&committed());
        return;
    }
    let fresh = tempfile::tempdir().expect("a directory for them");
    write_to(fresh.path());

    assert_eq!(files(&committed()), files(fresh.path()), "run `cargo xtask ts`");
}
