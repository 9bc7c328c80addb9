//! The commands that the window can reach.

use tauri::Runtime;
use tauri::ipc::Invoke;

use crate::commands;

/// Answers one call from a window; Tauri has checked its grant before.
pub(crate) fn handler<R: Runtime>() -> impl Fn(Invoke<R>) -> bool + Send + Sync + 'static {
    tauri::generate_handler![
        commands::app_show,
        commands::session_sign_in,
        commands::session_sign_out,
        commands::home_show,
        commands::connection_show,
        commands::journey_start,
        commands::journey_page,
        commands::journey_answer,
        commands::journey_leave,
        commands::submission_record,
        commands::queue_list,
        commands::submission_show,
        commands::receipt_print,
        commands::receipt_save,
    ]
}
