//! Runs a department on a socket until it is told to stop.

use std::future::Future;
use std::path::Path;
use std::sync::Arc;

use counterfoil_queue::time::Clock;
use tokio::net::TcpListener;

use crate::department::{Department, SetUp};
use crate::error::DepartmentError;
use crate::routes;

/// Serves the department in `data_dir` on `listener` until `shutdown` completes; requests under
/// way are finished first. A fresh directory becomes what `set_up` says.
///
/// # Errors
/// [`DepartmentError`]: what the disk, the database or the network refused.
pub async fn serve(
    listener: TcpListener,
    data_dir: &Path,
    set_up: &SetUp,
    clock: Arc<dyn Clock>,
    shutdown: impl Future<Output = ()> + Send + 'static,
) -> Result<(), DepartmentError> {
    Department::open(data_dir, set_up, clock)?.serve(listener, shutdown).await
}

impl Department {
    /// Serves this open department on `listener` until `shutdown` completes; requests under way
    /// are finished first.
    ///
    /// # Errors
    /// [`DepartmentError::Network`].
    pub async fn serve(
        self,
        listener: TcpListener,
        shutdown: impl Future<Output = ()> + Send + 'static,
    ) -> Result<(), DepartmentError> {
        axum::serve(listener, routes::router(self))
            .with_graceful_shutdown(shutdown)
            .await
            .map_err(DepartmentError::Network)
    }

    /// What has arrived, newest first; at most 10,000.
    ///
    /// # Errors
    /// [`DepartmentError::Database`].
    pub fn list(&self) -> Result<Vec<crate::Arrived>, DepartmentError> {
        crate::store::submission::list(&self.connection())
    }
}
