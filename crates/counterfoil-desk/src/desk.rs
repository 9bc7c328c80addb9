//! The desk: one terminal behind one window.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;

use tokio::sync::oneshot;

use crate::bridge::{
    AppView, ConnectionView, HomeView, InLanguage, PrintView, Problem, QueueRow, SavedView,
    ServiceCard, SessionView, SignIn, SubmissionRef, SubmissionView,
};
use crate::delivery::background::{Delivering, deliver, watch_connection};
use crate::journey::Visit;
use crate::session::Session;
use crate::set_up;
use crate::terminal::Terminal;

/// How a terminal is started.
#[derive(Debug, Clone)]
pub struct StartOptions {
    /// Where it keeps its data.
    pub data_dir: PathBuf,
    /// Set it up for demonstration when there is nothing yet.
    pub demonstration: bool,
    /// The department's address, when it is not the one it enrolled with.
    pub department_url: Option<String>,
    /// The printer: `ipp://…`, `ipps://…` or `file:DIR`.
    pub printer: Option<String>,
    /// Where receipts are saved for want of a printer.
    pub receipts_dir: Option<PathBuf>,
}

/// One terminal behind one window. Every method is a command of the bridge.
#[derive(Debug)]
pub struct Desk {
    terminal: Result<Arc<Terminal>, Problem>,
    delivering: Arc<Delivering>,
    session: Mutex<Option<Session>>,
    pub(crate) visit: Mutex<Option<Visit>>,
    background: Option<(oneshot::Sender<()>, JoinHandle<()>)>,
}

impl Desk {
    /// Opens the terminal and starts to deliver. Never fails: what keeps the terminal from
    /// opening is what [`Desk::app_show`] says.
    #[must_use]
    pub fn start(options: StartOptions) -> Self {
        let terminal = Terminal::open(&options).map(Arc::new);
        let delivering = Arc::new(Delivering::new());
        let background = match &terminal {
            Ok(terminal) => start_delivery(Arc::clone(terminal), Arc::clone(&delivering)),
            Err(_) => None,
        };
        Self {
            terminal,
            delivering,
            session: Mutex::new(None),
            visit: Mutex::new(None),
            background,
        }
    }

    /// What the program is and who is signed in.
    ///
    /// # Errors
    /// What kept the terminal from opening.
    pub async fn app_show(&self) -> Result<AppView, Problem> {
        let terminal = self.terminal()?;
        let identity = terminal.identity();
        Ok(AppView {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            outlet: identity.outlet.clone(),
            demonstration: identity.demonstration.then(set_up::demonstration),
            session: lock(&self.session).as_ref().map(Session::view),
        })
    }

    /// Signs a member of staff in.
    ///
    /// # Errors
    /// [`Problem::SignInWrong`], [`Problem::SignInLocked`].
    pub async fn session_sign_in(&self, request: SignIn) -> Result<SessionView, Problem> {
        let session = self.blocking(move |terminal| terminal.sign_in(&request)).await?;
        let view = session.view();
        *lock(&self.session) = Some(session);
        Ok(view)
    }

    /// Signs out, and leaves the journey under way.
    ///
    /// # Errors
    /// The store's; then the session goes on.
    pub async fn session_sign_out(&self) -> Result<(), Problem> {
        let session = self.session()?;
        self.blocking(move |terminal| terminal.sign_out(&session)).await?;
        *lock(&self.visit) = None;
        *lock(&self.session) = None;
        Ok(())
    }

    /// The home screen.
    ///
    /// # Errors
    /// [`Problem::SignedOut`]; otherwise the store's.
    pub async fn home_show(&self, request: InLanguage) -> Result<HomeView, Problem> {
        self.session()?;
        self.blocking(move |terminal| {
            let language = request.language;
            let services = terminal.services.iter().filter(|s| s.in_force(terminal.today()));
            let services = services.map(|service| ServiceCard {
                id: service.id().to_owned(),
                title: service.title(language).to_owned(),
                summary: service.summary(language).to_owned(),
                department: service.department(language).to_owned(),
            });
            Ok(HomeView {
                services: services.collect(),
                counts: terminal.counts()?,
                disk_full: terminal.refuse_when_full() == Err(Problem::DiskFull),
            })
        })
        .await
    }

