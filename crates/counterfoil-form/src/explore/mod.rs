//! Every way through a service, found by answering it: which pages can be reached, by which
//! answers, and which cannot be answered at all.
//!
//! For designers of forms (`counterfoil form check`, `form import`) and for tests. Start reading
//! at [`explore`]. It answers pages as a person would, through [`Journey::answer`], so what it
//! finds is what a person would meet.

mod interest;
mod sample;
mod text;

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::Arc;

use jiff::civil::Date;
use serde::Serialize;

use crate::answers::{Answers, Values};
use crate::journey::{Journey, StepOut};
use crate::service::Service;
use crate::view::{Language, PagePurpose};
use interest::Interest;

/// Pages answered at most, so that a vast form does not take for ever.
pub const STEPS: usize = 20_000;

/// What was found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Exploration {
    /// The paths of pages, lists, exits and check answers that answers lead to. Pages of groups
    /// by their own path.
    pub reached: BTreeSet<String>,
    /// The paths of those that no answers were found to lead to.
    pub unreached: Vec<String>,
    /// Pages for which no valid answers were found, with what was wrong.
    pub stuck: BTreeMap<String, String>,
    /// Journeys that came to check answers and were declared.
    pub completed: usize,
    /// Journeys that ended at an exit.
    pub exits: usize,
    /// It stopped because of [`STEPS`], so `unreached` may be too long.
    pub cut_short: bool,
    /// Journeys that together show every page that was reached.
    pub tours: Vec<Tour>,
}

/// A journey as the answers given on it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Tour {
    /// The pages answered, in order.
    pub steps: Vec<TourStep>,
    /// The page that they lead to.
    pub end: String,
}

/// One page answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TourStep {
    /// The page's path.
    pub path: String,
    /// What is typed there.
    pub values: Values,
}

/// Explores `service` as it is on `today`, answering at most `steps` pages.
#[must_use]
pub fn explore(service: &Arc<Service>, today: Date, steps: usize) -> Exploration {
    Explorer::new(service, today).run(steps)
}

/// Knows ways to answer each page of a service.
#[derive(Debug)]
pub struct Guide {
    service: Arc<Service>,
    today: Date,
    interest: Interest,
}

impl Guide {
    /// A guide through `service` as it is on `today`.
    #[must_use]
    pub fn new(service: Arc<Service>, today: Date) -> Self {
        let interest = Interest::of(service.definition());
        Self { service, today, interest }
    }

    /// Ways to answer the page at `path`, where `journey` is, that pass each field's own rule:
    /// the plainest first, then others that conditions tell from it. The plainest adds nothing
    /// to a list that is long enough.
    #[must_use]
    pub fn ways(&self, journey: &Journey, path: &str) -> Vec<Values> {
        let definition = self.service.definition();
        if let Some(group) = definition.groups.iter().find(|group| group.path == path) {
            return self.interest.another(group, journey.answers());
        }
        let Some(page) = definition
            .groups
            .iter()
            .flat_map(|group| &group.pages)
            .chain(&definition.pages)
            .find(|page| page.path == own(path))
        else {
            return Vec::new();
        };
        let scope = scope(journey, path);
        sample::combinations(&page.fields, &self.interest, &scope, self.today)
    }

    /// A declaration that passes.
    #[must_use]
    pub fn declaration(&self) -> Values {
        let fields = self.service.definition().declaration.fields.iter();
        let none = Answers::default();
        fields.flat_map(|field| sample::first(field, &self.interest, &none, self.today)).collect()
    }
}

/// The last part of a path: the page's own within a group.
fn own(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or_default()
}

/// A journey on its way, at the page at `path`.
struct Open {
    journey: Journey,
    path: String,
    steps: Vec<TourStep>,
}

struct Explorer<'a> {
    service: &'a Arc<Service>,
    today: Date,
    guide: Guide,
    /// Pages with the answers that matter from there on, so that none is gone through twice.
    seen: BTreeSet<(String, Values)>,
    /// Pages not come to before first: what is new is found soon.
    fresh: VecDeque<Open>,
    known: VecDeque<Open>,
    /// How each page was first come to.
    firsts: Vec<Tour>,
    found: Exploration,
}

impl<'a> Explorer<'a> {
    fn new(service: &'a Arc<Service>, today: Date) -> Self {
        Self {
            service,
            today,
            guide: Guide::new(Arc::clone(service), today),
            seen: BTreeSet::new(),
            fresh: VecDeque::new(),
            known: VecDeque::new(),
            firsts: Vec::new(),
            found: Exploration::default(),
        }
    }

    fn run(mut self, steps: usize) -> Exploration {
        let journey = Journey::new(Arc::clone(self.service));
        let first = journey.first_page().to_owned();
        let step = journey.page(&first, false, Language::En, self.today);
        if let Ok(step) = step {
            self.arrive(journey, step, Vec::new());
        }
        let all = self.all_paths();
        let mut left = steps;
        while let Some(open) = self.fresh.pop_front().or_else(|| self.known.pop_front()) {
            if self.found.reached.len() == all.len() && 0 < self.found.completed {
                break;
            }
            if left == 0 {
                self.found.cut_short = true;
                break;
            }
            left -= 1;
            self.expand(open);
        }
        self.found.tours = tours(self.firsts);
        self.found.unreached =
            all.into_iter().filter(|path| !self.found.reached.contains(path)).collect();
        self.found
    }

