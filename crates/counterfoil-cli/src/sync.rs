//! `counterfoil sync` and `counterfoil enrol`

use counterfoil_desk::bridge::ConnectionState;
use counterfoil_desk::delivery::link::Enrolment;
use counterfoil_desk::delivery::pass::{SyncReport, pass};
use counterfoil_desk::terminal::Terminal;
use serde::Serialize;

use crate::args::{Enrol, Sync};
use crate::output;
use crate::refusal::Refusal;
use crate::terminal::open;

#[derive(Serialize)]
struct Enrolled {
    enrolled: bool,
}

/// One pass. Being offline is normal and no refusal: what waits, waits on.
pub(crate) fn run(command: &Sync) -> Result<(), Refusal> {
    let terminal = open(&command.place, command.department.clone(), false)?;
    let report = wait_for(pass(&terminal))??;
    if report.connection == ConnectionState::Unknown {
        return Err(Refusal::new(
            "not_enrolled",
            "This terminal has not exchanged keys with the department. Use `counterfoil enrol`.",
        ));
    }
    output::print(&report, command.place.json, lines)
}

pub(crate) fn enrol(command: &Enrol) -> Result<(), Refusal> {
    let terminal: Terminal = open(&command.place, command.department.clone(), false)?;
    match wait_for(terminal.enrol(command.code.as_deref()))?? {
        Enrolment::Enrolled => {
            output::print(&Enrolled { enrolled: true }, command.place.json, |_| {
                "Keys were exchanged with the department.\n".to_owned()
            })
        }
        Enrolment::Refused => Err(Refusal::new(
            "code_refused",
            "The department refused: the code is wrong, used or missing. Ask for a new one.",
        )),
        Enrolment::Intercepted => Err(Refusal::new(
            "intercepted",
            "Something answered that is not the department. Check the network's sign-in page.",
        )),
        Enrolment::Offline => Err(Refusal::new(
            "offline",
            "The department could not be reached. Nothing was changed. Try again later.",
        )),
    }
}

fn lines(report: &SyncReport) -> String {
    let connection = match report.connection {
        ConnectionState::Online => "The department answers.",
        ConnectionState::Offline | ConnectionState::Unknown => {
            "The department could not be reached. What is recorded here is safe."
        }
        ConnectionState::Intercepted => {
            "Something answered that is not the department, such as a network's sign-in page. \
             What is recorded here is safe."
        }
    };
    format!(
        "{connection}\ntried: {}\nreceived by the department: {}\nstill waiting: {}\n\
         needs attention: {}\n",
        report.attempted, report.acknowledged, report.waiting, report.needs_attention
    )
}

fn wait_for<T>(work: impl Future<Output = T>) -> Result<T, Refusal> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let runtime =
        runtime.map_err(|_| Refusal::new("call_support", "The network could not be set up."))?;
    Ok(runtime.block_on(work))
}
