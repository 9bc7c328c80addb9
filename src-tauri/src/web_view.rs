//! What Tauri has no hook for on Linux: the web view's own menus, dialogs and requests. Each is
//! answered "handled", which means: nothing happens.

use tauri::{Runtime, WebviewWindow};
use webkit2gtk::{FileChooserRequestExt, PermissionRequestExt, WebView, WebViewExt};

/// Silences them in `window`.
pub(crate) fn harden<R: Runtime>(window: &WebviewWindow<R>) -> tauri::Result<()> {
    window.with_webview(|platform| silence(&platform.inner()))
}

fn silence(view: &WebView) {
    view.connect_context_menu(|_, _, _, _| true);
    view.connect_print(|_, _| true);
    view.connect_script_dialog(|_, _| true);
    view.connect_run_file_chooser(|_, request| {
        request.cancel();
        true
    });
    view.connect_permission_request(|_, request| {
        request.deny();
        true
    });
}
