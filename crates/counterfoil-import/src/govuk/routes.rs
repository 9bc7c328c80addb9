//! Where to go on: by the answer to the step that is left, else to the next step.

use counterfoil_form::definition::condition::Condition;
use counterfoil_form::definition::field::Choice;
use counterfoil_form::definition::page::Route;
use serde_json::Value as Json;

use super::answers::NONE;
use super::{Reader, is_true, steps};
use crate::draft::choices::value;
use crate::draft::{Page, Part, Role};
use crate::report::{Kind, quoted};
use crate::{source, truth};

impl Reader<'_> {
    /// Gives the pages their routes. A follow-up question stands right behind its page.
    pub(super) fn routes(&mut self, all: &[(String, &Json)], read: &mut [Page]) {
        let mut pages = read.iter_mut().peekable();
        let follows_up = |page: &Page| page.at.ends_with("/none_of_the_above_question");
        while let Some(page) = pages.next() {
            let Some(number) = all.iter().position(|(at, _)| *at == page.at) else { continue };
            let routes = self.routes_of(all, number);
            match pages.next_if(|next| follows_up(next)) {
                Some(follow_up) => {
                    page.next = vec![always(follow_up.path.clone())];
                    follow_up.next = routes;
                }
                None => page.next = routes,
            }
        }
    }

    fn routes_of(&mut self, all: &[(String, &Json)], number: usize) -> Vec<Route> {
        let Some((at, step)) = all.get(number) else { return Vec::new() };
        let mut routes = Vec::new();
        let conditions = source::list(step, "routing_conditions");
        for (place, condition) in conditions.iter().enumerate() {
            let at = format!("{at}/routing_conditions/{place}");
            let wanted = source::plain(condition.get("answer_value"));
            // The first one decides when it has no answer; behind others such a one does nothing.
            if wanted.trim().is_empty() && place != 0 {
                let message = "a route without an answer behind others is never taken";
                self.tools.log.add(Kind::Setting, at, message);
                continue;
            }
            let Some(to) = self.target(step, condition, &at) else { continue };
            if wanted.trim().is_empty() {
                return vec![always(to)];
            }
            let when = self.when(&source::plain(step.get("id")), &wanted, &at);
            routes.extend(when.map(|when| Route { when: Some(when), to }));
        }
        routes.push(always(self.onward(all, number)));
        routes
    }

    /// The step that comes next without any condition; check answers after the last.
    fn onward(&mut self, all: &[(String, &Json)], number: usize) -> String {
        let Some((at, step)) = all.get(number) else { return self.check.clone() };
        let named = step.get("next_step_id").or_else(|| step.get("next_page"));
        let Some(named) = named else {
            let next = all.get(number + 1).map(|(_, next)| source::plain(next.get("id")));
            let path = next.and_then(|id| self.paths.get(&id).cloned());
            return path.unwrap_or_else(|| self.check.clone());
        };
        let id = source::plain(Some(named));
        if let Some(path) = self.paths.get(&id) {
            return path.clone();
        }
        if !named.is_null() {
            let message = format!("there is no step {}; check answers come next", quoted(&id));
            self.tools.log.add(Kind::DanglingRoute, at.as_str(), message);
        }
        self.check.clone()
    }

    /// Where a route leads: to an exit page, to check answers or to a step.
    fn target(&mut self, step: &Json, condition: &Json, at: &str) -> Option<String> {
        if let Some(exit) = self.exit(step, condition, at) {
            return Some(exit);
        }
        if is_true(condition, "skip_to_end") {
            return Some(self.check.clone());
        }
        let id = source::plain(condition.get("goto_page_id"));
        let path = self.paths.get(&id).cloned();
        if path.is_none() {
            let message = format!("there is no step {}, the route is left out", quoted(&id));
            self.tools.log.add(Kind::DanglingRoute, at, message);
        }
        path
    }

    /// The exit page of a route: one that the step has, or one that the route itself describes.
    fn exit(&mut self, step: &Json, condition: &Json, at: &str) -> Option<String> {
        let id = source::plain(condition.get("exit_page_id"));
        let named = source::list(step, "exit_pages").iter();
        let named =
            named.clone().find(|exit| !id.is_empty() && source::plain(exit.get("id")) == id);
        let (from, heading, text, at) = match named {
            Some(exit) => (exit, "heading", "markdown", format!("{at}/exit_pages/{id}")),
            None => (condition, "exit_page_heading", "exit_page_markdown", at.to_owned()),
        };
        if named.is_none() && !source::says(condition, heading) && !source::says(condition, text) {
            if !id.is_empty() {
                let message = format!("there is no exit page {}", quoted(&id));
                self.tools.log.add(Kind::DanglingRoute, at, message);
            }
            return None;
        }
        let title = self.line(from.get(heading), &at);
        let content = self.marked(from.get(text), &at);
        let name = source::plain(from.get("id"));
        let step_id = source::plain(step.get("id"));
        let path = self.path_names.kebab(&format!("exit-{step_id}-{name}"), "exit");
        let parts = (!content.en.is_empty()).then_some(Part::Text(None, content));
        let parts = parts.into_iter().collect();
        let page = Page { title, parts, role: Role::Exit, ..steps::blank(&at, path.clone()) };
        self.exits.push(page);
        Some(path)
    }

    /// The answer to the step is `wanted`: the value of a choice or, in older documents, its name.
    fn when(&mut self, id: &str, wanted: &str, at: &str) -> Option<Condition> {
        let Some((field, options)) = self.chosen.get(id) else {
            let message = "a route hangs on an answer that is not one choice of several";
            self.tools.log.add(Kind::Condition, at, message);
            return None;
        };
        let plain = value(wanted);
        let by_value = |one: &&Choice| one.value == plain;
        let by_name = |one: &&Choice| one.label.en == plain;
        let found = options.iter().find(by_value).or_else(|| options.iter().find(by_name));
        match found {
            Some(choice) => Some(truth::equals(field, &choice.value)),
            None => {
                let what = if wanted == NONE { "none of the above" } else { wanted };
                let message = format!("{} is no choice, so the route is never taken", quoted(what));
                self.tools.log.add(Kind::Condition, at, message);
                None
            }
        }
    }
}

fn always(to: String) -> Route {
    Route { when: None, to }
}
