//! How long to wait and how much to read.

use std::time::Duration;

/// Limits on one exchange with a department.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Longest time to reach the department: name, TCP and TLS.
    pub connect: Duration,
    /// Longest time for a whole exchange, from the first byte of the request to the last of the
    /// response, however slowly it drips.
    pub total: Duration,
    /// As `total`, for a probe: the screen's connection state has to be true within five seconds.
    pub probe: Duration,
    /// Largest response that is read, in bytes. Acknowledgements and problems are far smaller.
    pub response_max: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connect: Duration::from_secs(10),
            total: Duration::from_secs(60),
            probe: Duration::from_secs(4),
            response_max: 64 * 1024,
        }
    }
}
