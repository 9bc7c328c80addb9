use counterfoil_queue::delivery::Delivery;
use counterfoil_queue::ids::Sequence;

use crate::StoreError;
use crate::test_support::{
    MARKER, NOW, copy_as_it_stands, deliver, files_with, id, make, raw, record, story, submission,
    terminal,
};
use crate::{Counts, Store};

#[test]
fn a_recorded_submission_reads_back_whole_with_its_receipt_and_its_event() {
    let (_dir, store) = terminal();

    let recorded = record(&store, 1);

    let found = store.submission(recorded.id).expect("it reads").expect("it is there");
    assert_eq!((found.sequence, found.reference), (Sequence(1), recorded.reference));
    assert_eq!(found.recorded, submission(1).act.stamp);
    assert_eq!(found.operator, submission(1).act.actor);
    assert_eq!(found.language, "cy");
    assert!(matches!(found.delivery, Delivery::Waiting { faults: 0, .. }));
    let by_reference = store.by_reference(recorded.reference).expect("it reads");
    assert_eq!(by_reference.as_ref(), Some(&found));
    let receipt = store.receipt_for(recorded.id).expect("it reads");
    assert_eq!(receipt, Some(recorded.receipt));
    let content = store.content(recorded.id).expect("it reads").expect("not yet erased");
    assert_eq!(content.answers, submission(1).answers);
    assert_eq!(story(&store, recorded.id), ["Recorded"]);
}

#[test]
fn a_recorded_submission_survives_the_end_of_the_program_without_a_goodbye() {
    let (dir, store) = terminal();
    let recorded = record(&store, 1);

    let left = copy_as_it_stands(dir.path());

    let again = Store::open(left.path(), NOW).expect("nothing is damaged");
    let found = again.submission(recorded.id).expect("it reads").expect("it was recorded");
    assert_eq!(found.reference, recorded.reference);
    assert_eq!(story(&again, recorded.id), ["Recorded"]);
    again.verify_log().expect("the log is whole");
}

#[test]
fn a_recording_that_fails_leaves_nothing_behind_and_its_number_free() {
    let (_dir, store) = terminal();
    record(&store, 1);
    let head = store.verify_log().expect("the log is whole");

    let refused =
        store.record(submission(2), |_| Err(StoreError::NotFound("reason to go on"))).err();
    let mut too_long = submission(3);
    too_long.answers = "x".repeat(crate::content::CONTENT_MAX + 1);
    let refused_late = store.record(too_long, make).err();
    let next = record(&store, 4);

    assert!(matches!(refused, Some(StoreError::NotFound(_))));
    assert!(matches!(refused_late, Some(StoreError::TooLong { what: "answers", .. })));
    assert_eq!(next.sequence, Sequence(2));
    assert_eq!(store.submission(id(2)).expect("it reads"), None);
    assert_eq!(store.submission(id(3)).expect("it reads"), None);
    let now = store.verify_log().expect("the log is whole");
    assert_eq!(now.sequence, head.sequence + 1, "one event for the one that was recorded");
}

#[test]
fn an_event_that_cannot_be_written_takes_its_submission_with_it() {
    let (_dir, store) = terminal();
    raw(&store, "CREATE TRIGGER full BEFORE INSERT ON event BEGIN SELECT RAISE (ABORT, ''); END")
        .expect("it is only a trigger");

    let refused = store.record(submission(1), make);

    assert!(refused.is_err());
    assert_eq!(store.submission(id(1)).expect("it reads"), None);
    assert_eq!(store.counts().expect("it reads"), Counts::default());
}

#[test]
fn a_full_disk_is_said_to_be_full_and_nothing_is_half_recorded() {
    let (_dir, store) = terminal();
    // SQLite gives the same error for its own limit as for the disk's.
    let pages = store.read(|conn| {
        let pages: i64 = conn.query_row("PRAGMA page_count", [], |row| row.get(0))?;
        Ok(conn.pragma_update(None, "max_page_count", pages)?)
    });
    pages.expect("it is only a limit");
    let mut long = submission(1);
    long.answers = "x".repeat(100_000);

    let refused = store.record(long, make).err();

    assert!(matches!(refused, Some(StoreError::DiskFull)), "{refused:?}");
    assert_eq!(store.counts().expect("it reads"), Counts::default());
    store.verify_log().expect("the log is whole");
}

#[test]
fn a_panic_while_recording_leaves_nothing_behind_and_the_store_usable() {
    let (_dir, store) = terminal();

    let panicked = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        store.record(submission(1), |_| -> Result<_, StoreError> { panic!("a fault of ours") })
    }));

    assert!(panicked.is_err());
    assert_eq!(record(&store, 2).sequence, Sequence(1));
}

#[test]
fn an_id_or_a_reference_is_never_recorded_twice() {
    let (_dir, store) = terminal();
    let first = record(&store, 1);

    let same_id = store.record(submission(1), make);
    let same_reference = store.record(submission(2), |sequence| {
        let mut made = make(sequence)?;
        made.reference = first.reference;
        Ok::<_, StoreError>(made)
    });

    assert!(same_id.is_err());
    assert!(same_reference.is_err());
    assert_eq!(store.counts().expect("it reads").recorded, 1);
}

