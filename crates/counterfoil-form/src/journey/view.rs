//! Views of a journey's pages.

use super::controls::control;
use super::judging::{FieldFault, judge_fields};
use super::list::PURPOSE;
use super::place::Place;
use super::way::{Stop, Way};
use super::{Asked, Journey};
use crate::answers::{Answers, part_name};
use crate::definition::field::{Field, Kind};
use crate::definition::page::{Block, Exit, Page};
use crate::journey::condition::Sight;
use crate::markdown;
use crate::messages;
use crate::view::{
    ContentBlock, DatePart, FieldProblem, FieldView, Language, PagePurpose, PageView,
};
use crate::words::sentences;

/// What every page has.
pub(super) struct Frame {
    pub(super) path: String,
    pub(super) title: String,
    pub(super) staff_notes: Vec<String>,
}

impl Frame {
    /// A page that asks nothing yet.
    pub(super) fn view(self, journey: &Journey, language: Language) -> PageView {
        PageView {
            path: self.path,
            title: self.title,
            caption: journey.service.title(language).to_owned(),
            content: Vec::new(),
            fields: Vec::new(),
            problems: Vec::new(),
            warnings: Vec::new(),
            items: Vec::new(),
            back: None,
            button: messages::go_on(language).to_owned(),
            purpose: PURPOSE,
            changing: false,
            staff_notes: self.staff_notes,
        }
    }
}

