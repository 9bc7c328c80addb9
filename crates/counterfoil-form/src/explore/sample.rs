//! Answers that pass, field by field.

use jiff::ToSpan;
use jiff::civil::Date;

use super::interest::Interest;
use super::text;
use crate::answers::{Answers, Values, names, part_name};
use crate::definition::condition::{Amount, Comparison, Condition, Day, Equals, Length};
use crate::definition::field::{CheckboxesRule, Choice, Field, FileRule, Kind, NumberRule};
use crate::definition::rule::{CrossRule, Together};
use crate::kind::judge;
use crate::kind::parts::parts;
use crate::value::micros;

/// Ways to answer one page that are tried at most.
const COMBINATIONS: usize = 96;
/// Ways to answer one field that are tried at most.
const ALTERNATIVES: usize = 24;

/// Ways to answer a page with `fields`: everything in its first way, then every field that a
/// condition looks at in each of its ways, together as far as that stays within bounds.
pub(super) fn combinations(
    fields: &[Field],
    interest: &Interest,
    scope: &Answers,
    today: Date,
) -> Vec<Values> {
    let mut all = vec![(scope.clone(), Values::new())];
    for field in fields {
        let mut next = Vec::new();
        for (place, (scope, values)) in all.iter().enumerate() {
            let ways = alternatives(field, interest, scope, today);
            // The first way of what came before meets every way of this field; when there is
            // room the others do too.
            let room = all.len() * ways.len() <= COMBINATIONS;
            let most = if place == 0 || room { ways.len() } else { 1 };
            for way in ways.into_iter().take(most) {
                let mut scope = scope.clone();
                scope.take(field, &way);
                let mut values = values.clone();
                values.extend(way);
                next.push((scope, values));
            }
        }
        next.truncate(COMBINATIONS);
        all = next;
    }
    all.into_iter().map(|(_, values)| values).collect()
}

/// The first way to answer `field`.
pub(super) fn first(field: &Field, interest: &Interest, scope: &Answers, today: Date) -> Values {
    alternatives(field, interest, scope, today).into_iter().next().unwrap_or_default()
}

/// Ways to answer `field` that pass its own rule, the likeliest to pass others first.
fn alternatives(field: &Field, interest: &Interest, scope: &Answers, today: Date) -> Vec<Values> {
    let compared = interest.compared(&field.id);
    let mut ways = crossed(field, scope);
    ways.extend(by_kind(field, compared, today));
    if field.optional && !compared.is_empty() {
        ways.push(Values::new());
    }
    ways.dedup();
    let passes = |way: &Values| {
        let mut typed = Answers::default();
        typed.take(field, way);
        judge(field, &typed, today).is_ok()
    };
    let mut out: Vec<Values> = Vec::new();
    for way in ways.into_iter().filter(passes) {
        if !out.contains(&way) && out.len() < ALTERNATIVES {
            out.push(way);
        }
    }
    // One that keeps its distance from others comes first; the rest follow in their order.
    out.sort_by_key(|way| is_same_as_other(field, way, scope));
    let most = if compared.is_empty() && field.rules.is_empty() { 1 } else { out.len() };
    out.truncate(most);
    out
}

/// The answer repeats one from which it must differ.
fn is_same_as_other(field: &Field, way: &Values, scope: &Answers) -> bool {
    let rules = field.rules.iter().chain(&field.warnings);
    rules.into_iter().any(|rule| match rule {
        CrossRule::DiffersFrom(other) => names(field).iter().all(|name| {
            let theirs = name.replacen(field.id.as_str(), other, 1);
            way.get(name).is_some_and(|mine| mine.as_slice() == scope.many(&theirs))
        }),
        _ => false,
    })
}

fn typed(field: &Field, text: impl Into<String>) -> Values {
    Values::from([(field.id.clone(), vec![text.into()])])
}

