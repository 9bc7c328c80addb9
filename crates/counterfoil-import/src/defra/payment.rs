//! Payments, which are not made on the terminal.

use counterfoil_form::Words;
use serde_json::Value as Json;

use super::Reader;
use super::words::Written;
use crate::draft::Part;
use crate::report::Kind;
use crate::source;

/// Amounts that hang on conditions, read at most.
const AMOUNTS: usize = 50;

impl Reader<'_> {
    /// A payment: what is due is told in its place.
    pub(super) fn payment(&mut self, component: &Json, at: &str, parts: &mut Vec<Part>) {
        let message = "a payment is not made on the terminal; what is due is told instead";
        self.tools.log.add(Kind::Payment, at, message);
        let nothing = Json::Null;
        let options = component.get("options").unwrap_or(&nothing);
        let amounts = source::list(options, "conditionalAmounts");
        for one in amounts.iter().take(AMOUNTS) {
            let key = source::text(one, "condition").filter(|key| !key.is_empty());
            let when = key.map(|key| self.named(key, at));
            let text = self.due(component, options, source::number(one, "amount"), at);
            parts.push(Part::Text(when, text));
        }
        if amounts.is_empty() {
            let text = self.due(component, options, source::number(options, "amount"), at);
            parts.push(Part::Text(None, text));
        } else if source::number(options, "amount").is_some_and(|amount| 0.0 < amount) {
            let message = "the amount that is due where no condition holds is not told";
            self.tools.log.add(Kind::Payment, at, message);
        }
    }

    fn due(&mut self, component: &Json, options: &Json, amount: Option<f64>, at: &str) -> Words {
        let welsh = self.welsh_of("components", component, "paymentDescription");
        let text = source::text(options, "description").unwrap_or_default().trim();
        let what = self.both(Written::Line, text, welsh.unwrap_or_default(), at);
        let pounds = amount.unwrap_or_default().clamp(0.0, 1e9);
        let cy = if what.cy.is_empty() { &what.en } else { &what.cy };
        Words {
            en: format!("To pay: £{pounds:.2}. {} This terminal takes no payments.", what.en),
            cy: format!("I’w dalu: £{pounds:.2}. {cy} Nid yw’r derfynell hon yn cymryd taliadau."),
        }
    }
}