impl Journey {
    /// The page at `place`, which `way` leads to.
    pub(super) fn page_view<'a>(
        &'a self,
        place: Place<'a>,
        way: &Way<'a>,
        asked: Asked,
    ) -> PageView {
        match place {
            Place::List(group) => self.list_view(group, way, asked),
            Place::Page(page) => self.asking_view(place, page, &self.answers, way, asked),
            Place::Item(group, number, page) => {
                let none = Answers::default();
                let item = self.answers.items(&group.path).get(number).unwrap_or(&none);
                let mut view = self.asking_view(place, page, item, way, asked);
                let item = format!("{} {}", group.item.get(asked.language), number + 1);
                view.caption = format!("{} – {item}", view.caption);
                view
            }
        }
    }

    fn asking_view<'a>(
        &'a self,
        place: Place<'a>,
        page: &'a Page,
        answers: &Answers,
        way: &Way<'a>,
        asked: Asked,
    ) -> PageView {
        let language = asked.language;
        let (faults, warned) = way.faults(place, &self.answers);
        let fields = field_views(&page.fields, answers, &faults, language);
        let heading = page.title.as_ref().map(|title| title.owned(language));
        let label = || fields.first().map(|field| field.label.clone()).unwrap_or_default();
        let title = heading.unwrap_or_else(label);
        let staff_notes = sentences(&page.staff_notes, language);
        let sight = way.sight_at(Some(place));
        PageView {
            content: content(&page.content, language, sight),
            problems: problems(&faults, language),
            warnings: problems(&warned, language),
            fields,
            back: self.back(place, way, asked.changing),
            changing: asked.changing,
            ..Frame { path: place.path().into_owned(), title, staff_notes }.view(self, language)
        }
    }

    /// Back from a Change link is check answers, as long as everything else is answered. Before
    /// the first page of a task comes the list of tasks.
    pub(super) fn back(&self, place: Place<'_>, way: &Way<'_>, changing: bool) -> Option<String> {
        if changing && matches!(way.stop, Stop::Check) {
            return Some(self.service.definition().check.path.clone());
        }
        let before = way.before(Some(place));
        let tasks = self.service.definition().task_list.as_ref();
        match (before, tasks) {
            (Some(before), Some(tasks)) if before.section() != place.section() => {
                Some(tasks.path.clone())
            }
            (None, Some(tasks)) => Some(tasks.path.clone()),
            (before, _) => before.map(|before| before.path().into_owned()),
        }
    }

    pub(super) fn exit_view(&self, exit: &Exit, way: &Way<'_>, language: Language) -> PageView {
        let staff_notes = sentences(&exit.staff_notes, language);
        let title = exit.title.owned(language);
        PageView {
            content: content(&exit.content, language, way.sight_at(None)),
            back: way.before(None).map(|place| place.path().into_owned()),
            button: String::new(),
            purpose: PagePurpose::Exit,
            ..Frame { path: exit.path.clone(), title, staff_notes }.view(self, language)
        }
    }

    pub(super) fn declaration_view(
        &self,
        way: &Way<'_>,
        faults: &[FieldFault<'_>],
        language: Language,
    ) -> PageView {
        let definition = self.service.definition();
        let declaration = &definition.declaration;
        let staff_notes = sentences(&declaration.staff_notes, language);
        let title = declaration.title.owned(language);
        PageView {
            content: content(&declaration.content, language, way.sight_at(None)),
            fields: field_views(&declaration.fields, &self.answers, faults, language),
            problems: problems(faults, language),
            back: Some(definition.check.path.clone()),
            button: declaration.button.owned(language),
            purpose: PagePurpose::Declaration,
            ..Frame { path: declaration.path.clone(), title, staff_notes }.view(self, language)
        }
    }

    /// What is wrong with the declaration, once it was given.
    pub(super) fn declaration_faults(&self, way: &Way<'_>) -> Vec<FieldFault<'_>> {
        let declaration = &self.service.definition().declaration;
        if !self.answers.is_answered(&declaration.path) {
            return Vec::new();
        }
        let mut values = crate::journey::condition::Values::new();
        judge_fields(&declaration.fields, &self.answers, &way.judge, &mut values, &[])
    }
}

/// Pieces of text in one language, those that are shown.
pub(super) fn content(
    blocks: &[Block],
    language: Language,
    sight: Sight<'_, '_>,
) -> Vec<ContentBlock> {
    let shown =
        blocks.iter().filter(|block| block.when.as_ref().is_none_or(|when| when.holds(sight)));
    shown.flat_map(|block| markdown::blocks(block.text.get(language))).collect()
}

/// The question, short.
pub(super) fn short(field: &Field, language: Language) -> String {
    field.short.as_ref().unwrap_or(&field.label).owned(language)
}

fn problems(faults: &[FieldFault<'_>], language: Language) -> Vec<FieldProblem> {
    let problem = |fault: &FieldFault<'_>| FieldProblem {
        field: fault.field.id.clone(),
        anchor: anchor(fault),
        message: messages::message(fault.field, &fault.wrong, language),
    };
    faults.iter().map(problem).collect()
}

/// The element to focus: the wrong part, the first wrong part of a date, else the field itself.
fn anchor(fault: &FieldFault<'_>) -> String {
    let id = &fault.field.id;
    if let Some(part) = fault.wrong.part {
        return part_name(id, part);
    }
    let part = match (&fault.field.answer, fault.wrong.parts.first()) {
        (Kind::Date(_), None | Some(DatePart::Day)) => "day",
        (Kind::Date(_), Some(DatePart::Year)) | (Kind::MonthYear(_), Some(DatePart::Year)) => {
            "year"
        }
        (Kind::Date(_) | Kind::MonthYear(_), _) => "month",
        _ => match crate::kind::parts::parts(&fault.field.answer).first() {
            Some(first) => first.name,
            None => return id.clone(),
        },
    };
    part_name(id, part)
}

fn field_views(
    fields: &[Field],
    answers: &Answers,
    faults: &[FieldFault<'_>],
    language: Language,
) -> Vec<FieldView> {
    let view = |field: &Field| {
        let mine: Vec<&FieldFault<'_>> =
            faults.iter().filter(|fault| fault.field.id == field.id).collect();
        let whole = mine.iter().find(|fault| fault.wrong.part.is_none());
        let label = field.label.get(language);
        FieldView {
            id: field.id.clone(),
            label: match field.optional {
                true => messages::optional(label, language),
                false => label.to_owned(),
            },
            hint: field.hint.as_ref().map(|hint| hint.owned(language)),
            problem: whole.map(|fault| messages::message(field, &fault.wrong, language)),
            optional: field.optional,
            control: control(field, answers, &mine, language),
        }
    };
    fields.iter().map(view).collect()
}
