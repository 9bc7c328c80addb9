//! What a receipt says.

use crate::Language::{Cy, En};
use crate::tests::builder::{every_shape, receipt};
use crate::to_text;

#[test]
fn a_receipt_says_recorded_on_this_terminal_until_the_department_has_acknowledged() {
    let before = to_text(&receipt(En));
    let after = to_text(&receipt(En).received());

    assert!(before.contains("\nRecorded on this terminal\n"));
    assert!(!before.contains("Received by"));
    assert!(after.contains("\nReceived by DVLA\n"));
    assert!(after.contains("Time received: 23 November 2026 at 20:45:01 (UTC+00:00)"));
    assert!(after.contains("Reference given by DVLA: VK-2026-0099123"));
}

#[test]
fn a_receipt_names_place_time_number_and_who_typed() {
    let text = to_text(&receipt(En));

    for fact in [
        "CF7K-9QMD-2XPT",
        "Time recorded: 23 November 2026 at 19:44:35 (UTC+00:00)",
        "Number on this terminal: 1207",
        "Department: Driver and Vehicle Licensing Agency",
        "Place: Llanfair Post Office",
        "Terminal: 12-3",
        "Terminal run by: Llanfair Community Post Office Ltd",
        "Typed in by: staff number 1042",
        "Registration number: AB12 CDE",
        "Who is the new keeper? Siân Ŵyn-Żółkowska",
        "Address: 1 Stryd yr Ŷd\nCaerdydd\nCF10 1AA",
        "• DVLA writes to you within 4 weeks",
        "Contact Driver and Vehicle Licensing Agency\nTelephone 0300 790 6802",
        "Tell the staff here, or contact Driver and Vehicle Licensing Agency",
    ] {
        assert!(text.contains(fact), "not said: {fact}\n{text}");
    }
}

#[test]
fn nobody_is_said_to_have_typed_what_a_person_typed_alone() {
    let text = to_text(&receipt(En).self_service());

    assert!(text.contains("Typed in by: the person themselves (self-service)"));
    assert!(!text.contains("staff number"));
}

#[test]
fn a_copy_says_so_and_keeps_the_time_of_the_original() {
    let original = to_text(&receipt(En));
    let copy = to_text(&receipt(En).copy(3));

    assert!(!original.contains("COPY"));
    assert!(copy.contains("\nCOPY 3\n"), "at the top");
    assert!(copy.contains("CF7K-9QMD-2XPT · COPY 3 · Page 1 of 1"), "and at the foot");
    assert!(copy.contains("The first receipt is of 23 November 2026 at 19:44:35 (UTC+00:00)."));
}

#[test]
fn a_copy_made_after_erasure_says_that_the_answers_are_gone() {
    let text = to_text(&receipt(En).received().erased());

    assert!(text.contains("The answers were erased from this terminal"));
    assert!(!text.contains("AB12 CDE"));
}

#[test]
fn a_demonstration_says_that_it_is_not_real() {
    let real = to_text(&receipt(En));
    let text = to_text(&receipt(En).demonstration());

    assert!(!real.contains("not real"));
    assert!(text.contains("This is a demonstration. This receipt is not real."));
    assert!(text.contains("Page 1 of 1 · Demonstration, not real"));
}

#[test]
fn a_welsh_receipt_says_its_own_words_in_welsh_only() {
    let text = to_text(&receipt(Cy).demonstration().received().copy(1));

    for welsh in ["Derbynneb", "Cyfeirnod", "COPI 1", "Wedi'i dderbyn gan DVLA", "23 Tachwedd 2026"]
    {
        assert!(text.contains(welsh), "not said: {welsh}");
    }
    for english in ["Receipt", "Reference", "COPY", "Received", "November", "Page", "Terminal"] {
        assert!(!text.contains(english), "said in English: {english}");
    }
}

#[test]
fn every_string_of_the_table_is_said_by_some_receipt_in_its_language() {
    let said: String = every_shape().iter().map(|(_, receipt)| to_text(receipt)).collect();

    for (name, english, welsh) in crate::words::TABLE {
        // Paper alone says this one; `paper` tests it.
        if *name == "unprintable" {
            continue;
        }
        for words in [english, welsh] {
            for part in words.split('{').flat_map(|part| part.split('}').next_back()) {
                assert!(said.contains(part.trim()), "{name} is never said: {words}");
            }
        }
    }
}

#[test]
fn a_part_without_content_has_no_heading() {
    let mut bare = receipt(En);
    bare.paper_legs.clear();
    bare.declaration.consents.clear();
    bare.contact.clear();

    let text = to_text(&bare);

    for heading in ["Papers", "What you agreed to", "\nContact "] {
        assert!(!text.contains(heading), "an empty part: {heading}");
    }
}

#[test]
fn a_receipt_survives_being_stored_as_json() {
    for (shape, receipt) in every_shape() {
        let json = serde_json::to_string(&receipt).expect("it is plain data");

        assert_eq!(
            serde_json::from_str::<crate::Receipt>(&json).expect("its own"),
            receipt,
            "{shape}"
        );
    }
}
