//! One person's way through a service.
//!
//! A journey holds what was typed and nothing else; where it stands is worked out from that every
//! time, so Back, Change and taking up a draft need no bookkeeping. Start at [`Journey::page`].

mod blocked;
pub(crate) mod complete;
mod view;
mod way;

use std::sync::Arc;

use jiff::civil::Date;

use crate::answers::{Answers, Values};
use crate::definition::field::Field;
use crate::definition::page::Page;
use crate::service::Service;
use crate::view::{CheckView, Language, PageView};
pub(crate) use blocked::{page_faults, way_faults};
use complete::Completed;
use way::{Stop, Way, judge_fields};

/// A service being answered.
#[derive(Debug, Clone)]
pub struct Journey {
    service: Arc<Service>,
    answers: Answers,
}

/// There is no page at this path in the service.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("there is no such page in this service")]
pub struct NoSuchPage;

/// What to show now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StepOut {
    /// A page that asks, an exit or the declaration.
    Page(PageView),
    /// Check your answers.
    Check(CheckView),
}

impl Journey {
    /// A journey in which nothing is answered yet.
    #[must_use]
    pub fn new(service: Arc<Service>) -> Self {
        Self::with_answers(service, Answers::default())
    }

    /// A journey taken up again from what was typed before.
    #[must_use]
    pub fn with_answers(service: Arc<Service>, answers: Answers) -> Self {
        Self { service, answers }
    }

    /// The service.
    #[must_use]
    pub fn service(&self) -> &Arc<Service> {
        &self.service
    }

    /// What was typed, to be saved with a draft.
    #[must_use]
    pub fn answers(&self) -> &Answers {
        &self.answers
    }

    /// The path of the first page.
    #[must_use]
    pub fn first_page(&self) -> &str {
        self.service.definition().pages.first().map_or("", |page| page.path.as_str())
    }

    /// The page at `path`, or the first one not yet validly answered when the way does not lead
    /// to `path`. A page answered wrongly comes with its problems, in `language`.
    ///
    /// # Errors
    /// [`NoSuchPage`] when the service has none at `path`.
    pub fn page(
        &self,
        path: &str,
        changing: bool,
        language: Language,
        today: Date,
    ) -> Result<StepOut, NoSuchPage> {
        let definition = self.service.definition();
        let way = self.way(today);
        if path == definition.check.path {
            return Ok(self.standing(&way, changing, language, today));
        }
        if path == definition.declaration.path {
            return Ok(match way.stop {
                Stop::Check => {
                    let faults = self.declaration_faults(&way, today);
                    StepOut::Page(self.declaration_view(faults, language))
                }
                _ => self.standing(&way, changing, language, today),
            });
        }
        if let Some(page) = self.service.page(path) {
            return Ok(match way.leads_to(path) {
                true => StepOut::Page(self.page_view(page, &way, changing, language, today)),
                false => self.standing(&way, changing, language, today),
            });
        }
        if definition.exits.iter().any(|exit| exit.path == path) {
            return Ok(self.standing(&way, changing, language, today));
        }
        Err(NoSuchPage)
    }

    /// Takes what was typed on the page at `path` and says what to show next: the same page with
    /// its problems, the next page or, when `changing`, check answers or the first page that the
    /// change has made necessary. Nothing is taken when the way does not lead to `path`.
    /// Going on from check answers leads to the declaration; [`Journey::declare`] takes that.
    pub fn answer(
        &mut self,
        path: &str,
        values: &Values,
        changing: bool,
        language: Language,
        today: Date,
    ) -> StepOut {
        let service = Arc::clone(&self.service);
        let way = self.way(today);
        let Some(page) = service.page(path).filter(|_| way.leads_to(path)) else {
            return self.beyond_check(path, &way, changing, language, today);
        };
        self.take(page, values);
        let way = self.way(today);
        match way.after(path) {
            None => StepOut::Page(self.page_view(page, &way, changing, language, today)),
            Some(_) if changing => self.standing(&way, true, language, today),
            Some(next) => match service.page(next) {
                Some(next) => StepOut::Page(self.page_view(next, &way, false, language, today)),
                None => self.standing(&way, false, language, today),
            },
        }
    }

