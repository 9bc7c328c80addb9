//! Draws a laid-out receipt as PDF. The same receipt gives the same bytes: the document's date is
//! the time it was recorded, and its id is a hash of what it says.

use std::collections::BTreeSet;

use lopdf::{Object, StringFormat};
use printpdf::{
    FontId, Mm, OffsetDateTime, Op, PdfDocument, PdfFont, PdfFontHandle, PdfPage, PdfSaveOptions,
    Pt, TextItem, TextMatrix,
};
use sha2::{Digest, Sha256};

use crate::content::Receipt;
use crate::document::{Document, Line, Page};
use crate::error::ReceiptError;
use crate::fonts::Fonts;
use crate::layout::layout;
use crate::time::LocalTime;

const A4_WIDTH: Mm = Mm(210.0);
const A4_HEIGHT: Mm = Mm(297.0);

/// The receipt as a PDF file: A4, fonts embedded, text that can be read out and searched.
///
/// # Errors
/// As [`layout`]; [`ReceiptError::Subset`] and [`ReceiptError::Write`] do not happen with the
/// fonts that are part of this program.
pub fn to_pdf(receipt: &Receipt) -> Result<Vec<u8>, ReceiptError> {
    let document = layout(receipt)?;
    let mut file = draw(&document, receipt.recorded_at)?.to_lopdf_document(
        &PdfSaveOptions { subset_fonts: false, ..PdfSaveOptions::default() },
        &mut Vec::new(),
    );
    finish(&mut file, &document)?;
    let mut bytes = Vec::new();
    file.save_to(&mut bytes)?;
    Ok(bytes)
}

fn draw(document: &Document, recorded_at: LocalTime) -> Result<PdfDocument, ReceiptError> {
    let mut pdf = PdfDocument::new(&document.title);
    let recorded_at = pdf_time(recorded_at);
    pdf.metadata.info.creation_date = recorded_at;
    pdf.metadata.info.modification_date = recorded_at;
    pdf.metadata.info.metadata_date = recorded_at;
    pdf.metadata.info.producer = "Counterfoil".to_owned();
    for bold in [false, true] {
        let used = characters(document, bold);
        if !used.is_empty() {
            let font = Fonts::get()?.face(bold).cut(&used)?;
            pdf.resources.fonts.map.insert(font_id(bold), PdfFont::new(font));
        }
    }
    pdf.pages = document
        .pages
        .iter()
        .map(|page| PdfPage::new(A4_WIDTH, A4_HEIGHT, page_ops(page)))
        .collect();
    Ok(pdf)
}

/// A clock far off the calendar gives the epoch; the receipt itself still shows what it said.
fn pdf_time(time: LocalTime) -> OffsetDateTime {
    OffsetDateTime::from_unix_timestamp(time.unix_ms.div_euclid(1_000))
        .unwrap_or_else(|_| OffsetDateTime::epoch())
}

fn characters(document: &Document, bold: bool) -> BTreeSet<char> {
    let lines = document.pages.iter().flat_map(|page| &page.lines);
    let runs = lines.flat_map(|line| &line.runs).filter(|run| run.bold == bold);
    runs.flat_map(|run| run.text.chars()).collect()
}

fn font_id(bold: bool) -> FontId {
    FontId(if bold { "Bold" } else { "Regular" }.to_owned())
}

fn page_ops(page: &Page) -> Vec<Op> {
    page.lines.iter().flat_map(line_ops).collect()
}

fn line_ops(line: &Line) -> Vec<Op> {
    let matrix = TextMatrix::Raw([1.0, 0.0, 0.0, 1.0, line.x, line.y]);
    let mut ops = vec![Op::StartTextSection, Op::SetTextMatrix { matrix }];
    for run in &line.runs {
        let font = PdfFontHandle::External(font_id(run.bold));
        ops.push(Op::SetFont { font, size: Pt(line.size) });
        ops.push(Op::ShowText { items: vec![TextItem::Text(run.text.clone())] });
    }
    ops.push(Op::EndTextSection);
    ops
}

/// What the drawing library leaves out (the language) or makes up (the document's id).
fn finish(file: &mut lopdf::Document, document: &Document) -> Result<(), ReceiptError> {
    let write_failed = |error: lopdf::Error| std::io::Error::other(error.to_string());
    let catalog = file.catalog_mut().map_err(write_failed)?;
    catalog.set("Lang", Object::string_literal(document.language));
    let mut shown = lopdf::Dictionary::new();
    shown.set("DisplayDocTitle", true);
    catalog.set("ViewerPreferences", shown);
    let id = Object::String(document_id(document), StringFormat::Hexadecimal);
    file.trailer.set("ID", vec![id.clone(), id]);
    file.compress();
    Ok(())
}

fn document_id(document: &Document) -> Vec<u8> {
    let mut hash = Sha256::new();
    hash.update(&document.title);
    for run in document.pages.iter().flat_map(|page| &page.lines).flat_map(|line| &line.runs) {
        hash.update(&run.text);
    }
    hash.finalize().iter().take(16).copied().collect()
}
