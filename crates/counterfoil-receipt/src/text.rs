//! A receipt as plain text: for the screen, for reading aloud, for a printer without fonts.

use std::fmt::Write;

use crate::compose::{Block, compose, foot};
use crate::content::Receipt;
use crate::layout::named;

/// The receipt in plain text, UTF-8: the same words as on paper, one line a paragraph, not
/// wrapped. Ends with the foot of a single page.
#[must_use]
pub fn to_text(receipt: &Receipt) -> String {
    let mut out = String::new();
    for block in compose(receipt) {
        // Writing to a string cannot fail.
        let _ = match block {
            Block::Title(words) | Block::Notice(words) | Block::Paragraph(words) => {
                writeln!(out, "{words}")
            }
            Block::Reference(words) => writeln!(out, "{words}"),
            Block::Heading(words) => writeln!(out, "\n{words}"),
            Block::Bullet(words) => writeln!(out, "• {words}"),
            Block::Pair { name, lines } => writeln!(out, "{} {}", named(&name), lines.join("\n")),
        };
    }
    let _ = writeln!(out, "\n{}", foot(receipt, 1, 1));
    out
}
