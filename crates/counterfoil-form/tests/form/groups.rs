//! Several things of one kind: adding, changing and removing them.

use crate::invented::{definition, field, journey, load, page, yes_no};
use crate::support::{TODAY, check, page as shown, values};
use counterfoil_form::view::{Control, Language, PageView};
use counterfoil_form::{Journey, StepOut, Values, revalidate, run};
use serde_json::{Value as Json, json};

/// The invented service with a group of children, from `min` to 3, each with a name, whether it
/// is at school and, then, which.
fn with_children(min: u16) -> Json {
    let mut service = definition();
    service["pages"][0]["next"] = json!([{ "to": "children" }]);
    let mut at_school =
        page("at-school", "others", json!([field("at-school", yes_no())]), "children");
    at_school["next"] = json!([
        { "when": { "equals": { "field": "at-school", "value": "yes" } }, "to": "school" },
        { "to": "children" },
    ]);
    service["groups"] = json!([{
        "path": "children", "section": "others", "title": "Children", "item": "Child",
        "named_by": ["child-name"], "min": min, "max": 3,
        "another": { "label": "Another child?", "yes": "Yes", "no": "No" },
        "pages": [
            page("child-name", "others", json!([field("child-name", json!({ "text": { "max": 20 } }))]), "at-school"),
            at_school,
            page("school", "others", json!([field("school", json!({ "text": { "max": 20 } }))]), "children"),
        ],
        "next": [{ "to": "check" }],
    }]);
    service
}

fn go(journey: &mut Journey, path: &str, typed: &[(&str, &str)]) -> StepOut {
    journey.answer(path, &values(typed), false, Language::En, TODAY)
}

/// Answers everything about child number `number`, who is not at school.
fn add(journey: &mut Journey, number: usize, name: &str) -> PageView {
    go(journey, &format!("children/{number}/child-name"), &[("child-name", name)]);
    shown(go(journey, &format!("children/{number}/at-school"), &[("at-school", "no")]))
}

fn started(min: u16) -> Journey {
    let mut journey = journey(&with_children(min));
    go(&mut journey, "name", &[("full-name", "Example")]);
    journey
}

fn names(list: &PageView) -> Vec<String> {
    list.items.iter().map(|item| format!("{}: {}", item.title, item.name)).collect()
}

#[test]
fn with_none_needed_the_list_comes_first_and_asks_whether_there_is_one() {
    let mut journey = started(0);

    let list = shown(journey.check(Language::En, TODAY));
    assert_eq!((list.path.as_str(), list.items.len()), ("children", 0));

    check(go(&mut journey, "children", &[("another", "no")]));
}

#[test]
fn with_one_needed_its_first_page_comes_first() {
    let journey = started(1);

    let first = shown(journey.check(Language::En, TODAY));

    assert_eq!(first.path, "children/1/child-name");
    assert!(first.caption.ends_with("Child 1"), "{}", first.caption);
}

#[test]
fn things_are_added_one_after_the_other_until_there_is_no_other() {
    let mut journey = started(1);
    let list = add(&mut journey, 1, "Ann");
    assert_eq!((list.path.as_str(), names(&list)), ("children", vec!["Child 1: Ann".to_owned()]));

    let next = shown(go(&mut journey, "children", &[("another", "yes")]));
    assert_eq!(
        (next.path.as_str(), next.back.as_deref()),
        ("children/2/child-name", Some("children"))
    );
    let list = add(&mut journey, 2, "Bob");
    assert!(matches!(&list.fields[0].control, Control::Radios { chosen: None, .. }), "asked anew");

    let answers = check(go(&mut journey, "children", &[("another", "no")]));
    let titles: Vec<&str> = answers.sections.iter().map(|one| one.title.as_str()).collect();
    assert_eq!(titles, ["You", "Others", "Child 1: Ann", "Child 2: Bob"]);
    assert_eq!(answers.sections[2].rows[0].page, "children/1/child-name");
}

