//! Conditions: as objects or as raw expressions, to native ones.
//!
//! A number and its digits are the same here, and so are `true` and the choice `true`: the
//! engine's designer puts quotation marks round some of them and its engine does not always mind.

use std::collections::HashMap;

use counterfoil_form::definition::condition::{Condition, NamedCondition};
use serde_json::Value as Json;

use super::Reader;
use super::compare::{Literal, day_is, length_is, literal_is, turned};
use super::expression::{self, Expr, Fault, Op};
use super::fields::{Known, Sort};
use super::objects;
use super::source;
use super::truth::{self, Truth};
use crate::draft::choices::value;
use crate::limits;
use crate::report::{Kind, quoted};

/// Conditions that refer to each other further than this are not followed.
const REFERENCES: usize = 40;
/// Parts of the opposite of a condition from where on it is given up.
const OPPOSITE: usize = 300;

/// Conditions made so far; `None` while one is being made.
type Made = HashMap<String, Option<Condition>>;

impl<'a> Reader<'a> {
    /// The named conditions that are used, in the order of the source. Called when everything
    /// that can refer to them was read.
    pub(super) fn read_conditions(&mut self) -> Vec<NamedCondition> {
        let all = source::list(self.form, "conditions");
        if limits::CONDITIONS < all.len() {
            let message = format!("only the first {} conditions are read", limits::CONDITIONS);
            self.tools.log.add(Kind::Limit, "/conditions", message);
        }
        let mut made = Made::new();
        let mut used: Vec<String> = self.used.iter().cloned().collect();
        used.sort();
        used.iter().for_each(|name| self.make(name, &mut made, 0));
        let mut unused = 0_usize;
        let mut named = Vec::new();
        for (number, condition) in all.iter().take(limits::CONDITIONS).enumerate() {
            let name = source::text(condition, "name").unwrap_or_default();
            let Some((last, id)) = self.conditions.get(name).cloned() else { continue };
            if !std::ptr::eq(last, condition) {
                let message = format!("{} comes again below, where it counts", quoted(name));
                self.tools.log.add(Kind::NameChanged, format!("/conditions/{number}"), message);
                continue;
            }
            match made.get(&id) {
                Some(Some(when)) => named.push(NamedCondition { id, when: when.clone() }),
                _ => unused += 1,
            }
        }
        if 0 < unused {
            let message = format!("{unused} conditions that nothing uses were left out");
            self.tools.log.add(Kind::Setting, "/conditions", message);
        }
        named
    }

    /// Makes the condition `name` if it is not made yet.
    fn make(&mut self, name: &str, made: &mut Made, depth: usize) {
        let Some((condition, id)) = self.conditions.get(name).cloned() else { return };
        if made.contains_key(&id) {
            return;
        }
        made.insert(id.clone(), None);
        let at = format!("/conditions/{name}");
        let expr = self.expression(condition.get("value"), &at);
        let mut compiler = Compiler { made, depth, at: &at };
        let truth = expr.map_or_else(Truth::never, |expr| self.truth(&expr, &mut compiler));
        if truth == Truth::never() {
            let message = format!("the condition {} can never hold", quoted(name));
            self.tools.log.add(Kind::Condition, at.as_str(), message);
        }
        made.insert(id, Some(truth.yes));
    }

    /// A condition that stands in a route itself.
    pub(super) fn inline(&mut self, text: &str, at: &str) -> Condition {
        let expr = self.expression(Some(&Json::from(text)), at);
        let mut made = Made::new();
        let mut compiler = Compiler { made: &mut made, depth: 0, at };
        expr.map_or_else(Truth::never, |expr| self.truth(&expr, &mut compiler)).yes
    }

    /// The native condition of this name. One that is not known never holds.
    pub(super) fn named(&mut self, name: &str, at: &str) -> Condition {
        if let Some((_, id)) = self.conditions.get(name) {
            self.used.insert(name.to_owned());
            return Condition::Ref(id.clone());
        }
        let message = format!("there is no condition {}, so it never holds", quoted(name));
        self.tools.log.add(Kind::Condition, at, message);
        truth::always(false)
    }

