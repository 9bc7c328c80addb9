//! The most that a definition may hold. A definition comes from outside, so everything has an end.

/// Bytes of a definition or of its overlay.
pub const FILE_BYTES: usize = 4 * 1024 * 1024;
/// Pages that ask, those of groups included, and exits.
pub const PAGES: usize = 500;
/// Groups.
pub const GROUPS: usize = 50;
/// Things in one group.
pub const ITEMS: u16 = 200;
/// Fields on a page.
pub const FIELDS_ON_A_PAGE: usize = 60;
/// Choices of a field. GOV.UK Forms allows as many.
pub const OPTIONS: usize = 3_000;
/// Routes from a page.
pub const ROUTES: usize = 100;
/// Named conditions.
pub const NAMED_CONDITIONS: usize = 500;
/// Conditions within one, each branch counted.
pub const CONDITIONS: usize = 200;
/// Sentences of a list, blocks of a page, sections, rules and shapes of a field.
pub const LIST: usize = 100;
/// Characters of any text.
pub const TEXT_CHARS: usize = 10_000;
/// Characters of one line of text that a field may allow.
pub const LINE_CHARS: u16 = 500;
/// Characters of several lines of text that a field may allow.
pub const LONG_CHARS: u16 = 20_000;
/// Characters of an id or a path.
pub const ID_CHARS: usize = 64;
/// Characters of a choice's value.
pub const VALUE_CHARS: usize = 200;
/// Decimal places of a number.
pub const DECIMALS: u8 = 6;
/// Problems reported at most; the rest would follow from the first ones.
pub const PROBLEMS: usize = 200;
