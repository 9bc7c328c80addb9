//! Rules that look at another field as well.

use super::modulus::ModulusTable;
use super::{Failure, Wrong};
use crate::definition::field::{Field, Kind};
use crate::definition::rule::{CrossRule, Driver, Together};
use crate::value::Value;

/// What a field's rules about other fields make of its valid `value`. `other` gives the valid
/// answer to another field.
pub(crate) fn judge_across<'v>(
    field: &Field,
    value: &Value,
    other: &dyn Fn(&str) -> Option<&'v Value>,
) -> Result<(), Wrong> {
    field.rules.iter().try_for_each(|rule| keep(rule, value, other))
}

/// What may be wrong with a valid `value`; the person is told once and may go on.
pub(crate) fn warn<'v>(
    field: &Field,
    value: &Value,
    other: &dyn Fn(&str) -> Option<&'v Value>,
    table: Option<&ModulusTable>,
) -> Result<(), Wrong> {
    field.warnings.iter().try_for_each(|rule| keep(rule, value, other))?;
    let (Kind::BankAccount(_), Some(table)) = (&field.answer, table) else { return Ok(()) };
    match (value.part("sort-code"), value.part("account-number")) {
        (Some(sort_code), Some(account)) if !table.may_be(sort_code, account) => {
            Err(Wrong::from(Failure::UnlikelyAccount).of("account-number"))
        }
        _ => Ok(()),
    }
}

/// A rule holds when either answer is missing or of a kind that it is not about.
fn keep<'v>(
    rule: &CrossRule,
    mine: &Value,
    other: &dyn Fn(&str) -> Option<&'v Value>,
) -> Result<(), Wrong> {
    let broken = match rule {
        CrossRule::Matches(name) => same(mine, other(name)) == Some(false),
        CrossRule::DiffersFrom(name) => same(mine, other(name)) == Some(true),
        CrossRule::Together(Together { with, max }) => {
            let length = |value: &Value| value.text().map(|text| text.chars().count());
            let both = length(mine).zip(other(with).and_then(length));
            both.is_some_and(|(mine, other)| usize::from(*max) < mine + other)
        }
        CrossRule::After(name) => {
            dates(mine, other(name)).is_some_and(|(mine, other)| mine <= other)
        }
        CrossRule::NotBefore(name) => {
            dates(mine, other(name)).is_some_and(|(mine, other)| mine < other)
        }
        CrossRule::AtMost(name) => {
            let both = mine.micros().zip(other(name).and_then(Value::micros));
            both.is_some_and(|(mine, other)| other < mine)
        }
        CrossRule::DriverFits(driver) => driver_fits(driver, mine, other) == Some(false),
    };
    match (broken, rule) {
        (false, _) => Ok(()),
        (true, CrossRule::Together(together)) => {
            Err(Wrong::beyond(Failure::TogetherTooLong, together.max))
        }
        (true, rule) => Err(failure(rule).into()),
    }
}

/// What is wrong when this rule is broken.
pub(crate) fn failure(rule: &CrossRule) -> Failure {
    match rule {
        CrossRule::Matches(_) => Failure::Differs,
        CrossRule::DiffersFrom(_) => Failure::Same,
        CrossRule::Together(_) => Failure::TogetherTooLong,
        CrossRule::After(_) => Failure::NotAfter,
        CrossRule::NotBefore(_) => Failure::BeforeOther,
        CrossRule::AtMost(_) => Failure::MoreThanOther,
        CrossRule::DriverFits(_) => Failure::UnlikelyDriver,
    }
}

fn same(mine: &Value, other: Option<&Value>) -> Option<bool> {
    let other = other?;
    let like = |mine: &str, other: &str| mine.to_lowercase() == other.to_lowercase();
    match (mine, other) {
        (Value::Text(mine), Value::Text(other)) => Some(like(mine, other)),
        (Value::Parts(mine), Value::Parts(other)) => Some(
            mine.len() == other.len()
                && mine
                    .iter()
                    .zip(other)
                    .all(|((part, mine), (its, other))| part == its && like(mine, other)),
        ),
        _ => Some(mine == other),
    }
}

fn dates(mine: &Value, other: Option<&Value>) -> Option<(jiff::civil::Date, jiff::civil::Date)> {
    mine.date().zip(other?.date())
}

