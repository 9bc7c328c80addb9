//! Grant and refusal: the counter's window reaches every command, no other window reaches any.

use counterfoil_desk::{COMMANDS, Desk, StartOptions};
use serde_json::{Value, json};
use tauri::ipc::{CallbackFn, InvokeBody};
use tauri::test::{INVOKE_KEY, MockRuntime, get_ipc_response, mock_builder};
use tauri::webview::InvokeRequest;
use tauri::{App, Manager, WebviewUrl, WebviewWindow, WebviewWindowBuilder};
use tempfile::TempDir;

use crate::{handler, window};

struct Shell {
    app: App<MockRuntime>,
    _data: TempDir,
}

fn shell() -> Shell {
    let data = TempDir::new().expect("a temporary directory can be made");
    let options = StartOptions {
        data_dir: data.path().to_owned(),
        demonstration: true,
        department_url: None,
        printer: None,
        receipts_dir: None,
    };
    let app = mock_builder()
        .invoke_handler(handler::handler())
        .build(tauri::generate_context!(test = true))
        .expect("the shell's configuration is valid");
    app.manage(tauri::async_runtime::block_on(async { Desk::start(options) }));
    Shell { app, _data: data }
}

fn window(shell: &Shell, label: &str) -> WebviewWindow<MockRuntime> {
    let builder = WebviewWindowBuilder::new(&shell.app, label, WebviewUrl::default());
    builder.build().expect("a window of the test runtime opens")
}

/// Calls `command` as a page of our own in `window` would, from the address `url`.
fn call(window: &WebviewWindow<MockRuntime>, command: &str, url: &str) -> Result<Value, Value> {
    let request = InvokeRequest {
        cmd: command.into(),
        callback: CallbackFn(0),
        error: CallbackFn(1),
        url: url.parse().expect("it is a URL"),
        body: InvokeBody::Json(json!({ "request": {} })),
        headers: Default::default(),
        invoke_key: INVOKE_KEY.into(),
    };
    get_ipc_response(window, request).map(|body| body.deserialize().expect("it is JSON"))
}

/// Where Tauri serves our screens from on this platform.
const OURS: &str = if cfg!(windows) { "http://tauri.localhost" } else { "tauri://localhost" };

fn is_refused(answer: &Result<Value, Value>) -> bool {
    let said = answer.as_ref().err().and_then(Value::as_str).unwrap_or_default();
    said.contains("not allowed")
}

#[test]
fn the_counter_window_reaches_every_command() {
    let shell = shell();
    let counter = window(&shell, window::LABEL);

    for command in COMMANDS {
        let answer = call(&counter, command, OURS);

        assert!(!is_refused(&answer), "{command}: {answer:?}");
        let unknown = answer.as_ref().err().and_then(Value::as_str).unwrap_or_default();
        assert!(!unknown.contains("not found"), "{command}: {unknown}");
    }
}

#[test]
fn a_command_of_the_counter_window_is_answered() {
    let shell = shell();
    let counter = window(&shell, window::LABEL);

    let answer = call(&counter, "app_show", OURS).expect("it is granted");

    assert_eq!(answer["version"], env!("CARGO_PKG_VERSION"));
}

#[test]
fn another_window_reaches_no_command() {
    let shell = shell();
    let other = window(&shell, "other");

    for command in COMMANDS {
        let answer = call(&other, command, OURS);

        assert!(is_refused(&answer), "{command} answered {answer:?}");
    }
}

#[test]
fn a_foreign_page_in_the_counter_window_reaches_no_command() {
    let shell = shell();
    let counter = window(&shell, window::LABEL);

    for command in COMMANDS {
        let answer = call(&counter, command, "https://example.org/");

        assert!(is_refused(&answer), "{command} answered {answer:?}");
    }
}

#[test]
fn no_command_of_tauri_itself_is_granted() {
    let shell = shell();
    let counter = window(&shell, window::LABEL);

    for command in ["plugin:window|close", "plugin:event|emit", "plugin:path|resolve_directory"] {
        assert!(is_refused(&call(&counter, command, OURS)), "{command}");
    }
}
