//! The most that is read. Forms come from outside, so everything has an end. What the native
//! definition may hold is limited by [`counterfoil_form::definition::limits`].

/// Bytes of a form or of its Welsh. The largest public form has 163 kB.
pub const SOURCE_BYTES: usize = 16 * 1024 * 1024;
/// Bytes of a form in YAML, whose parser takes two hundred times as much room.
pub const YAML_BYTES: usize = 512 * 1024;
/// Values in a form, keys aside. The largest public form has 7,123.
pub const VALUES: usize = 250_000;
/// Lists and objects within each other.
pub const DEPTH: usize = 100;
/// Pages read. More than a definition may have, because some lead nowhere.
pub(crate) const PAGES: usize = 2_000;
/// Components read on one page.
pub(crate) const COMPONENTS: usize = 500;
/// Named conditions read.
pub(crate) const CONDITIONS: usize = 2_000;
/// Bytes of text in what is made, each copy counted: a list of choices that a hundred questions
/// use counts a hundred times. Twice the size of a definition's file, for two languages.
pub(crate) const TEXT_BYTES: usize = 2 * counterfoil_form::definition::limits::FILE_BYTES;
/// Choices in what is made, each copy counted.
pub(crate) const CHOICES: usize = 60_000;
/// Bytes of one text in HTML. A tag of nothing but attributes takes time by their square.
pub(crate) const HTML_BYTES: usize = 32 * 1024;
/// Bytes of all texts in HTML.
pub(crate) const HTML_BYTES_TOTAL: usize = 2 * 1024 * 1024;
/// Bytes of a raw expression.
pub(crate) const EXPRESSION_BYTES: usize = 4_000;
/// Parts of an expression within each other.
pub(crate) const EXPRESSION_DEPTH: usize = 40;
/// Comparisons in one group of a condition.
pub(crate) const COMPARISONS: usize = 300;
/// Questions of one name that a condition looks at.
pub(crate) const NAMESAKES: usize = 20;
/// Issues listed in a report.
pub(crate) const ISSUES: usize = 1_000;
/// Characters of a word of the source that is repeated in a report.
pub(crate) const QUOTED_CHARS: usize = 80;
