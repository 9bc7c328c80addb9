//! The content hash.

use crate::Language::{Cy, En};
use crate::tests::builder::receipt;
use crate::{Receipt, ServedBy};

fn hex(hash: [u8; 32]) -> String {
    hash.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[test]
fn an_original_its_copies_and_a_copy_after_the_acknowledgement_have_one_hash() {
    let original = receipt(En).content_hash();

    assert_eq!(receipt(En).copy(2).content_hash(), original);
    assert_eq!(receipt(En).received().copy(3).content_hash(), original);
}

#[test]
fn a_change_to_anything_else_that_is_printed_changes_the_hash() {
    let original = receipt(En);
    let changes: [fn(&mut Receipt); 17] = [
        |r| r.language = Cy,
        |r| r.demonstration = true,
        |r| r.terminal.operator.push('x'),
        |r| r.terminal.outlet.push('x'),
        |r| r.terminal.name.push('x'),
        |r| r.department.push('x'),
        |r| r.service.push('x'),
        |r| r.reference.push('x'),
        |r| r.sequence += 1,
        |r| r.recorded_at.unix_ms += 1,
        |r| r.recorded_at.offset_minutes += 1,
        |r| r.served_by = ServedBy::Staff { number: "1043".to_owned() },
        |r| r.declaration.statements.clear(),
        |r| r.declaration.consents.push(String::new()),
        |r| r.paper_legs.swap_remove(0).clear(),
        |r| r.next.reverse(),
        |r| r.contest.clear(),
    ];
    for (place, change) in changes.iter().enumerate() {
        let mut changed = original.clone();
        change(&mut changed);
        assert_ne!(changed.content_hash(), original.content_hash(), "change {place}");
    }
    assert_ne!(receipt(En).self_service().content_hash(), original.content_hash());
    assert_ne!(receipt(En).erased().content_hash(), original.content_hash());
    let answered = receipt(En).answered("Anything else?", "No");
    assert_ne!(answered.content_hash(), original.content_hash());
}

#[test]
fn moving_words_from_one_field_to_the_next_changes_the_hash() {
    let mut moved = receipt(En);
    moved.contact.append(&mut moved.contest);

    assert_ne!(moved.content_hash(), receipt(En).content_hash());
}

#[test]
fn the_encoding_under_the_hash_never_drifts() {
    assert_eq!(
        hex(receipt(En).content_hash()),
        "31a911df42d201fcde68b29f4139a2876e3ed3bf8e4f0971543d497e3b2f2058"
    );
}
