//! Routes between pages.

use std::collections::HashMap;

use counterfoil_form::definition::condition::Condition;
use counterfoil_form::definition::page::Route;
use serde_json::Value as Json;

use super::controllers::{Controller, controller};
use super::{Reader, source};
use crate::draft::{Page, Role};
use crate::report::{Kind, quoted};

/// Pages in a row that are passed over at most.
const STEPS: usize = 50;

/// A route without a condition.
struct Link {
    at: String,
    /// The place of the page it leads to.
    place: usize,
    to: String,
}

impl Reader<'_> {
    /// Gives the pages their routes, and takes away pages that only run code.
    pub(super) fn routes(&mut self, pages: &mut Vec<Page>) {
        let mut by_at: HashMap<&str, &Json> = HashMap::new();
        let places: Vec<String> =
            (0..self.pages.len()).map(|number| format!("/pages/{number}")).collect();
        let all = self.pages;
        for (at, page) in places.iter().zip(all) {
            by_at.insert(at, page);
        }
        for page in pages.iter_mut().filter(|page| page.next.is_empty()) {
            let Some(source) = by_at.get(page.at.as_str()) else { continue };
            page.next = self.next(source, &page.at);
            page.when = self.guard(source, &page.at);
        }
        self.bypass(pages, &by_at);
    }

    /// The routes of a page: conditional ones first, then one of the others.
    fn next(&mut self, page: &Json, at: &str) -> Vec<Route> {
        let mut conditional = Vec::new();
        let mut others: Vec<Link> = Vec::new();
        for (number, link) in source::list(page, "next").iter().enumerate() {
            let at = format!("{at}/next/{number}");
            if source::says(link, "redirect") {
                let message = "a route to another site is left out";
                self.tools.log.add(Kind::External, at.as_str(), message);
                continue;
            }
            let path = source::text(link, "path").unwrap_or_default();
            let Some(to) = self.paths.get(path).cloned() else {
                let message = format!("there is no page {}, the route is left out", quoted(path));
                self.tools.log.add(Kind::DanglingRoute, at, message);
                continue;
            };
            let place = self.places.get(path).copied().unwrap_or_default();
            match self.when(link, place, &at) {
                Some(when) => conditional.push((place, Route { when: Some(when), to })),
                None => others.push(Link { at, place, to }),
            }
        }
        if self.old_engine {
            conditional.sort_by_key(|(place, _)| *place);
        }
        let last = self.otherwise(others).or_else(|| {
            // Where every way hangs on the condition of the page it leads to, the last such page
            // is passed by.
            let (_, route) = conditional.last().filter(|(place, _)| self.is_passed_by(*place))?;
            Some(route.to.clone())
        });
        let last = last.map(|to| Route { when: None, to });
        conditional.into_iter().map(|(_, route)| route).chain(last).collect()
    }

    /// Of the routes without a condition the one that is taken: the last or, in the old engine,
    /// the one to the page that stands first.
    fn otherwise(&mut self, others: Vec<Link>) -> Option<String> {
        let taken = match self.old_engine {
            true => others.iter().min_by_key(|link| link.place),
            false => others.last(),
        };
        let taken = taken.map(|link| link.to.clone());
        for link in others.into_iter().filter(|link| Some(&link.to) != taken.as_ref()) {
            let message = format!("the route to {} is never taken, as in the source", link.to);
            self.tools.log.add(Kind::Setting, link.at, message);
        }
        taken
    }

    /// The condition of a route: its own and, in old forms, that of the page it leads to.
    fn when(&mut self, link: &Json, place: usize, at: &str) -> Option<Condition> {
        let own = source::text(link, "condition").filter(|name| !name.is_empty());
        let own = own.map(|name| self.named(name, at));
        let inline = source::text(link, "if").filter(|text| !text.is_empty());
        let inline = inline.map(|text| self.inline(text, at));
        let target = self.guard_of(place).map(str::to_owned);
        let target = target.map(|name| self.named(&name, at));
        let mut all: Vec<Condition> = own.into_iter().chain(inline).chain(target).collect();
        match all.len() {
            0 | 1 => all.pop(),
            _ => Some(Condition::All(all)),
        }
    }

    /// The name of the condition of the page at this place, where the engine looks at it.
    fn guard_of(&self, place: usize) -> Option<&str> {
        let page = self.pages.get(place).filter(|_| self.old_engine)?;
        source::text(page, "condition").filter(|name| !name.is_empty())
    }

    /// The page at this place can be passed by.
    fn is_passed_by(&self, place: usize) -> bool {
        let leads_on = self.pages.get(place).is_some_and(|page| source::says(page, "next"));
        leads_on && self.guard_of(place).is_some()
    }

    fn guard(&mut self, page: &Json, at: &str) -> Option<Condition> {
        let name = source::text(page, "condition").filter(|name| !name.is_empty())?;
        if !self.old_engine {
            let message = "the engine does not look at the condition of a page, nor is it kept";
            self.tools.log.often(Kind::Setting, &format!("{at}/condition"), message);
            return None;
        }
        source::says(page, "next").then(|| self.named(name, at))
    }

    /// Takes away pages on which nothing stands and whose code is not here, where it is plain how
    /// to go on without them.
    fn bypass(&mut self, pages: &mut Vec<Page>, sources: &HashMap<&str, &Json>) {
        let runs_code = |page: &Page| {
            let source = sources.get(page.at.as_str());
            let written = source.and_then(|source| source::text(source, "controller"));
            matches!(
                controller(written.unwrap_or_default()),
                Controller::Custom | Controller::Identity | Controller::External
            )
        };
        let gone: HashMap<String, String> = pages
            .iter()
            .filter(|page| page.parts.is_empty() && matches!(page.role, Role::Ask))
            .filter(|page| runs_code(page))
            .filter_map(|page| match page.next.as_slice() {
                [Route { when: None, to }] if *to != page.path => {
                    Some((page.path.clone(), to.clone()))
                }
                _ => None,
            })
            .collect();
        for route in pages.iter_mut().flat_map(|page| &mut page.next) {
            let mut steps = 0;
            while let Some(to) = gone.get(&route.to).filter(|_| steps < STEPS) {
                route.to.clone_from(to);
                steps += 1;
            }
        }
        let start = source::text(self.form, "startPage").map(str::to_owned);
        let start = start.and_then(|start| self.paths.get(start.as_str()).cloned());
        pages.retain(|page| !gone.contains_key(&page.path) || Some(&page.path) == start.as_ref());
    }
}
