//! Conditions fitted to what the definition has: fields that were left out, answers that cannot
//! be given, and fields within a list of things, which cannot be seen from outside it.

use std::collections::{HashMap, HashSet};

use counterfoil_form::definition::condition::{
    Amount, Comparison, Condition, Equals, FieldName, NamedCondition,
};
use counterfoil_form::definition::field::{Choice, Kind as Answer};
use counterfoil_form::definition::limits::CONDITIONS;

use crate::draft::{Page, Role};
use crate::report::{Kind, Log, quoted};

/// Parts that are looked at to fit one condition. Opposites of named conditions are written out,
/// so that a few of them could otherwise unfold into millions.
const ROOM: usize = 1_500;

/// What conditions can refer to.
pub(super) struct Sight<'a> {
    /// Each field with the path of the group it is in.
    fields: HashMap<&'a str, (Option<&'a str>, &'a Answer)>,
    named: HashMap<&'a str, &'a Condition>,
}

/// A condition that always, or never, holds.
fn always(yes: bool) -> Condition {
    if yes { Condition::All(Vec::new()) } else { Condition::Any(Vec::new()) }
}

/// Whether the condition always or never holds.
pub(super) fn constant(condition: &Condition) -> Option<bool> {
    match condition {
        Condition::All(list) if list.is_empty() => Some(true),
        Condition::Any(list) if list.is_empty() => Some(false),
        _ => None,
    }
}

impl<'a> Sight<'a> {
    pub(super) fn of(pages: &'a [Page], named: &'a [NamedCondition]) -> Self {
        let group =
            |page: &'a Page| matches!(page.role, Role::Repeat(_)).then_some(page.path.as_str());
        let fields = pages.iter().flat_map(|page| {
            page.fields().map(move |field| (field.id.as_str(), (group(page), &field.answer)))
        });
        let named = named.iter().map(|one| (one.id.as_str(), &one.when));
        Self { fields: fields.collect(), named: named.collect() }
    }

    /// The condition as it can stand here; `None` for one that always holds. What could not be
    /// kept does not hold, and is reported.
    pub(super) fn fit(
        &self,
        condition: &Condition,
        within: Option<&str>,
        at: &str,
        log: &mut Log,
    ) -> Option<Condition> {
        let mut fit = Fit { sight: self, within, faults: Vec::new(), room: ROOM };
        let mut fitted = fit.one(condition, false);
        let mut parts = 0;
        fitted.visit(&mut |_| parts += 1);
        if CONDITIONS < parts || fit.room == 0 {
            fit.faults.push(format!("has more than {CONDITIONS} parts"));
            fitted = always(false);
        }
        fit.faults.dedup();
        for fault in fit.faults.iter().take(3) {
            log.add(Kind::Condition, at, format!("a condition can never hold as it did: {fault}"));
        }
        (constant(&fitted) != Some(true)).then_some(fitted)
    }

    /// The named condition.
    pub(super) fn named(&self, id: &str) -> Option<&'a Condition> {
        self.named.get(id).copied()
    }

    /// The ids of the named conditions that `conditions` refer to, also through each other.
    pub(super) fn used<'c>(
        &self,
        conditions: impl Iterator<Item = &'c Condition>,
    ) -> HashSet<String> {
        let mut used = HashSet::new();
        let mut open: Vec<String> = conditions.flat_map(refs).collect();
        while let Some(id) = open.pop() {
            if let Some(named) = self.named.get(id.as_str()) {
                open.extend(refs(named).into_iter().filter(|to| !used.contains(to)));
            }
            used.insert(id);
        }
        used
    }
}

/// One condition being fitted.
struct Fit<'s, 'a> {
    sight: &'s Sight<'a>,
    /// The group within which it stands.
    within: Option<&'s str>,
    /// What could not be kept.
    faults: Vec<String>,
    /// Parts that may still be looked at.
    room: usize,
}

