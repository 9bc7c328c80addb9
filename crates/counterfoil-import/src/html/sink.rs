//! What each tag does.

use std::cell::RefCell;

use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{Tag, TagKind, Token, TokenSink, TokenSinkResult};

use super::writer::{Block, Frame, List, Writer};
use super::{Lost, Reduced};

/// Takes tokens and writes Markdown.
#[derive(Debug, Default)]
pub(super) struct Sink(RefCell<State>);

#[derive(Debug, Default)]
struct State {
    writer: Writer,
    /// The tag whose content is left out, and how many of its kind are open.
    skipping: Option<(String, usize)>,
    /// Names of the table's columns, and the cells of the row being read.
    columns: Vec<String>,
    /// A row of the table was written.
    rows: bool,
    row: Option<Row>,
    /// How many `div` are open, and at which of them the frame began.
    divs: usize,
    frame_at: usize,
}

#[derive(Debug, Default)]
struct Row {
    cells: Vec<String>,
    all_headings: bool,
    /// The cell being read.
    cell: Option<Writer>,
}

impl Sink {
    /// One that writes one line without marks.
    pub(super) fn plain() -> Self {
        Self(RefCell::new(State { writer: Writer::plain(), ..State::default() }))
    }

    /// The text.
    pub(super) fn finish(&self) -> Reduced {
        let mut state = self.0.borrow_mut();
        state.end_table();
        let (text, lost) = std::mem::take(&mut state.writer).finish();
        Reduced { text, lost }
    }
}

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut state = self.0.borrow_mut();
        match token {
            Token::CharacterTokens(text) if state.skipping.is_none() => state.to().text(&text),
            Token::TagToken(tag) => return state.tag(&tag),
            // Comments and the like are never shown.
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

impl State {
    /// Where text goes: the cell of a table, else the text.
    fn to(&mut self) -> &mut Writer {
        let cell = self.row.as_mut().and_then(|row| row.cell.as_mut());
        cell.unwrap_or(&mut self.writer)
    }

    fn tag(&mut self, tag: &Tag) -> TokenSinkResult<()> {
        let name: &str = &tag.name;
        if let Some((skipped, open)) = &mut self.skipping {
            if skipped == name && !tag.self_closing {
                *open = if tag.kind == TagKind::StartTag { *open + 1 } else { *open - 1 };
                if *open == 0 {
                    self.skipping = None;
                }
            }
            return TokenSinkResult::Continue;
        }
        match tag.kind {
            TagKind::StartTag => self.start(name, tag),
            TagKind::EndTag => {
                self.end(name);
                TokenSinkResult::Continue
            }
        }
    }

    fn start(&mut self, name: &str, tag: &Tag) -> TokenSinkResult<()> {
        if let Some(lost) = left_out(name) {
            self.lose(lost);
            return self.skip(name, tag);
        }
        // The sign and the word of a warning, which the Markdown says itself.
        if attribute(tag, "class").is_some_and(|class| {
            class.contains("warning-text__icon") || class.contains("warning-text__assistive")
        }) {
            self.skipping = Some((name.to_owned(), 1));
            return TokenSinkResult::Continue;
        }
        match name {
            "p" | "dd" | "section" | "article" | "blockquote" | "form" | "fieldset" | "header"
            | "footer" | "main" | "address" | "center" | "pre" | "figure" | "figcaption" => {
                self.paragraph();
            }
            "div" => self.div(tag),
            "br" | "hr" => self.to().flush(),
            "h1" | "h2" => self.to().begin(Block::Heading(2)),
            "h3" | "h4" | "h5" | "h6" => self.to().begin(Block::Heading(3)),
            "ul" | "menu" => self.list(List::Bullets),
            "ol" => self.list(List::Numbers(1)),
            "li" => self.to().begin(Block::Item),
            "a" => {
                let address = attribute(tag, "href").unwrap_or_default().to_owned();
                self.to().link(&address);
            }
            "b" | "strong" => self.to().bold(true),
            "label" | "legend" | "summary" | "dt" | "caption" => {
                self.paragraph();
                let bold = name != "label" && name != "legend" || is_bold(tag);
                self.to().bold(bold);
            }
            "span" if is_bold(tag) => self.to().bold(true),
            "table" => self.table(),
            "tr" => self.begin_row(),
            "td" | "th" => self.begin_cell(name == "th"),
            _ if known(name) => {}
            _ => self.lose(Lost::Unknown),
        }
        TokenSinkResult::Continue
    }

    fn end(&mut self, name: &str) {
        match name {
            "p" | "dd" | "section" | "article" | "blockquote" | "form" | "fieldset" | "header"
            | "footer" | "main" | "address" | "center" | "pre" | "figure" | "figcaption" | "h1"
            | "h2" | "h3" | "h4" | "h5" | "h6" => self.paragraph(),
            "div" => self.end_div(),
            "ul" | "ol" | "menu" => self.end_list(),
            "li" => self.to().begin(Block::Paragraph),
            "a" => self.to().end_link(),
            "b" | "strong" | "span" => self.to().bold(false),
            "label" | "legend" | "summary" | "dt" | "caption" => {
                self.to().bold(false);
                self.paragraph();
            }
            "tr" => self.end_row(),
            "table" => self.end_table(),
            "td" | "th" => self.end_cell(),
            // A browser makes a line of a stray `</br>`.
            "br" => self.to().flush(),
            _ => {}
        }
    }

    /// A new paragraph; within a list it goes on with the item.
    fn paragraph(&mut self) {
        let writer = self.to();
        match writer.lists.is_empty() {
            true => writer.begin(Block::Paragraph),
            false => writer.flush(),
        }
    }

    fn lose(&mut self, lost: Lost) {
        self.writer.lost.insert(lost);
    }

    /// Leaves out everything up to the end of this tag.
    fn skip(&mut self, name: &str, tag: &Tag) -> TokenSinkResult<()> {
        const EMPTY: &[&str] = &["img", "input", "embed", "source", "track", "link", "area"];
        if name == "img" {
            let words = attribute(tag, "alt").unwrap_or_default().to_owned();
            self.to().text(&words);
        }
        if EMPTY.contains(&name) || tag.self_closing {
            return TokenSinkResult::Continue;
        }
        self.skipping = Some((name.to_owned(), 1));
        match name {
            "script" => TokenSinkResult::RawData(RawKind::ScriptData),
            "style" | "iframe" | "noembed" | "noframes" => {
                TokenSinkResult::RawData(RawKind::Rawtext)
            }
            "textarea" | "title" => TokenSinkResult::RawData(RawKind::Rcdata),
            _ => TokenSinkResult::Continue,
        }
    }

    fn list(&mut self, list: List) {
        let writer = self.to();
        writer.flush();
        writer.lists.push(list);
    }

    fn end_list(&mut self) {
        let writer = self.to();
        writer.flush();
        writer.lists.pop();
        writer.begin(Block::Paragraph);
    }

    fn div(&mut self, tag: &Tag) {
        self.paragraph();
        self.divs += 1;
        let class = attribute(tag, "class").unwrap_or_default();
        let frame = match class {
            class if class.contains("inset-text") => Some(Frame::Inset),
            class if class.contains("warning-text") => Some(Frame::Warning),
            _ => None,
        };
        if frame.is_some() && self.writer.frame.is_none() {
            self.writer.begin(Block::Paragraph);
            self.writer.frame = frame;
            self.frame_at = self.divs;
        }
    }

    fn end_div(&mut self) {
        self.paragraph();
        if self.writer.frame.is_some() && self.divs <= self.frame_at {
            self.writer.begin(Block::Paragraph);
            self.writer.frame = None;
        }
        self.divs = self.divs.saturating_sub(1);
    }

    fn table(&mut self) {
        self.end_table();
        self.lose(Lost::Table);
        self.writer.begin(Block::Paragraph);
    }

    /// A table of headings only is written as its one row.
    fn end_table(&mut self) {
        self.end_row();
        let columns = std::mem::take(&mut self.columns);
        if !self.rows && !columns.is_empty() {
            self.item(&columns.join("; "));
        }
        self.rows = false;
    }

    fn begin_row(&mut self) {
        self.end_row();
        self.row = Some(Row { all_headings: true, ..Row::default() });
    }

    fn begin_cell(&mut self, heading: bool) {
        self.end_cell();
        // A browser shows the text of a cell outside a row as well.
        let row = self.row.get_or_insert_with(Row::default);
        row.all_headings &= heading;
        row.cell = Some(Writer::plain());
    }

    fn end_cell(&mut self) {
        let Some(row) = &mut self.row else { return };
        let Some(cell) = row.cell.take() else { return };
        let (text, lost) = cell.finish();
        row.cells.push(text);
        self.writer.lost.extend(lost);
    }

    /// Writes a row as one item: each cell with the name of its column.
    fn end_row(&mut self) {
        self.end_cell();
        let Some(row) = self.row.take() else { return };
        if row.all_headings && self.columns.is_empty() {
            self.columns = row.cells;
            return;
        }
        let named = row.cells.len() == self.columns.len();
        let cells = row.cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty());
        let cells = cells.map(|(at, cell)| match self.columns.get(at) {
            Some(column) if named && !column.is_empty() => format!("{column}: {cell}"),
            _ => cell.clone(),
        });
        let line = cells.collect::<Vec<_>>().join("; ");
        self.rows = true;
        self.item(&line);
    }

    fn item(&mut self, line: &str) {
        self.writer.lists.push(List::Bullets);
        self.writer.begin(Block::Item);
        self.writer.text(line);
        self.writer.begin(Block::Paragraph);
        self.writer.lists.pop();
    }
}

