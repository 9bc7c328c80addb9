//! Conditions refer to fields, groups and answers that exist and can be seen from where they stand.

use std::collections::{BTreeMap, BTreeSet};

use super::at_most;
use crate::definition::condition::{Comparison, Condition, Equals, Items};
use crate::definition::field::{Field, Kind};
use crate::definition::page::Route;
use crate::definition::problem::Found;
use crate::definition::{Definition, limits};
use crate::value::micros;

/// What a condition can refer to.
#[derive(Clone)]
pub(super) struct Known<'a> {
    /// Every field, with the group that it is in.
    fields: BTreeMap<&'a str, (Option<&'a str>, &'a Field)>,
    groups: BTreeSet<&'a str>,
    named: BTreeSet<&'a str>,
    /// The group within which it stands.
    within: Option<&'a str>,
}

impl<'a> Known<'a> {
    /// Of a whole definition; notes what is wrong with its named conditions.
    pub(super) fn of(definition: &'a Definition, found: &mut Found) -> Self {
        let top = definition.pages.iter().flat_map(|page| &page.fields);
        let top = top.chain(&definition.declaration.fields).map(|field| (None, field));
        let grouped = definition.groups.iter().flat_map(|group| {
            let fields = group.pages.iter().flat_map(|page| &page.fields);
            fields.map(|field| (Some(group.path.as_str()), field))
        });
        let fields = top.chain(grouped).map(|(group, field)| (field.id.as_str(), (group, field)));
        let known = Self {
            fields: fields.collect(),
            groups: definition.groups.iter().map(|group| group.path.as_str()).collect(),
            named: definition.conditions.iter().map(|named| named.id.as_str()).collect(),
            within: None,
        };
        at_most(found, "conditions", definition.conditions.len(), limits::NAMED_CONDITIONS);
        super::unique_names(definition.conditions.iter().map(|one| one.id.as_str()), found);
        for (number, named) in definition.conditions.iter().enumerate() {
            known.whole(&named.when, &format!("conditions[{number}].when"), found);
        }
        circles(definition, found);
        known
    }

    /// The same seen from the pages of the group at `path`.
    pub(super) fn within(&self, path: &'a str) -> Self {
        Self { within: Some(path), ..self.clone() }
    }

    pub(super) fn routes(&self, routes: &[Route], at: &str, found: &mut Found) {
        at_most(found, &format!("{at}.next"), routes.len(), limits::ROUTES);
        for (number, route) in routes.iter().enumerate() {
            self.optional(route.when.as_ref(), &format!("{at}.next[{number}].when"), found);
        }
    }

    pub(super) fn optional(&self, when: Option<&Condition>, at: &str, found: &mut Found) {
        if let Some(when) = when {
            self.whole(when, at, found);
        }
    }

    fn whole(&self, when: &Condition, at: &str, found: &mut Found) {
        let mut parts = 0;
        when.visit(&mut |_| parts += 1);
        if limits::CONDITIONS < parts {
            return found.add(at, format!("has more than {} parts", limits::CONDITIONS));
        }
        when.visit(&mut |one| self.one(one, at, found));
    }

    fn one(&self, one: &Condition, at: &str, found: &mut Found) {
        let asked = one.field().and_then(|field| self.field(field, at, found));
        match one {
            Condition::Ref(id) if !self.named.contains(id.as_str()) => {
                found.add(at, format!("there is no condition {id}"));
            }
            Condition::Items(Items { group, .. }) if !self.groups.contains(group.as_str()) => {
                found.add(at, format!("there is no group {group}"));
            }
            Condition::Equals(Equals { field, value })
            | Condition::Contains(Equals { field, value })
                if asked.is_some_and(|asked| !asked.may_be(value)) =>
            {
                found.add(at, format!("{field} is never {value}"));
            }
            Condition::Before(Comparison { field, .. })
            | Condition::After(Comparison { field, .. }) => {
                let dated =
                    |asked: &Field| matches!(asked.answer, Kind::Date(_) | Kind::MonthYear(_));
                if asked.is_some_and(|asked| !dated(asked)) {
                    found.add(at, format!("{field} is not a date"));
                }
            }
            Condition::Less(amount) | Condition::Greater(amount) => {
                let counted =
                    |asked: &Field| matches!(asked.answer, Kind::Number(_) | Kind::Money(_));
                if asked.is_some_and(|asked| !counted(asked)) {
                    found.add(at, format!("{} is not a number", amount.field));
                }
                if micros(&amount.than).is_none() {
                    found.add(at, format!("{} is not a number in digits", amount.than));
                }
            }
            _ => {}
        }
        if matches!(one, Condition::Contains(_))
            && asked.is_some_and(|asked| !matches!(asked.answer, Kind::Checkboxes(_)))
        {
            found.add(at, "only ticks can be contained");
        }
    }

    /// The field, when it exists and can be seen.
    pub(super) fn field(&self, field: &str, at: &str, found: &mut Found) -> Option<&'a Field> {
        match self.fields.get(field) {
            None => found.add(at, format!("there is no field {field}")),
            Some((Some(group), _)) if Some(*group) != self.within => {
                found.add(at, format!("{field} is answered several times, in the group {group}"));
            }
            Some((_, field)) => return Some(field),
        }
        None
    }
}

/// A named condition must not come back to itself. Conditions are taken away while they refer to
/// none that is left; what stays refers to itself.
fn circles(definition: &Definition, found: &mut Found) {
    let refs = |when: &'_ Condition| {
        let mut all = BTreeSet::new();
        when.visit(&mut |one| {
            if let Condition::Ref(id) = one {
                all.insert(id.clone());
            }
        });
        all
    };
    let mut left: BTreeMap<&str, BTreeSet<String>> =
        definition.conditions.iter().map(|one| (one.id.as_str(), refs(&one.when))).collect();
    loop {
        let names: BTreeSet<String> = left.keys().map(|id| (*id).to_owned()).collect();
        let before = left.len();
        left.retain(|_, refs| !refs.is_disjoint(&names));
        if left.len() == before {
            break;
        }
    }
    for (number, named) in definition.conditions.iter().enumerate() {
        if left.contains_key(named.id.as_str()) {
            found.add(format!("conditions[{number}].when"), "comes back to itself");
        }
    }
}
