//! The pages that the valid answers lead through, and where they stop.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::condition::{Sight, Values};
use super::judging::{FieldFault, Judge, judge_fields, warnings};
use super::place::Place;
use crate::answers::Answers;
use crate::definition::condition::Condition;
use crate::definition::group::Group;
use crate::definition::page::{Exit, Page, Route};
use crate::kind::modulus::ModulusTable;
use crate::service::{Node, Service};

/// Where a way stops.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Stop<'a> {
    /// At a page not yet, or not validly, answered, or with a warning that nobody has seen.
    Asks(Place<'a>),
    /// At a page that ends the journey without a submission.
    Exit(&'a Exit),
    /// At check answers: everything asked is validly answered.
    Check,
}

/// A way through a service.
#[derive(Debug, Clone)]
pub(crate) struct Way<'a> {
    /// The pages validly answered, in order.
    pub(crate) places: Vec<Place<'a>>,
    /// The answers on them, those about things of groups aside.
    pub(crate) values: Values<'a>,
    /// The answers about each thing of each group.
    pub(crate) items: BTreeMap<&'a str, Vec<Values<'a>>>,
    /// Where it stops.
    pub(crate) stop: Stop<'a>,
    /// The answers about the thing at which it stops.
    unfinished: Values<'a>,
    /// What the answers are judged with.
    pub(crate) judge: Judge<'a>,
}

impl<'a> Way<'a> {
    /// Walks as far as the answers are valid. Ends because the routes of a loaded service have
    /// no loops.
    pub(crate) fn walk(
        service: &'a Service,
        answers: &Answers,
        today: Date,
        table: Option<&'a ModulusTable>,
    ) -> Self {
        let way = Self {
            places: Vec::new(),
            values: Values::new(),
            items: BTreeMap::new(),
            stop: Stop::Check,
            unfinished: Values::new(),
            judge: Judge { named: &service.definition().conditions, today, table },
        };
        way.on(service, service.start(), answers)
    }

    /// The way after only the answers at `place`, which this one leads to, have changed: what
    /// came before it stays as it is.
    pub(crate) fn again(
        mut self,
        service: &'a Service,
        place: Place<'a>,
        answers: &Answers,
    ) -> Self {
        let node = place.node();
        let at = self.places.iter().position(|one| one.node() == node);
        for gone in self.places.split_off(at.unwrap_or(self.places.len())) {
            match gone {
                Place::Page(page) => page.fields.iter().for_each(|field| {
                    self.values.remove(field.id.as_str());
                }),
                Place::Item(group, ..) | Place::List(group) => {
                    self.items.remove(group.path.as_str());
                }
            }
        }
        self.items.remove(node);
        self.unfinished = Values::new();
        self.on(service, node, answers)
    }

    /// Goes on from the page or group at `path`.
    fn on(mut self, service: &'a Service, mut path: &'a str, answers: &Answers) -> Self {
        loop {
            let next = match service.node(path) {
                Some(Node::Page(page)) => self.page(page, answers),
                Some(Node::Group(group)) => self.group(group, answers),
                Some(Node::Exit(exit)) => Err(Stop::Exit(exit)),
                _ => Err(Stop::Check),
            };
            match next {
                Ok(next) => path = next,
                Err(stop) => {
                    self.stop = stop;
                    return self;
                }
            }
        }
    }

    /// Past this page, or to a stop at it.
    fn page(&mut self, page: &'a Page, answers: &Answers) -> Result<&'a str, Stop<'a>> {
        if self.passes_by(page.when.as_ref()) {
            return Ok(self.route(&page.next));
        }
        let mut values = std::mem::take(&mut self.values);
        let valid = self.valid(page, answers, &mut values, &[]);
        self.values = values;
        if !valid {
            return Err(Stop::Asks(Place::Page(page)));
        }
        self.places.push(Place::Page(page));
        Ok(self.route(&page.next))
    }

