use crate::delivery::NEXT_DUE;
use crate::test_support::{at, record_for, sealed, system, terminal};
use crate::{Outcome, StoreError};

#[test]
fn what_waits_for_one_department_is_not_held_up_by_what_waits_for_another() {
    let (_dir, store) = terminal();
    let oldest = record_for(&store, 1, "dvla");
    let first = record_for(&store, 2, "hmrc");
    record_for(&store, 3, "hmrc");
    let now = at(60_000).wall;

    assert_eq!(store.next_due("hmrc", now).expect("it reads"), Some(first.id));
    assert_eq!(store.next_due("dvla", now).expect("it reads"), Some(oldest.id));
    assert_eq!(store.next_due("dwp", now).expect("it reads"), None);
}

#[test]
fn a_department_that_answers_again_makes_only_its_own_due() {
    let (_dir, store) = terminal();
    let later = Outcome::Offline { retry_at: at(600_000).wall };
    for (n, department) in [(1, "dvla"), (2, "hmrc")] {
        let recorded = record_for(&store, n, department);
        store.begin_attempt(recorded.id, Some(&sealed(n)), system(2)).expect("it waits");
        store.settle(recorded.id, later.clone(), system(3), "{}").expect("it was tried");
    }
    let now = at(5_000).wall;

    let released = store.release_offline("hmrc", now).expect("it writes");

    assert_eq!(released, 1);
    assert!(store.next_due("hmrc", now).expect("it reads").is_some());
    assert_eq!(store.next_due("dvla", now).expect("it reads"), None, "its plan is its own");
}

#[test]
fn the_next_that_is_due_is_found_in_the_order_of_the_index_without_sorting() {
    let (_dir, store) = terminal();

    let plan = store.read(|conn| {
        let mut stmt = conn.prepare(&format!("EXPLAIN QUERY PLAN {NEXT_DUE}"))?;
        let none = rusqlite::named_params! { ":department": "", ":now": 0, ":latest": 0 };
        let steps = stmt.query_map(none, |row| row.get(3))?;
        Ok::<_, StoreError>(steps.collect::<Result<Vec<String>, _>>()?)
    });

    let plan = plan.expect("it can be planned");
    assert_eq!(plan.len(), 2, "nothing is sorted: {plan:?}");
    assert!(plan[0].starts_with("SCAN d USING") && plan[0].ends_with("INDEX delivery_due"));
    assert!(plan[1].starts_with("SEARCH s USING INTEGER PRIMARY KEY"), "{plan:?}");
}
