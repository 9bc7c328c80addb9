//! Where pages lead: one after the other in engine V2, by links in engine V1.

use std::collections::HashMap;

use counterfoil_form::definition::page::Route;
use serde_json::Value as Json;

use super::Reader;
use super::controllers::Controller;
use super::pages::Read;
use crate::draft::{Draft, Page, Part, Role, both};
use crate::report::{Kind, quoted};
use crate::source;

/// Pages in a row that are passed over at most.
const STEPS: usize = 50;

impl<'a> Reader<'a> {
    /// Gives the pages their routes and puts them into the draft.
    pub(super) fn routes(&mut self, read: Vec<Read<'a>>, draft: &mut Draft) {
        let (mut read, ends): (Vec<_>, Vec<_>) =
            read.into_iter().partition(|read| read.controller != Controller::Status);
        draft.next_steps.extend(ends.iter().flat_map(|read| texts(&read.page)));
        self.on_summaries(&read, draft);
        if self.linear {
            read.retain(|one| !only_runs_code(one));
            draft.start = read.first().map(|read| read.page.path.clone());
            draft.pages = self.in_order(read);
        } else {
            draft.start = self.start();
            draft.pages = self.by_links(read);
        }
    }

    /// What a summary says before the submission belongs to the declaration.
    fn on_summaries(&mut self, read: &[Read<'_>], draft: &mut Draft) {
        for one in read.iter().filter(|one| matches!(one.page.role, Role::Check)) {
            let said = texts(&one.page);
            if !said.is_empty() {
                let message = "what the summary says stands with the declaration";
                self.tools.log.add(Kind::Layout, one.page.at.as_str(), message);
            }
            draft.declaration.extend(said);
        }
    }

    /// Engine V2: each page leads to the first later one whose condition holds. The native guard
    /// of a page does the same, but an exit has none, so its condition stands in the routes.
    fn in_order(&mut self, mut read: Vec<Read<'_>>) -> Vec<Page> {
        self.last_summary(&mut read);
        for (number, one) in read.iter_mut().enumerate() {
            // The first page is shown whatever its condition says.
            let key = source::text(one.source, "condition").filter(|key| !key.is_empty());
            let key = key.filter(|_| number != 0);
            let at = format!("{}/condition", one.page.at);
            one.page.when = key.map(|key| self.named(key, &at));
        }
        let mut pages: Vec<Page> = read.into_iter().map(|one| one.page).collect();
        let is_exit = |page: &Page| matches!(page.role, Role::Exit);
        // From an exit nothing leads on, and of many exits in a row these would be very many.
        let routes: Vec<Vec<Route>> = pages
            .iter()
            .enumerate()
            .map(|(number, page)| match is_exit(page) {
                true => Vec::new(),
                false => following(&pages, number),
            })
            .collect();
        for (page, routes) in pages.iter_mut().zip(routes) {
            page.when = page.when.take().filter(|_| !matches!(page.role, Role::Exit));
            page.next = routes;
        }
        pages
    }

    /// Leaves one summary: the last, behind which nothing is asked any more.
    fn last_summary(&mut self, read: &mut Vec<Read<'_>>) {
        let asks = read.iter().rposition(|one| one.page.asks()).map_or(0, |last| last + 1);
        let is_check = |one: &Read<'_>| matches!(one.page.role, Role::Check);
        let kept = read.iter().skip(asks).position(is_check).map(|number| number + asks);
        let mut number = 0;
        read.retain(|one| {
            let stays = !is_check(one) || Some(number) == kept;
            number += 1;
            if !stays {
                let message = "a summary on the way is left out";
                self.tools.log.add(Kind::Summary, one.page.at.as_str(), message);
            }
            stays
        });
        if kept.is_none() {
            let page = self.summary();
            read.push(Read { page, source: &Json::Null, controller: Controller::Summary });
        }
    }

    /// A summary of a form that has none at its end.
    fn summary(&mut self) -> Page {
        Page {
            at: String::new(),
            path: self.path_names.kebab("summary", "summary"),
            title: both("Check your answers", "Gwiriwch eich atebion"),
            section: None,
            parts: Vec::new(),
            role: Role::Check,
            when: None,
            next: Vec::new(),
        }
    }

    /// Engine V1: the first link whose condition holds, else the last one without.
    fn by_links(&mut self, mut read: Vec<Read<'_>>) -> Vec<Page> {
        for one in &mut read {
            if !matches!(one.page.role, Role::Exit) {
                one.page.next = self.links(one.source, &one.page.at);
            }
            if source::says(one.source, "condition") {
                let at = format!("{}/condition", one.page.at);
                let message = "the engine does not look at the condition of a page, nor is it kept";
                self.tools.log.often(Kind::Setting, &at, message);
            }
        }
        let mut gone = HashMap::new();
        for one in &read {
            if let [Route { when: None, to }] = one.page.next.as_slice()
                && *to != one.page.path
                && only_runs_code(one)
            {
                gone.insert(one.page.path.clone(), to.clone());
            }
        }
        let mut pages: Vec<Page> = read.into_iter().map(|one| one.page).collect();
        for route in pages.iter_mut().flat_map(|page| &mut page.next) {
            let mut steps = 0;
            while let Some(to) = gone.get(&route.to).filter(|_| steps < STEPS) {
                route.to.clone_from(to);
                steps += 1;
            }
        }
        let start = self.start();
        pages.retain(|page| !gone.contains_key(&page.path) || Some(&page.path) == start.as_ref());
        pages
    }

    fn links(&mut self, page: &Json, at: &str) -> Vec<Route> {
        let mut routes = Vec::new();
        let mut last = None;
        for (number, link) in source::list(page, "next").iter().enumerate() {
            let at = format!("{at}/next/{number}");
            if source::says(link, "redirect") {
                let message = "a route to another site is left out";
                self.tools.log.add(Kind::External, at.as_str(), message);
                continue;
            }
            let path = source::text(link, "path").unwrap_or_default();
            let Some(to) = self.paths.get(path.trim_matches('/')).cloned() else {
                let message = format!("there is no page {}, the route is left out", quoted(path));
                self.tools.log.add(Kind::DanglingRoute, at, message);
                continue;
            };
            let key = source::text(link, "condition").filter(|key| !key.is_empty());
            match key.map(|key| self.named(key, &at)) {
                Some(when) => routes.push(Route { when: Some(when), to }),
                None => last = Some(Route { when: None, to }),
            }
        }
        routes.extend(last);
        routes
    }

    /// The native path of the first page of engine V1.
    fn start(&mut self) -> Option<String> {
        let named = source::text(self.form, "startPage").unwrap_or("/start");
        let start = self.paths.get(named.trim_matches('/')).cloned();
        if start.is_none() {
            let message = format!("the first page {} is not in this form", quoted(named));
            self.tools.log.often(Kind::StartPage, "/startPage", message);
        }
        start
    }
}

/// Nothing stands on the page, and what its code does is not known and was reported.
fn only_runs_code(one: &Read<'_>) -> bool {
    one.controller == Controller::Custom && one.page.parts.is_empty()
}

/// The routes from the page with this number to those behind it.
fn following(pages: &[Page], number: usize) -> Vec<Route> {
    let mut routes = Vec::new();
    for page in pages.iter().skip(number + 1) {
        let is_exit = matches!(page.role, Role::Exit);
        let when = page.when.clone().filter(|_| is_exit);
        let last = when.is_none();
        routes.push(Route { when, to: page.path.clone() });
        if last {
            break;
        }
    }
    routes
}

/// What a page says.
fn texts(page: &Page) -> Vec<counterfoil_form::Words> {
    let text = |part: &Part| match part {
        Part::Text(_, words) => Some(words.clone()),
        Part::Field(_) => None,
    };
    page.parts.iter().filter_map(text).collect()
}
