//! Everything about a form as a whole: fees, delivery, what comes after, settings, secrets.

use counterfoil_form::Words;
use serde_json::Value as Json;

use super::{Reader, source};
use crate::draft::{Draft, Fee, Part, Role, both};
use crate::report::{Kind, quoted};

/// Keys that are read.
const READ: &[&str] = &[
    "name",
    "startPage",
    "pages",
    "sections",
    "lists",
    "conditions",
    "version",
    "metadata",
    "fees",
    "feeOptions",
    "outputs",
    "declaration",
    "specialPages",
    "payApiKey",
    "notify",
];
/// Settings of looks, or of machinery that the terminal has its own of.
const SETTINGS: &[&str] = &[
    "skipSummary",
    "feedback",
    "phaseBanner",
    "exitOptions",
    "confirmationSessionTimeout",
    "returnTo",
    "showFilenamesOnSummaryPage",
    "documentUploadApiUrl",
    "markAsComplete",
    "backLinkText",
    "fullStartPage",
    "analytics",
    "toggle",
    "toggleRedirect",
    "groups",
    "retryTimeoutSeconds",
    "serviceStartPage",
];
/// Ways of paying.
const PAYMENT: &[&str] = &["paymentProvider"];
/// Ways of signing in.
const IDENTITY: &[&str] = &["authentication", "magicLinkConfig"];

impl Reader<'_> {
    /// Reads everything beside the pages into `draft`.
    pub(super) fn terms(&mut self, draft: &mut Draft) {
        let form = self.form;
        let metadata = form.get("metadata");
        if metadata.into_iter().flat_map(source::keys).any(|key| key != "isWelsh") {
            let message = "what the source notes about the form for itself is left out";
            self.tools.log.add(Kind::Setting, "/metadata", message);
        }
        draft.only_welsh =
            metadata.and_then(|metadata| metadata.get("isWelsh")) == Some(&Json::Bool(true));
        let declaration = self.markdown(form.get("declaration"), "/declaration");
        draft.declaration.extend((!declaration.en.is_empty()).then_some(declaration));
        declared_on_summaries(draft);
        self.fees(draft);
        self.after(draft);
        self.outputs();
        self.settings_of_form();
        secrets(form, "", 0, &mut |at, key| {
            let message = format!("the secret {} was left out", quoted(key));
            self.tools.log.add(Kind::Secret, at, message);
        });
    }

    fn fees(&mut self, draft: &mut Draft) {
        let fees = source::list(self.form, "fees");
        for (number, fee) in fees.iter().take(100).enumerate() {
            let at = format!("/fees/{number}");
            let mut text = self.line(fee.get("description"), &at);
            if text.en.is_empty() {
                text = both("Fee", "Ffi");
            }
            let pence = source::number(fee, "amount").unwrap_or_default().clamp(0.0, 1e9) as u32;
            let message = "the fee is not paid on the terminal; check its amount and its dates";
            self.tools.log.add(Kind::Payment, at, message);
            if source::says(fee, "condition") || source::says(fee, "multiplier") {
                draft.next_steps.push(maybe_due(&text, pence, source::says(fee, "multiplier")));
            } else {
                draft.fees.push(Fee { text, pence });
            }
        }
        if !fees.is_empty() && self.form.get("feeOptions").is_some() {
            let message = "how the fee is paid on the web is left out";
            self.tools.log.add(Kind::Payment, "/feeOptions", message);
        }
    }

    /// What the confirmation says.
    fn after(&mut self, draft: &mut Draft) {
        let Some(special) = self.form.get("specialPages") else { return };
        let at = "/specialPages/confirmationPage";
        if let Some(page) = special.get("confirmationPage") {
            let text = page.get("customText").and_then(|custom| custom.get("nextSteps"));
            let text = self.markdown(text, at);
            draft.next_steps.extend((!text.en.is_empty()).then_some(text));
            for component in source::list(page, "components").iter().take(100) {
                let text = self.markdown(component.get("content"), at);
                draft.next_steps.extend((!text.en.is_empty()).then_some(text));
            }
            let message = "the confirmation is the terminal’s own receipt";
            self.tools.log.add(Kind::Delivery, at, message);
        }
        if source::says(special, "paymentSkippedWarningPage") {
            let message = "the page for those who do not pay is left out";
            self.tools.log.add(Kind::Payment, "/specialPages", message);
        }
    }

    fn outputs(&mut self) {
        let outputs = source::list(self.form, "outputs").iter().enumerate();
        let mut said: Vec<(String, String)> = outputs
            .take(100)
            .map(|(number, output)| {
                let sort = source::text(output, "type").unwrap_or_default().to_owned();
                (format!("/outputs/{number}"), sort)
            })
            .collect();
        if source::says(self.form, "notify") {
            said.push(("/notify".to_owned(), "notify".to_owned()));
        }
        for (at, sort) in said {
            let message = match sort.as_str() {
                "savePerPage" => {
                    "answers are kept on the terminal, not sent page by page".to_owned()
                }
                sort => format!(
                    "answers go to the department by the terminal’s own way, not by {}",
                    quoted(sort)
                ),
            };
            self.tools.log.add(Kind::Delivery, at, message);
        }
    }

    fn settings_of_form(&mut self) {
        let form = self.form;
        for key in source::keys(form).filter(|key| !READ.contains(key)) {
            if !source::says(form, key) {
                continue;
            }
            let (at, name) = (format!("/{key}"), quoted(key));
            if IDENTITY.contains(&key) {
                let message = format!("{name}: signing in does not happen here");
                self.tools.log.add(Kind::Identity, at, message);
            } else if PAYMENT.contains(&key) {
                let message = format!("{name}: nothing is paid on the terminal");
                self.tools.log.add(Kind::Payment, at, message);
            } else if SETTINGS.contains(&key) {
                let message = format!("the setting {name} does nothing on a terminal, left out");
                self.tools.log.add(Kind::Setting, at, message);
            } else if !is_secret(key) {
                let message = format!("{name} is not known here, left out");
                self.tools.log.add(Kind::Setting, at, message);
            }
        }
    }
}

