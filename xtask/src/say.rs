//! What xtask tells the person at the keyboard: on standard error, line by line, as it happens.

use std::io::Write;
use std::time::{Duration, Instant};

use crate::failure::Failure;

/// Says one line. A closed terminal is no reason to stop.
pub(crate) fn line(text: &str) {
    let _ = writeln!(std::io::stderr(), "{text}");
}

/// Does `work`, saying when it starts and how long it took.
pub(crate) fn timed<T>(
    name: &str,
    work: impl FnOnce() -> Result<T, Failure>,
) -> Result<T, Failure> {
    line(&format!("==> {name}"));
    let watch = Watch::start();
    let done = work().map_err(|failure| Failure::new(format!("{name}: {failure}")))?;
    line(&format!("<== {name}: {}", seconds(watch.elapsed())));
    Ok(done)
}

/// A stopwatch.
pub(crate) struct Watch(Instant);

impl Watch {
    /// Starts it.
    #[expect(clippy::disallowed_methods, reason = "how long a step took is told to a developer")]
    pub(crate) fn start() -> Self {
        Self(Instant::now())
    }

    /// Time since the start.
    pub(crate) fn elapsed(&self) -> Duration {
        self.0.elapsed()
    }
}

/// `7.2 s` or `3 min 05 s`.
pub(crate) fn seconds(time: Duration) -> String {
    match time.as_secs() {
        0..=59 => format!("{:.1} s", time.as_secs_f64()),
        whole => format!("{} min {:02} s", whole / 60, whole % 60),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_times_have_tenths_and_long_ones_have_minutes() {
        assert_eq!(seconds(Duration::from_millis(7_240)), "7.2 s");
        assert_eq!(seconds(Duration::from_secs(185)), "3 min 05 s");
    }
}
