//! From a draft to a native definition that loads.
//!
//! Start reading at [`build`]. The parts: [`graph`] finds what is reached and cuts loops,
//! [`conditions`] fits conditions to what is there, [`pages`] makes pages, [`words`] has the words
//! that every form needs.

mod conditions;
mod graph;
mod pages;
mod routes;
mod words;

use std::collections::HashSet;

use counterfoil_form::definition::condition::{Condition, NamedCondition};
use counterfoil_form::definition::group::Group;
use counterfoil_form::definition::page::{self as native, Block};
use counterfoil_form::definition::terms::{Fee, Retention};
use counterfoil_form::definition::{
    Definition, Department, Effective, Mode, Nation, Section, Transaction, limits,
};
use counterfoil_form::{Sentence, Service, Words};
use jiff::civil::{Date, date};

use crate::draft::{Draft, Page, Part, Role, both};
use crate::names::{Names, kebab};
use crate::report::{Kind, Log};
use conditions::Sight;
pub(crate) use conditions::is_amount;
use graph::Graph;
use pages::Pages;

/// The first day on which what was imported may be used. There is no clock here, and a person
/// sets the day before the form is used for real.
const FROM: Date = date(2026, 1, 1);
/// The last day of a fee: a fee without an end would be taken for ever.
const FEE_TO: Date = date(2027, 3, 31);
/// The department's id until a person says which.
const DEPARTMENT: &str = "imported";

/// The definition, or `None` with the reason in `log`. `name` is the source's file name.
pub(crate) fn build(mut draft: Draft, name: Option<&str>, log: &mut Log) -> Option<Definition> {
    let mut names = Names::taken(draft.pages.iter().map(|page| page.path.clone()));
    let check = names.kebab("check-answers", "check-answers");
    let declaration = names.kebab("declaration", "declaration");
    if draft.pages.is_empty() {
        log.add(Kind::NoPages, "/pages", "there are no pages");
        return None;
    }
    title(&mut draft, name, log);
    let graph = graph::graph(&mut draft, &check, log)?;
    if !graph.pages.iter().any(Page::asks) {
        log.add(Kind::NoQuestions, "/pages", "nothing is asked that could be recorded");
        return None;
    }
    let definition = assemble(draft, &graph, names, (check, declaration), name, log);
    (!log.refused() && loads(&definition, log)).then_some(definition)
}

/// What of a definition is made of pages.
struct Made {
    pages: Vec<native::Page>,
    groups: Vec<Group>,
    exits: Vec<native::Exit>,
    conditions: Vec<NamedCondition>,
}

fn assemble(
    draft: Draft,
    graph: &Graph,
    names: Names,
    (check, declaration): (String, String),
    name: Option<&str>,
    log: &mut Log,
) -> Definition {
    let section =
        Names::taken(draft.sections.iter().map(|one| one.id.clone())).kebab("answers", "answers");
    let Made { pages, groups, exits, conditions } =
        made(&draft, graph, names, (&check, &section), log);
    let (department, short_name) = words::department();
    to_complete(&draft, log);
    Definition {
        schema: None,
        id: format!("{DEPARTMENT}/{}", id(name, &draft.title)),
        version: "0.1.0".to_owned(),
        effective: Effective { from: FROM, to: None },
        sources: Vec::new(),
        department: Department { id: DEPARTMENT.to_owned(), name: department, short_name },
        owner: None,
        summary: draft.title.clone(),
        transaction: Transaction::ShareInformation,
        territory: vec![Nation::England, Nation::NorthernIreland, Nation::Scotland, Nation::Wales],
        modes: vec![Mode::Counter, Mode::Guided, Mode::Phone],
        signposts: Vec::new(),
        script: Vec::new(),
        evidence: Vec::new(),
        consent: words::consent(),
        fees: fees(&draft),
        deadline: None,
        retention: Retention { answers_days: 0, envelope_days: 30 },
        next_steps: next_steps(&draft, graph),
        paper: Vec::new(),
        contact: sentences(&draft.contact, "contact").unwrap_or_else(words::contact),
        contest: words::contest(),
        costs: Vec::new(),
        sections: sections(&draft, graph, &section, log),
        conditions,
        start: graph.pages.first().map(|page| page.path.clone()),
        task_list: None,
        pages,
        groups,
        exits,
        check: words::check(check),
        declaration: words::declaration(declaration, declared(&draft, log)),
        title: draft.title,
    }
}

