//! Blocks of Markdown, built from runs of text.

use super::Lost;
use std::collections::BTreeSet;

/// The block that is being written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Block {
    /// A paragraph.
    #[default]
    Paragraph,
    /// A heading of this level, 2 or 3.
    Heading(u8),
    /// An item of a list.
    Item,
}

/// A list that is open.
#[derive(Debug, Clone, Copy)]
pub(super) enum List {
    Bullets,
    /// With the number of its next item.
    Numbers(u32),
}

/// What frames the blocks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Frame {
    Inset,
    Warning,
}

/// Writes blocks.
#[derive(Debug, Default)]
pub(super) struct Writer {
    out: String,
    line: String,
    block: Block,
    /// The item being written has had its first line.
    begun: bool,
    bold: bool,
    /// The address of the link within which text is, and where in the line the link began.
    link: Option<(String, usize)>,
    pub(super) lists: Vec<List>,
    pub(super) frame: Option<Frame>,
    /// One line without marks.
    one_line: bool,
    pub(super) lost: BTreeSet<Lost>,
}

impl Writer {
    /// One that writes one line without marks.
    pub(super) fn plain() -> Self {
        Self { one_line: true, ..Self::default() }
    }

    /// Adds text; white space in HTML is one space.
    pub(super) fn text(&mut self, text: &str) {
        for c in text.chars() {
            if c.is_whitespace() || c.is_control() {
                if !self.line.is_empty() && !self.line.ends_with(' ') && !self.at_bold_start() {
                    self.line.push(' ');
                }
            } else {
                self.line.push(c);
            }
        }
    }

    /// Nothing stands after the opening mark yet, so no space may either.
    fn at_bold_start(&self) -> bool {
        self.bold && self.line.ends_with("**")
    }

    /// Begins or ends bold text. Headings and links have none.
    pub(super) fn bold(&mut self, on: bool) {
        if self.one_line || self.link.is_some() || self.bold == on {
            return;
        }
        if matches!(self.block, Block::Heading(_)) {
            return;
        }
        if on {
            self.line.push_str("**");
        } else {
            self.end_bold();
        }
        self.bold = on;
    }

    fn end_bold(&mut self) {
        if let Some(before) = self.line.strip_suffix("**") {
            self.line = before.to_owned();
            return;
        }
        let spaced = self.line.ends_with(' ');
        self.line.truncate(self.line.trim_end().len());
        self.line.push_str("**");
        if spaced {
            self.line.push(' ');
        }
    }

    /// Begins a link to `address`.
    pub(super) fn link(&mut self, address: &str) {
        self.end_link();
        match fit(address) {
            Some(address) if !self.one_line => self.link = Some((address, self.line.len())),
            Some(_) => {}
            None => {
                self.lost.insert(Lost::Address);
            }
        }
    }

    /// Ends a link. Its words may have no brackets of their own.
    pub(super) fn end_link(&mut self) {
        let Some((address, start)) = self.link.take() else { return };
        let words = self.line.get(start..).unwrap_or_default().to_owned();
        let inner = words.trim().replace('[', "(").replace(']', ")");
        if inner.is_empty() {
            return;
        }
        let spaced = |at: bool| if at { " " } else { "" };
        let before = spaced(words.starts_with(' '));
        let after = spaced(words.ends_with(' '));
        self.line.truncate(start);
        self.line.push_str(&format!("{before}[{inner}]({address}){after}"));
    }

    /// Ends the block being written and begins another.
    pub(super) fn begin(&mut self, block: Block) {
        self.flush();
        self.block = block;
        self.begun = false;
    }

    /// Ends the line; within an item the next one goes on with it.
    pub(super) fn flush(&mut self) {
        let link = self.link.as_ref().map(|(address, _)| address.clone());
        self.end_link();
        let bold = self.bold;
        if bold {
            self.end_bold();
            self.bold = false;
        }
        let line = std::mem::take(&mut self.line);
        let text = line.trim();
        if !text.is_empty() {
            self.put(text);
        }
        if bold {
            self.bold(true);
        }
        self.link = link.map(|address| (address, self.line.len()));
    }

