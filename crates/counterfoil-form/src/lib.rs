//! Service definitions, answers, validation, routing and journeys.
//!
//! Pure: no clock, disk, network or randomness. The caller passes `today` in. One definition
//! serves every route (law 6): the counter, the command line ([`run()`]) and the department that
//! receives a submission ([`revalidate()`]) judge answers by the same code.
//!
//! Start reading at [`Service::load`], which turns a definition and its Welsh overlay into a
//! service or into a list of what is wrong with them, then at [`Journey`], which a person walks
//! page by page. [`catalogue`] holds the services that ship.
//!
//! ```
//! # use std::{collections::BTreeMap, sync::Arc};
//! # use counterfoil_form::{catalogue, view::Language, Journey, StepOut};
//! let service = catalogue::shipped()?.into_iter().next().expect("one service ships");
//! let mut journey = Journey::new(Arc::new(service));
//! let today = jiff::civil::date(2026, 11, 23);
//! let first = journey.first_page().to_owned();
//!
//! let step = journey.answer(&first, &BTreeMap::new(), false, Language::Cy, today);
//!
//! let StepOut::Page(page) = step else { panic!("the first page asks something") };
//! assert!(!page.problems.is_empty(), "nothing was typed, and the page says so in Welsh");
//! # Ok::<(), counterfoil_form::DefinitionProblems>(())
//! ```

pub mod answers;
pub mod catalogue;
pub mod definition;
pub mod explore;
mod journey;
mod kind;
pub mod markdown;
mod messages;
pub mod pattern;
mod revalidate;
mod run;
mod service;
mod typed;
mod value;
pub mod view;
mod words;

pub use answers::{Answers, Values};
pub use definition::problem::{DefinitionProblem, DefinitionProblems};
pub use journey::complete::{Completed, ReceiptRow};
pub use journey::{Journey, NoSuchPage, StepOut};
pub use kind::Failure;
pub use kind::modulus::{BadTable, ModulusTable};
pub use revalidate::{FieldProblemPath, revalidate};
pub use run::{AnswerProblem, Outcome, Run, run, walk};
pub use service::{FeeToday, Service};
pub use value::{FileValue, Value};
pub use words::{Sentence, Words};
