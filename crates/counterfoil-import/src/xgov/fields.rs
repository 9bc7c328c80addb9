//! The fields of a form as its conditions name them.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use counterfoil_form::definition::field::Kind as Answer;

/// A field as conditions see it.
#[derive(Debug, Clone)]
pub(super) struct Known {
    /// The native id.
    pub(super) id: String,
    /// What its answers are.
    pub(super) sort: Sort,
    /// The values of its choices, if it has any.
    values: Option<Arc<HashSet<String>>>,
}

impl Known {
    /// An answer can be `value`, as far as that is known.
    pub(super) fn may_be(&self, value: &str) -> bool {
        self.values.as_ref().is_none_or(|values| values.contains(value))
    }
}

/// Answers as conditions compare them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sort {
    /// True or false.
    YesNo,
    /// The value of a choice.
    Choice,
    /// Ticks.
    Ticks,
    /// A number.
    Number,
    /// A day.
    Date,
    /// The age group of a date of birth: `junior` before 13, `senior` from 66, else `full`.
    AgeGroup,
    /// Text.
    Text,
    /// Something that equals nothing, such as an address.
    Other,
}

/// Fields by the names under which the source keeps their answers.
#[derive(Debug, Default)]
pub(super) struct Fields {
    by_key: HashMap<String, Vec<Known>>,
    by_name: HashMap<String, Vec<Known>>,
}

impl Fields {
    /// Notes the field `id`, named `name` in `section`.
    pub(super) fn add(&mut self, section: Option<&str>, name: &str, id: &str, answer: &Answer) {
        let key = section.map_or_else(|| name.to_owned(), |section| format!("{section}.{name}"));
        let values = values(answer).map(Arc::new);
        let field = Known { id: id.to_owned(), sort: sort(answer), values };
        self.by_key.entry(key).or_default().push(field.clone());
        self.by_name.entry(name.to_owned()).or_default().push(field);
    }

    /// Notes the age group that the engine works out of the question `dob` in `section`.
    pub(super) fn add_age_group(&mut self, section: Option<&str>) {
        let within =
            |name: &str| section.map_or(name.to_owned(), |section| format!("{section}.{name}"));
        let born = self.get(&within("dob")).last().filter(|known| known.sort == Sort::Date);
        if let Some(born) = born.cloned() {
            let group = Known { sort: Sort::AgeGroup, ..born };
            self.by_key.entry(within("ageGroup")).or_default().push(group.clone());
            self.by_name.entry("ageGroup".to_owned()).or_default().push(group);
        }
    }

    /// The same question stands in the form already, as on two ways that exclude each other.
    pub(super) fn knows(&self, section: Option<&str>, name: &str) -> bool {
        let key = section.map_or_else(|| name.to_owned(), |section| format!("{section}.{name}"));
        self.by_key.contains_key(&key)
    }

    /// The fields that `name` means: those with that section and name, or, for a bare name, those
    /// of any section, since MHCLG's engine looks into the section of the page that is left.
    pub(super) fn get(&self, name: &str) -> &[Known] {
        let found = self.by_key.get(name).or_else(|| self.by_name.get(name));
        found.map_or(&[], Vec::as_slice)
    }
}

fn values(answer: &Answer) -> Option<HashSet<String>> {
    let options = match answer {
        Answer::Radios(rule) => &rule.options,
        Answer::Select(rule) => &rule.options,
        Answer::Checkboxes(rule) => &rule.options,
        _ => return None,
    };
    Some(options.iter().map(|choice| choice.value.clone()).collect())
}

fn sort(answer: &Answer) -> Sort {
    match answer {
        Answer::YesNo(_) => Sort::YesNo,
        Answer::Radios(_) | Answer::Select(_) => Sort::Choice,
        Answer::Checkboxes(_) => Sort::Ticks,
        Answer::Number(_) | Answer::Money(_) => Sort::Number,
        Answer::Date(_) => Sort::Date,
        Answer::MonthYear(_) | Answer::UkAddress(_) | Answer::File(_) => Sort::Other,
        _ => Sort::Text,
    }
}
