//! Where our own screens are served from. Nothing else may ever be shown in the window.

use tauri::Url;

/// Whether `url` is one of our own screens.
///
/// Tauri serves them from `tauri://localhost`, and on Windows, where the web view cannot take
/// a scheme of our own, from `http://tauri.localhost`.
pub(crate) fn is_ours(url: &Url) -> bool {
    match (url.scheme(), url.host_str()) {
        ("tauri", Some("localhost")) => true,
        ("http", Some("tauri.localhost")) => cfg!(windows),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ours(url: &str) -> bool {
        is_ours(&Url::parse(url).expect("it is a URL"))
    }

    #[test]
    fn only_our_own_screens_may_be_shown() {
        assert!(ours("tauri://localhost/index.html"));
        for foreign in [
            "https://localhost/",
            "http://127.0.0.1:8750/",
            "tauri://elsewhere/",
            "file:///etc/passwd",
            "data:text/html,hello",
            "about:blank",
            "javascript:alert(1)",
        ] {
            assert!(!ours(foreign), "{foreign}");
        }
    }
}
