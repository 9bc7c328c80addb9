//! The system D-Bus and the avahi-daemon that `ippeveprinter` insists on: uses those of the
//! machine, or starts them (as root, in a container) and stops what was started.
//!
//! Each test is a process of its own, so they share through files: whoever holds a shared lock
//! on `users` still needs the daemons, and the last to leave stops them. `gate` lets one process
//! at a time start or stop.

use std::fs::{self, File, OpenOptions};
use std::os::unix::net::UnixStream;
use std::path::PathBuf;
use std::process::Command;

const BUS_SOCKET: &str = "/run/dbus/system_bus_socket";
const AVAHI_SOCKET: &str = "/run/avahi-daemon/socket";
const AVAHI_PID: &str = "/run/avahi-daemon/pid";

/// Both daemons run for as long as this lives.
#[derive(Debug)]
pub(super) struct Daemons {
    users: Option<File>,
}

impl Daemons {
    pub(super) fn running() -> Self {
        let _gate = locked_gate();
        let users = shared_file("users");
        users.lock_shared().expect("a lock under the gate is free or shared");
        if !answers(BUS_SOCKET) {
            start_bus();
        }
        if !answers(AVAHI_SOCKET) {
            start_avahi();
        }
        Self { users: Some(users) }
    }
}

impl Drop for Daemons {
    fn drop(&mut self) {
        let _gate = locked_gate();
        drop(self.users.take());
        let others_are_done = shared_file("users").try_lock().is_ok();
        if others_are_done {
            stop_what_was_started();
        }
    }
}

fn answers(socket: &str) -> bool {
    UnixStream::connect(socket).is_ok()
}

fn start_bus() {
    fs::create_dir_all("/run/dbus").expect("needs a system D-Bus: start it, or run as root");
    let output = Command::new("dbus-daemon")
        .args(["--system", "--fork", "--nopidfile", "--print-pid"])
        .output()
        .expect("dbus is one of the packages that xtask installs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    remember_started(String::from_utf8_lossy(&output.stdout).trim());
}

/// Returns when avahi is ready: `--daemonize` waits for that.
fn start_avahi() {
    let output = Command::new("avahi-daemon")
        .args(["--daemonize", "--no-drop-root", "--no-chroot", "--no-rlimits"])
        .output()
        .expect("avahi-daemon is one of the packages that xtask installs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let pid = fs::read_to_string(AVAHI_PID).expect("a running avahi-daemon says its pid");
    remember_started(pid.trim());
}

/// The daemon started last comes first, so avahi stops before its bus.
fn remember_started(pid: &str) {
    let path = shared_path("started");
    let before = fs::read_to_string(&path).unwrap_or_default();
    fs::write(&path, format!("{pid}\n{before}")).expect("the folder is ours");
}

/// Ends the daemons by pid and waits until they are gone.
fn stop_what_was_started() {
    let path = shared_path("started");
    let Ok(pids) = fs::read_to_string(&path) else { return };
    for pid in pids.lines() {
        let script = "kill \"$0\" && while kill -0 \"$0\"; do sleep 0.02; done";
        // One that is already gone is as good as stopped.
        let _ = Command::new("timeout").args(["5", "sh", "-c", script, pid]).output();
    }
    let _ = fs::remove_file(path);
}

fn locked_gate() -> File {
    let gate = shared_file("gate");
    gate.lock().expect("the gate opens when the one before is through");
    gate
}

fn shared_file(name: &str) -> File {
    OpenOptions::new()
        .create(true)
        .truncate(false)
        .write(true)
        .open(shared_path(name))
        .expect("the folder is ours")
}

fn shared_path(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join("counterfoil-ipp-printer");
    fs::create_dir_all(&folder).expect("the folder for temporary files is writable");
    folder.join(name)
}