#[test]
fn an_answer_about_one_thing_leads_only_that_one_to_another_page() {
    let mut journey = started(1);
    add(&mut journey, 1, "Ann");
    go(&mut journey, "children", &[("another", "yes")]);
    go(&mut journey, "children/2/child-name", &[("child-name", "Bob")]);
    let next = shown(go(&mut journey, "children/2/at-school", &[("at-school", "yes")]));
    assert_eq!(next.path, "children/2/school");
    go(&mut journey, "children/2/school", &[("school", "Exampleton")]);
    go(&mut journey, "children", &[("another", "no")]);

    let completed = journey
        .declare(&values(&[("agreed", "agreed")]), Language::En, TODAY)
        .expect("everything is answered");

    let expected = json!([
        { "child-name": "Ann", "at-school": false },
        { "child-name": "Bob", "at-school": true, "school": "Exampleton" },
    ]);
    assert_eq!(completed.answers["children"], expected);
    let service = load(&with_children(1)).expect("it loads");
    assert_eq!(revalidate(&service, &completed.answers, TODAY), []);
    assert!(completed.receipt_rows_en.iter().any(|row| row.question == "Child 2: Label of school"));
}

#[test]
fn the_most_that_may_be_added_is_said_and_nothing_more_is_asked() {
    let mut journey = started(0);
    for (number, name) in [(1, "Ann"), (2, "Bob"), (3, "Cai")] {
        go(&mut journey, "children", &[("another", "yes")]);
        add(&mut journey, number, name);
    }

    let list = shown(journey.page("children", false, Language::En, TODAY).expect("it exists"));
    assert_eq!((list.items.len(), list.fields.len()), (3, 0));
    check(go(&mut journey, "children", &[]));
}

#[test]
fn removing_asks_first_and_the_others_move_up() {
    let mut journey = started(1);
    add(&mut journey, 1, "Ann");
    go(&mut journey, "children", &[("another", "yes")]);
    let list = add(&mut journey, 2, "Bob");
    let remove = list.items[0].remove.clone();

    let question = shown(journey.page(&remove, false, Language::Cy, TODAY).expect("it exists"));
    assert!(question.title.contains("Child 1: Ann"), "{}", question.title);
    let unanswered = shown(go(&mut journey, &remove, &[]));
    assert_eq!((unanswered.path.as_str(), unanswered.problems.len()), (remove.as_str(), 1));
    let kept = shown(go(&mut journey, &remove, &[("remove", "no")]));
    assert_eq!(kept.items.len(), 2);

    let left = shown(go(&mut journey, &remove, &[("remove", "yes")]));

    assert_eq!(names(&left), ["Child 1: Bob"]);
    let last = shown(go(&mut journey, "children/1/remove", &[("remove", "yes")]));
    assert_eq!(last.path, "children/1/child-name", "one is needed, so another is asked for");
}

#[test]
fn going_on_from_the_list_without_a_choice_is_refused() {
    let mut journey = started(0);

    let list = shown(go(&mut journey, "children", &[("another", "perhaps")]));

    assert_eq!((list.path.as_str(), list.problems.len()), ("children", 1));
    assert_eq!(list.problems[0].anchor, "another");
}

#[test]
fn changing_one_from_check_answers_returns_there() {
    let mut journey = started(1);
    add(&mut journey, 1, "Ann");
    go(&mut journey, "children", &[("another", "no")]);

    let typed = values(&[("child-name", "Anna")]);
    let step = journey.answer("children/1/child-name", &typed, true, Language::En, TODAY);
    assert_eq!(check(step).sections[2].title, "Child 1: Anna");

    let to_school = values(&[("at-school", "yes")]);
    let step = journey.answer("children/1/at-school", &to_school, true, Language::En, TODAY);
    assert_eq!(shown(step).path, "children/1/school", "the change makes this necessary");
}

