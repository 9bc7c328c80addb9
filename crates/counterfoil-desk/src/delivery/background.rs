//! Delivery while the counter works: one task knows whether the department answers, the other
//! carries what is due.

use std::sync::Arc;
use std::time::Duration;

use counterfoil_queue::time::UnixMillis;
use tokio::sync::{Notify, watch};

use crate::bridge::{ConnectionState, ConnectionView};
use crate::delivery::pass::drain;
use crate::terminal::Terminal;

/// Between two questions whether the department answers.
const PROBE_EVERY: Duration = Duration::from_secs(2);

/// What the background tasks share with the commands.
#[derive(Debug)]
pub(crate) struct Delivering {
    connection: watch::Sender<ConnectionView>,
    /// The departments that answered the last question.
    answered: watch::Sender<Vec<String>>,
    work: Notify,
}

impl Delivering {
    pub(crate) fn new() -> Self {
        let unknown = ConnectionView { state: ConnectionState::Unknown, checked_ms: 0 };
        Self {
            connection: watch::Sender::new(unknown),
            answered: watch::Sender::new(Vec::new()),
            work: Notify::new(),
        }
    }

    /// What is known of the way to the department.
    pub(crate) fn connection(&self) -> ConnectionView {
        self.connection.borrow().clone()
    }

    /// Something was recorded or released: look at once.
    pub(crate) fn wake(&self) {
        self.work.notify_one();
    }

    fn found(&self, state: ConnectionState, at: UnixMillis) {
        self.connection.send_replace(ConnectionView { state, checked_ms: at.0 });
    }

    fn reached(&self, departments: Vec<String>) {
        self.answered.send_replace(departments);
    }
}

/// Asks for ever whether the department answers, and wakes delivery when it does.
pub(crate) async fn watch_connection(terminal: Arc<Terminal>, shared: Arc<Delivering>) {
    let mut ticks = tokio::time::interval(PROBE_EVERY);
    ticks.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    // The departments that answered last time.
    let mut before: Vec<String> = Vec::new();
    loop {
        ticks.tick().await;
        let (state, links) = match terminal.reach().await {
            Ok(reached) => reached,
            Err(_) => (ConnectionState::Unknown, Vec::new()),
        };
        let now = terminal.clock.now().wall;
        shared.found(state, now);
        let mut answered: Vec<String> = links.into_iter().map(|link| link.department).collect();
        answered.sort_unstable();
        for department in answered.iter().filter(|one| !before.contains(one)) {
            if let Err(error) = terminal.store.release_offline(department, now) {
                tracing::warn!(%error, "what waits could not be made due");
            }
        }
        shared.reached(answered.clone());
        if !answered.is_empty() {
            shared.wake();
        }
        before = answered;
    }
}

/// Carries what is due, whenever it is woken and the department answers.
pub(crate) async fn deliver(terminal: Arc<Terminal>, shared: Arc<Delivering>) {
    loop {
        shared.work.notified().await;
        let answered = shared.answered.borrow().clone();
        if let Err(problem) = drain_due(&terminal, &answered).await {
            tracing::warn!(?problem, "delivery stopped for now");
        }
    }
}

/// Carries what is due to the departments that answered.
async fn drain_due(terminal: &Terminal, answered: &[String]) -> Result<(), crate::bridge::Problem> {
    let links = if answered.is_empty() { Vec::new() } else { terminal.links()? };
    for link in links.iter().filter(|link| answered.contains(&link.department)) {
        drain(terminal, link, terminal.clock.now().wall).await?;
    }
    Ok(())
}
