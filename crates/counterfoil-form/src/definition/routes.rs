//! The routes between pages: every page can be reached and every way comes to an end.

use std::collections::{BTreeMap, BTreeSet};

use super::Definition;
use super::inspect;
use super::page::{Page, Route};
use super::problem::Found;

/// A page or a group on one level, with where it stands in the file.
struct Stop<'a> {
    at: String,
    path: &'a str,
    next: &'a [Route],
}

/// Notes everything that is wrong with the paths and routes of `definition`.
pub(crate) fn inspect_routes(definition: &Definition, found: &mut Found) {
    paths(definition, found);
    let check = definition.check.path.as_str();
    let exits: Vec<&str> = definition.exits.iter().map(|exit| exit.path.as_str()).collect();
    let ends: BTreeSet<&str> = exits.iter().copied().chain([check]).collect();
    let mut top = stops(&definition.pages, "");
    top.extend(definition.groups.iter().enumerate().map(|(number, group)| Stop {
        at: format!("groups[{number}]"),
        path: &group.path,
        next: &group.next,
    }));
    let first = definition.start.as_deref();
    let first = first.or_else(|| Some(definition.pages.first()?.path.as_str()));
    let Some(first) = first else {
        return found.add("pages", "at least one is needed");
    };
    if !top.iter().any(|stop| stop.path == first) {
        found.add("start", format!("there is no page {first}"));
    }
    let reached = level(&top, first, &ends, found);
    for (number, path) in exits.iter().enumerate().filter(|(_, path)| !reached.contains(*path)) {
        found.add(format!("exits[{number}]"), format!("no route leads to {path}"));
    }
    if !reached.contains(check) {
        found.add("check", "no route leads here, so nothing could ever be recorded");
    }
    for (number, group) in definition.groups.iter().enumerate() {
        let inner = stops(&group.pages, &format!("groups[{number}]."));
        let Some(first) = group.pages.first() else { continue };
        // Within a group every way ends at its list.
        level(&inner, &first.path, &BTreeSet::from([group.path.as_str()]), found);
    }
}

fn stops<'a>(pages: &'a [Page], within: &str) -> Vec<Stop<'a>> {
    let stop = |(number, page): (usize, &'a Page)| Stop {
        at: format!("{within}pages[{number}]"),
        path: &page.path,
        next: &page.next,
    };
    pages.iter().enumerate().map(stop).collect()
}

fn paths(definition: &Definition, found: &mut Found) {
    let grouped = definition.groups.iter().enumerate().flat_map(|(number, group)| {
        let pages = group.pages.iter().enumerate();
        let inner = pages.map(move |(page_number, page)| {
            (format!("groups[{number}].pages[{page_number}].path"), page.path.as_str())
        });
        inner.chain([(format!("groups[{number}].path"), group.path.as_str())])
    });
    let pages = definition.pages.iter().map(|page| page.path.as_str()).enumerate();
    let exits = definition.exits.iter().map(|exit| exit.path.as_str()).enumerate();
    let tasks = definition.task_list.as_ref().map(|tasks| tasks.path.as_str());
    let all = pages
        .map(|(number, path)| (format!("pages[{number}].path"), path))
        .chain(grouped)
        .chain(exits.map(|(number, path)| (format!("exits[{number}].path"), path)))
        .chain(tasks.map(|path| ("task_list.path".to_owned(), path)))
        .chain([("check.path".to_owned(), definition.check.path.as_str())])
        .chain([("declaration.path".to_owned(), definition.declaration.path.as_str())]);
    let mut seen = BTreeSet::new();
    for (at, path) in all {
        inspect::id(path, &at, found);
        if !seen.insert(path) {
            found.add(at, format!("{path} is used twice"));
        }
    }
}

/// Checks one level: the routes from `stops` lead to each other or to `ends`, every one is
/// reached from `first`, and none is on a loop. Gives what was reached.
fn level<'a>(
    stops: &[Stop<'a>],
    first: &'a str,
    ends: &BTreeSet<&str>,
    found: &mut Found,
) -> BTreeSet<&'a str> {
    let known: BTreeSet<&str> = stops.iter().map(|stop| stop.path).collect();
    for stop in stops {
        let at = format!("{}.next", stop.at);
        for (number, route) in stop.next.iter().enumerate() {
            if !known.contains(route.to.as_str()) && !ends.contains(route.to.as_str()) {
                found.add(format!("{at}[{number}].to"), format!("no page {} is here", route.to));
            }
        }
        if stop.next.last().is_none_or(|last| last.when.is_some()) {
            let message = "the last route must have no condition, so that no one is stuck";
            found.add(at.as_str(), message);
        }
        if stop.next.iter().rev().skip(1).any(|route| route.when.is_none()) {
            found.add(at, "only the last route may have no condition");
        }
    }
    let graph: BTreeMap<&str, &'a [Route]> =
        stops.iter().map(|stop| (stop.path, stop.next)).collect();
    let reached = reached(&graph, first);
    for stop in stops.iter().filter(|stop| !reached.contains(stop.path)) {
        found.add(stop.at.as_str(), format!("no route leads to {}", stop.path));
    }
    loops(stops, &graph, found);
    reached
}

fn reached<'a>(graph: &BTreeMap<&str, &'a [Route]>, first: &'a str) -> BTreeSet<&'a str> {
    let mut reached = BTreeSet::from([first]);
    let mut open = vec![first];
    while let Some(path) = open.pop() {
        let next = graph.get(path).copied().unwrap_or_default();
        let next = next.iter().map(|route| route.to.as_str());
        open.extend(next.filter(|to| reached.insert(to)));
    }
    reached
}

/// A page that can come before itself is on a loop. Pages are taken away while they lead to no
/// page that is left; what stays is on a loop or leads into one.
fn loops(stops: &[Stop<'_>], graph: &BTreeMap<&str, &[Route]>, found: &mut Found) {
    let mut left: BTreeSet<&str> = graph.keys().copied().collect();
    loop {
        let ends: Vec<&str> = left
            .iter()
            .copied()
            .filter(|path| {
                let next = graph.get(path).copied().unwrap_or_default();
                !next.iter().any(|route| left.contains(route.to.as_str()))
            })
            .collect();
        if ends.is_empty() {
            break;
        }
        for path in ends {
            left.remove(path);
        }
    }
    for stop in stops.iter().filter(|stop| left.contains(stop.path)) {
        found.add(format!("{}.next", stop.at), "leads into a loop");
    }
}