fn attribute<'a>(tag: &'a Tag, name: &str) -> Option<&'a str> {
    tag.attrs.iter().find(|one| &*one.name.local == name).map(|one| &*one.value)
}

fn is_bold(tag: &Tag) -> bool {
    attribute(tag, "class").is_some_and(|class| class.contains("font-weight-bold"))
}

/// Tags that go with everything in them.
fn left_out(name: &str) -> Option<Lost> {
    Some(match name {
        "script" | "template" | "noscript" => Lost::Script,
        "style" | "link" => Lost::Style,
        "img" | "svg" | "math" | "picture" | "video" | "audio" | "canvas" | "iframe" | "object"
        | "embed" | "map" | "noembed" | "noframes" => Lost::Picture,
        "button" | "input" | "select" | "textarea" | "datalist" | "dialog" => Lost::Control,
        "title" => Lost::Unknown,
        _ => return None,
    })
}

/// Tags that say nothing about the words within them.
fn known(name: &str) -> bool {
    const NAMES: &[&str] = &[
        "span", "em", "i", "u", "s", "small", "big", "sub", "sup", "abbr", "acronym", "cite",
        "code", "kbd", "samp", "var", "q", "mark", "time", "del", "ins", "font", "tt", "wbr",
        "bdi", "bdo", "data", "dfn", "details", "dl", "nav", "aside", "tbody", "thead", "tfoot",
        "colgroup", "col", "html", "head", "body", "meta", "hgroup", "output", "ruby", "rt", "rp",
        "strike", "nobr",
    ];
    NAMES.contains(&name)
}
