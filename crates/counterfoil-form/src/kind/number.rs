//! Numbers and money.

use super::{Failure, Limit, Wrong};
use crate::definition::field::{MoneyRule, NumberRule};
use crate::value::{Value, micros};

/// A number; spaces and commas between digits are dropped.
pub(crate) fn judge(rule: &NumberRule, text: &str) -> Result<Value, Wrong> {
    let number = Plain::of(text)?;
    if usize::from(rule.decimals) < number.part.len() {
        return Err(match rule.decimals {
            0 => Failure::NotANumber.into(),
            places => Wrong::beyond(Failure::Decimals, places),
        });
    }
    // More digits than can be compared are beyond any limit on the side of their sign.
    let beyond = if number.minus { i128::MIN } else { i128::MAX };
    let worth = micros(&number.text()).unwrap_or(beyond);
    if worth < i128::from(rule.min) * 1_000_000 {
        return Err(Wrong::beyond(Failure::TooSmall, rule.min));
    }
    if i128::from(rule.max) * 1_000_000 < worth {
        return Err(Wrong::beyond(Failure::TooLarge, rule.max));
    }
    match rule.decimals {
        0 => {
            let whole = i64::try_from(worth / 1_000_000);
            whole.map(Value::Number).map_err(|_| Failure::NotANumber.into())
        }
        _ => Ok(Value::Decimal(number.text())),
    }
}

/// An amount of money: pounds, with or without pence; a pound sign, spaces and commas are dropped.
pub(crate) fn money(rule: MoneyRule, text: &str) -> Result<Value, Wrong> {
    let text = text.strip_prefix('£').unwrap_or(text);
    let number = Plain::of(text)?;
    let pence = match number.part.len() {
        0 => "00".to_owned(),
        1 => format!("{}0", number.part),
        2 => number.part.clone(),
        _ => return Err(Wrong::beyond(Failure::Decimals, 2)),
    };
    let beyond = if number.minus { i64::MIN } else { i64::MAX };
    let digits = format!("{}{}{pence}", number.sign(), number.whole);
    let pence = digits.parse::<i64>().unwrap_or(beyond);
    let outside = |failure: Failure, limit| {
        Err(Wrong { limit: Some(Limit::Pence(limit)), ..Wrong::from(failure) })
    };
    if pence < rule.min {
        return outside(Failure::TooSmall, rule.min);
    }
    if rule.max < pence {
        return outside(Failure::TooLarge, rule.max);
    }
    Ok(Value::Pence(pence))
}

/// A number taken apart, without zeros that say nothing.
struct Plain {
    minus: bool,
    whole: String,
    part: String,
}

impl Plain {
    fn of(text: &str) -> Result<Self, Wrong> {
        let plain: String = text.chars().filter(|c| !c.is_whitespace() && *c != ',').collect();
        let digits = plain.strip_prefix('-').unwrap_or(&plain);
        let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
        let all_digits = |text: &str| text.chars().all(|c| c.is_ascii_digit());
        if whole.is_empty() && part.is_empty() || !all_digits(whole) || !all_digits(part) {
            return Err(Failure::NotANumber.into());
        }
        let whole = whole.trim_start_matches('0');
        let part = part.trim_end_matches('0');
        let zero = whole.is_empty() && part.is_empty();
        let whole = if whole.is_empty() { "0" } else { whole };
        Ok(Self {
            minus: plain.starts_with('-') && !zero,
            whole: whole.to_owned(),
            part: part.to_owned(),
        })
    }

    fn sign(&self) -> &'static str {
        if self.minus { "-" } else { "" }
    }

    fn text(&self) -> String {
        let point = if self.part.is_empty() { "" } else { "." };
        format!("{}{}{point}{}", self.sign(), self.whole, self.part)
    }
}

/// Pence as pounds, such as `£1,250` or `£12.50`.
pub(crate) fn pounds(pence: i64) -> String {
    let sign = if pence < 0 { "-" } else { "" };
    let whole = i64::try_from(pence.unsigned_abs() / 100).unwrap_or(i64::MAX);
    match pence.unsigned_abs() % 100 {
        0 => format!("{sign}£{}", grouped(whole)),
        part => format!("{sign}£{}.{part:02}", grouped(whole)),
    }
}

/// Pence as they would be typed.
pub(crate) fn typed_pounds(pence: i64) -> String {
    let sign = if pence < 0 { "-" } else { "" };
    format!("{sign}{}.{:02}", pence.unsigned_abs() / 100, pence.unsigned_abs() % 100)
}

/// A decimal with commas between thousands.
pub(crate) fn grouped_decimal(text: &str) -> String {
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    match whole.parse::<i64>() {
        Ok(0) if whole.starts_with('-') => text.to_owned(),
        Ok(number) if part.is_empty() => grouped(number),
        Ok(number) => format!("{}.{part}", grouped(number)),
        Err(_) => text.to_owned(),
    }
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
    use super::{grouped, judge, money, pounds};
    use crate::definition::field::{MoneyRule, NumberRule};
    use crate::kind::Failure;
    use crate::value::Value;

    fn rule(decimals: u8) -> NumberRule {
        NumberRule { min: 0, max: 999_999, decimals, prefix: None, suffix: None }
    }

    #[test]
    fn commas_and_spaces_between_digits_do_not_matter() {
        for typed in ["48210", "48,210", "48 210", "048210", "48210.0"] {
            assert_eq!(judge(&rule(0), typed), Ok(Value::Number(48_210)));
        }
        assert_eq!(judge(&rule(0), "0"), Ok(Value::Number(0)));
        assert_eq!(judge(&rule(0), "-0"), Ok(Value::Number(0)));
        assert_eq!(judge(&rule(0), "999999"), Ok(Value::Number(999_999)));
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
            (".", Failure::NotANumber),
        ] {
            let wrong = judge(&rule(0), typed).map_err(|wrong| wrong.failure);
            assert_eq!(wrong, Err(failure), "{typed}");
        }
    }

    #[test]
    fn decimals_are_kept_without_zeros_that_say_nothing() {
        assert_eq!(judge(&rule(2), "0012.50"), Ok(Value::Decimal("12.5".to_owned())));
        assert_eq!(judge(&rule(2), ".5"), Ok(Value::Decimal("0.5".to_owned())));
        let failure = |typed| judge(&rule(2), typed).map_err(|wrong| wrong.failure);
        assert_eq!(failure("1.234"), Err(Failure::Decimals));
        assert_eq!(failure("999999.01"), Err(Failure::TooLarge));
    }

    #[test]
    fn money_is_kept_in_pence() {
        let rule = MoneyRule { min: 1, max: 1_000_000 };
        for (typed, pence) in [("12", 1_200), ("£12.5", 1_250), ("1,000.01", 100_001)] {
            assert_eq!(money(rule, typed), Ok(Value::Pence(pence)), "{typed}");
        }
        let failure = |typed| money(rule, typed).map_err(|wrong| wrong.failure);
        assert_eq!(failure("12.345"), Err(Failure::Decimals));
        assert_eq!(failure("0"), Err(Failure::TooSmall));
        assert_eq!(failure("10000.01"), Err(Failure::TooLarge));
        assert_eq!(failure("9999999999999999999999"), Err(Failure::TooLarge));
        assert_eq!(failure("ten"), Err(Failure::NotANumber));
        assert_eq!((pounds(125_000).as_str(), pounds(1_250).as_str()), ("£1,250", "£12.50"));
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
