//! When a route is taken: the same as in the source's engine, for any expression and any answers.

use counterfoil_import::Verdict;
use proptest::prelude::{Just, Strategy, any, prop, prop_assert_eq, prop_oneof, proptest};
use serde_json::{Map, Value as Json, json};

use crate::support::{form, page, said, summary, text, verdict, walked, with};

/// A form that goes to `/hit` when `condition` holds and else to `/miss`. Nothing must be answered.
fn asking(condition: Json) -> Json {
    let optional = |sort: &str, name: &str, more: Json| {
        let base =
            json!({ "type": sort, "name": name, "title": name, "options": { "required": false } });
        with(base, more)
    };
    let components = json!([
        optional("YesNoField", "y", json!({})),
        optional("YesNoField", "z", json!({})),
        optional("RadiosField", "r", json!({ "list": "l" })),
        optional("CheckboxesField", "b", json!({ "list": "l" })),
        optional("NumberField", "n", json!({})),
        optional("TextField", "t", json!({})),
        optional("DatePartsField", "d", json!({})),
    ]);
    let first = page(
        "/one",
        "One",
        components,
        json!([{ "path": "/hit", "condition": "c" }, { "path": "/miss" }]),
    );
    let last = json!([{ "path": "/summary" }]);
    with(
        form(json!([
            first,
            page("/hit", "Hit", json!([text("h")]), last.clone()),
            page("/miss", "Miss", json!([text("m")]), last),
            summary(),
        ])),
        json!({
            "lists": [{ "name": "l", "items": [{ "text": "A", "value": "a" }, { "text": "B", "value": "b" }] }],
            "conditions": [{ "name": "c", "value": condition }, { "name": "named", "value": "z == true" }],
        }),
    )
}

fn holds(condition: Json, answers: &Json) -> bool {
    walked(&asking(condition), answers).path.get(1).map(String::as_str) == Some("hit")
}

/// An expression of the source, and what it says.
#[derive(Debug, Clone)]
enum Expr {
    Leaf(&'static str),
    Not(Box<Expr>),
    And(Vec<Expr>),
    Or(Vec<Expr>),
}

/// Comparisons, each with the name it needs an answer to.
const LEAVES: &[&str] = &[
    "y == true",
    "y != true",
    "y == false",
    "y == 'true'",
    "y",
    "z",
    "r == 'a'",
    "r != 'a'",
    "r == 'never'",
    "r in ['a', 'b']",
    "'a' in b",
    "n > 2",
    "n <= 2",
    "n == 3",
    "t == 'x'",
    "named",
    "named == false",
    "length t > 1",
];

impl Expr {
    fn written(&self) -> String {
        match self {
            Self::Leaf(leaf) => (*leaf).to_owned(),
            Self::Not(one) => format!("not ({})", one.written()),
            Self::And(all) => bracketed(all, " and "),
            Self::Or(all) => bracketed(all, " or "),
        }
    }

