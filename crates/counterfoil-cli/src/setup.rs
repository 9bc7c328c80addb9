//! `counterfoil setup`

use counterfoil_desk::set_up::{Outlet, set_up};
use counterfoil_desk::{SystemClock, terminal::Terminal};
use counterfoil_queue::ids::TerminalNumber;
use serde::Serialize;

use crate::args::Setup;
use crate::output;
use crate::refusal::Refusal;
use crate::terminal::{is_fresh, open, operator};

/// The shortest PIN for real use. Source: OWASP ASVS 5.0, 6.2.1.
const PIN_CHARS_MIN: usize = 8;

#[derive(Serialize)]
struct Done {
    terminal: String,
    number: u32,
    outlet: String,
    demonstration: bool,
}

pub(crate) fn run(command: &Setup) -> Result<(), Refusal> {
    if !is_fresh(&command.place.data_dir) {
        return Err(Refusal::new(
            "already_set_up",
            "There is something in this directory already. Choose one that does not exist yet.",
        ));
    }
    if !command.place.demo {
        for_real_use(command)?;
    }
    let terminal: Terminal = open(&command.place, None, false)?;
    let identity = terminal.identity();
    let done = Done {
        terminal: identity.id.to_string(),
        number: identity.number.get(),
        outlet: identity.outlet.clone(),
        demonstration: identity.demonstration,
    };
    output::print(&done, command.place.json, |done| {
        format!("Terminal {} of {} is set up.\n", done.number, done.outlet)
    })
}

/// The PIN comes from the environment, never from the command line, which others can read.
fn for_real_use(command: &Setup) -> Result<(), Refusal> {
    let missing =
        || Refusal::new("usage", "Name the outlet, its organisation and number, and staff.");
    let pin = std::env::var("COUNTERFOIL_FIRST_PIN").unwrap_or_default();
    if pin.chars().count() < PIN_CHARS_MIN {
        return Err(Refusal::new(
            "pin_too_short",
            "Put the first PIN, eight digits or more, into COUNTERFOIL_FIRST_PIN.",
        ));
    }
    let outlet = Outlet {
        name: command.outlet.clone().ok_or_else(missing)?,
        organisation: command.organisation.clone().ok_or_else(missing)?,
        number: command.number.and_then(TerminalNumber::new).ok_or_else(|| {
            Refusal::new("number_out_of_range", "The terminal's number is from 0 to 262143.")
        })?,
        staff_number: command.staff_number.clone().ok_or_else(missing)?,
        staff_name: command.staff_name.clone().ok_or_else(missing)?,
        pin,
    };
    let made = set_up(&command.place.data_dir, outlet, &SystemClock::new(), operator());
    made.map(drop).map_err(|error| Refusal::from(counterfoil_desk::bridge::Problem::from(error)))
}
