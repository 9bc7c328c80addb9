//! Breaks text into lines, ragged right, never inside a word that fits on a line.

use crate::document::Run;
use crate::fonts::Fonts;

/// Text in one weight, before it is broken. A line feed in it always ends a line.
pub(super) struct Span {
    pub(super) text: String,
    pub(super) bold: bool,
}

/// The spans as lines no wider than `width` points. White space between words becomes one space.
pub(super) fn wrap(spans: &[Span], size: f32, width: f32, fonts: &Fonts) -> Vec<Vec<Run>> {
    let mut lines = Lines { done: Vec::new(), open: Vec::new(), reach: 0.0, size, width, fonts };
    for span in spans {
        for (place, paragraph) in span.text.split('\n').enumerate() {
            if place > 0 {
                lines.end_line();
            }
            for word in paragraph.split_whitespace() {
                lines.put_word(word, span.bold);
            }
        }
    }
    lines.end_line();
    lines.done
}

struct Lines<'a> {
    done: Vec<Vec<Run>>,
    open: Vec<Run>,
    /// How far the open line reaches, in points.
    reach: f32,
    size: f32,
    width: f32,
    fonts: &'a Fonts,
}

impl Lines<'_> {
    fn put_word(&mut self, word: &str, bold: bool) {
        let space = if self.open.is_empty() { "" } else { " " };
        let long = self.measure(word, bold);
        if self.reach + self.measure(space, bold) + long <= self.width {
            self.put(&format!("{space}{word}"), bold);
            return;
        }
        self.end_line();
        if long <= self.width {
            self.put(word, bold);
        } else {
            self.put_in_parts(word, bold);
        }
    }

    /// A word longer than a line goes on over several, without a hyphen that is not in it.
    fn put_in_parts(&mut self, word: &str, bold: bool) {
        for character in word.chars() {
            let character = character.to_string();
            if self.reach + self.measure(&character, bold) > self.width {
                self.end_line();
            }
            self.put(&character, bold);
        }
    }

    fn put(&mut self, text: &str, bold: bool) {
        self.reach += self.measure(text, bold);
        match self.open.last_mut() {
            Some(run) if run.bold == bold => run.text.push_str(text),
            _ => self.open.push(Run { text: text.to_owned(), bold }),
        }
    }

    fn end_line(&mut self) {
        if !self.open.is_empty() {
            self.done.push(std::mem::take(&mut self.open));
        }
        self.reach = 0.0;
    }

    fn measure(&self, text: &str, bold: bool) -> f32 {
        self.fonts.face(bold).width(text, self.size)
    }
}
