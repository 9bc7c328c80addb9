//! What comes out on paper, as a PDF reader that is not ours sees it.

use crate::Language::{Cy, En};
use crate::document::{Document, Line};
use crate::tests::builder::{every_shape, receipt};
use crate::tests::poppler::{fonts, info, ink, text_of_pages};
use crate::{PAGES_MAX, Receipt, ReceiptError, layout, to_pdf, to_text};

/// Nothing else on paper is this small.
const FOOT_SIZE: f32 = 12.0;

fn pdf(receipt: &Receipt) -> Vec<u8> {
    to_pdf(receipt).expect("the receipt is not too long")
}

fn laid_out(receipt: &Receipt) -> Document {
    layout(receipt).expect("the receipt is not too long")
}

fn said(line: &Line) -> String {
    line.runs.iter().map(|run| run.text.as_str()).collect()
}

/// The words of lines in order, wherever the lines break.
fn words(lines: &[String]) -> Vec<&str> {
    lines.iter().flat_map(|line| line.split_whitespace()).collect()
}

/// The lines of paper without the foot of each page.
fn body(receipt: &Receipt) -> Vec<String> {
    let feet = laid_out(receipt).pages;
    let pages = text_of_pages(&pdf(receipt));
    assert_eq!(pages.len(), feet.len(), "as many pages as were laid out");
    let mut body = Vec::new();
    for (page, laid_out) in pages.iter().zip(feet) {
        let foot = laid_out.lines.iter().filter(|line| line.size == FOOT_SIZE).count();
        let lines: Vec<&str> = page.lines().collect();
        body.extend(lines[..lines.len() - foot].iter().map(|line| (*line).to_owned()));
    }
    body
}

#[test]
fn paper_and_plain_text_say_the_same_words_in_the_same_order() {
    for (shape, receipt) in every_shape() {
        let text = to_text(&receipt);
        let mut text: Vec<String> = text.lines().map(str::to_owned).collect();
        text.pop().expect("the foot is the last line");

        assert_eq!(words(&body(&receipt)), words(&text), "{shape}");
    }
}

#[test]
fn every_page_carries_the_reference_and_its_number_of_all_pages() {
    for (shape, receipt) in every_shape() {
        let pages = text_of_pages(&pdf(&receipt));
        let count = pages.len();
        for (page, number) in pages.iter().zip(1..) {
            let of = match receipt.language {
                En => format!("Page {number} of {count}"),
                Cy => format!("Tudalen {number} o {count}"),
            };
            let foot = page.lines().find(|line| line.contains(&of));
            let foot = foot.unwrap_or_else(|| panic!("no foot on page {number} of {shape}"));
            assert!(foot.contains("CF7K-9QMD-2XPT"), "{shape}: {foot}");
        }
    }
}

#[test]
fn a_long_answer_goes_on_over_pages_and_nothing_of_it_is_lost() {
    let long = "word ".repeat(2_000);
    let receipt = receipt(En).answered("Anything else?", &long);

    let pages = text_of_pages(&pdf(&receipt));

    assert!(pages.len() > 4, "it does not fit on four pages");
    let count = pages.join("\n").split_whitespace().filter(|word| *word == "word").count();
    assert_eq!(count, 2_000);
}

#[test]
fn a_word_longer_than_a_line_is_broken_and_whole() {
    let word = "abcdefghij".repeat(25);
    let receipt = receipt(En).answered("Email", &word);

    let paper: String = text_of_pages(&pdf(&receipt)).concat();
    let paper: String = paper.split_whitespace().collect();

    assert!(paper.contains(&word));
}

#[test]
fn a_receipt_of_too_many_pages_is_refused_before_it_is_drawn() {
    let receipt = receipt(En).answered("Anything else?", &"line\n".repeat(40 * PAGES_MAX));

    let refused = to_pdf(&receipt).expect_err("it is too long");

    assert!(
        matches!(refused, ReceiptError::TooLong { pages, most: PAGES_MAX } if pages > PAGES_MAX)
    );
}

