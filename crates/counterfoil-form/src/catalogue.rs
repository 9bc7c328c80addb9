//! The services that ship with the product.

use crate::definition::problem::DefinitionProblems;
use crate::service::Service;

/// A service's three files.
struct Shipped {
    definition: &'static str,
    welsh: &'static str,
    example: &'static str,
}

/// In the order of the home screen.
const SHIPPED: [Shipped; 1] = [Shipped {
    definition: include_str!("../../../services/dvla/vehicle-keeper-change.json"),
    welsh: include_str!("../../../services/dvla/vehicle-keeper-change.cy.json"),
    example: include_str!("../../../services/dvla/vehicle-keeper-change.example.json"),
}];

/// Every shipped service, in the order of the home screen.
///
/// # Errors
/// [`DefinitionProblems`] of the first that has any; a test keeps that from being shipped.
pub fn shipped() -> Result<Vec<Service>, DefinitionProblems> {
    SHIPPED.iter().map(|files| Service::load(files.definition, files.welsh)).collect()
}

/// Every shipped service's example answers, JSON for [`run`](crate::run()), in the same order.
#[must_use]
pub fn examples() -> Vec<&'static str> {
    SHIPPED.iter().map(|files| files.example).collect()
}
