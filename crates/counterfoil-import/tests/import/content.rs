//! What stands on pages beside questions.

use counterfoil_import::Verdict;
use serde_json::{Value as Json, json};

use crate::support::{
    content, definition, field, kinds, one_page, page_at, said, text, verdict, with,
};

/// The content of a page with this component and a question.
fn shown(component: Json) -> Vec<String> {
    let form = with(
        one_page(json!([component, text("a"), text("b")])),
        json!({ "lists": [{ "name": "papers", "title": "Papers", "items": [
            { "text": "Passport", "value": "p" },
            { "text": "Letter", "value": "l", "description": "not older than 3 months" },
        ] }] }),
    );
    let definition = definition(&form);
    content(&definition.pages[0]).into_iter().map(str::to_owned).collect()
}

#[test]
fn every_type_of_content_becomes_markdown() {
    for (component, expected) in [
        (json!({ "type": "Para", "content": "Plain <b>words</b>" }), "Plain **words**"),
        (
            json!({ "type": "Html", "content": "<h2>Title</h2><ul><li>a</li></ul>" }),
            "## Title\n\n- a",
        ),
        (json!({ "type": "InsetText", "content": "<p>One</p><p>Two</p>" }), "> One\n> Two"),
        (json!({ "type": "WarningText", "text": "Mind this" }), "> [!WARNING]\n> Mind this"),
        (
            json!({ "type": "Details", "title": "More help", "content": "<p>Call us</p>" }),
            "**More help**\n\nCall us",
        ),
        (
            json!({ "type": "List", "options": { "list": "papers" } }),
            "- Passport\n- **Letter** not older than 3 months",
        ),
        (
            json!({ "type": "FlashCard", "list": "papers", "title": "Bring" }),
            "### Bring\n\n- Passport\n- **Letter** not older than 3 months",
        ),
    ] {
        assert_eq!(shown(component.clone()), [expected], "{component}");
    }
}

#[test]
fn scripts_pictures_and_templates_are_left_out_and_said() {
    let form = one_page(json!([
        { "type": "Html", "content": "<script>alert('x')</script><p>Dear {{ name }},</p><img src=x>" },
        text("a"),
    ]));

    let definition = definition(&form);

    assert_eq!(content(&definition.pages[0]), ["## Page one", "Dear …,"]);
    assert_eq!(said(&form, "markup").len(), 2);
    assert_eq!(said(&form, "template").len(), 1);
    assert_eq!(verdict(&form), Verdict::Degraded);
}

#[test]
fn a_hint_with_a_list_or_a_link_becomes_text_before_its_question() {
    let form = one_page(json!([
        { "type": "TextField", "name": "a", "title": "A", "hint": "<p>In <i>short</i></p>" },
        { "type": "TextField", "name": "b", "title": "B", "hint": "<ul><li>x</li><li>y</li></ul>" },
    ]));

    let definition = definition(&form);

    assert_eq!(field(&definition, "a").hint.as_ref().expect("it has one").en, "In short");
    assert!(field(&definition, "b").hint.is_none());
    assert_eq!(content(page_at(&definition, "one-2")), ["- x\n- y"]);
}

#[test]
fn a_page_with_content_between_its_questions_becomes_several() {
    let para = |text: &str| json!({ "type": "Para", "content": text });
    let form = one_page(json!([
        para("About a"),
        text("a"),
        text("b"),
        para("About c"),
        text("c"),
        para("At the end"),
    ]));

    let definition = definition(&form);

    let (first, second) = (page_at(&definition, "one"), page_at(&definition, "one-2"));
    assert_eq!(first.title.as_ref().expect("it has one").en, "Page one");
    assert_eq!(first.fields.len(), 2);
    assert_eq!(first.next[0].to, "one-2");
    assert!(second.title.is_none(), "its one field is the heading");
    assert_eq!(content(second), ["About c", "At the end"]);
    assert_eq!(second.next[0].to, "check-answers");
    assert_eq!(kinds(&form), ["layout", "summary", "to-complete", "words"]);
    assert_eq!(verdict(&form), Verdict::Supported);
}

#[test]
fn the_title_of_a_page_with_one_question_stays_where_it_says_more() {
    let titled = |title: &str| {
        let form = with(one_page(json!([text("a")])), json!({}));
        let mut form = form;
        form["pages"][0]["title"] = json!(title);
        content(&definition(&form).pages[0])
            .iter()
            .map(|text| (*text).to_owned())
            .collect::<Vec<_>>()
    };

    assert_eq!(titled("Your project"), ["## Your project"]);
    assert!(titled("question A?").is_empty());
    assert!(titled("").is_empty());
}

#[test]
fn content_in_pieces_is_shown_piece_by_piece() {
    let form = with(
        one_page(json!([
            { "type": "Para", "content": ["First", { "text": "Then", "condition": "known" }, {}] },
            { "type": "YesNoField", "name": "a", "title": "A?" },
        ])),
        json!({ "conditions": [{ "name": "known", "value": "a == true" }] }),
    );

    let definition = definition(&form);

    assert_eq!(content(&definition.pages[0]), ["## Page one", "First", "Then"]);
    assert!(definition.pages[0].content[2].when.is_some());
    assert_eq!(said(&form, "unknown-component").len(), 1);
}

#[test]
fn content_shows_when_its_condition_holds() {
    let form = with(
        one_page(json!([
            { "type": "Para", "content": "Sometimes", "options": { "condition": "known" } },
            { "type": "Para", "content": "Never", "options": { "condition": "gone" } },
            { "type": "YesNoField", "name": "a", "title": "A?" },
        ])),
        json!({ "conditions": [{ "name": "known", "value": "a == true" }] }),
    );

    let definition = definition(&form);

    assert_eq!(content(&definition.pages[0]), ["## Page one", "Sometimes"]);
    assert!(definition.pages[0].content[1].when.is_some());
    assert_eq!(said(&form, "condition").len(), 1);
}
