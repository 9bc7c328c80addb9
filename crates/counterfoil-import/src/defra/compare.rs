//! Single comparisons of an answer, true or false also where there is none.

use counterfoil_form::definition::condition::{Condition, Day, Distance};
use serde_json::Value as Json;

use super::Reader;
use super::conditions::{Known, Sort, Thrown};
use crate::build::is_amount;
use crate::draft::choices::value;
use crate::report::{Kind, quoted};
use crate::source;
use crate::truth::{self, all, answered, any};

/// Characters that the engine counts where there is no answer: it takes the length of `null`.
const NOTHING_CHARS: u16 = 4;

/// What an answer is compared with.
enum Operand {
    /// One or several texts, and whether all of them count rather than any.
    Texts(Vec<String>, bool),
    /// A day counted from today, and whether it lies in the past.
    Day(Day, bool),
}

impl Reader<'_> {
    /// The comparison `one` of an answer to `known`.
    pub(super) fn compare(
        &mut self,
        known: &Known,
        one: &Json,
        at: &str,
    ) -> Result<Condition, Thrown> {
        let operator = source::text(one, "operator").unwrap_or_default().trim();
        let made = match self.operand(one, operator) {
            Some(Operand::Day(day, past)) => relative(known, operator, day, past),
            Some(Operand::Texts(texts, every)) => {
                self.never_said(known, &texts, at);
                let each: Option<Vec<Condition>> =
                    texts.iter().map(|text| literal(known, operator, text)).collect();
                each.map(|each| if every { all(each) } else { any(each) })
            }
            None => None,
        };
        if made.is_none() {
            let (name, operator) = (quoted(&known.id), quoted(operator));
            let message = format!("{name} cannot be compared by {operator} here");
            self.tools.log.add(Kind::Condition, at, message);
        }
        made.ok_or(Thrown)
    }

    /// Says when no choice of a question is what it is compared with.
    fn never_said(&mut self, known: &Known, texts: &[String], at: &str) {
        for text in texts.iter().filter(|text| !known.may_be(&value(text))) {
            let message = format!("{} is never {}", quoted(&known.id), quoted(text));
            self.tools.log.add(Kind::Condition, at, message);
        }
    }

    fn operand(&self, one: &Json, operator: &str) -> Option<Operand> {
        let compared = one.get("value")?;
        let inner = source::text(compared, "type");
        let sort = source::text(one, "type").or(inner).unwrap_or("Value");
        match sort {
            "RelativeDate" | "RelativeTime" => {
                let past = source::text(compared, "direction") != Some("in the future");
                Some(Operand::Day(truth::relative(distance(compared)?, past), past))
            }
            "ListItemRef" => {
                let list = source::text(compared, "listId");
                let ids = match compared.get("itemId")? {
                    Json::Array(ids) => ids.iter().filter_map(Json::as_str).collect(),
                    id => vec![id.as_str()?],
                };
                let texts: Option<Vec<String>> =
                    ids.into_iter().map(|id| self.value_of(list, id)).collect();
                let joined = source::text(compared, "itemsCoordinator");
                // Of choices of which only one is taken, none is when each of them is not.
                let every = operator == "is not" || (operator != "is" && joined == Some("and"));
                texts.filter(|texts| !texts.is_empty()).map(|texts| Operand::Texts(texts, every))
            }
            _ => {
                let plain = match compared {
                    Json::Object(_) => compared.get("value"),
                    plain => Some(plain),
                };
                Some(Operand::Texts(vec![source::plain(plain)], false))
            }
        }
    }
}

fn distance(from: &Json) -> Option<Distance> {
    let period = source::count(from, "period").or_else(|| source::count(from, "timePeriod"))?;
    let unit = source::text(from, "unit").or_else(|| source::text(from, "timeUnit"))?;
    let nothing = Distance::default();
    Some(match unit {
        "years" => Distance { years: period, ..nothing },
        "months" => Distance { months: period, ..nothing },
        "days" => Distance { days: period, ..nothing },
        _ => return None,
    })
}

fn not(condition: Condition) -> Condition {
    Condition::Not(Box::new(condition))
}

fn unanswered(known: &Known) -> Condition {
    not(answered(&known.id))
}

/// The opposite of a comparison, true where there is no answer.
fn fails(known: &Known, condition: Condition) -> Condition {
    any([unanswered(known), not(condition)])
}

