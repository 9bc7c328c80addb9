//! Pages as a definition has them: content before questions, one field's label as the heading.

use counterfoil_form::Words;
use counterfoil_form::definition::condition::Condition;
use counterfoil_form::definition::field::Field;
use counterfoil_form::definition::group::Group;
use counterfoil_form::definition::limits::{FIELDS_ON_A_PAGE, LIST, TEXT_CHARS};
use counterfoil_form::definition::page::{Block, Exit, Page as Native, Route};

use super::conditions::{Sight, constant};
use super::words;
use crate::draft::{Page, Part, Repeat, both};
use crate::names::Names;
use crate::report::{Kind, Log, quoted};

/// What pages are built with.
pub(super) struct Pages<'a> {
    pub(super) sight: Sight<'a>,
    pub(super) names: Names,
    /// The path of check answers.
    pub(super) check: &'a str,
    /// The section of pages without one.
    pub(super) section: &'a str,
    /// The heading where there is no other.
    pub(super) title: &'a Words,
    /// Pages that may still be made by parting others.
    pub(super) room: usize,
}

/// What stands before some questions, and the questions.
#[derive(Default)]
struct Share {
    texts: Vec<Block>,
    fields: Vec<Field>,
}

impl Pages<'_> {
    /// The page, in several parts where content stands between its questions.
    pub(super) fn pages(&mut self, page: &Page, log: &mut Log) -> Vec<Native> {
        let when = page
            .when
            .as_ref()
            .and_then(|when| self.sight.fit(when, None, &format!("{}/condition", page.at), log));
        let mut shares = self.shares(page, None, log);
        let own: Vec<&Field> = page.fields().collect();
        let last = self.sight.routes(page, &own, self.check, log);
        let paths = self.paths(page.path.clone(), &page.path, shares.len());
        let mut made = Vec::new();
        for (number, share) in shares.drain(..).enumerate() {
            let next = match paths.get(number + 1) {
                Some(to) => vec![Route { when: None, to: to.clone() }],
                None => last.clone(),
            };
            let path = paths.get(number).cloned().unwrap_or_default();
            let heading = number == 0;
            made.push(Native {
                when: when.clone(),
                ..self.native(page, path, share, heading, next, log)
            });
        }
        made
    }

    /// The page asked once for each of several things.
    pub(super) fn group(&mut self, page: &Page, repeat: &Repeat, log: &mut Log) -> Group {
        let when = page
            .when
            .as_ref()
            .and_then(|when| self.sight.fit(when, None, &format!("{}/condition", page.at), log));
        let mut shares = self.shares(page, Some(&page.path), log);
        let first = self.names.kebab(&format!("{}-item", page.path), "item");
        let paths = self.paths(first, &page.path, shares.len());
        let mut pages = Vec::new();
        for (number, share) in shares.drain(..).enumerate() {
            let to = paths.get(number + 1).cloned().unwrap_or_else(|| page.path.clone());
            let path = paths.get(number).cloned().unwrap_or_default();
            let next = vec![Route { when: None, to }];
            pages.push(self.native(page, path, share, false, next, log));
        }
        let own = &repeat.title;
        let title = if own.en.is_empty() { self.heading(page) } else { own.clone() };
        let item = if repeat.item.en.is_empty() { words::item() } else { repeat.item.clone() };
        let named_by = page.fields().next().map(|field| field.id.clone());
        Group {
            path: page.path.clone(),
            section: self.section(page),
            title,
            item,
            named_by: named_by.into_iter().collect(),
            min: repeat.min,
            max: repeat.max,
            another: words::another(),
            staff_notes: Vec::new(),
            when,
            pages,
            next: self.sight.routes(page, &[], self.check, log),
        }
    }

    /// The page as one that ends a journey.
    pub(super) fn exit(&mut self, page: &Page, log: &mut Log) -> Exit {
        let mut share = self.shares(page, None, log).into_iter().next().unwrap_or_default();
        number(&mut share.texts, page, log);
        if !share.fields.is_empty() {
            let message = "the journey ends on this page, so its questions are left out";
            log.add(Kind::Condition, page.at.as_str(), message);
        }
        Exit {
            path: page.path.clone(),
            title: self.heading(page),
            content: share.texts,
            staff_notes: Vec::new(),
        }
    }

    fn native(
        &self,
        page: &Page,
        path: String,
        mut share: Share,
        first: bool,
        next: Vec<Route>,
        log: &mut Log,
    ) -> Native {
        let heading = self.heading(page);
        let title = match share.fields.as_mut_slice() {
            [only] => {
                if only.label.en.is_empty() {
                    only.label = heading;
                } else if first && says_more(&page.title.en, &only.label.en) {
                    share.texts.insert(0, heading_block(&page.title));
                }
                None
            }
            _ => Some(heading),
        };
        for field in &mut share.fields {
            if field.label.en.is_empty() {
                field.label = both(&field.id, &field.id);
                let message = format!("{} has no label; its name stands in", quoted(&field.id));
                log.add(Kind::Words, page.at.as_str(), message);
            }
        }
        number(&mut share.texts, page, log);
        Native {
            path,
            title,
            section: self.section(page),
            content: share.texts,
            fields: share.fields,
            staff_notes: Vec::new(),
            asked_again_after: Vec::new(),
            when: None,
            next,
        }
    }

    /// One path for each part of a page: the first and new ones.
    fn paths(&mut self, first: String, stem: &str, count: usize) -> Vec<String> {
        let mut paths = vec![first];
        while paths.len() < count {
            paths.push(self.names.kebab(&format!("{stem}-{}", paths.len() + 1), "page"));
        }
        paths
    }

    fn section(&self, page: &Page) -> String {
        page.section.clone().unwrap_or_else(|| self.section.to_owned())
    }

    /// The page's title, or the service's.
    fn heading(&self, page: &Page) -> Words {
        let own = &page.title;
        if own.en.is_empty() { self.title.clone() } else { own.clone() }
    }

    /// Parts a page where content follows a question and another question follows that content,
    /// and where there are more questions than a page may have. At least one share.
    fn shares(&mut self, page: &Page, group: Option<&str>, log: &mut Log) -> Vec<Share> {
        let mut shares = vec![Share::default()];
        let mut after: Vec<Block> = Vec::new();
        for part in &page.parts {
            match part {
                Part::Text(when, text) => {
                    let at = format!("{}/components", page.at);
                    let when = when.as_ref().and_then(|one| self.sight.fit(one, group, &at, log));
                    if when.as_ref().and_then(constant) != Some(false) {
                        after.extend(blocks(text, when.as_ref(), &page.at, log));
                    }
                }
                Part::Field(field) => self.ask(&mut shares, &mut after, field, log),
            }
        }
        if let Some(last) = shares.last_mut() {
            if !last.fields.is_empty() && !after.is_empty() {
                let message = "content below the last question now stands above it";
                log.often(Kind::Layout, &page.at, message);
            }
            last.texts.append(&mut after);
        }
        if 1 < shares.len() {
            let message = format!("the page is now {} pages, each asking its part", shares.len());
            log.add(Kind::Layout, page.at.as_str(), message);
        }
        shares
    }

    fn ask(
        &mut self,
        shares: &mut Vec<Share>,
        before: &mut Vec<Block>,
        field: &Field,
        log: &mut Log,
    ) {
        let asked = shares.last().map_or(0, |share| share.fields.len());
        let full = FIELDS_ON_A_PAGE <= asked;
        if full || (0 < asked && !before.is_empty()) {
            if let Some(room) = self.room.checked_sub(1) {
                self.room = room;
                shares.push(Share::default());
            } else if full && !log.refused() {
                log.add(Kind::TooLarge, "", "more questions than a definition may have");
            }
        }
        if let Some(share) = shares.last_mut() {
            share.texts.append(before);
            share.fields.push(field.clone());
        }
    }
}

