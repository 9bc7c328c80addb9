//! Which files are taken.

use counterfoil_form::definition::field::FileRule;
use serde_json::Value as Json;

use super::{Reader, rules, source};
use crate::report::{Kind, quoted};

/// Media types that are taken where the source names none.
const MEDIA: &[&str] = &[
    JPEG,
    PNG,
    GIF,
    "application/pdf",
    "text/plain",
    "text/csv",
    "application/rtf",
    "application/msword",
    DOCX,
    ODT,
    "application/vnd.ms-excel",
    XLSX,
    ODS,
];
/// The most bytes of a file where the source names no limit: the default of its engine.
const FILE_BYTES: u32 = 5 * 1024 * 1024;

impl Reader<'_> {
    /// What files a component takes.
    pub(super) fn file(&mut self, options: &Json, at: &str) -> FileRule {
        let nothing = Json::Null;
        let zone = options.get("dropzoneConfig").unwrap_or(&nothing);
        let accept =
            source::text(options, "accept").or_else(|| source::text(zone, "acceptedFiles"));
        let mut media: Vec<String> = Vec::new();
        for name in accept.unwrap_or_default().split(',').take(200) {
            match media_types(name) {
                None if name.trim().is_empty() => {}
                None => {
                    let message = format!("files of the type {} are not taken here", quoted(name));
                    self.tools.log.add(Kind::Rule, at, message);
                }
                Some(found) => media.extend(found.iter().map(|one| (*one).to_owned())),
            }
        }
        media.sort();
        media.dedup();
        if media.is_empty() {
            media = MEDIA.iter().map(|one| (*one).to_owned()).collect();
        }
        if source::says(options, "imageQualityPlayback") {
            let message = "the source’s check of how sharp a picture is does not happen here";
            self.tools.log.add(Kind::External, at, message);
        }
        if source::says(options, "totalOverallFilesize") {
            let message = "files are limited one by one, not by their sum";
            self.tools.log.often(Kind::Setting, at, message);
        }
        let most = source::count(zone, "maxFiles").filter(|most| 0 < *most);
        let several = if source::says(options, "multiple") { 20 } else { 1 };
        let max = most.unwrap_or(several).clamp(1, 100);
        let min = source::count(options, "minimumRequiredFiles").unwrap_or(1).clamp(1, max);
        let megabytes = source::number(zone, "maxFilesize").filter(|size| 0.0 < *size);
        let bytes = megabytes.map(|size| rules::down(size * 1_048_576.0));
        let bytes = bytes.and_then(|bytes| u32::try_from(bytes).ok());
        FileRule { accept: media, max_bytes: bytes.unwrap_or(FILE_BYTES), min, max }
    }
}

/// Media types by an ending of file names, or by themselves. Designers mistype the long ones, so
/// only their letters and digits count.
fn media_types(name: &str) -> Option<&'static [&'static str]> {
    let letters: String =
        name.chars().filter(|c| c.is_alphanumeric() || *c == '*').take(100).collect();
    let letters = letters.to_ascii_lowercase();
    let found = MEDIA_TYPES.iter().find(|(names, _)| names.contains(&letters.as_str()));
    found.map(|(_, types)| *types)
}

const JPEG: &str = "image/jpeg";
const PNG: &str = "image/png";
const GIF: &str = "image/gif";
const DOCX: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const PPTX: &str = "application/vnd.openxmlformats-officedocument.presentationml.presentation";
const ODT: &str = "application/vnd.oasis.opendocument.text";
const ODS: &str = "application/vnd.oasis.opendocument.spreadsheet";
const ODP: &str = "application/vnd.oasis.opendocument.presentation";

/// The letters of names, and the types they mean.
const MEDIA_TYPES: &[(&[&str], &[&str])] = &[
    (&["jpg", "jpeg", "jfif", "imagejpeg", "imagejpg"], &[JPEG]),
    (&["png", "imagepng"], &[PNG]),
    (&["gif", "imagegif"], &[GIF]),
    (&["image*"], &[JPEG, PNG, GIF]),
    (&["bmp", "imagebmp"], &["image/bmp"]),
    (&["tif", "tiff", "imagetiff"], &["image/tiff"]),
    (&["heic", "imageheic"], &["image/heic"]),
    (&["webp", "imagewebp"], &["image/webp"]),
    (&["pdf", "applicationpdf"], &["application/pdf"]),
    (&["txt", "textplain"], &["text/plain"]),
    (&["csv", "textcsv"], &["text/csv"]),
    (&["rtf", "applicationrtf", "textrtf"], &["application/rtf"]),
    (&["doc", "applicationmsword"], &["application/msword"]),
    (&["docx", "applicationvndopenxmlformatsofficedocumentwordprocessingmldocument"], &[DOCX]),
    (&["odt", "applicationvndoasisopendocumenttext"], &[ODT]),
    (&["xls", "applicationvndmsexcel"], &["application/vnd.ms-excel"]),
    (&["xlsx", "applicationvndopenxmlformatsofficedocumentspreadsheetmlsheet"], &[XLSX]),
    (&["ods", "applicationvndoasisopendocumentspreadsheet"], &[ODS]),
    (&["ppt", "applicationvndmspowerpoint"], &["application/vnd.ms-powerpoint"]),
    (&["pptx", "applicationvndopenxmlformatsofficedocumentpresentationmlpresentation"], &[PPTX]),
    (&["odp", "applicationvndoasisopendocumentpresentation"], &[ODP]),
    (&["xml", "applicationxml", "textxml"], &["application/xml"]),
    (&["json", "applicationjson"], &["application/json"]),
    (&["zip", "applicationzip"], &["application/zip"]),
    (&["mp4", "videomp4"], &["video/mp4"]),
    (&["mp3", "audiompeg"], &["audio/mpeg"]),
];
