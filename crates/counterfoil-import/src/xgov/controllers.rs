//! The code that runs a page, told by its name.

use counterfoil_form::Words;
use serde_json::Value as Json;

use super::{Reader, source};
use crate::report::{Kind, quoted};

/// What the controller of a page does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Controller {
    /// Asks and tells.
    Plain,
    /// Repeats its first question.
    Repeats,
    /// Repeats all its questions together.
    RepeatsAll,
    /// Shows the answers before they are submitted.
    Summary,
    /// Shows some answers on the way.
    Partial,
    /// Signs people in.
    Identity,
    /// Asks a service over the network.
    External,
    /// Repeats pages in a way of its own.
    OwnRepeat,
    /// Compares two dates.
    ComparesDates,
    /// Tells the age group of a date of birth.
    AgeGroup,
    /// Works something else out.
    WorksOut,
    /// Code that is not here.
    Custom,
}

impl Reader<'_> {
    /// The controller of a page. What it does that is not done here is reported.
    pub(super) fn controller(&mut self, page: &Json, title: &Words, at: &str) -> Controller {
        let written = source::text(page, "controller").unwrap_or_default();
        let controller = controller(written);
        let name = quoted(written);
        let page_name = quoted(&title.en);
        let (kind, message) = match controller {
            Controller::Plain
            | Controller::Repeats
            | Controller::RepeatsAll
            | Controller::Summary
            | Controller::ComparesDates
            | Controller::AgeGroup => (None, String::new()),
            Controller::Partial => {
                let message = format!("the page {page_name} does not show answers on the way here");
                (Some(Kind::Summary), message)
            }
            Controller::Identity => (
                Some(Kind::Identity),
                format!("{name} signs people in, which does not happen here"),
            ),
            Controller::External => (
                Some(Kind::External),
                format!("{name} asks a service over the network; it is not asked here"),
            ),
            Controller::OwnRepeat => {
                (Some(Kind::Repeat), format!("{name} repeats pages; they are asked once here"))
            }
            Controller::WorksOut => (
                Some(Kind::CustomController),
                format!("{name} works out a value from the answer, which is not there here"),
            ),
            Controller::Custom => (
                Some(Kind::CustomController),
                format!("what {name} does is not known; only the page’s own components are asked"),
            ),
        };
        if let Some(kind) = kind {
            self.tools.log.add(kind, format!("{at}/controller"), message);
        }
        if source::says(page, "repeatField") {
            let message = "the page is asked once here, not as often as an answer says";
            self.tools.log.add(Kind::Repeat, format!("{at}/repeatField"), message);
        }
        controller
    }
}

/// What a controller does, by its class or by its file, such as `./pages/summary.js`.
pub(super) fn controller(written: &str) -> Controller {
    let file = written.rsplit('/').next().unwrap_or_default();
    let stem = file.split_once('.').map_or(file, |(stem, _)| stem);
    let plain: String =
        stem.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    let name = plain.trim_end_matches("controller").trim_end_matches("page");
    match name {
        ""
        | "start"
        | "home"
        | "default"
        | "continue"
        | "multistart"
        | "upload"
        | "playbackupload"
        | "base"
        | "question"
        | "confirmation"
        | "applicationcomplete"
        | "feedback" => Controller::Plain,
        "repeatingfield" => Controller::Repeats,
        "repeatedmultifield" => Controller::RepeatsAll,
        "summary"
        | "confirm"
        | "customsummary"
        | "headlesssummary"
        | "firstsubmit"
        | "submit2"
        | "summaryupload"
        | "summarywithnext"
        | "adaptersummary"
        | "summarypagewithnext" => Controller::Summary,
        "minisummary" | "checkpointsummary" | "nonsubmittingsummary" => Controller::Partial,
        "dob" => Controller::AgeGroup,
        "datecomparison" => Controller::ComparesDates,
        "startdate" => Controller::WorksOut,
        "findanaddress" | "selectanaddress" | "addresslookup" | "redirect" | "trustpayments"
        | "crossformredirect" | "crossformreturn" | "crossformsubmit" => Controller::External,
        "repeatingsectionsummary"
        | "repeatingsection"
        | "repeatingsummary"
        | "repeatedmultifieldsummary"
        | "multi" => Controller::OwnRepeat,
        name if name.starts_with("magiclink") => match name {
            "magiclinksubmission" => Controller::Summary,
            _ => Controller::Identity,
        },
        _ => Controller::Custom,
    }
}
