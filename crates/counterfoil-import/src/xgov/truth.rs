//! From expressions to native conditions with the source engine's truth.
//!
//! The engine gives up an expression at the first name without an answer, and what is given up is
//! false; but `or` and `and` look at their second part only when the first leaves it open. A native
//! condition looks at all parts at once. So three native conditions are made of each expression:
//! when it is true, when it is false, and when it is told at all.

use counterfoil_form::definition::condition::{
    Amount, Comparison, Condition, Day, Distance, Equals, FieldName, Length,
};

/// Parts of a condition from where on it is given up. The native limit is lower and reported.
const PARTS: usize = 600;

/// When an expression is true, when it is false, and when it is either.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Truth {
    pub(super) yes: Condition,
    pub(super) no: Condition,
    pub(super) told: Condition,
}

impl Truth {
    /// Always true, or always false.
    pub(super) fn constant(yes: bool) -> Self {
        Self { yes: always(yes), no: always(!yes), told: always(true) }
    }

    /// Never told.
    pub(super) fn never() -> Self {
        Self { yes: always(false), no: always(false), told: always(false) }
    }

    /// Told when `field` is answered, by a comparison with it.
    pub(super) fn leaf(field: &str, yes: Condition) -> Self {
        let no = Condition::Not(Box::new(yes.clone()));
        Self { yes, no, told: answered(field) }
    }

    /// Told when `field` is answered, and then always `yes`.
    pub(super) fn fixed(field: &str, yes: bool) -> Self {
        let told = answered(field);
        let (never, when) = (always(false), told.clone());
        let (yes, no) = if yes { (when, never) } else { (never, when) };
        Self { yes, no, told }
    }

    pub(super) fn not(self) -> Self {
        Self { yes: self.no, no: self.yes, told: self.told }
    }

    /// One of several fields of one name, of which the way leads past one: told by that one.
    pub(super) fn one_of(all: Vec<Self>) -> Self {
        let part = |pick: fn(&Self) -> &Condition| any(all.iter().map(|one| pick(one).clone()));
        Self { yes: part(|one| &one.yes), no: part(|one| &one.no), told: part(|one| &one.told) }
    }

    /// `and`: the rest is looked at when the first is true.
    pub(super) fn and(self, rest: Self) -> Self {
        let Self { yes, no, told } = self;
        bounded(Self {
            no: any([no.clone(), guarded(&told, rest.no)]),
            told: all([told, any([no, rest.told])]),
            yes: all([yes, rest.yes]),
        })
    }

    /// `or`: the rest is looked at when the first is false.
    pub(super) fn or(self, rest: Self) -> Self {
        let Self { yes, no, told } = self;
        bounded(Self {
            yes: any([yes.clone(), guarded(&told, rest.yes)]),
            told: all([told, any([yes, rest.told])]),
            no: all([no, rest.no]),
        })
    }
}

/// `condition`, and only when `told` holds; said only where it is not implied.
fn guarded(told: &Condition, condition: Condition) -> Condition {
    match told {
        Condition::Answered(FieldName { field }) if implies(&condition, field) => condition,
        _ => all([told.clone(), condition]),
    }
}

/// Where the condition holds, `field` is answered.
fn implies(condition: &Condition, field: &str) -> bool {
    match condition {
        Condition::All(list) => list.iter().any(|one| implies(one, field)),
        Condition::Any(list) => list.iter().all(|one| implies(one, field)),
        Condition::Not(one) => {
            !matches!(**one, Condition::Answered(_)) && one.field() == Some(field)
        }
        leaf => leaf.field() == Some(field),
    }
}

/// An expression that grows too large is given up as a whole.
fn bounded(truth: Truth) -> Truth {
    let mut parts = 0;
    for one in [&truth.yes, &truth.no, &truth.told] {
        one.visit(&mut |_| parts += 1);
    }
    if PARTS < parts { Truth::never() } else { truth }
}

