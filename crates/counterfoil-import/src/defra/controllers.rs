//! The code that runs a page, told by its name.

use serde_json::Value as Json;

use super::{Reader, path_of};
use crate::report::{Kind, quoted};
use crate::source;

/// What the controller of a page does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Controller {
    /// Asks and tells.
    Plain,
    /// Is asked once for each of several things.
    Repeats,
    /// Ends the journey without a submission.
    Terminal,
    /// Shows the answers before they are submitted.
    Summary,
    /// Says that the answers were submitted.
    Status,
    /// A department's own code.
    Custom,
}

impl Reader<'_> {
    /// The controller of a page. Code that is not here is reported.
    pub(super) fn controller(&mut self, page: &Json, at: &str) -> Controller {
        let written = source::text(page, "controller").unwrap_or_default();
        let (known, own) = controller(written);
        let at = format!("{at}/controller");
        let name = quoted(written);
        if own {
            let message = match known {
                Controller::Summary => format!("{name} is taken to be a summary of the answers"),
                _ if source::says(page, "components") => {
                    format!("what {name} does is not known; the page’s own components are asked")
                }
                _ => format!("what {name} does is not known, and nothing else is on its page"),
            };
            self.tools.log.add(Kind::CustomController, at, message);
        } else if written.contains("ConfirmationEmail") {
            let message = "no confirmation is sent by email; the receipt takes its place";
            self.tools.log.add(Kind::Delivery, at, message);
        }
        // The engine finds the summary by its path.
        match known {
            Controller::Plain | Controller::Custom if path_of(page) == "summary" => {
                Controller::Summary
            }
            known => known,
        }
    }
}

/// What a controller does, by its class or its file, and whether it is a department's own.
fn controller(written: &str) -> (Controller, bool) {
    let file = written.rsplit('/').next().unwrap_or_default();
    let stem = file.split_once('.').map_or(file, |(stem, _)| stem);
    let plain: String =
        stem.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    let name = plain.trim_end_matches("controller").trim_end_matches("page");
    let known = match name {
        "" | "start" | "question" | "fileupload" => Controller::Plain,
        "repeat" => Controller::Repeats,
        "terminal" => Controller::Terminal,
        "summary" | "summarypagewithconfirmationemail" => Controller::Summary,
        "status" => Controller::Status,
        name if ["summary", "checkresponses", "checkanswers", "checkyouranswers", "sectionend"]
            .iter()
            .any(|part| name.contains(part)) =>
        {
            return (Controller::Summary, true);
        }
        _ => return (Controller::Custom, true),
    };
    (known, false)
}
