//! One request and its response: within the limits, whole, or not at all.

use std::error::Error as _;
use std::time::Duration;

use counterfoil_seal::media;
use counterfoil_seal::problem::ProblemDetails;
use reqwest::header::{CONTENT_TYPE, HeaderMap, HeaderName, RETRY_AFTER};
use reqwest::{RequestBuilder, Response};

use crate::outcome::{FaultKind, LostKind, OfflineKind};

/// A whole response.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) retry_after: Option<Duration>,
    content_type: String,
    pub(crate) body: Vec<u8>,
}

/// There is no whole response.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NoAnswer {
    /// Nothing was sent.
    Offline(OfflineKind),
    /// Nothing was sent: the certificate is not the department's.
    Untrusted,
    /// The request may have arrived.
    Lost(LostKind),
    /// The response is over the limit.
    Oversized,
}

impl Answer {
    pub(crate) fn is_success(&self) -> bool {
        matches!(self.status, 200 | 201)
    }

    /// The problem details in the answer, if it carries sound ones for its own status.
    pub(crate) fn problem(&self) -> Option<ProblemDetails> {
        if self.media_type() != media::PROBLEM {
            return None;
        }
        let problem: ProblemDetails = serde_json::from_slice(&self.body).ok()?;
        (problem.is_sound() && problem.status == self.status).then_some(problem)
    }

    /// What answered, when the answer is neither a proof nor problem details.
    pub(crate) fn fault(&self) -> FaultKind {
        match self.status {
            300..=399 => FaultKind::Redirected(self.status),
            _ => FaultKind::Status(self.status),
        }
    }

    /// Whether this is a page for people, which no department answers with.
    pub(crate) fn is_web_page(&self) -> bool {
        matches!(self.media_type(), "text/html" | "application/xhtml+xml")
    }

    fn media_type(&self) -> &str {
        self.content_type.split(';').next().unwrap_or_default().trim()
    }
}

/// Sends `request` and reads the whole response, at most `response_max` bytes of it.
pub(crate) async fn exchange(
    request: RequestBuilder,
    response_max: usize,
) -> Result<Answer, NoAnswer> {
    let mut response = request.send().await.map_err(|error| no_answer(&error))?;
    let status = response.status().as_u16();
    let retry_after = retry_after(response.headers());
    let content_type = header(response.headers(), &CONTENT_TYPE).to_ascii_lowercase();
    let body = read_capped(&mut response, response_max).await?;
    Ok(Answer { status, retry_after, content_type, body })
}

async fn read_capped(response: &mut Response, max: usize) -> Result<Vec<u8>, NoAnswer> {
    let mut body = Vec::new();
    while let Some(chunk) = response.chunk().await.map_err(|error| no_answer(&error))? {
        if body.len() + chunk.len() > max {
            return Err(NoAnswer::Oversized);
        }
        body.extend_from_slice(&chunk);
    }
    Ok(body)
}

fn header<'a>(headers: &'a HeaderMap, name: &HeaderName) -> &'a str {
    headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
}

/// `Retry-After` in whole seconds; its form as a date is passed over, because a terminal's own
/// clock may be wrong by years. Source: RFC 9110 section 10.2.3.
fn retry_after(headers: &HeaderMap) -> Option<Duration> {
    let digits = header(headers, &RETRY_AFTER).trim();
    let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    // More digits than fit are a very long wait, not none.
    is_number.then(|| Duration::from_secs(digits.parse().unwrap_or(u64::MAX)))
}

fn no_answer(error: &reqwest::Error) -> NoAnswer {
    if is_untrusted(error) {
        return NoAnswer::Untrusted;
    }
    if error.is_connect() {
        return NoAnswer::Offline(match () {
            () if error.is_dns() => OfflineKind::Name,
            () if error.is_timeout() => OfflineKind::Timeout,
            () => OfflineKind::Connect,
        });
    }
    // Anything else may have happened after the request went out.
    NoAnswer::Lost(if error.is_timeout() { LostKind::Deadline } else { LostKind::Cut })
}

/// Whether TLS refused the other side's certificate. An `io::Error` wraps the TLS one without
/// naming it as its source, so it is asked for what it holds.
fn is_untrusted(error: &reqwest::Error) -> bool {
    let mut source = error.source();
    while let Some(cause) = source {
        let tls = cause.downcast_ref::<std::io::Error>().and_then(|io| io.get_ref()).map_or_else(
            || cause.downcast_ref::<rustls::Error>(),
            |inner| inner.downcast_ref::<rustls::Error>(),
        );
        if let Some(rustls::Error::InvalidCertificate(_)) = tls {
            return true;
        }
        source = cause.source();
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wait(value: &str) -> Option<Duration> {
        let mut headers = HeaderMap::new();
        headers.insert(RETRY_AFTER, value.parse().expect("is a header value"));
        retry_after(&headers)
    }

    #[test]
    fn retry_after_is_seconds_however_absurd_and_never_a_date() {
        assert_eq!(wait("120"), Some(Duration::from_secs(120)));
        assert_eq!(wait("99999999999999999999999"), Some(Duration::from_secs(u64::MAX)));
        assert_eq!(wait("-5"), None);
        assert_eq!(wait("Fri, 31 Dec 2099 23:59:59 GMT"), None);
        assert_eq!(wait(""), None);
    }
}
