//! The HTTP side: paths, limits, statuses. Decides nothing about submissions.

use std::time::Duration;

use axum::Router;
use axum::body::Bytes;
use axum::extract::rejection::BytesRejection;
use axum::extract::{DefaultBodyLimit, Path, Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::{get, post, put};
use counterfoil_seal::digest::Digest;
use counterfoil_seal::media;
use counterfoil_seal::problem::{ProblemDetails, ProblemType};
use uuid::Uuid;

use crate::department::Department;
use crate::error::DepartmentError;
use crate::intake::Refusal;
use crate::{page, store};

/// Largest request body, in bytes.
const BODY_MAX: usize = 8 * 1024 * 1024;

/// Longest time for one request, so that a sender that drips cannot hold a connection for ever.
const REQUEST_TIME_MAX: Duration = Duration::from_secs(120);

/// Every path of the intake protocol, and the page that lists what arrived.
pub(crate) fn router(department: Department) -> Router {
    Router::new()
        .route("/", get(list))
        .route("/v1/health", get(health))
        .route("/v1/probe", post(probe))
        .route("/v1/terminals/{id}", post(enrol))
        .route("/v1/submissions/{id}", put(receive).get(acknowledgement))
        .layer(DefaultBodyLimit::max(BODY_MAX))
        .layer(middleware::from_fn(in_time))
        .with_state(department)
}

async fn in_time(request: Request, next: Next) -> Response {
    tokio::time::timeout(REQUEST_TIME_MAX, next.run(request))
        .await
        .unwrap_or_else(|_| StatusCode::REQUEST_TIMEOUT.into_response())
}

async fn health(State(department): State<Department>) -> Response {
    let asked = blocking(move || {
        let connection = department.connection();
        Ok(connection.query_row("SELECT 1", [], |_| Ok(())).map_err(DepartmentError::from)?)
    });
    answer(asked.await, |()| ([(header::CONTENT_TYPE, "application/json")], r#"{"status":"ok"}"#))
}

async fn list(State(department): State<Department>) -> Response {
    let asked = blocking(move || {
        let arrived = store::submission::list(&department.connection())?;
        Ok(page::render(department.name(), &arrived))
    });
    let headers = [
        (header::CONTENT_SECURITY_POLICY, "default-src 'none'; style-src 'unsafe-inline'"),
        (header::CACHE_CONTROL, "no-store"),
    ];
    answer(asked.await, |html| (headers, Html(html)))
}

async fn probe(State(department): State<Department>, body: Body) -> Response {
    let asked = body.map_err(unread).and_then(|bytes| department.pong(&bytes));
    answer(asked, |pong| ([(header::CONTENT_TYPE, media::PROBE)], pong))
}

async fn enrol(
    State(department): State<Department>,
    Path(id): Path<String>,
    body: Body,
) -> Response {
    let asked = blocking(move || department.enrol(uuid(&id)?, &body.map_err(unread)?)).await;
    answer(asked, |bytes| ([(header::CONTENT_TYPE, media::ENROLMENT)], bytes))
}

async fn receive(
    State(department): State<Department>,
    Path(id): Path<String>,
    headers: HeaderMap,
    body: Body,
) -> Response {
    let asked = blocking(move || {
        let body = body.map_err(unread)?;
        check_digest(&headers, &body)?;
        department.receive(uuid(&id)?, body.into())
    });
    answer(asked.await, |receipt| {
        let status = if receipt.first_time { StatusCode::CREATED } else { StatusCode::OK };
        (status, [(header::CONTENT_TYPE, media::ACKNOWLEDGEMENT)], receipt.acknowledgement)
    })
}

async fn acknowledgement(State(department): State<Department>, Path(id): Path<String>) -> Response {
    let asked = blocking(move || department.acknowledgement(uuid(&id)?)).await;
    answer(asked, |bytes| ([(header::CONTENT_TYPE, media::ACKNOWLEDGEMENT)], bytes))
}

type Body = Result<Bytes, BytesRejection>;

fn unread(rejection: BytesRejection) -> Refusal {
    match rejection.status() {
        StatusCode::PAYLOAD_TOO_LARGE => ProblemType::TooLarge.into(),
        _ => ProblemType::Malformed.into(),
    }
}

fn uuid(text: &str) -> Result<Uuid, Refusal> {
    Uuid::try_parse(text).map_err(|_| ProblemType::Malformed.into())
}

/// A `Content-Digest` that is there has to be right. Source: RFC 9530 section 2.
fn check_digest(headers: &HeaderMap, body: &[u8]) -> Result<(), Refusal> {
    match headers.get("content-digest").map(|value| value.to_str().unwrap_or_default()) {
        Some(value) if !Digest::of(body).agrees_with(value) => {
            Err(ProblemType::DigestMismatch.into())
        }
        _ => Ok(()),
    }
}

/// Runs `work`, which waits for the disk, off the threads that serve the network.
async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Refusal> + Send + 'static,
) -> Result<T, Refusal> {
    match tokio::task::spawn_blocking(work).await {
        Ok(outcome) => outcome,
        Err(panicked) => {
            tracing::error!(%panicked, "a request was lost");
            Err(ProblemType::Unavailable.into())
        }
    }
}

fn answer<T, R: IntoResponse>(
    outcome: Result<T, Refusal>,
    respond: impl FnOnce(T) -> R,
) -> Response {
    match outcome {
        Ok(value) => respond(value).into_response(),
        Err(Refusal::Problem(problem)) => problem_response(&problem),
        Err(Refusal::Fault(fault)) => {
            tracing::error!(
                error = &fault as &dyn std::error::Error,
                "the department is in trouble"
            );
            problem_response(&ProblemDetails::new(ProblemType::Unavailable))
        }
    }
}

fn problem_response(problem: &ProblemDetails) -> Response {
    let status = StatusCode::from_u16(problem.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let body = serde_json::to_vec(problem).unwrap_or_default();
    (status, [(header::CONTENT_TYPE, media::PROBLEM)], body).into_response()
}
