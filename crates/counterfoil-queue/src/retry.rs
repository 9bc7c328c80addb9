//! When to try again.

use std::time::Duration;

/// Longest wait of the first try after a fault.
pub const WAIT_FIRST: Duration = Duration::from_secs(5);

/// Longest wait between tries: 15 minutes, so a counter that regains its department is served
/// within the quarter hour without anyone touching it.
pub const WAIT_MAX: Duration = Duration::from_secs(15 * 60);

/// How long to wait after fault number `faults` (1 for the first).
///
/// Full jitter: a point between zero and a bound that doubles from [`WAIT_FIRST`] up to
/// [`WAIT_MAX`]. `jitter` chooses the point, 0 for none of the bound and `u16::MAX` for all of
/// it, so that many counters do not return at once. A server's `Retry-After` wins when it is
/// longer, but is capped too, so a bad header cannot silence a counter.
/// Source: RFC 9110 section 10.2.3.
#[must_use]
pub fn wait_after(faults: u32, retry_after: Option<Duration>, jitter: u16) -> Duration {
    let doublings = faults.saturating_sub(1).min(16);
    let bound = WAIT_FIRST.saturating_mul(1 << doublings).min(WAIT_MAX);
    let chosen = bound.mul_f64(f64::from(jitter) / f64::from(u16::MAX));
    chosen.max(retry_after.unwrap_or_default()).min(WAIT_MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bound_doubles_from_five_seconds_to_a_quarter_of_an_hour() {
        let bounds: Vec<u64> =
            [1, 2, 3, 8, 9, 4_000].map(|n| wait_after(n, None, u16::MAX).as_secs()).into();

        assert_eq!(bounds, [5, 10, 20, 640, 900, 900]);
    }

    #[test]
    fn jitter_spreads_the_wait_down_to_nothing() {
        assert_eq!(wait_after(5, None, 0), Duration::ZERO);
        assert!(wait_after(5, None, u16::MAX / 2) < wait_after(5, None, u16::MAX));
    }

    #[test]
    fn a_servers_wish_to_wait_is_kept_but_never_past_the_longest_wait() {
        let minute = Duration::from_secs(60);
        let year = Duration::from_secs(365 * 24 * 3600);

        assert_eq!(wait_after(1, Some(minute), 0), minute);
        assert_eq!(wait_after(1, Some(year), 0), WAIT_MAX);
    }
}
