//! What a screen needs to show one page of a journey, in one language.
//!
//! Views hold resolved words and what the person typed; a screen adds nothing but layout. They
//! cross the bridge to the user interface as they are, so every type here has a TypeScript twin.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The two languages of every screen (law 7).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Language {
    /// English.
    #[default]
    En,
    /// Welsh.
    Cy,
}

/// One page that asks or tells.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PageView {
    /// The page's path within its service, such as `vehicle`.
    pub path: String,
    /// The page's heading. With one field it is that field's label, and `fields[0]` repeats it.
    pub title: String,
    /// The service's name, shown above the heading.
    pub caption: String,
    /// Text before the questions, in order.
    pub content: Vec<ContentBlock>,
    /// The questions, in order.
    pub fields: Vec<FieldView>,
    /// What is wrong with the answers, in the order of the fields; empty when nothing is.
    pub problems: Vec<FieldProblem>,
    /// What may be wrong: shown once, and going on with the same answers is allowed.
    pub warnings: Vec<FieldProblem>,
    /// On the list of a group: what was added so far. Empty elsewhere.
    pub items: Vec<ItemView>,
    /// The page before this one on the person's way; `None` on the first.
    pub back: Option<String>,
    /// What the button that goes on says.
    pub button: String,
    /// What this page is for, where a screen must behave differently.
    pub purpose: PagePurpose,
    /// The person came here by a Change link and goes back to check answers.
    pub changing: bool,
    /// What the staff beside the person should say and check. Empty for nothing.
    pub staff_notes: Vec<String>,
}

/// One of several things that were added, such as one child.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ItemView {
    /// What it is, with its number, such as "Child 2".
    pub title: String,
    /// The answers that name it, such as the child's name. Empty when there are none.
    pub name: String,
    /// The page to change it from.
    pub change: String,
    /// The page that asks whether to remove it.
    pub remove: String,
}

/// What a page is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PagePurpose {
    /// Asks questions; the button goes on.
    Questions,
    /// Asks for the declaration; the button records the submission.
    Declaration,
    /// Ends the journey without a submission: this service is not for this case.
    Exit,
}

/// A piece of text. No HTML ever reaches a page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ContentBlock {
    /// A heading below the page's own.
    Heading {
        /// The words.
        text: String,
    },
    /// A paragraph.
    Paragraph {
        /// The words, run by run.
        spans: Vec<Span>,
    },
    /// A bulleted list.
    Bullets {
        /// One entry a bullet.
        items: Vec<Vec<Span>>,
    },
    /// A numbered list.
    Numbered {
        /// One entry a number.
        items: Vec<Vec<Span>>,
    },
    /// Text set apart, as GOV.UK's inset text.
    Inset {
        /// The words, run by run.
        spans: Vec<Span>,
    },
    /// A warning, as GOV.UK's warning text.
    Warning {
        /// The words.
        text: String,
    },
}

/// A run of text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Span {
    /// The words.
    pub text: String,
    /// In bold.
    pub strong: bool,
    /// Where the words point, as a person would read it, such as `www.gov.uk/bank-holidays`. It
    /// is shown after the words, since nothing can be followed from a terminal.
    pub address: Option<String>,
}

/// One question with its control and what was typed into it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FieldView {
    /// The field's id, also the name under which its value is sent back.
    pub id: String,
    /// The question, in words.
    pub label: String,
    /// Help below the question.
    pub hint: Option<String>,
    /// The message shown on the field, when its answer is wrong.
    pub problem: Option<String>,
    /// May be left empty. The label already says so in words.
    pub optional: bool,
    /// How it is asked.
    pub control: Control,
}

