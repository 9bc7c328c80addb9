//! The services that ship with the product.

use crate::definition::problem::DefinitionProblems;
use crate::service::Service;

/// A service's three files.
struct Shipped {
    definition: &'static str,
    welsh: &'static str,
    example: &'static str,
}

macro_rules! shipped {
    ($($service:literal),* $(,)?) => {
        [$(Shipped {
            definition: include_str!(concat!("../../../services/", $service, ".json")),
            welsh: include_str!(concat!("../../../services/", $service, ".cy.json")),
            example: include_str!(concat!("../../../services/", $service, ".example.json")),
        }),*]
    };
}

/// In the order of the home screen: what most people come for first, department by department.
const SHIPPED: [Shipped; 19] = shipped![
    "dvla/vehicle-keeper-change",
    "dvla/vehicle-sold-to-trade",
    "dvla/vehicle-tax",
    "dvla/sorn",
    "dvla/keep-registration-number",
    "dvsa/book-driving-test",
    "dwp/carers-allowance",
    "hmrc/child-benefit-claim",
    "hmrc/self-assessment-registration",
    "cabinet-office/register-to-vote",
    "hmpo/adult-passport",
    "hmpps/prison-visit",
    "opg/lasting-power-of-attorney",
    "hmcts/employment-tribunal-claim",
    "hmcts/accelerated-possession",
    "insolvency-service/redundancy-payment",
    "environment-agency/waste-carrier-registration",
    "hmcts/help-with-court-fees",
    "rpa/basic-farm-payment-claim",
];

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