fn made(
    draft: &Draft,
    graph: &Graph,
    names: Names,
    (check, section): (&str, &str),
    log: &mut Log,
) -> Made {
    let grouped = graph.pages.iter().filter(|page| matches!(page.role, Role::Repeat(_))).count();
    let count = graph.pages.len() + graph.exits.len() + grouped;
    let room = limits::PAGES.saturating_sub(count);
    let sight = Sight::of(&graph.pages, &draft.conditions);
    let conditions = named(&sight, &draft.conditions, graph, log);
    let mut making = Pages { sight, names, check, section, title: &draft.title, room };
    let mut made = Made { pages: Vec::new(), groups: Vec::new(), exits: Vec::new(), conditions };
    for page in &graph.pages {
        match &page.role {
            Role::Repeat(repeat) => made.groups.push(making.group(page, repeat, log)),
            _ => made.pages.extend(making.pages(page, log)),
        }
    }
    made.exits.extend(graph.exits.iter().map(|page| making.exit(page, log)));
    made
}

/// What the form itself has people declare.
fn declared(draft: &Draft, log: &mut Log) -> Vec<Block> {
    let own =
        draft.declaration.iter().flat_map(|text| pages::blocks(text, None, "/declaration", log));
    let blocks = own.take(limits::LIST - 1).enumerate();
    blocks
        .map(|(number, block)| Block { id: format!("declared-{}", number + 1), ..block })
        .collect()
}

/// The form's name; a form without one has that of its file.
fn title(draft: &mut Draft, name: Option<&str>, log: &mut Log) {
    if !draft.title.en.is_empty() {
        return;
    }
    let file =
        name.map(|name| name.replace(['-', '_'], " ")).filter(|name| !name.trim().is_empty());
    let first = draft.pages.iter().find(|page| !page.title.en.is_empty());
    draft.title = match (file, first) {
        (Some(file), _) => both(file.trim(), file.trim()),
        (None, Some(page)) => page.title.clone(),
        (None, None) => both("Imported form", "Ffurflen a fewnforiwyd"),
    };
    log.add(Kind::Words, "/name", "the form has no name of its own; another stands in");
}

/// The second part of the service's id.
fn id(name: Option<&str>, title: &Words) -> String {
    let names = [name.unwrap_or_default(), &title.en];
    let id = names.into_iter().map(kebab).find(|id| !id.is_empty());
    id.unwrap_or_else(|| "form".to_owned())
}

/// The named conditions that something refers to, fitted.
fn named(
    sight: &Sight<'_>,
    all: &[NamedCondition],
    graph: &Graph,
    log: &mut Log,
) -> Vec<NamedCondition> {
    let pages = graph.pages.iter().chain(&graph.exits);
    let used = sight.used(pages.flat_map(conditions_of));
    let unused = all.iter().filter(|one| !used.contains(&one.id)).count();
    if 0 < unused {
        let message = format!("{unused} conditions of pages that were left out went with them");
        log.add(Kind::Setting, "/conditions", message);
    }
    let mut fitted = Vec::new();
    for one in all.iter().filter(|one| used.contains(&one.id)) {
        let at = format!("/conditions/{}", one.id);
        let when = sight.fit(&one.when, None, &at, log);
        let when = when.unwrap_or_else(|| Condition::All(Vec::new()));
        fitted.push(NamedCondition { id: one.id.clone(), when });
    }
    if limits::NAMED_CONDITIONS < fitted.len() {
        log.add(Kind::TooLarge, "/conditions", "more conditions than a definition may have");
    }
    fitted
}

fn conditions_of(page: &Page) -> impl Iterator<Item = &Condition> {
    let routes = page.next.iter().filter_map(|route| route.when.as_ref());
    let texts = page.parts.iter().filter_map(|part| match part {
        Part::Text(when, _) => when.as_ref(),
        Part::Field(_) => None,
    });
    routes.chain(texts).chain(&page.when)
}

