use std::fs;
use std::path::Path;

use super::*;
use crate::test_support::{
    MARKER, NOW, at, copy_as_it_stands, create, key, make, raw, record, set_up, submission, system,
    terminal,
};

const PAGE: usize = 4096;

fn path(dir: &Path) -> PathBuf {
    dir.join(DATABASE)
}

/// A closed terminal with some rows, as bytes.
fn closed_terminal() -> (tempfile::TempDir, Vec<u8>) {
    let (dir, store) = terminal();
    for n in 1..=8 {
        record(&store, n);
    }
    drop(store);
    let bytes = fs::read(path(dir.path())).expect("it is there");
    (dir, bytes)
}

fn refusal(dir: &Path) -> StoreError {
    match Store::open(dir, NOW) {
        Ok(_) => panic!("it was opened"),
        Err(error) => error,
    }
}

/// Opens a damaged terminal and checks that the damaged bytes were set aside, not deleted.
fn assert_set_aside(dir: &Path, damaged: &[u8], what: &str) {
    let error = refusal(dir);
    let StoreError::Damaged { moved_to } = error else { panic!("{what}: {error:?}") };
    assert_eq!(moved_to, dir.join(format!("queue.db.quarantine-{}", NOW.0)), "{what}");
    assert!(fs::read(&moved_to).expect("it was kept") == damaged, "{what}: changed on the way");
    assert!(!path(dir).exists(), "{what}");
    fs::remove_file(moved_to).expect("it is the test's");
}

#[test]
fn a_terminal_that_was_set_up_opens_again_as_it_was() {
    let (dir, store) = terminal();
    drop(store);

    let again = Store::open(dir.path(), NOW).expect("nothing has happened to it");

    let found = again.terminal().expect("it reads");
    assert_eq!((found.id, found.number), (set_up().id, set_up().number));
    assert_eq!(found.outlet, "Demonstration Post Office");
    assert_eq!(found.set_up, at(0));
    assert_eq!(again.signing_seed().expect("it reads").as_bytes(), &[3; 32]);
    assert!(again.staff("100234").expect("it reads").is_some());
    let head = again.verify_log().expect("the log is whole");
    assert_eq!(head.sequence, 1, "the set-up is the first event");
}

#[test]
fn a_terminal_is_in_one_programs_hands_at_a_time() {
    let (dir, store) = terminal();

    let refused = refusal(dir.path());

    let own = Some(std::process::id());
    assert!(matches!(refused, StoreError::InUse { pid } if pid == own), "{refused:?}");
    drop(store);
    Store::open(dir.path(), NOW).expect("the first has let go");
}

#[test]
fn an_empty_directory_is_not_set_up_and_is_left_empty() {
    let dir = tempfile::tempdir().expect("a directory");

    assert!(matches!(refusal(dir.path()), StoreError::NotSetUp));
    assert_eq!(fs::read_dir(dir.path()).expect("it is there").count(), 0);
}

#[test]
fn a_lost_key_never_leads_to_a_new_one() {
    let (dir, bytes) = closed_terminal();
    fs::remove_file(dir.path().join("queue.key")).expect("it is there");

    let refused = refusal(dir.path());
    let set_up_again = create(dir.path()).err();

    assert!(matches!(refused, StoreError::KeyUnavailable(KeyProblem::NoEntry)), "{refused:?}");
    assert!(matches!(set_up_again, Some(StoreError::AlreadySetUp)), "{set_up_again:?}");
    assert!(!dir.path().join("queue.key").exists());
    assert!(fs::read(path(dir.path())).expect("it is there") == bytes);
}

#[test]
fn a_database_without_its_record_is_left_alone() {
    let (dir, bytes) = closed_terminal();
    fs::remove_file(dir.path().join("terminal.json")).expect("it is there");

    assert!(matches!(refusal(dir.path()), StoreError::ProvisioningLost));
    assert!(matches!(create(dir.path()).err(), Some(StoreError::ProvisioningLost)));
    fs::write(dir.path().join("terminal.json"), "{}").expect("there is room");
    assert!(matches!(refusal(dir.path()), StoreError::ProvisioningLost));
    assert!(fs::read(path(dir.path())).expect("it is there") == bytes);
}

#[test]
fn a_missing_database_is_never_replaced_by_an_empty_one() {
    let (dir, _) = closed_terminal();
    fs::remove_file(path(dir.path())).expect("it is there");

    assert!(matches!(refusal(dir.path()), StoreError::DatabaseMissing));
    assert!(matches!(create(dir.path()).err(), Some(StoreError::AlreadySetUp)));
    assert!(!path(dir.path()).exists());
}

