//! The product's use cases, and the only API that windows, browsers and the command line have.
//!
//! [`terminal::Terminal`] is one terminal, open, with blocking use cases; the command line works
//! on it directly. [`Desk`] is the same behind a window: who is signed in, the journey under
//! way, and delivery in the background. Start reading at [`Desk::start`].

pub mod bridge;
pub mod capture;
mod clock;
mod commands;
pub mod delivery;
mod desk;
mod journey;
pub mod memory;
mod pin;
mod problem;
mod queue;
mod random;
pub mod receipt;
mod session;
pub mod set_up;
mod sort_codes;
pub mod terminal;

pub use clock::{SystemClock, local_date};
pub use commands::COMMANDS;
pub use desk::{Desk, StartOptions};

use counterfoil_form::view::Language;

/// The BCP 47 tag of a language, as it is stored.
pub(crate) fn language_tag(language: Language) -> &'static str {
    match language {
        Language::En => "en",
        Language::Cy => "cy",
    }
}