/// What a summary says before the submission belongs to the declaration.
fn declared_on_summaries(draft: &mut Draft) {
    let summaries = draft.pages.iter().filter(|page| matches!(page.role, Role::Check));
    let texts = summaries.flat_map(|page| &page.parts).filter_map(|part| match part {
        Part::Text(_, words) => Some(words.clone()),
        Part::Field(_) => None,
    });
    let texts: Vec<Words> = texts.collect();
    draft.declaration.extend(texts);
}

/// A fee that some people pay.
fn maybe_due(text: &Words, pence: u32, each: bool) -> Words {
    let pounds = format!("£{}.{:02}", pence / 100, pence % 100);
    let (en, cy) = if each { (" for each", " yr un") } else { ("", "") };
    let welsh = if text.cy.is_empty() { &text.en } else { &text.cy };
    Words {
        en: format!(
            "A fee may be due: {}, {pounds}{en}. The department tells you whether and how to pay.",
            text.en
        ),
        cy: format!(
            "Efallai y bydd ffi yn ddyledus: {welsh}, {pounds}{cy}. Bydd yr adran yn dweud wrthych a oes angen talu a sut."
        ),
    }
}

/// Calls `each` with the place and the key of every secret outside pages.
fn secrets(from: &Json, at: &str, depth: usize, each: &mut dyn FnMut(String, &str)) {
    if 6 < depth {
        return;
    }
    match from {
        Json::Object(map) => {
            for (key, value) in map {
                let at = format!("{at}/{key}");
                if is_secret(key) && source::says(from, key) {
                    each(at, key);
                } else if !matches!(key.as_str(), "pages" | "lists" | "conditions" | "sections") {
                    secrets(value, &at, depth + 1, each);
                }
            }
        }
        Json::Array(list) => {
            for (number, value) in list.iter().take(100).enumerate() {
                secrets(value, &format!("{at}/{number}"), depth + 1, each);
            }
        }
        _ => {}
    }
}

/// A key by which something is opened or signed.
fn is_secret(key: &str) -> bool {
    let key = key.to_ascii_lowercase();
    ["apikey", "secret", "jwtkey", "hmac", "password", "token", "sharedkey", "privatekey"]
        .iter()
        .any(|part| key.contains(part))
}
