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

#[cfg(test)]
mod tests {
    use super::{grouped, judge};
    use crate::definition::field::NumberRule;
    use crate::kind::Failure;

    const MILEAGE: NumberRule = NumberRule { min: 0, max: 999_999 };

    #[test]
    fn commas_and_spaces_between_digits_do_not_matter() {
        for typed in ["48210", "48,210", "48 210", "048210"] {
            assert_eq!(judge(MILEAGE, typed), Ok(48_210));
        }
        assert_eq!(judge(MILEAGE, "0"), Ok(0));
        assert_eq!(judge(MILEAGE, "999999"), Ok(999_999));
    }

    #[test]
    fn what_is_no_number_within_its_limits_is_refused() {
        for (typed, failure) in [
            ("1000000", Failure::TooLarge),
            ("99999999999999999999999", Failure::TooLarge),
            ("-1", Failure::TooSmall),
            ("-99999999999999999999999", Failure::TooSmall),
            ("4.5", Failure::NotANumber),
            ("about 5", Failure::NotANumber),
            ("--5", Failure::NotANumber),
            ("-", Failure::NotANumber),
        ] {
            assert_eq!(
                judge(MILEAGE, typed).map_err(|wrong| wrong.failure),
                Err(failure),
                "{typed}"
            );
        }
    }

    #[test]
    fn thousands_are_set_apart() {
        for (number, shown) in
            [(0, "0"), (999, "999"), (48_210, "48,210"), (-1_000_000, "-1,000,000")]
        {
            assert_eq!(grouped(number), shown);
        }
    }
}
