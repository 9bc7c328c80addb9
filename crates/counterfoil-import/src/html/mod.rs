//! HTML to the subset of Markdown that definitions hold ([`counterfoil_form::markdown`]).
//!
//! An allow-list: what is not on it leaves its text, and scripts, styles and pictures leave
//! nothing. Everything that is left out is said in [`Lost`]. The tokens come from html5ever, the
//! parser of a browser, so that broken markup is read as browsers read it; no tree is built, so
//! nothing here is recursive and depth cannot hurt.

mod sink;
#[cfg(test)]
mod tests;
mod writer;

use std::collections::BTreeSet;

use html5ever::TokenizerResult;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{BufferQueue, Tokenizer, TokenizerOpts};

use sink::Sink;

/// Text made from HTML, and what it does not have any more.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Reduced {
    /// The text.
    pub(crate) text: String,
    /// What was left out or made plainer.
    pub(crate) lost: BTreeSet<Lost>,
}

/// Something that the subset of Markdown does not have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Lost {
    /// A script.
    Script,
    /// Style sheets.
    Style,
    /// A picture, film or frame.
    Picture,
    /// A control such as a button or a field.
    Control,
    /// The columns of a table; its words are kept.
    Table,
    /// The address of a link that does not lead to the web.
    Address,
    /// A tag that HTML does not have.
    Unknown,
}

impl Lost {
    /// In words, for the report.
    pub(crate) const fn words(self) -> &'static str {
        match self {
            Self::Script => "a script was left out",
            Self::Style => "a style sheet was left out",
            Self::Picture => "a picture, film or frame was left out",
            Self::Control => "a button or field within text was left out",
            Self::Table => "a table became lines of text",
            Self::Address => "the address of a link was left out, its words are kept",
            Self::Unknown => "a tag that HTML does not have was left out",
        }
    }
}

/// Markdown with the meaning of `html`. Any text gives a text.
pub(crate) fn markdown(html: &str) -> Reduced {
    reduced(html, Sink::default())
}

/// The words of `html` on one line, without marks: for labels and hints.
pub(crate) fn plain(html: &str) -> Reduced {
    // Most labels are plain already, and need no parser.
    if !html.contains(['<', '&']) && !html.contains(char::is_control) {
        let text = html.split_whitespace().collect::<Vec<_>>().join(" ");
        return Reduced { text, lost: BTreeSet::new() };
    }
    reduced(html, Sink::plain())
}

fn reduced(html: &str, sink: Sink) -> Reduced {
    let tokenizer = Tokenizer::new(sink, TokenizerOpts::default());
    let input = BufferQueue::default();
    input.push_back(StrTendril::from(html));
    // The end of a script stops the tokenizer, in case the script writes into the page.
    while let TokenizerResult::Script(()) = tokenizer.feed(&input) {}
    tokenizer.end();
    tokenizer.sink.finish()
}