/// The condition does not hold, whether or not that can be told. `None` when it would get too
/// large, or refers to a condition that is not known.
pub(super) fn fails(
    condition: &Condition,
    named: &dyn Fn(&str) -> Option<Condition>,
    room: &mut usize,
) -> Option<Condition> {
    *room = room.checked_sub(1)?;
    Some(match condition {
        Condition::All(list) => any(each_fails(list, named, room)?),
        Condition::Any(list) => all(each_fails(list, named, room)?),
        Condition::Ref(id) => fails(&named(id)?, named, room)?,
        Condition::Answered(_) => Condition::Not(Box::new(condition.clone())),
        Condition::Not(one) => match (&**one, one.field()) {
            (Condition::Answered(_), _) => (**one).clone(),
            (leaf, Some(field)) => any([unanswered(field), leaf.clone()]),
            (_, None) => return None,
        },
        leaf => any([unanswered(leaf.field()?), Condition::Not(Box::new(leaf.clone()))]),
    })
}

fn each_fails(
    list: &[Condition],
    named: &dyn Fn(&str) -> Option<Condition>,
    room: &mut usize,
) -> Option<Vec<Condition>> {
    list.iter().map(|one| fails(one, named, room)).collect()
}

pub(super) fn always(yes: bool) -> Condition {
    if yes { Condition::All(Vec::new()) } else { Condition::Any(Vec::new()) }
}

pub(super) fn answered(field: &str) -> Condition {
    Condition::Answered(FieldName { field: field.to_owned() })
}

fn unanswered(field: &str) -> Condition {
    Condition::Not(Box::new(answered(field)))
}

/// All of them, flattened, without repetitions and without what always holds.
pub(super) fn all(list: impl IntoIterator<Item = Condition>) -> Condition {
    let mut flat = Vec::new();
    for one in list {
        match one {
            Condition::All(inner) => flat.extend(inner),
            Condition::Any(inner) if inner.is_empty() => return always(false),
            one => flat.push(one),
        }
    }
    only(flat, Condition::All)
}

/// Any of them, flattened, without repetitions and without what never holds.
pub(super) fn any(list: impl IntoIterator<Item = Condition>) -> Condition {
    let mut flat = Vec::new();
    for one in list {
        match one {
            Condition::Any(inner) => flat.extend(inner),
            Condition::All(inner) if inner.is_empty() => return always(true),
            one => flat.push(one),
        }
    }
    only(flat, Condition::Any)
}

fn only(flat: Vec<Condition>, many: impl Fn(Vec<Condition>) -> Condition) -> Condition {
    let mut list: Vec<Condition> = Vec::new();
    for one in flat {
        if !list.contains(&one) {
            list.push(one);
        }
    }
    match (list.len(), list.pop()) {
        (1, Some(one)) => one,
        (_, last) => {
            list.extend(last);
            many(list)
        }
    }
}

pub(super) fn equals(field: &str, value: &str) -> Condition {
    Condition::Equals(Equals { field: field.to_owned(), value: value.to_owned() })
}

pub(super) fn contains(field: &str, value: &str) -> Condition {
    Condition::Contains(Equals { field: field.to_owned(), value: value.to_owned() })
}

pub(super) fn less(field: &str, than: &str) -> Condition {
    Condition::Less(Amount { field: field.to_owned(), than: than.to_owned() })
}

pub(super) fn greater(field: &str, than: &str) -> Condition {
    Condition::Greater(Amount { field: field.to_owned(), than: than.to_owned() })
}

pub(super) fn before(field: &str, day: Day) -> Condition {
    Condition::Before(Comparison { field: field.to_owned(), day })
}

pub(super) fn after(field: &str, day: Day) -> Condition {
    Condition::After(Comparison { field: field.to_owned(), day })
}

pub(super) fn shorter(field: &str, than: u16) -> Condition {
    Condition::Shorter(Length { field: field.to_owned(), than })
}

pub(super) fn longer(field: &str, than: u16) -> Condition {
    Condition::Longer(Length { field: field.to_owned(), than })
}

/// A day counted from the day of use.
pub(super) fn relative(distance: Distance, past: bool) -> Day {
    if past { Day::Ago(distance) } else { Day::Ahead(distance) }
}
