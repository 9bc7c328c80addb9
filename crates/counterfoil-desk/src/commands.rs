//! The commands of the bridge by name, for hosts that are not windows.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::bridge::Problem;
use crate::desk::Desk;

/// Every command of the bridge. A window's capability file grants from this list.
pub const COMMANDS: &[&str] = &[
    "app_show",
    "connection_show",
    "home_show",
    "journey_answer",
    "journey_leave",
    "journey_page",
    "journey_start",
    "queue_list",
    "receipt_print",
    "receipt_save",
    "session_sign_in",
    "session_sign_out",
    "submission_record",
    "submission_show",
];

impl Desk {
    /// Runs the command called `name` with its request as JSON.
    ///
    /// # Errors
    /// [`Problem::BadRequest`] for an unknown name or a request that is not the command's;
    /// otherwise the command's.
    pub async fn dispatch(&self, name: &str, request: Value) -> Result<Value, Problem> {
        match name {
            "app_show" => view(self.app_show().await),
            "connection_show" => view(self.connection_show().await),
            "home_show" => view(self.home_show(read(request)?).await),
            "journey_answer" => view(self.journey_answer(read(request)?).await),
            "journey_leave" => view(self.journey_leave().await),
            "journey_page" => view(self.journey_page(read(request)?).await),
            "journey_start" => view(self.journey_start(read(request)?).await),
            "queue_list" => view(self.queue_list(read(request)?).await),
            "receipt_print" => view(self.receipt_print(read(request)?).await),
            "receipt_save" => view(self.receipt_save(read(request)?).await),
            "session_sign_in" => view(self.session_sign_in(read(request)?).await),
            "session_sign_out" => view(self.session_sign_out().await),
            "submission_record" => view(self.submission_record(read(request)?).await),
            "submission_show" => view(self.submission_show(read(request)?).await),
            _ => Err(Problem::BadRequest),
        }
    }
}

fn read<T: DeserializeOwned>(request: Value) -> Result<T, Problem> {
    serde_json::from_value(request).map_err(|_| Problem::BadRequest)
}

fn view<T: Serialize>(outcome: Result<T, Problem>) -> Result<Value, Problem> {
    serde_json::to_value(outcome?).map_err(|_| Problem::CallSupport)
}
