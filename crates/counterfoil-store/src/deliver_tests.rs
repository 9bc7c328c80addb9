use counterfoil_queue::delivery::{Attention, Delivery};
use counterfoil_queue::event::{Actor, BrokenLink};
use counterfoil_queue::retry::WAIT_MAX;

use crate::test_support::{
    MARKER, NOW, acknowledged, at, attempt, copy_as_it_stands, deliver, id, raw, record, sealed,
    staff_act, story, system, terminal,
};
use crate::{Counts, Outcome, Store, StoreError};

#[test]
fn an_acknowledgement_is_kept_whole_and_the_readable_answers_are_erased() {
    let (dir, store) = terminal();
    let recorded = attempt(&store, 1);

    let now = store.settle(recorded.id, acknowledged(), system(9), "{}").expect("it was tried");

    assert!(matches!(now, Delivery::Acknowledged { .. }));
    assert!(store.content(recorded.id).expect("it reads").is_none());
    let kept = store.acknowledgement(recorded.id).expect("it reads");
    assert_eq!(kept.as_deref(), Some(b"signed by the department".as_slice()));
    assert_eq!(store.sealed(recorded.id).expect("it reads"), Some(sealed(1)));
    assert!(store.receipt_for(recorded.id).expect("it reads").is_some());
    assert_eq!(story(&store, recorded.id), ["Recorded", "Attempted", "Acknowledged"]);
    let log = std::fs::metadata(dir.path().join("queue.db-wal")).expect("it is open");
    assert_eq!(log.len(), 0, "the erased answers are not left in the write-ahead log");
}

/// Every row of every table, decrypted into a file of its own.
fn decrypted(store: &Store) -> Vec<u8> {
    let dir = tempfile::tempdir().expect("a directory");
    let plain = dir.path().join("plain.db");
    std::fs::write(&plain, b"").expect("there is room");
    let attach = format!("ATTACH DATABASE '{}' AS plain KEY ''", plain.display());
    let exported = store.read(|conn| {
        conn.execute_batch(&attach)?;
        conn.query_row("SELECT sqlcipher_export('plain')", [], |_| Ok(()))?;
        Ok(conn.execute_batch("DETACH DATABASE plain")?)
    });
    exported.expect("the test may attach");
    std::fs::read(plain).expect("it was just written")
}

#[test]
fn once_acknowledged_no_row_of_any_table_holds_an_answer() {
    let (_dir, store) = terminal();
    let recorded = attempt(&store, 1);
    let holds_marker =
        |bytes: &[u8]| bytes.windows(MARKER.len()).any(|window| window == MARKER.as_bytes());
    assert!(holds_marker(&decrypted(&store)), "until then they are kept");

    store.settle(recorded.id, acknowledged(), system(9), "{}").expect("it was tried");

    assert!(!holds_marker(&decrypted(&store)));
}

#[test]
fn a_try_starts_only_with_sealed_bytes_and_every_try_sends_the_same_ones() {
    let (_dir, store) = terminal();
    let recorded = record(&store, 1);

    let unsealed = store.begin_attempt(recorded.id, None, system(1));
    store.begin_attempt(recorded.id, Some(&sealed(1)), system(2)).expect("it waits");
    store
        .settle(recorded.id, Outcome::Offline { retry_at: NOW }, system(3), "{}")
        .expect("it was tried");
    let other_bytes = store.begin_attempt(recorded.id, Some(&sealed(2)), system(4));
    store.begin_attempt(recorded.id, None, system(5)).expect("it is sealed");

    assert!(matches!(unsealed, Err(StoreError::NotSealed)));
    assert!(matches!(other_bytes, Err(StoreError::AlreadyExists(_))));
    assert!(matches!(store.put_sealed(recorded.id, &sealed(3)), Err(StoreError::AlreadyExists(_))));
    assert_eq!(store.sealed(recorded.id).expect("it reads"), Some(sealed(1)));
    let told = story(&store, recorded.id);
    assert_eq!(told, ["Recorded", "Attempted", "Unreachable", "Attempted"]);
}

#[test]
fn one_submission_has_one_try_under_way_at_most() {
    let (_dir, store) = terminal();
    let recorded = attempt(&store, 1);

    let second = store.begin_attempt(recorded.id, None, system(2));

    assert!(matches!(second, Err(StoreError::Step(_))));
    assert_eq!(story(&store, recorded.id), ["Recorded", "Attempted"], "no event without effect");
}

#[test]
fn a_try_that_the_end_of_the_program_cut_off_is_due_again_and_nobodys_doing() {
    let (dir, store) = terminal();
    let cut_off = attempt(&store, 1);
    let waiting = record(&store, 2);
    let left = copy_as_it_stands(dir.path());

    let again = Store::open(left.path(), NOW).expect("it is sound");
    let found = again.recover_interrupted(at(500)).expect("it writes");

    assert_eq!(found, [cut_off.id]);
    assert_eq!(again.recover_interrupted(at(600)).expect("it writes"), []);
    let now = again.submission(cut_off.id).expect("it reads").expect("it is there").delivery;
    assert_eq!(now, Delivery::Waiting { faults: 0, due: at(500).wall });
    let events = again.events_for(&cut_off.id.to_string(), 1).expect("it reads");
    assert_eq!(events[0].event.actor, Actor::System);
    assert_eq!(story(&again, cut_off.id), ["Recorded", "Attempted", "Interrupted"]);
    assert_eq!(story(&again, waiting.id), ["Recorded"]);
}

