//! What became of a form: one [`Report`], and the [`Log`] in which it is kept while reading.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::limits;

/// How well a form fits, and everything that a person should know about how it was turned.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Report {
    /// The source's format, such as `xgov`.
    pub format: String,
    /// How well it fits.
    pub verdict: Verdict,
    /// What was changed, lost or not understood, up to a limit that is said.
    pub issues: Vec<Issue>,
    /// Pages of the definition, those of groups and exits included; 0 when refused.
    pub pages: usize,
    /// Fields of the definition; 0 when refused.
    pub fields: usize,
}

/// How well a form fits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    /// It does what it did; the issues are notes.
    Supported,
    /// It can be used, but a person would notice that something is lost.
    Degraded,
    /// No definition was made; the issues say why.
    Refused,
}

/// One thing that a person should know.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Issue {
    /// Where in the source, such as `/pages/3/components/0`.
    pub path: String,
    /// What sort of thing, one of the names of [`Kind`].
    pub kind: String,
    /// What, in English, for the designer of the form.
    pub message: String,
}

/// The sorts of issues. A closed set: what is new needs a place and a weight here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    // Notes: nothing that a person using the form would miss.
    /// Something that no form says and a person must fill in.
    ToComplete,
    /// A name or a path that had to change.
    NameChanged,
    /// A page to which no route leads, left out.
    Unreachable,
    /// A route to a page that does not exist, left out.
    DanglingRoute,
    /// The first page was worked out.
    StartPage,
    /// Content that stands elsewhere, or as plainer text.
    Layout,
    /// A setting of looks or of the source's own machinery, left out.
    Setting,
    /// A key, token or password, left out.
    Secret,
    /// A way of delivery, replaced by the terminal's own.
    Delivery,
    /// A summary page, replaced by check answers.
    Summary,
    /// Words that stand in for words the source does not have.
    Words,
    // What a person would notice.
    /// A route taken away because it led back.
    LoopCut,
    /// A page run by code that is not here.
    CustomController,
    /// A component of a type that is not known.
    UnknownComponent,
    /// A page or setting that pays or counts money.
    Payment,
    /// Text that is filled in while the form is used.
    Template,
    /// A condition that cannot hold here as it does there.
    Condition,
    /// Questions or choices that appear and vanish on one page.
    Reveal,
    /// A repeat that cannot be told as a list of things.
    Repeat,
    /// Formatting within an answer.
    RichText,
    /// A script, picture or control within text.
    Markup,
    /// A rule of an answer.
    Rule,
    /// A choice that cannot be offered.
    Choice,
    /// A service that is asked over the network.
    External,
    /// Signing in.
    Identity,
    /// English or Welsh that is missing or has no counterpart.
    Language,
    /// Something past a limit, cut off.
    Limit,
    // Why there is no definition.
    /// There are no pages.
    NoPages,
    /// Nothing is asked.
    NoQuestions,
    /// It is larger than any definition may be.
    TooLarge,
    /// What was made does not load: a fault in the importer.
    NotLoadable,
    /// The format is known but not read here.
    NotRead,
}

