//! Running other programs: one [`Step`] is one program with its arguments.

use std::ffi::OsString;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};

use crate::failure::Failure;
use crate::tree;

/// A program to run in the work tree, with the project's own tools found first.
pub(crate) struct Step {
    command: Command,
    shown: String,
}

/// `words` is the program and its arguments, separated by spaces. Nothing is quoted.
pub(crate) fn step(words: &str) -> Step {
    let mut parts = words.split_whitespace();
    let program = parts.next().unwrap_or_default();
    let mut command = Command::new(program);
    command.args(parts).current_dir(tree::root()).env("PATH", path());
    Step { command, shown: words.to_owned() }
}

impl Step {
    /// In this directory of the work tree.
    pub(crate) fn within(mut self, dir: &str) -> Self {
        self.command.current_dir(tree::at(dir));
        self
    }

    /// With this variable set.
    pub(crate) fn with(mut self, name: &str, value: impl Into<OsString>) -> Self {
        self.command.env(name, value.into());
        self
    }

    /// With one more argument, which may hold spaces.
    pub(crate) fn and(mut self, argument: impl Into<OsString>) -> Self {
        self.command.arg(argument.into());
        self
    }

    /// With these further arguments, separated by spaces.
    pub(crate) fn also(mut self, words: &str) -> Self {
        self.command.args(words.split_whitespace());
        self.shown = format!("{} {words}", self.shown);
        self
    }

    /// Runs it; its output goes straight through.
    pub(crate) fn run(mut self) -> Result<(), Failure> {
        let status = self.command.stdin(Stdio::null()).status();
        let status = status.map_err(|error| Failure::io(&self.shown, &error))?;
        if status.success() { Ok(()) } else { Err(self.failed(status.code())) }
    }

    /// Runs it and returns what it printed, whether or not it succeeded.
    pub(crate) fn output(mut self) -> Result<Output, Failure> {
        let output = self.command.stdin(Stdio::null()).output();
        output.map_err(|error| Failure::io(&self.shown, &error))
    }

    /// Runs it and returns its standard output; failing is a failure.
    pub(crate) fn text(self) -> Result<String, Failure> {
        let shown = self.shown.clone();
        let output = self.output()?;
        if !output.status.success() {
            let said = String::from_utf8_lossy(&output.stderr).into_owned();
            return Err(Failure::new(format!("`{shown}` failed: {}", said.trim())));
        }
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    }

    /// Whether it runs and succeeds. Its output is dropped.
    pub(crate) fn succeeds(self) -> bool {
        self.output().is_ok_and(|output| output.status.success())
    }

    /// Runs it, passes its standard error on as it comes, and returns the lines of it that
    /// `keep` likes.
    pub(crate) fn run_keeping(mut self, keep: fn(&str) -> bool) -> Result<Vec<String>, Failure> {
        self.command.stdin(Stdio::null()).stderr(Stdio::piped());
        let mut child = self.command.spawn().map_err(|error| Failure::io(&self.shown, &error))?;
        let kept = child.stderr.take().map(|pipe| pass_on(pipe, keep)).unwrap_or_default();
        let status = child.wait().map_err(|error| Failure::io(&self.shown, &error))?;
        if status.success() { Ok(kept) } else { Err(self.failed(status.code())) }
    }

    /// Starts it and leaves it running, with its output in the file `log`.
    pub(crate) fn start(mut self, log: &Path) -> Result<Child, Failure> {
        let broken = |error| Failure::io(log.display(), &error);
        let file = std::fs::File::create(log).map_err(broken)?;
        let again = file.try_clone().map_err(broken)?;
        self.command.stdin(Stdio::null()).stdout(file).stderr(again);
        self.command.spawn().map_err(|error| Failure::io(&self.shown, &error))
    }

    fn failed(&self, code: Option<i32>) -> Failure {
        let how = code.map_or("was killed".to_owned(), |code| format!("exited with {code}"));
        Failure::new(format!("`{}` {how}", self.shown))
    }
}

fn pass_on(pipe: impl std::io::Read, keep: fn(&str) -> bool) -> Vec<String> {
    let mut kept = Vec::new();
    for line in BufReader::new(pipe).lines().map_while(Result::ok) {
        let _ = writeln!(std::io::stderr(), "{line}");
        if keep(&line) {
            kept.push(line);
        }
    }
    kept
}

/// `PATH` with the project's own tools and Cargo's in front, and the system's daemons at the end.
fn path() -> OsString {
    let mut places = vec![tree::tools().join("bin")];
    places.extend(cargo_bin());
    places.extend(std::env::var_os("PATH").iter().flat_map(std::env::split_paths));
    places.extend(["/usr/sbin", "/sbin"].map(Into::into));
    std::env::join_paths(places).unwrap_or_default()
}

fn cargo_bin() -> Option<std::path::PathBuf> {
    let home = std::env::var_os("CARGO_HOME").map(std::path::PathBuf::from);
    let home =
        home.or_else(|| Some(std::path::PathBuf::from(std::env::var_os("HOME")?).join(".cargo")))?;
    Some(home.join("bin"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_that_fails_is_named_with_its_exit_status() {
        let failure = step("sh -c").and("exit 3").run().expect_err("it exits with 3");

        assert_eq!(failure.to_string(), "`sh -c` exited with 3");
    }

    #[test]
    fn only_the_wanted_lines_are_kept() {
        let said = "echo one >&2; echo Summary two >&2";
        let kept = step("sh -c").and(said).run_keeping(|line| line.starts_with("Summary"));

        assert_eq!(kept.expect("it succeeds"), ["Summary two"]);
    }
}