/// How a question is asked. Values sent back are strings under the field's id, except where a
/// variant says otherwise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Control {
    /// One line of text.
    Input {
        /// What was typed.
        value: String,
        /// Width in characters, for a hint of the expected length.
        width: Option<u8>,
        /// Which on-screen keyboard fits.
        input_mode: InputMode,
        /// The WCAG 1.3.5 purpose, such as `given-name`.
        autocomplete: Option<String>,
        /// Whether words may be checked for spelling (never for names, references or addresses).
        spellcheck: bool,
        /// The longest text that is sent back, in characters.
        max_chars: u32,
        /// What stands before it, such as £.
        prefix: Option<String>,
        /// What stands after it, such as a unit.
        suffix: Option<String>,
    },
    /// Several lines of text.
    TextArea {
        /// What was typed.
        value: String,
        /// Rows shown.
        rows: u8,
        /// The longest text that is sent back, in characters.
        max_chars: u32,
        /// The most characters of an answer that passes.
        limit: u32,
        /// The most words of an answer that passes; then the words are counted for the person,
        /// else the characters.
        limit_words: Option<u32>,
    },
    /// Day, month and year. Sent back as `<id>-day`, `<id>-month` and `<id>-year`.
    Date {
        /// What was typed for the day.
        day: String,
        /// What was typed for the month.
        month: String,
        /// What was typed for the year.
        year: String,
        /// The parts that are wrong, so that only those are marked.
        wrong: Vec<DatePart>,
        /// This is a date of birth (WCAG 1.3.5 purposes `bday-day` and so on).
        birthday: bool,
    },
    /// Month and year. Sent back as `<id>-month` and `<id>-year`.
    MonthYear {
        /// What was typed for the month.
        month: String,
        /// What was typed for the year.
        year: String,
        /// The parts that are wrong, so that only those are marked.
        wrong: Vec<DatePart>,
    },
    /// One of several. Nothing is chosen beforehand.
    Radios {
        /// The choices, in order.
        options: Vec<ChoiceView>,
        /// The chosen value.
        chosen: Option<String>,
        /// Laid side by side: only for two short choices.
        inline: bool,
    },
    /// Any of several. Sent back as one value a tick under the field's id.
    Checkboxes {
        /// The choices, in order.
        options: Vec<ChoiceView>,
        /// The chosen values.
        chosen: Vec<String>,
        /// The value of the choice that goes with no other, shown last after "or".
        exclusive: Option<String>,
    },
    /// One of many.
    Select {
        /// The choices, in order.
        options: Vec<ChoiceView>,
        /// The chosen value.
        chosen: Option<String>,
        /// Found by typing part of the words.
        autocomplete: bool,
    },
    /// Several lines that are one answer, such as a name or an address.
    Parts {
        /// The lines, in order.
        parts: Vec<PartView>,
    },
    /// Files. They cannot be chosen on a screen of this version.
    File {
        /// The media types.
        accept: Vec<String>,
        /// The most bytes of one file.
        max_bytes: u32,
        /// The most files.
        max: u32,
        /// The names of the files given so far.
        names: Vec<String>,
    },
}

/// One line of an answer that has several.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PartView {
    /// The name under which its value is sent back, also the id to focus: `<id>-<part>`.
    pub name: String,
    /// What the line is called.
    pub label: String,
    /// What was typed.
    pub value: String,
    /// Width in characters, for a hint of the expected length.
    pub width: Option<u8>,
    /// Which on-screen keyboard fits.
    pub input_mode: InputMode,
    /// The WCAG 1.3.5 purpose.
    pub autocomplete: Option<String>,
    /// The message shown on the line, when it is wrong.
    pub problem: Option<String>,
    /// The longest text that is sent back, in characters.
    pub max_chars: u32,
}

/// Part of a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DatePart {
    /// The day of the month.
    Day,
    /// The month.
    Month,
    /// The year.
    Year,
}

/// Which on-screen keyboard fits an input.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum InputMode {
    /// Letters and digits.
    Text,
    /// Digits only.
    Numeric,
    /// Digits and a decimal point.
    Decimal,
    /// An address on the web.
    Url,
    /// An email address.
    Email,
    /// A telephone number.
    Tel,
}

/// One choice of a question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ChoiceView {
    /// The value sent back.
    pub value: String,
    /// The words.
    pub label: String,
    /// Help below the choice.
    pub hint: Option<String>,
}

/// One line of the error summary.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FieldProblem {
    /// The field that is wrong.
    pub field: String,
    /// Where the link of the error summary goes: the id of the element to focus, such as
    /// `date-of-sale-day` for the first wrong part of a date.
    pub anchor: String,
    /// The message.
    pub message: String,
}

/// The page that shows all answers before the declaration.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CheckView {
    /// The page's path within its service.
    pub path: String,
    /// The page's heading.
    pub title: String,
    /// The service's name, shown above the heading.
    pub caption: String,
    /// The answers, by section.
    pub sections: Vec<CheckSection>,
    /// The page before this one on the person's way.
    pub back: Option<String>,
    /// What the button that goes on says.
    pub button: String,
}

/// Some answers that belong together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CheckSection {
    /// The section's heading.
    pub title: String,
    /// The answers, in the order they were asked.
    pub rows: Vec<CheckRow>,
}

/// One answer as the person sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CheckRow {
    /// The field.
    pub field: String,
    /// The question, short.
    pub question: String,
    /// The answer, in words; one string a line. "Not provided" for an empty optional answer.
    pub answer: Vec<String>,
    /// The page that asked.
    pub page: String,
}

/// The sections of a service as tasks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TaskListView {
    /// The page's path within its service.
    pub path: String,
    /// The page's heading.
    pub title: String,
    /// The service's name, shown above the heading.
    pub caption: String,
    /// The tasks, in order.
    pub tasks: Vec<TaskView>,
    /// The page before this one on the person's way.
    pub back: Option<String>,
    /// What the button that goes on to the next task says.
    pub button: String,
}

/// One section as a task.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TaskView {
    /// What is to be done.
    pub title: String,
    /// How far it is.
    pub status: TaskStatus,
    /// Its first page; `None` while it cannot be started.
    pub page: Option<String>,
}

/// How far a task is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum TaskStatus {
    /// Every page of it is answered.
    Completed,
    /// Some pages of it are answered.
    InProgress,
    /// It is next.
    NotStarted,
    /// Something before it must be answered first.
    CannotStart,
}
