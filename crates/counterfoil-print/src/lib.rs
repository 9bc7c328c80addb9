//! Getting a receipt onto paper: printers reached over IPP, and a folder for demonstrations.
//!
//! Printing blocks the caller and is run off the screen's thread. Nothing is written to disk in
//! the clear here, except by [`FilePrinter`], into the folder the operator chose.
//!
//! Start reading at [`Printer`]; [`open`] makes one from its address.

mod address;
mod error;
mod file;
mod ipp;
mod printer;

pub use address::open;
pub use error::PrintError;
pub use file::FilePrinter;
pub use ipp::{IppPrinter, Patience};
pub use printer::{PrintJob, PrintOutcome, Printer, STILL_PRINTING, WENT_SILENT};
