//! Plays one fault to one connection. Every connection serves one request.

use std::io;
use std::sync::Arc;
use std::time::Duration;

use counterfoil_seal::acknowledgement::Acknowledgement;
use counterfoil_seal::digest::Digest;
use counterfoil_seal::media;
use counterfoil_seal::package::Package;
use counterfoil_seal::problem::{ProblemDetails, ProblemType};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use uuid::Uuid;

use super::{Fault, Shared, lock};
use crate::http::{self, Message};

const SIGN_IN: &[u8] = b"<!doctype html><title>Guest WiFi</title><h1>Sign in to go online</h1>";

/// Serves one connection; what the other side breaks off is its own affair.
pub(super) async fn play(mut stream: TcpStream, shared: Arc<Shared>) {
    let fault = lock(&shared.script).pop_front().unwrap_or(Fault::Pass);
    if fault == Fault::Close {
        return;
    }
    if let Ok(request) = http::read_request(&mut stream).await {
        lock(&shared.requests).push(request.first_line().to_owned());
        drop(answer(&mut stream, &shared, fault, &request).await);
    }
}

async fn answer(
    stream: &mut TcpStream,
    shared: &Shared,
    fault: Fault,
    request: &Message,
) -> io::Result<()> {
    match fault {
        Fault::Close => Ok(()),
        Fault::Hang => until_closed(stream).await,
        Fault::ResetMidResponse => reset_midway(stream, &genuine(shared, request)).await,
        Fault::CloseAfterCommit => http::forward(shared.inside, request).await.map(drop),
        Fault::HangAfterCommit => {
            http::forward(shared.inside, request).await?;
            until_closed(stream).await
        }
        Fault::ResetAfterCommit => {
            let response = http::forward(shared.inside, request).await?;
            reset_midway(stream, &response.body).await
        }
        Fault::StatusAfterCommit(status) => {
            http::forward(shared.inside, request).await?;
            respond(stream, status, &[("content-type", "text/html")], b"<h1>Bad gateway</h1>").await
        }
        Fault::CaptivePortal => {
            respond(stream, 200, &[("content-type", "text/html; charset=utf-8")], SIGN_IN).await
        }
        Fault::Redirect(status) => {
            let to = [("location", "http://wifi.example/sign-in"), ("content-type", "text/html")];
            respond(stream, status, &to, SIGN_IN).await
        }
        Fault::Garbage => acknowledge(stream, &[0xff; 200]).await,
        Fault::NotHttp => stream.write_all(b"220 mail.example ESMTP\r\n").await,
        Fault::AcknowledgesAnother => acknowledge(stream, &for_another(shared, request)).await,
        Fault::AcknowledgesOtherBytes => {
            acknowledge(stream, &for_other_bytes(shared, request)).await
        }
        Fault::BadSignature => acknowledge(stream, &forged(shared, request)).await,
        Fault::Truncated => {
            let whole = genuine(shared, request);
            acknowledge(stream, whole.split_at(whole.len() / 2).0).await
        }
        Fault::EndlessBody => drip(stream).await,
        Fault::HugeBody => acknowledge(stream, &vec![b'x'; 10 * 1024 * 1024]).await,
        Fault::Status(status, retry_after) => {
            let retry: Vec<_> =
                retry_after.map(|value| ("retry-after", value)).into_iter().collect();
            respond(stream, status, &retry, b"").await
        }
        Fault::Problem(kind) => problem(stream, kind).await,
        Fault::Pass => {
            let response = http::forward(shared.inside, request).await?;
            stream.write_all(format!("{}\r\n\r\n", response.head).as_bytes()).await?;
            stream.write_all(&response.body).await
        }
    }
}

async fn acknowledge(stream: &mut TcpStream, body: &[u8]) -> io::Result<()> {
    respond(stream, 200, &[("content-type", media::ACKNOWLEDGEMENT)], body).await
}

async fn problem(stream: &mut TcpStream, kind: ProblemType) -> io::Result<()> {
    let details = ProblemDetails::new(kind);
    let body = serde_json::to_vec(&details)?;
    respond(stream, details.status, &[("content-type", media::PROBLEM)], &body).await
}

async fn respond(
    stream: &mut TcpStream,
    status: u16,
    headers: &[(&str, &str)],
    body: &[u8],
) -> io::Result<()> {
    let headers: String =
        headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
    let length = body.len();
    let head = format!(
        "HTTP/1.1 {status} Said\r\n{headers}content-length: {length}\r\nconnection: close\r\n\r\n"
    );
    stream.write_all(head.as_bytes()).await?;
    stream.write_all(body).await
}

/// Promises the whole of `body`, sends half of it and resets the connection.
async fn reset_midway(stream: &mut TcpStream, body: &[u8]) -> io::Result<()> {
    let head = format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\n\r\n", body.len());
    stream.write_all(head.as_bytes()).await?;
    stream.write_all(body.split_at(body.len() / 2).0).await?;
    stream.set_zero_linger()
}

/// A byte every few milliseconds until the other side has had enough.
async fn drip(stream: &mut TcpStream) -> io::Result<()> {
    let head = b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n";
    stream.write_all(head).await?;
    let mut tick = tokio::time::interval(Duration::from_millis(5));
    loop {
        tick.tick().await;
        stream.write_all(b"1\r\n\x82\r\n").await?;
    }
}

async fn until_closed(stream: &mut TcpStream) -> io::Result<()> {
    let mut byte = [0];
    while stream.read(&mut byte).await? > 0 {}
    Ok(())
}

/// What the department would state of the package in `request`, had it taken it.
fn statement(request: &Message) -> Acknowledgement {
    let submission = Package::decode(request.body.clone())
        .map_or(Uuid::from_bytes([1; 16]), |package| package.facts().submission);
    Acknowledgement {
        submission,
        package: Digest::of(&request.body),
        department: "dvla".into(),
        department_reference: "DVLA-0000-0000".into(),
        received_at_ms: 0,
        epoch: 1,
    }
}

fn genuine(shared: &Shared, request: &Message) -> Vec<u8> {
    shared.department.sign(&statement(request))
}

fn for_another(shared: &Shared, request: &Message) -> Vec<u8> {
    let submission = Uuid::from_bytes([0xee; 16]);
    shared.department.sign(&Acknowledgement { submission, ..statement(request) })
}

fn for_other_bytes(shared: &Shared, request: &Message) -> Vec<u8> {
    let package = Digest::of(b"other bytes");
    shared.department.sign(&Acknowledgement { package, ..statement(request) })
}

/// The last bytes of a signed message are its signature.
fn forged(shared: &Shared, request: &Message) -> Vec<u8> {
    let mut bytes = genuine(shared, request);
    if let Some(last) = bytes.last_mut() {
        *last ^= 1;
    }
    bytes
}
