//! Names that a definition allows: ids of fields, paths, ids of sections and conditions.

use std::collections::{HashMap, HashSet};

use counterfoil_form::definition::field::{Kind, NameParts};
use counterfoil_form::definition::limits::ID_CHARS;

/// Names taken so far, of one sort: no two things of that sort share one.
#[derive(Debug, Default)]
pub(crate) struct Names {
    taken: HashSet<String>,
    /// How often a name was wanted, so that the thousandth of a kind is found at once.
    wanted: HashMap<String, usize>,
}

impl Names {
    /// With these taken.
    pub(crate) fn taken(names: impl IntoIterator<Item = String>) -> Self {
        Self { taken: names.into_iter().collect(), ..Self::default() }
    }

    /// The path or id nearest to `wanted`: kebab-case, not used before. `otherwise` stands in for
    /// a name with no letter or digit in it.
    pub(crate) fn kebab(&mut self, wanted: &str, otherwise: &str) -> String {
        let name = kebab(wanted);
        let name = if name.is_empty() { otherwise.to_owned() } else { name };
        self.free(&name, &[])
    }

    /// The field id nearest to `wanted`, which is kept when it is legal and not used before.
    /// The parts of its answer (`born-day`) are taken with it.
    pub(crate) fn field(&mut self, wanted: &str, kind: &Kind) -> String {
        let fits = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
        let legal: String =
            wanted.trim().chars().map(|c| if fits(c) { c } else { '-' }).take(ID_CHARS).collect();
        let legal = legal.trim_matches('-');
        self.free(if legal.is_empty() { "field" } else { legal }, parts(kind))
    }

    /// A name of any characters but control characters, cut to the limit, not used before.
    pub(crate) fn any(&mut self, wanted: &str) -> String {
        let plain: String = wanted.chars().filter(|c| !c.is_control()).collect();
        let plain = if plain.is_empty() { "condition" } else { plain.as_str() };
        self.free(plain, &[])
    }

    fn free(&mut self, wanted: &str, parts: &[&str]) -> String {
        loop {
            let times = self.wanted.entry(wanted.to_owned()).or_default();
            *times += 1;
            let name = numbered(wanted, *times);
            let all: Vec<String> = parts.iter().map(|part| format!("{name}-{part}")).collect();
            if !self.taken.contains(&name) && all.iter().all(|part| !self.taken.contains(part)) {
                self.taken.insert(name.clone());
                self.taken.extend(all);
                return name;
            }
        }
    }
}

/// `wanted`, from the second time with a number, cut so that it fits.
fn numbered(wanted: &str, number: usize) -> String {
    let end = if number == 1 { String::new() } else { format!("-{number}") };
    let room = ID_CHARS.saturating_sub(end.len());
    let mut name = wanted;
    while room < name.len() {
        name = name.char_indices().next_back().map_or("", |(at, _)| name.split_at(at).0);
    }
    format!("{}{end}", name.trim_end_matches('-'))
}

/// Small letters, digits and single hyphens, from any text.
pub(crate) fn kebab(text: &str) -> String {
    let mut out = String::new();
    let mut last_small = false;
    for c in text.chars() {
        // A capital within a word starts a new one: `yourName` becomes `your-name`.
        let word_starts = c.is_uppercase() && last_small;
        last_small = c.is_lowercase() || c.is_ascii_digit();
        let plain = plain_letter(c);
        if (word_starts || plain.is_none()) && !out.is_empty() && !out.ends_with('-') {
            out.push('-');
        }
        out.extend(plain);
        if ID_CHARS <= out.len() {
            break;
        }
    }
    let cut: String = out.chars().take(ID_CHARS).collect();
    cut.trim_matches('-').to_owned()
}

/// A letter or digit of ASCII, accents left aside.
fn plain_letter(c: char) -> Option<char> {
    let c = c.to_lowercase().next().unwrap_or(c);
    Some(match c {
        'a'..='z' | '0'..='9' => c,
        'à'..='å' => 'a',
        'ç' => 'c',
        'è'..='ë' => 'e',
        'ì'..='ï' => 'i',
        'ñ' => 'n',
        'ò'..='ö' => 'o',
        'ù'..='ü' => 'u',
        'ŵ' | 'ẁ' | 'ẃ' | 'ẅ' => 'w',
        'ý' | 'ÿ' | 'ŷ' | 'ỳ' => 'y',
        _ => return None,
    })
}

/// The endings of the names under which an answer of several parts is typed.
fn parts(kind: &Kind) -> &'static [&'static str] {
    match kind {
        Kind::Date(_) => &["day", "month", "year"],
        Kind::MonthYear(_) => &["month", "year"],
        Kind::Name(rule) if rule.parts == NameParts::Full => &["title", "full"],
        Kind::Name(_) => &["title", "first", "middle", "last"],
        Kind::UkAddress(_) => &["line-1", "line-2", "town", "county", "postcode"],
        Kind::InternationalAddress => {
            &["line-1", "line-2", "town", "region", "postal-code", "country"]
        }
        Kind::BankAccount(_) => &["sort-code", "account-number", "roll-number"],
        Kind::PassportMrz => &["line-1", "line-2"],
        _ => &[],
    }
}

#[cfg(test)]
mod tests {
    use counterfoil_form::definition::field::{DateRule, Kind};

    use super::{Names, kebab};

    #[test]
    fn any_text_becomes_kebab_case() {
        for (text, expected) in [
            ("/your-details", "your-details"),
            ("/construction/new", "construction-new"),
            ("whatIsYourName", "what-is-your-name"),
            ("What’s your  name?", "what-s-your-name"),
            ("/ymgysylltu-â'r-gymuned", "ymgysylltu-a-r-gymuned"),
            ("UKPassport", "ukpassport"),
            ("???", ""),
        ] {
            assert_eq!(kebab(text), expected, "{text}");
        }
        assert!(kebab(&"ab-".repeat(60)).len() <= 64);
    }

    #[test]
    fn legal_field_names_are_kept_and_the_rest_changed_until_they_are_free() {
        let date = Kind::Date(DateRule { earliest: None, latest: None, birthday: false });
        let mut names = Names::default();

        let got = [
            names.field("dob-day", &Kind::Email),
            names.field("dob", &date),
            names.field("Your_Name", &Kind::Email),
            names.field("Your_Name", &Kind::Email),
            names.field("a.b c", &Kind::Email),
            names.field("ŷ", &Kind::Email),
            names.field("dob-2-year", &Kind::Email),
        ];

        let expected =
            ["dob-day", "dob-2", "Your_Name", "Your_Name-2", "a-b-c", "field", "dob-2-year-2"];
        assert_eq!(got, expected);
        let long = [names.field(&"x".repeat(80), &date), names.field(&"x".repeat(80), &date)];
        assert!(long.iter().all(|name| name.len() <= 64) && long[0] != long[1], "{long:?}");
    }
}