    /// The page is answered, rightly, and its warnings were seen. Its answers are put into `own`.
    fn valid(
        &self,
        page: &'a Page,
        answers: &Answers,
        own: &mut Values<'a>,
        outer: &[&Values<'a>],
    ) -> bool {
        if !answers.is_answered(&page.path) {
            return false;
        }
        if !judge_fields(&page.fields, answers, &self.judge, own, outer).is_empty() {
            page.fields.iter().for_each(|field| {
                own.remove(field.id.as_str());
            });
            return false;
        }
        answers.is_heeded(&page.path) || warnings(&page.fields, &self.judge, own, outer).is_empty()
    }

    /// Past this group, or to a stop within it.
    fn group(&mut self, group: &'a Group, answers: &Answers) -> Result<&'a str, Stop<'a>> {
        if self.passes_by(group.when.as_ref()) {
            return Ok(self.route(&group.next));
        }
        let items = answers.items(&group.path);
        for (number, item) in items.iter().enumerate() {
            self.item(group, number, item)?;
        }
        let count = items.len();
        self.items.entry(group.path.as_str()).or_default();
        if count < usize::from(group.min) {
            return Err(self.one_more(group, count));
        }
        let given = answers.one(&another_name(group));
        let full = usize::from(group.max) <= count;
        if usize::from(group.max) < count {
            return Err(Stop::Asks(Place::List(group)));
        }
        if !answers.is_answered(&group.path) || (given.is_empty() && !full) {
            return Err(Stop::Asks(Place::List(group)));
        }
        if given == "yes" && !full {
            self.places.push(Place::List(group));
            return Err(self.one_more(group, count));
        }
        self.places.push(Place::List(group));
        Ok(self.route(&group.next))
    }

    /// The stop at the first page about a thing that is not there yet; at the list when no page
    /// asks anything about it.
    fn one_more(&mut self, group: &'a Group, number: usize) -> Stop<'a> {
        match self.item(group, number, &Answers::default()) {
            Err(stop) => stop,
            Ok(()) => {
                self.items.entry(group.path.as_str()).or_default().pop();
                Stop::Asks(Place::List(group))
            }
        }
    }

    /// Past the pages about one thing.
    fn item(&mut self, group: &'a Group, number: usize, item: &Answers) -> Result<(), Stop<'a>> {
        let mut own = Values::new();
        let mut at = group.pages.first();
        while let Some(page) = at {
            let sight = self.sight_within(&own);
            if page.when.as_ref().is_none_or(|when| when.holds(sight)) {
                let values = &self.values;
                if !self.valid(page, item, &mut own, &[values]) {
                    self.unfinished = own;
                    return Err(Stop::Asks(Place::Item(group, number, page)));
                }
                self.places.push(Place::Item(group, number, page));
            }
            let to = first_route(&page.next, self.sight_within(&own));
            at = group.pages.iter().find(|page| page.path == to);
        }
        self.items.entry(group.path.as_str()).or_default().push(own);
        Ok(())
    }

    fn passes_by(&self, when: Option<&Condition>) -> bool {
        when.is_some_and(|when| !when.holds(self.sight()))
    }

    fn route(&self, routes: &'a [Route]) -> &'a str {
        first_route(routes, self.sight())
    }

    fn sight(&self) -> Sight<'_, 'a> {
        let Judge { named, today, .. } = self.judge;
        Sight { own: &self.values, outer: None, items: &self.items, named, today }
    }

    fn sight_within<'s>(&'s self, own: &'s Values<'a>) -> Sight<'s, 'a> {
        Sight { own, outer: Some(&self.values), ..self.sight() }
    }

    /// What the conditions at this place see, the answers of the place itself included.
    pub(crate) fn sight_at(&self, place: Option<Place<'a>>) -> Sight<'_, 'a> {
        match place {
            Some(Place::Item(group, number, _)) => {
                self.sight_within(self.item_values(group, number))
            }
            _ => self.sight(),
        }
    }

    /// The answers about one thing, as far as they go.
    pub(crate) fn item_values(&self, group: &Group, number: usize) -> &Values<'a> {
        let items = self.items.get(group.path.as_str());
        items.and_then(|items| items.get(number)).unwrap_or(&self.unfinished)
    }

    /// What is wrong, and what may be wrong, with what was typed at `place`.
    pub(crate) fn faults(
        &self,
        place: Place<'a>,
        answers: &Answers,
    ) -> (Vec<FieldFault<'a>>, Vec<FieldFault<'a>>) {
        let (page, outer, answers) = match place {
            Place::Item(group, number, page) => {
                let Some(item) = answers.items(&group.path).get(number) else {
                    return Default::default();
                };
                (page, vec![self.item_values(group, number), &self.values], item)
            }
            Place::Page(page) => (page, vec![&self.values], answers),
            Place::List(_) => return Default::default(),
        };
        if !answers.is_answered(&page.path) {
            return Default::default();
        }
        let mut own = Values::new();
        let faults = judge_fields(&page.fields, answers, &self.judge, &mut own, &outer);
        if !faults.is_empty() || answers.is_heeded(&page.path) {
            return (faults, Vec::new());
        }
        (faults, warnings(&page.fields, &self.judge, &own, &outer))
    }

    /// The page may be shown.
    pub(crate) fn leads_to(&self, place: Place<'a>) -> bool {
        let stops = matches!(self.stop, Stop::Asks(stop) if stop == place);
        stops || self.places.contains(&place)
    }

    /// What comes after `place`; `None` when the way does not get past it.
    pub(crate) fn after(&self, place: Place<'a>) -> Option<Stop<'a>> {
        let at = self.places.iter().position(|one| *one == place)?;
        Some(self.places.get(at + 1).map_or(self.stop, |next| Stop::Asks(*next)))
    }

    /// The page before `place`; of what is not on the way, the last page on it.
    pub(crate) fn before(&self, place: Option<Place<'a>>) -> Option<Place<'a>> {
        let at = place.and_then(|place| self.places.iter().position(|one| *one == place));
        let before = at.unwrap_or(self.places.len()).checked_sub(1)?;
        self.places.get(before).copied()
    }
}

/// The name under which the answer to a list's own question is kept. No field has a slash.
pub(crate) fn another_name(group: &Group) -> String {
    format!("{}/another", group.path)
}

/// The first route that holds. A loaded service's last route always does.
fn first_route<'a>(routes: &'a [Route], sight: Sight<'_, '_>) -> &'a str {
    let holds = |route: &&Route| route.when.as_ref().is_none_or(|when| when.holds(sight));
    routes.iter().find(holds).map_or("", |route| route.to.as_str())
}
