//! GOV.UK Forms documents: version 2 with `steps`, and version 1 with `pages`.
//!
//! Start reading at [`read`]. The parts: [`steps`] has steps and what stands on them, [`answers`]
//! the kinds of answers, [`routes`] where to go on, [`terms`] everything about the form as a whole.
//! A step's id names its question and its page, so that documents in two languages find each other.

mod answers;
mod routes;
mod steps;
mod terms;

use std::collections::HashMap;

use counterfoil_form::Words;
use counterfoil_form::definition::field::Choice;
use serde_json::Value as Json;

use crate::Tools;
use crate::draft::{Draft, Page, both};
use crate::limits;
use crate::names::Names;
use crate::report::Kind;
use crate::source;

/// Reads a form.
pub(crate) fn read(form: &Json, tools: &mut Tools) -> Option<Draft> {
    let steps = match form.get("steps") {
        Some(Json::Array(steps)) => steps.as_slice(),
        _ => source::list(form, "pages"),
    };
    if limits::PAGES < steps.len() {
        let message = format!("more than {} steps", limits::PAGES);
        tools.log.add(Kind::TooLarge, "/steps", message);
        return None;
    }
    let mut reader = Reader::of(form, steps, tools);
    let mut draft = Draft { title: reader.line(form.get("name"), "/name"), ..Draft::default() };
    draft.only_welsh = reader.welsh;
    reader.terms(&mut draft);
    draft.start = reader.start();
    draft.pages = reader.read_steps();
    Some(draft)
}

/// What a form is read with.
pub(super) struct Reader<'a> {
    form: &'a Json,
    tools: &'a mut Tools,
    /// The steps in the order of their positions, each with its place in the source.
    steps: Vec<(String, &'a Json)>,
    /// The document is the Welsh one.
    welsh: bool,
    /// The native paths by the ids of steps; of two with one id the first.
    paths: HashMap<String, String>,
    path_names: Names,
    field_names: Names,
    /// What is chosen at each step that offers one choice of several: the field and its choices.
    chosen: HashMap<String, (String, Vec<Choice>)>,
    /// Exit pages made so far.
    exits: Vec<Page>,
    /// The path of check answers.
    check: String,
}

impl<'a> Reader<'a> {
    fn of(form: &'a Json, steps: &'a [Json], tools: &'a mut Tools) -> Self {
        let place = if form.get("steps").is_some() { "/steps" } else { "/pages" };
        let mut ordered: Vec<(String, &Json)> = steps
            .iter()
            .enumerate()
            .map(|(number, step)| (format!("{place}/{number}"), step))
            .collect();
        // Steps without a position keep their place.
        if steps.iter().all(|step| source::number(step, "position").is_some()) {
            let position = |step: &Json| source::number(step, "position").unwrap_or_default();
            ordered.sort_by(|(_, one), (_, other)| position(one).total_cmp(&position(other)));
        }
        let mut path_names = Names::default();
        let mut paths = HashMap::new();
        for (_, step) in &ordered {
            let id = source::plain(step.get("id"));
            let wanted = format!("question-{id}");
            paths.entry(id).or_insert_with(|| path_names.kebab(&wanted, "question"));
        }
        let check = path_names.kebab("summary", "summary");
        Self {
            form,
            tools,
            steps: ordered,
            welsh: source::text(form, "language") == Some("cy"),
            paths,
            path_names,
            field_names: Names::default(),
            chosen: HashMap::new(),
            exits: Vec::new(),
            check,
        }
    }

    /// The path of the first page, as the document names it or by position.
    fn start(&self) -> Option<String> {
        let named = self.paths.get(&source::plain(self.form.get("start_page")));
        let first = || self.paths.get(&source::plain(self.steps.first()?.1.get("id")));
        named.or_else(first).cloned()
    }

    /// Words on one line.
    fn line(&mut self, value: Option<&Json>, at: &str) -> Words {
        let text = value.and_then(Json::as_str).unwrap_or_default();
        let Tools { prose, log, .. } = &mut *self.tools;
        Words { en: prose.line(text, at, log), cy: String::new() }
    }

    /// Words in Markdown.
    fn marked(&mut self, value: Option<&Json>, at: &str) -> Words {
        let text = value.and_then(Json::as_str).unwrap_or_default();
        let Tools { prose, log, .. } = &mut *self.tools;
        Words { en: prose.marked(text, at, log), cy: String::new() }
    }

    /// Words of our own. A Welsh document has its Welsh where another has English.
    fn ours(&self, en: &str, cy: &str) -> Words {
        if self.welsh { both(cy, cy) } else { both(en, cy) }
    }
}

/// A boolean that may be written as a text.
pub(super) fn is_true(from: &Json, key: &str) -> bool {
    match from.get(key) {
        Some(Json::Bool(yes)) => *yes,
        Some(Json::String(text)) => matches!(text.trim(), "true" | "1"),
        Some(Json::Number(number)) => number.as_i64() == Some(1),
        _ => false,
    }
}
