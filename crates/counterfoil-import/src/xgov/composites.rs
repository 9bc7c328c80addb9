//! UKHSA's components that hold several questions, or one with rules of its own.

use serde_json::{Value as Json, json};

use super::{Reader, source};
use crate::draft::{Part, both};
use crate::report::{Kind, quoted};

impl Reader<'_> {
    /// Asks what is within a component, each question for itself.
    pub(super) fn composite(
        &mut self,
        sort: &str,
        component: &Json,
        section: Option<&str>,
        at: &str,
        parts: &mut Vec<Part>,
    ) {
        match sort {
            "Fieldset" => {
                let title = self.line(component.get("title"), at);
                let heading = |text: &str| match text {
                    "" => String::new(),
                    text => format!("### {text}"),
                };
                let title = both(&heading(&title.en), &heading(&title.cy));
                parts.extend((!title.en.is_empty()).then_some(Part::Text(None, title)));
                let inner = source::list(component, "components");
                parts.extend(self.parts(inner, section, &format!("{at}/components")));
            }
            "ContactDetailsCollection" => {
                parts.extend(self.parts(&contact_details(), section, at));
                let message = "a mobile number or an email address must be given there; \
                               here neither need be";
                self.tools.log.add(Kind::Rule, at, message);
            }
            _ => {
                let mut plain = component.clone();
                if let Some(map) = plain.as_object_mut() {
                    map.insert("type".to_owned(), Json::from("TextField"));
                    map.insert("options".to_owned(), json!({ "required": false }));
                }
                self.component(&plain, section, at, parts);
                let message = format!("{} is compared with another answer, not here", quoted(sort));
                self.tools.log.add(Kind::Rule, at, message);
            }
        }
        if component.get("options").is_some_and(|options| source::says(options, "validation")) {
            let message = "some of several answers must be given there; here none need be";
            self.tools.log.add(Kind::Rule, at, message);
        }
    }
}

/// What the engine asks for contact details: the component itself does not say.
fn contact_details() -> [Json; 3] {
    let words = |en: &str, cy: &str| json!({ "en": en, "cy": cy });
    [
        ("TelephoneNumberField", "mobile_number", words("Mobile number", "Rhif ffôn symudol")),
        ("TelephoneNumberField", "landline_number", words("Landline number", "Rhif llinell dir")),
        ("EmailAddressField", "email_address", words("Email address", "Cyfeiriad e-bost")),
    ]
    .map(|(sort, name, title)| {
        json!({ "type": sort, "name": name, "title": title, "options": { "required": false } })
    })
}
