//! `counterfoil receipt`

use std::io::Write as _;
use std::path::Path;

use counterfoil_desk::receipt::ReceiptFormat;
use serde::Serialize;

use crate::args::{Format, Place};
use crate::output;
use crate::refusal::Refusal;
use crate::terminal::{open, operator};

#[derive(Serialize)]
struct Rendered<'a> {
    reference: &'a str,
    copy: u32,
    path: &'a Path,
}

/// Writes the receipt to a file with nothing in it yet, so that no other receipt is lost. The
/// file is readable by its owner alone: it holds what the person was told.
pub(crate) fn render(
    reference: &str,
    place: &Place,
    format: Format,
    path: &Path,
) -> Result<(), Refusal> {
    let terminal = open(place, None, false)?;
    let mut file = create(path)?;
    let format = match format {
        Format::Pdf => ReceiptFormat::Pdf,
        Format::Text => ReceiptFormat::Text,
    };
    let place_name = path.display().to_string();
    let made = terminal.receipt_to(reference, format, &place_name, operator(), |bytes| {
        file.write_all(bytes)?;
        file.sync_all()
    });
    let copy = made.inspect_err(|_| {
        // Nothing was made, so an empty file must not look like a receipt.
        let _ = std::fs::remove_file(path);
    })?;
    output::print(&Rendered { reference, copy, path }, place.json, |done| match done.copy {
        0 => format!("The receipt is in {place_name}\n"),
        n => format!("COPY {n} of the receipt is in {place_name}\n"),
    })
}

/// A new file, or an empty one that somebody made for this.
fn create(path: &Path) -> Result<std::fs::File, Refusal> {
    let mut options = std::fs::OpenOptions::new();
    let is_empty = std::fs::metadata(path).is_ok_and(|file| file.is_file() && file.len() == 0);
    options.write(true).create_new(!is_empty);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map_err(|error| match error.kind() {
        std::io::ErrorKind::AlreadyExists => {
            Refusal::new("file_exists", "The file has something in it. Choose another name.")
        }
        _ => unwritable(),
    })
}

fn unwritable() -> Refusal {
    Refusal::new("file_unwritable", "The file could not be written.")
}