/// The surname's first five letters, and the decade, month, day and year of birth, stand in fixed
/// places. Source: DVLA's vdr-core, `DLN_REGEX` and its notes.
fn driver_fits<'v>(
    driver: &Driver,
    mine: &Value,
    other: &dyn Fn(&str) -> Option<&'v Value>,
) -> Option<bool> {
    let letters: Vec<char> = mine.text()?.chars().collect();
    let name = other(&driver.last_name)?;
    let name = name.text().or_else(|| name.part("last"))?;
    let born = other(&driver.born)?.date()?;
    let mut surname: String =
        name.chars().filter(char::is_ascii_alphabetic).collect::<String>().to_uppercase();
    surname.truncate(5);
    let surname = format!("{surname:9<5}");
    let digit = |place: usize| letters.get(place).and_then(|c| c.to_digit(10));
    let month = (digit(6)? % 5) * 10 + digit(7)?;
    let day = digit(8)? * 10 + digit(9)?;
    let year = digit(5)? * 10 + digit(10)?;
    let fits = letters.iter().take(5).collect::<String>() == surname
        && i64::from(month) == i64::from(born.month())
        && i64::from(day) == i64::from(born.day())
        && i64::from(year) == i64::from(born.year()) % 100;
    Some(fits)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::{driver_fits, keep};
    use crate::definition::rule::{CrossRule, Driver};
    use crate::kind::Failure;
    use crate::value::Value;

    fn text(text: &str) -> Value {
        Value::Text(text.to_owned())
    }

    fn broken(rule: &CrossRule, mine: &Value, other: &Value) -> Option<Failure> {
        keep(rule, mine, &|_| Some(other)).err().map(|wrong| wrong.failure)
    }

    #[test]
    fn each_rule_is_broken_just_past_its_edge() {
        let other = || "other".to_owned();
        let town = |town: &str| Value::Parts(vec![("town", town.to_owned())]);
        let (may, june) = (Value::Date(date(2026, 5, 1)), Value::Date(date(2026, 6, 1)));
        let (three, four) = (Value::Number(3), Value::Decimal("4.5".to_owned()));
        let cases = [
            (CrossRule::Matches(other()), text("a@b.uk"), text("A@B.uk"), None),
            (CrossRule::Matches(other()), text("a"), text("b"), Some(Failure::Differs)),
            (CrossRule::DiffersFrom(other()), text("a"), text("A"), Some(Failure::Same)),
            (CrossRule::DiffersFrom(other()), town("ELY"), town("Ely"), Some(Failure::Same)),
            (CrossRule::DiffersFrom(other()), town("Ely"), town("Rye"), None),
            (CrossRule::After(other()), may.clone(), may.clone(), Some(Failure::NotAfter)),
            (CrossRule::After(other()), june.clone(), may.clone(), None),
            (CrossRule::NotBefore(other()), may.clone(), may.clone(), None),
            (CrossRule::NotBefore(other()), may.clone(), june, Some(Failure::BeforeOther)),
            (CrossRule::AtMost(other()), three.clone(), four.clone(), None),
            (CrossRule::AtMost(other()), four, three, Some(Failure::MoreThanOther)),
            (CrossRule::After(other()), may, text("no date"), None),
        ];
        for (rule, mine, other, failure) in cases {
            assert_eq!(broken(&rule, &mine, &other), failure, "{rule:?}");
        }
    }

    #[test]
    fn a_driver_number_goes_with_its_name_and_date_of_birth() {
        let driver = Driver { last_name: "name".to_owned(), born: "born".to_owned() };
        let fits = |number: &str, name: &str, born| {
            let (name, born) = (text(name), Value::Date(born));
            driver_fits(&driver, &text(number), &|field| {
                Some(if field == "name" { &name } else { &born })
            })
        };

        let morgan = "MORGA657054SM9IJ";
        assert_eq!(fits(morgan, "Morgan", date(1964, 7, 5)), Some(true), "month 57 is July");
        assert_eq!(fits(morgan, "Morris", date(1964, 7, 5)), Some(false));
        assert_eq!(fits(morgan, "Morgan", date(1964, 7, 6)), Some(false));
        assert_eq!(fits("MAN99657054S99IJ", "Man", date(1964, 7, 5)), Some(true));
    }
}
