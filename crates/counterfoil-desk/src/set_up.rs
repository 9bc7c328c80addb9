//! Setting a terminal up: for real use, or for demonstration with invented people.

use std::path::Path;

use counterfoil_queue::event::Actor;
use counterfoil_queue::ids::{TerminalId, TerminalNumber};
use counterfoil_queue::time::{Clock, Stamp};
use counterfoil_store::{
    Act, KeySourceKind, SigningSeed, Staff, StaffRole, Store, StoreError, StoreKey, TerminalSetUp,
};

use crate::bridge::DemonstrationView;
use crate::{pin, random};

/// The demonstration's invented member of staff.
const DEMONSTRATION_STAFF: &str = "100234";
const DEMONSTRATION_NAME: &str = "Sam Sample";
/// Shown on the sign-in screen, so it protects nothing and is not meant to.
const DEMONSTRATION_PIN: &str = "73190482";

/// What an organisation decides about a terminal.
#[derive(Debug, Clone)]
pub struct Outlet {
    /// The outlet's name, as on receipts.
    pub name: String,
    /// Who runs it.
    pub organisation: String,
    /// The terminal's number within the organisation.
    pub number: TerminalNumber,
    /// The first member of staff's number.
    pub staff_number: String,
    /// Their name, as colleagues know them.
    pub staff_name: String,
    /// Their first PIN.
    pub pin: String,
}

/// Whom to sign in as in demonstration mode.
#[must_use]
pub fn demonstration() -> DemonstrationView {
    DemonstrationView {
        staff_number: DEMONSTRATION_STAFF.to_owned(),
        pin: DEMONSTRATION_PIN.to_owned(),
    }
}

/// Sets up a demonstration terminal in `dir`: invented outlet and staff, key in a file.
///
/// # Errors
/// As [`Store::create`].
pub(crate) fn set_up_demonstration(dir: &Path, clock: &dyn Clock) -> Result<Store, StoreError> {
    let number = u32::from_le_bytes(random::bytes()) % TerminalNumber::END;
    let outlet = Outlet {
        name: "Demonstration Post Office".to_owned(),
        organisation: "Counterfoil demonstration".to_owned(),
        number: TerminalNumber::new(number).ok_or(StoreError::Unreadable("terminal number"))?,
        staff_number: DEMONSTRATION_STAFF.to_owned(),
        staff_name: DEMONSTRATION_NAME.to_owned(),
        pin: DEMONSTRATION_PIN.to_owned(),
    };
    create(dir, KeySourceKind::DemonstrationFile, outlet, clock.now(), Actor::System)
}

/// Sets up a terminal for real use in `dir`, with its key in the desktop's Secret Service.
///
/// # Errors
/// As [`Store::create`].
pub fn set_up(
    dir: &Path,
    outlet: Outlet,
    clock: &dyn Clock,
    actor: Actor,
) -> Result<Store, StoreError> {
    create(dir, KeySourceKind::SecretService, outlet, clock.now(), actor)
}

fn create(
    dir: &Path,
    key_source: KeySourceKind,
    outlet: Outlet,
    stamp: Stamp,
    actor: Actor,
) -> Result<Store, StoreError> {
    let first = Staff {
        number: outlet.staff_number,
        name: outlet.staff_name,
        role: StaffRole::Supervisor,
        pin_hash: pin::hash(&outlet.pin),
        failures: 0,
        lock: None,
    };
    let set_up = TerminalSetUp {
        id: TerminalId(uuid::Builder::from_random_bytes(random::bytes()).into_uuid()),
        number: outlet.number,
        outlet: outlet.name,
        organisation: outlet.organisation,
        demonstration: key_source == KeySourceKind::DemonstrationFile,
        signing_seed: SigningSeed::from_random(random::bytes()),
        staff: vec![first],
    };
    let key = StoreKey::from_random(random::bytes());
    Store::create(dir, key_source, &key, &set_up, Act { stamp, actor })
}
