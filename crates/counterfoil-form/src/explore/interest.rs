//! Which answers matter: those that conditions look at, and only as long as one lies ahead.

use std::collections::{BTreeMap, BTreeSet};

use crate::answers::{Answers, Values, names};
use crate::definition::Definition;
use crate::definition::condition::{Condition, Items};
use crate::definition::field::Field;
use crate::definition::group::Group;
use crate::definition::page::{Page, Route};

/// Things of a group that are added at most to satisfy a condition on their number.
const THINGS_MAX: u16 = 6;

/// What conditions of a definition look at.
#[derive(Debug)]
pub(super) struct Interest {
    /// The comparisons that are made of each field.
    compared: BTreeMap<String, Vec<Condition>>,
    /// For each page, the names under which answers that matter from there on are typed.
    ahead: BTreeMap<String, BTreeSet<String>>,
    /// For each group, the most things that a condition asks for.
    things: BTreeMap<String, u16>,
}

impl Interest {
    pub(super) fn of(definition: &Definition) -> Self {
        let mut compared: BTreeMap<String, Vec<Condition>> = BTreeMap::new();
        let mut things: BTreeMap<String, u16> = BTreeMap::new();
        for when in conditions(definition) {
            when.visit(&mut |one| {
                if let Some(field) = one.field() {
                    compared.entry(field.to_owned()).or_default().push(one.clone());
                }
                if let Condition::Items(Items { group, at_least }) = one {
                    let most = things.entry(group.clone()).or_default();
                    *most = (*most).max(*at_least).min(THINGS_MAX);
                }
            });
        }
        Self { compared, ahead: Ahead::of(definition).names(definition), things }
    }

    /// The comparisons that are made of this field.
    pub(super) fn compared(&self, field: &str) -> &[Condition] {
        self.compared.get(field).map_or(&[], Vec::as_slice)
    }

    /// The answers that matter from this page on.
    pub(super) fn matters(&self, page: &str, answers: &Answers) -> Values {
        let Some(names) = self.ahead.get(page) else { return Values::new() };
        let mut all = answers.picked(names);
        for (group, most) in &self.things {
            let count = answers.items(group).len().min(usize::from(*most));
            all.insert(format!("{group}/"), vec![count.to_string()]);
        }
        all
    }

    /// How to go on from a list: another thing only while a condition asks for more of them.
    pub(super) fn another(&self, group: &Group, answers: &Answers) -> Vec<Values> {
        let say = |word: &str| Values::from([("another".to_owned(), vec![word.to_owned()])]);
        let count = answers.items(&group.path).len();
        let wanted = self.things.get(&group.path).copied().unwrap_or_default();
        // At least one thing, so that its pages are gone through.
        let wanted = usize::from(wanted.max(1).min(group.max));
        match (usize::from(group.max) <= count, count < wanted) {
            (true, _) => vec![Values::new()],
            (false, true) => vec![say("no"), say("yes")],
            (false, false) => vec![say("no")],
        }
    }
}

/// Every condition of a definition.
fn conditions(definition: &Definition) -> Vec<&Condition> {
    let named = definition.conditions.iter().map(|named| &named.when);
    let pages = definition.pages.iter().flat_map(page_conditions);
    let groups = definition.groups.iter().flat_map(|group| {
        let own = group.when.iter().chain(route_conditions(&group.next));
        own.chain(group.pages.iter().flat_map(page_conditions)).collect::<Vec<_>>()
    });
    named.chain(pages).chain(groups).collect()
}

fn page_conditions(page: &Page) -> Vec<&Condition> {
    page.when.iter().chain(route_conditions(&page.next)).collect()
}

fn route_conditions(routes: &[Route]) -> impl Iterator<Item = &Condition> {
    routes.iter().filter_map(|route| route.when.as_ref())
}

/// The fields that conditions on the pages ahead of each page look at.
struct Ahead<'a> {
    /// Where each page may go on to, groups with their pages.
    next: BTreeMap<&'a str, Vec<&'a str>>,
    /// The fields that conditions at each page look at.
    looks: BTreeMap<&'a str, BTreeSet<&'a str>>,
}

impl<'a> Ahead<'a> {
    fn of(definition: &'a Definition) -> Self {
        let mut this = Self { next: BTreeMap::new(), looks: BTreeMap::new() };
        for page in &definition.pages {
            this.add(definition, &page.path, page_conditions(page), &page.next, None);
        }
        for group in &definition.groups {
            let own = group.when.iter().chain(route_conditions(&group.next)).collect();
            let first = group.pages.first().map(|page| page.path.as_str());
            this.add(definition, &group.path, own, &group.next, first);
            for page in &group.pages {
                this.add(definition, &page.path, page_conditions(page), &page.next, None);
            }
        }
        this
    }

    fn add(
        &mut self,
        definition: &'a Definition,
        path: &'a str,
        conditions: Vec<&'a Condition>,
        routes: &'a [Route],
        also: Option<&'a str>,
    ) {
        let next = routes.iter().map(|route| route.to.as_str()).chain(also);
        self.next.insert(path, next.collect());
        let mut looks = BTreeSet::new();
        conditions.into_iter().for_each(|when| looked_at(definition, when, &mut looks));
        self.looks.insert(path, looks);
    }

    /// Of each page, the names of the answers that matter from it on.
    fn names(self, definition: &Definition) -> BTreeMap<String, BTreeSet<String>> {
        let grouped = definition.groups.iter().flat_map(|group| &group.pages);
        let pages = definition.pages.iter().chain(grouped);
        let fields: BTreeMap<&str, &Field> =
            pages.flat_map(|page| &page.fields).map(|field| (field.id.as_str(), field)).collect();
        let of_page = |path: &&str| {
            let looked_at = self.from(path);
            let names =
                looked_at.iter().filter_map(|field| fields.get(field)).flat_map(|f| names(f));
            ((*path).to_owned(), names.collect())
        };
        self.next.keys().map(of_page).collect()
    }

    fn from(&self, path: &str) -> BTreeSet<&'a str> {
        let mut seen = BTreeSet::new();
        let mut open = vec![path];
        let mut all = BTreeSet::new();
        while let Some(path) = open.pop() {
            if !seen.insert(path) {
                continue;
            }
            all.extend(self.looks.get(path).into_iter().flatten());
            open.extend(self.next.get(path).into_iter().flatten().copied());
        }
        all
    }
}

/// The fields that a condition looks at, through the names it refers to as well.
fn looked_at<'a>(definition: &'a Definition, when: &'a Condition, all: &mut BTreeSet<&'a str>) {
    when.visit(&mut |one| {
        all.extend(one.field());
        if let Condition::Ref(id) = one {
            let named = definition.conditions.iter().find(|named| named.id == *id);
            if let Some(named) = named {
                looked_at(definition, &named.when, all);
            }
        }
    });
}
