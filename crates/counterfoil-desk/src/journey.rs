//! The journey under way at the window: one person, one service.

use counterfoil_form::view::PageView;
use counterfoil_form::{Journey, StepOut};
use counterfoil_store::Act;

use crate::bridge::{JourneyAnswer, JourneyPage, JourneyStart, Problem, StepView};
use crate::desk::{Desk, lock};
use crate::session::Session;

/// What is being filled in, and by whom. Gone when it is recorded, left or signed out of.
#[derive(Debug)]
pub(crate) struct Visit {
    journey: Journey,
    session: Session,
}

impl From<StepOut> for StepView {
    fn from(step: StepOut) -> Self {
        match step {
            StepOut::Page(page) => Self::Page { page },
            StepOut::Check(check) => Self::Check { check },
            StepOut::Tasks(tasks) => Self::Tasks { tasks },
        }
    }
}

fn page(page: Box<PageView>) -> StepView {
    StepView::Page { page: *page }
}

impl Desk {
    /// Starts a service for the next person. Refused while the disk is nearly full.
    ///
    /// # Errors
    /// [`Problem::SignedOut`], [`Problem::DiskFull`], [`Problem::NotFound`].
    pub async fn journey_start(&self, request: JourneyStart) -> Result<StepView, Problem> {
        let session = self.session()?;
        let (journey, today) = self
            .blocking(move |terminal| {
                terminal.refuse_when_full()?;
                let service = terminal.service(&request.service).ok_or(Problem::NotFound)?;
                let journey = Journey::new(std::sync::Arc::clone(service));
                Ok((journey.with_sort_codes(terminal.sort_codes.clone()), terminal.today()))
            })
            .await?;
        let first = journey.first_page().to_owned();
        let step = journey.page(&first, false, request.language, today);
        *lock(&self.visit) = Some(Visit { journey, session });
        step.map(StepView::from).map_err(|_| Problem::NotFound)
    }

    /// Shows a page of the journey, or the first that still has to be answered.
    ///
    /// # Errors
    /// [`Problem::SignedOut`]; [`Problem::NotFound`] without a journey or such a page.
    pub async fn journey_page(&self, request: JourneyPage) -> Result<StepView, Problem> {
        self.session()?;
        let today = self.terminal()?.today();
        let visit = lock(&self.visit);
        let journey = &visit.as_ref().ok_or(Problem::NotFound)?.journey;
        journey
            .page(&request.path, request.changing, request.language, today)
            .map(StepView::from)
            .map_err(|_| Problem::NotFound)
    }

    /// Takes what was typed and shows what comes next: the same page when something is wrong.
    ///
    /// # Errors
    /// [`Problem::SignedOut`]; [`Problem::NotFound`] without a journey.
    pub async fn journey_answer(&self, request: JourneyAnswer) -> Result<StepView, Problem> {
        self.session()?;
        let today = self.terminal()?.today();
        let mut visit = lock(&self.visit);
        let journey = &mut visit.as_mut().ok_or(Problem::NotFound)?.journey;
        let JourneyAnswer { path, changing, values, language } = request;
        Ok(journey.answer(&path, &values, changing, language, today).into())
    }

    /// Leaves the journey under way; what was typed is gone.
    ///
    /// # Errors
    /// [`Problem::SignedOut`].
    pub async fn journey_leave(&self) -> Result<(), Problem> {
        self.session()?;
        *lock(&self.visit) = None;
        Ok(())
    }

    /// Takes the declaration and records the submission; or shows the page that is still wrong.
    ///
    /// # Errors
    /// [`Problem::SignedOut`]; [`Problem::NotFound`] without a journey; otherwise the store's,
    /// and then nothing was recorded and the journey goes on.
    pub async fn submission_record(&self, request: JourneyAnswer) -> Result<StepView, Problem> {
        self.session()?;
        let terminal = self.terminal()?;
        let today = terminal.today();
        // Taken out while it is being recorded: a second press of the button finds nothing.
        let Some(mut visit) = lock(&self.visit).take() else { return Err(Problem::NotFound) };
        let language = request.language;
        let completed = match visit.journey.declare(&request.values, language, today) {
            Ok(completed) => completed,
            Err(wrong) => {
                *lock(&self.visit) = Some(visit);
                return Ok(page(wrong));
            }
        };
        let service = std::sync::Arc::clone(visit.journey.service());
        let actor = visit.session.actor();
        let recorded = self
            .blocking(move |terminal| {
                let act = Act { stamp: terminal.clock.now(), actor };
                let recorded = terminal.record(&service, &completed, language, act)?;
                terminal.submission(&recorded.id.to_string(), language)
            })
            .await;
        match recorded {
            Ok(submission) => {
                self.wake_delivery();
                Ok(StepView::Recorded { submission })
            }
            Err(problem) => {
                *lock(&self.visit) = Some(visit);
                Err(problem)
            }
        }
    }
}
