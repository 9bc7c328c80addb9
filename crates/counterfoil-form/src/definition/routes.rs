//! The routes between pages: every page can be reached and every way comes to an end.

use std::collections::{BTreeMap, BTreeSet};

use super::Definition;
use super::inspect;
use super::problem::Found;

/// Notes everything that is wrong with the paths and routes of `definition`.
pub(crate) fn inspect_routes(definition: &Definition, found: &mut Found) {
    let known = paths(definition, found);
    for (number, page) in definition.pages.iter().enumerate() {
        let at = format!("pages[{number}].next");
        for (route_number, route) in page.next.iter().enumerate() {
            if !known.contains(route.to.as_str()) {
                let path = format!("{at}[{route_number}].to");
                found.add(path, format!("there is no page {}", route.to));
            }
        }
        if page.next.last().is_none_or(|last| last.when.is_some()) {
            found
                .add(at.as_str(), "the last route must have no condition, so that no one is stuck");
        }
        if page.next.iter().rev().skip(1).any(|route| route.when.is_none()) {
            found.add(at, "only the last route may have no condition");
        }
    }
    let graph = Graph::of(definition);
    unreachable(definition, &graph, found);
    loops(definition, &graph, found);
}

fn paths<'a>(definition: &'a Definition, found: &mut Found) -> BTreeSet<&'a str> {
    let pages = definition.pages.iter().map(|page| page.path.as_str()).enumerate();
    let exits = definition.exits.iter().map(|exit| exit.path.as_str()).enumerate();
    let all = pages
        .map(|(number, path)| (format!("pages[{number}].path"), path))
        .chain(exits.map(|(number, path)| (format!("exits[{number}].path"), path)))
        .chain([("check.path".to_owned(), definition.check.path.as_str())])
        .chain([("declaration.path".to_owned(), definition.declaration.path.as_str())]);
    let mut seen = BTreeSet::new();
    for (at, path) in all {
        inspect::id(path, &at, found);
        if !seen.insert(path) {
            found.add(at, format!("{path} is used twice"));
        }
    }
    if definition.pages.is_empty() {
        found.add("pages", "at least one is needed");
    }
    // The declaration is reached from check answers only.
    seen.remove(definition.declaration.path.as_str());
    seen
}

/// Where each page may go on to.
struct Graph<'a>(BTreeMap<&'a str, Vec<&'a str>>);

impl<'a> Graph<'a> {
    fn of(definition: &'a Definition) -> Self {
        let edges = |page: &'a super::page::Page| {
            (page.path.as_str(), page.next.iter().map(|route| route.to.as_str()).collect())
        };
        Self(definition.pages.iter().map(edges).collect())
    }

    fn next(&self, path: &str) -> &[&'a str] {
        self.0.get(path).map_or(&[], Vec::as_slice)
    }
}

fn unreachable(definition: &Definition, graph: &Graph<'_>, found: &mut Found) {
    let Some(first) = definition.pages.first() else { return };
    let mut reached = BTreeSet::from([first.path.as_str()]);
    let mut open = vec![first.path.as_str()];
    while let Some(path) = open.pop() {
        open.extend(graph.next(path).iter().filter(|next| reached.insert(**next)));
    }
    let pages = definition.pages.iter().map(|page| page.path.as_str()).enumerate();
    let exits = definition.exits.iter().map(|exit| exit.path.as_str()).enumerate();
    for (number, path) in pages.filter(|(_, path)| !reached.contains(path)) {
        found.add(format!("pages[{number}]"), format!("no route leads to {path}"));
    }
    for (number, path) in exits.filter(|(_, path)| !reached.contains(path)) {
        found.add(format!("exits[{number}]"), format!("no route leads to {path}"));
    }
    if !reached.contains(definition.check.path.as_str()) {
        found.add("check", "no route leads here, so nothing could ever be recorded");
    }
}

/// A page that can come before itself is on a loop. Pages are taken away while they lead to no
/// page that is left; what stays is on a loop or leads into one.
fn loops(definition: &Definition, graph: &Graph<'_>, found: &mut Found) {
    let mut left: BTreeSet<&str> = definition.pages.iter().map(|page| page.path.as_str()).collect();
    loop {
        let before = left.len();
        let ends: Vec<&str> = left
            .iter()
            .copied()
            .filter(|path| !graph.next(path).iter().any(|next| left.contains(next)))
            .collect();
        for path in ends {
            left.remove(path);
        }
        if left.len() == before {
            break;
        }
    }
    for (number, page) in definition.pages.iter().enumerate() {
        if left.contains(page.path.as_str()) {
            found.add(format!("pages[{number}].next"), "leads into a loop");
        }
    }
}