#[test]
fn a_wrong_key_is_told_from_damage_and_touches_nothing() {
    let (dir, bytes) = closed_terminal();
    let other = StoreKey::from_random([8; 48]);
    fs::write(dir.path().join("queue.key"), other.to_hex().as_bytes()).expect("there is room");

    assert!(matches!(refusal(dir.path()), StoreError::WrongKey));
    assert!(fs::read(path(dir.path())).expect("it is there") == bytes);
}

#[test]
fn one_changed_bit_in_any_page_is_found_and_the_file_set_aside() {
    let (dir, bytes) = closed_terminal();
    let pages = bytes.len() / PAGE;
    assert!(pages > 20, "{pages} pages");

    for page in 0..pages {
        let mut damaged = bytes.clone();
        damaged[page * PAGE + 16 + (page * 797) % (PAGE - 16)] ^= 1 << (page % 8);
        fs::write(path(dir.path()), &damaged).expect("there is room");

        assert_set_aside(dir.path(), &damaged, &format!("page {page}"));
    }
    fs::write(path(dir.path()), &bytes).expect("there is room");
    Store::open(dir.path(), NOW).expect("the test itself does no damage");
}

#[test]
fn a_changed_bit_in_the_salt_that_no_page_check_covers_is_found_and_mended() {
    let (dir, bytes) = closed_terminal();
    for place in 0..16 {
        let mut damaged = bytes.clone();
        damaged[place] ^= 1 << (place % 8);
        fs::write(path(dir.path()), &damaged).expect("there is room");

        drop(Store::open(dir.path(), NOW).expect("nothing else is damaged"));

        let mended = fs::read(path(dir.path())).expect("it is there");
        assert_eq!(mended[..16], bytes[..16], "byte {place}");
    }
}

#[test]
fn a_truncated_file_is_found_and_set_aside_an_empty_one_too() {
    let (dir, bytes) = closed_terminal();

    for length in [0, 1, 15, PAGE - 1, PAGE, PAGE + 100, bytes.len() / 2, bytes.len() - PAGE] {
        fs::write(path(dir.path()), &bytes[..length]).expect("there is room");

        assert_set_aside(dir.path(), &bytes[..length], &format!("{length} bytes"));
    }
}

#[test]
fn a_damaged_file_takes_its_write_ahead_log_along_and_is_still_named_at_the_next_start() {
    let (dir, store) = terminal();
    store.checkpoint().expect("nobody else reads");
    record(&store, 1);
    let left = copy_as_it_stands(dir.path());
    let log = fs::read(left.path().join("queue.db-wal")).expect("it is open");
    assert!(!log.is_empty());
    fs::write(path(left.path()), vec![7; 3 * PAGE]).expect("there is room");
    fs::write(left.path().join("queue.db-wal"), vec![7; log.len()]).expect("there is room");

    let first = refusal(left.path());
    let second = refusal(left.path());

    let aside = left.path().join(format!("queue.db.quarantine-{}", NOW.0));
    for error in [first, second] {
        assert!(matches!(&error, StoreError::Damaged { moved_to } if *moved_to == aside));
    }
    let kept = fs::read(integrity::beside(&aside, "-wal")).expect("it went along");
    assert!(kept == vec![7; log.len()]);
    assert!(matches!(create(left.path()).err(), Some(StoreError::AlreadySetUp)));
}

#[test]
fn a_second_quarantine_in_the_same_millisecond_overwrites_nothing() {
    let dir = tempfile::tempdir().expect("a directory");
    for text in ["first", "second"] {
        fs::write(path(dir.path()), text).expect("there is room");
        integrity::quarantine(&path(dir.path()), NOW).expect("it can be renamed");
    }

    let first = fs::read(dir.path().join(format!("queue.db.quarantine-{}", NOW.0)));
    let second = fs::read(dir.path().join(format!("queue.db.quarantine-{}", NOW.0 + 1)));
    assert_eq!(first.expect("it was kept"), b"first");
    assert_eq!(second.expect("it was kept"), b"second");
}

/// A power cut in the middle of a checkpoint garbles the sector that was being written. The
/// salt lives there; with the salt in the key, the log still holds the whole page.
#[test]
fn a_first_sector_garbled_by_a_power_cut_loses_nothing() {
    let (dir, store) = terminal();
    store.checkpoint().expect("nobody else reads");
    let mut long = submission(1);
    long.answers = format!("\"{}\"", MARKER.repeat(1_000));
    let recorded = store.record(long, make).expect("there is room");
    let left = copy_as_it_stands(dir.path());
    let mut bytes = fs::read(path(left.path())).expect("it is there");
    bytes[..512].fill(0xA5);
    fs::write(path(left.path()), bytes).expect("there is room");

    let again = Store::open(left.path(), NOW).expect("the log has the page");

    assert!(again.content(recorded.id).expect("it reads").is_some());
    assert!(again.terminal().is_ok());
}

