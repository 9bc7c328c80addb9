//! Routes: which pages are reached, where loops are cut, where the journey ends.

use std::collections::{HashMap, HashSet};

use counterfoil_form::definition::condition::NamedCondition;
use counterfoil_form::definition::limits::ROUTES;
use counterfoil_form::definition::page::Route;

use super::conditions::Sight;
use crate::draft::{Draft, Page, Role};
use crate::report::{Kind, Log, quoted};

/// The pages that can be reached, in the order in which a journey comes to them.
pub(super) struct Graph {
    /// The pages that ask or tell, the first one first.
    pub(super) pages: Vec<Page>,
    /// The pages that end a journey.
    pub(super) exits: Vec<Page>,
    /// The pages that come after the submission.
    pub(super) after: Vec<Page>,
}

/// Orders the pages of `draft`. Every route leads to a page or to `check`, and there is no loop.
pub(super) fn graph(draft: &mut Draft, check: &str, log: &mut Log) -> Option<Graph> {
    let mut pages = std::mem::take(&mut draft.pages);
    let Some(first) = start(&pages, draft.start.as_deref(), log) else {
        log.add(Kind::NoPages, "/pages", "there is no page before the summary");
        return None;
    };
    let after_check = to_check(&mut pages, check, log);
    dangling(&mut pages, check, log);
    ends(&mut pages, &first, check);
    let mut left_out = Vec::new();
    prune(&mut pages, &first, &mut left_out);
    // A route that never holds leads nowhere, and a field that is not asked makes more such
    // routes. Each round takes pages away, and few forms need a second one.
    for _ in 0..ROUNDS {
        cut_loops(&mut pages, &first, log);
        drop_dead_routes(&mut pages, &draft.conditions, check, log);
        if !prune(&mut pages, &first, &mut left_out) {
            break;
        }
    }
    let (after, left_out): (Vec<Page>, Vec<Page>) =
        left_out.into_iter().partition(|page| after_check.contains(&page.path));
    unreachable(left_out, log);
    let (exits, pages): (Vec<Page>, Vec<Page>) =
        pages.into_iter().partition(|page| matches!(page.role, Role::Exit));
    let mut graph = Graph { pages, exits, after };
    if !recorded(&graph.pages, check) {
        open_an_end(&mut graph, check, log)?;
    }
    Some(graph)
}

/// Rounds of taking away routes that never hold and what only they led to.
const ROUNDS: usize = 30;

/// Takes away the pages that cannot be reached and orders the rest. Whether there were any.
fn prune(pages: &mut Vec<Page>, first: &str, left_out: &mut Vec<Page>) -> bool {
    let order = order(pages, first);
    let before = pages.len();
    let mut by_path: HashMap<String, Page> =
        pages.drain(..).map(|page| (page.path.clone(), page)).collect();
    pages.extend(order.iter().filter_map(|path| by_path.remove(path)));
    left_out.extend(by_path.into_values());
    pages.len() < before
}

/// Takes away routes that never hold and those behind one that always does. What becomes of the
/// other conditions is reported later, where they are fitted for good.
fn drop_dead_routes(pages: &mut [Page], named: &[NamedCondition], check: &str, log: &mut Log) {
    let sight = Sight::of(pages, named);
    let fitted: Vec<Vec<Route>> = pages
        .iter()
        .map(|page| {
            let own: Vec<_> = page.fields().collect();
            let is_exit = matches!(page.role, Role::Exit);
            let alive = sight.alive(page, log);
            if is_exit { Vec::new() } else { sight.closed(page, &own, alive, check) }
        })
        .collect();
    pages.iter_mut().zip(fitted).for_each(|(page, routes)| page.next = routes);
}

/// Some route leads to check answers.
fn recorded(pages: &[Page], check: &str) -> bool {
    pages.iter().flat_map(|page| &page.next).any(|route| route.to == check)
}

/// The first page: the one that is named, else, of those that no route leads to, the one from
/// which most pages are reached.
fn start(pages: &[Page], named: Option<&str>, log: &mut Log) -> Option<String> {
    let asks = |page: &&Page| !matches!(page.role, Role::Check | Role::Exit);
    if let Some(page) = pages.iter().filter(asks).find(|page| Some(page.path.as_str()) == named) {
        return Some(page.path.clone());
    }
    let targets: HashSet<&str> =
        pages.iter().flat_map(|page| &page.next).map(|route| route.to.as_str()).collect();
    let free: Vec<&Page> =
        pages.iter().filter(asks).filter(|page| !targets.contains(page.path.as_str())).collect();
    let free = if free.is_empty() { pages.iter().filter(asks).take(1).collect() } else { free };
    // The first of several that reach as much. Many such pages would take long to compare.
    let mut best: Option<(usize, &Page)> = None;
    for page in free.into_iter().take(100) {
        let reach = order(pages, &page.path).len();
        if best.is_none_or(|(most, _)| most < reach) {
            best = Some((reach, page));
        }
    }
    let (_, page) = best?;
    let message = format!("no first page is named; taken to be {}", quoted(&page.path));
    log.add(Kind::StartPage, page.at.as_str(), message);
    Some(page.path.clone())
}

