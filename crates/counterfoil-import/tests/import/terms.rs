//! Everything about a form as a whole.

use counterfoil_import::Verdict;
use serde_json::json;

use crate::support::{definition, imported, kinds, one_page, page_at, said, text, verdict, with};

#[test]
fn fees_are_named_and_said_to_be_unpaid() {
    let form = with(
        one_page(json!([text("a")])),
        json!({
            "fees": [
                { "description": "Licence", "amount": 2550 },
                { "description": "Copy", "amount": 500, "multiplier": "copies" },
            ],
            "feeOptions": { "allowSubmissionWithoutPayment": true, "payApiKey": "k3y" },
        }),
    );

    let definition = definition(&form);

    assert_eq!((definition.fees[0].text.en.as_str(), definition.fees[0].pence), ("Licence", 2550));
    assert_eq!(definition.fees.len(), 1, "one that only some pay is none of the terminal's");
    assert!(definition.next_steps[0].text.en.contains("Copy, £5.00 for each"));
    assert_eq!(said(&form, "payment").len(), 3);
    assert_eq!(verdict(&form), Verdict::Degraded);
}

#[test]
fn secrets_are_left_out_and_said_without_being_repeated() {
    let form = with(
        one_page(json!([text("a")])),
        json!({
            "jwtKey": "s3cr3t",
            "webhookHmacSharedKey": "s3cr3t",
            "outputs": [{ "name": "n", "type": "notify", "outputConfiguration": { "apiKey": "s3cr3t" } }],
        }),
    );

    let import = imported(&form);

    assert_eq!(said(&form, "secret").len(), 3);
    let whole = format!("{import:?}");
    assert!(!whole.contains("s3cr3t"));
    assert_eq!(verdict(&form), Verdict::Supported);
}

#[test]
fn every_other_key_is_said() {
    let form = with(
        one_page(json!([text("a")])),
        json!({
            "skipSummary": true,
            "phaseBanner": { "phase": "beta" },
            "authentication": true,
            "outputs": [
                { "type": "webhook", "outputConfiguration": { "url": "https://example.com" } },
                { "type": "savePerPage" },
            ],
            "specialPages": { "confirmationPage": { "customText": { "nextSteps": "<p>We call you</p>" } } },
            "somethingNew": { "a": 1 },
            "backLinkText": "",
        }),
    );

    let definition = definition(&form);

    assert_eq!(definition.next_steps[0].text.en, "We call you");
    assert_eq!(said(&form, "delivery").len(), 3);
    assert_eq!(said(&form, "setting").len(), 3);
    assert_eq!(said(&form, "identity").len(), 1);
    assert!(said(&form, "setting").iter().any(|message| message.contains("somethingNew")));
}

#[test]
fn only_declared_sections_are_sections() {
    let mut form = with(
        one_page(json!([text("a")])),
        json!({
            "sections": [{ "name": "bgUGuD", "title": "About you" }, { "name": "unused", "title": "Unused" }],
        }),
    );
    form["pages"][0]["section"] = json!("bgUGuD");
    let mut undeclared = form.clone();
    undeclared["pages"][0]["section"] = json!("other");

    assert_eq!(page_at(&definition(&form), "one").section, "about-you");
    let ids: Vec<String> =
        definition(&undeclared).sections.into_iter().map(|section| section.id).collect();
    assert_eq!(ids, ["answers"]);
}

#[test]
fn localised_texts_have_both_languages() {
    let form = with(
        one_page(json!([
            { "type": "TextField", "name": "a", "title": { "en": "Name", "cy": "Enw" } },
            { "type": "Para", "content": { "en": "<p>Hello</p>", "cy": "<p>Helo</p>" } },
            text("b"),
        ])),
        json!({ "name": { "en": "A form", "cy": "Ffurflen" } }),
    );

    let definition = definition(&form);

    assert_eq!(
        (definition.title.en.as_str(), definition.title.cy.as_str()),
        ("A form", "Ffurflen")
    );
    assert_eq!(definition.pages[0].fields[0].label.cy, "Enw");
    assert_eq!(page_at(&definition, "one-2").content[0].text.cy, "Helo");
}

#[test]
fn a_form_that_loses_nothing_is_supported_with_notes_only() {
    let form = one_page(json!([text("a"), { "type": "YesNoField", "name": "b", "title": "B?" }]));

    assert_eq!(verdict(&form), Verdict::Supported);
    assert_eq!(kinds(&form), ["summary", "to-complete", "words"]);
    let report = serde_json::to_value(imported(&form).report).expect("it is JSON");
    assert_eq!(report["verdict"], "supported");
    assert_eq!((&report["pages"], &report["fields"]), (&json!(1), &json!(2)));
}
