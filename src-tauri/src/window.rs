//! The one window, `counter`: our own screens and no way out of them.

use std::path::Path;

use tauri::webview::{NewWindowResponse, PermissionResponse};
use tauri::{App, Runtime, WebviewUrl, WebviewWindow, WebviewWindowBuilder};

use crate::origin;

/// The window's label, which the capability names.
pub(crate) const LABEL: &str = "counter";

/// Opens it. The web view keeps nothing: what is typed lives in memory until it is recorded.
pub(crate) fn open<R: Runtime>(app: &App<R>, data_dir: &Path) -> tauri::Result<WebviewWindow<R>> {
    let counter = WebviewWindowBuilder::new(app, LABEL, WebviewUrl::App("index.html".into()))
        .title("Counterfoil")
        .inner_size(1280.0, 960.0)
        .min_inner_size(320.0, 256.0)
        .on_navigation(origin::is_ours)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .on_download(|_, _| false)
        .on_permission_request(|_, _| PermissionResponse::Deny)
        .zoom_hotkeys_enabled(false)
        .general_autofill_enabled(false)
        .disable_drag_drop_handler()
        .devtools(false);
    let counter = if is_driven_by_a_test() {
        // Only a lasting profile can be driven. It lies beside the queue, where the tests look
        // for anything in the clear.
        counter.data_directory(data_dir.join("web-view"))
    } else {
        counter.incognito(true)
    };
    counter.build()
}

/// Whether WebDriver started this program. Never in a release: such a build cannot be driven.
fn is_driven_by_a_test() -> bool {
    cfg!(any(debug_assertions, feature = "automation"))
        && std::env::var_os("TAURI_WEBVIEW_AUTOMATION").is_some_and(|value| value == "true")
}
