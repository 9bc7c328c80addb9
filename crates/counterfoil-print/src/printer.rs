//! What a printer does, and what may become of a job.

use crate::error::PrintError;

/// In [`PrintOutcome::Stopped`]: the printer took the job, then no longer answered.
pub const WENT_SILENT: &str = "printer-silent";
/// In [`PrintOutcome::Stopped`]: the printer was still at it when our patience ended.
pub const STILL_PRINTING: &str = "still-printing";

/// Something that puts a document on paper, or where the operator wants it.
pub trait Printer: Send + Sync + std::fmt::Debug {
    /// Prints one document and waits for what becomes of it. Blocks, for as long as the
    /// printer's patience says at most.
    ///
    /// # Errors
    /// [`PrintError`] when the job could not even be tried; anything the printer does is an
    /// outcome.
    fn print(&self, job: &PrintJob<'_>) -> Result<PrintOutcome, PrintError>;
}

/// One document to print.
#[derive(Clone, Copy)]
pub struct PrintJob<'a> {
    /// The receipt's id and copy number, such as `CF7K-9QMD-2XPT-0`. Printers show and log it,
    /// so it is never personal data: 1 to 100 ASCII letters, digits, `-` and `_`.
    pub name: &'a str,
    /// The document, as PDF.
    pub pdf: &'a [u8],
}

impl std::fmt::Debug for PrintJob<'_> {
    /// Leaves the document out: it holds a person's answers.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { name, pdf } = self;
        write!(f, "PrintJob({name}, {} bytes)", pdf.len())
    }
}

impl PrintJob<'_> {
    pub(crate) fn check_name(&self) -> Result<(), PrintError> {
        let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
        if (1..=100).contains(&self.name.len()) && self.name.chars().all(plain) {
            Ok(())
        } else {
            Err(PrintError::JobName)
        }
    }
}

/// What became of a job, as far as the printer says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PrintOutcome {
    /// The printer says that the job is done. What is on paper only a person can see.
    Printed,
    /// The printer took the job and did not finish it, or we no longer know. Some of it may be
    /// on paper, or may come out later: ask a person before printing again.
    Stopped {
        /// Why: IPP keywords such as `media-empty` or `media-jam` (RFC 8011 section 5.4.12)
        /// without their severity, the printer's own before the job's; or [`WENT_SILENT`] or
        /// [`STILL_PRINTING`]. May be empty.
        reasons: Vec<String>,
    },
    /// No printer answered. Nothing was handed over.
    Unreachable,
    /// The printer answered and took nothing.
    Refused {
        /// Why: IPP keywords as in [`PrintOutcome::Stopped`], or `not-accepting-jobs`,
        /// `pdf-not-supported`, `not-a-printer`, or the printer's status such as
        /// `client-error-not-authorized`.
        reasons: Vec<String>,
    },
}