#[test]
fn a_refused_submission_waits_for_a_person_who_can_put_it_back() {
    let (_dir, store) = terminal();
    let recorded = attempt(&store, 1);
    let refused = Outcome::Refused { why: Attention::Rejected };

    store.settle(recorded.id, refused, system(3), "{\"status\":422}").expect("it was tried");
    assert_eq!(store.next_due("dvla", at(1_000_000).wall).expect("it reads"), None);
    assert_eq!(store.counts().expect("it reads").needs_attention, 1);
    store.release(recorded.id, staff_act(4)).expect("it needs attention");

    assert_eq!(store.next_due("dvla", at(4).wall).expect("it reads"), Some(recorded.id));
    let told = story(&store, recorded.id);
    assert_eq!(told, ["Recorded", "Attempted", "Refused", "Released"]);
    let content = store.content(recorded.id).expect("it reads");
    assert!(content.is_some(), "a refusal erases nothing");
}

#[test]
fn the_numbers_close_at_every_step() {
    let (_dir, store) = terminal();
    let check = |expected: Counts| {
        let counts = store.counts().expect("it reads");
        assert_eq!(counts, expected);
        let sum = counts.waiting + counts.acknowledged + counts.needs_attention;
        assert_eq!(counts.recorded, sum);
    };

    check(Counts::default());
    record(&store, 1);
    check(Counts { recorded: 1, waiting: 1, ..Counts::default() });
    deliver(&store, 2);
    check(Counts { recorded: 2, waiting: 1, acknowledged: 1, ..Counts::default() });
    attempt(&store, 3);
    check(Counts { recorded: 3, waiting: 2, acknowledged: 1, ..Counts::default() });
    let conflict = Outcome::Refused { why: Attention::Conflict };
    store.settle(id(3), conflict, system(9), "{}").expect("it was tried");
    check(Counts { recorded: 3, waiting: 1, acknowledged: 1, needs_attention: 1 });
}

#[test]
fn what_has_been_due_longest_is_next() {
    let (_dir, store) = terminal();
    let first = attempt(&store, 1);
    let second = record(&store, 2);
    let later = Outcome::Faulted { retry_at: at(60_000).wall };
    store.settle(first.id, later, system(3), "{}").expect("it was tried");

    assert_eq!(store.next_due("dvla", at(1).wall).expect("it reads"), None, "nothing is due yet");
    assert_eq!(store.next_due("dvla", at(2).wall).expect("it reads"), Some(second.id));
    assert_eq!(store.next_due("dvla", at(60_000).wall).expect("it reads"), Some(second.id));
    store.begin_attempt(second.id, Some(&sealed(2)), system(4)).expect("it waits");
    assert_eq!(store.next_due("dvla", at(59_999).wall).expect("it reads"), None);
    assert_eq!(store.next_due("dvla", at(60_000).wall).expect("it reads"), Some(first.id));
}

#[test]
fn when_the_department_answers_again_everything_that_waits_is_due() {
    let (_dir, store) = terminal();
    let recorded = attempt(&store, 1);
    let offline = Outcome::Offline { retry_at: at(600_000).wall };
    store.settle(recorded.id, offline, system(3), "{}").expect("it was tried");

    let released = store.release_offline("dvla", at(5_000).wall).expect("it writes");

    assert_eq!(released, 1);
    assert_eq!(store.next_due("dvla", at(5_000).wall).expect("it reads"), Some(recorded.id));
}

#[test]
fn a_wall_clock_put_back_ten_years_holds_nothing_up() {
    let (_dir, store) = terminal();
    let recorded = record(&store, 1);
    let ten_years_ms = 10 * 365 * 24 * 3_600 * 1_000;

    let then = NOW.plus_millis(-ten_years_ms);

    assert_eq!(store.next_due("dvla", then).expect("it reads"), Some(recorded.id));
    let just_before = NOW.plus_millis(1 - WAIT_MAX.as_millis() as i64);
    assert_eq!(store.next_due("dvla", just_before).expect("it reads"), None, "a plan is kept");
}

#[test]
fn an_acknowledgement_is_refused_whole_when_any_part_of_it_cannot_be_written() {
    let (_dir, store) = terminal();
    let recorded = attempt(&store, 1);
    raw(
        &store,
        "CREATE TRIGGER full BEFORE INSERT ON event BEGIN SELECT RAISE (ABORT, 'full'); END",
    )
    .expect("it is only a trigger");

    let refused = store.settle(recorded.id, acknowledged(), system(9), "{}");

    assert!(refused.is_err());
    assert!(store.content(recorded.id).expect("it reads").is_some(), "nothing was erased");
    assert_eq!(store.acknowledgement(recorded.id).expect("it reads"), None);
}

#[test]
fn a_log_that_somebody_with_the_key_has_changed_names_the_event() {
    let (_dir, store) = terminal();
    deliver(&store, 1);
    let head = store.verify_log().expect("nobody has touched it");
    assert_eq!(head.sequence, 4);

    raw(&store, "DROP TRIGGER event_is_never_changed").expect("whoever has the key can");
    raw(&store, "UPDATE event SET actor = '{\"kind\":\"self_service\"}' WHERE sequence = 2")
        .expect("the trigger is gone");

    let broken = store.verify_log();
    assert!(matches!(broken, Err(StoreError::Log(BrokenLink::Body(2)))), "{broken:?}");
}

#[test]
fn a_log_with_an_event_taken_out_names_the_gap() {
    let (_dir, store) = terminal();
    deliver(&store, 1);

    raw(&store, "DROP TRIGGER event_is_never_deleted").expect("whoever has the key can");
    raw(&store, "DELETE FROM event WHERE sequence = 3").expect("the trigger is gone");

    let broken = store.verify_log();
    let gap = BrokenLink::Gap { expected: 3, found: 4 };
    assert!(matches!(broken, Err(StoreError::Log(found)) if found == gap), "{broken:?}");
}