    /// What the source's engine makes of it; `None` where it meets a name without an answer.
    fn told(&self, answers: &Map<String, Json>) -> Option<bool> {
        match self {
            Self::Leaf(leaf) => leaf_told(leaf, answers),
            Self::Not(one) => one.told(answers).map(|yes| !yes),
            // The second part is looked at only when the first leaves it open.
            Self::And(all) => all.iter().try_fold(true, |yes, one| match yes {
                true => one.told(answers),
                false => Some(false),
            }),
            Self::Or(all) => all.iter().try_fold(false, |yes, one| match yes {
                true => Some(true),
                false => one.told(answers),
            }),
        }
    }
}

fn bracketed(all: &[Expr], joint: &str) -> String {
    all.iter().map(|one| format!("({})", one.written())).collect::<Vec<_>>().join(joint)
}

fn leaf_told(leaf: &str, answers: &Map<String, Json>) -> Option<bool> {
    let get = |name: &str| answers.get(name);
    let number = || get("n")?.as_i64();
    Some(match leaf {
        "y == true" | "y" => get("y")? == true,
        "y != true" | "y == false" => get("y")? != true,
        "y == 'true'" => get("y").map(|_| false)?,
        "z" => get("z")? == true,
        "r == 'a'" => get("r")? == "a",
        "r != 'a'" => get("r")? != "a",
        "r == 'never'" => get("r").map(|_| false)?,
        "r in ['a', 'b']" => get("r").map(|_| true)?,
        "'a' in b" => get("b")?.as_array()?.contains(&json!("a")),
        "n > 2" => 2 < number()?,
        "n <= 2" => number()? <= 2,
        "n == 3" => number()? == 3,
        "t == 'x'" => get("t")? == "x",
        "length t > 1" => 1 < get("t")?.as_str()?.len(),
        // Another condition is always told: what it cannot tell is false.
        "named" => get("z") == Some(&json!(true)),
        "named == false" => get("z") != Some(&json!(true)),
        other => panic!("{other} has no meaning here"),
    })
}

fn any_expr() -> impl Strategy<Value = Expr> {
    let leaf = prop::sample::select(LEAVES.to_vec()).prop_map(Expr::Leaf);
    leaf.prop_recursive(3, 12, 3, |inner| {
        prop_oneof![
            inner.clone().prop_map(|one| Expr::Not(Box::new(one))),
            prop::collection::vec(inner.clone(), 2..4).prop_map(Expr::And),
            prop::collection::vec(inner, 2..4).prop_map(Expr::Or),
        ]
    })
}

fn any_answers() -> impl Strategy<Value = Map<String, Json>> {
    let yes_no = || prop::option::of(any::<bool>().prop_map(Json::from));
    let one_of = |list: Vec<Json>| prop::option::of(prop::sample::select(list));
    (
        yes_no(),
        yes_no(),
        one_of(vec![json!("a"), json!("b")]),
        one_of(vec![json!(["a"]), json!(["b"]), json!(["a", "b"])]),
        one_of(vec![json!(2), json!(3)]),
        one_of(vec![json!("x"), json!("yy")]),
    )
        .prop_map(|(y, z, r, b, n, t)| {
            let all = [("y", y), ("z", z), ("r", r), ("b", b), ("n", n), ("t", t)];
            let given = all.into_iter().filter_map(|(name, one)| Some((name.to_owned(), one?)));
            given.collect()
        })
}

proptest! {
    /// A route is taken exactly when the source's engine takes it, whatever is unanswered.
    #[test]
    fn raw_conditions_hold_when_they_do_in_the_source(expr in any_expr(), answers in any_answers()) {
        let expected = expr.told(&answers) == Some(true);
        let got = holds(json!(expr.written()), &Json::Object(answers.clone()));
        prop_assert_eq!(got, expected, "{} with {:?}", expr.written(), answers);
    }

    /// The same for the objects that the designer saves: `and` binds tighter than `or`.
    #[test]
    fn saved_conditions_hold_when_they_do_in_the_source(
        parts in prop::collection::vec((prop_oneof![Just("and"), Just("or")], 0_usize..4), 1..5),
        answers in any_answers(),
    ) {
        let known = [
            (Expr::Leaf("y == true"), leaf("y", "YesNoField", "is", "true")),
            (Expr::Leaf("r != 'a'"), leaf("r", "RadiosField", "is not", "a")),
            (Expr::Leaf("'a' in b"), leaf("b", "CheckboxesField", "contains", "a")),
            (Expr::Leaf("named"), json!({ "conditionName": "named" })),
        ];
        let mut ors: Vec<Vec<Expr>> = vec![Vec::new()];
        let mut saved = Vec::new();
        for (number, (joint, which)) in parts.iter().enumerate() {
            let (expr, object) = known[*which].clone();
            if 0 < number && *joint == "or" {
                ors.push(Vec::new());
            }
            ors.last_mut().expect("there is one").push(expr);
            saved.push(if number == 0 { object } else { with(object, json!({ "coordinator": joint })) });
        }
        let expr = Expr::Or(ors.into_iter().map(Expr::And).collect());
        let expected = expr.told(&answers) == Some(true);
        let condition = json!({ "name": "c", "conditions": saved });
        prop_assert_eq!(holds(condition, &Json::Object(answers.clone())), expected, "{:?}", answers);
    }
}

fn leaf(name: &str, sort: &str, operator: &str, value: &str) -> Json {
    json!({
        "field": { "name": name, "type": sort, "display": name },
        "operator": operator,
        "value": { "type": "Value", "value": value, "display": value },
    })
}

#[test]
fn every_operator_of_the_designer_holds_on_its_side_of_the_edge() {
    for (name, sort, operator, value, answer, expected) in [
        ("n", "NumberField", "is at least", "3", json!(3), true),
        ("n", "NumberField", "is at most", "2", json!(3), false),
        ("n", "NumberField", "is less than", "4", json!(3), true),
        ("n", "NumberField", "is more than", "3", json!(3), false),
        ("t", "TextField", "is longer than", "2", json!("abc"), true),
        ("t", "TextField", "is shorter than", "3", json!("abc"), false),
        ("t", "TextField", "has length", "3", json!("abc"), true),
        ("b", "CheckboxesField", "does not contain", "a", json!(["b"]), true),
        ("d", "DatePartsField", "is", "2026-01-02", json!("2026-01-02"), true),
        ("d", "DatePartsField", "is not", "2026-01-02", json!("2026-01-02"), false),
        ("d", "DatePartsField", "is before", "2026-01-02", json!("2026-01-01"), true),
        ("d", "DatePartsField", "is after", "2026-01-02", json!("2026-01-02"), false),
    ] {
        let condition = json!({ "conditions": [leaf(name, sort, operator, value)] });
        let mut answers = Map::new();
        answers.insert(name.to_owned(), answer);
        assert_eq!(
            holds(condition.clone(), &Json::Object(answers)),
            expected,
            "{operator} {value}"
        );
        assert!(!holds(condition, &json!({})), "{operator} without an answer");
    }
}

#[test]
fn days_counted_from_today_turn_round_in_the_past() {
    for (operator, direction, days_ago, expected) in [
        ("is at least", "in the past", 366, true),
        ("is at least", "in the past", 364, false),
        ("is at most", "in the past", 364, true),
        ("is less than", "in the past", 365, false),
        ("is more than", "in the past", 366, true),
        ("is at least", "in the future", -366, true),
        ("is at most", "in the future", -366, false),
        ("is less than", "in the future", -364, true),
        ("is more than", "in the future", -365, false),
    ] {
        let condition = json!({ "conditions": [{
            "field": { "name": "d", "type": "DatePartsField" }, "operator": operator,
            "value": { "type": "RelativeTime", "timePeriod": "1", "timeUnit": "years", "direction": direction },
        }] });
        let answers = json!({ "d": { "days_ago": days_ago } });
        assert_eq!(holds(condition, &answers), expected, "{operator} {direction} {days_ago}");
    }
}

#[test]
fn groups_and_sections_are_followed() {
    let nested = json!({ "conditions": [
        leaf("y", "YesNoField", "is", "true"),
        { "conditions": [
            with(leaf("r", "RadiosField", "is", "a"), json!({ "coordinator": "and" })),
            with(leaf("n", "NumberField", "is", "3"), json!({ "coordinator": "or" })),
        ] },
    ] });
    assert!(holds(nested.clone(), &json!({ "y": true, "r": "b", "n": 3 })));
    assert!(!holds(nested, &json!({ "y": false, "r": "a", "n": 3 })));
    let mut sectioned = asking(json!("about.y == true"));
    sectioned["sections"] = json!([{ "name": "about", "title": "About" }]);
    sectioned["pages"][0]["section"] = json!("about");
    assert_eq!(walked(&sectioned, &json!({ "y": true })).path[1], "hit");
    sectioned["conditions"][0]["value"] = json!("y == true");
    assert_eq!(walked(&sectioned, &json!({ "y": true })).path[1], "hit", "as in MHCLG's engine");
}

#[test]
fn what_is_not_understood_never_holds_and_is_said() {
    for raw in [
        "r == ('a' or 'b')",
        "r == a",
        "gone == 'a'",
        "f(y)",
        "y ==",
        "1 + 1 == 2",
        "c",
        "r == 'never'",
        "d == t",
    ] {
        let form = asking(json!(raw));
        assert!(!said(&form, "condition").is_empty(), "{raw}");
        assert_eq!(verdict(&form), Verdict::Degraded, "{raw}");
        let run = walked(&form, &json!({ "y": true, "r": "a", "t": "x" }));
        assert_eq!(run.path[1], "miss", "{raw}");
    }
}

#[test]
fn one_name_asked_on_two_ways_is_looked_for_on_both() {
    let asks = |path: &str| {
        page(
            path,
            path,
            json!([{ "type": "YesNoField", "name": "same", "title": "Same?" }]),
            json!([{ "path": "/then" }]),
        )
    };
    let form = with(
        form(json!([
            page(
                "/one",
                "One",
                json!([{ "type": "YesNoField", "name": "first", "title": "First?" }]),
                json!([{ "path": "/a", "condition": "isFirst" }, { "path": "/b" }])
            ),
            asks("/a"),
            asks("/b"),
            page(
                "/then",
                "Then",
                json!([text("t")]),
                json!([{ "path": "/hit", "condition": "isSame" }, { "path": "/summary" }])
            ),
            page("/hit", "Hit", json!([text("h")]), json!([{ "path": "/summary" }])),
            summary(),
        ])),
        json!({ "conditions": [
            { "name": "isFirst", "value": "first == true" }, { "name": "isSame", "value": "same == true" },
        ] }),
    );

    for (answers, expected) in [
        (json!({ "first": true, "same": true, "t": "x", "h": "y" }), "hit"),
        (json!({ "first": false, "same-2": true, "t": "x", "h": "y" }), "hit"),
        (json!({ "first": false, "same-2": false, "same": true, "t": "x" }), "check-answers"),
    ] {
        let run = walked(&form, &answers);
        assert_eq!(run.path.get(3).map(String::as_str), Some(expected), "{answers} {run:?}");
    }
}