#[test]
fn no_page_about_a_thing_that_is_not_there_can_be_jumped_to() {
    let mut journey = started(1);
    for path in ["children/2/child-name", "children/9/remove", "children/1/school"] {
        let step = journey.page(path, false, Language::En, TODAY).expect("the group has it");
        assert_eq!(shown(step).path, "children/1/child-name", "{path}");
        let step = journey.answer(path, &Values::new(), false, Language::En, TODAY);
        assert_eq!(shown(step).path, "children/1/child-name", "{path}");
    }
    for path in ["children/0/child-name", "children/1/gone", "children/x/child-name", "other/1/a"] {
        assert!(journey.page(path, false, Language::En, TODAY).is_err(), "{path}");
    }
}

#[test]
fn answers_in_a_file_give_each_thing_as_an_object() {
    let service = load(&with_children(1)).expect("it loads");
    let answers =
        |children: Json| json!({ "full-name": "A", "agreed": true, "children": children });
    let refused = |children: Json| {
        run(&service, &answers(children), TODAY).expect_err("it is refused").remove(0)
    };

    let one = json!([{ "child-name": "Ann", "at-school": "no" }]);
    let completed = run(&service, &answers(one.clone()), TODAY).expect("it passes");
    assert_eq!(
        completed.path,
        ["name", "children/1/child-name", "children/1/at-school", "children"]
    );
    assert_eq!(refused(json!([])).page, "children/1/child-name");
    assert_eq!(refused(json!({})).page, "children");
    assert_eq!(refused(json!([{ "child-name": "A", "at-school": "no", "age": 3 }])).field, "age");
    let four = vec![one[0].clone(); 4];
    assert!(refused(json!(four)).message.contains("at most 3"));
    let wrong = refused(json!([{ "child-name": "", "at-school": "no" }]));
    assert_eq!(
        (wrong.page.as_str(), wrong.field.as_str()),
        ("children/1/child-name", "child-name")
    );
}

#[test]
fn a_department_refuses_things_that_the_rules_do_not_allow() {
    let service = load(&with_children(1)).expect("it loads");
    let sent = |children: Json| {
        let answers = json!({ "full-name": "A", "agreed": true, "children": children });
        let answers = serde_json::from_value(answers).expect("an object");
        revalidate(&service, &answers, TODAY)
            .into_iter()
            .map(|one| (one.page, one.field, one.code))
            .collect::<Vec<_>>()
    };
    let ann = json!({ "child-name": "Ann", "at-school": false });

    assert_eq!(sent(json!([ann])), []);
    assert_eq!(sent(json!([]))[0].0, "children/1/child-name");
    let more = json!({ "child-name": "Ann", "at-school": false, "school": "Off the path" });
    assert_eq!(sent(json!([more]))[0].2, "not-canonical");
    let four = sent(json!(vec![ann; 4])).remove(0);
    assert_eq!((four.0.as_str(), four.2.as_str()), ("children", "too-many"));
    assert!(!sent(json!("rubbish")).is_empty() && !sent(json!([[], 3])).is_empty());
}

#[test]
fn conditions_outside_can_count_things_but_not_look_at_them() {
    let mut service = with_children(0);
    service["groups"][0]["next"] = json!([
        { "when": { "items": { "group": "children", "at_least": 2 } }, "to": "many" },
        { "to": "check" },
    ]);
    service["pages"].as_array_mut().expect("a list").push(page("many", "you", json!([]), "check"));
    let mut journey = journey(&service);
    go(&mut journey, "name", &[("full-name", "Example")]);
    for (number, name) in [(1, "Ann"), (2, "Bob")] {
        go(&mut journey, "children", &[("another", "yes")]);
        add(&mut journey, number, name);
    }
    assert_eq!(shown(go(&mut journey, "children", &[("another", "no")])).path, "many");

    service["groups"][0]["next"][0]["when"] = json!({ "answered": { "field": "child-name" } });
    let refused = load(&service).expect_err("which child is meant?").to_string();
    assert!(refused.contains("answered several times"), "{refused}");
}