impl Kind {
    /// The name in the report.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::ToComplete => "to-complete",
            Self::NameChanged => "name-changed",
            Self::Unreachable => "unreachable",
            Self::DanglingRoute => "dangling-route",
            Self::StartPage => "start-page",
            Self::Layout => "layout",
            Self::Setting => "setting",
            Self::Secret => "secret",
            Self::Delivery => "delivery",
            Self::Summary => "summary",
            Self::Words => "words",
            Self::LoopCut => "loop-cut",
            Self::CustomController => "custom-controller",
            Self::UnknownComponent => "unknown-component",
            Self::Payment => "payment",
            Self::Template => "template",
            Self::Condition => "condition",
            Self::Reveal => "reveal",
            Self::Repeat => "repeat",
            Self::RichText => "rich-text",
            Self::Markup => "markup",
            Self::Rule => "rule",
            Self::Choice => "choice",
            Self::External => "external",
            Self::Identity => "identity",
            Self::Language => "language",
            Self::Limit => "limit",
            Self::NoPages => "no-pages",
            Self::NoQuestions => "no-questions",
            Self::TooLarge => "too-large",
            Self::NotLoadable => "not-loadable",
            Self::NotRead => "not-read",
        }
    }

    /// What one issue of this sort makes of the whole.
    pub(crate) const fn weight(self) -> Verdict {
        match self {
            Self::ToComplete
            | Self::NameChanged
            | Self::Unreachable
            | Self::DanglingRoute
            | Self::StartPage
            | Self::Layout
            | Self::Setting
            | Self::Secret
            | Self::Delivery
            | Self::Summary
            | Self::Words => Verdict::Supported,
            Self::LoopCut
            | Self::CustomController
            | Self::UnknownComponent
            | Self::Payment
            | Self::Template
            | Self::Condition
            | Self::Reveal
            | Self::Repeat
            | Self::RichText
            | Self::Markup
            | Self::Rule
            | Self::Choice
            | Self::External
            | Self::Identity
            | Self::Language
            | Self::Limit => Verdict::Degraded,
            Self::NoPages
            | Self::NoQuestions
            | Self::TooLarge
            | Self::NotLoadable
            | Self::NotRead => Verdict::Refused,
        }
    }
}

/// Collects issues.
#[derive(Debug, Default)]
pub(crate) struct Log {
    issues: Vec<Issue>,
    verdict: Option<Verdict>,
    unlisted: usize,
    /// Issues that are said once for all their places: how often, and the first place.
    often: BTreeMap<(Kind, String), (usize, String)>,
}

impl Log {
    /// Notes an issue.
    pub(crate) fn add(&mut self, kind: Kind, at: impl Into<String>, message: impl Into<String>) {
        self.verdict = self.verdict.max(Some(kind.weight()));
        // What refuses a form is always listed: nothing else says why.
        if limits::ISSUES <= self.issues.len() && kind.weight() != Verdict::Refused {
            self.unlisted += 1;
            return;
        }
        let (path, message) = (at.into(), message.into());
        self.issues.push(Issue { path, kind: kind.name().to_owned(), message });
    }

    /// Notes an issue that is the same at many places, and is listed once with the first of them.
    pub(crate) fn often(&mut self, kind: Kind, at: &str, message: impl Into<String>) {
        self.verdict = self.verdict.max(Some(kind.weight()));
        let known = self.often.len();
        let entry = self.often.entry((kind, message.into()));
        if known < limits::ISSUES
            || matches!(entry, std::collections::btree_map::Entry::Occupied(_))
        {
            entry.or_insert_with(|| (0, at.to_owned())).0 += 1;
        } else {
            self.unlisted += 1;
        }
    }

    /// Something was found that leaves no definition.
    pub(crate) fn refused(&self) -> bool {
        self.verdict == Some(Verdict::Refused)
    }

    /// The report.
    pub(crate) fn finish(mut self, format: &str, pages: usize, fields: usize) -> Report {
        for ((kind, message), (count, path)) in std::mem::take(&mut self.often) {
            let times = if count == 1 { String::new() } else { format!(" ({count} times)") };
            self.add(kind, path, format!("{message}{times}"));
        }
        if 0 < self.unlisted {
            let message = format!("{} more issues are not listed", self.unlisted);
            self.issues.push(Issue {
                path: String::new(),
                kind: Kind::Limit.name().to_owned(),
                message,
            });
        }
        let verdict = self.verdict.unwrap_or(Verdict::Supported);
        Report { format: format.to_owned(), verdict, issues: self.issues, pages, fields }
    }
}

/// A word of the source as a report repeats it: short, on one line.
pub(crate) fn quoted(word: &str) -> String {
    let plain = |c: char| if c.is_control() { ' ' } else { c };
    let short: String = word.chars().take(limits::QUOTED_CHARS).map(plain).collect();
    let more = if word.chars().nth(limits::QUOTED_CHARS).is_some() { "…" } else { "" };
    format!("‘{short}{more}’")
}
