//! DEFRA's forms: what each type of component asks.

use counterfoil_form::definition::condition::{Day, Distance};
use counterfoil_form::definition::field::{Field, Kind as Answer};
use jiff::civil::date;
use serde_json::{Value as Json, json};

use crate::defra::{component, linear, page, summary};
use crate::explored::comes_to_its_end;
use crate::support::{content, definition, field, kinds, page_at, said};

/// A form that asks with one component.
fn form(sort: &str, more: Json) -> Json {
    linear(json!([page("a", json!([component(sort, "a", more)])), summary()]), json!([]))
}

/// The question that this component becomes.
fn asked(sort: &str, more: Json) -> Field {
    let definition = definition(&form(sort, more));
    comes_to_its_end(&definition);
    field(&definition, "a").clone()
}

#[test]
fn texts_have_their_lengths_patterns_and_words() {
    let line = asked("TextField", json!({ "schema": { "min": 2, "max": 9, "regex": "^[a-z]+$" } }));
    let Answer::Text(line) = line.answer else { panic!() };
    let exact = asked("TextField", json!({ "schema": { "length": 5, "max": 9 } }));
    let Answer::Text(exact) = exact.answer else { panic!() };
    let long = asked("MultilineTextField", json!({ "options": { "maxWords": 7, "rows": 3 } }));
    let Answer::LongText(long) = long.answer else { panic!() };

    assert_eq!((line.min, line.max), (2, 9));
    let pattern = line.pattern.expect("there is one");
    assert!(pattern.matches("bee") && !pattern.matches("BEE"));
    assert_eq!((exact.min, exact.max), (5, 5));
    assert_eq!((long.max_words, long.rows), (Some(7), Some(3)));
}

#[test]
fn a_precision_of_nought_or_less_asks_for_a_whole_number() {
    let number = |schema: Json| {
        let asked =
            asked("NumberField", json!({ "schema": schema, "options": { "suffix": "kg" } }));
        let Answer::Number(rule) = asked.answer else { panic!() };
        rule
    };

    assert_eq!(number(json!({ "precision": -1 })).decimals, 0);
    assert_eq!(number(json!({ "precision": 2 })).decimals, 2);
    let limits = number(json!({ "min": "1", "max": 5 }));
    assert_eq!((limits.min, limits.max, limits.decimals), (1, 5, 6));
    assert_eq!(limits.suffix.expect("there is one").en, "kg");
    assert!(
        kinds(&form("NumberField", json!({ "schema": { "minPrecision": 2 } })))
            .contains(&"rule".to_owned())
    );
}

#[test]
fn dates_have_limits_that_are_named_or_counted() {
    let options = json!({ "options": { "maxDaysInPast": "3", "latestDate": "2027-01-31" } });
    let Answer::Date(rule) = asked("DatePartsField", options).answer else { panic!() };
    let options = json!({ "options": { "earliestMonthYear": "2026-02" } });
    let Answer::MonthYear(months) = asked("MonthYearField", options).answer else { panic!() };

    assert_eq!(rule.earliest, Some(Day::Ago(Distance { days: 3, ..Distance::default() })));
    assert_eq!(rule.latest, Some(Day::On(date(2027, 1, 31))));
    assert_eq!(months.earliest, Some(Day::On(date(2026, 2, 1))));
}

#[test]
fn choices_come_from_lists_by_id_or_by_name() {
    for list in ["l1", "bees"] {
        for sort in ["RadiosField", "SelectField", "AutocompleteField", "CheckboxesField"] {
            let options = match asked(sort, json!({ "list": list })).answer {
                Answer::Radios(rule) => rule.options,
                Answer::Select(rule) => rule.options,
                Answer::Checkboxes(rule) => rule.options,
                other => panic!("{other:?}"),
            };
            assert_eq!(options.len(), 3);
            assert_eq!(options[0].value, "black");
        }
    }
    let ticks = asked("CheckboxesField", json!({ "list": "l1", "schema": { "min": 2, "max": 9 } }));
    assert!(matches!(ticks.answer, Answer::Checkboxes(rule) if rule.min == Some(2)));
    let none = form("RadiosField", json!({ "list": "wasps" }));
    assert!(kinds(&none).contains(&"choice".to_owned()));
}

#[test]
fn choices_keep_their_hints_and_conditions_of_choices_are_reported() {
    let mut form = form("RadiosField", json!({ "list": "l1" }));
    form["lists"][0]["items"][0]["hint"] = json!({ "id": "h", "text": "Calm" });
    form["lists"][0]["items"][1]["description"] = json!("Wild");
    form["lists"][0]["items"][2]["condition"] = json!("x");

    let definition = definition(&form);

    let Answer::Radios(rule) = &field(&definition, "a").answer else { panic!() };
    let hint = |at: usize| rule.options[at].hint.as_ref().map(|hint| hint.en.as_str());
    assert_eq!((hint(0), hint(1), hint(2)), (Some("Calm"), Some("Wild"), None));
    assert!(said(&form, "choice")[0].contains("always offered"));
}

