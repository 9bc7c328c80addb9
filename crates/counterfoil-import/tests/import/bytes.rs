//! Bytes that are forms, and bytes that are none.

use counterfoil_import::{Format, ImportError, Options, Verdict, import, limits};
use serde_json::json;

use crate::support::{imported, one_page, text};

fn error(source: &[u8]) -> ImportError {
    import(source, &Options::default()).expect_err("this is no form")
}

#[test]
fn bytes_that_are_no_form_are_told_from_forms_without_saying_what_they_hold() {
    let deep = format!("{{\"a\":{}", "[".repeat(200));
    let many = format!("{{\"a\":[{}0]}}", "0,".repeat(limits::VALUES));

    assert_eq!(error(b"\xff\xfe secret"), ImportError::Unreadable { line: 1 });
    assert_eq!(error(b"{\n\"secret\": }"), ImportError::Unreadable { line: 2 });
    assert_eq!(error(b"{\"pages\": 1}"), ImportError::UnknownFormat);
    assert_eq!(error(b"- a\n- list"), ImportError::UnknownFormat);
    assert_eq!(error(deep.as_bytes()), ImportError::TooDeep);
    assert_eq!(error(many.as_bytes()), ImportError::TooMany);
    for (limit, byte) in [(limits::SOURCE_BYTES, b' '), (limits::YAML_BYTES, b'a')] {
        assert_eq!(error(&vec![byte; limit + 1]), ImportError::TooLarge { limit });
    }
    assert!(!error(b"{\n\"secret\": }").to_string().contains("secret"));
}

#[test]
fn a_form_may_come_in_yaml_and_with_a_byte_order_mark() {
    let yaml = "name: A form\nversion: 2\nstartPage: /one\npages:\n- path: /one\n  title: One\n  components:\n  - {type: TextField, name: a, title: Your name}\n  next: []\n";
    let json = format!("\u{feff}{}", one_page(json!([text("a")])));

    for source in [yaml, &json] {
        let import = import(source.as_bytes(), &Options::default()).expect("this is a form");
        assert_eq!(import.report.verdict, Verdict::Supported, "{:?}", import.report.issues);
        assert_eq!((import.report.pages, import.report.fields), (1, 1));
    }
}

#[test]
fn every_format_has_a_name_and_is_told_by_its_own_keys() {
    for format in Format::ALL {
        assert_eq!(Format::named(format.name()), Some(format));
    }
    assert_eq!(Format::named("word"), None);
    for (form, name) in [
        (one_page(json!([text("a")])), "xgov"),
        (json!({ "pages": [{ "path": "/a", "id": "b5d0" }] }), "defra"),
        (json!({ "engine": "V2", "pages": [] }), "defra"),
        (json!({ "form_id": "1", "steps": [] }), "govuk-forms"),
    ] {
        assert_eq!(imported(&form).report.format, name);
    }
}

#[test]
fn the_file_names_the_service_and_a_form_without_a_name_too() {
    let form = json!({
        "startPage": "/one",
        "pages": [{ "path": "/one", "components": [text("a")], "next": [] }],
    });
    let options = Options { name: Some("my_Form v2"), ..Options::default() };

    let import = import(form.to_string().as_bytes(), &options).expect("this is a form");

    let definition = import.definition.expect("it is not refused");
    assert_eq!(definition.id, "imported/my-form-v2");
    assert_eq!(definition.title.en, "my Form v2");
}
