//! Everything about a form as a whole: what is declared, what happens next, support, delivery.

use counterfoil_form::Words;

use super::Reader;
use crate::draft::Draft;
use crate::report::{Kind, quoted};
use crate::source;

/// Keys that are read.
const READ: &[&str] = &[
    "form_id",
    "id",
    "name",
    "form_slug",
    "language",
    "available_languages",
    "start_page",
    "steps",
    "pages",
    "declaration_text",
    "declaration_markdown",
    "what_happens_next_markdown",
    "what_happens_next_text",
    "payment_url",
    "privacy_policy_url",
    "support_email",
    "support_phone",
    "support_url",
    "support_url_text",
    "created_at",
    "updated_at",
    "first_made_live_at",
    "live_at",
    "creator_id",
    "organisation_id",
];
/// Ways of delivery.
const DELIVERY: &[&str] = &[
    "submission_type",
    "submission_format",
    "submission_email",
    "delivery_configurations",
    "s3_bucket_name",
    "s3_bucket_aws_account_id",
    "s3_bucket_region",
    "send_daily_submission_batch",
    "send_weekly_submission_batch",
    "send_copy_of_answers",
];

impl Reader<'_> {
    /// Reads everything beside the steps into `draft`.
    pub(super) fn terms(&mut self, draft: &mut Draft) {
        let form = self.form;
        let first = |keys: [&'static str; 2]| keys.into_iter().find(|key| source::says(form, key));
        if let Some(key) = first(["declaration_markdown", "declaration_text"]) {
            draft.declaration.push(self.marked(form.get(key), &format!("/{key}")));
        }
        if let Some(key) = first(["what_happens_next_markdown", "what_happens_next_text"]) {
            draft.next_steps.push(self.marked(form.get(key), &format!("/{key}")));
        }
        draft.declaration.retain(|words| !words.en.trim().is_empty());
        draft.next_steps.retain(|words| !words.en.trim().is_empty());
        self.payment(draft);
        self.support(draft);
        self.languages(draft);
        self.settings_of_form();
    }

    fn payment(&mut self, draft: &mut Draft) {
        let address = self.line(self.form.get("payment_url"), "/payment_url").en;
        if address.is_empty() {
            return;
        }
        let message = "the payment that follows on the web is not made on the terminal";
        self.tools.log.add(Kind::Payment, "/payment_url", message);
        draft.next_steps.push(self.ours(
            &format!("There is a payment to make, which this terminal does not take: {address}"),
            &format!("Mae taliad i’w wneud, nad yw’r derfynell hon yn ei gymryd: {address}"),
        ));
    }

    fn support(&mut self, draft: &mut Draft) {
        let mut add = |reader: &mut Self, key: &str, en: &str, cy: &str| {
            // A telephone number comes with opening hours, on lines of their own.
            let text = reader.line(reader.form.get(key), &format!("/{key}")).en;
            if !text.is_empty() {
                let (en, cy) = (format!("{en}: {text}"), format!("{cy}: {text}"));
                draft.contact.push(reader.ours(&en, &cy));
            }
        };
        add(self, "support_email", "Email", "E-bost");
        add(self, "support_phone", "Telephone", "Ffôn");
        add(self, "privacy_policy_url", "Privacy", "Preifatrwydd");
        let address = self.line(self.form.get("support_url"), "/support_url").en;
        let text = self.line(self.form.get("support_url_text"), "/support_url_text").en;
        let online = match (text.as_str(), address.as_str()) {
            ("", "") => return,
            ("", only) | (only, "") => only.to_owned(),
            (text, address) => format!("{text}: {address}"),
        };
        draft.contact.push(Words { en: online, cy: String::new() });
    }

    fn languages(&mut self, draft: &Draft) {
        let other = if self.welsh { "en" } else { "cy" };
        let listed = source::list(self.form, "available_languages").iter();
        if listed.filter_map(serde_json::Value::as_str).any(|one| one == other) && !draft.only_welsh
        {
            let message = "the form has a document in Welsh as well, which can be merged with this";
            self.tools.log.add(Kind::Words, "/available_languages", message);
        }
    }

    fn settings_of_form(&mut self) {
        let form = self.form;
        for key in source::keys(form).filter(|key| !READ.contains(key)) {
            if !source::says(form, key) {
                continue;
            }
            let (at, name) = (format!("/{key}"), quoted(key));
            if DELIVERY.contains(&key) {
                let message = format!("answers go by the terminal’s own way; {name} is left out");
                self.tools.log.add(Kind::Delivery, at, message);
            } else {
                let message = format!("the setting {name} does nothing on a terminal, left out");
                self.tools.log.add(Kind::Setting, at, message);
            }
        }
    }
}