    fn expression(&mut self, value: Option<&Json>, at: &str) -> Option<Expr> {
        let expr = match value {
            Some(Json::String(text)) => expression::parse(text).map_err(|fault| match fault {
                Fault::TooLong => "it is too long",
                Fault::TooDeep => "it is nested too deep",
                Fault::NotUnderstood => "its expression is not understood here",
            }),
            Some(object) if object.get("conditions").is_some() => {
                objects::group(source::list(object, "conditions"), 0)
            }
            // MHCLG's designer also saves one comparison alone.
            Some(object) if object.get("operator").is_some() => objects::leaf(object),
            _ => Err("it says nothing"),
        };
        match expr {
            Ok(expr) => Some(expr),
            Err(why) => {
                self.tools.log.add(Kind::Condition, at, format!("a condition never holds: {why}"));
                None
            }
        }
    }

    fn truth(&mut self, expr: &Expr, compiler: &mut Compiler<'_>) -> Truth {
        match expr {
            Expr::Bool(yes) => Truth::constant(*yes),
            Expr::Text(text) => Truth::constant(!text.is_empty()),
            Expr::Number(number) => {
                Truth::constant(!number.trim_matches(['0', '.', '-']).is_empty())
            }
            Expr::Not(one) => self.truth(one, compiler).not(),
            Expr::And(all) => self.joined(all, compiler, Truth::and),
            Expr::Or(all) => self.joined(all, compiler, Truth::or),
            Expr::Name(name) => self.bare(name, compiler),
            Expr::Compare(left, op, right) => self.comparison(left, *op, right, compiler),
            Expr::In(value, within) => self.contained(value, within, compiler),
            Expr::Length(_) | Expr::List(_) | Expr::Relative { .. } => self.odd(compiler),
        }
    }

    /// Joins from the last to the first, as the engine looks from the first to the last.
    fn joined(
        &mut self,
        all: &[Expr],
        compiler: &mut Compiler<'_>,
        join: fn(Truth, Truth) -> Truth,
    ) -> Truth {
        let parts: Vec<Truth> = all.iter().map(|one| self.truth(one, compiler)).collect();
        let joined = parts.into_iter().rev().reduce(|rest, one| join(one, rest));
        joined.unwrap_or_else(Truth::never)
    }

    /// A name alone: another condition, which is always told, or an answer that is not nothing.
    fn bare(&mut self, name: &str, compiler: &mut Compiler<'_>) -> Truth {
        if let Some((_, id)) = self.conditions.get(name).cloned() {
            return self.reference(name, id, compiler);
        }
        self.each(name, compiler, |known| match known.sort {
            Sort::YesNo => Truth::leaf(&known.id, truth::equals(&known.id, "yes")),
            Sort::Number => Truth::leaf(&known.id, truth::equals(&known.id, "0")).not(),
            _ => Truth::fixed(&known.id, true),
        })
    }

    fn reference(&mut self, name: &str, id: String, compiler: &mut Compiler<'_>) -> Truth {
        if REFERENCES < compiler.depth {
            return self.odd(compiler);
        }
        self.used.insert(name.to_owned());
        self.make(name, compiler.made, compiler.depth + 1);
        let made = &*compiler.made;
        let named = |id: &str| made.get(id).cloned().flatten();
        let mut room = OPPOSITE;
        let own = named(&id);
        match own.and_then(|own| truth::fails(&own, &named, &mut room)) {
            Some(no) => Truth { yes: Condition::Ref(id), no, told: truth::always(true) },
            None => {
                let message = format!("{} comes back to itself or is too large", quoted(name));
                self.tools.log.add(Kind::Condition, compiler.at, message);
                Truth::never()
            }
        }
    }

    /// What `of` says of each field that `name` means; never told for an unknown name.
    fn each(&mut self, name: &str, compiler: &Compiler<'_>, of: impl Fn(&Known) -> Truth) -> Truth {
        let found = self.fields.get(name);
        if found.is_empty() {
            let message = format!("{} is not asked, so a comparison never holds", quoted(name));
            self.tools.log.add(Kind::Condition, compiler.at, message);
            return Truth::never();
        }
        if limits::NAMESAKES < found.len() {
            let most = limits::NAMESAKES;
            let message = format!("only the first {most} questions {} are looked at", quoted(name));
            self.tools.log.often(Kind::Condition, compiler.at, message);
        }
        Truth::one_of(found.iter().take(limits::NAMESAKES).map(of).collect())
    }

    /// Says when no choice of a question is what it is compared with.
    fn never_said(&mut self, name: &str, op: Op, literal: Literal<'_>, compiler: &Compiler<'_>) {
        let wanted = match literal {
            Literal::Text(text) | Literal::Number(text) => value(text),
            Literal::Bool(yes) => yes.to_string(),
            Literal::Nothing => return,
        };
        let found = self.fields.get(name);
        let never = !found.is_empty() && found.iter().all(|known| !known.may_be(&wanted));
        if never && matches!(op, Op::Is | Op::IsNot) {
            let message = format!("{} is never {}", quoted(name), quoted(&wanted));
            self.tools.log.add(Kind::Condition, compiler.at, message);
        }
    }

