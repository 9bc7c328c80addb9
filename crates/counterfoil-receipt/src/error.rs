//! Why a receipt could not be laid out or drawn.

/// A receipt could not be made. Carries no word of the receipt.
#[derive(Debug, thiserror::Error)]
pub enum ReceiptError {
    /// A font that is part of this program cannot be read.
    #[error("an embedded font cannot be read")]
    Font,
    /// The characters in use could not be cut out of a font.
    #[error("an embedded font cannot be cut down to the characters in use: {0}")]
    Subset(String),
    /// The receipt would need more paper than [`crate::PAGES_MAX`].
    #[error("the receipt needs {pages} pages; {most} is the most")]
    TooLong {
        /// The pages it would need.
        pages: usize,
        /// The most pages.
        most: usize,
    },
    /// The finished document could not be written out.
    #[error("the document could not be written")]
    Write(#[from] std::io::Error),
}