#[test]
fn answers_are_found_nowhere_in_the_clear_before_and_after_the_acknowledgement() {
    let (dir, store) = terminal();
    let recorded = record(&store, 1);
    assert_eq!(files_with(dir.path(), MARKER), [""; 0]);
    assert_eq!(files_with(dir.path(), "SQLite format 3"), [""; 0], "the whole file is encrypted");

    deliver(&store, 2);
    store.checkpoint().expect("nobody else reads");
    assert_eq!(files_with(dir.path(), MARKER), [""; 0]);
    drop(store);

    assert_eq!(files_with(dir.path(), MARKER), [""; 0]);
    let again = Store::open(dir.path(), NOW).expect("it is sound");
    let kept = again.content(recorded.id).expect("it reads").expect("it is not acknowledged");
    assert!(kept.answers.contains(MARKER), "the scan would have found it, were it in the clear");
}

#[test]
fn the_queue_is_shown_latest_first_and_page_by_page() {
    let (_dir, store) = terminal();
    for n in 1..=5 {
        record(&store, n);
    }

    let first = store.queue_rows(2, None).expect("it reads");
    let second = store.queue_rows(10, first.last().map(|row| row.sequence)).expect("it reads");

    let numbers = |rows: &[crate::Submission]| -> Vec<u64> {
        rows.iter().map(|row| row.sequence.0).collect()
    };
    assert_eq!(numbers(&first), [5, 4]);
    assert_eq!(numbers(&second), [3, 2, 1]);
}

/// Every statement that would rewrite history, with what must be left standing.
const FORBIDDEN: &[&str] = &[
    "UPDATE event SET body = '{}'",
    "DELETE FROM event",
    "INSERT INTO event SELECT sequence + 7, previous, hash, wall_ms, offset_minutes,
        monotonic_ms, boot, actor, second_actor, kind, subject, body FROM event LIMIT 1",
    "INSERT OR REPLACE INTO event SELECT * FROM event WHERE sequence = 1",
    "UPDATE submission SET sequence = 9",
    "UPDATE submission SET id = 'x'",
    "UPDATE submission SET reference = 'x'",
    "UPDATE submission SET service = 'x'",
    "UPDATE submission SET definition_version = '2'",
    "UPDATE submission SET recorded_ms = 0",
    "UPDATE submission SET operator = '{\"kind\":\"system\"}'",
    "DELETE FROM submission",
    "INSERT OR REPLACE INTO submission SELECT * FROM submission",
    "INSERT INTO submission SELECT sequence + 7, 'x', 'x', service, definition_version,
        department, language, mode, recorded_ms, recorded_offset_minutes,
        recorded_monotonic_ms, recorded_boot, operator FROM submission LIMIT 1",
    "DELETE FROM delivery",
    "UPDATE delivery SET submission = 9",
    "INSERT OR REPLACE INTO delivery SELECT * FROM delivery",
    "UPDATE submission_content SET answers = '{}'",
    "DELETE FROM submission_content",
    "INSERT OR REPLACE INTO submission_content SELECT * FROM submission_content",
    "UPDATE sealed SET package = x'00'",
    "DELETE FROM sealed",
    "INSERT OR REPLACE INTO sealed SELECT * FROM sealed",
    "UPDATE receipt SET content = '{}'",
    "DELETE FROM receipt",
    "INSERT OR REPLACE INTO receipt SELECT * FROM receipt",
    "DELETE FROM print",
    "INSERT OR REPLACE INTO print SELECT * FROM print",
];

#[test]
fn nothing_that_was_recorded_can_be_changed_or_deleted_by_any_statement() {
    let (_dir, store) = terminal();
    let recorded = crate::test_support::attempt(&store, 1);
    let act = crate::test_support::system(0);
    store.print_started(recorded.receipt.id, "front desk", act).expect("there is a receipt");

    for sql in FORBIDDEN {
        let refused = raw(&store, sql).expect_err(sql);
        let StoreError::Database(error) = &refused else { panic!("{sql}: {refused}") };
        assert_eq!(
            error.sqlite_error_code(),
            Some(rusqlite::ErrorCode::ConstraintViolation),
            "{sql}: {error}"
        );
        assert!(
            error.to_string().contains("never")
                || error.to_string().contains("kept")
                || error.to_string().contains("takes")
                || error.to_string().contains("final"),
            "a trigger says why: {sql}: {error}"
        );
    }
    store.verify_log().expect("the log is whole");
}

#[test]
fn what_was_acknowledged_stays_acknowledged_and_only_then_may_be_erased() {
    let (_dir, store) = terminal();
    deliver(&store, 1);

    raw(&store, "UPDATE delivery SET state = 'waiting', due_ms = 0").expect_err("it is final");
    let erased = raw(&store, "DELETE FROM sealed").expect("the department has it");

    assert_eq!(erased, 1);
}
