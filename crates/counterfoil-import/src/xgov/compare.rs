//! Single comparisons of an answer.

use counterfoil_form::definition::condition::{Day, Distance};

use super::expression::Op;
use super::fields::{Known, Sort};
use super::truth::{self, Truth};
use crate::build::is_amount;
use crate::draft::choices::value;

/// What an answer is compared with.
#[derive(Debug, Clone, Copy)]
pub(super) enum Literal<'a> {
    Text(&'a str),
    Number(&'a str),
    Bool(bool),
    /// Something that nothing equals.
    Nothing,
}

pub(super) fn turned(op: Op) -> Op {
    match op {
        Op::Less => Op::Greater,
        Op::Greater => Op::Less,
        Op::AtLeast => Op::AtMost,
        Op::AtMost => Op::AtLeast,
        Op::Is | Op::IsNot => op,
    }
}

/// A comparison of an answer with a literal. What can never be equal is told all the same.
pub(super) fn literal_is(known: &Known, op: Op, literal: Literal<'_>) -> Truth {
    let (field, sort) = (known.id.as_str(), known.sort);
    if sort == Sort::Date
        && let Literal::Text(text) = literal
        && let Ok(date) = text.get(..10).unwrap_or(text).parse()
    {
        return day_is(known, op, Day::On(date));
    }
    if sort == Sort::AgeGroup {
        return age_group_is(known, op, literal);
    }
    let equal = match (sort, literal) {
        (Sort::YesNo, Literal::Bool(yes)) => Some(if yes { "yes" } else { "no" }.to_owned()),
        (Sort::Choice | Sort::Text, Literal::Text(text) | Literal::Number(text)) => {
            Some(value(text))
        }
        (Sort::Choice | Sort::Text, Literal::Bool(yes)) => Some(yes.to_string()),
        (Sort::Number, Literal::Number(text) | Literal::Text(text)) if is_amount(text) => {
            Some(text.to_owned())
        }
        _ => None,
    };
    let equal = equal.filter(|value| sort == Sort::YesNo || known.may_be(value));
    match (op, equal) {
        (Op::Is, Some(equal)) => Truth::leaf(field, truth::equals(field, &equal)),
        (Op::IsNot, Some(equal)) => Truth::leaf(field, truth::equals(field, &equal)).not(),
        (Op::Is, None) => Truth::fixed(field, false),
        (Op::IsNot, None) => Truth::fixed(field, true),
        (op, Some(number)) if sort == Sort::Number => match op {
            Op::Less => Truth::leaf(field, truth::less(field, &number)),
            Op::AtLeast => Truth::leaf(field, truth::less(field, &number)).not(),
            Op::AtMost => Truth::leaf(field, truth::greater(field, &number)).not(),
            _ => Truth::leaf(field, truth::greater(field, &number)),
        },
        _ => Truth::fixed(field, false),
    }
}

pub(super) fn day_is(known: &Known, op: Op, day: Day) -> Truth {
    let field = known.id.as_str();
    if known.sort != Sort::Date {
        return Truth::fixed(field, false);
    }
    let before = Truth::leaf(field, truth::before(field, day));
    let after = Truth::leaf(field, truth::after(field, day));
    match op {
        Op::Less => before,
        Op::AtLeast => before.not(),
        Op::Greater => after,
        Op::AtMost => after.not(),
        Op::Is => before.or(after).not(),
        Op::IsNot => before.or(after),
    }
}

pub(super) fn length_is(field: &str, op: Op, number: &str) -> Truth {
    let Ok(than) = number.parse::<u16>() else { return Truth::fixed(field, false) };
    let shorter = Truth::leaf(field, truth::shorter(field, than));
    let longer = Truth::leaf(field, truth::longer(field, than));
    match op {
        Op::Less => shorter,
        Op::AtLeast => shorter.not(),
        Op::Greater => longer,
        Op::AtMost => longer.not(),
        Op::Is => shorter.or(longer).not(),
        Op::IsNot => shorter.or(longer),
    }
}

/// The age group that the engine works out: of whole years, less than 13 and more than 65.
fn age_group_is(known: &Known, op: Op, literal: Literal<'_>) -> Truth {
    let field = known.id.as_str();
    let years = |years| Day::Ago(Distance { years, ..Distance::default() });
    let junior = || Truth::leaf(field, truth::after(field, years(13)));
    let senior = || Truth::leaf(field, truth::after(field, years(66))).not();
    let is = match literal {
        Literal::Text("junior") => junior(),
        Literal::Text("senior") => senior(),
        Literal::Text("full") => junior().or(senior()).not(),
        _ => Truth::fixed(field, false),
    };
    match op {
        Op::Is => is,
        Op::IsNot => is.not(),
        _ => Truth::fixed(field, false),
    }
}
