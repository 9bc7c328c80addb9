//! Routes of a page: those that can be taken, the last of them always.

use std::collections::HashSet;

use counterfoil_form::definition::condition::{Condition, Equals};
use counterfoil_form::definition::field::{Choice, Field, Kind as Answer};
use counterfoil_form::definition::page::Route;

use super::conditions::{Sight, constant};
use crate::draft::Page;
use crate::report::{Kind, Log};

/// Parts of conditions that are followed to tell whether one can hold.
const ROOM: usize = 500;

fn room() -> usize {
    ROOM
}

impl Sight<'_> {
    /// The routes of a page fitted, as a definition takes them.
    pub(super) fn routes(
        &self,
        page: &Page,
        own: &[&Field],
        check: &str,
        log: &mut Log,
    ) -> Vec<Route> {
        let fitted: Vec<Route> = page
            .next
            .iter()
            .enumerate()
            .map(|(number, route)| {
                let at = format!("{}/next/{number}", page.at);
                let when = route.when.as_ref().and_then(|when| self.fit(when, None, &at, log));
                Route { when, to: route.to.clone() }
            })
            .collect();
        self.closed(page, own, fitted, check)
    }

    /// The routes that can ever be taken, with the conditions that they have. Why another cannot
    /// is reported.
    pub(super) fn alive(&self, page: &Page, log: &mut Log) -> Vec<Route> {
        let mut alive = page.next.clone();
        alive.retain_mut(|route| {
            let Some(when) = &route.when else { return true };
            let mut quiet = Log::default();
            let Some(fit) = self.fit(when, None, "", &mut quiet) else {
                route.when = None;
                return true;
            };
            let never = self.never(&fit, &mut quiet, &mut room());
            if never {
                let at = format!("{}/next", page.at);
                self.fit(when, None, &at, log);
                self.never(&fit, log, &mut room());
                let message = format!("the route to {} is never taken, left out", route.to);
                log.add(Kind::Setting, at, message);
            }
            !never
        });
        alive
    }

    /// The condition never holds, also by the named conditions it refers to.
    fn never(&self, when: &Condition, log: &mut Log, room: &mut usize) -> bool {
        if *room == 0 {
            return false;
        }
        *room -= 1;
        match when {
            Condition::Ref(id) => {
                let at = format!("/conditions/{id}");
                let fit = self.named(id).map(|named| self.fit(named, None, &at, log));
                fit.flatten().is_some_and(|fit| self.never(&fit, log, room))
            }
            Condition::All(list) => list.iter().any(|one| self.never(one, log, room)),
            when => constant(when) == Some(false),
        }
    }

    /// No route that never holds, none after one that always holds, and the last always does.
    /// `own` are the fields of the page they leave.
    pub(super) fn closed(
        &self,
        page: &Page,
        own: &[&Field],
        routes: Vec<Route>,
        check: &str,
    ) -> Vec<Route> {
        let mut closed: Vec<Route> = Vec::new();
        for route in routes {
            if route
                .when
                .as_ref()
                .is_some_and(|when| self.never(when, &mut Log::default(), &mut room()))
            {
                continue;
            }
            let last = route.when.is_none();
            closed.push(route);
            if last {
                return closed;
            }
        }
        let exhaustive = page.when.is_none() && own.iter().any(|f| self.exhausts(f, &closed));
        match closed.last_mut() {
            Some(last) if exhaustive => last.when = None,
            // Where no route holds, the source goes on to its summary.
            _ => closed.push(Route { when: None, to: check.to_owned() }),
        }
        closed
    }

    /// The conditions of the routes name every answer that `field` can have.
    fn exhausts(&self, field: &Field, routes: &[Route]) -> bool {
        let values = |options: &[Choice]| -> Vec<String> {
            options.iter().map(|choice| choice.value.clone()).collect()
        };
        let wanted = match &field.answer {
            _ if field.optional => return false,
            Answer::YesNo(_) => vec!["yes".to_owned(), "no".to_owned()],
            Answer::Radios(rule) => values(&rule.options),
            Answer::Select(rule) => values(&rule.options),
            _ => return false,
        };
        let mut named = HashSet::new();
        let mut room = ROOM;
        for when in routes.iter().filter_map(|route| route.when.as_ref()) {
            self.values(when, &field.id, &mut room, &mut named);
        }
        wanted.iter().all(|value| named.contains(value.as_str()))
    }

    /// The values of `field` for each of which alone the condition holds.
    fn values(&self, when: &Condition, field: &str, room: &mut usize, found: &mut HashSet<String>) {
        if *room == 0 {
            return;
        }
        *room -= 1;
        match when {
            Condition::Equals(Equals { field: of, value }) if of == field => {
                found.insert(value.clone());
            }
            Condition::Any(list) => {
                list.iter().for_each(|one| self.values(one, field, room, found));
            }
            Condition::Ref(id) => {
                if let Some(named) = self.named(id) {
                    self.values(named, field, room, found);
                }
            }
            _ => {}
        }
    }
}
