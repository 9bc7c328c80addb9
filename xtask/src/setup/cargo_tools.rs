//! Tools from crates.io, at the versions that the project was tested with.

use crate::failure::Failure;
use crate::steps::step;
use crate::{say, tree};

struct Tool {
    name: &'static str,
    version: &'static str,
    /// Prints the version, if the tool can.
    asks: Option<&'static str>,
}

const TOOLS: &[Tool] = &[
    Tool {
        name: "cargo-nextest",
        version: "0.9.143",
        asks: Some("cargo-nextest nextest --version"),
    },
    Tool { name: "cargo-deny", version: "0.20.2", asks: Some("cargo-deny --version") },
    Tool { name: "cargo-fuzz", version: "0.13.2", asks: Some("cargo-fuzz --version") },
    Tool { name: "tauri-driver", version: "2.1.0", asks: None },
];

/// Installs, under the target directory, each tool that is not there at its version.
pub(crate) fn install_missing() -> Result<(), Failure> {
    let installed = installed();
    for tool in TOOLS {
        if tool.answers() || has(&installed, tool) {
            say::line(&format!("{} {}: there", tool.name, tool.version));
        } else {
            say::timed(&format!("installing {} {}", tool.name, tool.version), || tool.install())?;
        }
    }
    Ok(())
}

impl Tool {
    fn answers(&self) -> bool {
        let said = self.asks.and_then(|words| step(words).text().ok()).unwrap_or_default();
        said.split_whitespace().any(|word| word == self.version)
    }

    /// Unoptimised: each runs for seconds, and building it optimised takes minutes.
    fn install(&self) -> Result<(), Failure> {
        step("cargo install --locked --debug --force --root")
            .and(tree::tools())
            .and("--version")
            .and(self.version)
            .and(self.name)
            .with("CARGO_PROFILE_DEV_DEBUG", "false")
            .run()
    }
}

/// What Cargo itself has installed, here and for the user.
fn installed() -> String {
    let here = step("cargo install --list --root").and(tree::tools()).text();
    let user = step("cargo install --list").text();
    [here, user].into_iter().filter_map(Result::ok).collect()
}

fn has(installed: &str, tool: &Tool) -> bool {
    let line = format!("{} v{}:", tool.name, tool.version);
    installed.lines().any(|found| found == line)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_version_of_a_tool_is_not_the_tool() {
        let tool = Tool { name: "tauri-driver", version: "2.1.0", asks: None };

        assert!(has("tauri-driver v2.1.0:\n    tauri-driver\n", &tool));
        assert!(!has("tauri-driver v2.0.4:\n    tauri-driver\n", &tool));
    }
}