    /// Check your answers, or the first page that still has to be answered.
    #[must_use]
    pub fn check(&self, language: Language, today: Date) -> StepOut {
        self.standing(&self.way(today), false, language, today)
    }

    /// Takes the declaration, judges everything again and gives what is to be recorded.
    ///
    /// # Errors
    /// The page to show: the declaration with its problems, or the first page that is not, or no
    /// longer, validly answered.
    pub fn declare(
        &mut self,
        values: &Values,
        language: Language,
        today: Date,
    ) -> Result<Completed, Box<PageView>> {
        let service = Arc::clone(&self.service);
        let declaration = &service.definition().declaration;
        self.answers.mark(&declaration.path);
        for field in &declaration.fields {
            self.answers.take(field, values);
        }
        self.complete(today).map_err(|wrong| {
            match self.standing(&self.way(today), true, language, today) {
                StepOut::Page(page) => Box::new(page),
                StepOut::Check(_) => Box::new(self.declaration_view(wrong, language)),
            }
        })
    }

    /// The way as far as it is validly answered.
    pub(crate) fn way(&self, today: Date) -> Way<'_> {
        Way::walk(&self.service, &self.answers, today)
    }

    /// What to show where the way ends.
    fn standing(&self, way: &Way<'_>, changing: bool, language: Language, today: Date) -> StepOut {
        match way.stop {
            Stop::Page(page) => StepOut::Page(self.page_view(page, way, changing, language, today)),
            Stop::Exit(exit) => StepOut::Page(self.exit_view(exit, way, language)),
            Stop::Check => StepOut::Check(self.check_view(way, language)),
        }
    }

    fn beyond_check(
        &self,
        path: &str,
        way: &Way<'_>,
        changing: bool,
        language: Language,
        today: Date,
    ) -> StepOut {
        let definition = self.service.definition();
        let declares = path == definition.check.path || path == definition.declaration.path;
        match way.stop {
            Stop::Check if declares => StepOut::Page(self.declaration_view(Vec::new(), language)),
            _ => self.standing(way, changing, language, today),
        }
    }

    /// Keeps what was typed on `page`; pages that confirm an answer now changed are forgotten.
    fn take(&mut self, page: &Page, values: &Values) {
        let service = Arc::clone(&self.service);
        self.answers.mark(&page.path);
        for field in &page.fields {
            if !self.answers.take(field, values) {
                continue;
            }
            // What was agreed to is no longer what would be recorded.
            let declaration = &service.definition().declaration;
            self.answers.forget(&declaration.path, &declaration.fields);
            let again = service.definition().pages.iter();
            for other in again.filter(|other| other.asked_again_after.contains(&field.id)) {
                self.answers.forget(&other.path, &other.fields);
            }
        }
    }

    /// What is wrong on `page` with what was typed there.
    fn problems(&self, page: &Page, way: &Way<'_>, today: Date) -> Vec<way::FieldFault> {
        self.judge(&page.path, &page.fields, way, today)
    }

    /// What is wrong with the declaration, once it was given.
    fn declaration_faults(&self, way: &Way<'_>, today: Date) -> Vec<way::FieldFault> {
        let declaration = &self.service.definition().declaration;
        self.judge(&declaration.path, &declaration.fields, way, today)
    }

    fn judge(
        &self,
        path: &str,
        fields: &[Field],
        way: &Way<'_>,
        today: Date,
    ) -> Vec<way::FieldFault> {
        if !self.answers.is_answered(path) {
            return Vec::new();
        }
        let mut values = way.values.clone();
        judge_fields(fields, &self.answers, today, &mut values)
    }
}