/// The sections that pages name, and one for pages that name none.
fn sections(draft: &Draft, graph: &Graph, own: &str, log: &mut Log) -> Vec<Section> {
    let used: HashSet<&str> =
        graph.pages.iter().map(|page| page.section.as_deref().unwrap_or(own)).collect();
    let mut sections: Vec<Section> =
        draft.sections.iter().filter(|one| used.contains(one.id.as_str())).cloned().collect();
    for section in sections.iter_mut().filter(|section| section.title.en.is_empty()) {
        section.title = words::section(String::new()).title;
        log.add(Kind::Words, "/sections", "a section without a title has one of our own");
    }
    if used.contains(own) {
        sections.push(words::section(own.to_owned()));
    }
    if limits::LIST < sections.len() {
        log.add(Kind::TooLarge, "/sections", "more sections than a definition may have");
    }
    sections
}

fn fees(draft: &Draft) -> Vec<Fee> {
    let fee = |(number, fee): (usize, &crate::draft::Fee)| Fee {
        id: format!("fee-{}", number + 1),
        text: fee.text.clone(),
        pence: fee.pence,
        from: FROM,
        to: FEE_TO,
    };
    draft.fees.iter().take(limits::LIST).enumerate().map(fee).collect()
}

/// What the form says happens next, and what stood on the pages after its submission.
fn next_steps(draft: &Draft, graph: &Graph) -> Vec<Sentence> {
    let mut texts = draft.next_steps.clone();
    for page in &graph.after {
        texts.extend(page.parts.iter().filter_map(|part| match part {
            Part::Text(_, words) => Some(words.clone()),
            Part::Field(_) => None,
        }));
    }
    sentences(&texts, "next").unwrap_or_else(words::next_steps)
}

/// Sentences with ids, of texts that are not empty; `None` without any. Each is printed as it
/// stands, so marks of Markdown are taken off.
fn sentences(texts: &[Words], id: &str) -> Option<Vec<Sentence>> {
    let said = |text: &str| -> String {
        let blocks = text.split("\n\n").map(|block| {
            let lines = block.lines().map(|line| line.trim_start_matches(['#', '>', ' ']));
            let line = lines.collect::<Vec<_>>().join(" ");
            counterfoil_form::markdown::said(&counterfoil_form::markdown::spans(&line))
        });
        let text = blocks.collect::<Vec<_>>().join(" ");
        text.chars().take(limits::TEXT_CHARS).collect()
    };
    let plain = texts.iter().map(|words| Words { en: said(&words.en), cy: said(&words.cy) });
    let sentence =
        |(number, text): (usize, Words)| Sentence { id: format!("{id}-{}", number + 1), text };
    let all: Vec<Sentence> = plain
        .filter(|words| !words.en.trim().is_empty())
        .take(limits::LIST)
        .enumerate()
        .map(sentence)
        .collect();
    (!all.is_empty()).then_some(all)
}

fn to_complete(draft: &Draft, log: &mut Log) {
    let contact = if draft.contact.is_empty() { ", how to reach it" } else { "" };
    let message = format!(
        "no form says these, so a person must: the department{contact}, its consent and terms, \
         the parts of the country it covers, the days it may be used, signposts to other ways"
    );
    log.add(Kind::ToComplete, "", message);
    if draft.only_welsh {
        log.add(Kind::Language, "/metadata", "the form is in Welsh; the English is missing");
    }
}

/// The definition loads. A failure is a fault in the importer, which refuses rather than lies.
fn loads(definition: &Definition, log: &mut Log) -> bool {
    let bytes = serde_json::to_vec(definition).map_or(usize::MAX, |json| json.len());
    if limits::FILE_BYTES < bytes {
        log.add(Kind::TooLarge, "", "larger than the file of a definition may be");
        return false;
    }
    let Err(problems) = Service::draft_of(definition.clone()) else { return true };
    let too_large = |message: &str| message.contains("is the most") || message.contains("longer");
    for problem in &problems.0 {
        let kind = if too_large(&problem.message) { Kind::TooLarge } else { Kind::NotLoadable };
        log.add(kind, problem.path.as_str(), problem.message.as_str());
    }
    false
}
