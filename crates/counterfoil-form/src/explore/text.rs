//! Texts that pass a text field's rule.

use regex_syntax::hir::{Class, Hir, HirKind};

use crate::definition::field::{Letters, LongTextRule, TextRule};

/// Texts tried for an expression: how often what may be repeated is repeated.
const REPEATS: [u32; 6] = [0, 1, 2, 4, 8, 16];
/// Most characters made for an expression.
const CHARS_MAX: usize = 500;

/// Texts that might pass `rule`, the likeliest first.
pub(super) fn candidates(rule: &TextRule) -> Vec<String> {
    let mut all: Vec<String> = rule.shapes.iter().map(|shape| shaped(shape)).collect();
    if let Some(pattern) = &rule.pattern {
        all.extend(matching(pattern.source()));
    }
    let letters = rule.characters.as_ref().is_none_or(|allowed| allowed.letters != Letters::None);
    let words = if letters { ["Example", "Another"] } else { ["12345678", "87654321"] };
    all.extend(words.map(|word| fitted(word, rule.min, rule.max)));
    all
}

/// A text of several lines that passes `rule`.
pub(super) fn long(rule: LongTextRule, word: &str) -> String {
    fitted(word, rule.min, rule.max)
}

/// `word` filled up or cut to a length that is allowed.
pub(super) fn fitted(word: &str, min: u16, max: u16) -> String {
    let mut text = word.to_owned();
    while text.chars().count() < usize::from(min) {
        text.push('x');
    }
    text.chars().take(usize::from(max)).collect()
}

fn shaped(shape: &str) -> String {
    let each = |c| match c {
        '9' => '1',
        'A' => 'A',
        other => other,
    };
    shape.chars().map(each).collect()
}

/// Texts that match an expression, as far as they can be made from its parts.
fn matching(source: &str) -> Vec<String> {
    let Ok(whole) = regex_syntax::parse(source) else { return Vec::new() };
    let mut all = Vec::new();
    for more in REPEATS {
        let mut text = String::new();
        if make(&whole, more, &mut text) && !all.contains(&text) {
            all.push(text);
        }
    }
    // A text of some length reads better than the shortest one.
    all.sort_by_key(|text| text.is_empty());
    all
}

/// Puts a text that matches `part` at the end of `text`; false when none can be made.
fn make(part: &Hir, more: u32, text: &mut String) -> bool {
    if CHARS_MAX < text.len() {
        return false;
    }
    match part.kind() {
        HirKind::Empty | HirKind::Look(_) => true,
        HirKind::Literal(literal) => {
            std::str::from_utf8(&literal.0).map(|literal| text.push_str(literal)).is_ok()
        }
        HirKind::Class(class) => pick(class).map(|c| text.push(c)).is_some(),
        HirKind::Capture(capture) => make(&capture.sub, more, text),
        HirKind::Concat(parts) => parts.iter().all(|part| make(part, more, text)),
        HirKind::Alternation(parts) => parts.iter().any(|part| {
            let before = text.len();
            let made = make(part, more, text);
            if !made {
                text.truncate(before);
            }
            made
        }),
        HirKind::Repetition(repetition) => {
            let most = repetition.max.unwrap_or(u32::MAX);
            let times = repetition.min.saturating_add(more).min(most);
            (0..times).all(|_| make(&repetition.sub, more, text))
        }
    }
}

/// A character of the class: a plain letter or digit before anything else.
fn pick(class: &Class) -> Option<char> {
    let Class::Unicode(class) = class else { return None };
    let has = |c: char| class.iter().any(|range| range.start() <= c && c <= range.end());
    let plain = ('a'..='z').chain('A'..='Z').chain('1'..='9').chain(['0', ' ', '-', '.']);
    plain.into_iter().find(|c| has(*c)).or_else(|| class.iter().next().map(|range| range.start()))
}

#[cfg(test)]
mod tests {
    use super::matching;
    use crate::pattern::Pattern;

    #[test]
    fn texts_are_made_that_match_common_expressions() {
        for source in [
            "^[a-zA-Z' -]*$",
            r"^\+?[0-9\s()-]{10,}$",
            r"^[a-zA-Z]{1,2}\d[a-zA-Z\d]?\s?\d[a-zA-Z]{2}$",
            r"CN\d{8}|[A-Z]{3}",
            r"^\w+([.-]\w+)*@[a-zA-Z0-9]+(-[a-zA-Z0-9]+)*(\.[a-zA-Z]{2,})+$",
        ] {
            let pattern = Pattern::try_from(source.to_owned()).expect("it is an expression");
            let made = matching(source);
            assert!(made.iter().any(|text| pattern.matches(text)), "{source}: {made:?}");
        }
    }
}
