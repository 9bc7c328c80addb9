//! Tells Tauri which commands exist. A command that is not listed here would be open to every
//! window; one that is listed needs a grant in `capabilities/`.

use tauri_build::{AppManifest, Attributes};

fn main() {
    let manifest = AppManifest::new().commands(&[
        "app_show",
        "session_sign_in",
        "session_sign_out",
        "home_show",
        "connection_show",
        "journey_start",
        "journey_page",
        "journey_answer",
        "journey_leave",
        "submission_record",
        "queue_list",
        "submission_show",
        "receipt_print",
        "receipt_save",
    ]);
    tauri_build::try_build(Attributes::new().app_manifest(manifest))
        .expect("tauri.conf.json and the capabilities are valid");
}
