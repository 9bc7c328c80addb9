//! The sections of a service as tasks, worked out from the way like everything else.

use super::Journey;
use super::place::Place;
use super::way::{Stop, Way};
use crate::messages;
use crate::view::{Language, TaskListView, TaskStatus, TaskView};

impl Journey {
    pub(super) fn tasks_view(&self, way: &Way<'_>, language: Language) -> TaskListView {
        let definition = self.service.definition();
        let list = definition.task_list.as_ref();
        let sections = definition.sections.iter().map(|section| {
            let mut places = way.places.iter().filter(|place| place.section() == section.id);
            let first = places.next();
            let asks = match way.stop {
                Stop::Asks(place) if place.section() == section.id => Some(place),
                _ => None,
            };
            let (status, page) = match (first, asks) {
                (Some(_), None) => (TaskStatus::Completed, first),
                (Some(_), Some(_)) => (TaskStatus::InProgress, first),
                (None, Some(_)) => (TaskStatus::NotStarted, asks.as_ref()),
                (None, None) => (TaskStatus::CannotStart, None),
            };
            let page = page.map(|place| place.path().into_owned());
            TaskView { title: section.title.owned(language), status, page }
        });
        // A section that the way does not touch is no task of this person's.
        let done = !matches!(way.stop, Stop::Asks(_));
        TaskListView {
            path: list.map(|list| list.path.clone()).unwrap_or_default(),
            title: list.map(|list| list.title.owned(language)).unwrap_or_default(),
            caption: self.service.title(language).to_owned(),
            tasks: sections
                .filter(|task| !(done && task.status == TaskStatus::CannotStart))
                .collect(),
            back: way.before(None).map(|place| place.path().into_owned()),
            button: messages::go_on(language).to_owned(),
        }
    }

    /// Going on from `place` to `next` begins another task, so the list of tasks comes between.
    pub(super) fn begins_task(&self, place: Place<'_>, next: Place<'_>) -> bool {
        self.service.definition().task_list.is_some() && place.section() != next.section()
    }
}