    fn put(&mut self, text: &str) {
        if self.one_line {
            let sign = self.out.ends_with(|c: char| c.is_ascii_punctuation() || c == '…');
            let between = if self.out.is_empty() {
                ""
            } else if sign {
                " "
            } else {
                ". "
            };
            self.out.push_str(between);
            self.out.push_str(text);
            return;
        }
        let text = escaped(text);
        let mark = self.mark();
        let goes_on = self.goes_on();
        if !self.out.is_empty() {
            self.out.push_str(if goes_on { "\n" } else { "\n\n" });
        }
        self.out.push_str(&mark);
        self.out.push_str(&text);
    }

    /// What stands before the line.
    fn mark(&mut self) -> String {
        let depth = self.lists.len();
        let mark = match (self.block, self.frame) {
            (_, Some(Frame::Warning)) if self.begun => "> ".to_owned(),
            (_, Some(Frame::Warning)) => "> [!WARNING]\n> ".to_owned(),
            (_, Some(Frame::Inset)) => "> ".to_owned(),
            (Block::Heading(2), None) => "## ".to_owned(),
            (Block::Heading(_), None) => "### ".to_owned(),
            (Block::Paragraph, None) => String::new(),
            (Block::Item, None) if self.begun => "  ".to_owned(),
            (Block::Item, None) => match self.lists.last_mut() {
                // Lists have one level; an inner item is told by a dash.
                Some(_) if 1 < depth => "- – ".to_owned(),
                Some(List::Numbers(next)) => {
                    *next = next.saturating_add(1);
                    format!("{}. ", (*next - 1).min(999))
                }
                _ => "- ".to_owned(),
            },
        };
        self.begun = true;
        mark
    }

    /// The line belongs to the block before it.
    fn goes_on(&self) -> bool {
        let last = self.out.lines().next_back().unwrap_or_default();
        let numbered = last.split_once(". ").is_some_and(|(number, _)| {
            !number.is_empty() && number.len() <= 3 && number.chars().all(|c| c.is_ascii_digit())
        });
        match (self.block, self.frame) {
            (_, Some(_)) => last.starts_with('>'),
            (Block::Item, None) => {
                (last.starts_with("- ") || last.starts_with("  ") || numbered)
                    && !self.lists.is_empty()
            }
            _ => false,
        }
    }

    /// The whole text.
    pub(super) fn finish(mut self) -> (String, BTreeSet<Lost>) {
        self.flush();
        (self.out, self.lost)
    }
}

/// Text that would begin a block in Markdown, kept as text by a space that does not break.
fn escaped(text: &str) -> String {
    for mark in ["## ", "### ", "- ", "* "] {
        if let Some(rest) = text.strip_prefix(mark) {
            return format!("{}\u{a0}{rest}", mark.trim_end());
        }
    }
    if text.starts_with('>') {
        return format!("\u{2060}{text}");
    }
    match text.split_once(". ") {
        Some((number, rest))
            if !number.is_empty()
                && number.len() <= 3
                && number.chars().all(|c| c.is_ascii_digit()) =>
        {
            format!("{number}.\u{a0}{rest}")
        }
        _ => text.to_owned(),
    }
}

/// An address as Markdown can hold it, when it leads to the web, a mailbox or a telephone.
fn fit(address: &str) -> Option<String> {
    let address = address.trim();
    let known = ["https://", "http://", "mailto:", "tel:"];
    let scheme = known.iter().find(|scheme| {
        address.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme))
    })?;
    let rest = address.get(scheme.len()..).filter(|rest| !rest.is_empty())?;
    let mut out = (*scheme).to_owned();
    for c in rest.chars().filter(|c| !c.is_control()).take(2_000) {
        match c {
            '(' => out.push_str("%28"),
            ')' => out.push_str("%29"),
            c if c.is_whitespace() => out.push_str("%20"),
            c => out.push(c),
        }
    }
    Some(out)
}
