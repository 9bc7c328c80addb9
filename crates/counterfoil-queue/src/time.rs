//! Time as this product keeps it: wall time with its offset, and a monotonic time beside it.
//!
//! A terminal's wall clock may be wrong by years, so order always comes from sequence numbers;
//! times are evidence, kept whole.

use serde::{Deserialize, Serialize};

/// Unix time in milliseconds, UTC. Negative before 1970.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct UnixMillis(pub i64);

impl UnixMillis {
    /// This time moved by `millis` (may be negative), saturating at the ends of time.
    #[must_use]
    pub fn plus_millis(self, millis: i64) -> Self {
        Self(self.0.saturating_add(millis))
    }
}

/// Names one boot of the machine, so that monotonic times of different boots are never compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct BootId(pub [u8; 16]);

/// One reading of both clocks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamp {
    /// What the wall clock said.
    pub wall: UnixMillis,
    /// Offset of local time from UTC at that moment, in minutes east (60 in British Summer Time).
    pub offset_minutes: i16,
    /// Milliseconds since this boot; never goes back within one boot.
    pub monotonic_ms: u64,
    /// Which boot `monotonic_ms` counts from.
    pub boot: BootId,
}

/// Where the time comes from. Two implementations: the machine's clocks and a test's.
pub trait Clock: Send + Sync {
    /// Both clocks, read now.
    fn now(&self) -> Stamp;
}
