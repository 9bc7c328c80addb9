//! A department behind the worst of networks: each request meets the next fault of a script,
//! and past the script's end a real department inside.
//!
//! Start reading at [`Fault`]. A test says what goes wrong and in what order, then that nothing
//! was taken for received, then that the same bytes arrive once.

use std::collections::VecDeque;
use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use counterfoil_department::{Arrived, Department, SetUp};
use counterfoil_seal::keys::{DepartmentKeys, SealingPublic};
use counterfoil_seal::problem::ProblemType;
use tempfile::TempDir;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

use crate::clock::{NOON, TestClock};

mod play;

/// What goes wrong with one request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// The connection is closed before the request is read.
    Close,
    /// The request is read and never answered.
    Hang,
    /// The response is reset in its middle. The department never saw the request.
    ResetMidResponse,
    /// The department takes it; then the connection closes without an answer.
    CloseAfterCommit,
    /// The department takes it; then nothing is ever answered.
    HangAfterCommit,
    /// The department takes it; its answer is reset in the middle.
    ResetAfterCommit,
    /// The department takes it; a server in between answers with this status.
    StatusAfterCommit(u16),
    /// A sign-in page with status 200.
    CaptivePortal,
    /// A redirect to the sign-in page, with this status.
    Redirect(u16),
    /// Status 200 and bytes that are no CBOR, under the right media type.
    Garbage,
    /// Something that is not HTTP.
    NotHttp,
    /// The department's true signature, for another submission.
    AcknowledgesAnother,
    /// The department's true signature, for other bytes under the same id.
    AcknowledgesOtherBytes,
    /// A right statement with a signature that does not fit.
    BadSignature,
    /// An acknowledgement cut off in its middle, in a whole response.
    Truncated,
    /// A right start, then a byte now and then without end.
    EndlessBody,
    /// Ten megabytes.
    HugeBody,
    /// A bare status, with `Retry-After` if given.
    Status(u16, Option<&'static str>),
    /// Problem details, as a department gives them.
    Problem(ProblemType),
    /// The real department.
    Pass,
}

struct Shared {
    department: Department,
    inside: SocketAddr,
    script: Mutex<VecDeque<Fault>>,
    requests: Mutex<Vec<String>>,
}

/// The server. Stops when dropped.
pub struct FaultDepartment {
    address: SocketAddr,
    shared: Arc<Shared>,
    inside: JoinHandle<()>,
    door: Option<JoinHandle<()>>,
    _data_dir: TempDir,
}

impl FaultDepartment {
    /// A fresh department in demonstration mode, its clock at noon, and no faults yet.
    ///
    /// # Errors
    /// What the machine refuses.
    pub async fn start() -> io::Result<Self> {
        let data_dir = TempDir::new()?;
        let clock = Arc::new(TestClock::at(NOON));
        let department = Department::open(data_dir.path(), &SetUp::dvla(true), clock)
            .map_err(io::Error::other)?;
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let inside = listener.local_addr()?;
        let served = department.clone().serve(listener, std::future::pending());
        let served = tokio::spawn(async { drop(served.await) });
        let shared = Arc::new(Shared {
            department,
            inside,
            script: Mutex::default(),
            requests: Mutex::default(),
        });
        let door = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let address = door.local_addr()?;
        let door = Some(open_door(door, Arc::clone(&shared)));
        Ok(Self { address, shared, inside: served, door, _data_dir: data_dir })
    }

    /// Where it listens, such as `http://127.0.0.1:41234/`.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://{}/", self.address)
    }

    /// Where the real department inside listens, past all faults.
    #[must_use]
    pub fn inside(&self) -> SocketAddr {
        self.shared.inside
    }

    /// The next requests meet these faults, one each, behind those already in the script.
    pub fn script(&self, faults: impl IntoIterator<Item = Fault>) {
        lock(&self.shared.script).extend(faults);
    }

    /// Faults that no request has met yet.
    #[must_use]
    pub fn faults_left(&self) -> usize {
        lock(&self.shared.script).len()
    }

    /// Every request line that was read, in order.
    #[must_use]
    pub fn requests(&self) -> Vec<String> {
        lock(&self.shared.requests).clone()
    }

    /// What the real department verifies with.
    #[must_use]
    pub fn keys(&self) -> DepartmentKeys {
        self.shared.department.keys()
    }

    /// The key to seal to.
    #[must_use]
    pub fn sealing_key(&self) -> SealingPublic {
        self.shared.department.sealing_key()
    }

    /// What has arrived at the real department.
    ///
    /// # Errors
    /// What its database refuses.
    pub fn arrived(&self) -> io::Result<Vec<Arrived>> {
        self.shared.department.list().map_err(io::Error::other)
    }

    /// From now on connections are refused.
    pub async fn go_dark(&mut self) {
        if let Some(door) = self.door.take() {
            door.abort();
            // Only when the task has ended is its socket closed.
            drop(door.await);
        }
    }

    /// Listens again, at the same address.
    ///
    /// # Errors
    /// What the machine refuses.
    pub async fn come_back(&mut self) -> io::Result<()> {
        if self.door.is_none() {
            let listener = TcpListener::bind(self.address).await?;
            self.door = Some(open_door(listener, Arc::clone(&self.shared)));
        }
        Ok(())
    }
}

impl Drop for FaultDepartment {
    fn drop(&mut self) {
        self.inside.abort();
        if let Some(door) = &self.door {
            door.abort();
        }
    }
}

fn open_door(listener: TcpListener, shared: Arc<Shared>) -> JoinHandle<()> {
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(play::play(stream, Arc::clone(&shared)));
        }
    })
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
