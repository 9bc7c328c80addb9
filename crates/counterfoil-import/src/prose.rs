//! Words of the source, made fit for a definition: without HTML, templates and excess.
//!
//! Every text of every format goes through [`Prose`], which reports what it leaves out and keeps
//! the sum of all texts within [`limits::TEXT_BYTES`].

use std::borrow::Cow;
use std::collections::BTreeSet;

use counterfoil_form::definition::limits::TEXT_CHARS;

use crate::html::{self, Lost, Reduced};
use crate::limits;
use crate::report::{Kind, Log};

/// Makes texts fit.
#[derive(Debug, Default)]
pub(crate) struct Prose {
    html_bytes: usize,
    text_bytes: usize,
}

impl Prose {
    /// Markdown from HTML or plain text, of any length: `build` parts it into blocks.
    pub(crate) fn markdown(&mut self, html: &str, at: &str, log: &mut Log) -> String {
        let Some(source) = self.source(html, at, log) else { return String::new() };
        let reduced = html::markdown(&source);
        self.kept(reduced, at, log)
    }

    /// Words on one line, at most as many as any text may have.
    pub(crate) fn line(&mut self, html: &str, at: &str, log: &mut Log) -> String {
        let Some(source) = self.source(html, at, log) else { return String::new() };
        let reduced = html::plain(&source);
        let text = self.kept(reduced, at, log);
        match text.char_indices().nth(TEXT_CHARS) {
            None => text,
            Some((end, _)) => {
                log.add(Kind::Limit, at, format!("text cut after {TEXT_CHARS} characters"));
                text.get(..end).unwrap_or_default().to_owned()
            }
        }
    }

    /// Counts a copy of texts that were made before, such as a list's choices.
    pub(crate) fn copy(&mut self, bytes: usize, at: &str, log: &mut Log) -> bool {
        self.text_bytes = self.text_bytes.saturating_add(bytes);
        let fits = self.text_bytes <= limits::TEXT_BYTES;
        if !fits && !log.refused() {
            log.add(Kind::TooLarge, at, "the words of this form fill more than a definition may");
        }
        fits
    }

    /// The source without templates, when there is still room for it.
    fn source<'a>(&mut self, html: &'a str, at: &str, log: &mut Log) -> Option<Cow<'a, str>> {
        let cut = cut(html, limits::HTML_BYTES);
        if cut.len() < html.len() {
            let most = limits::HTML_BYTES / 1024;
            log.add(Kind::Limit, at, format!("text cut after {most} KiB"));
        }
        self.html_bytes = self.html_bytes.saturating_add(cut.len());
        if limits::HTML_BYTES_TOTAL < self.html_bytes {
            self.copy(usize::MAX, at, log);
            return None;
        }
        let (plain, templates) = without_templates(cut);
        if templates {
            let message = "text that the source fills in while the form is used was left out";
            log.add(Kind::Template, at, message);
        }
        Some(plain)
    }

    fn kept(&mut self, reduced: Reduced, at: &str, log: &mut Log) -> String {
        let Reduced { text, lost } = reduced;
        said(&lost, at, log);
        if self.copy(text.len(), at, log) { text } else { String::new() }
    }
}

fn said(lost: &BTreeSet<Lost>, at: &str, log: &mut Log) {
    for one in lost {
        let kind = match one {
            Lost::Script | Lost::Picture | Lost::Control => Kind::Markup,
            Lost::Style | Lost::Table | Lost::Address | Lost::Unknown => Kind::Layout,
        };
        log.add(kind, at, one.words());
    }
}

/// `text` up to `bytes`, cut between two characters.
pub(crate) fn cut(text: &str, bytes: usize) -> &str {
    let mut end = bytes.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or_default()
}

/// The text without `{% … %}`, with an ellipsis for each `{{ … }}`, and whether it had any. What
/// stands between two tags is kept, since nobody here can tell when it would show.
fn without_templates(text: &str) -> (Cow<'_, str>, bool) {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after, stands_in)) = next_template(rest) {
        out.push_str(before);
        out.push_str(stands_in);
        rest = after;
    }
    if rest.len() == text.len() {
        return (Cow::Borrowed(text), false);
    }
    out.push_str(rest);
    (Cow::Owned(out), true)
}

/// The text before the next whole tag, the text after it and what stands in for it.
fn next_template(text: &str) -> Option<(&str, &str, &'static str)> {
    for (at, _) in text.match_indices('{') {
        let (before, from) = text.split_at_checked(at)?;
        let (end, stands_in) = match from.as_bytes().get(1) {
            Some(b'{') => ("}}", "…"),
            Some(b'%') => ("%}", ""),
            _ => continue,
        };
        let (_, after) = from.get(2..)?.split_once(end)?;
        return Some((before, after, stands_in));
    }
    None
}

#[cfg(test)]
mod tests {
    use super::without_templates;

    #[test]
    fn templates_leave_an_ellipsis_or_nothing() {
        for (text, expected, found) in [
            ("Dear {{ name }},", "Dear …,", true),
            ("{% if a %}Yes{% endif %} no", "Yes no", true),
            ("open {{ only", "open {{ only", false),
            ("{{a}} and {{ only", "… and {{ only", true),
            ("plain {brace}", "plain {brace}", false),
        ] {
            let (got, had) = without_templates(text);
            assert_eq!((got.as_ref(), had), (expected, found), "{text}");
        }
    }
}
