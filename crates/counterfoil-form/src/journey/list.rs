//! The list of a group: what was added, another one, taking one away.

use std::sync::Arc;

use jiff::civil::Date;

use super::place::Place;
use super::view::Frame;
use super::way::{Way, another_name};
use super::{Asked, Journey, StepOut};
use crate::answers::{Answers, Values};
use crate::definition::group::Group;
use crate::kind::show::in_full;
use crate::messages;
use crate::view::{
    ChoiceView, ContentBlock, Control, FieldProblem, FieldView, ItemView, Language, PagePurpose,
    PageView,
};

/// The last part of the path of the page that takes one away.
pub(super) const REMOVE: &str = "remove";
/// The name of the list's own question.
const ANOTHER: &str = "another";

impl Journey {
    /// The list of `group`.
    pub(super) fn list_view<'a>(
        &'a self,
        group: &'a Group,
        way: &Way<'a>,
        asked: Asked,
    ) -> PageView {
        let language = asked.language;
        let count = self.answers.items(&group.path).len();
        let full = usize::from(group.max) <= count;
        let given = self.answers.one(&another_name(group));
        let unanswered = self.answers.is_answered(&group.path) && !full && given.is_empty();
        let problem = unanswered.then(|| {
            let label = group.another.label.get(language);
            messages::select_an_answer(label, language)
        });
        let question = choices(
            ANOTHER,
            group.another.label.owned(language),
            [("yes", group.another.yes.owned(language)), ("no", group.another.no.owned(language))],
            given,
            problem.clone(),
        );
        let mut view = Frame {
            path: group.path.clone(),
            title: group.title.owned(language),
            staff_notes: crate::words::sentences(&group.staff_notes, language),
        }
        .view(self, language);
        if count == 0 {
            view.content = vec![paragraph(messages::group::none_yet(language).to_owned())];
        }
        if full {
            view.content = vec![paragraph(messages::group::full(group.max, language))];
        }
        view.fields = if full { Vec::new() } else { vec![question] };
        view.problems = problem.into_iter().map(|message| wrong(ANOTHER, message)).collect();
        view.items = (0..count).map(|number| item_view(group, number, way, language)).collect();
        view.back = self.back(Place::List(group), way, asked.changing);
        view.changing = asked.changing;
        view
    }

    /// The page that asks whether to take thing number `number` away.
    pub(super) fn remove_view(
        &self,
        group: &Group,
        number: usize,
        way: &Way<'_>,
        asked: Asked,
        unanswered: bool,
    ) -> PageView {
        let language = asked.language;
        let ItemView { title, name, .. } = item_view(group, number, way, language);
        let whole = if name.is_empty() { title } else { format!("{title}: {name}") };
        let label = messages::group::remove(&whole, language);
        let problem = unanswered.then(|| messages::select_an_answer(&label, language));
        let word = |pair| messages::pick(pair, language).to_owned();
        let options =
            [("yes", word(messages::group::REMOVE_YES)), ("no", word(messages::group::REMOVE_NO))];
        let question = choices(REMOVE, label.clone(), options, "", problem.clone());
        let mut view = Frame {
            path: format!("{}/{}/{REMOVE}", group.path, number + 1),
            title: label,
            staff_notes: Vec::new(),
        }
        .view(self, language);
        view.fields = vec![question];
        view.problems = problem.into_iter().map(|message| wrong(REMOVE, message)).collect();
        view.back = Some(group.path.clone());
        view.changing = asked.changing;
        view
    }

    pub(super) fn answer_remove(
        &mut self,
        group: &Group,
        number: usize,
        values: &Values,
        asked: Asked,
        today: Date,
    ) -> StepOut {
        let given = values.get(REMOVE).and_then(|list| list.first()).map_or("", String::as_str);
        let known = number < self.answers.items(&group.path).len();
        match given {
            "yes" if known => {
                self.answers.remove_item(&group.path, number);
                self.ask_for_another(group);
                let service = Arc::clone(&self.service);
                let declaration = &service.definition().declaration;
                self.answers.forget(&declaration.path, &declaration.fields);
            }
            "no" => {}
            _ if known => {
                let way = self.way(today);
                return StepOut::Page(self.remove_view(group, number, &way, asked, true));
            }
            _ => {}
        }
        let way = self.way(today);
        let list = way.places.iter().find_map(|place| match place {
            Place::List(one) if one.path == group.path => Some(*one),
            _ => None,
        });
        match list {
            Some(group) => StepOut::Page(self.list_view(group, &way, asked)),
            None => self.standing(&way, asked),
        }
    }

    /// Takes the answer to the list's own question. True when it differs from before.
    pub(super) fn take_list(&mut self, group: &Group, values: &Values) -> bool {
        self.answers.mark(&group.path);
        let given = values.get(ANOTHER).and_then(|list| list.first()).map_or("", String::as_str);
        let known = matches!(given, "yes" | "no");
        self.answers
            .put(another_name(group), if known { vec![given.to_owned()] } else { Vec::new() });
        // The question is how to go on, not an answer that is recorded.
        false
    }

    /// The list's own question is asked again: what it was asked about has changed.
    pub(super) fn ask_for_another(&mut self, group: &Group) {
        self.answers.unmark(&group.path);
        self.answers.put(another_name(group), Vec::new());
    }
}

/// Marks the list as done, as for answers that come from a file.
pub(crate) fn close(answers: &mut Answers, group: &Group) {
    answers.mark(&group.path);
    answers.put(another_name(group), vec!["no".to_owned()]);
}

/// Thing number `number` as the list shows it.
pub(super) fn item_view(
    group: &Group,
    number: usize,
    way: &Way<'_>,
    language: Language,
) -> ItemView {
    let at = format!("{}/{}", group.path, number + 1);
    let first = way.places.iter().find_map(|place| match place {
        Place::Item(other, of, page) if *of == number && other.path == group.path => {
            Some(page.path.as_str())
        }
        _ => None,
    });
    let first = first.or_else(|| Some(group.pages.first()?.path.as_str())).unwrap_or_default();
    let values = way.item_values(group, number);
    let fields = group.pages.iter().flat_map(|page| &page.fields);
    let known = way.items.get(group.path.as_str()).is_some_and(|items| number < items.len());
    let names =
        fields.filter(|field| known && group.named_by.contains(&field.id)).filter_map(|field| {
            let value = values.get(field.id.as_str())?;
            Some(in_full(field, Some(value), language).join(", "))
        });
    ItemView {
        title: format!("{} {}", group.item.get(language), number + 1),
        name: names.collect::<Vec<_>>().join(", "),
        change: format!("{at}/{first}"),
        remove: format!("{at}/{REMOVE}"),
    }
}

fn choices(
    id: &str,
    label: String,
    options: [(&str, String); 2],
    chosen: &str,
    problem: Option<String>,
) -> FieldView {
    let option =
        |(value, label): (&str, String)| ChoiceView { value: value.to_owned(), label, hint: None };
    FieldView {
        id: id.to_owned(),
        label,
        hint: None,
        problem,
        optional: false,
        control: Control::Radios {
            options: options.into_iter().map(option).collect(),
            chosen: (!chosen.is_empty()).then(|| chosen.to_owned()),
            inline: false,
        },
    }
}

fn wrong(field: &str, message: String) -> FieldProblem {
    FieldProblem { field: field.to_owned(), anchor: field.to_owned(), message }
}

fn paragraph(text: String) -> ContentBlock {
    ContentBlock::Paragraph { spans: crate::markdown::spans(&text) }
}

/// Nothing on a list is of another purpose than a question.
pub(super) const PURPOSE: PagePurpose = PagePurpose::Questions;