/// The heading says something that the label does not.
fn says_more(heading: &str, label: &str) -> bool {
    let plain = |text: &str| -> String {
        text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
    };
    let heading = plain(heading);
    !heading.is_empty() && !plain(label).contains(&heading)
}

fn heading_block(title: &Words) -> Block {
    let marked = |text: &str| match text {
        "" => String::new(),
        text => format!("## {text}"),
    };
    let text = Words { en: marked(&title.en), cy: marked(&title.cy) };
    Block { id: String::new(), when: None, text }
}

/// The text as a block, or as several where it is longer than a text may be.
pub(super) fn blocks(
    text: &Words,
    when: Option<&Condition>,
    at: &str,
    log: &mut Log,
) -> Vec<Block> {
    let block = |en: String, cy: String| Block {
        id: String::new(),
        when: when.cloned(),
        text: Words { en, cy },
    };
    let fits = |text: &str| text.chars().count() <= TEXT_CHARS;
    if text.en.trim().is_empty() {
        return Vec::new();
    }
    if fits(&text.en) && fits(&text.cy) {
        return vec![block(text.en.clone(), text.cy.clone())];
    }
    let mut made: Vec<Block> =
        parted(&text.en).into_iter().map(|en| block(en, String::new())).collect();
    if !text.cy.is_empty() {
        let mut welsh = parted(&text.cy).into_iter();
        made.iter_mut().zip(&mut welsh).for_each(|(block, cy)| block.text.cy = cy);
        if welsh.next().is_some() || made.iter().any(|block| block.text.cy.is_empty()) {
            let message = "the Welsh of a long text could not be parted like the English";
            log.add(Kind::Language, at, message);
        }
    }
    made
}

/// A long text in pieces that fit, parted between paragraphs where that can be.
fn parted(text: &str) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    for paragraph in text.split("\n\n") {
        let chars: Vec<char> = paragraph.chars().collect();
        for piece in chars.chunks(TEXT_CHARS) {
            let piece: String = piece.iter().collect();
            let joins =
                |last: &String| last.chars().count() + 2 + piece.chars().count() <= TEXT_CHARS;
            match pieces.last_mut() {
                Some(last) if joins(last) => {
                    last.push_str("\n\n");
                    last.push_str(&piece);
                }
                _ => pieces.push(piece),
            }
        }
    }
    pieces.retain(|piece| !piece.trim().is_empty());
    pieces
}

/// Gives the blocks of a page their ids.
fn number(blocks: &mut Vec<Block>, page: &Page, log: &mut Log) {
    if LIST < blocks.len() {
        log.add(Kind::Limit, page.at.as_str(), format!("only the first {LIST} texts are kept"));
        blocks.truncate(LIST);
    }
    for (number, block) in blocks.iter_mut().enumerate() {
        block.id = format!("text-{}", number + 1);
    }
}
