//! The key in a real Secret Service: gnome-keyring-daemon on a session bus of its own.
//!
//! Each test runs itself again inside such a session, one step at a time; `STEP` says which.
#![cfg(target_os = "linux")]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use counterfoil_queue::event::Actor;
use counterfoil_queue::ids::{TerminalId, TerminalNumber};
use counterfoil_queue::time::{BootId, Stamp, UnixMillis};
use counterfoil_store::{
    Act, KeyProblem, KeySource, KeySourceKind, Provisioning, SecretService, SigningSeed, Store,
    StoreError, StoreKey, TerminalSetUp,
};
use uuid::Uuid;

const STEP: &str = "COUNTERFOIL_TEST_STEP";
const DATA: &str = "COUNTERFOIL_TEST_DATA";
const NOW: UnixMillis = UnixMillis(1_790_000_000_000);

/// What the session has when a step runs.
#[derive(Clone, Copy)]
enum Keyring {
    /// The daemon, its keyring made or unlocked with the right password.
    Unlocked,
    /// The daemon, and nobody has given it a password.
    NotUnlocked,
}

/// A home directory for one user, and the data directory of their terminal.
struct Home(tempfile::TempDir);

impl Home {
    fn new() -> Self {
        let home = Self(tempfile::tempdir().expect("a directory"));
        for part in ["home", "run", "data"] {
            std::fs::create_dir(home.part(part)).expect("there is room");
        }
        home
    }

    fn part(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// Runs step `step` of test `test` in a session that has `keyring`, and ends the session.
    fn step(&self, test: &str, step: &str, keyring: Keyring) {
        let start = match keyring {
            Keyring::Unlocked => {
                "printf test | gnome-keyring-daemon --foreground --unlock \
                 --components=secrets >/dev/null 2>&1 &"
            }
            Keyring::NotUnlocked => {
                "gnome-keyring-daemon --foreground --start \
                 --components=secrets </dev/null >/dev/null 2>&1 &"
            }
        };
        // The daemon is ready once it owns its name; only then may a client ask.
        let script = format!(
            "{start}
             daemon=$!
             gdbus wait --session --timeout 10 org.freedesktop.secrets || exit 90
             \"$0\" --exact {test} --nocapture
             status=$?
             kill \"$daemon\"
             wait \"$daemon\"
             exit \"$status\""
        );
        let mut command = Command::new("dbus-run-session");
        command.args(["--", "bash", "-c", &script]).arg(this_program());
        check(self.environment(&mut command, step), step);
    }

    /// Runs step `step` of test `test` where there is no session bus.
    fn step_without_bus(&self, test: &str, step: &str) {
        let mut command = Command::new(this_program());
        command.args(["--exact", test, "--nocapture"]);
        check(self.environment(&mut command, step), step);
    }

    fn environment(&self, command: &mut Command, step: &str) -> Output {
        command
            .env("HOME", self.part("home"))
            .env("XDG_RUNTIME_DIR", self.part("run"))
            .env("XDG_DATA_HOME", self.part("home"))
            .env_remove("DBUS_SESSION_BUS_ADDRESS")
            .env_remove("DISPLAY")
            .env_remove("WAYLAND_DISPLAY")
            .env(STEP, step)
            .env(DATA, self.part("data"))
            .output()
            .expect("dbus and gnome-keyring are installed")
    }
}

fn this_program() -> PathBuf {
    std::env::current_exe().expect("a running test has a file")
}

fn check(output: Output, step: &str) {
    let out = String::from_utf8_lossy(&output.stdout);
    let err = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "step {step}: {}\n{out}\n{err}", output.status);
    assert!(out.contains("1 passed"), "step {step} ran: {out}");
}

/// Inside a session: the step to run and the terminal's data directory.
fn inside() -> Option<(String, PathBuf)> {
    Some((std::env::var(STEP).ok()?, std::env::var_os(DATA)?.into()))
}

fn set_up(dir: &Path) -> Result<Store, StoreError> {
    let stamp = Stamp { wall: NOW, offset_minutes: 0, monotonic_ms: 1, boot: BootId([1; 16]) };
    let new = TerminalSetUp {
        id: TerminalId(Uuid::from_u128(1)),
        number: TerminalNumber::new(1).expect("it fits"),
        outlet: "Outlet".into(),
        organisation: "Organisation".into(),
        demonstration: false,
        signing_seed: SigningSeed::from_random([1; 32]),
        staff: Vec::new(),
    };
    let key = StoreKey::from_random([5; 48]);
    let act = Act { stamp, actor: Actor::System };
    Store::create(dir, KeySourceKind::SecretService, &key, &new, act)
}

fn refusal(dir: &Path) -> StoreError {
    match Store::open(dir, NOW) {
        Ok(_) => panic!("it was opened"),
        Err(error) => error,
    }
}

fn database(dir: &Path) -> Vec<u8> {
    std::fs::read(dir.join("queue.db")).expect("it is there")
}

