//! The most that a definition may hold. A definition comes from outside, so everything has an end.

/// Bytes of a definition or of its overlay.
pub const FILE_BYTES: usize = 1024 * 1024;
/// Pages that ask, and exits.
pub const PAGES: usize = 200;
/// Fields on a page.
pub const FIELDS_ON_A_PAGE: usize = 30;
/// Choices of a field. Lists of countries are the longest.
pub const OPTIONS: usize = 300;
/// Routes from a page.
pub const ROUTES: usize = 100;
/// Conditions within one route, each branch counted.
pub const CONDITIONS: usize = 200;
/// Sentences of a list, blocks of a page, sections, rules and shapes of a field.
pub const LIST: usize = 50;
/// Characters of any text.
pub const TEXT_CHARS: usize = 2_000;
/// Characters of one line of text that a field may allow.
pub const LINE_CHARS: u16 = 400;
/// Characters of an id, a path or a choice's value.
pub const ID_CHARS: usize = 64;
/// Problems reported at most; the rest would follow from the first ones.
pub const PROBLEMS: usize = 200;
