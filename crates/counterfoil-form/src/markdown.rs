//! The subset of Markdown in which definitions hold text, and its reader.
//!
//! Paragraphs, `## headings` of the second and third level, `- bullets`, `1. numbered lists`,
//! `**bold**`, `[links](https://…)`, `> inset text` and, for a warning, an inset whose first line
//! is `[!WARNING]`. Everything else is plain text: no HTML ever reaches a page, since what comes
//! out is not markup but [`ContentBlock`]s.

use crate::view::{ContentBlock, Span};

/// Reads `text` into blocks. Any text gives blocks; what is not in the subset stays as it is.
#[must_use]
pub fn blocks(text: &str) -> Vec<ContentBlock> {
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    let mut rest = lines.as_slice();
    let mut out = Vec::new();
    while let Some((first, _)) = rest.split_first() {
        if first.trim().is_empty() {
            rest = rest.get(1..).unwrap_or_default();
            continue;
        }
        let (block, used) = next_block(rest);
        out.push(block);
        rest = rest.get(used.max(1)..).unwrap_or_default();
    }
    out
}

/// What a line begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Line<'a> {
    Blank,
    Heading(&'a str),
    Bullet(&'a str),
    Numbered(&'a str),
    Inset(&'a str),
    Plain(&'a str),
}

fn line(text: &str) -> Line<'_> {
    let text = text.trim();
    if text.is_empty() {
        return Line::Blank;
    }
    if let Some(heading) = text.strip_prefix("### ").or_else(|| text.strip_prefix("## ")) {
        return Line::Heading(heading.trim());
    }
    if let Some(bullet) = text.strip_prefix("- ").or_else(|| text.strip_prefix("* ")) {
        return Line::Bullet(bullet.trim());
    }
    if let Some(inset) = text.strip_prefix('>') {
        return Line::Inset(inset.trim());
    }
    match text.split_once(". ") {
        Some((number, item))
            if number.len() <= 3
                && !number.is_empty()
                && number.chars().all(|c| c.is_ascii_digit()) =>
        {
            Line::Numbered(item.trim())
        }
        _ => Line::Plain(text),
    }
}

/// The block that `lines` begin with, and how many of them it takes.
fn next_block(lines: &[&str]) -> (ContentBlock, usize) {
    let first = lines.first().map_or(Line::Blank, |text| line(text));
    match first {
        Line::Heading(text) => (ContentBlock::Heading { text: plain(text) }, 1),
        Line::Bullet(_) => {
            let (items, used) = items(lines, |one| match one {
                Line::Bullet(text) => Some(text),
                _ => None,
            });
            (ContentBlock::Bullets { items }, used)
        }
        Line::Numbered(_) => {
            let (items, used) = items(lines, |one| match one {
                Line::Numbered(text) => Some(text),
                _ => None,
            });
            (ContentBlock::Numbered { items }, used)
        }
        Line::Inset(_) => inset(lines),
        Line::Plain(_) | Line::Blank => {
            let (text, used) = joined(lines, |one| match one {
                Line::Plain(text) => Some(text),
                _ => None,
            });
            (ContentBlock::Paragraph { spans: spans(&text) }, used)
        }
    }
}

/// Items of a list; a plain line below an item goes on with it.
fn items<'a>(
    lines: &[&'a str],
    item: impl Fn(Line<'a>) -> Option<&'a str>,
) -> (Vec<Vec<Span>>, usize) {
    let mut texts: Vec<String> = Vec::new();
    let mut used = 0;
    for text in lines {
        match (item(line(text)), line(text), texts.last_mut()) {
            (Some(text), _, _) => texts.push(text.to_owned()),
            (None, Line::Plain(more), Some(last)) => {
                last.push(' ');
                last.push_str(more);
            }
            _ => break,
        }
        used += 1;
    }
    (texts.iter().map(|text| spans(text)).collect(), used)
}

fn inset(lines: &[&str]) -> (ContentBlock, usize) {
    let (text, used) = joined(lines, |one| match one {
        Line::Inset(text) => Some(text),
        _ => None,
    });
    match text.strip_prefix("[!WARNING]") {
        Some(warning) => (ContentBlock::Warning { text: plain(warning.trim()) }, used),
        None => (ContentBlock::Inset { spans: spans(&text) }, used),
    }
}

fn joined<'a>(lines: &[&'a str], part: impl Fn(Line<'a>) -> Option<&'a str>) -> (String, usize) {
    let parts: Vec<&str> = lines.iter().map_while(|text| part(line(text))).collect();
    (parts.join(" ").trim().to_owned(), parts.len())
}

/// `text` without its marks.
fn plain(text: &str) -> String {
    spans(text).into_iter().map(|span| span.text).collect()
}

/// Runs of text: plain, bold or with an address.
#[must_use]
pub fn spans(text: &str) -> Vec<Span> {
    let mut out = Vec::new();
    let mut rest = text;
    let mut strong = false;
    while !rest.is_empty() {
        let (before, mark) = next_mark(rest, strong);
        push(&mut out, before, strong, None);
        match mark {
            Mark::End => break,
            Mark::Strong(after) => {
                strong = !strong;
                rest = after;
            }
            Mark::Link { text, address, after } => {
                push(&mut out, text, strong, Some(address));
                rest = after;
            }
        }
    }
    out
}

enum Mark<'a> {
    End,
    Strong(&'a str),
    Link { text: &'a str, address: &'a str, after: &'a str },
}

/// The text before the next mark that is whole, and the mark.
fn next_mark(text: &str, strong: bool) -> (&str, Mark<'_>) {
    for (place, _) in text.match_indices(['*', '[']) {
        let (before, at) = text.split_at(place);
        if let Some(after) = at.strip_prefix("**")
            && (strong || after.contains("**"))
        {
            return (before, Mark::Strong(after));
        }
        if let Some(link) = link(at) {
            return (before, link);
        }
    }
    (text, Mark::End)
}

fn link(at: &str) -> Option<Mark<'_>> {
    let (text, rest) = at.strip_prefix('[')?.split_once("](")?;
    let (address, after) = rest.split_once(')')?;
    let known = ["https://", "http://", "mailto:", "tel:"];
    let fits = known.iter().any(|start| address.starts_with(start))
        && !address.contains(char::is_whitespace)
        && !text.contains(['[', ']'])
        && !text.is_empty();
    fits.then_some(Mark::Link { text, address, after })
}

fn push(out: &mut Vec<Span>, text: &str, strong: bool, address: Option<&str>) {
    if !text.is_empty() {
        let address = address.map(readable).filter(|address| *address != text);
        out.push(Span { text: text.to_owned(), strong, address: address.map(str::to_owned) });
    }
}

/// An address as a person would read or type it.
fn readable(address: &str) -> &str {
    let schemes = ["https://", "http://", "mailto:", "tel:"];
    let bare = schemes.iter().find_map(|scheme| address.strip_prefix(scheme)).unwrap_or(address);
    bare.trim_end_matches('/')
}

/// The text of `spans` for paper and for reading aloud: an address follows its words.
#[must_use]
pub fn said(spans: &[Span]) -> String {
    spans.iter().map(said_one).collect()
}

fn said_one(span: &Span) -> String {
    match &span.address {
        Some(address) => format!("{} ({address})", span.text),
        None => span.text.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::{blocks, said, spans};
    use crate::view::{ContentBlock, Span};

    fn words(text: &str) -> Span {
        Span { text: text.to_owned(), strong: false, address: None }
    }

    #[test]
    fn every_block_of_the_subset_is_read() {
        let text = "First line\ngoes on\n\n## Heading\n- one\n- two\n  and more\n1. first\n2. second\n> Inset\n\n> [!WARNING]\n> Mind this";
        let expected = vec![
            ContentBlock::Paragraph { spans: vec![words("First line goes on")] },
            ContentBlock::Heading { text: "Heading".to_owned() },
            ContentBlock::Bullets { items: vec![vec![words("one")], vec![words("two and more")]] },
            ContentBlock::Numbered { items: vec![vec![words("first")], vec![words("second")]] },
            ContentBlock::Inset { spans: vec![words("Inset")] },
            ContentBlock::Warning { text: "Mind this".to_owned() },
        ];

        assert_eq!(blocks(text), expected);
    }

    #[test]
    fn bold_and_links_are_spans_and_everything_else_is_text() {
        let got =
            spans("See **this** [page](https://www.gov.uk/x) <b>now</b> [not](javascript:x) * [a");

        assert_eq!(got[0], words("See "));
        assert!(got[1].strong && got[1].text == "this");
        assert_eq!(got[3].address.as_deref(), Some("www.gov.uk/x"));
        let rest: String = got[4..].iter().map(|span| span.text.as_str()).collect();
        assert_eq!(rest, " <b>now</b> [not](javascript:x) * [a");
        assert!(said(&got).contains("page (www.gov.uk/x)"));
    }

    #[test]
    fn unpaired_marks_stay_and_nothing_hangs() {
        for text in ["**", "a ** b", "[", "[a](", "[a](https://x", ">", "-", "1.", "##", "****"] {
            let all: String = blocks(text)
                .iter()
                .map(|block| match block {
                    ContentBlock::Paragraph { spans } => said(spans),
                    other => format!("{other:?}"),
                })
                .collect();
            assert!(text == "****" || text == ">" || !all.is_empty(), "{text}");
        }
    }
}