#[test]
fn a_key_in_an_unlocked_keyring_opens_the_terminal_in_the_next_session_too() {
    let test = "a_key_in_an_unlocked_keyring_opens_the_terminal_in_the_next_session_too";
    let Some((step, dir)) = inside() else {
        let home = Home::new();
        home.step(test, "set up", Keyring::Unlocked);
        home.step(test, "open", Keyring::Unlocked);
        return;
    };
    match step.as_str() {
        "set up" => {
            drop(set_up(&dir).expect("the keyring takes the key"));
            let id = Provisioning::read(&dir).expect("it reads").expect("it is there").key_id;
            let again = SecretService::new().put(&id, &StoreKey::from_random([6; 48]));
            assert_eq!(again, Err(KeyProblem::Taken), "a key is never replaced");
            Store::open(&dir, NOW).expect("the first key is still there");
            assert!(!dir.join("queue.key").exists());
        }
        _ => drop(Store::open(&dir, NOW).expect("the keyring has the key")),
    }
}

#[test]
fn without_a_session_bus_there_is_no_key_store_and_nothing_is_made() {
    let test = "without_a_session_bus_there_is_no_key_store_and_nothing_is_made";
    let Some((step, dir)) = inside() else {
        let home = Home::new();
        home.step_without_bus(test, "set up");
        home.step(test, "set up well", Keyring::Unlocked);
        home.step_without_bus(test, "open");
        return;
    };
    match step.as_str() {
        "set up" => {
            let refused = set_up(&dir).err();
            assert!(
                matches!(refused, Some(StoreError::KeyUnavailable(KeyProblem::Absent))),
                "{refused:?}"
            );
            assert!(!dir.join("queue.db").exists() && !dir.join("terminal.json").exists());
        }
        "set up well" => drop(set_up(&dir).expect("the keyring takes the key")),
        _ => {
            let refused = refusal(&dir);
            assert!(
                matches!(refused, StoreError::KeyUnavailable(KeyProblem::Absent)),
                "{refused:?}"
            );
        }
    }
}

#[test]
fn a_keyring_that_was_wiped_has_no_entry_and_no_new_key_is_made() {
    let test = "a_keyring_that_was_wiped_has_no_entry_and_no_new_key_is_made";
    let Some((step, dir)) = inside() else {
        let home = Home::new();
        home.step(test, "set up", Keyring::Unlocked);
        std::fs::remove_dir_all(home.part("home")).expect("it is there");
        std::fs::create_dir(home.part("home")).expect("there is room");
        home.step(test, "no collection", Keyring::NotUnlocked);
        home.step(test, "empty collection", Keyring::Unlocked);
        return;
    };
    if step == "set up" {
        return drop(set_up(&dir).expect("the keyring takes the key"));
    }
    let before = database(&dir);
    let refused = refusal(&dir);
    assert!(
        matches!(refused, StoreError::KeyUnavailable(KeyProblem::NoEntry)),
        "{step}: {refused:?}"
    );
    assert!(matches!(set_up(&dir).err(), Some(StoreError::AlreadySetUp)), "{step}");
    let id = Provisioning::read(&dir).expect("it reads").expect("it is there").key_id;
    let kept = SecretService::new().get(&id).err();
    assert_eq!(kept, Some(KeyProblem::NoEntry), "{step}");
    assert!(database(&dir) == before, "{step}");
}

#[test]
fn a_first_set_up_without_a_keyring_to_keep_the_key_in_makes_nothing() {
    let test = "a_first_set_up_without_a_keyring_to_keep_the_key_in_makes_nothing";
    let Some((_, dir)) = inside() else {
        return Home::new().step(test, "set up", Keyring::NotUnlocked);
    };
    let refused = set_up(&dir).err();
    assert!(matches!(refused, Some(StoreError::KeyUnavailable(KeyProblem::Locked))), "{refused:?}");
    assert!(!dir.join("queue.db").exists() && !dir.join("terminal.json").exists());
}

#[test]
fn a_locked_keyring_is_told_from_an_empty_one() {
    let test = "a_locked_keyring_is_told_from_an_empty_one";
    let Some((step, dir)) = inside() else {
        let home = Home::new();
        home.step(test, "set up", Keyring::Unlocked);
        home.step(test, "locked", Keyring::NotUnlocked);
        home.step(test, "unlocked", Keyring::Unlocked);
        return;
    };
    match step.as_str() {
        "set up" => drop(set_up(&dir).expect("the keyring takes the key")),
        "locked" => {
            let refused = refusal(&dir);
            assert!(
                matches!(refused, StoreError::KeyUnavailable(KeyProblem::Locked)),
                "{refused:?}"
            );
        }
        _ => drop(Store::open(&dir, NOW).expect("it was only locked")),
    }
}

#[test]
fn another_key_and_no_key_under_our_name_are_both_told_from_damage() {
    let test = "another_key_and_no_key_under_our_name_are_both_told_from_damage";
    let Some((_, dir)) = inside() else {
        return Home::new().step(test, "all", Keyring::Unlocked);
    };
    drop(set_up(&dir).expect("the keyring takes the key"));
    let before = database(&dir);
    let id = Provisioning::read(&dir).expect("it reads").expect("it is there").key_id;
    let entry = keyring::Entry::new("counterfoil", &id).expect("the service answers");

    entry.set_password(&"ab".repeat(48)).expect("it is unlocked");
    assert!(matches!(refusal(&dir), StoreError::WrongKey));

    entry.set_password("not a key").expect("it is unlocked");
    let refused = refusal(&dir);
    assert!(matches!(refused, StoreError::KeyUnavailable(KeyProblem::NotAKey)), "{refused:?}");
    assert!(database(&dir) == before);
}
