//! Opening the window over the product's use cases.

use counterfoil_desk::{Desk, StartOptions};
use tauri::{App, Manager, Wry};

use crate::arguments::Arguments;
use crate::{handler, window};

/// Runs until the window is closed.
///
/// # Errors
/// When no window can be opened, such as without a display. Whatever else is wrong with this
/// terminal is said on its screen.
pub(crate) fn run(arguments: Arguments) -> tauri::Result<()> {
    tauri::Builder::default()
        .invoke_handler(handler::handler())
        .setup(|app| Ok(set_up(app, arguments)?))
        .run(tauri::generate_context!())
}

/// The desk opens its database while the web view starts; both take their time.
fn set_up(app: &mut App<Wry>, arguments: Arguments) -> tauri::Result<()> {
    let data_dir = arguments.data_dir.clone();
    let options = StartOptions::from(arguments);
    let starting = tauri::async_runtime::spawn_blocking(|| start(options));
    let counter = window::open(app, &data_dir)?;
    #[cfg(target_os = "linux")]
    crate::web_view::harden(&counter)?;
    // The screens are served from this very thread, so none can ask before this is in place.
    app.manage(tauri::async_runtime::block_on(starting)?);
    Ok(())
}

fn start(options: StartOptions) -> Desk {
    Desk::start(options)
}
