//! Results on standard output: JSON for programs, lines for people.

use std::io::Write as _;

use serde::Serialize;

use crate::refusal::Refusal;

/// Prints `value` as one line of JSON, or what `lines` makes of it.
pub(crate) fn print<T: Serialize>(
    value: &T,
    json: bool,
    lines: impl FnOnce(&T) -> String,
) -> Result<(), Refusal> {
    let text = if json {
        serde_json::to_string(value).map_err(|_| unprintable())? + "\n"
    } else {
        lines(value)
    };
    let mut out = std::io::stdout().lock();
    out.write_all(text.as_bytes()).and_then(|()| out.flush()).map_err(|_| unprintable())
}

fn unprintable() -> Refusal {
    Refusal::new("output_failed", "The result could not be written to standard output.")
}
