//! What a receipt says, and how it becomes paper.
//!
//! Pure: no clock, disk, network or randomness. The caller fills in a [`Receipt`] from what is
//! committed; the same receipt always gives the same words, the same layout and the same bytes.
//!
//! Start reading at [`Receipt`], then `compose` (which words, in which order), `layout` (where
//! they stand on the paper) and `pdf` (the bytes).

mod compose;
mod content;
mod document;
mod error;
mod fonts;
mod hash;
mod layout;
mod pdf;
mod text;
mod time;
mod words;

#[cfg(test)]
mod tests;

pub use content::{
    Answer, Declaration, Details, Kind, Language, Receipt, ServedBy, State, Terminal,
};
pub use document::{Document, Line, Page, Run};
pub use error::ReceiptError;
pub use layout::{PAGES_MAX, layout};
pub use pdf::to_pdf;
pub use text::to_text;
pub use time::LocalTime;
pub use words::{received_by, recorded_on_this_terminal};
