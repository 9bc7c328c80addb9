//! Views of a journey's pages.

use jiff::civil::Date;

use super::Journey;
use super::way::{FieldFault, Stop, Way};
use crate::answers::Answers;
use crate::definition::field::{AddressLine, Choice, Field, Kind};
use crate::definition::page::{Block, Exit, Page, Show};
use crate::kind::show::in_full;
use crate::messages;
use crate::view::{
    CheckRow, CheckSection, CheckView, ChoiceView, ContentBlock, Control, DatePart, FieldProblem,
    FieldView, InputMode, Language, PagePurpose, PageView,
};
use crate::words::sentences;

/// The longest text that a screen may send back for one line, in characters. Longer than any
/// line a field allows, so that a person is told that it is too long.
const LINE_CHARS: u32 = 500;

impl Journey {
    pub(super) fn page_view(
        &self,
        page: &Page,
        way: &Way<'_>,
        changing: bool,
        language: Language,
        today: Date,
    ) -> PageView {
        let faults = self.problems(page, way, today);
        let fields = field_views(&page.fields, &self.answers, &faults, language);
        let heading = page.title.as_ref().map(|title| title.owned(language));
        let label = || fields.first().map(|field| field.label.clone()).unwrap_or_default();
        PageView {
            path: page.path.clone(),
            title: heading.unwrap_or_else(label),
            caption: self.service.title(language).to_owned(),
            content: content(&page.content, language),
            problems: problems(&page.fields, &faults, language),
            fields,
            back: self.back(page, way, changing),
            button: messages::go_on(language).to_owned(),
            purpose: PagePurpose::Questions,
            changing,
            staff_notes: sentences(&page.staff_notes, language),
        }
    }

    /// Back from a Change link is check answers, as long as everything else is answered.
    fn back(&self, page: &Page, way: &Way<'_>, changing: bool) -> Option<String> {
        match way.stop {
            Stop::Check if changing => Some(self.service.definition().check.path.clone()),
            _ => way.before(&page.path).map(str::to_owned),
        }
    }

    pub(super) fn exit_view(&self, exit: &Exit, way: &Way<'_>, language: Language) -> PageView {
        PageView {
            path: exit.path.clone(),
            title: exit.title.owned(language),
            caption: self.service.title(language).to_owned(),
            content: content(&exit.content, language),
            fields: Vec::new(),
            problems: Vec::new(),
            back: way.before(&exit.path).map(str::to_owned),
            button: String::new(),
            purpose: PagePurpose::Exit,
            changing: false,
            staff_notes: sentences(&exit.staff_notes, language),
        }
    }

    pub(super) fn declaration_view(&self, faults: Vec<FieldFault>, language: Language) -> PageView {
        let definition = self.service.definition();
        let declaration = &definition.declaration;
        PageView {
            path: declaration.path.clone(),
            title: declaration.title.owned(language),
            caption: self.service.title(language).to_owned(),
            content: content(&declaration.content, language),
            fields: field_views(&declaration.fields, &self.answers, &faults, language),
            problems: problems(&declaration.fields, &faults, language),
            back: Some(definition.check.path.clone()),
            button: declaration.button.owned(language),
            purpose: PagePurpose::Declaration,
            changing: false,
            staff_notes: sentences(&declaration.staff_notes, language),
        }
    }

    pub(super) fn check_view(&self, way: &Way<'_>, language: Language) -> CheckView {
        let definition = self.service.definition();
        let section = |section: &crate::definition::Section| CheckSection {
            title: section.title.owned(language),
            rows: way
                .pages
                .iter()
                .filter(|page| page.section == section.id)
                .flat_map(|page| rows(page, way, language))
                .collect(),
        };
        let sections = definition.sections.iter().map(section);
        CheckView {
            path: definition.check.path.clone(),
            title: definition.check.title.owned(language),
            caption: self.service.title(language).to_owned(),
            sections: sections.filter(|section| !section.rows.is_empty()).collect(),
            back: way.before(&definition.check.path).map(str::to_owned),
            button: definition.check.button.owned(language),
        }
    }
}

fn rows(page: &Page, way: &Way<'_>, language: Language) -> Vec<CheckRow> {
    let shown = page.fields.iter().filter(|field| !field.repeats);
    shown
        .map(|field| CheckRow {
            field: field.id.clone(),
            question: short(field, language),
            answer: in_full(field, way.values.get(&field.id), language),
            page: page.path.clone(),
        })
        .collect()
}

/// The question, short.
pub(super) fn short(field: &Field, language: Language) -> String {
    field.short.as_ref().unwrap_or(&field.label).owned(language)
}

/// Pieces of text in one language.
pub(super) fn content(blocks: &[Block], language: Language) -> Vec<ContentBlock> {
    let block = |block: &Block| match &block.show {
        Show::Heading(text) => ContentBlock::Heading { text: text.owned(language) },
        Show::Paragraph(text) => ContentBlock::Paragraph { text: text.owned(language) },
        Show::Bullets(items) => ContentBlock::Bullets { items: sentences(items, language) },
        Show::Inset(text) => ContentBlock::Inset { text: text.owned(language) },
        Show::Warning(text) => ContentBlock::Warning { text: text.owned(language) },
    };
    blocks.iter().map(block).collect()
}

