//! Components: what stands on a page.

use counterfoil_form::Words;
use counterfoil_form::definition::field::{DateRule, Field, Kind as Answer, TextRule};
use counterfoil_form::definition::limits::LINE_CHARS;
use serde_json::Value as Json;

use super::answers::Answered;
use super::{Reader, source};
use crate::draft::Part;
use crate::limits;
use crate::report::{Kind, quoted};

/// Keys of a component that are read somewhere here, or say nothing that the others do not.
const KEYS: &[&str] = &[
    "type",
    "name",
    "title",
    "hint",
    "content",
    "text",
    "options",
    "schema",
    "list",
    "values",
    "children",
    "components",
    "condition",
    "prefix",
    "suffix",
    "subType",
    "nameHasError",
];
/// Options that are read somewhere here.
const READ: &[&str] = &[
    "required",
    "optionalText",
    "hideTitle",
    "customValidationMessage",
    "customValidationMessages",
    "summaryTitle",
    "autocomplete",
    "rows",
    "maxWords",
    "prefix",
    "suffix",
    "list",
    "condition",
    "maxDaysInPast",
    "maxDaysInFuture",
    "dropzoneConfig",
    "minimumRequiredFiles",
    "multiple",
    "accept",
    "totalOverallFilesize",
    "imageQualityPlayback",
    "disableLookup",
    "finalValue",
    "behaviour",
    "validation",
    "value",
    "maxMultiInputFieldRows",
];
/// Options of looks, and of the source's own machinery.
const LOOKS: &[&str] = &[
    "classes",
    "bold",
    "divider",
    "columnTitles",
    "textFieldTitle",
    "numberFieldTitle",
    "showNoScriptWarning",
    "disableChangingFromSummary",
    "exposeToContext",
    "isInternational",
];

