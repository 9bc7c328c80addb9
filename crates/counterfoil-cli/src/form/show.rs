//! `counterfoil form show`

use std::fmt::Write as _;
use std::path::Path;

use counterfoil_form::definition::Definition;
use counterfoil_form::definition::condition::Condition;
use counterfoil_form::definition::field::{Choice, Field, Kind};
use counterfoil_form::definition::group::Group;
use counterfoil_form::definition::page::{Block, Page, Route};
use counterfoil_form::view::Language;
use counterfoil_form::{FeeToday, Service};

use crate::form::{print, say, source, today};
use crate::refusal::Refusal;

pub(super) fn run(file: &Path, language: Language) -> Result<(), Refusal> {
    let service = source::service(file)?;
    let mut outline = Outline { text: String::new(), language };
    outline.service(&service);
    print(&outline.text)
}

/// Writes a form line by line. Writing to a string cannot fail, so its results are dropped.
struct Outline {
    text: String,
    language: Language,
}

impl Outline {
    fn line(&mut self, depth: usize, text: &str) {
        for line in text.lines() {
            let _ = writeln!(self.text, "{:1$}{line}", "", depth * 2);
        }
    }

    fn service(&mut self, service: &Service) {
        let (definition, language) = (service.definition(), self.language);
        self.line(0, service.title(language));
        self.line(0, service.summary(language));
        let to = definition.effective.to.map_or("no end".to_owned(), |day| day.to_string());
        let from = definition.effective.from;
        let (id, version) = (service.id(), service.version());
        self.line(0, &format!("{id} {version}, from {from} to {to}"));
        self.line(0, service.department(language));
        match service.fee(today()) {
            FeeToday::None => {}
            FeeToday::Due(fees) => fees.into_iter().for_each(|fee| {
                let (pounds, pence) = (fee.pence / 100, fee.pence % 100);
                let text = fee.text.get(language);
                self.line(0, &format!("£{pounds}.{pence:02}: {text}"));
            }),
            FeeToday::Unknown => self.line(0, "Its fee is out of date."),
        }
        self.list("Say first", &service.script(language));
        self.list("Look at", &service.evidence(language));
        self.list("Read out", &service.consent(language));
        definition.pages.iter().for_each(|page| self.page(0, page));
        definition.groups.iter().for_each(|group| self.group(group));
        self.ends(definition);
        self.list("What happens next", &service.next_steps(language));
        self.list("Paper", &service.paper(language));
        self.list("Contact", &service.contact(language));
        self.list("If something is wrong", &service.contest(language));
        let others: Vec<String> =
            service.signposts(language).into_iter().map(|(_, text)| text).collect();
        self.list("Other ways", &others);
    }

    fn list(&mut self, title: &str, items: &[String]) {
        if items.is_empty() {
            return;
        }
        self.line(0, &format!("\n{title}"));
        self.text.push('\n');
        items.iter().for_each(|item| self.line(1, &format!("- {item}")));
    }

    fn page(&mut self, depth: usize, page: &Page) {
        let heading = page.title.as_ref().or_else(|| Some(&page.fields.first()?.label));
        let heading = heading.map(|words| words.owned(self.language)).unwrap_or_default();
        self.text.push('\n');
        self.line(depth, &format!("{}: {heading}", page.path));
        self.when(depth + 1, page.when.as_ref());
        self.content(depth + 1, &page.content);
        page.fields.iter().for_each(|field| self.field(depth + 1, field));
        self.routes(depth + 1, &page.next);
    }

    fn group(&mut self, group: &Group) {
        self.text.push('\n');
        let title = group.title.get(self.language);
        self.line(0, &format!("{}: {title} ({} to {})", group.path, group.min, group.max));
        self.when(1, group.when.as_ref());
        group.pages.iter().for_each(|page| self.page(1, page));
        self.text.push('\n');
        self.line(1, group.another.label.get(self.language));
        self.routes(1, &group.next);
    }

    fn ends(&mut self, definition: &Definition) {
        for exit in &definition.exits {
            self.text.push('\n');
            self.line(0, &format!("{}: {} (ends here)", exit.path, exit.title.get(self.language)));
            self.content(1, &exit.content);
        }
        let (check, declaration) = (&definition.check, &definition.declaration);
        self.text.push('\n');
        self.line(0, &format!("{}: {}", check.path, check.title.get(self.language)));
        self.text.push('\n');
        self.line(0, &format!("{}: {}", declaration.path, declaration.title.get(self.language)));
        self.content(1, &declaration.content);
        declaration.fields.iter().for_each(|field| self.field(1, field));
        self.line(1, &format!("[{}]", declaration.button.get(self.language)));
    }

    fn when(&mut self, depth: usize, when: Option<&Condition>) {
        if let Some(when) = when {
            self.line(depth, &format!("only if {}", say::condition(when)));
        }
    }

    fn content(&mut self, depth: usize, blocks: &[Block]) {
        for block in blocks {
            self.when(depth, block.when.as_ref());
            self.line(depth, block.text.get(self.language));
        }
    }

    fn field(&mut self, depth: usize, field: &Field) {
        let optional = if field.optional { ", optional" } else { "" };
        let kind = say::kind(field);
        let label = field.label.get(self.language);
        self.line(depth, &format!("* {label} [{}: {kind}{optional}]", field.id));
        if let Some(hint) = &field.hint {
            self.line(depth + 1, hint.get(self.language));
        }
        field.rules.iter().for_each(|rule| self.line(depth + 1, &say::rule(rule)));
        for rule in &field.warnings {
            self.line(depth + 1, &format!("warns unless {}", say::rule(rule)));
        }
        match &field.answer {
            Kind::Radios(rule) => self.options(depth + 1, &rule.options),
            Kind::Select(rule) => self.options(depth + 1, &rule.options),
            Kind::Checkboxes(rule) => self.options(depth + 1, &rule.options),
            Kind::Declaration(rule) => self.line(depth + 1, rule.tick.get(self.language)),
            _ => {}
        }
    }

    fn options(&mut self, depth: usize, options: &[Choice]) {
        for choice in options {
            let label = choice.label.get(self.language);
            self.line(depth, &format!("- {label} [{}]", choice.value));
        }
    }

    fn routes(&mut self, depth: usize, routes: &[Route]) {
        for route in routes {
            self.line(
                depth,
                &match &route.when {
                    Some(when) => format!("if {} → {}", say::condition(when), route.to),
                    None => format!("→ {}", route.to),
                },
            );
        }
    }
}