fn problems(fields: &[Field], faults: &[FieldFault], language: Language) -> Vec<FieldProblem> {
    let problem = |fault: &FieldFault| {
        let field = fields.iter().find(|field| field.id == fault.field)?;
        Some(FieldProblem {
            field: field.id.clone(),
            anchor: anchor(field, fault),
            message: messages::message(field, &fault.wrong, language),
        })
    };
    faults.iter().filter_map(problem).collect()
}

/// The element to focus: the first wrong part of a date, else the field itself.
fn anchor(field: &Field, fault: &FieldFault) -> String {
    if !matches!(field.answer, Kind::Date(_)) {
        return field.id.clone();
    }
    let part = match fault.wrong.parts.first() {
        None | Some(DatePart::Day) => "day",
        Some(DatePart::Month) => "month",
        Some(DatePart::Year) => "year",
    };
    crate::answers::part_name(&field.id, part)
}

fn field_views(
    fields: &[Field],
    answers: &Answers,
    faults: &[FieldFault],
    language: Language,
) -> Vec<FieldView> {
    let view = |field: &Field| {
        let fault = faults.iter().find(|fault| fault.field == field.id);
        let label = field.label.get(language);
        FieldView {
            id: field.id.clone(),
            label: match field.optional {
                true => messages::optional(label, language),
                false => label.to_owned(),
            },
            hint: field.hint.as_ref().map(|hint| hint.owned(language)),
            problem: fault.map(|fault| messages::message(field, &fault.wrong, language)),
            optional: field.optional,
            control: control(field, answers, fault, language),
        }
    };
    fields.iter().map(view).collect()
}

fn control(
    field: &Field,
    answers: &Answers,
    fault: Option<&FieldFault>,
    language: Language,
) -> Control {
    let chosen = || answers.many(&field.id).iter().find(|one| !one.is_empty()).cloned();
    match &field.answer {
        Kind::Date(rule) => Control::Date {
            day: answers.part(&field.id, "day").to_owned(),
            month: answers.part(&field.id, "month").to_owned(),
            year: answers.part(&field.id, "year").to_owned(),
            wrong: fault.map(wrong_parts).unwrap_or_default(),
            birthday: rule.birthday,
        },
        Kind::Radios(rule) => Control::Radios {
            options: choices(&rule.options, language),
            chosen: chosen(),
            inline: rule.inline,
        },
        Kind::YesNo(rule) => {
            let choice = |value: &str, label: String| ChoiceView {
                value: value.to_owned(),
                label,
                hint: None,
            };
            let yes = choice("yes", rule.yes.owned(language));
            let no = choice("no", rule.no.owned(language));
            let inline = [&yes, &no].iter().all(|choice| choice.label.chars().count() <= 15);
            Control::Radios { options: vec![yes, no], chosen: chosen(), inline }
        }
        Kind::Checkboxes(rule) => Control::Checkboxes {
            options: choices(&rule.options, language),
            chosen: answers.many(&field.id).to_vec(),
        },
        kind => input(kind, answers.one(&field.id)),
    }
}

/// A date that is wrong as a whole has every part marked.
fn wrong_parts(fault: &FieldFault) -> Vec<DatePart> {
    if fault.wrong.parts.is_empty() {
        return vec![DatePart::Day, DatePart::Month, DatePart::Year];
    }
    fault.wrong.parts.clone()
}

fn choices(options: &[Choice], language: Language) -> Vec<ChoiceView> {
    let choice = |choice: &Choice| ChoiceView {
        value: choice.value.clone(),
        label: choice.label.owned(language),
        hint: choice.hint.as_ref().map(|hint| hint.owned(language)),
    };
    options.iter().map(choice).collect()
}

fn input(kind: &Kind, value: &str) -> Control {
    let (width, input_mode, autocomplete) = match kind {
        Kind::Text(rule) => (rule.width, InputMode::Text, rule.autocomplete.as_deref()),
        Kind::AddressLine(rule) => (None, InputMode::Text, Some(purpose(rule.line))),
        Kind::Number(_) => (Some(10), InputMode::Numeric, None),
        Kind::Email(_) => (None, InputMode::Email, Some("email")),
        Kind::VehicleRegistration(_) => (Some(10), InputMode::Text, None),
        Kind::V5cReference(_) => (Some(20), InputMode::Numeric, None),
        Kind::DriverNumber(_) => (Some(20), InputMode::Text, None),
        Kind::Postcode(_) => (Some(10), InputMode::Text, Some("postal-code")),
        Kind::Radios(_) | Kind::YesNo(_) | Kind::Checkboxes(_) | Kind::Date(_) => {
            (None, InputMode::Text, None)
        }
    };
    Control::Input {
        value: value.to_owned(),
        width,
        input_mode,
        autocomplete: autocomplete.map(str::to_owned),
        spellcheck: false,
        max_chars: LINE_CHARS,
    }
}

fn purpose(line: AddressLine) -> &'static str {
    match line {
        AddressLine::First => "address-line1",
        AddressLine::Second => "address-line2",
        AddressLine::Third => "address-line3",
        AddressLine::Town => "address-level2",
    }
}
