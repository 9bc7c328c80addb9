use uuid::Uuid;

use crate::test_support::{record, staff_act, story, system, terminal};
use crate::{PrintOutcome, PrintState, StoreError};

#[test]
fn the_first_print_is_the_original_and_every_later_one_a_numbered_copy() {
    let (_dir, store) = terminal();
    let recorded = record(&store, 1);
    let receipt = recorded.receipt.id;
    let out_of_paper = PrintOutcome::Failed { reason: "media-empty".into() };

    let original = store.print_started(receipt, "front", staff_act(1)).expect("it is there");
    store.print_settled(receipt, original, &out_of_paper, system(2)).expect("it is open");
    let second = store.print_started(receipt, "front", staff_act(3)).expect("it is there");
    store.print_settled(receipt, second, &PrintOutcome::Printed, system(4)).expect("it is open");
    let third = store.print_started(receipt, "file", staff_act(5)).expect("it is there");
    store.print_settled(receipt, third, &PrintOutcome::Saved, staff_act(6)).expect("it is open");

    assert_eq!((original, second, third), (0, 1, 2), "paper may have come out the first time");
    let prints = store.prints(receipt).expect("it reads");
    let states: Vec<PrintState> = prints.iter().map(|print| print.state).collect();
    assert_eq!(states, [PrintState::Failed, PrintState::Printed, PrintState::Saved]);
    assert_eq!(prints[0].reason.as_deref(), Some("media-empty"));
    assert_eq!(store.receipts_made(recorded.id).expect("it reads"), 2);
    assert_eq!(
        story(&store, recorded.id),
        [
            "Recorded",
            "ReceiptQueued",
            "ReceiptFailed",
            "ReceiptQueued",
            "ReceiptPrinted",
            "ReceiptQueued",
            "ReceiptSaved"
        ]
    );
}

#[test]
fn a_print_that_failed_may_turn_out_to_have_come_out_but_not_the_other_way_round() {
    let (_dir, store) = terminal();
    let receipt = record(&store, 1).receipt.id;
    let jam = PrintOutcome::Failed { reason: "media-jam".into() };
    let copy = store.print_started(receipt, "front", staff_act(1)).expect("it is there");
    store.print_settled(receipt, copy, &jam, system(2)).expect("it is open");

    store.print_settled(receipt, copy, &PrintOutcome::Printed, staff_act(3)).expect("seen");
    let reversed = store.print_settled(receipt, copy, &jam, staff_act(4));

    assert!(matches!(reversed, Err(StoreError::NotFound(_))));
    assert_eq!(store.prints(receipt).expect("it reads")[0].state, PrintState::Printed);
}

#[test]
fn nothing_is_printed_that_was_not_recorded() {
    let (_dir, store) = terminal();
    let head = store.verify_log().expect("the log is whole");

    let refused = store.print_started(Uuid::from_u128(1), "front", staff_act(1));

    assert!(matches!(refused, Err(StoreError::NotFound("receipt"))));
    assert_eq!(store.verify_log().expect("the log is whole"), head);
}
