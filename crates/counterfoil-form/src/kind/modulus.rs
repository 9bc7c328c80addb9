//! Whether a sort code and an account number can go together.
//!
//! The weights come from a file that the operator gets from Vocalink; none ships with the
//! product, since its licence does not let it be passed on. A pair that passes could exist, not
//! more; one that fails may still be right, so this only ever warns.
//!
//! Source: Vocalink, "Validating account numbers", the specification that comes with the file.

use std::collections::BTreeMap;

/// Lines read at most of either file.
const LINES_MAX: usize = 20_000;

/// The weights of all sort codes, and the sort codes that are checked as another.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ModulusTable {
    rows: Vec<Row>,
    substitutes: BTreeMap<u32, u32>,
}

/// What is wrong with a file of weights.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BadTable {
    /// A line that is not of the form the specification gives.
    #[error("line {0} is not of the form that the specification gives")]
    Line(usize),
    /// More lines than any edition has.
    #[error("there are more than {LINES_MAX} lines")]
    TooLong,
    /// No line at all.
    #[error("there is no line in it")]
    Empty,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Row {
    from: u32,
    to: u32,
    method: Method,
    weights: [i32; 14],
    exception: u8,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Method {
    Mod10,
    Mod11,
    DoubleAlternate,
}

/// Six digits of the sort code, then eight of the account number, named u to h.
type Digits = [i32; 14];

/// Places of the digits a, b, c, g and h of the account number.
const A: usize = 6;
const B: usize = 7;
const C: usize = 8;
const G: usize = 12;
const H: usize = 13;

impl ModulusTable {
    /// Reads `valacdos.txt` and, for exception 5, `scsubtab.txt`, which may be empty.
    ///
    /// # Errors
    /// [`BadTable`] with the line.
    pub fn parse(weights: &str, substitutes: &str) -> Result<Self, BadTable> {
        let rows = lines(weights)?.map(|(number, line)| row(line).ok_or(BadTable::Line(number)));
        let rows = rows.collect::<Result<Vec<_>, _>>()?;
        if rows.is_empty() {
            return Err(BadTable::Empty);
        }
        let pairs = lines(substitutes)?.map(|(number, line)| {
            let mut words = line.split_whitespace().map(sort_code);
            match (words.next().flatten(), words.next().flatten(), words.next()) {
                (Some(from), Some(to), None) => Ok((from, to)),
                _ => Err(BadTable::Line(number)),
            }
        });
        Ok(Self { rows, substitutes: pairs.collect::<Result<_, _>>()? })
    }

    /// The pair could exist. True for everything that is not of the right form or not in the
    /// table: nothing is known against it.
    #[must_use]
    pub fn may_be(&self, sort_code_text: &str, account: &str) -> bool {
        let (Some(code), Some(digits)) = (sort_code(sort_code_text), all(sort_code_text, account))
        else {
            return true;
        };
        let mut rows = self.rows.iter().filter(|row| row.from <= code && code <= row.to);
        let (Some(first), second) = (rows.next(), rows.next()) else { return true };
        let passes = self.check(first, digits, code);
        match second {
            None => passes,
            Some(second) => match (first.exception, second.exception) {
                (2, 9) | (10, 11) | (12, 13) => passes || self.check(second, digits, code),
                (_, 3) if matches!(digits[C], 6 | 9) => passes,
                _ => passes && self.check(second, digits, code),
            },
        }
    }

    fn check(&self, row: &Row, digits: Digits, code: u32) -> bool {
        let account = digits;
        let mut digits = digits;
        let mut weights = row.weights;
        match row.exception {
            2 => weights = exception_two(weights, &digits),
            5 => replace(&mut digits, self.substitutes.get(&code).copied().unwrap_or(code)),
            6 if (4..=8).contains(&account[A]) && account[G] == account[H] => return true,
            7 if account[G] == 9 => blank_start(&mut weights),
            8 => replace(&mut digits, 90_126),
            9 => replace(&mut digits, 309_634),
            10 if matches!((account[A], account[B]), (0 | 9, 9)) && account[G] == 9 => {
                blank_start(&mut weights);
            }
            _ => {}
        }
        let total = total(row, &digits, &weights);
        match (row.exception, row.method) {
            (4, _) => total % 11 == account[G] * 10 + account[H],
            (5, Method::Mod11) => match total % 11 {
                0 => account[G] == 0,
                1 => false,
                rest => 11 - rest == account[G],
            },
            (5, Method::DoubleAlternate) => match total % 10 {
                0 => account[H] == 0,
                rest => 10 - rest == account[H],
            },
            (14, _) => total % 11 == 0 || shifted_passes(row, digits, &weights),
            (_, Method::Mod11) => total % 11 == 0,
            (_, Method::Mod10 | Method::DoubleAlternate) => total % 10 == 0,
        }
    }
}

fn total(row: &Row, digits: &Digits, weights: &[i32; 14]) -> i32 {
    let products = digits.iter().zip(weights).map(|(digit, weight)| digit * weight);
    match row.method {
        Method::Mod10 | Method::Mod11 => products.sum(),
        Method::DoubleAlternate => {
            let sum: i32 =
                products.map(|product| product / 100 + product / 10 % 10 + product % 10).sum();
            if row.exception == 1 { sum + 27 } else { sum }
        }
    }
}

fn exception_two(weights: [i32; 14], digits: &Digits) -> [i32; 14] {
    match (digits[A], digits[G]) {
        (0, _) => weights,
        (_, 9) => [0, 0, 0, 0, 0, 0, 0, 0, 8, 7, 10, 9, 3, 1],
        _ => [0, 0, 1, 2, 5, 3, 6, 4, 8, 7, 10, 9, 3, 1],
    }
}

/// Weights u to b are set to zero.
fn blank_start(weights: &mut [i32; 14]) {
    weights.iter_mut().take(8).for_each(|weight| *weight = 0);
}

/// Another sort code is checked in place of this one.
fn replace(digits: &mut Digits, code: u32) {
    let text = format!("{code:06}");
    for (digit, c) in digits.iter_mut().zip(text.chars()) {
        *digit = c.to_digit(10).and_then(|digit| i32::try_from(digit).ok()).unwrap_or(0);
    }
}

/// The account number without its last digit, when that is 0, 1 or 9, moved one to the right.
fn shifted_passes(row: &Row, mut digits: Digits, weights: &[i32; 14]) -> bool {
    if !matches!(digits[H], 0 | 1 | 9) {
        return false;
    }
    digits[A..].rotate_right(1);
    digits[A] = 0;
    total(row, &digits, weights) % 11 == 0
}

fn lines(text: &str) -> Result<impl Iterator<Item = (usize, &str)>, BadTable> {
    if LINES_MAX < text.lines().count() {
        return Err(BadTable::TooLong);
    }
    let numbered = text.lines().enumerate().map(|(number, line)| (number + 1, line));
    Ok(numbered.filter(|(_, line)| !line.trim().is_empty()))
}

fn row(line: &str) -> Option<Row> {
    let words: Vec<&str> = line.split_whitespace().collect();
    let (head, rest) = words.split_first_chunk::<3>()?;
    let method = match head[2] {
        "MOD10" => Method::Mod10,
        "MOD11" => Method::Mod11,
        "DBLAL" => Method::DoubleAlternate,
        _ => return None,
    };
    let (weights, exception) = rest.split_first_chunk::<14>()?;
    let weights: Vec<i32> = weights.iter().map(|word| word.parse().ok()).collect::<Option<_>>()?;
    let exception = match exception {
        [] => 0,
        [number] => number.parse().ok().filter(|number| (1..=14).contains(number))?,
        _ => return None,
    };
    let small = weights.iter().all(|weight| (-99..=99).contains(weight));
    let weights = small.then(|| weights.try_into().ok()).flatten()?;
    Some(Row { from: sort_code(head[0])?, to: sort_code(head[1])?, method, weights, exception })
}

fn sort_code(text: &str) -> Option<u32> {
    let fits = text.len() == 6 && text.chars().all(|c| c.is_ascii_digit());
    fits.then(|| text.parse().ok()).flatten()
}

fn all(sort_code: &str, account: &str) -> Option<Digits> {
    let digits = sort_code.chars().chain(account.chars());
    let digits: Vec<i32> =
        digits.map(|c| i32::try_from(c.to_digit(10)?).ok()).collect::<Option<_>>()?;
    digits.try_into().ok()
}

#[cfg(test)]
mod tests {
    use super::{BadTable, ModulusTable};

    /// Invented rows of the file's form; only the weights 8 to 1 are anybody's.
    fn table(rows: &str) -> ModulusTable {
        ModulusTable::parse(rows, "").expect("the rows are of the right form")
    }

    const PLAIN: &str = "0 0 0 0 0 0 8 7 6 5 4 3 2 1";

    #[test]
    fn a_mistyped_digit_is_noticed_and_an_unknown_sort_code_is_not_judged() {
        let table = table(&format!("107999 107999 MOD11 {PLAIN}"));

        assert!(table.may_be("107999", "88837491"));
        assert!(!table.may_be("107999", "88837493"), "the specification's own failing example");
        assert!(table.may_be("200000", "88837493"), "nothing is known of this sort code");
        assert!(table.may_be("10799", "x"), "not of the right form: others say so");
    }

    #[test]
    fn modulus_10_and_double_alternate_count_as_specified() {
        let ten = table(&format!("000001 999999 MOD10 {PLAIN}"));
        assert!(ten.may_be("123456", "00000026") && !ten.may_be("123456", "00000027"));
        let double = table("000001 999999 DBLAL 0 0 0 0 0 0 2 1 2 1 2 1 2 1");
        assert!(double.may_be("123456", "00000091") && !double.may_be("123456", "00000019"));
        let more = table("000001 999999 DBLAL 0 0 0 0 0 0 2 1 2 1 2 1 2 1 1");
        assert!(more.may_be("123456", "00000011"), "exception 1 adds 27: 27 + 2 + 1 is 30");
    }

    #[test]
    fn two_rows_must_both_pass_unless_their_exception_lets_either() {
        let pass = format!("000001 999999 MOD11 {PLAIN}");
        let fail = "000001 999999 MOD10 0 0 0 0 0 0 0 0 0 0 0 0 0 1";
        assert!(!table(&format!("{pass}\n{fail}")).may_be("107999", "88837491"));
        assert!(table(&format!("{pass} 12\n{fail} 13")).may_be("107999", "88837491"));
        assert!(
            table(&format!("{pass}\n{fail} 3")).may_be("107999", "88637491") == {
                table(&pass).may_be("107999", "88637491")
            }
        );
    }

    #[test]
    fn exceptions_change_digits_weights_and_remainders() {
        let with = |exception: u8, method: &str, weights: &str| {
            table(&format!("000001 999999 {method} {weights} {exception}"))
        };
        // 4: the remainder is the two last digits. 8*1 = 8, so 08.
        let four = with(4, "MOD11", "0 0 0 0 0 0 8 0 0 0 0 0 0 0");
        assert!(four.may_be("123456", "10000008") && !four.may_be("123456", "10000009"));
        // 6: foreign currency accounts are not checked.
        let six = with(6, "MOD11", PLAIN);
        assert!(six.may_be("123456", "51234577"));
        // 7: with g = 9 the first eight weights do not count.
        let seven = with(7, "MOD11", "9 9 9 9 9 9 9 9 0 0 0 0 0 1");
        assert!(seven.may_be("123456", "12000090"));
        // 8: the sort code is checked as 090126.
        let eight = with(8, "MOD10", "0 1 0 0 0 0 0 0 0 0 0 0 0 1");
        assert!(eight.may_be("123456", "00000001"));
        // 14: without its last digit, moved to the right.
        let fourteen = with(14, "MOD11", "0 0 0 0 0 0 0 0 0 0 0 0 0 1");
        assert!(fourteen.may_be("123456", "00000009"), "0 remains");
        assert!(!fourteen.may_be("123456", "00000005"));
    }

    #[test]
    fn exception_5_checks_another_sort_code_and_its_own_check_digits() {
        let rows = "938000 938696 MOD11 0 0 0 0 0 1 0 0 0 0 0 0 0 0 5";
        let table = ModulusTable::parse(rows, "938173 938017\n").expect("both are right");

        // The last digit of 938017 is 7: 11 - 7 = 4 must be g.
        assert!(table.may_be("938173", "00000040") && !table.may_be("938173", "00000030"));
    }

    #[test]
    fn a_file_of_another_form_is_refused_with_its_line() {
        for (text, wrong) in [
            ("", BadTable::Empty),
            ("107999 107999 MOD12 1", BadTable::Line(1)),
            ("\n107999 MOD11", BadTable::Line(2)),
        ] {
            assert_eq!(ModulusTable::parse(text, ""), Err(wrong));
        }
        let row = format!("107999 107999 MOD11 {PLAIN}\n");
        assert_eq!(ModulusTable::parse(&row.repeat(20_001), ""), Err(BadTable::TooLong));
        assert_eq!(ModulusTable::parse(&row, "938173\n"), Err(BadTable::Line(1)));
    }
}
