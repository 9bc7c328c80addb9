//! Raw conditions: the part of expr-eval's language that real forms use, parsed, never evaluated.
//!
//! `or`, `and`, `not`, comparisons, `in`, brackets, texts, numbers, `true` and `false`, names with
//! dots, and lists in square brackets. `||`, `&&`, `!` and `name: value` come from forms older
//! than expr-eval.

use crate::limits;

/// What an expression says.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Expr {
    /// One of them.
    Or(Vec<Expr>),
    /// All of them.
    And(Vec<Expr>),
    /// Not this.
    Not(Box<Expr>),
    /// A comparison.
    Compare(Box<Expr>, Op, Box<Expr>),
    /// The second holds the first.
    In(Box<Expr>, Box<Expr>),
    /// How many characters something has.
    Length(Box<Expr>),
    /// The name of an answer or a condition.
    Name(String),
    /// A text.
    Text(String),
    /// A number, in its digits.
    Number(String),
    /// True or false.
    Bool(bool),
    /// Several values.
    List(Vec<Expr>),
    /// A day so many days, months and years from the day of use, in the past or not.
    Relative {
        /// How far.
        distance: counterfoil_form::definition::condition::Distance,
        /// Before the day of use.
        past: bool,
    },
}

/// How two things are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Op {
    Is,
    IsNot,
    Less,
    Greater,
    AtLeast,
    AtMost,
}

/// Why a text is no expression.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fault {
    /// Longer than is read.
    TooLong,
    /// Nested deeper than is read.
    TooDeep,
    /// Not in the language.
    NotUnderstood,
}

/// Parses `text`.
pub(super) fn parse(text: &str) -> Result<Expr, Fault> {
    if limits::EXPRESSION_BYTES < text.len() {
        return Err(Fault::TooLong);
    }
    let tokens = tokens(text)?;
    let mut parser = Parser { tokens: &tokens, depth: 0 };
    let expr = parser.or()?;
    if parser.tokens.is_empty() { Ok(expr) } else { Err(Fault::NotUnderstood) }
}

#[derive(Debug, Clone, PartialEq)]
enum Token {
    Word(String),
    Text(String),
    Number(String),
    Sign(&'static str),
}

/// Signs, longer ones first.
const SIGNS: &[&str] =
    &["==", "!=", ">=", "<=", "&&", "||", "!", "<", ">", "(", ")", "[", "]", ",", ":", "-"];

fn tokens(text: &str) -> Result<Vec<Token>, Fault> {
    let mut rest = text.trim();
    let mut tokens = Vec::new();
    while let Some(first) = rest.chars().next() {
        let (token, after) = if first == '\'' || first == '"' {
            quoted(rest, first)?
        } else if first.is_ascii_digit() {
            let (number, after) = take(rest, |c| c.is_ascii_digit() || c == '.');
            (Token::Number(number), after)
        } else if first.is_alphabetic() || first == '_' || first == '$' {
            // Names of components may have hyphens only where no subtraction could be meant.
            let (word, after) = take(rest, |c| c.is_alphanumeric() || "_.$".contains(c));
            (Token::Word(word), after)
        } else {
            let sign = SIGNS.iter().find(|sign| rest.starts_with(**sign));
            let sign = sign.ok_or(Fault::NotUnderstood)?;
            (Token::Sign(sign), rest.get(sign.len()..).unwrap_or_default())
        };
        tokens.push(token);
        rest = after.trim_start();
    }
    Ok(tokens)
}

fn take(text: &str, fits: impl Fn(char) -> bool) -> (String, &str) {
    let end = text.find(|c| !fits(c)).unwrap_or(text.len());
    let (word, after) = text.split_at(end);
    (word.to_owned(), after)
}

/// A text in quotation marks, with JavaScript's escapes.
fn quoted(text: &str, mark: char) -> Result<(Token, &str), Fault> {
    let mut out = String::new();
    let mut chars = text.char_indices().skip(1);
    while let Some((at, c)) = chars.next() {
        match c {
            '\\' => out.push(chars.next().ok_or(Fault::NotUnderstood)?.1),
            c if c == mark => {
                let after = text.get(at + c.len_utf8()..).unwrap_or_default();
                return Ok((Token::Text(out), after));
            }
            c => out.push(c),
        }
    }
    Err(Fault::NotUnderstood)
}

struct Parser<'a> {
    tokens: &'a [Token],
    depth: usize,
}

