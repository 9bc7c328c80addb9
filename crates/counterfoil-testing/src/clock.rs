//! A clock that stands where the test puts it.

use std::sync::{Mutex, PoisonError};

use counterfoil_queue::time::{BootId, Clock, Stamp, UnixMillis};

/// 23 November 2026, 12:00 UTC.
pub const NOON: UnixMillis = UnixMillis(1_795_435_200_000);

/// Both clocks, moved only by [`TestClock::advance`].
#[derive(Debug)]
pub struct TestClock(Mutex<Stamp>);

impl TestClock {
    /// A clock that stands at `wall`, in London, at the start of a boot.
    #[must_use]
    pub fn at(wall: UnixMillis) -> Self {
        let boot = BootId([7; 16]);
        Self(Mutex::new(Stamp { wall, offset_minutes: 0, monotonic_ms: 0, boot }))
    }

    /// Moves both clocks on.
    pub fn advance(&self, millis: u32) {
        let mut stamp = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        stamp.wall = stamp.wall.plus_millis(millis.into());
        stamp.monotonic_ms += u64::from(millis);
    }
}

impl Clock for TestClock {
    fn now(&self) -> Stamp {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
