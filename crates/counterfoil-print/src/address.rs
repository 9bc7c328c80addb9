//! From a printer's address, as an operator writes it, to the printer.

use crate::error::PrintError;
use crate::file::FilePrinter;
use crate::ipp::{IppPrinter, Patience};
use crate::printer::Printer;

/// Longest address, in bytes: what IPP allows for a URI (RFC 8011 section 5.1.6).
const ADDRESS_MAX: usize = 1023;

/// The printer at an address: `ipp://HOST[:PORT]/PATH`, `ipps://…` (the same over TLS), or
/// `file:DIR` for a folder. Nothing is asked of the printer yet.
///
/// # Errors
/// [`PrintError::Address`] for anything else.
pub fn open(printer: &str) -> Result<Box<dyn Printer>, PrintError> {
    if printer.len() > ADDRESS_MAX {
        return Err(PrintError::Address);
    }
    if let Some(folder) = printer.strip_prefix("file:") {
        let folder = folder.strip_prefix("//").unwrap_or(folder);
        return if folder.is_empty() {
            Err(PrintError::Address)
        } else {
            Ok(Box::new(FilePrinter::new(folder)))
        };
    }
    Ok(Box::new(IppPrinter::new(printer, Patience::default())?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn opened(printer: &str) -> String {
        open(printer).map_or_else(|error| error.to_string(), |printer| format!("{printer:?}"))
    }

    #[test]
    fn an_address_opens_the_printer_it_names() {
        assert!(opened("ipp://printer.example:631/ipp/print").starts_with("IppPrinter"));
        assert!(opened("ipps://printer.example/ipp/print").starts_with("IppPrinter"));
        assert_eq!(opened("file:/tmp/receipts"), r#"FilePrinter { folder: "/tmp/receipts" }"#);
        assert_eq!(opened("file:receipts"), r#"FilePrinter { folder: "receipts" }"#);
        assert_eq!(opened("file:///tmp/receipts"), r#"FilePrinter { folder: "/tmp/receipts" }"#);
    }

    #[test]
    fn anything_else_is_no_address() {
        let long = format!("ipp://printer.example/{}", "a".repeat(ADDRESS_MAX));
        for wrong in ["", "file:", "lpt1", "http://printer.example/", "ipp://", "ipp:///ipp", &long]
        {
            assert!(matches!(open(wrong), Err(PrintError::Address)), "{wrong} was taken");
        }
    }
}
