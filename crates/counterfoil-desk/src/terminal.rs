//! One terminal, open: what every use case works on.

use std::path::PathBuf;
use std::sync::Arc;

use counterfoil_form::{ModulusTable, Service, catalogue};
use counterfoil_print::Printer;
use counterfoil_queue::time::Clock;
use counterfoil_store::{Act, Store};
use jiff::civil::Date;

use crate::StartOptions;
use crate::bridge::Problem;
use crate::clock::{SystemClock, local_date};
use crate::set_up::set_up_demonstration;
use crate::sort_codes;

/// Where a demonstration terminal looks for its department when it is told nothing else: where
/// `cargo xtask run` starts one.
pub const DEMONSTRATION_DEPARTMENT: &str = "http://127.0.0.1:8750";

/// One terminal, open. Calls block on the disk; run them off the asynchronous threads.
pub struct Terminal {
    pub(crate) store: Store,
    /// In the order of the home screen.
    pub(crate) services: Vec<Arc<Service>>,
    pub(crate) sort_codes: Option<Arc<ModulusTable>>,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) identity: counterfoil_store::Terminal,
    pub(crate) department_url: Option<String>,
    pub(crate) printer: Option<(String, Box<dyn Printer>)>,
    pub(crate) receipts_dir: Option<PathBuf>,
}

impl std::fmt::Debug for Terminal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Terminal").field("id", &self.identity.id).finish_non_exhaustive()
    }
}

impl Terminal {
    /// Opens the terminal in the data directory, by the machine's clocks. One that is not there
    /// yet is set up when `options` ask for a demonstration.
    ///
    /// # Errors
    /// The [`Problem`] that keeps it from opening; nothing is deleted whatever it is.
    pub fn open(options: &StartOptions) -> Result<Self, Problem> {
        Self::open_with(options, Arc::new(SystemClock::new()))
    }

    /// As [`Self::open`], by `clock`.
    ///
    /// # Errors
    /// As [`Self::open`].
    pub fn open_with(options: &StartOptions, clock: Arc<dyn Clock>) -> Result<Self, Problem> {
        let dir = &options.data_dir;
        let now = clock.now();
        let opened = match Store::open(dir, now.wall) {
            Err(counterfoil_store::StoreError::NotSetUp) if options.demonstration => {
                set_up_demonstration(dir, &*clock)
            }
            other => other,
        };
        let store = opened?;
        // What was under way when the program ended last time has an unknown outcome.
        store.recover_interrupted(now)?;
        let printer = match &options.printer {
            Some(address) => Some((address.clone(), counterfoil_print::open(address)?)),
            None => None,
        };
        Ok(Self {
            identity: store.terminal()?,
            services: services()?,
            sort_codes: sort_codes::read(dir),
            store,
            clock,
            department_url: options.department_url.clone(),
            printer,
            receipts_dir: options.receipts_dir.clone(),
        })
    }

    /// Who this terminal is.
    #[must_use]
    pub fn identity(&self) -> &counterfoil_store::Terminal {
        &self.identity
    }

    pub(crate) fn service(&self, id: &str) -> Option<&Arc<Service>> {
        self.known_service(id).filter(|service| service.in_force(self.today()))
    }

    /// The service of this id, in force or not: what was recorded with it is still here.
    pub(crate) fn known_service(&self, id: &str) -> Option<&Arc<Service>> {
        self.services.iter().find(|service| service.id() == id)
    }

    pub(crate) fn today(&self) -> Date {
        local_date(&self.clock.now())
    }

    /// An act of the program itself, now.
    pub(crate) fn by_itself(&self) -> Act {
        Act::system(self.clock.now())
    }
}

fn services() -> Result<Vec<Arc<Service>>, Problem> {
    let shipped = catalogue::shipped().map_err(|problems| {
        tracing::error!(%problems, "a shipped service does not load");
        Problem::CallSupport
    })?;
    // A service that needs a file cannot be finished on a screen that takes none.
    let usable = shipped.into_iter().filter(|service| !service.needs_a_file());
    Ok(usable.map(Arc::new).collect())
}

#[cfg(test)]
pub(crate) mod tests {
    use std::sync::atomic::{AtomicI64, Ordering};

    use counterfoil_queue::time::{BootId, Stamp, UnixMillis};
    use tempfile::TempDir;

    use super::*;

    /// A clock that moves when a test says so. Starts at noon on 23 November 2026.
    pub(crate) struct TestClock(AtomicI64);

    impl TestClock {
        pub(crate) fn advance_ms(&self, millis: i64) {
            self.0.fetch_add(millis, Ordering::SeqCst);
        }
    }

    impl Clock for TestClock {
        fn now(&self) -> Stamp {
            let wall = self.0.load(Ordering::SeqCst);
            Stamp {
                wall: UnixMillis(wall),
                offset_minutes: 0,
                monotonic_ms: u64::try_from(wall).expect("after 1970"),
                boot: BootId([1; 16]),
            }
        }
    }

    pub(crate) fn options(dir: &std::path::Path) -> StartOptions {
        StartOptions {
            data_dir: dir.join("terminal"),
            demonstration: true,
            department_url: None,
            printer: None,
            receipts_dir: Some(dir.join("receipts")),
        }
    }

    pub(crate) fn demonstration_terminal() -> (TempDir, Terminal, Arc<TestClock>) {
        let dir = tempfile::tempdir().expect("a directory");
        let clock = Arc::new(TestClock(AtomicI64::new(1_795_435_200_000)));
        let terminal = Terminal::open_with(&options(dir.path()), clock.clone()).expect("it opens");
        (dir, terminal, clock)
    }

    #[test]
    fn without_a_demonstration_nothing_is_set_up() {
        let dir = tempfile::tempdir().expect("a directory");
        let options = StartOptions { demonstration: false, ..options(dir.path()) };

        assert_eq!(Terminal::open(&options).expect_err("nothing is there"), Problem::NotSetUp);
        assert!(!options.data_dir.exists());
    }

    #[test]
    fn a_terminal_keeps_its_identity() {
        let (dir, terminal, clock) = demonstration_terminal();
        let first = terminal.identity().clone();
        drop(terminal);

        let again = Terminal::open_with(&options(dir.path()), clock).expect("it opens again");

        assert_eq!(again.identity(), &first);
        assert!(first.demonstration);
    }
}