    /// Every path that should be reached, pages of groups by their own path.
    fn all_paths(&self) -> Vec<String> {
        let definition = self.service.definition();
        let pages = definition.pages.iter().map(|page| page.path.clone());
        let groups = definition.groups.iter().flat_map(|group| {
            let pages = group.pages.iter().map(|page| page.path.clone());
            pages.chain([group.path.clone()])
        });
        let exits = definition.exits.iter().map(|exit| exit.path.clone());
        pages.chain(groups).chain(exits).chain([definition.check.path.clone()]).collect()
    }

    /// Notes where a journey has come to and keeps it, if that is worth going on from.
    fn arrive(&mut self, mut journey: Journey, step: StepOut, mut steps: Vec<TourStep>) {
        let path = match step {
            StepOut::Tasks(tasks) => {
                let path = tasks.path;
                let next = journey.answer(&path, &Values::new(), false, Language::En, self.today);
                steps.push(TourStep { path, values: Values::new() });
                return match next {
                    StepOut::Tasks(_) => {}
                    next => self.arrive(journey, next, steps),
                };
            }
            StepOut::Check(check) => {
                self.reach(&check.path, &check.path, &steps);
                return self.declare(journey);
            }
            StepOut::Page(page) if page.purpose == PagePurpose::Exit => {
                self.found.exits += 1;
                self.reach(&page.path, &page.path, &steps);
                return;
            }
            StepOut::Page(page) => page.path,
        };
        let own = own(&path).to_owned();
        let matters = self.guide.interest.matters(&own, journey.answers());
        if !self.seen.insert((path.clone(), matters)) {
            return;
        }
        let is_new = self.reach(&own, &path, &steps);
        let queue = if is_new { &mut self.fresh } else { &mut self.known };
        queue.push_back(Open { journey, path, steps });
    }

    /// Notes that the page was come to; true for the first time.
    fn reach(&mut self, own: &str, path: &str, steps: &[TourStep]) -> bool {
        let is_new = self.found.reached.insert(own.to_owned());
        if is_new {
            self.firsts.push(Tour { steps: steps.to_vec(), end: path.to_owned() });
        }
        is_new
    }

    fn declare(&mut self, mut journey: Journey) {
        let typed = self.guide.declaration();
        match journey.declare(&typed, Language::En, self.today) {
            Ok(_) => self.found.completed += 1,
            Err(page) => {
                let message = page.problems.first().map(|problem| problem.message.clone());
                self.found.stuck.insert(page.path.clone(), message.unwrap_or_default());
            }
        }
    }

    /// Answers the page in every way that matters.
    fn expand(&mut self, open: Open) {
        let mut passed = false;
        let mut wrong = String::new();
        for typed in self.guide.ways(&open.journey, &open.path) {
            let mut journey = open.journey.clone();
            let mut step = journey.answer(&open.path, &typed, false, Language::En, self.today);
            if let StepOut::Page(page) = &step
                && page.path == open.path
            {
                if page.problems.is_empty() && !page.warnings.is_empty() {
                    // A warning is passed by answering the same again.
                    step = journey.answer(&open.path, &typed, false, Language::En, self.today);
                } else {
                    wrong = page.problems.first().map_or(wrong, |one| one.message.clone());
                    continue;
                }
            }
            passed = true;
            let mut steps = open.steps.clone();
            steps.push(TourStep { path: open.path.clone(), values: typed });
            self.arrive(journey, step, steps);
        }
        if !passed {
            self.found.stuck.insert(own(&open.path).to_owned(), wrong);
        }
    }
}

/// Of the ways to each page those that are no part of another, the longest first.
fn tours(mut firsts: Vec<Tour>) -> Vec<Tour> {
    firsts.sort_by_key(|tour| std::cmp::Reverse(tour.steps.len()));
    let mut shown: BTreeSet<String> = BTreeSet::new();
    let mut kept = Vec::new();
    for tour in firsts {
        if shown.contains(&tour.end) {
            continue;
        }
        shown.extend(tour.steps.iter().map(|step| step.path.clone()));
        shown.insert(tour.end.clone());
        kept.push(tour);
    }
    kept
}

/// What was typed so far as seen from `path`: about the same thing within a group, and outside.
fn scope(journey: &Journey, path: &str) -> Answers {
    let mut all = journey.answers().clone();
    let mut parts = path.split('/');
    let (Some(group), Some(number)) = (parts.next(), parts.next()) else { return all };
    let number = number.parse::<usize>().unwrap_or(1).saturating_sub(1);
    if let Some(item) = journey.answers().items(group).get(number) {
        all.overlay(item);
    }
    all
}
