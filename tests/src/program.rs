//! The real programs under test.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};

use serde_json::Value;

/// The program `name` in the target directory that this test was built into.
///
/// # Panics
/// When it has not been built.
#[must_use]
pub fn program(name: &str) -> PathBuf {
    let test = std::env::current_exe().expect("a running test has a path");
    let deps = test.parent().expect("it lies in a directory");
    let directory = deps.parent().expect("below the target directory");
    let path = directory.join(name);
    assert!(path.exists(), "{name} is not built; `cargo xtask test` or `cargo build` does it");
    path
}

/// `counterfoil` with `arguments`, ready to start.
pub fn counterfoil<'a>(arguments: impl IntoIterator<Item = &'a str>) -> Command {
    let mut command = Command::new(program("counterfoil"));
    command.args(arguments).env_remove("RUST_LOG");
    command
}

/// Runs `command` to its end and reads its standard output as JSON.
///
/// # Panics
/// When it fails or prints anything else.
pub fn json(command: &mut Command) -> Value {
    let output = run(command);
    assert!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("the program prints JSON")
}

/// Runs `command` to its end, whatever that is.
///
/// # Panics
/// When it cannot be started.
pub fn run(command: &mut Command) -> Output {
    command.stdin(Stdio::null()).output().expect("the program starts")
}

/// A running `counterfoil department serve`, killed when dropped.
#[derive(Debug)]
pub struct Department {
    child: Child,
    /// Where it listens, such as `http://127.0.0.1:40123`.
    pub url: String,
}

impl Department {
    /// Starts a demonstration department with its data in `dir`, on a free port or on `listen`.
    ///
    /// # Panics
    /// When it does not say where it listens.
    #[must_use]
    pub fn start(dir: &Path, listen: &str) -> Self {
        let dir = dir.to_str().expect("test directories are plain text");
        let mut command = counterfoil(["department", "serve", "--demo", "--listen", listen]);
        command.args(["--data-dir", dir]).stdin(Stdio::null()).stdout(Stdio::piped());
        let mut child = command.spawn().expect("the department starts");
        let stdout = child.stdout.take().expect("it was piped");
        let mut line = String::new();
        BufReader::new(stdout).read_line(&mut line).expect("the department says something");
        let url = line.trim().strip_prefix("listening on ").expect("it says where").to_owned();
        Self { child, url }
    }
}

impl Drop for Department {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