/// Leads routes to summaries to `check`, and takes the summaries away. Gives the paths of what
/// comes after them.
fn to_check(pages: &mut Vec<Page>, check: &str, log: &mut Log) -> Vec<String> {
    let summaries: HashSet<String> = pages
        .iter()
        .filter(|page| matches!(page.role, Role::Check))
        .map(|page| page.path.clone())
        .collect();
    let mut open: Vec<String> = Vec::new();
    pages.retain(|page| {
        if summaries.contains(&page.path) {
            open.extend(page.next.iter().map(|route| route.to.clone()));
            let title = quoted(&page.title.en);
            let message = format!("the summary {title} is now the terminal’s own check answers");
            log.add(Kind::Summary, page.at.as_str(), message);
        }
        !summaries.contains(&page.path)
    });
    for route in pages.iter_mut().flat_map(|page| &mut page.next) {
        if summaries.contains(&route.to) {
            check.clone_into(&mut route.to);
        }
    }
    following(pages, open)
}

/// The pages that `open` leads to.
fn following(pages: &[Page], mut open: Vec<String>) -> Vec<String> {
    let by_path: HashMap<&str, &Page> =
        pages.iter().map(|page| (page.path.as_str(), page)).collect();
    let mut seen = HashSet::new();
    let mut order = Vec::new();
    open.reverse();
    while let Some(path) = open.pop() {
        let Some(page) = by_path.get(path.as_str()) else { continue };
        if seen.insert(path.clone()) {
            order.push(path);
            open.extend(page.next.iter().rev().map(|route| route.to.clone()));
        }
    }
    order
}

fn dangling(pages: &mut [Page], check: &str, log: &mut Log) {
    let known: HashSet<String> = pages.iter().map(|page| page.path.clone()).collect();
    for page in pages {
        let at = page.at.clone();
        page.next.retain(|route| {
            let leads = known.contains(&route.to) || route.to == check;
            if !leads {
                let message = format!("there is no page {}, the route is left out", route.to);
                log.add(Kind::DanglingRoute, format!("{at}/next"), message);
            }
            leads
        });
        if ROUTES <= page.next.len() {
            log.add(Kind::Limit, format!("{at}/next"), "more routes than a page may have");
            page.next.truncate(ROUTES - 1);
        }
    }
}

/// A page that leads nowhere ends the journey when it asks nothing; else check answers come next.
fn ends(pages: &mut [Page], first: &str, check: &str) {
    for page in pages {
        let is_exit = matches!(page.role, Role::Exit);
        if page.next.is_empty() && !is_exit {
            if page.asks() || page.path == first {
                page.next.push(Route { when: None, to: check.to_owned() });
            } else {
                page.role = Role::Exit;
            }
        }
        if matches!(page.role, Role::Exit) {
            page.next.clear();
        }
    }
}

/// Takes away every route that leads back to a page on the way to it.
fn cut_loops(pages: &mut [Page], first: &str, log: &mut Log) {
    let places: HashMap<String, usize> =
        pages.iter().enumerate().map(|(number, page)| (page.path.clone(), number)).collect();
    let mut state = vec![Seen::Not; pages.len()];
    let mut way: Vec<(usize, usize)> = places.get(first).map(|at| (*at, 0)).into_iter().collect();
    while let Some((at, number)) = way.last_mut() {
        let at = *at;
        if let Some(seen) = state.get_mut(at) {
            *seen = Seen::OnTheWay;
        }
        let Some(page) = pages.get_mut(at) else { break };
        let Some(route) = page.next.get(*number) else {
            if let Some(seen) = state.get_mut(at) {
                *seen = Seen::Done;
            }
            way.pop();
            continue;
        };
        let to = places.get(&route.to).copied();
        match to.and_then(|to| state.get(to)) {
            Some(Seen::OnTheWay) => {
                let route = page.next.remove(*number);
                let message = format!(
                    "the route from {} back to {} was cut: a journey here never comes back",
                    quoted(&page.path),
                    quoted(&route.to),
                );
                log.add(Kind::LoopCut, format!("{}/next", page.at), message);
            }
            Some(Seen::Not) => {
                *number += 1;
                way.extend(to.map(|to| (to, 0)));
            }
            Some(Seen::Done) | None => *number += 1,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Seen {
    Not,
    OnTheWay,
    Done,
}

/// Paths in the order in which a journey comes to them, side ways after the main one's pages.
fn order(pages: &[Page], first: &str) -> Vec<String> {
    following(pages, vec![first.to_owned()])
}

fn unreachable(mut left: Vec<Page>, log: &mut Log) {
    left.sort_by(|one, other| one.at.len().cmp(&other.at.len()).then(one.at.cmp(&other.at)));
    for page in left {
        let message = format!("no route leads to the page {}, left out", quoted(&page.path));
        log.add(Kind::Unreachable, page.at, message);
    }
}

/// Nothing would ever be recorded: the exit that comes last on the way leads on to `check`.
fn open_an_end(graph: &mut Graph, check: &str, log: &mut Log) -> Option<()> {
    let Some(mut page) = graph.exits.pop() else {
        log.add(Kind::NoQuestions, "", "no way through this form ends with answers to record");
        return None;
    };
    let title = quoted(&page.title.en);
    let message = format!("nothing would be recorded; {title} now leads to check answers");
    log.add(Kind::Summary, page.at.as_str(), message);
    page.role = Role::Ask;
    page.next.push(Route { when: None, to: check.to_owned() });
    graph.pages.push(page);
    Some(())
}
