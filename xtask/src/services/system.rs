//! The system bus and Avahi, without which the test printer (`ippeveprinter`) does not start.
//! A machine that boots has them; a container does not.

use std::os::unix::net::UnixStream;
use std::path::Path;

use crate::failure::Failure;
use crate::say;
use crate::services::Running;
use crate::steps::step;

const BUS: &str = "/run/dbus/system_bus_socket";
const AVAHI: &str = "/run/avahi-daemon/socket";

/// Starts what is not running yet. What this returns stops it again.
pub(crate) fn start() -> Result<Vec<Running>, Failure> {
    let mut started = Vec::new();
    if !answers(BUS) {
        started.push(start_bus()?);
    }
    if !answers(AVAHI) {
        // Last in, first stopped.
        started.insert(0, start_avahi()?);
    }
    Ok(started)
}

fn answers(socket: &str) -> bool {
    UnixStream::connect(socket).is_ok()
}

fn start_bus() -> Result<Running, Failure> {
    say::line("no system bus here: starting one for the tests");
    clear("/run/dbus", "pid")?;
    let bus = step("dbus-daemon --system --nofork --nopidfile");
    Running::start("dbus-daemon", bus)?.until(|| answers(BUS))
}

fn start_avahi() -> Result<Running, Failure> {
    say::line("no Avahi here: starting one for the tests");
    clear("/run/avahi-daemon", "pid")?;
    let avahi = step("avahi-daemon --no-drop-root --no-rlimits --no-chroot");
    Running::start("avahi-daemon", avahi)?.until(|| answers(AVAHI))
}

/// Makes the directory `dir` and takes away a file that a killed daemon left there.
fn clear(dir: &str, stale: &str) -> Result<(), Failure> {
    std::fs::create_dir_all(dir).map_err(|error| Failure::io(dir, &error))?;
    let _ = std::fs::remove_file(Path::new(dir).join(stale));
    Ok(())
}
