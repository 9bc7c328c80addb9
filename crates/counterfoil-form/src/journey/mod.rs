//! One person's way through a service.
//!
//! A journey holds what was typed and nothing else; where it stands is worked out from that every
//! time, so Back, Change and taking up a draft need no bookkeeping. Start at [`Journey::page`].

mod blocked;
mod check;
pub(crate) mod complete;
pub(crate) mod condition;
mod controls;
mod judging;
pub(crate) mod list;
pub(crate) mod place;
mod tasks;
mod view;
pub(crate) mod way;

use std::sync::Arc;

use jiff::civil::Date;

use crate::answers::{Answers, Values};
use crate::definition::group::Group;
use crate::definition::page::Page;
use crate::kind::modulus::ModulusTable;
use crate::service::{Node, Service};
use crate::view::{CheckView, Language, PageView, TaskListView};
pub(crate) use blocked::{page_faults, way_faults};
use complete::Completed;
use place::Place;
use way::{Stop, Way};

/// A service being answered.
#[derive(Debug, Clone)]
pub struct Journey {
    service: Arc<Service>,
    answers: Answers,
    table: Option<Arc<ModulusTable>>,
}

/// There is no page at this path in the service.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("there is no such page in this service")]
pub struct NoSuchPage;

/// What to show now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StepOut {
    /// A page that asks or tells, an exit or the declaration.
    Page(PageView),
    /// Check your answers.
    Check(CheckView),
    /// The sections as tasks.
    Tasks(TaskListView),
}

/// How a step is asked for.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Asked {
    /// The person came by a Change link and goes back to check answers.
    pub(crate) changing: bool,
    /// The language of the views.
    pub(crate) language: Language,
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
        Self { service, answers, table: None }
    }

    /// The same with the operator's table of sort codes, which may warn of a mistyped account.
    #[must_use]
    pub fn with_sort_codes(self, table: Option<Arc<ModulusTable>>) -> Self {
        Self { table, ..self }
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

    /// The path of the first page: the list of tasks where there is one.
    #[must_use]
    pub fn first_page(&self) -> &str {
        let tasks = self.service.definition().task_list.as_ref();
        tasks.map_or_else(|| self.service.start(), |tasks| tasks.path.as_str())
    }

    /// The page at `path`, or the first one not yet validly answered when the way does not lead
    /// to `path`. A page answered wrongly comes with its problems, in `language`. A page about
    /// one of several things is at `group/2/page`, the one that removes it at `group/2/remove`.
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
        let asked = Asked { changing, language };
        let way = self.way(today);
        match self.at(path).ok_or(NoSuchPage)? {
            At::Place(place) if way.leads_to(place) => {
                Ok(StepOut::Page(self.page_view(place, &way, asked)))
            }
            At::Remove(group, number) if number < self.answers.items(&group.path).len() => {
                Ok(StepOut::Page(self.remove_view(group, number, &way, asked, false)))
            }
            At::Other(Node::Tasks) => Ok(StepOut::Tasks(self.tasks_view(&way, language))),
            At::Other(Node::Declaration) if matches!(way.stop, Stop::Check) => {
                let faults = self.declaration_faults(&way);
                Ok(StepOut::Page(self.declaration_view(&way, &faults, language)))
            }
            _ => Ok(self.standing(&way, asked)),
        }
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
        let asked = Asked { changing, language };
        let service = Arc::clone(&self.service);
        match at(&service, path) {
            Some(At::Place(place)) => self.answer_place(place, values, asked, today),
            Some(At::Remove(group, number)) => {
                self.answer_remove(group, number, values, asked, today)
            }
            Some(At::Other(Node::Check | Node::Declaration)) => {
                let way = self.way(today);
                match way.stop {
                    Stop::Check => StepOut::Page(self.declaration_view(&way, &[], language)),
                    _ => self.standing(&way, asked),
                }
            }
            _ => self.standing(&self.way(today), asked),
        }
    }

    fn answer_place(
        &mut self,
        place: Place<'_>,
        values: &Values,
        asked: Asked,
        today: Date,
    ) -> StepOut {
        let (service, table) = (Arc::clone(&self.service), self.table.clone());
        let Some(At::Place(place)) = at(&service, &place.path()) else {
            return self.standing(&self.way(today), asked);
        };
        let before = Way::walk(&service, &self.answers, today, table.as_deref());
        if !before.leads_to(place) {
            return self.standing(&before, asked);
        }
        let warned = matches!(before.stop, Stop::Asks(stop) if stop == place)
            && before.faults(place, &self.answers).0.is_empty();
        let way = match self.take(place, values, warned) {
            Forgot::Nothing => before.again(&service, place, &self.answers),
            Forgot::Pages => Way::walk(&service, &self.answers, today, table.as_deref()),
        };
        match way.after(place) {
            None => StepOut::Page(self.page_view(place, &way, asked)),
            Some(_) if asked.changing => self.standing(&way, asked),
            Some(Stop::Asks(next)) if self.begins_task(place, next) => {
                StepOut::Tasks(self.tasks_view(&way, asked.language))
            }
            Some(Stop::Asks(next)) => StepOut::Page(self.page_view(next, &way, asked)),
            Some(_) => self.standing(&way, asked),
        }
    }

    /// Check your answers, or the first page that still has to be answered.
    #[must_use]
    pub fn check(&self, language: Language, today: Date) -> StepOut {
        self.standing(&self.way(today), Asked { changing: false, language })
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
        self.complete(today).ok_or_else(|| {
            let way = self.way(today);
            match self.standing(&way, Asked { changing: true, language }) {
                StepOut::Page(page) => Box::new(page),
                StepOut::Check(_) | StepOut::Tasks(_) => {
                    let faults = self.declaration_faults(&way);
                    Box::new(self.declaration_view(&way, &faults, language))
                }
            }
        })
    }

    /// The way as far as it is validly answered.
    pub(crate) fn way(&self, today: Date) -> Way<'_> {
        Way::walk(&self.service, &self.answers, today, self.table.as_deref())
    }

    /// What to show where the way ends.
    fn standing<'a>(&'a self, way: &Way<'a>, asked: Asked) -> StepOut {
        match way.stop {
            Stop::Asks(place) => StepOut::Page(self.page_view(place, way, asked)),
            Stop::Exit(exit) => StepOut::Page(self.exit_view(exit, way, asked.language)),
            Stop::Check => StepOut::Check(self.check_view(way, asked.language)),
        }
    }

    fn at(&self, path: &str) -> Option<At<'_>> {
        at(&self.service, path)
    }

    /// Keeps what was typed at `place`. `warned` says that all that stood in the way there was a
    /// warning: going on with the same answers is having seen it.
    fn take(&mut self, place: Place<'_>, values: &Values, warned: bool) -> Forgot {
        let mut forgot = Forgot::Nothing;
        let changed = match place {
            Place::Page(page) => {
                let changed = take_page(&mut self.answers, page, values, warned);
                for field in &changed {
                    forgot = forgot.or(self.forget_confirmations(field));
                }
                !changed.is_empty()
            }
            Place::Item(group, number, page) => self.take_item(group, number, page, values, warned),
            Place::List(group) => self.take_list(group, values),
        };
        if changed {
            // What was agreed to is no longer what would be recorded.
            let service = Arc::clone(&self.service);
            let declaration = &service.definition().declaration;
            self.answers.forget(&declaration.path, &declaration.fields);
        }
        forgot
    }

    fn take_item(
        &mut self,
        group: &Group,
        number: usize,
        page: &Page,
        values: &Values,
        warned: bool,
    ) -> bool {
        let is_new = self.answers.items(&group.path).len() == number;
        let Some(item) = self.answers.item_mut(&group.path, number) else { return false };
        let changed = take_page(item, page, values, warned);
        for field in &changed {
            forget_confirmations(item, &group.pages, field);
        }
        if is_new {
            self.ask_for_another(group);
        }
        is_new || !changed.is_empty()
    }

    /// Forgets every page that confirms the answer to `field`, which has changed.
    fn forget_confirmations(&mut self, field: &str) -> Forgot {
        let service = Arc::clone(&self.service);
        let definition = service.definition();
        let mut forgot = forget_confirmations(&mut self.answers, &definition.pages, field);
        for group in &definition.groups {
            for number in 0..self.answers.items(&group.path).len() {
                if let Some(item) = self.answers.item_mut(&group.path, number) {
                    forgot = forgot.or(forget_confirmations(item, &group.pages, field));
                }
            }
        }
        forgot
    }
}

