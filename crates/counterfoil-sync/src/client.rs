//! The client of one department's intake.

use std::sync::Once;

use counterfoil_queue::ids::{SubmissionId, TerminalId};
use counterfoil_seal::acknowledgement::Acknowledgement;
use counterfoil_seal::digest::Digest;
use counterfoil_seal::enrolment::Enrolled;
use counterfoil_seal::keys::DepartmentKeys;
use counterfoil_seal::media;
use counterfoil_seal::package::Package;
use counterfoil_seal::probe::{self, Nonce, Pong};
use reqwest::header::{ACCEPT, CONTENT_TYPE};
use reqwest::{Client, RequestBuilder, Url, redirect, retry};

use crate::exchange::exchange;
use crate::judge;
use crate::limits::Limits;
use crate::outcome::{EnrolOutcome, GetOutcome, PutOutcome, Reached, Unreached};

/// Why there is no client for this address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NoClient {
    /// Not a web address, or one with a user name, a query or a fragment.
    #[error("the department's address is not a plain web address")]
    Address,
    /// `http:` to another machine. Unencrypted is for loopback only.
    #[error("the department's address must begin with https:")]
    NotEncrypted,
    /// TLS could not be set up on this machine, such as without any root certificates.
    #[error("TLS cannot be set up on this machine")]
    Tls,
}

/// Talks to one department. Cheap to clone; clones share connections.
#[derive(Debug, Clone)]
pub struct IntakeClient {
    http: Client,
    base: Url,
    limits: Limits,
}

impl IntakeClient {
    /// A client for the intake at `base_url`, such as `https://intake.example.gov.uk/`.
    ///
    /// Follows no redirects, uses no proxy, keeps no cookies and retries nothing by itself.
    ///
    /// # Errors
    /// [`NoClient`] says why not.
    pub fn new(base_url: &str, limits: Limits) -> Result<Self, NoClient> {
        let base = base(base_url)?;
        install_tls();
        let mut builder = Client::builder()
            .redirect(redirect::Policy::none())
            .retry(retry::never())
            .no_proxy()
            .referer(false)
            .connect_timeout(limits.connect)
            .timeout(limits.total);
        if base.scheme() == "http" {
            // No TLS will be spoken, so a machine without root certificates will do.
            builder = builder.tls_certs_only([]);
        }
        let http = builder.build().map_err(|_| NoClient::Tls)?;
        Ok(Self { http, base, limits })
    }

    /// Asks for a signed answer to `nonce`, 16 fresh random bytes.
    ///
    /// # Errors
    /// [`Unreached`] says whether nobody answered or somebody else did.
    pub async fn probe(&self, keys: &DepartmentKeys, nonce: Nonce) -> Result<Reached, Unreached> {
        let request = self
            .http
            .post(self.url("v1/probe"))
            .timeout(self.limits.probe)
            .header(CONTENT_TYPE, media::PROBE)
            .header(ACCEPT, media::PROBE)
            .body(probe::ping(nonce));
        judge::probe(self.send(request).await, |body| Pong::verify(body, keys, nonce))
    }

    /// Enrols `terminal` with `request`, made by [`counterfoil_seal::enrolment::Request::sign`].
    /// The same request may be sent again after any outcome.
    pub async fn enrol(&self, terminal: TerminalId, request: &[u8]) -> EnrolOutcome {
        let sent = self
            .http
            .post(self.url(&format!("v1/terminals/{terminal}")))
            .header(CONTENT_TYPE, media::ENROLMENT)
            .header(ACCEPT, media::ENROLMENT)
            .body(request.to_vec());
        judge::enrol(self.send(sent).await, |body| Enrolled::verify(body, request))
    }

    /// Sends `package`. The same bytes may be sent again after any outcome.
    pub async fn put(&self, keys: &DepartmentKeys, package: &Package) -> PutOutcome {
        let id = SubmissionId(package.facts().submission);
        let digest = package.digest();
        let request = self
            .http
            .put(self.url(&format!("v1/submissions/{id}")))
            .header(CONTENT_TYPE, media::PACKAGE)
            .header(ACCEPT, media::ACKNOWLEDGEMENT)
            .header("content-digest", digest.to_content_digest())
            // A structured-field string. Source: draft-ietf-httpapi-idempotency-key-header.
            .header("idempotency-key", format!("\"{id}\""))
            .body(package.bytes().to_vec());
        judge::put(self.send(request).await, |body| {
            Acknowledgement::verify(body, keys, id.0, digest)
        })
    }