impl<'a> Parser<'a> {
    fn next(&mut self) -> Option<&'a Token> {
        let (first, rest) = self.tokens.split_first()?;
        self.tokens = rest;
        Some(first)
    }

    /// Takes the next token if it is one of these words or signs.
    fn takes(&mut self, wanted: &[&str]) -> bool {
        let is = match self.tokens.first() {
            Some(Token::Word(word)) => wanted.contains(&word.as_str()),
            Some(Token::Sign(sign)) => wanted.contains(sign),
            _ => false,
        };
        if is {
            self.next();
        }
        is
    }

    fn or(&mut self) -> Result<Expr, Fault> {
        self.depth += 1;
        if limits::EXPRESSION_DEPTH < self.depth {
            return Err(Fault::TooDeep);
        }
        let mut all = vec![self.and()?];
        while self.takes(&["or", "||"]) {
            all.push(self.and()?);
        }
        self.depth -= 1;
        Ok(one_or(all, Expr::Or))
    }

    fn and(&mut self) -> Result<Expr, Fault> {
        let mut all = vec![self.comparison()?];
        while self.takes(&["and", "&&"]) {
            all.push(self.comparison()?);
        }
        Ok(one_or(all, Expr::And))
    }

    fn comparison(&mut self) -> Result<Expr, Fault> {
        let mut left = self.unary()?;
        loop {
            let op = match self.tokens.first() {
                Some(Token::Sign("==" | ":")) => Op::Is,
                Some(Token::Sign("!=")) => Op::IsNot,
                Some(Token::Sign("<")) => Op::Less,
                Some(Token::Sign(">")) => Op::Greater,
                Some(Token::Sign(">=")) => Op::AtLeast,
                Some(Token::Sign("<=")) => Op::AtMost,
                Some(Token::Word(word)) if word == "in" => {
                    self.next();
                    left = Expr::In(Box::new(left), Box::new(self.unary()?));
                    continue;
                }
                _ => return Ok(left),
            };
            self.next();
            left = Expr::Compare(Box::new(left), op, Box::new(self.unary()?));
        }
    }

    fn unary(&mut self) -> Result<Expr, Fault> {
        let mut negations = 0_usize;
        while self.takes(&["not", "!"]) {
            negations += 1;
        }
        let atom = self.atom()?;
        Ok(if negations % 2 == 1 { Expr::Not(Box::new(atom)) } else { atom })
    }

    fn atom(&mut self) -> Result<Expr, Fault> {
        match self.next().ok_or(Fault::NotUnderstood)? {
            Token::Text(text) => Ok(Expr::Text(text.clone())),
            Token::Number(number) => Ok(Expr::Number(number.clone())),
            Token::Sign("-") => match self.next() {
                Some(Token::Number(number)) => Ok(Expr::Number(format!("-{number}"))),
                _ => Err(Fault::NotUnderstood),
            },
            Token::Sign("(") => {
                let inner = self.or()?;
                if self.takes(&[")"]) { Ok(inner) } else { Err(Fault::NotUnderstood) }
            }
            Token::Sign("[") => self.list(),
            Token::Sign(_) => Err(Fault::NotUnderstood),
            Token::Word(word) => match word.as_str() {
                "true" => Ok(Expr::Bool(true)),
                "false" => Ok(Expr::Bool(false)),
                "length" => Ok(Expr::Length(Box::new(self.unary_atom()?))),
                "and" | "or" | "in" => Err(Fault::NotUnderstood),
                // A function, none of which forms are known to call.
                _ if self.tokens.first() == Some(&Token::Sign("(")) => Err(Fault::NotUnderstood),
                _ => Ok(Expr::Name(word.clone())),
            },
        }
    }

    fn unary_atom(&mut self) -> Result<Expr, Fault> {
        self.depth += 1;
        if limits::EXPRESSION_DEPTH < self.depth {
            return Err(Fault::TooDeep);
        }
        let atom = self.atom();
        self.depth -= 1;
        atom
    }

    fn list(&mut self) -> Result<Expr, Fault> {
        let mut all = Vec::new();
        while !self.takes(&["]"]) {
            all.push(self.or()?);
            if !self.takes(&[","]) && self.tokens.first() != Some(&Token::Sign("]")) {
                return Err(Fault::NotUnderstood);
            }
        }
        Ok(Expr::List(all))
    }
}

fn one_or(mut all: Vec<Expr>, many: impl Fn(Vec<Expr>) -> Expr) -> Expr {
    match (all.len(), all.pop()) {
        (1, Some(only)) => only,
        (_, last) => {
            all.extend(last);
            many(all)
        }
    }
}
