//! Components: what stands on a page.

use std::collections::BTreeMap;

use counterfoil_form::Words;
use counterfoil_form::definition::field::{Field, Kind as Answer, TextRule};
use counterfoil_form::definition::limits::LINE_CHARS;
use serde_json::Value as Json;

use super::Reader;
use super::conditions::Known;
use super::words::Written;
use crate::draft::Part;
use crate::limits;
use crate::report::{Kind, quoted};
use crate::{rules, source};

/// Keys of a component that are read somewhere here, or say nothing that the others do not.
const KEYS: &[&str] = &[
    "id",
    "type",
    "name",
    "title",
    "hint",
    "shortDescription",
    "content",
    "heading",
    "options",
    "schema",
    "list",
    "condition",
];
/// Options that are read somewhere here.
const OPTIONS: &[&str] = &[
    "required",
    "optionalText",
    "customValidationMessage",
    "customValidationMessages",
    "instructionText",
    "rows",
    "maxWords",
    "prefix",
    "suffix",
    "condition",
    "maxDaysInPast",
    "maxDaysInFuture",
    "earliestDate",
    "latestDate",
    "earliestMonthYear",
    "latestMonthYear",
    "accept",
    "declarationConfirmationLabel",
    "amount",
    "description",
    "conditionalAmounts",
    "usePostcodeLookup",
    "autocomplete",
    "format",
    "type",
];