impl Fit<'_, '_> {
    /// The condition or, when `negated`, its opposite, with `not` at the leaves only: what cannot
    /// be told is neither, and must not become true on the way.
    fn one(&mut self, condition: &Condition, negated: bool) -> Condition {
        self.room = self.room.saturating_sub(1);
        if self.room == 0 {
            return always(false);
        }
        match condition {
            Condition::Not(one) => self.one(one, !negated),
            Condition::All(list) | Condition::Any(list) => {
                let list = list.iter().map(|one| self.one(one, negated)).collect();
                joined(list, matches!(condition, Condition::All(_)) != negated)
            }
            Condition::Ref(id) => match self.sight.named(id) {
                Some(named) if negated => self.one(named, true),
                Some(_) => condition.clone(),
                None => {
                    self.faults.push(format!("there is no condition {}", quoted(id)));
                    always(false)
                }
            },
            // Only the importer's own drafts look at groups, and they know them.
            Condition::Items(_) => signed(condition, negated),
            leaf => self.leaf(leaf, negated),
        }
    }

    fn leaf(&mut self, leaf: &Condition, negated: bool) -> Condition {
        let name = leaf.field().unwrap_or_default();
        let fault = match self.sight.fields.get(name) {
            None => Some(format!("{} is not asked", quoted(name))),
            Some((Some(group), _)) if Some(*group) != self.within => {
                Some(format!("{} is answered several times", quoted(name)))
            }
            Some((_, answer)) => misfit(leaf, name, answer),
        };
        match fault {
            None => signed(leaf, negated),
            Some(fault) => {
                self.faults.push(fault);
                // An answer that is never given is always missing.
                let missing = matches!(leaf, Condition::Answered(FieldName { .. }));
                always(missing && negated)
            }
        }
    }
}

fn refs(condition: &Condition) -> Vec<String> {
    let mut all = Vec::new();
    condition.visit(&mut |one| {
        if let Condition::Ref(id) = one {
            all.push(id.clone());
        }
    });
    all
}

fn signed(leaf: &Condition, negated: bool) -> Condition {
    if negated { Condition::Not(Box::new(leaf.clone())) } else { leaf.clone() }
}

/// Joins branches, those that decide nothing left out.
fn joined(list: Vec<Condition>, all: bool) -> Condition {
    if list.iter().any(|one| constant(one) == Some(!all)) {
        return always(!all);
    }
    let mut list: Vec<Condition> =
        list.into_iter().filter(|one| constant(one) != Some(all)).collect();
    match (list.len(), all) {
        (1, _) => list.pop().unwrap_or_else(|| always(all)),
        (_, true) => Condition::All(list),
        (_, false) => Condition::Any(list),
    }
}

/// Why an answer of this kind can never be so.
fn misfit(leaf: &Condition, name: &str, answer: &Answer) -> Option<String> {
    let never = |value: &str| Some(format!("{} is never {}", quoted(name), quoted(value)));
    let one_of = |options: &[Choice], value: &str| options.iter().any(|one| one.value == value);
    let may_be = |value: &str| match answer {
        Answer::Radios(rule) => one_of(&rule.options, value),
        Answer::Select(rule) => one_of(&rule.options, value),
        Answer::Checkboxes(rule) => one_of(&rule.options, value),
        Answer::YesNo(_) => matches!(value, "yes" | "no"),
        _ => true,
    };
    match leaf {
        Condition::Equals(Equals { value, .. }) if !may_be(value) => never(value),
        Condition::Contains(_) if !matches!(answer, Answer::Checkboxes(_)) => {
            Some(format!("{} has no ticks", quoted(name)))
        }
        Condition::Contains(Equals { value, .. }) if !may_be(value) => never(value),
        Condition::Before(Comparison { .. }) | Condition::After(Comparison { .. })
            if !matches!(answer, Answer::Date(_) | Answer::MonthYear(_)) =>
        {
            Some(format!("{} is not a date", quoted(name)))
        }
        Condition::Less(Amount { than, .. }) | Condition::Greater(Amount { than, .. }) => {
            let counted = matches!(answer, Answer::Number(_) | Answer::Money(_));
            (!counted || !is_amount(than)).then(|| format!("{} is no such number", quoted(name)))
        }
        _ => None,
    }
}

/// A number in digits, as a definition takes it.
pub(crate) fn is_amount(text: &str) -> bool {
    let plain = text.strip_prefix('-').unwrap_or(text);
    let (whole, part) = plain.split_once('.').unwrap_or((plain, ""));
    let digits = |text: &str| text.chars().all(|c| c.is_ascii_digit());
    !whole.is_empty() && digits(whole) && digits(part) && part.len() <= 6 && whole.len() <= 20
}
