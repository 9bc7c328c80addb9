//! Puts wrapped lines on pages: a heading never ends a page, a short piece is never torn.

use crate::document::{Line, Page, Run};

/// A4, in points.
const HEIGHT: f32 = 841.89;
/// Where lines start, in points from the left edge.
pub(super) const LEFT: f32 = 60.0;
/// How long a line may be, in points: A4 less a margin on either side.
pub(super) const WIDTH: f32 = 595.28 - 2.0 * LEFT;
const TOP: f32 = HEIGHT - 50.0;
/// Lines end above this; the foot is below.
const BOTTOM: f32 = 76.0;
/// A piece of up to this many lines stays on one page.
const TOGETHER: usize = 5;
/// Of a longer piece, at least this many lines stand under its heading.
const AT_LEAST: usize = 2;

/// A block broken into lines.
pub(super) struct Piece {
    pub(super) lines: Vec<Vec<Run>>,
    pub(super) size: f32,
    /// From one base line to the next, in points.
    pub(super) leading: f32,
    /// Space above, in points; none at the top of a page.
    pub(super) before: f32,
    pub(super) indent: f32,
    pub(super) keep_with_next: bool,
    pub(super) bullet: bool,
}

/// The pieces on as many pages as they need, at least one.
pub(super) fn paginate(pieces: &[Piece]) -> Vec<Page> {
    let mut paper = Paper { done: Vec::new(), page: Page::default(), y: TOP };
    for (place, piece) in pieces.iter().enumerate() {
        let rest = pieces.get(place..).unwrap_or_default();
        paper.put(piece, room_for(rest));
    }
    paper.done.push(paper.page);
    paper.done
}

/// The room the first piece must find below it, in points, or move to the next page.
fn room_for(pieces: &[Piece]) -> f32 {
    let mut room = 0.0;
    for piece in pieces {
        let lines = piece.lines.len();
        let whole = if lines <= TOGETHER { lines } else { AT_LEAST };
        room += piece.before + whole as f32 * piece.leading;
        if !piece.keep_with_next {
            break;
        }
    }
    room
}

struct Paper {
    done: Vec<Page>,
    page: Page,
    /// The free space of the page ends here, in points from the bottom.
    y: f32,
}

impl Paper {
    fn put(&mut self, piece: &Piece, room: f32) {
        if self.y - room < BOTTOM {
            self.turn();
        }
        if !self.page.lines.is_empty() {
            self.y -= piece.before;
        }
        for (place, runs) in piece.lines.iter().enumerate() {
            if self.y - piece.leading < BOTTOM {
                self.turn();
            }
            self.y -= piece.leading;
            // The base line leaves room below it for the letters that reach down.
            let y = self.y + 0.3 * piece.size;
            if piece.bullet && place == 0 {
                let bullet = Run { text: "•".to_owned(), bold: false };
                self.put_line(LEFT, y, piece.size, vec![bullet]);
            }
            self.put_line(LEFT + piece.indent, y, piece.size, runs.clone());
        }
    }

    fn put_line(&mut self, x: f32, y: f32, size: f32, runs: Vec<Run>) {
        self.page.lines.push(Line { x, y, size, runs });
    }

    fn turn(&mut self) {
        if !self.page.lines.is_empty() {
            self.done.push(std::mem::take(&mut self.page));
        }
        self.y = TOP;
    }
}
