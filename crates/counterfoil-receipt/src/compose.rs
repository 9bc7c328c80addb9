//! Which words a receipt says, in which order. Paper and plain text are both made from this, so
//! they cannot differ.

use crate::content::{Answer, Details, Receipt, ServedBy, State};
use crate::words::Words;

/// One piece of a receipt, in reading order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Block {
    /// What this paper is. Once, at the top.
    Title(String),
    /// Must not be missed: a demonstration, a copy.
    Notice(String),
    /// The reference alone, large.
    Reference(String),
    /// Opens a part.
    Heading(String),
    /// A sentence or more.
    Paragraph(String),
    /// A name in bold and its value.
    Pair { name: String, lines: Vec<String> },
    /// One of several sentences.
    Bullet(String),
}

impl Block {
    /// The same block with each of its texts changed.
    pub(crate) fn map(self, change: &mut impl FnMut(String) -> String) -> Self {
        match self {
            Self::Title(text) => Self::Title(change(text)),
            Self::Notice(text) => Self::Notice(change(text)),
            Self::Reference(text) => Self::Reference(change(text)),
            Self::Heading(text) => Self::Heading(change(text)),
            Self::Paragraph(text) => Self::Paragraph(change(text)),
            Self::Bullet(text) => Self::Bullet(change(text)),
            Self::Pair { name, lines } => {
                Self::Pair { name: change(name), lines: lines.into_iter().map(change).collect() }
            }
        }
    }
}

/// The receipt as pieces in reading order.
pub(crate) fn compose(receipt: &Receipt) -> Vec<Block> {
    let mut out = Composer { receipt, words: Words::of(receipt.language), blocks: Vec::new() };
    out.head();
    out.state();
    out.facts();
    out.details();
    out.declaration();
    out.list(out.words.papers, &receipt.paper_legs);
    out.list(out.words.next, &receipt.next);
    out.contact();
    out.blocks
}

/// What stands at the foot of every page.
pub(crate) fn foot(receipt: &Receipt, page: usize, pages: usize) -> String {
    let words = Words::of(receipt.language);
    let mut parts = vec![format!("{} {}", words.reference, receipt.reference)];
    if receipt.copy > 0 {
        parts.push(format!("{} {}", words.copy, receipt.copy));
    }
    let page = words.page.replace("{page}", &page.to_string());
    parts.push(page.replace("{pages}", &pages.to_string()));
    if receipt.demonstration {
        parts.push(words.demonstration_short.to_owned());
    }
    parts.join(" · ")
}

/// The document's title, for a reader that shows one: no personal data.
pub(crate) fn title(receipt: &Receipt) -> String {
    format!("{} {}", Words::of(receipt.language).receipt, receipt.reference)
}

struct Composer<'a> {
    receipt: &'a Receipt,
    words: &'static Words,
    blocks: Vec<Block>,
}

impl Composer<'_> {
    fn head(&mut self) {
        self.push(Block::Title(format!("{}: {}", self.words.receipt, self.receipt.service)));
        if self.receipt.demonstration {
            self.push(Block::Notice(self.words.demonstration.to_owned()));
        }
        if self.receipt.copy > 0 {
            self.push(Block::Notice(format!("{} {}", self.words.copy, self.receipt.copy)));
            let time = self.receipt.recorded_at.in_words(self.receipt.language);
            self.push(Block::Paragraph(self.words.copy_note.replace("{time}", &time)));
        }
        self.heading(self.words.reference);
        self.push(Block::Reference(self.receipt.reference.clone()));
        self.push(Block::Paragraph(self.words.keep.to_owned()));
    }

    fn state(&mut self) {
        match &self.receipt.state {
            State::RecordedOnThisTerminal => {
                self.heading(self.words.recorded);
                let note = self.for_department(self.words.recorded_note);
                self.push(Block::Paragraph(note));
            }
            State::ReceivedBy { department, reference, received_at } => {
                let named = |words: &str| words.replace("{department}", department);
                self.heading(&named(self.words.received));
                let time = received_at.in_words(self.receipt.language);
                self.pair(self.words.received_at, time);
                if let Some(reference) = reference {
                    self.pair(&named(self.words.department_reference), reference.clone());
                }
            }
        }
    }

    fn facts(&mut self) {
        let Receipt { terminal, .. } = self.receipt;
        let recorded_at = self.receipt.recorded_at.in_words(self.receipt.language);
        self.pair(self.words.recorded_at, recorded_at);
        self.pair(self.words.sequence, self.receipt.sequence.to_string());
        self.pair(self.words.department, self.receipt.department.clone());
        self.pair(self.words.outlet, terminal.outlet.clone());
        self.pair(self.words.terminal, terminal.name.clone());
        self.pair(self.words.operator, terminal.operator.clone());
        let served_by = match &self.receipt.served_by {
            ServedBy::Staff { number } => self.words.staff.replace("{number}", number),
            ServedBy::SelfService => self.words.self_service.to_owned(),
        };
        self.pair(self.words.served_by, served_by);
    }

    fn details(&mut self) {
        self.heading(self.words.what);
        match &self.receipt.details {
            Details::Shown { answers } => {
                for Answer { question, lines } in answers {
                    self.push(Block::Pair { name: question.clone(), lines: lines.clone() });
                }
            }
            Details::Erased => {
                let erased = self.for_department(self.words.erased);
                self.push(Block::Paragraph(erased));
            }
        }
    }

    fn declaration(&mut self) {
        let declaration = &self.receipt.declaration;
        self.list(self.words.declared, &declaration.statements);
        self.list(self.words.consented, &declaration.consents);
    }

    fn contact(&mut self) {
        if !self.receipt.contact.is_empty() {
            let heading = self.for_department(self.words.contact);
            self.heading(&heading);
            for line in &self.receipt.contact {
                self.push(Block::Paragraph(line.clone()));
            }
        }
        self.heading(self.words.wrong);
        let note = self.for_department(self.words.wrong_note);
        self.push(Block::Paragraph(note));
        for line in &self.receipt.contest {
            self.push(Block::Paragraph(line.clone()));
        }
    }

    fn list(&mut self, heading: &str, sentences: &[String]) {
        if sentences.is_empty() {
            return;
        }
        self.heading(heading);
        for sentence in sentences {
            self.push(Block::Bullet(sentence.clone()));
        }
    }

    fn heading(&mut self, words: &str) {
        self.push(Block::Heading(words.to_owned()));
    }

    fn pair(&mut self, name: &str, value: String) {
        self.push(Block::Pair { name: name.to_owned(), lines: vec![value] });
    }

    fn push(&mut self, block: Block) {
        self.blocks.push(block);
    }

    fn for_department(&self, words: &str) -> String {
        words.replace("{department}", &self.receipt.department)
    }
}