fn date(field: &Field, day: Date) -> Values {
    let part = |name: &str, text: String| (part_name(&field.id, name), vec![text]);
    let mut values = Values::from([
        part("month", day.month().to_string()),
        part("year", format!("{:04}", day.year())),
    ]);
    if matches!(field.answer, Kind::Date(_)) {
        values.extend([part("day", day.day().to_string())]);
    }
    values
}

/// Answers made from the answers to other fields.
fn crossed(field: &Field, scope: &Answers) -> Vec<Values> {
    let rules = field.rules.iter().chain(&field.warnings);
    let mut all = Vec::new();
    for rule in rules {
        match rule {
            CrossRule::Matches(other) => {
                let copied = names(field).into_iter().map(|name| {
                    let theirs = name.replacen(field.id.as_str(), other, 1);
                    (name, scope.many(&theirs).to_vec())
                });
                all.push(copied.collect());
            }
            CrossRule::After(other) | CrossRule::NotBefore(other) => {
                let Some(day) = typed_date(scope, other) else { continue };
                let later = [1, 30, 60, 90, 365].map(|days| day.saturating_add(days.days()));
                all.extend(later.into_iter().chain([day]).map(|day| date(field, day)));
            }
            CrossRule::AtMost(other) => all.push(typed(field, scope.one(other))),
            CrossRule::Together(Together { .. }) => all.push(typed(field, "Ann")),
            CrossRule::DiffersFrom(_) | CrossRule::DriverFits(_) => {}
        }
    }
    all
}

fn typed_date(scope: &Answers, field: &str) -> Option<Date> {
    let part = |name| scope.part(field, name).parse::<i16>().ok();
    let small = |number: i16| i8::try_from(number).ok();
    Date::new(part("year")?, small(part("month")?)?, small(part("day").unwrap_or(1))?).ok()
}

fn by_kind(field: &Field, compared: &[Condition], today: Date) -> Vec<Values> {
    let texts = |list: &[&str]| list.iter().map(|text| typed(field, *text)).collect::<Vec<_>>();
    match &field.answer {
        Kind::YesNo(_) if compared.is_empty() => texts(&["yes"]),
        Kind::YesNo(_) => texts(&["yes", "no"]),
        Kind::Radios(rule) => choices(field, &rule.options, compared),
        Kind::Select(rule) => choices(field, &rule.options, compared),
        Kind::Checkboxes(rule) => ticks(field, rule, compared),
        Kind::Declaration(_) => texts(&["agreed"]),
        Kind::Date(rule) => days(field, rule.earliest, rule.latest, compared, today),
        Kind::MonthYear(rule) => days(field, rule.earliest, rule.latest, compared, today),
        Kind::Number(rule) => numbers(field, rule, compared),
        Kind::Money(rule) => {
            let scale = NumberRule {
                min: rule.min.div_euclid(100) + i64::from(rule.min % 100 != 0),
                max: rule.max.div_euclid(100),
                decimals: 2,
                prefix: None,
                suffix: None,
            };
            let mut all = numbers(field, &scale, compared);
            all.push(typed(field, crate::kind::number::typed_pounds(rule.min)));
            all
        }
        Kind::Text(rule) => {
            let mut all = compared_texts(field, compared);
            all.extend(text::candidates(rule).into_iter().map(|text| typed(field, text)));
            all.rotate_left(compared_texts(field, compared).len());
            all
        }
        Kind::LongText(rule) => {
            let mut all = vec![typed(field, text::long(*rule, "Example"))];
            all.extend(compared_texts(field, compared));
            all
        }
        Kind::File(rule) => vec![files(field, rule)],
        kind => match parts(kind).as_slice() {
            [] => texts(lines(kind)),
            _ => several(field),
        },
    }
}

