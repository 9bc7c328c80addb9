//! Whole numbers.

use super::{Failure, Wrong};
use crate::definition::field::NumberRule;

/// A whole number; spaces and commas between digits are dropped.
pub(crate) fn judge(rule: NumberRule, text: &str) -> Result<i64, Wrong> {
    let plain: String = text.chars().filter(|c| !c.is_whitespace() && *c != ',').collect();
    let digits = plain.strip_prefix('-').unwrap_or(&plain);
    if digits.is_empty() || !digits.chars().all(|c| c.is_ascii_digit()) {
        return Err(Failure::NotANumber.into());
    }
    // More digits than an i64 holds is beyond any limit on the side of its sign.
    let beyond = if plain.starts_with('-') { i64::MIN } else { i64::MAX };
    let number = plain.parse::<i64>().unwrap_or(beyond);
    if number < rule.min {
        return Err(Wrong::beyond(Failure::TooSmall, rule.min));
    }
    if rule.max < number {
        return Err(Wrong::beyond(Failure::TooLarge, rule.max));
    }
    Ok(number)
}

/// With a comma between thousands.
pub(crate) fn grouped(number: i64) -> String {
    let digits = number.unsigned_abs().to_string();
    let mut out = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place != 0 && (digits.len() - place).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    if number < 0 { format!("-{out}") } else { out }
}
