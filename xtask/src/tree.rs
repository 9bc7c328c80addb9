//! Where things are in the work tree.

use std::path::{Path, PathBuf};

/// The workspace's directory.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new("."))
}

/// The path of `name` in the workspace.
pub(crate) fn at(name: &str) -> PathBuf {
    root().join(name)
}

/// Where builds land; `CARGO_TARGET_DIR` moves it.
pub(crate) fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| at("target"), |dir| root().join(dir))
}

/// Where tools that no one had installed are kept.
pub(crate) fn tools() -> PathBuf {
    target().join("tools")
}
