//! The desk behind HTTP on this machine's loopback address, so that the pages can be tested in
//! an ordinary browser. Never packaged: it has no window to tell who is asking.
//!
//! `POST /command/<name>` takes a command's request as JSON and answers 200 with its view, or
//! 422 with `{"problem": "<code>"}`. Everything else is a file of the built user interface.

use std::net::SocketAddr;
use std::path::{Component, Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, Path as UrlPath, State};
use axum::http::{StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use axum::{Json, Router};
use clap::Parser;
use counterfoil_desk::{Desk, StartOptions};
use serde_json::{Value, json};

/// The largest request taken, in bytes: a page of the longest answers and then some.
const REQUEST_BYTES_MAX: usize = 1 << 20;

/// The window's own policy, but for commands that go over HTTP here.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; \
    img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'none'; \
    frame-ancestors 'none'; base-uri 'none'";

#[derive(Debug, Parser)]
#[command(about = "Serves the desk to a browser on this machine, for tests")]
struct Options {
    /// Where to listen; must be a loopback address. Port 0 picks a free one.
    #[arg(long, default_value = "127.0.0.1:0")]
    listen: SocketAddr,
    /// The built user interface (`ui/dist-http`).
    #[arg(long)]
    ui: PathBuf,
    /// The terminal's data directory.
    #[arg(long)]
    data_dir: PathBuf,
    /// Set the terminal up in demonstration mode when the directory does not exist yet.
    #[arg(long)]
    demo: bool,
    /// The department's address.
    #[arg(long)]
    department: Option<String>,
    /// The printer, such as `ipp://localhost:631/ipp/print`.
    #[arg(long)]
    printer: Option<String>,
    /// Where receipts are saved as PDF when there is no printer.
    #[arg(long)]
    receipts_dir: Option<PathBuf>,
}

struct Host {
    desk: Desk,
    ui: PathBuf,
}

#[tokio::main]
async fn main() -> ExitCode {
    let options = Options::parse();
    if !options.listen.ip().is_loopback() {
        tracing::error!("this host serves loopback addresses only");
        return ExitCode::from(2);
    }
    match serve(options).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}

async fn serve(options: Options) -> std::io::Result<()> {
    let desk = Desk::start(StartOptions {
        data_dir: options.data_dir,
        demonstration: options.demo,
        department_url: options.department,
        printer: options.printer,
        receipts_dir: options.receipts_dir,
    });
    let host = Arc::new(Host { desk, ui: options.ui });
    let app = Router::new()
        .route("/command/{name}", post(command))
        .fallback(file)
        .layer(DefaultBodyLimit::max(REQUEST_BYTES_MAX))
        .with_state(host);
    let listener = tokio::net::TcpListener::bind(options.listen).await?;
    announce(listener.local_addr()?);
    axum::serve(listener, app).await
}

#[expect(clippy::print_stdout, reason = "the tests that start this read the address from it")]
fn announce(address: SocketAddr) {
    println!("listening on http://{address}");
}

async fn command(
    State(host): State<Arc<Host>>,
    UrlPath(name): UrlPath<String>,
    body: Bytes,
) -> Response {
    let request = if body.is_empty() {
        Value::Null
    } else {
        serde_json::from_slice(&body).unwrap_or(Value::Null)
    };
    match host.desk.dispatch(&name, request).await {
        Ok(view) => Json(view).into_response(),
        Err(problem) => {
            (StatusCode::UNPROCESSABLE_ENTITY, Json(json!({ "problem": problem }))).into_response()
        }
    }
}

async fn file(State(host): State<Arc<Host>>, uri: Uri) -> Response {
    let asked = Path::new(uri.path().trim_start_matches('/'));
    let inside = asked.components().all(|part| matches!(part, Component::Normal(_)));
    if !inside {
        return StatusCode::NOT_FOUND.into_response();
    }
    let name = if asked.as_os_str().is_empty() { Path::new("index.html") } else { asked };
    match std::fs::read(host.ui.join(name)) {
        Ok(bytes) => {
            let headers = [
                (header::CONTENT_TYPE, content_type(name)),
                (header::CONTENT_SECURITY_POLICY, POLICY),
            ];
            (headers, bytes).into_response()
        }
        Err(_) => StatusCode::NOT_FOUND.into_response(),
    }
}

fn content_type(name: &Path) -> &'static str {
    match name.extension().and_then(|ending| ending.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        _ => "application/octet-stream",
    }
}