#[test]
fn the_simple_types_have_kinds_of_their_own() {
    assert!(matches!(asked("EmailAddressField", json!({})).answer, Answer::Email));
    assert!(matches!(asked("TelephoneNumberField", json!({})).answer, Answer::Telephone));
    assert!(matches!(asked("YesNoField", json!({})).answer, Answer::YesNo(_)));
    assert!(
        matches!(asked("UkAddressField", json!({})).answer, Answer::UkAddress(rule) if rule.max == Some(100))
    );
    assert!(matches!(asked("OsGridRefField", json!({})).answer, Answer::GridReference));
    let field = json!({ "options": { "accept": "application/pdf,.png" }, "schema": { "max": 3 } });
    let Answer::File(rule) = asked("FileUploadField", field).answer else { panic!() };
    assert_eq!((rule.accept.len(), rule.min, rule.max), (2, 1, 3));
}

#[test]
fn a_national_grid_field_has_two_letters_and_eight_digits() {
    let Answer::Text(rule) = asked_unexplored("NationalGridFieldNumberField") else { panic!() };

    let pattern = rule.pattern.expect("there is one");
    assert!(pattern.matches("NG 1234 5678") && pattern.matches("ng12345678"));
    assert!(!pattern.matches("NG 123 567"));
}

fn asked_unexplored(sort: &str) -> Answer {
    field(&definition(&form(sort, json!({}))), "a").answer.clone()
}

#[test]
fn a_declaration_is_a_tick_below_its_text() {
    let more = json!({
        "content": "I keep **bees**", "options": { "declarationConfirmationLabel": "I do" },
    });
    let definition = definition(&form("DeclarationField", more));

    let Answer::Declaration(rule) = &field(&definition, "a").answer else { panic!() };
    assert_eq!(rule.tick.en, "I do");
    assert_eq!(content(page_at(&definition, "a")), ["I keep **bees**"]);
    comes_to_its_end(&definition);
}

#[test]
fn a_place_given_by_two_numbers_is_two_questions() {
    let easting =
        definition(&form("EastingNorthingField", json!({ "schema": { "easting": { "max": 9 } } })));
    let degrees = definition(&form("LatLongField", json!({})));

    let rule = |id: &str, from: &counterfoil_form::definition::Definition| {
        let Answer::Number(rule) = field(from, id).answer.clone() else { panic!() };
        (rule.min, rule.max, rule.decimals)
    };
    assert_eq!(rule("a__easting", &easting), (0, 9, 0));
    assert_eq!(rule("a__northing", &easting), (0, 1_300_000, 0));
    assert_eq!(rule("a__latitude", &degrees), (49, 61, 6));
    assert_eq!(rule("a__longitude", &degrees), (-14, 2, 6));
    comes_to_its_end(&easting);
    comes_to_its_end(&degrees);
}

#[test]
fn maps_payments_and_hidden_answers_are_reported() {
    let geo = form("GeospatialField", json!({}));
    let beside = json!([
        component(
            "PaymentField",
            "pay",
            json!({ "options": { "amount": 12.5, "description": "Hive fee" } })
        ),
        component("HiddenField", "hidden", json!({})),
        component("TextField", "a", json!({})),
    ]);
    let pays = linear(json!([page("a", beside), summary()]), json!([]));

    assert!(said(&geo, "unknown-component")[0].contains("map"));
    assert!(kinds(&pays).contains(&"payment".to_owned()));
    assert!(said(&pays, "setting").iter().any(|message| message.contains("hidden")));
    let definition = definition(&pays);
    assert!(content(page_at(&definition, "a"))[0].contains("£12.50. Hive fee"));
    comes_to_its_end(&definition);
}

#[test]
fn a_question_alone_on_its_page_has_the_title_of_the_page() {
    let mut form = form("TextField", json!({ "options": { "required": false } }));
    form["pages"][0]["title"] = json!("What do you keep?");

    let definition = definition(&form);

    let asked = field(&definition, "a");
    assert_eq!(asked.label.en, "What do you keep?");
    assert_eq!(asked.short.as_ref().map(|short| short.en.as_str()), Some("Q a"));
    assert!(asked.optional);
}

#[test]
fn messages_keep_their_meaning() {
    let messages = json!({
        "any.required": "Enter it", "string.pattern.base": "Only letters in {{#label}}", "odd.code": "?",
    });
    let more =
        json!({ "options": { "customValidationMessages": messages }, "schema": { "regex": "^a" } });
    let form = form("TextField", more);

    let definition = definition(&form);

    let asked = field(&definition, "a");
    assert_eq!(asked.messages["missing"].en, "Enter it");
    assert_eq!(asked.messages["format"].en, "Only letters in {label}");
    assert!(said(&form, "setting").iter().any(|message| message.contains("odd.code")));
}