    /// What is known of the way to the department.
    ///
    /// # Errors
    /// What kept the terminal from opening.
    pub async fn connection_show(&self) -> Result<ConnectionView, Problem> {
        self.terminal()?;
        Ok(self.delivering.connection())
    }

    /// What is recorded on this terminal: the latest 500, newest first.
    ///
    /// # Errors
    /// [`Problem::SignedOut`]; otherwise the store's.
    pub async fn queue_list(&self, request: InLanguage) -> Result<Vec<QueueRow>, Problem> {
        self.session()?;
        self.blocking(move |terminal| terminal.latest(request.language)).await
    }

    /// One submission with its story.
    ///
    /// # Errors
    /// [`Problem::SignedOut`], [`Problem::NotFound`]; otherwise the store's.
    pub async fn submission_show(&self, request: SubmissionRef) -> Result<SubmissionView, Problem> {
        self.session()?;
        self.blocking(move |terminal| terminal.submission(&request.id, request.language)).await
    }

    /// Prints a submission's receipt and waits for the printer's word.
    ///
    /// # Errors
    /// [`Problem::SignedOut`], [`Problem::NotFound`]; otherwise the store's.
    pub async fn receipt_print(&self, request: SubmissionRef) -> Result<PrintView, Problem> {
        let actor = self.session()?.actor();
        self.blocking(move |terminal| terminal.print(&request.id, actor)).await
    }

    /// Saves a submission's receipt as a PDF, for want of a printer.
    ///
    /// # Errors
    /// [`Problem::SignedOut`], [`Problem::NotFound`]; [`Problem::PrinterFailed`] when there is
    /// no folder for receipts; otherwise the store's.
    pub async fn receipt_save(&self, request: SubmissionRef) -> Result<SavedView, Problem> {
        let actor = self.session()?.actor();
        self.blocking(move |terminal| terminal.save_receipt(&request.id, actor)).await
    }

    pub(crate) fn terminal(&self) -> Result<&Arc<Terminal>, Problem> {
        self.terminal.as_ref().map_err(|problem| *problem)
    }

    /// Who is signed in. Every command that sees other people's business asks this first.
    pub(crate) fn session(&self) -> Result<Session, Problem> {
        self.terminal()?;
        lock(&self.session).clone().ok_or(Problem::SignedOut)
    }

    /// Something new waits for delivery.
    pub(crate) fn wake_delivery(&self) {
        self.delivering.wake();
    }

    /// Runs a use case off the asynchronous threads: the store waits for the disk.
    pub(crate) async fn blocking<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Terminal) -> Result<T, Problem> + Send + 'static,
    ) -> Result<T, Problem> {
        let terminal = Arc::clone(self.terminal()?);
        tokio::task::spawn_blocking(move || work(&terminal))
            .await
            .unwrap_or(Err(Problem::CallSupport))
    }
}

impl Drop for Desk {
    /// Waits for the try under way to be written down, so that the next start finds no unknown.
    fn drop(&mut self) {
        if let Some((stop, thread)) = self.background.take() {
            let _ = stop.send(());
            let _ = thread.join();
        }
    }
}

/// Delivery has a thread of its own: its disk and network never hold up a key press.
fn start_delivery(
    terminal: Arc<Terminal>,
    delivering: Arc<Delivering>,
) -> Option<(oneshot::Sender<()>, JoinHandle<()>)> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().ok()?;
    let (stop, stopped) = oneshot::channel();
    let run = move || {
        runtime.block_on(async {
            tokio::select! {
                () = watch_connection(Arc::clone(&terminal), Arc::clone(&delivering)) => {}
                () = deliver(terminal, delivering) => {}
                _ = stopped => {}
            }
        });
    };
    let thread = std::thread::Builder::new().name("delivery".to_owned()).spawn(run).ok()?;
    Some((stop, thread))
}

/// A poisoned lock holds plain values that are still whole.
pub(crate) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
