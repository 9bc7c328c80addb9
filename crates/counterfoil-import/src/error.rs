//! Bytes that are no form at all.

use crate::limits;

/// Why there is nothing to report on. Never says what the bytes hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ImportError {
    /// Longer than [`limits::SOURCE_BYTES`] or, in YAML, than [`limits::YAML_BYTES`].
    #[error("longer than {} KiB", .limit / 1024)]
    TooLarge {
        /// The most bytes.
        limit: usize,
    },
    /// More values than [`limits::VALUES`].
    #[error("holds more than {} values", limits::VALUES)]
    TooMany,
    /// Nested deeper than [`limits::DEPTH`].
    #[error("nested more than {} deep", limits::DEPTH)]
    TooDeep,
    /// Neither JSON nor YAML.
    #[error("neither JSON nor YAML, at line {line}")]
    Unreadable {
        /// The line at which reading stopped, counted from 1.
        line: usize,
    },
    /// JSON or YAML, but of no format that is known here.
    #[error("not a form in any format that is known here")]
    UnknownFormat,
}