/// Answers of kinds that take one line and have no rules.
fn lines(kind: &Kind) -> &'static [&'static str] {
    match kind {
        Kind::Time => &["14:30", "09:00"],
        Kind::Email => &["madeup@example.com", "other@example.com"],
        Kind::Telephone => &["01632 960 001", "07700 900 982"],
        Kind::Website => &["https://www.example.com/", "https://www.example.org/"],
        Kind::Organisation(_) => &["Invented Ltd", "Other Invented Ltd", "X"],
        Kind::AddressLine(_) => &["Nowhere Street", "Exampleton", "Elmst"],
        Kind::NationalInsuranceNumber(_) => {
            &["AB123456C", "AB123457C", "AB123458C", "AB123459C", "AB123460C"]
        }
        Kind::Utr => &["2234567890", "1097172564"],
        Kind::VatNumber => &["101747696", "101747641"],
        Kind::CompanyNumber => &["01234567", "SC123456"],
        Kind::VehicleRegistration => &["AB12CDE", "A123BCD"],
        Kind::V5cReference => &["12345678910", "12345678911"],
        Kind::V11Reference => &["1234567891012345", "1234567891012346"],
        Kind::NewKeeperReference => &["123456789101", "123456789102"],
        Kind::DriverNumber => &["MORGA657054SM9IJ", "JONES862130SM9IJ"],
        Kind::Postcode => &["SA6 7JL", "M1 1AE"],
        Kind::PassportNumber => &["123456789", "123456780"],
        Kind::PrisonerNumber => &["A1234BC", "A1234BD"],
        Kind::GridReference => &["SK387148", "SK387149"],
        _ => &[],
    }
}

/// Answers of several lines, in two ways.
fn several(field: &Field) -> Vec<Values> {
    let value = |part: &str, other: bool| match (&field.answer, part) {
        (Kind::PassportMrz, "line-1") => "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<",
        (Kind::PassportMrz, _) => "L898902C36UTO7408122F1204159ZE184226B<<<<<10",
        (_, "postcode") => {
            if other {
                "M1 1AE"
            } else {
                "SA6 7JL"
            }
        }
        (_, "sort-code") => "309430",
        (_, "account-number") => {
            if other {
                "00733446"
            } else {
                "00733445"
            }
        }
        (_, "title") => "Dr",
        (_, "country") => "Freedonia",
        _ => {
            if other {
                "Another"
            } else {
                "Example"
            }
        }
    };
    let way = |other: bool| {
        let known = parts(&field.answer);
        let text = |part: &crate::kind::parts::Part| {
            value(part.name, other).chars().take(usize::from(part.max)).collect::<String>()
        };
        known.iter().map(|part| (part_name(&field.id, part.name), vec![text(part)])).collect()
    };
    vec![way(false), way(true)]
}

/// The first choice, those that a condition names, and one that none names.
fn choices(field: &Field, options: &[Choice], compared: &[Condition]) -> Vec<Values> {
    let named = named(compared);
    let first = options.first();
    let other = options.iter().find(|choice| !named.contains(&choice.value.as_str()));
    let chosen = first
        .into_iter()
        .chain(options.iter().filter(|choice| named.contains(&choice.value.as_str())));
    chosen.chain(other).map(|choice| typed(field, choice.value.clone())).collect()
}

fn named(compared: &[Condition]) -> Vec<&str> {
    compared
        .iter()
        .filter_map(|one| match one {
            Condition::Equals(Equals { value, .. }) | Condition::Contains(Equals { value, .. }) => {
                Some(value.as_str())
            }
            _ => None,
        })
        .collect()
}

fn ticks(field: &Field, rule: &CheckboxesRule, compared: &[Condition]) -> Vec<Values> {
    let all: Vec<String> = rule.options.iter().map(|choice| choice.value.clone()).collect();
    let exclusive = |value: &&String| rule.exclusive.as_ref() == Some(*value);
    let plain: Vec<String> = all.iter().filter(|value| !exclusive(value)).cloned().collect();
    let way = |values: Vec<String>| Values::from([(field.id.clone(), values)]);
    if rule.all {
        return vec![way(all)];
    }
    let least = usize::from(rule.min.unwrap_or(1));
    let most = usize::from(rule.max.unwrap_or(u16::MAX));
    let with = |value: &String| {
        let others = plain.iter().filter(|other| *other != value).take(least.saturating_sub(1));
        way([value].into_iter().chain(others).cloned().collect())
    };
    let named = named(compared);
    let mut ways: Vec<Values> = plain.first().map(&with).into_iter().collect();
    ways.extend(plain.iter().filter(|value| named.contains(&value.as_str())).map(&with));
    ways.extend(plain.iter().find(|value| !named.contains(&value.as_str())).map(&with));
    ways.extend(rule.exclusive.clone().map(|value| way(vec![value])));
    ways.push(way(plain.into_iter().take(most).collect()));
    ways
}

