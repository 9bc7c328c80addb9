//! Media types of files, by the names that designers give them.

/// Media types that are taken where the source names none.
pub(crate) const MEDIA: &[&str] = &[
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

/// Media types by an ending of file names, or by themselves. Designers mistype the long ones, so
/// only their letters and digits count.
pub(crate) fn media_types(name: &str) -> Option<&'static [&'static str]> {
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
