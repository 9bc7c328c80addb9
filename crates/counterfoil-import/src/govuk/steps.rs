//! Steps: one question each, on a page of its own.

use std::collections::HashSet;

use counterfoil_form::Words;
use counterfoil_form::definition::condition::Condition;
use counterfoil_form::definition::field::{Field, Kind as Answer, TextRule};
use counterfoil_form::definition::page::Route;
use serde_json::Value as Json;

use super::answers::{LINE, NONE, chooses_one};
use super::{Reader, is_true};
use crate::draft::{Page, Part, Repeat, Role};
use crate::report::{Kind, quoted};
use crate::{source, truth};

/// Answers to a question that repeats.
const MOST: u16 = 50;
/// Keys that are read somewhere here.
const READ: &[&str] = &[
    "id",
    "position",
    "next_step_id",
    "next_page",
    "type",
    "data",
    "routing_conditions",
    "exit_pages",
    "question_text",
    "hint_text",
    "answer_type",
    "is_optional",
    "answer_settings",
    "page_heading",
    "guidance_markdown",
    "is_repeatable",
    "created_at",
    "updated_at",
    "form_id",
    "has_routing_errors",
    "has_next_page",
];

impl<'a> Reader<'a> {
    /// The pages, with the exits that routes lead to and check answers.
    pub(super) fn read_steps(&mut self) -> Vec<Page> {
        let steps = self.steps.clone();
        let mut seen = HashSet::new();
        let mut read = Vec::new();
        for (at, step) in &steps {
            let id = source::plain(step.get("id"));
            if !seen.insert(id.clone()) {
                let message = format!("a second step {} was left out", quoted(&id));
                self.tools.log.add(Kind::Unreachable, at.as_str(), message);
                continue;
            }
            self.settings(step, at);
            self.step(step, &id, at, &mut read);
        }
        // Routes look at choices, and so come when all of those were read.
        self.routes(&steps, &mut read);
        read.append(&mut self.exits);
        read.push(self.summary());
        read
    }

    /// Check answers, to which routes can lead.
    fn summary(&self) -> Page {
        Page {
            title: self.ours("Check your answers", "Gwiriwch eich atebion"),
            role: Role::Check,
            ..blank("", self.check.clone())
        }
    }

    fn settings(&mut self, step: &Json, at: &str) {
        let data = step.get("data").unwrap_or(&Json::Null);
        let keys = source::keys(step).map(|key| (step, key));
        let keys = keys.chain(source::keys(data).map(|key| (data, key)));
        for (from, key) in keys.filter(|(_, key)| !READ.contains(key)) {
            if source::says(from, key) {
                let message = format!("the setting {} is not known here, left out", quoted(key));
                self.tools.log.often(Kind::Setting, at, message);
            }
        }
        let sort = source::text(step, "type").unwrap_or("question");
        if !matches!(sort, "question" | "question_page") {
            let message = format!("steps of the type {} are not known", quoted(sort));
            self.tools.log.add(Kind::UnknownComponent, at, message);
        }
    }

    fn step(&mut self, step: &Json, id: &str, at: &str, read: &mut Vec<Page>) {
        let data = data_of(step);
        let path = self.paths.get(id).cloned().unwrap_or_default();
        let answer = self.answer(data, at);
        let selects =
            matches!(answer, Answer::Radios(_) | Answer::Select(_) | Answer::Checkboxes(_));
        let label = self.line(data.get("question_text"), at);
        let hint = self.line(data.get("hint_text"), at);
        let wanted = format!("question-{id}");
        let field_id = self.field_names.field(&wanted, &answer);
        self.remember(id, &field_id, &answer);
        let optional = is_true(data, "is_optional");
        let field = Field {
            hint: (!hint.en.is_empty()).then_some(hint),
            optional: optional && !selects,
            ..field(field_id.clone(), label.clone(), answer)
        };
        let heading = self.line(data.get("page_heading"), at);
        let guidance = self.marked(data.get("guidance_markdown"), at);
        let text = (!guidance.en.is_empty()).then_some(Part::Text(None, guidance));
        let parts = text.into_iter().chain([Part::Field(Box::new(field))]).collect();
        let mut page = Page { title: heading, parts, ..blank(at, path) };
        if is_true(data, "is_repeatable") {
            let min = u16::from(!optional || selects);
            let repeat = Repeat { title: label.clone(), item: label, min, max: MOST };
            page.role = Role::Repeat(Box::new(repeat));
        }
        let follow_up = self.none_of_the_above(data, &page, &field_id);
        read.push(page);
        read.extend(follow_up);
    }

    /// Notes the choices of a question of which routes can hang.
    fn remember(&mut self, id: &str, field: &str, answer: &Answer) {
        let options = match answer {
            Answer::Radios(rule) => &rule.options,
            Answer::Select(rule) => &rule.options,
            _ => return,
        };
        self.chosen.insert(id.to_owned(), (field.to_owned(), options.clone()));
    }

    /// The question below "None of the above", which stands on a page of its own here.
    fn none_of_the_above(&mut self, data: &Json, page: &Page, field_id: &str) -> Option<Page> {
        let settings = data.get("answer_settings")?;
        let more = settings.get("none_of_the_above_question").filter(|more| more.is_object())?;
        let at = format!("{}/none_of_the_above_question", page.at);
        let label = self.line(more.get("question_text"), &at);
        if label.en.is_empty() || !is_true(data, "is_optional") {
            return None;
        }
        let answer = Answer::Text(TextRule::up_to(LINE));
        let id = self.field_names.field(&format!("{field_id}-none"), &answer);
        let asked = Field { optional: is_true(more, "is_optional"), ..field(id, label, answer) };
        if matches!(page.role, Role::Repeat(_)) {
            let message =
                "the question below ‘None of the above’ of a repeated question is left out";
            self.tools.log.add(Kind::Reveal, at, message);
            return None;
        }
        let message = "the question below ‘None of the above’ stands on a page of its own";
        self.tools.log.often(Kind::Layout, &at, message);
        let path = self.path_names.kebab(&format!("{}-none", page.path), "none");
        let when: Condition = match chooses_one(settings) {
            true => truth::equals(field_id, NONE),
            false => truth::contains(field_id, NONE),
        };
        let parts = vec![Part::Field(Box::new(asked))];
        Some(Page { parts, when: Some(when), ..blank(&at, path) })
    }
}

/// What a step asks: in version 1 it stands on the page itself.
pub(super) fn data_of(step: &Json) -> &Json {
    step.get("data").filter(|data| data.is_object()).unwrap_or(step)
}

/// A page on which nothing stands.
pub(super) fn blank(at: &str, path: String) -> Page {
    Page {
        at: at.to_owned(),
        path,
        title: Words::default(),
        section: None,
        parts: Vec::new(),
        role: Role::Ask,
        when: None,
        next: Vec::<Route>::new(),
    }
}

fn field(id: String, label: Words, answer: Answer) -> Field {
    Field {
        id,
        label,
        short: None,
        hint: None,
        optional: false,
        mask: None,
        repeats: false,
        answer,
        rules: Vec::new(),
        warnings: Vec::new(),
        messages: std::collections::BTreeMap::new(),
    }
}
