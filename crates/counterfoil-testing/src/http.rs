//! As little HTTP/1.1 as a fault needs: whole requests and responses as bytes.

use std::io;
use std::net::SocketAddr;

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

/// Largest message that is read, in bytes.
const MESSAGE_MAX: usize = 32 * 1024 * 1024;

/// A request or response as it came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// Request or status line and headers, without the empty line behind them.
    pub head: String,
    /// What came behind the empty line.
    pub body: Vec<u8>,
}

impl Message {
    /// The status of a response; 0 where there is none.
    #[must_use]
    pub fn status(&self) -> u16 {
        self.head.split(' ').nth(1).and_then(|word| word.parse().ok()).unwrap_or(0)
    }

    /// The value of header `name`, if it is there.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.head.lines().skip(1).find_map(|line| {
            let (found, value) = line.split_once(':')?;
            found.eq_ignore_ascii_case(name).then_some(value.trim())
        })
    }

    /// The request line, such as `GET /v1/health HTTP/1.1`.
    #[must_use]
    pub fn first_line(&self) -> &str {
        self.head.lines().next().unwrap_or_default()
    }
}

/// Sends one request to `to` on a connection of its own and reads the whole response.
///
/// # Errors
/// What the network refuses.
pub async fn request(
    to: SocketAddr,
    method: &str,
    path: &str,
    headers: &[(&str, &str)],
    body: &[u8],
) -> io::Result<Message> {
    let extra: String =
        headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
    let head = format!("{method} {path} HTTP/1.1\r\nhost: {to}\r\n{extra}");
    exchange(to, &head, body).await
}

/// Passes `message` on to `to` and reads the whole response.
///
/// # Errors
/// What the network refuses.
pub async fn forward(to: SocketAddr, message: &Message) -> io::Result<Message> {
    let kept = message.head.lines().filter(|line| {
        let name = line.split(':').next().unwrap_or_default().to_ascii_lowercase();
        !matches!(name.as_str(), "connection" | "content-length")
    });
    let head: String = kept.map(|line| format!("{line}\r\n")).collect();
    exchange(to, &head, &message.body).await
}

async fn exchange(to: SocketAddr, head: &str, body: &[u8]) -> io::Result<Message> {
    let mut stream = TcpStream::connect(to).await?;
    let head = format!("{head}content-length: {}\r\nconnection: close\r\n\r\n", body.len());
    stream.write_all(head.as_bytes()).await?;
    // The other side may answer and close before it has read a body that it will not take.
    let sent = stream.write_all(body).await;
    let mut bytes = Vec::new();
    let read = stream.take(MESSAGE_MAX as u64).read_to_end(&mut bytes).await;
    match split(&bytes) {
        Some(message) => Ok(message),
        None => Err(sent.and(read.map(drop)).err().unwrap_or(io::ErrorKind::UnexpectedEof.into())),
    }
}

/// Reads one whole request from `stream`.
///
/// # Errors
/// What the network refuses; [`io::ErrorKind::UnexpectedEof`] when it ends too soon.
pub async fn read_request(stream: &mut TcpStream) -> io::Result<Message> {
    let mut bytes = Vec::new();
    loop {
        if let Some(message) = split(&bytes) {
            let length = message.header("content-length").and_then(|text| text.parse().ok());
            if message.body.len() >= length.unwrap_or(0) {
                return Ok(message);
            }
        }
        if bytes.len() > MESSAGE_MAX || stream.read_buf(&mut bytes).await? == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
    }
}

fn split(bytes: &[u8]) -> Option<Message> {
    let end = bytes.windows(4).position(|window| window == b"\r\n\r\n")?;
    let (head, rest) = bytes.split_at_checked(end)?;
    let body = rest.get(4..)?.to_vec();
    Some(Message { head: String::from_utf8_lossy(head).into_owned(), body })
}