    fn odd(&mut self, compiler: &Compiler<'_>) -> Truth {
        let message = "an expression compares what cannot be compared here, so it never holds";
        self.tools.log.add(Kind::Condition, compiler.at, message);
        Truth::never()
    }

    fn comparison(
        &mut self,
        left: &Expr,
        op: Op,
        right: &Expr,
        compiler: &mut Compiler<'_>,
    ) -> Truth {
        match (left, right) {
            (Expr::Name(name), literal) if self.conditions.contains_key(name.as_str()) => {
                self.condition_is(name, op, literal, compiler)
            }
            (Expr::Name(name), Expr::Relative { distance, past }) => {
                let day = truth::relative(*distance, *past);
                self.each(name, compiler, |known| day_is(known, op, day))
            }
            (Expr::Name(name), Expr::Name(other)) => {
                let known = self.fields.get(other);
                if !known.is_empty() || self.conditions.contains_key(other.as_str()) {
                    return self.odd(compiler);
                }
                let message = format!("{} without quotation marks is no text", quoted(other));
                self.tools.log.add(Kind::Condition, compiler.at, message);
                self.each(name, compiler, |_| Truth::never())
            }
            (Expr::Name(name), literal) => {
                let literal = match literal {
                    Expr::Text(text) => Literal::Text(text),
                    Expr::Number(number) => Literal::Number(number),
                    Expr::Bool(yes) => Literal::Bool(*yes),
                    // `x == ('a' or 'b')` is true or false on the right, which no text equals.
                    Expr::Or(_) | Expr::And(_) | Expr::Not(_) | Expr::Compare(..) => {
                        let message = "an answer is compared with a condition, which it never is";
                        self.tools.log.add(Kind::Condition, compiler.at, message);
                        Literal::Nothing
                    }
                    _ => return self.odd(compiler),
                };
                self.never_said(name, op, literal, compiler);
                self.each(name, compiler, |known| literal_is(known, op, literal))
            }
            (Expr::Length(inner), Expr::Number(number)) => match &**inner {
                Expr::Name(name) => {
                    let number = number.clone();
                    self.each(name, compiler, |known| length_is(&known.id, op, &number))
                }
                _ => self.odd(compiler),
            },
            (literal, Expr::Name(_) | Expr::Length(_)) if !matches!(literal, Expr::Name(_)) => {
                self.comparison(right, turned(op), left, compiler)
            }
            _ => self.odd(compiler),
        }
    }

    /// A named condition compared with `true` or `false`.
    fn condition_is(
        &mut self,
        name: &str,
        op: Op,
        literal: &Expr,
        compiler: &mut Compiler<'_>,
    ) -> Truth {
        let truth = self.bare(name, compiler);
        match (op, literal) {
            (Op::Is, Expr::Bool(true)) | (Op::IsNot, Expr::Bool(false)) => truth,
            (Op::Is, Expr::Bool(false)) | (Op::IsNot, Expr::Bool(true)) => truth.not(),
            (Op::Is, _) => Truth::constant(false),
            (Op::IsNot, _) => Truth::constant(true),
            _ => self.odd(compiler),
        }
    }

    /// `'a' in ticks`, or `choice in ['a', 'b']`.
    fn contained(&mut self, part: &Expr, whole: &Expr, compiler: &mut Compiler<'_>) -> Truth {
        match (part, whole) {
            (Expr::Text(text) | Expr::Number(text), Expr::Name(name)) => {
                let text = value(text);
                self.never_said(name, Op::Is, Literal::Text(&text), compiler);
                self.each(name, compiler, |known| match known.sort {
                    Sort::Ticks if known.may_be(&text) => {
                        Truth::leaf(&known.id, truth::contains(&known.id, &text))
                    }
                    _ => Truth::fixed(&known.id, false),
                })
            }
            (Expr::Name(_), Expr::List(values)) => {
                let is = |one: &Expr| {
                    Expr::Compare(Box::new(part.clone()), Op::Is, Box::new(one.clone()))
                };
                self.truth(&Expr::Or(values.iter().map(is).collect()), compiler)
            }
            _ => self.odd(compiler),
        }
    }
}

/// What conditions are made with.
struct Compiler<'m> {
    made: &'m mut Made,
    /// How far references led here.
    depth: usize,
    at: &'m str,
}
