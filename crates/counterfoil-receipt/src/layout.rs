//! Where the words stand on A4 paper, by the RNIB's clear print rules: 14 point, ragged right,
//! 60 to 70 characters a line, bold for emphasis, no italics, generous space between lines.
//!
//! Start reading at [`layout`]; `wrap` breaks words into lines, `pages` puts lines on pages.

mod missing;
mod pages;
mod wrap;

use crate::compose::{self, Block, compose};
use crate::content::{Language, Receipt};
use crate::document::{Document, Line, Page};
use crate::error::ReceiptError;
use crate::fonts::Fonts;
use crate::layout::pages::{LEFT, Piece, WIDTH, paginate};
use crate::layout::wrap::{Span, wrap};

/// The most paper one receipt may take, in pages.
pub const PAGES_MAX: usize = 60;

const BODY: f32 = 14.0;
const FOOT: f32 = 12.0;
/// Base line of the foot's lowest line, in points from the bottom.
const FOOT_Y: f32 = 36.0;
const BULLET_INDENT: f32 = 16.0;
/// From one base line to the next, as a multiple of the letters' size.
const LEADING: f32 = 1.4;

/// Lays a receipt out on A4 paper.
///
/// A character that the fonts lack is printed as its number, such as `[U+4E2D]`, and the receipt
/// says so at its end.
///
/// # Errors
/// [`ReceiptError::TooLong`] over [`PAGES_MAX`] pages.
pub fn layout(receipt: &Receipt) -> Result<Document, ReceiptError> {
    let fonts = Fonts::get()?;
    let blocks = missing::spell_out(compose(receipt), fonts, receipt.language);
    let pieces: Vec<Piece> = blocks.iter().map(|block| piece(block, fonts)).collect();
    let mut pages = paginate(&pieces);
    let count = pages.len();
    if count > PAGES_MAX {
        return Err(ReceiptError::TooLong { pages: count, most: PAGES_MAX });
    }
    for (page, number) in pages.iter_mut().zip(1..) {
        put_foot(page, &compose::foot(receipt, number, count), fonts);
    }
    let language = match receipt.language {
        Language::En => "en-GB",
        Language::Cy => "cy-GB",
    };
    Ok(Document { title: compose::title(receipt), language, pages })
}

/// A name as it stands before its value.
pub(crate) fn named(name: &str) -> String {
    if name.ends_with(['?', ':', '.']) { name.to_owned() } else { format!("{name}:") }
}

/// How a block looks.
struct Look {
    size: f32,
    /// Space above, in points.
    before: f32,
    indent: f32,
    keep_with_next: bool,
}

fn piece(block: &Block, fonts: &Fonts) -> Piece {
    let Look { size, before, indent, keep_with_next } = look(block);
    let lines = wrap(&spans(block), size, WIDTH - indent, fonts);
    let bullet = matches!(block, Block::Bullet(_));
    Piece { lines, size, leading: size * LEADING, before, indent, keep_with_next, bullet }
}

fn look(block: &Block) -> Look {
    let (size, before, keep_with_next) = match block {
        Block::Title(_) => (20.0, 0.0, true),
        Block::Notice(_) => (18.0, 8.0, false),
        Block::Reference(_) => (24.0, 0.0, true),
        Block::Heading(_) => (16.0, 14.0, true),
        Block::Paragraph(_) | Block::Bullet(_) | Block::Pair { .. } => (BODY, 4.0, false),
    };
    let indent = if matches!(block, Block::Bullet(_)) { BULLET_INDENT } else { 0.0 };
    Look { size, before, indent, keep_with_next }
}

fn spans(block: &Block) -> Vec<Span> {
    let bold = |text: &str| Span { text: text.to_owned(), bold: true };
    let regular = |text: &str| Span { text: text.to_owned(), bold: false };
    match block {
        Block::Title(text)
        | Block::Notice(text)
        | Block::Reference(text)
        | Block::Heading(text) => vec![bold(text)],
        Block::Paragraph(text) | Block::Bullet(text) => vec![regular(text)],
        Block::Pair { name, lines } => vec![bold(&named(name)), regular(&lines.join("\n"))],
    }
}

fn put_foot(page: &mut Page, text: &str, fonts: &Fonts) {
    let lines = wrap(&[Span { text: text.to_owned(), bold: false }], FOOT, WIDTH, fonts);
    let count = lines.len();
    for (place, runs) in lines.into_iter().enumerate() {
        let above = (count - 1 - place) as f32 * FOOT * LEADING;
        page.lines.push(Line { x: LEFT, y: FOOT_Y + above, size: FOOT, runs });
    }
}