impl Reader<'_> {
    /// What stands on a page. A question that stands first and alone has the page's title.
    pub(super) fn parts(
        &mut self,
        page: &Json,
        title: &Words,
        repeated: bool,
        at: &str,
    ) -> Vec<Part> {
        let components = source::list(page, "components");
        let at = format!("{at}/components");
        if limits::COMPONENTS < components.len() {
            let message = format!("only the first {} components are read", limits::COMPONENTS);
            self.tools.log.add(Kind::Limit, at.as_str(), message);
        }
        let mut parts = Vec::new();
        for (number, component) in components.iter().take(limits::COMPONENTS).enumerate() {
            if self.tools.log.refused() {
                break;
            }
            self.component(component, repeated, &format!("{at}/{number}"), &mut parts);
        }
        let alone = parts.iter().filter(|part| matches!(part, Part::Field(_))).count() == 1;
        if let Some(Part::Field(field)) = parts.first_mut()
            && alone
            && !title.en.is_empty()
        {
            let own = std::mem::replace(&mut field.label, title.clone());
            let short = (own != field.label && !own.en.is_empty()).then_some(own);
            field.short = field.short.take().or(short);
        }
        parts
    }

    fn component(&mut self, component: &Json, repeated: bool, at: &str, parts: &mut Vec<Part>) {
        let sort = source::text(component, "type").unwrap_or_default();
        self.component_settings(component, at);
        if let Some(text) = self.told(sort, component, at) {
            if !text.en.trim().is_empty() {
                let when = self.shown_when(component, at);
                parts.push(Part::Text(when, text));
            }
            return;
        }
        match sort {
            "EastingNorthingField" => self.easting_northing(component, at, parts),
            "LatLongField" => self.lat_long(component, at, parts),
            "PaymentField" => self.payment(component, at, parts),
            "HiddenField" => {
                let message = "a hidden answer that the page’s address fills in is left out";
                self.tools.log.add(Kind::Setting, at, message);
            }
            _ => self.question(sort, component, repeated, at, parts),
        }
    }

    fn component_settings(&mut self, component: &Json, at: &str) {
        let nothing = Json::Null;
        let options = component.get("options").unwrap_or(&nothing);
        let own = source::keys(component).filter(|key| !KEYS.contains(key));
        let own = own.map(|key| (component, key));
        let more = source::keys(options).filter(|key| !OPTIONS.contains(key));
        for (from, key) in own.chain(more.map(|key| (options, key))) {
            if source::says(from, key) {
                let message = format!("the setting {} does nothing here, left out", quoted(key));
                self.tools.log.often(Kind::Setting, at, message);
            }
        }
    }

    fn shown_when(
        &mut self,
        component: &Json,
        at: &str,
    ) -> Option<counterfoil_form::definition::condition::Condition> {
        let own = source::text(component, "condition");
        let key = own.or_else(|| source::text(component.get("options")?, "condition"))?;
        (!key.is_empty()).then(|| self.named(key, at))
    }

    fn question(
        &mut self,
        sort: &str,
        component: &Json,
        repeated: bool,
        at: &str,
        parts: &mut Vec<Part>,
    ) {
        if sort == "DeclarationField" {
            let text = self.written(Written::Markdown, "components", component, "content", at);
            parts.extend((!text.en.is_empty()).then_some(Part::Text(None, text)));
        }
        let answer = match self.answer(sort, component, at) {
            Some(answer) => answer,
            None => match self.unknown(sort, component, at, parts) {
                Some(answer) => answer,
                None => return,
            },
        };
        self.instruction(component, at, parts);
        let name = source::text(component, "name").unwrap_or_default();
        let label = self.words("components", component, "title", at);
        let field = self.field(component, name, label, answer, at);
        let known = Known::of(&field, repeated);
        self.by_name.entry(name.to_owned()).or_insert_with(|| known.clone());
        if let Some(id) = source::text(component, "id") {
            self.by_id.entry(id.to_owned()).or_insert(known);
        }
        parts.push(Part::Field(Box::new(field)));
    }

    /// A component of a type that is not known or that needs a map: what has a name and a title
    /// is asked as text, and content is shown.
    fn unknown(
        &mut self,
        sort: &str,
        component: &Json,
        at: &str,
        parts: &mut Vec<Part>,
    ) -> Option<Answer> {
        let text = self.written(Written::Html, "components", component, "content", at);
        let tells = !text.en.is_empty();
        parts.extend(tells.then_some(Part::Text(None, text)));
        let asks = !tells && source::says(component, "name") && source::says(component, "title");
        let done = if asks { "asked as plain text" } else { "left out, its text kept" };
        let message = match sort {
            "GeospatialField" => format!("a place is drawn on a map there: {done}"),
            sort => format!("components of the type {} are not known: {done}", quoted(sort)),
        };
        self.tools.log.add(Kind::UnknownComponent, at, message);
        asks.then(|| Answer::Text(TextRule::up_to(LINE_CHARS)))
    }

    /// What stands between the title and the question.
    pub(super) fn instruction(&mut self, component: &Json, at: &str, parts: &mut Vec<Part>) {
        let text = component.get("options").and_then(|from| source::text(from, "instructionText"));
        let welsh = self.welsh_of("components", component, "instructionText").unwrap_or_default();
        let text = self.both(Written::Markdown, text.unwrap_or_default(), welsh, at);
        parts.extend((!text.en.is_empty()).then_some(Part::Text(None, text)));
    }

    /// The field of a component, called `name` where that is legal and free.
    pub(super) fn field(
        &mut self,
        component: &Json,
        name: &str,
        label: Words,
        answer: Answer,
        at: &str,
    ) -> Field {
        let nothing = Json::Null;
        let options = component.get("options").unwrap_or(&nothing);
        let hint = self.words("components", component, "hint", at);
        let short = self.words("components", component, "shortDescription", at);
        let wanted = if name.trim().is_empty() { label.en.as_str() } else { name };
        let id = self.field_names.field(wanted, &answer);
        if id != name {
            let message = format!("the question {} is {} here", quoted(name), quoted(&id));
            self.tools.log.add(Kind::NameChanged, at, message);
        }
        let optional = options.get("required") == Some(&Json::Bool(false));
        let mut messages = self.messages(options, &answer, at);
        if optional {
            messages.remove("missing");
        }
        Field {
            id,
            short: (!short.en.is_empty() && short != label).then_some(short),
            hint: (!hint.en.is_empty()).then_some(hint),
            label,
            optional,
            mask: None,
            repeats: false,
            answer,
            rules: Vec::new(),
            warnings: Vec::new(),
            messages,
        }
    }

    /// The messages of a component by native failure.
    fn messages(&mut self, options: &Json, answer: &Answer, at: &str) -> BTreeMap<String, Words> {
        let mut messages = BTreeMap::new();
        let possible = rules::failures(answer);
        let all = options.get("customValidationMessages").and_then(Json::as_object);
        let all = all.into_iter().flatten().map(|(code, text)| (code.as_str(), text));
        let one = options.get("customValidationMessage").map(|text| ("any.required", text));
        for (code, text) in all.chain(one) {
            let known = rules::failure(code, answer).filter(|known| possible.contains(known));
            let Some(known) = known else {
                let message =
                    format!("there is nothing here to which the message {} belongs", quoted(code));
                self.tools.log.often(Kind::Setting, at, message);
                continue;
            };
            let fit = rules::without_marks(text);
            let words = self.both(Written::Line, source::localised(Some(&fit)).0, "", at);
            if !words.en.is_empty() {
                messages.entry(known.to_owned()).or_insert(words);
            }
        }
        messages
    }
}