/// A day well within the limits, then the days on both sides of each that a condition names, then
/// the limits.
fn days(
    field: &Field,
    earliest: Option<Day>,
    latest: Option<Day>,
    compared: &[Condition],
    today: Date,
) -> Vec<Values> {
    let (first, last) = (earliest.map(|day| day.from(today)), latest.map(|day| day.from(today)));
    let within = match (first, last) {
        (Some(first), Some(last)) => {
            let between = first.until(last).map_or(0, |span| span.get_days());
            first.saturating_add((between / 2).days())
        }
        (Some(first), None) => first.saturating_add(400.days()),
        (None, Some(last)) => last.saturating_sub(400.days()),
        (None, None) => today.saturating_sub(400.days()),
    };
    let edges = compared.iter().filter_map(|one| match one {
        Condition::Before(Comparison { day, .. }) | Condition::After(Comparison { day, .. }) => {
            Some(day.from(today))
        }
        Condition::Equals(Equals { value, .. }) => value.parse().ok(),
        _ => None,
    });
    let around = |day: Date| {
        [day.saturating_sub(1.days()), day, day.saturating_add(1.days())]
            .into_iter()
            .chain([day.saturating_sub(40.days()), day.saturating_add(40.days())])
    };
    // Others nearby, for answers that must not be the same.
    let nearby = [1, 2, 3, 7].map(|days| within.saturating_add(days.days()));
    let all = [within].into_iter().chain(edges.flat_map(around)).chain(first).chain(last);
    let all = all.chain(nearby);
    all.map(|day| date(field, day)).collect()
}

/// A number within the limits, then those on both sides of each that a condition names.
fn numbers(field: &Field, rule: &NumberRule, compared: &[Condition]) -> Vec<Values> {
    let one = 1.clamp(rule.min, rule.max.max(rule.min));
    let edges = compared.iter().filter_map(|condition| match condition {
        Condition::Less(Amount { than, .. }) | Condition::Greater(Amount { than, .. }) => {
            micros(than)
        }
        Condition::Equals(Equals { value, .. }) => micros(value),
        _ => None,
    });
    let whole = |micros: i128| i64::try_from(micros.div_euclid(1_000_000)).unwrap_or(i64::MAX);
    let around =
        edges.map(whole).flat_map(|edge| [edge.saturating_sub(1), edge, edge.saturating_add(1)]);
    let all = [one].into_iter().chain(around).chain([rule.min, rule.max]);
    all.map(|number| typed(field, number.to_string())).collect()
}

/// Texts that conditions name, and texts on both sides of each length that they name.
fn compared_texts(field: &Field, compared: &[Condition]) -> Vec<Values> {
    let mut all = Vec::new();
    for one in compared {
        match one {
            Condition::Equals(Equals { value, .. }) => all.push(typed(field, value.as_str())),
            Condition::Shorter(Length { than, .. }) | Condition::Longer(Length { than, .. }) => {
                let than = usize::from(*than);
                let lengths = [than.saturating_sub(1), than, than + 1];
                all.extend(lengths.map(|length| typed(field, "x".repeat(length))));
            }
            _ => {}
        }
    }
    all
}

fn files(field: &Field, rule: &FileRule) -> Values {
    let kind = rule.accept.first().map_or("application/pdf", String::as_str);
    let file = |number: u16| format!("{}:1:{kind}:example-{number}", "0".repeat(64));
    Values::from([(field.id.clone(), (0..rule.min).map(file).collect())])
}
