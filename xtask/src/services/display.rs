//! A display and a session bus for programs with a window.

use crate::steps::{Step, step};

/// The size of a counter's screen.
const SCREEN: &str = "1280x1024x24";

/// Whether a window could be opened here.
pub(crate) fn is_there() -> bool {
    ["DISPLAY", "WAYLAND_DISPLAY"]
        .iter()
        .any(|name| std::env::var_os(name).is_some_and(|v| !v.is_empty()))
}

/// `words` with a session bus of its own, so that no test meets the developer's key store.
pub(crate) fn in_a_session(words: &str) -> Step {
    step(&format!("dbus-run-session -- {words}")).with("NO_AT_BRIDGE", "1")
}

/// `words` with a session bus of its own, on the display there is or else on a virtual one.
pub(crate) fn on_a_display(words: &str) -> Step {
    if is_there() {
        return in_a_session(words);
    }
    step("dbus-run-session -- xvfb-run --auto-servernum")
        .and(format!("--server-args=-screen 0 {SCREEN} -nolisten tcp"))
        .also(words)
        .with("NO_AT_BRIDGE", "1")
}
