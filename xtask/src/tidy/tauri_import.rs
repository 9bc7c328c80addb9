//! Of the screens, only the host for the window knows Tauri, so that all others run in a browser.

use super::Fault;
use super::sources::Source;

const KNOWS: &str = "ui/src/host/tauri.ts";
const PACKAGES: &str = "@tauri-apps/";

/// Files that import Tauri's packages and should not.
pub(super) fn check(sources: &[Source]) -> Vec<Fault> {
    let others = sources.iter().filter(|source| source.is_script() && source.path != KNOWS);
    let wrong = others.filter(|source| source.text.contains(PACKAGES));
    wrong.map(|source| format!("{} imports {PACKAGES}", source.path)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tauri_in_a_page_is_a_fault() {
        let import = "import { invoke } from \"@tauri-apps/api/core\";\n";
        let sources = [Source::planted(KNOWS, import), Source::planted("ui/src/app.ts", import)];

        assert_eq!(check(&sources), ["ui/src/app.ts imports @tauri-apps/"]);
    }
}