/// Whether answers other than those that were typed have gone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Forgot {
    Nothing,
    Pages,
}

impl Forgot {
    fn or(self, other: Self) -> Self {
        if self == Self::Nothing { other } else { self }
    }
}

/// What is at a path, those within groups included.
enum At<'a> {
    Place(Place<'a>),
    Remove(&'a Group, usize),
    Other(Node<'a>),
}

fn at<'a>(service: &'a Service, path: &str) -> Option<At<'a>> {
    if let Some((group, rest)) = path.split_once('/') {
        let Some(Node::Group(group)) = service.node(group) else { return None };
        let (number, page) = rest.split_once('/')?;
        let number = number.parse::<usize>().ok()?.checked_sub(1)?;
        if page == list::REMOVE {
            return Some(At::Remove(group, number));
        }
        let page = group.pages.iter().find(|one| one.path == page)?;
        return Some(At::Place(Place::Item(group, number, page)));
    }
    Some(match service.node(path)? {
        Node::Page(page) => At::Place(Place::Page(page)),
        Node::Group(group) => At::Place(Place::List(group)),
        other => At::Other(other),
    })
}

/// Keeps what was typed on `page` and gives the fields whose answers changed.
fn take_page<'p>(
    answers: &mut Answers,
    page: &'p Page,
    values: &Values,
    warned: bool,
) -> Vec<&'p str> {
    let seen_before = warned && answers.is_answered(&page.path);
    answers.mark(&page.path);
    let changed: Vec<&str> = page
        .fields
        .iter()
        .filter(|field| answers.take(field, values))
        .map(|field| field.id.as_str())
        .collect();
    if !changed.is_empty() {
        answers.heed(&page.path, false);
    } else if seen_before {
        answers.heed(&page.path, true);
    }
    changed
}

/// Forgets those of `pages` that confirm the answer to `field`, which has changed.
fn forget_confirmations(answers: &mut Answers, pages: &[Page], field: &str) -> Forgot {
    let mut forgot = Forgot::Nothing;
    for page in pages.iter().filter(|page| page.asked_again_after.iter().any(|id| id == field)) {
        answers.forget(&page.path, &page.fields);
        forgot = Forgot::Pages;
    }
    forgot
}
