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
    work: Notify,
}

impl Delivering {
    pub(crate) fn new() -> Self {
        let unknown = ConnectionView { state: ConnectionState::Unknown, checked_ms: 0 };
        Self { connection: watch::Sender::new(unknown), work: Notify::new() }
    }

    /// What is known of the way to the department.
    pub(crate) fn connection(&self) -> ConnectionView {
        self.connection.borrow().clone()
    }

    /// Something was recorded or released: look at once.
    pub(crate) fn wake(&self) {
        self.work.notify_one();
    }

    fn found(&self, state: ConnectionState, at: UnixMillis) -> ConnectionState {
        self.connection.send_replace(ConnectionView { state, checked_ms: at.0 }).state
    }
}

/// Asks for ever whether the department answers, and wakes delivery when it does.
pub(crate) async fn watch_connection(terminal: Arc<Terminal>, shared: Arc<Delivering>) {
    let mut ticks = tokio::time::interval(PROBE_EVERY);
    ticks.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    loop {
        ticks.tick().await;
        let state = match terminal.reach().await {
            Ok((state, _)) => state,
            Err(_) => ConnectionState::Unknown,
        };
        let now = terminal.clock.now().wall;
        let before = shared.found(state, now);
        if state == ConnectionState::Online {
            if before != ConnectionState::Online
                && let Err(error) = terminal.store.release_offline(now)
            {
                tracing::warn!(%error, "what waits could not be made due");
            }
            shared.wake();
        }
    }
}

/// Carries what is due, whenever it is woken and the department answers.
pub(crate) async fn deliver(terminal: Arc<Terminal>, shared: Arc<Delivering>) {
    loop {
        shared.work.notified().await;
        if shared.connection().state != ConnectionState::Online {
            continue;
        }
        if let Err(problem) = drain_due(&terminal).await {
            tracing::warn!(?problem, "delivery stopped for now");
        }
    }
}

async fn drain_due(terminal: &Terminal) -> Result<(), crate::bridge::Problem> {
    let Some(link) = terminal.link()? else { return Ok(()) };
    drain(terminal, &link, terminal.clock.now().wall).await.map(|_| ())
}
