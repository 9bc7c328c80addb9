//! Check your answers.

use super::Journey;
use super::condition::Values;
use super::list::item_view;
use super::place::Place;
use super::view::short;
use super::way::Way;
use crate::definition::Section;
use crate::definition::field::Field;
use crate::definition::group::Group;
use crate::definition::page::Page;
use crate::kind::show::in_full;
use crate::messages;
use crate::view::{CheckRow, CheckSection, CheckView, ItemView, Language};

impl Journey {
    pub(super) fn check_view(&self, way: &Way<'_>, language: Language) -> CheckView {
        let definition = self.service.definition();
        let sections = definition.sections.iter().flat_map(|one| section(one, way, language));
        CheckView {
            path: definition.check.path.clone(),
            title: definition.check.title.owned(language),
            caption: self.service.title(language).to_owned(),
            sections: sections.collect(),
            back: way.before(None).map(|place| place.path().into_owned()),
            button: definition.check.button.owned(language),
        }
    }
}

/// One section with its answers, followed by one for each thing of its groups.
fn section(section: &Section, way: &Way<'_>, language: Language) -> Vec<CheckSection> {
    let mut out: Vec<CheckSection> = Vec::new();
    let mut rows = Vec::new();
    let mut things = Vec::new();
    for place in way.places.iter().filter(|place| place.section() == section.id) {
        match place {
            Place::Page(page) => {
                let path = page.path.clone();
                rows.extend(page_rows(page, &path, &way.values, language));
            }
            Place::Item(group, number, page) => {
                let path = place.path().into_owned();
                let values = way.item_values(group, *number);
                let found = page_rows(page, &path, values, language);
                thing(&mut things, group, *number, way, language).rows.extend(found);
            }
            Place::List(group) => rows.push(list_row(group, way, language)),
        }
    }
    if !rows.is_empty() {
        out.push(CheckSection { title: section.title.owned(language), rows });
    }
    out.extend(things.into_iter().map(|(_, found)| found));
    out
}

/// The section of thing number `number`, made when it is not there yet.
fn thing<'t, 'g>(
    things: &'t mut Vec<((&'g str, usize), CheckSection)>,
    group: &'g Group,
    number: usize,
    way: &Way<'_>,
    language: Language,
) -> &'t mut CheckSection {
    let key = (group.path.as_str(), number);
    let at = things.iter().position(|(known, _)| *known == key).unwrap_or_else(|| {
        let ItemView { title, name, .. } = item_view(group, number, way, language);
        let title = if name.is_empty() { title } else { format!("{title}: {name}") };
        things.push((key, CheckSection { title, rows: Vec::new() }));
        things.len() - 1
    });
    #[expect(clippy::indexing_slicing, reason = "it was found or put there")]
    &mut things[at].1
}

fn list_row(group: &Group, way: &Way<'_>, language: Language) -> CheckRow {
    let count = way.items.get(group.path.as_str()).map_or(0, Vec::len);
    CheckRow {
        field: group.path.clone(),
        question: group.title.owned(language),
        answer: vec![messages::group::count(count, language)],
        page: group.path.clone(),
    }
}

fn page_rows(page: &Page, path: &str, values: &Values<'_>, language: Language) -> Vec<CheckRow> {
    let shown = page.fields.iter().filter(|field| !field.repeats);
    let row = |field: &Field| CheckRow {
        field: field.id.clone(),
        question: short(field, language),
        answer: in_full(field, values.get(field.id.as_str()), language),
        page: path.to_owned(),
    };
    shown.map(row).collect()
}
