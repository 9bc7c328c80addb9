//! The machine's clocks, read in this one place.

use std::time::{Instant, SystemTime, UNIX_EPOCH};

use counterfoil_queue::time::{BootId, Clock, Stamp, UnixMillis};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::{Offset, TimeZone};

/// The clocks of the machine this runs on, in the outlet's time zone.
#[derive(Debug)]
pub struct SystemClock {
    zone: TimeZone,
    boot: BootId,
    started: Instant,
    started_monotonic_ms: u64,
}

impl SystemClock {
    /// The clocks, with local time in the time zone of the United Kingdom: every outlet is
    /// there, whatever the machine was set to at the factory.
    #[must_use]
    #[expect(clippy::disallowed_methods, reason = "this is the clock the others are given")]
    pub fn new() -> Self {
        Self {
            zone: TimeZone::get("Europe/London").unwrap_or(TimeZone::UTC),
            boot: boot_id(),
            started: Instant::now(),
            started_monotonic_ms: uptime_ms().unwrap_or(0),
        }
    }
}

impl Default for SystemClock {
    fn default() -> Self {
        Self::new()
    }
}

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "this is the clock the others are given")]
    fn now(&self) -> Stamp {
        let wall = match SystemTime::now().duration_since(UNIX_EPOCH) {
            Ok(since) => i64::try_from(since.as_millis()).unwrap_or(i64::MAX),
            Err(before) => -i64::try_from(before.duration().as_millis()).unwrap_or(i64::MAX),
        };
        let running = u64::try_from(self.started.elapsed().as_millis()).unwrap_or(u64::MAX);
        Stamp {
            wall: UnixMillis(wall),
            offset_minutes: offset_minutes(&self.zone, wall),
            monotonic_ms: self.started_monotonic_ms.saturating_add(running),
            boot: self.boot,
        }
    }
}

fn offset_minutes(zone: &TimeZone, wall_ms: i64) -> i16 {
    let Ok(at) = Timestamp::from_millisecond(wall_ms) else { return 0 };
    i16::try_from(zone.to_offset(at).seconds() / 60).unwrap_or(0)
}

/// Linux names each boot; elsewhere each run of the program counts as one.
fn boot_id() -> BootId {
    let text = std::fs::read_to_string("/proc/sys/kernel/random/boot_id").unwrap_or_default();
    uuid::Uuid::parse_str(text.trim())
        .map_or_else(|_| BootId(crate::random::bytes()), |id| BootId(id.into_bytes()))
}

/// Milliseconds since boot, where the system tells (Linux, to 10 ms).
fn uptime_ms() -> Option<u64> {
    let text = std::fs::read_to_string("/proc/uptime").ok()?;
    let seconds: f64 = text.split_whitespace().next()?.parse().ok()?;
    Some((seconds * 1_000.0) as u64)
}

/// The local date of `stamp`.
#[must_use]
pub fn local_date(stamp: &Stamp) -> Date {
    local(stamp.wall, stamp.offset_minutes).map_or(Date::ZERO, |at| at.date())
}

/// Local time with its offset, RFC 3339 to the second, such as `2026-06-01T09:30:00+01:00`.
pub(crate) fn local_text(wall: UnixMillis, offset_minutes: i16) -> String {
    let sign = if offset_minutes < 0 { '-' } else { '+' };
    let (hours, minutes) = (offset_minutes.abs() / 60, offset_minutes.abs() % 60);
    local(wall, offset_minutes).map_or_else(String::new, |at| {
        format!("{}{sign}{hours:02}:{minutes:02}", at.strftime("%Y-%m-%dT%H:%M:%S"))
    })
}

fn local(wall: UnixMillis, offset_minutes: i16) -> Option<jiff::civil::DateTime> {
    let at = Timestamp::from_millisecond(wall.0).ok()?;
    let offset = Offset::from_seconds(i32::from(offset_minutes) * 60).ok()?;
    Some(offset.to_datetime(at))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn summer_time_is_said_with_its_offset() {
        let zone = TimeZone::get("Europe/London").expect("the zones are built in");
        let summer = UnixMillis(1_780_300_800_000);
        let winter = UnixMillis(1_796_000_000_000);

        assert_eq!(offset_minutes(&zone, summer.0), 60);
        assert_eq!(offset_minutes(&zone, winter.0), 0);
        assert_eq!(local_text(summer, 60), "2026-06-01T09:00:00+01:00");
    }

    #[test]
    fn time_on_one_boot_never_goes_back() {
        let clock = SystemClock::new();

        let (first, second) = (clock.now(), clock.now());

        assert_eq!(first.boot, second.boot);
        assert!(first.monotonic_ms <= second.monotonic_ms);
    }
}