impl Reader<'_> {
    /// What stands on a page, with its fields noted under `section`.
    pub(super) fn parts(
        &mut self,
        components: &[Json],
        section: Option<&str>,
        at: &str,
    ) -> Vec<Part> {
        if limits::COMPONENTS < components.len() {
            let message = format!("only the first {} components are read", limits::COMPONENTS);
            self.tools.log.add(Kind::Limit, at, message);
        }
        let mut parts = Vec::new();
        for (number, component) in components.iter().take(limits::COMPONENTS).enumerate() {
            if self.tools.log.refused() {
                break;
            }
            self.component(component, section, &format!("{at}/{number}"), &mut parts);
        }
        parts
    }

    pub(super) fn component(
        &mut self,
        component: &Json,
        section: Option<&str>,
        at: &str,
        parts: &mut Vec<Part>,
    ) {
        let sort = source::text(component, "type").unwrap_or_default();
        self.settings(component, at);
        let text = match sort {
            _ if component.get("content").is_some_and(Json::is_array) => {
                return self.listed_content(sort, component, at, parts);
            }
            "Para" | "Html" | "ContentWithState" | "Markdown" => {
                self.markdown(component.get("content"), at)
            }
            "InsetText" => self.marked(component, at, "> ", "> "),
            "WarningText" => self.marked(component, at, "> [!WARNING]\n> ", "> "),
            "Details" => self.details(component, at),
            "List" | "FlashCard" => self.shown_list(component, at),
            "Fieldset" | "ContactDetailsCollection" | "TextFieldCustom" => {
                return self.composite(sort, component, section, at, parts);
            }
            "ContextComponent" | "HiddenField" | "DisplayAddress" | "SummaryLists" => {
                let name = quoted(sort);
                let message = format!("{name} shows or keeps what nobody types, left out");
                self.tools.log.add(Kind::Template, at, message);
                return;
            }
            _ => return self.question(sort, component, section, at, parts),
        };
        if !text.en.is_empty() {
            let when = self.shown_when(component, at);
            parts.push(Part::Text(when, text));
        }
    }

    /// Says which settings do nothing here.
    fn settings(&mut self, component: &Json, at: &str) {
        for key in source::keys(component).filter(|key| !KEYS.contains(key)) {
            if source::says(component, key) {
                let message = format!("the setting {} is not known here, left out", quoted(key));
                self.tools.log.often(Kind::Setting, at, message);
            }
        }
        let Some(options) = component.get("options") else { return };
        for key in source::keys(options).filter(|key| !READ.contains(key)) {
            if !source::says(options, key) {
                continue;
            }
            let name = quoted(key);
            let message = match key {
                "conditionallyRevealedComponents" => {
                    let message = "questions that appear below a choice are left out";
                    self.tools.log.add(Kind::Reveal, at, message);
                    continue;
                }
                "allowPrePopulation" | "allowPrePopulationOverwrite" => {
                    "answers are not filled in from an address on the web".to_owned()
                }
                key if LOOKS.contains(&key) => {
                    format!("the setting {name} does nothing on a terminal, left out")
                }
                _ => format!("the setting {name} is not known here, left out"),
            };
            self.tools.log.often(Kind::Setting, at, message);
        }
    }

    fn question(
        &mut self,
        sort: &str,
        component: &Json,
        section: Option<&str>,
        at: &str,
        parts: &mut Vec<Part>,
    ) {
        let answer = match self.answer(sort, component, at) {
            Answered::Kind(answer) => answer,
            Answered::DayAndTime => {
                let date = DateRule { earliest: None, latest: None, birthday: false };
                self.tools.log.add(Kind::Layout, at, "a day and a time are two questions here");
                self.field(component, Answer::Date(date), section, at, parts);
                let time = self.time_of(component, at);
                self.field(&time, Answer::Time, section, at, parts);
                return;
            }
            Answered::Unknown => match self.unknown(sort, component, at, parts) {
                Some(answer) => answer,
                None => return,
            },
        };
        let chosen = match &answer {
            Answer::Radios(rule) => Some(rule.options.len()),
            Answer::Select(rule) => Some(rule.options.len()),
            Answer::Checkboxes(rule) => Some(rule.options.len()),
            _ => None,
        };
        // Without choices the words can still be typed.
        let answer =
            if chosen == Some(0) { Answer::Text(TextRule::up_to(LINE_CHARS)) } else { answer };
        self.field(component, answer, section, at, parts);
    }

    /// The time of a component that asks for a day and a time, as one of its own.
    fn time_of(&mut self, component: &Json, at: &str) -> Json {
        let name = source::text(component, "name").unwrap_or("date");
        let title = self.line(component.get("title"), at);
        let mut time = component.clone();
        if let Some(map) = time.as_object_mut() {
            map.insert("name".to_owned(), Json::from(format!("{name}-time")));
            map.insert("title".to_owned(), Json::from(format!("{} (time)", title.en)));
        }
        time
    }

    /// A component of a type that is not known: content is shown; what has a name and a title is
    /// asked as text; anything else is left out.
    fn unknown(
        &mut self,
        sort: &str,
        component: &Json,
        at: &str,
        parts: &mut Vec<Part>,
    ) -> Option<Answer> {
        let named = source::text(component, "name").is_some_and(|name| !name.is_empty());
        let title = source::localised(component.get("title")).0;
        if source::says(component, "content") {
            let text = self.markdown(component.get("content"), at);
            if !text.en.is_empty() {
                parts.push(Part::Text(None, text));
            }
        }
        let asks = named && !title.trim().is_empty() && !source::says(component, "content");
        let done = if asks { "asked as plain text" } else { "left out, its text kept" };
        let message = format!("components of the type {} are not known: {done}", quoted(sort));
        self.tools.log.add(Kind::UnknownComponent, at, message);
        asks.then(|| Answer::Text(TextRule::up_to(LINE_CHARS)))
    }

    /// Notes a field and puts it on the page.
    pub(super) fn field(
        &mut self,
        component: &Json,
        answer: Answer,
        section: Option<&str>,
        at: &str,
        parts: &mut Vec<Part>,
    ) {
        let nothing = Json::Null;
        let options = component.get("options").unwrap_or(&nothing);
        let no_files = source::number(options, "minimumRequiredFiles") == Some(0.0);
        let optional = no_files || options.get("required") == Some(&Json::Bool(false));
        let messages = self.messages(options, &answer, at);
        let mut label = self.line(component.get("title"), at);
        if optional {
            label = Words { en: unmarked(&label.en), cy: unmarked(&label.cy) };
        }
        let short = self.line(options.get("summaryTitle"), at);
        let hint = self.hint(component, at, parts).filter(|hint| hint.en != label.en);
        let id = self.name(component, &label, section, &answer, at);
        let short = (!short.en.is_empty() && short != label).then_some(short);
        parts.push(Part::Field(Box::new(Field {
            id,
            label,
            short,
            hint,
            optional,
            mask: None,
            repeats: false,
            answer,
            rules: Vec::new(),
            warnings: Vec::new(),
            messages,
        })));
    }

    /// The hint, when it is one line; a longer one becomes text before the question.
    fn hint(&mut self, component: &Json, at: &str, parts: &mut Vec<Part>) -> Option<Words> {
        let source = component.get("hint");
        let (en, _) = source::localised(source);
        if !en.contains('<') {
            let hint = self.line(source, at);
            return (!hint.en.is_empty()).then_some(hint);
        }
        let long = self.markdown(source, at);
        // Links, lists and several paragraphs need a block of their own.
        if long.en.contains('\n') || long.en.contains("](") || long.en.contains("**") {
            parts.push(Part::Text(None, long));
            return None;
        }
        (!long.en.is_empty()).then_some(long)
    }

    /// The native id of a field, which is its own name where that is legal and free.
    fn name(
        &mut self,
        component: &Json,
        label: &Words,
        section: Option<&str>,
        answer: &Answer,
        at: &str,
    ) -> String {
        let own = source::text(component, "name").map(str::trim).filter(|name| !name.is_empty());
        let wanted = own.map_or_else(|| crate::names::kebab(&label.en), str::to_owned);
        let id = self.field_names.field(&wanted, answer);
        if own != Some(id.as_str()) {
            let why = match own {
                None => "a question had no name",
                Some(own) if self.fields.knows(section, own) => "the same name is asked twice",
                Some(_) => "the name is not legal or not free here",
            };
            let message = format!("{why}: {} is {} here", quoted(&wanted), quoted(&id));
            self.tools.log.add(Kind::NameChanged, at, message);
        }
        self.fields.add(section, own.unwrap_or(&wanted), &id, answer);
        id
    }
}

/// A label without the mark of an optional question, which the terminal adds itself.
fn unmarked(label: &str) -> String {
    let trimmed = label.trim_end_matches(['.', ' ']);
    let marks = ["(optional)", "(Optional)", "(dewisol)", "(Dewisol)", "- optional"];
    let mark = marks.iter().find_map(|mark| trimmed.strip_suffix(mark));
    match mark.map(str::trim_end) {
        Some(plain) if !plain.is_empty() => plain.to_owned(),
        _ => label.to_owned(),
    }
}