#[test]
fn lines_stay_within_the_margins_and_within_what_an_eye_can_follow() {
    let long = "the quick brown fox jumps over the lazy dog while the band plays on ".repeat(60);
    let document = laid_out(&receipt(En).answered("Anything else?", &long));
    let fonts = crate::fonts::Fonts::get().expect("the fonts are part of the program");
    let mut full = Vec::new();
    for line in document.pages.iter().flat_map(|page| &page.lines) {
        let width: f32 =
            line.runs.iter().map(|run| fonts.face(run.bold).width(&run.text, line.size)).sum();
        assert!(line.x >= 60.0 && line.x + width <= 535.5, "over the margin: {}", said(line));
        assert!((30.0..792.0).contains(&line.y), "off the paper: {}", said(line));
        if said(line).contains("the lazy dog") {
            full.push(said(line).chars().count());
        }
    }

    let longest = full.into_iter().max().expect("there are such lines");
    assert!((60..=70).contains(&longest), "{longest} characters in a line");
}

#[test]
fn no_page_ends_with_a_heading() {
    for filler in 0..40 {
        let receipt = receipt(En).answered("Filler", &"line\n".repeat(filler));
        for page in laid_out(&receipt).pages {
            let last = page.lines.iter().rev().find(|line| line.size != FOOT_SIZE);
            let last = last.expect("a page has more than its foot");
            assert!(last.size < 16.0, "ends with {} at {filler}", said(last));
        }
    }
}

#[test]
fn the_same_receipt_always_gives_the_same_bytes() {
    for (shape, receipt) in every_shape() {
        assert!(pdf(&receipt) == pdf(&receipt), "{shape} differs");
    }
    assert!(pdf(&receipt(En)) != pdf(&receipt(En).copy(1)), "a copy is another paper");
}

#[test]
fn a_reader_is_told_the_title_the_date_and_the_language() {
    let english = pdf(&receipt(En));
    let welsh = pdf(&receipt(Cy));

    let told = info(&english);
    assert!(told.contains("Title:           Receipt CF7K-9QMD-2XPT"), "{told}");
    assert!(told.contains("Page size:       595.276 x 841.89 pts (A4)"), "{told}");
    assert!(told.contains("Mon Nov 23 19:44:35 2026"), "{told}");
    let has = |pdf: &[u8], text: &[u8]| pdf.windows(text.len()).any(|window| window == text);
    assert!(has(&english, b"/Lang(en-GB)") && has(&welsh, b"/Lang(cy-GB)"));
}

#[test]
fn both_fonts_are_embedded_and_cut_down() {
    let pdf = pdf(&receipt(Cy));

    let fonts = fonts(&pdf);

    assert_eq!(fonts.len(), 2, "{fonts:?}");
    assert!(fonts.iter().all(|font| font.contains("yes yes yes")), "{fonts:?}");
    assert!(pdf.len() < 100_000, "{} bytes", pdf.len());
}

#[test]
fn a_character_that_the_fonts_lack_is_printed_as_its_number_and_the_receipt_says_so() {
    for (language, note) in [(En, "cannot be printed here"), (Cy, "Ni ellir argraffu")] {
        let named = receipt(language).answered("Name", "王 O'Brien\u{202e}");
        let body = body(&named);
        let paper = words(&body).join(" ");

        assert!(paper.contains("[U+738B] O'Brien[U+202E]"), "{paper}");
        assert!(paper.contains(note), "{paper}");
        let plain = text_of_pages(&pdf(&receipt(language))).join("\n");
        assert!(!plain.contains(note), "said without need");
    }
}

#[test]
fn every_page_has_ink_and_none_in_its_margins() {
    for (shape, receipt) in every_shape() {
        let pdf = pdf(&receipt);
        keep_to_look_at(&shape, &pdf);
        for page in 1..=laid_out(&receipt).pages.len() {
            let (dots, width) = ink(&pdf, page);
            assert!(dots.iter().any(|dot| *dot > 200), "page {page} of {shape} is blank");
            let margin = 25; // 45 points at 40 dots an inch
            let stained = dots.chunks(width).any(|row| {
                let (left, right) = (&row[..margin], &row[width - margin..]);
                left.iter().chain(right).any(|dot| *dot > 40)
            });
            assert!(!stained, "ink in a margin on page {page} of {shape}");
        }
    }
}

/// Leaves the file where a person can open it, when they say where.
fn keep_to_look_at(shape: &str, pdf: &[u8]) {
    if let Some(folder) = std::env::var_os("COUNTERFOIL_RECEIPTS_DIR") {
        let path = std::path::Path::new(&folder).join(format!("{shape}.pdf"));
        std::fs::write(path, pdf).expect("the folder is there");
    }
}