    /// Asks whether the department has submission `id` as the package with SHA-256 `package`.
    pub async fn get(
        &self,
        keys: &DepartmentKeys,
        id: SubmissionId,
        package: Digest,
    ) -> GetOutcome {
        let request = self
            .http
            .get(self.url(&format!("v1/submissions/{id}")))
            .header(ACCEPT, media::ACKNOWLEDGEMENT);
        judge::get(self.send(request).await, |body| {
            Acknowledgement::verify(body, keys, id.0, package)
        })
    }

    async fn send(
        &self,
        request: RequestBuilder,
    ) -> Result<crate::exchange::Answer, crate::exchange::NoAnswer> {
        exchange(request, self.limits.response_max).await
    }

    /// `path` is made of fixed words and UUIDs and goes behind the base's own path.
    fn url(&self, path: &str) -> Url {
        let mut url = self.base.clone();
        let whole = format!("{}{path}", self.base.path());
        url.set_path(&whole);
        url
    }
}

/// The address, ending in a slash.
fn base(text: &str) -> Result<Url, NoClient> {
    let mut url = Url::parse(text).map_err(|_| NoClient::Address)?;
    let plain = url.username().is_empty()
        && url.password().is_none()
        && url.query().is_none()
        && url.fragment().is_none();
    match (plain, url.scheme()) {
        (true, "https") => {}
        (true, "http") if is_loopback(&url) => {}
        (true, "http") => return Err(NoClient::NotEncrypted),
        _ => return Err(NoClient::Address),
    }
    if !url.path().ends_with('/') {
        let path = format!("{}/", url.path());
        url.set_path(&path);
    }
    Ok(url)
}

/// Loopback by number, or by the one name that always means it. Source: RFC 6761 section 6.3.
fn is_loopback(url: &Url) -> bool {
    let host = url.host_str().unwrap_or_default();
    let number = host.trim_start_matches('[').trim_end_matches(']');
    host == "localhost"
        || number.parse::<std::net::IpAddr>().is_ok_and(|address| address.is_loopback())
}

/// Chooses ring for TLS, once in the life of the process. Somebody else's earlier choice stands.
fn install_tls() {
    static INSTALLED: Once = Once::new();
    INSTALLED.call_once(|| drop(rustls::crypto::ring::default_provider().install_default()));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(address: &str) -> Option<NoClient> {
        IntakeClient::new(address, Limits::default()).err()
    }

    #[test]
    fn unencrypted_is_for_this_machine_only() {
        for loopback in ["http://127.0.0.1:8400", "http://[::1]:8400/", "http://localhost/x"] {
            assert_eq!(refusal(loopback), None, "{loopback}");
        }
        for elsewhere in [
            "http://intake.example.gov.uk",
            "http://192.168.1.4/",
            "http://localhost.example.org/",
            "http://127.0.0.1.example.org/",
        ] {
            assert_eq!(refusal(elsewhere), Some(NoClient::NotEncrypted), "{elsewhere}");
        }
    }

    #[test]
    fn only_a_plain_web_address_will_do() {
        for address in [
            "",
            "intake.example.gov.uk",
            "file:///etc/passwd",
            "https://name:word@intake.example.gov.uk/",
            "https://intake.example.gov.uk/?a=1",
            "https://intake.example.gov.uk/#a",
        ] {
            assert_eq!(refusal(address), Some(NoClient::Address), "{address}");
        }
    }

    #[test]
    fn paths_go_behind_the_departments_own() {
        let client = IntakeClient::new("http://127.0.0.1/intake", Limits::default())
            .expect("is a plain address");

        assert_eq!(client.url("v1/probe").as_str(), "http://127.0.0.1/intake/v1/probe");
    }
}
