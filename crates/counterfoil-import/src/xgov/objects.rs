//! Conditions as the designer saves them: objects, read into expressions.

use counterfoil_form::definition::condition::Distance;
use serde_json::Value as Json;

use super::expression::{Expr, Op};
use super::source;
use crate::build::is_amount;
use crate::limits;

/// Conditions one after the other: `and` binds tighter than `or`.
pub(super) fn group(list: &[Json], depth: usize) -> Result<Expr, &'static str> {
    if limits::EXPRESSION_DEPTH < depth {
        return Err("it is nested too deep");
    }
    if limits::COMPARISONS < list.len() {
        return Err("it has too many comparisons");
    }
    let mut ors: Vec<Vec<Expr>> = vec![Vec::new()];
    for one in list {
        // A group's coordinator is carried by its first member in older files.
        let first = source::list(one, "conditions").first();
        let coordinator = source::text(one, "coordinator")
            .or_else(|| first.and_then(|first| source::text(first, "coordinator")));
        if coordinator == Some("or") && ors.last().is_some_and(|last| !last.is_empty()) {
            ors.push(Vec::new());
        }
        let expr = if one.get("conditions").is_some() {
            group(source::list(one, "conditions"), depth + 1)?
        } else if let Some(name) = source::text(one, "conditionName") {
            Expr::Name(name.to_owned())
        } else {
            leaf(one)?
        };
        if let Some(last) = ors.last_mut() {
            last.push(expr);
        }
    }
    let ands: Vec<Expr> = ors.into_iter().filter(|ands| !ands.is_empty()).map(Expr::And).collect();
    if ands.is_empty() { Err("it says nothing") } else { Ok(Expr::Or(ands)) }
}

/// One comparison.
pub(super) fn leaf(from: &Json) -> Result<Expr, &'static str> {
    let field = from.get("field").ok_or("a comparison names no answer")?;
    let name = source::text(field, "name").ok_or("a comparison names no answer")?;
    let operator = source::text(from, "operator").unwrap_or_default().trim();
    let name = || Box::new(Expr::Name(name.to_owned()));
    let compared = from.get("value").ok_or("a comparison has nothing to compare with")?;
    let kind = source::text(compared, "type").unwrap_or("Value");
    if matches!(kind, "RelativeTime" | "RelativeDate") {
        let (op, relative) = relative(operator, compared)?;
        return Ok(Expr::Compare(name(), op, Box::new(relative)));
    }
    let text = match compared {
        Json::Object(_) => source::plain(compared.get("value")),
        plain => source::plain(Some(plain)),
    };
    let literal = literal(&text, source::text(field, "type").unwrap_or_default());
    let length = || Box::new(Expr::Length(name()));
    let number = || Box::new(Expr::Number(text.trim().to_owned()));
    Ok(match operator {
        "is" => Expr::Compare(name(), Op::Is, literal),
        "is not" => Expr::Compare(name(), Op::IsNot, literal),
        "contains" => Expr::In(Box::new(Expr::Text(text)), name()),
        "does not contain" => Expr::Not(Box::new(Expr::In(Box::new(Expr::Text(text)), name()))),
        "is at least" => Expr::Compare(name(), Op::AtLeast, literal),
        "is at most" => Expr::Compare(name(), Op::AtMost, literal),
        "is less than" | "is before" => Expr::Compare(name(), Op::Less, literal),
        "is more than" | "is after" => Expr::Compare(name(), Op::Greater, literal),
        "is longer than" => Expr::Compare(length(), Op::Greater, number()),
        "is shorter than" => Expr::Compare(length(), Op::Less, number()),
        "has length" => Expr::Compare(length(), Op::Is, number()),
        _ => return Err("its operator is not known"),
    })
}

fn literal(text: &str, sort: &str) -> Box<Expr> {
    Box::new(match (text, sort) {
        ("true", "YesNoField") => Expr::Bool(true),
        ("false", "YesNoField") => Expr::Bool(false),
        (number, "NumberField") if is_amount(number.trim()) => {
            Expr::Number(number.trim().to_owned())
        }
        _ => Expr::Text(text.to_owned()),
    })
}

/// A comparison with a day counted from today. In the past, more is earlier.
fn relative(operator: &str, from: &Json) -> Result<(Op, Expr), &'static str> {
    let period = source::count(from, "timePeriod").or_else(|| source::count(from, "period"));
    let period = period.ok_or("a comparison with a day names no period")?;
    let unit = source::text(from, "timeUnit").or_else(|| source::text(from, "unit"));
    let mut distance = Distance::default();
    match unit.unwrap_or_default() {
        "years" => distance.years = period,
        "months" => distance.months = period,
        "days" => distance.days = period,
        _ => return Err("it counts hours or minutes, which are not compared here"),
    }
    let past = source::text(from, "direction").is_none_or(|direction| direction != "in the future");
    let op = match (operator, past) {
        ("is at least", true) | ("is at most", false) => Op::AtMost,
        ("is at most", true) | ("is at least", false) => Op::AtLeast,
        ("is more than", true) | ("is less than", false) | ("is before", _) => Op::Less,
        ("is less than", true) | ("is more than", false) | ("is after", _) => Op::Greater,
        ("is", _) => Op::Is,
        ("is not", _) => Op::IsNot,
        _ => return Err("its operator is not known"),
    };
    Ok((op, Expr::Relative { distance, past }))
}