/// A comparison with a literal; `None` where the engine cannot make it.
fn literal(known: &Known, operator: &str, text: &str) -> Option<Condition> {
    match operator {
        "is" => Some(equals(known, text).unwrap_or_else(|| truth::always(false))),
        "is not" => {
            let own = equals(known, text);
            Some(own.map_or_else(|| truth::always(true), |own| opposite(known, own)))
        }
        "contains" | "does not contain" if known.sort == Sort::Ticks => {
            let own = truth::contains(&known.id, &value(text));
            let can = known.may_be(&value(text));
            Some(match (operator, can) {
                ("contains", true) => own,
                ("contains", false) => truth::always(false),
                (_, true) => fails(known, own),
                (_, false) => truth::always(true),
            })
        }
        "is longer than" | "is shorter than" | "has length" => length(known, operator, text),
        "is before" | "is after" => {
            let day = Day::On(text.get(..10).unwrap_or(text).parse().ok()?);
            let before = operator == "is before";
            let make = if before { truth::before } else { truth::after };
            (known.sort == Sort::Date).then(|| make(&known.id, day))
        }
        _ => number(known, operator, text.trim()),
    }
}

/// The answer is this; `None` where it never can be.
fn equals(known: &Known, text: &str) -> Option<Condition> {
    let id = known.id.as_str();
    match known.sort {
        Sort::YesNo => match text {
            "true" => Some(truth::equals(id, "yes")),
            "false" => Some(truth::equals(id, "no")),
            _ => None,
        },
        Sort::Choice => known.may_be(&value(text)).then(|| truth::equals(id, &value(text))),
        Sort::Text => Some(truth::equals(id, text)),
        Sort::Number => is_amount(text.trim()).then(|| truth::equals(id, text.trim())),
        Sort::Date => {
            let day = Day::On(text.get(..10).unwrap_or(text).parse().ok()?);
            Some(all([not(truth::before(id, day)), not(truth::after(id, day))]))
        }
        Sort::Ticks | Sort::Other => None,
    }
}

/// The answer is not this. A day is another when it is before or after.
fn opposite(known: &Known, own: Condition) -> Condition {
    match own {
        Condition::All(parts) => {
            let inner = parts.into_iter().filter_map(|part| match part {
                Condition::Not(inner) => Some(*inner),
                _ => None,
            });
            any([unanswered(known)].into_iter().chain(inner))
        }
        own => fails(known, own),
    }
}

/// How many characters the answer has.
fn length(known: &Known, operator: &str, text: &str) -> Option<Condition> {
    let than: u16 = text.trim().parse().ok()?;
    if !matches!(known.sort, Sort::Text | Sort::Choice) {
        return None;
    }
    let (shorter, longer) = (truth::shorter(&known.id, than), truth::longer(&known.id, than));
    let (own, nothing) = match operator {
        "is longer than" => (longer, than < NOTHING_CHARS),
        "is shorter than" => (shorter, NOTHING_CHARS < than),
        _ => (all([not(shorter), not(longer)]), than == NOTHING_CHARS),
    };
    Some(or_nothing(known, own, nothing))
}

/// A number, which the engine takes to be nought where there is none.
fn number(known: &Known, operator: &str, text: &str) -> Option<Condition> {
    if known.sort != Sort::Number || !is_amount(text) {
        return None;
    }
    let than: f64 = text.parse().ok()?;
    let (less, greater) = (truth::less(&known.id, text), truth::greater(&known.id, text));
    let (own, nothing) = match operator {
        "is less than" => (less, 0.0 < than),
        "is at least" => (not(less), than <= 0.0),
        "is more than" => (greater, than < 0.0),
        "is at most" => (not(greater), 0.0 <= than),
        _ => return None,
    };
    Some(or_nothing(known, own, nothing))
}

fn or_nothing(known: &Known, own: Condition, nothing: bool) -> Condition {
    if nothing { any([unanswered(known), own]) } else { own }
}

/// A comparison with a day counted from today. In the past, more is earlier. A day that is not
/// given is neither before nor after.
fn relative(known: &Known, operator: &str, day: Day, past: bool) -> Option<Condition> {
    if known.sort != Sort::Date {
        return None;
    }
    let id = known.id.as_str();
    Some(match (operator, past) {
        ("is at least", true) | ("is at most", false) => not(truth::after(id, day)),
        ("is at most", true) | ("is at least", false) => not(truth::before(id, day)),
        ("is more than", true) | ("is less than", false) | ("is before", _) => {
            truth::before(id, day)
        }
        ("is less than", true) | ("is more than", false) | ("is after", _) => truth::after(id, day),
        ("is", _) => all([not(truth::before(id, day)), not(truth::after(id, day))]),
        ("is not", _) => any([unanswered(known), truth::before(id, day), truth::after(id, day)]),
        _ => return None,
    })
}
