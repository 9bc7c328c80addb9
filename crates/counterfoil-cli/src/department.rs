//! `counterfoil department`

use std::fmt::Write as _;
use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;

use counterfoil_department::{Arrived, DepartmentError, SetUp};
use counterfoil_desk::SystemClock;
use serde::Serialize;
use tokio::net::TcpListener;

use crate::output;
use crate::refusal::Refusal;
use crate::terminal::is_fresh;

/// One submission as the department holds it.
#[derive(Serialize)]
struct Row {
    id: String,
    reference: String,
    sequence: u64,
    terminal: String,
    service: String,
    department_reference: String,
    recorded_at_ms: i64,
    received_at_ms: i64,
    puts: u64,
}

#[derive(Serialize)]
struct Code {
    code: String,
}

/// Runs until it is interrupted or told to end (SIGTERM); requests under way are finished.
pub(crate) fn serve(listen: SocketAddr, data_dir: &Path, demo: bool) -> Result<(), Refusal> {
    let fresh = is_fresh(data_dir);
    if fresh && !demo && !listen.ip().is_loopback() {
        return Err(Refusal::new(
            "not_set_up",
            "There is no department in this directory. Use --demo to set up a demonstration.",
        ));
    }
    if fresh && !demo {
        say_demonstration();
    }
    let runtime = tokio::runtime::Runtime::new().map_err(|_| failed())?;
    runtime.block_on(async {
        let listener = TcpListener::bind(listen).await.map_err(|_| {
            Refusal::new("address_in_use", "Nothing can listen there. Is it running already?")
        })?;
        announce(listener.local_addr().map_err(|_| failed())?);
        let clock = Arc::new(SystemClock::new());
        counterfoil_department::serve(listener, data_dir, &SetUp::dvla(true), clock, told_to_end())
            .await
            .map_err(Refusal::from)
    })
}

pub(crate) fn list(data_dir: &Path, json: bool) -> Result<(), Refusal> {
    let rows: Vec<Row> =
        counterfoil_department::list(data_dir)?.into_iter().map(Row::from).collect();
    output::print(&rows, json, |rows| {
        let mut text = String::new();
        for row in rows {
            let _ = writeln!(
                text,
                "{}  {}  no. {}  {}  {}",
                row.reference, row.id, row.sequence, row.department_reference, row.service
            );
        }
        text
    })
}

pub(crate) fn code(data_dir: &Path, json: bool) -> Result<(), Refusal> {
    let code = counterfoil_department::new_enrolment_code(data_dir)?;
    output::print(&Code { code }, json, |made| format!("{}\n", made.code))
}

impl From<Arrived> for Row {
    fn from(arrived: Arrived) -> Self {
        Self {
            id: arrived.id.to_string(),
            reference: arrived.reference,
            sequence: arrived.sequence,
            terminal: arrived.terminal.to_string(),
            service: arrived.service,
            department_reference: arrived.department_reference,
            recorded_at_ms: arrived.recorded_at_ms,
            received_at_ms: arrived.received_at_ms,
            puts: arrived.puts,
        }
    }
}

impl From<DepartmentError> for Refusal {
    fn from(error: DepartmentError) -> Self {
        tracing::warn!(%error, "the department");
        match error {
            DepartmentError::NotSetUp => {
                Self::new("not_set_up", "There is no department in this directory.")
            }
            DepartmentError::NewerFile { .. } => Self::new(
                "newer_file",
                "The department's database was written by a newer version of this program.",
            ),
            DepartmentError::Directory(_)
            | DepartmentError::Database(_)
            | DepartmentError::Key
            | DepartmentError::Definitions
            | DepartmentError::Random
            | DepartmentError::ReferencesSpent
            | DepartmentError::Network(_) => failed(),
        }
    }
}

fn failed() -> Refusal {
    Refusal::new("department_failed", "The department cannot go on. Its log says why.")
}

#[expect(clippy::print_stdout, reason = "programs that start a department read this line")]
fn announce(address: SocketAddr) {
    println!("listening on http://{address}");
}

#[expect(clippy::print_stderr, reason = "this is the program's word to its user")]
fn say_demonstration() {
    eprintln!(
        "note: nothing was set up here, so this is now a demonstration department: any terminal \
         on this machine may enrol, and it must not be used for real business."
    );
}

async fn told_to_end() {
    let interrupt = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        let kind = tokio::signal::unix::SignalKind::terminate();
        if let Ok(mut terminate) = tokio::signal::unix::signal(kind) {
            tokio::select! {
                _ = interrupt => {}
                _ = terminate.recv() => {}
            }
            return;
        }
    }
    let _ = interrupt.await;
}