#[test]
fn a_checkpoint_that_a_crash_left_half_done_is_no_damage() {
    let (dir, store) = terminal();
    for n in 1..=8 {
        record(&store, n);
    }
    let left = copy_as_it_stands(dir.path());
    store.checkpoint().expect("nobody else reads");
    let done = fs::read(path(dir.path())).expect("it is there");
    let before = fs::read(path(left.path())).expect("it is there");
    // Every second page made it into the main file, by half.
    let mut half = before.clone();
    for page in (1..before.len() / PAGE).step_by(2) {
        let bytes = page * PAGE..page * PAGE + PAGE / 2;
        half[bytes.clone()].copy_from_slice(&done[bytes]);
    }
    assert!(half != before, "the checkpoint moved pages");
    fs::write(path(left.path()), half).expect("there is room");
    let conn = connection::open(&path(left.path()), &key()).expect("the log has every page");
    let page_check = conn.query_row("PRAGMA cipher_integrity_check", [], |_| Ok(()));
    page_check.expect("it looks at the main file alone, and cries wolf");
    drop(conn);

    let again = Store::open(left.path(), NOW).expect("the log has every page");

    assert_eq!(again.counts().expect("it reads").recorded, 8);
}

#[test]
fn a_file_of_a_newer_program_is_refused_and_untouched_its_log_included() {
    let (dir, store) = terminal();
    record(&store, 1);
    raw(&store, "PRAGMA user_version = 99").expect("it is only a number");
    let left = copy_as_it_stands(dir.path());
    let files = |name: &str| fs::read(left.path().join(name)).expect("it is there");
    let before = (files("queue.db"), files("queue.db-wal"));

    let refused = refusal(left.path());

    assert!(matches!(refused, StoreError::NewerFile { found: 99, known: 1 }), "{refused:?}");
    assert!(before == (files("queue.db"), files("queue.db-wal")));
}

#[test]
fn a_key_file_is_refused_for_a_terminal_in_real_use() {
    let dir = tempfile::tempdir().expect("a directory");
    let real = TerminalSetUp { demonstration: false, ..set_up() };
    let file = KeySourceKind::DemonstrationFile;

    let refused = Store::create(dir.path(), file, &key(), &real, system(0)).err();

    assert!(matches!(refused, Some(StoreError::DemonstrationOnly)));
    assert_eq!(fs::read_dir(dir.path()).expect("it is there").count(), 0);
}

#[test]
fn a_set_up_that_was_cut_off_anywhere_is_finished_with_the_key_it_kept() {
    let (whole, store) = terminal();
    drop(store);
    let read = |name: &str| fs::read(whole.path().join(name)).expect("it is there");
    let first_key = StoreKey::from_random([4; 48]);

    let only_key = tempfile::tempdir().expect("a directory");
    fs::write(only_key.path().join("queue.key"), first_key.to_hex().as_bytes()).expect("room");
    let half_draft = tempfile::tempdir().expect("a directory");
    fs::write(half_draft.path().join("queue.key"), first_key.to_hex().as_bytes()).expect("room");
    fs::write(half_draft.path().join(DRAFT), b"half").expect("there is room");
    fs::write(half_draft.path().join("queue.db.setup-wal"), b"half").expect("there is room");
    let unnamed = tempfile::tempdir().expect("a directory");
    fs::write(unnamed.path().join("queue.key"), read("queue.key")).expect("there is room");
    fs::write(unnamed.path().join("terminal.json"), read("terminal.json")).expect("room");
    fs::write(unnamed.path().join(DRAFT), read(DATABASE)).expect("there is room");

    for cut_off in [&only_key, &half_draft] {
        drop(create(cut_off.path()).expect("nothing was recorded in it"));
        let kept = fs::read_to_string(cut_off.path().join("queue.key")).expect("it is there");
        assert_eq!(kept, *first_key.to_hex());
        Store::open(cut_off.path(), NOW).expect("its record names the key that was kept");
    }
    Store::open(unnamed.path(), NOW).expect("only its name was missing");
}

#[cfg(unix)]
#[test]
fn only_its_owner_may_read_any_file_of_a_terminal() {
    use std::os::unix::fs::PermissionsExt as _;
    let parent = tempfile::tempdir().expect("a directory");
    let dir = parent.path().join("terminal");
    let store = create(&dir).expect("the directory is made");
    record(&store, 1);

    let mode = |path: &Path| fs::metadata(path).expect("it is there").permissions().mode();
    assert_eq!(mode(&dir) & 0o077, 0);
    for entry in fs::read_dir(&dir).expect("it is there") {
        let path = entry.expect("it is there").path();
        assert_eq!(mode(&path) & 0o077, 0, "{}", path.display());
    }
}
