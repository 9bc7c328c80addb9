//! A receipt as positioned lines on paper: decided by `layout`, drawn by `pdf`.

/// A laid-out receipt.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// The document's title. No personal data.
    pub title: String,
    /// The language of its words, as BCP 47 writes it: `en-GB` or `cy-GB`.
    pub language: &'static str,
    /// The pages, A4 upright.
    pub pages: Vec<Page>,
}

/// One page.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Page {
    /// The lines in reading order, the foot last.
    pub lines: Vec<Line>,
}

/// One line of text. Measures are points (1/72 inch) from the bottom left corner of the page.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// Where the line starts.
    pub x: f32,
    /// Where its base line is.
    pub y: f32,
    /// The size of its letters.
    pub size: f32,
    /// What it says, from left to right.
    pub runs: Vec<Run>,
}

/// Text in one weight.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// The words, with the spaces between them.
    pub text: String,
    /// Bold, or regular.
    pub bold: bool,
}
