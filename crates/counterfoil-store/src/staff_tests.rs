use counterfoil_queue::event::{EventKind, NewEvent};
use counterfoil_queue::time::BootId;

use super::{SignInLock, StaffRole};
use crate::test_support::{NOW, at, copy_as_it_stands, staff, staff_act, terminal};
use crate::{Store, StoreError};

fn event(kind: EventKind) -> NewEvent {
    NewEvent { subject: Some("100234".into()), ..staff_act(1).does(kind) }
}

#[test]
fn a_try_is_counted_durably_before_its_pin_is_looked_at() {
    let (dir, store) = terminal();
    store.sign_in_tried("100234").expect("it writes");
    let tried = store.sign_in_tried("100234").expect("it writes").expect("they exist");

    let left = copy_as_it_stands(dir.path());

    let again = Store::open(left.path(), NOW).expect("it is sound");
    let found = again.staff("100234").expect("it reads").expect("they exist");
    assert_eq!((tried.failures, found.failures), (2, 2));
}

#[test]
fn a_right_pin_forgets_the_failures_and_is_logged() {
    let (_dir, store) = terminal();
    store.sign_in_tried("100234").expect("it writes");

    store.sign_in_accepted("100234", event(EventKind::SignedIn)).expect("they exist");

    let found = store.staff("100234").expect("it reads").expect("they exist");
    assert!(found == staff(), "as before the try");
    let events = store.events_for("100234", 10).expect("it reads");
    assert_eq!(events.len(), 1);
    assert_eq!(events[0].event.kind, EventKind::SignedIn);
}

#[test]
fn a_staff_number_that_nobody_has_is_refused_and_logged_alike() {
    let (_dir, store) = terminal();

    assert!(store.sign_in_tried("999999").expect("it writes").is_none());
    let refused = event(EventKind::SignInRefused);
    store.sign_in_refused("999999", None, refused).expect("it writes");
    let accepted = store.sign_in_accepted("999999", event(EventKind::SignedIn));

    assert!(matches!(accepted, Err(StoreError::NotFound(_))));
    let events = store.events_for("100234", 10).expect("it reads");
    assert_eq!(events.len(), 1, "the acceptance was rolled back with its event");
}

#[test]
fn a_lock_outlives_a_restart_and_no_clock_that_a_person_can_set_ends_it() {
    let (_dir, store) = terminal();
    let lock = SignInLock::starting(at(0), 60_000);
    let refused = event(EventKind::SignInRefused);
    store.sign_in_refused("100234", Some(lock), refused).expect("it writes");

    let found = store.staff("100234").expect("it reads").expect("they exist");
    let lock = found.lock.expect("it was kept");
    let mut wall_put_forward = at(30_000);
    wall_put_forward.wall = at(10_000_000).wall;
    let mut restarted = at(30_000);
    restarted.boot = BootId([1; 16]);
    restarted.monotonic_ms = 10_000_000;

    assert!(lock.holds(at(59_999)));
    assert!(lock.holds(wall_put_forward));
    assert!(lock.holds(restarted));
    assert!(!lock.holds(at(60_000)));
}

#[test]
fn staff_are_added_and_changed_with_an_event() {
    let (_dir, store) = terminal();
    let mut member = staff();
    member.number = "200001".into();
    member.role = StaffRole::Supervisor;

    store.put_staff(&member, event(EventKind::TerminalSetUp)).expect("it writes");
    member.name = "Alex Example".into();
    store.put_staff(&member, event(EventKind::TerminalSetUp)).expect("it writes");

    assert!(store.staff("200001").expect("it reads") == Some(member));
}
