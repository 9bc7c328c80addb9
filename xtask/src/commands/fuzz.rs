//! `cargo xtask fuzz [SECONDS]`: bytes that nobody would write, for the parts that read what comes
//! from outside.

use std::path::{Path, PathBuf};
use std::process::Child;

use crate::failure::Failure;
use crate::steps::step;
use crate::{say, setup, tree};

/// Seconds of each target where nothing else is said: what continuous integration gives them.
const SECONDS: u32 = 60;
/// The most seconds of each target.
const SECONDS_MAX: u32 = 7 * 24 * 60 * 60;
/// Megabytes that a target may take, the fuzzer's own included.
const MEMORY_MB: u32 = 600;
/// Seconds after which one input counts as a hang.
const HANG: u32 = 10;

/// A fuzz target and where it finds inputs to begin with.
struct Target {
    name: &'static str,
    seeds: fn(&Path) -> Result<(), Failure>,
}

const TARGETS: [Target; 3] = [
    Target { name: "form_run", seeds: seeds::answers },
    Target { name: "form_load", seeds: seeds::definitions },
    Target { name: "import", seeds: seeds::foreign },
];

/// Fuzzes every target for so many seconds, all at once.
pub(crate) fn run(arguments: &[String]) -> Result<(), Failure> {
    let seconds = match arguments {
        [] => SECONDS,
        [seconds] => seconds
            .parse()
            .ok()
            .filter(|s| (1..=SECONDS_MAX).contains(s))
            .ok_or_else(|| Failure::new(format!("`{seconds}` is not a number of seconds")))?,
        _ => return Err(Failure::new("usage: cargo xtask fuzz [SECONDS]")),
    };
    setup::all()?;
    all(seconds)
}

/// The same without setting anything up first.
pub(crate) fn for_a_while() -> Result<(), Failure> {
    all(SECONDS)
}

fn all(seconds: u32) -> Result<(), Failure> {
    // No sanitizer: there is no unsafe code of ours to watch, and it needs no nightly compiler.
    let build = "cargo fuzz build --sanitizer none";
    say::timed("fuzz targets", || step(build).with("CARGO_TARGET_DIR", place("build")).run())?;
    say::timed(&format!("fuzzing for {seconds} s each"), || {
        let started: Result<Vec<_>, Failure> =
            TARGETS.iter().map(|target| Ok((target, start(target, seconds)?))).collect();
        let ended = started?.into_iter().map(|(target, child)| settle(target, child));
        // Each is waited for before a failure is told.
        let ended: Vec<Result<(), Failure>> = ended.collect();
        ended.into_iter().collect()
    })
}

fn start(target: &Target, seconds: u32) -> Result<Child, Failure> {
    let corpus = place(&format!("corpus/{}", target.name));
    let created = std::fs::create_dir_all(&corpus);
    created.map_err(|error| Failure::io(corpus.display(), &error))?;
    (target.seeds)(&corpus)?;
    let artifacts = format!("{}/", place(&format!("found-{}", target.name)).display());
    let created = std::fs::create_dir_all(&artifacts);
    created.map_err(|error| Failure::io(&artifacts, &error))?;
    step(&format!("cargo fuzz run --sanitizer none {}", target.name))
        .and(corpus)
        .and("--")
        .and(format!("-max_total_time={seconds}"))
        .and(format!("-rss_limit_mb={MEMORY_MB}"))
        .and(format!("-timeout={HANG}"))
        .and(format!("-artifact_prefix={artifacts}"))
        .with("CARGO_TARGET_DIR", place("build"))
        .start(&log(target))
}

fn settle(target: &Target, mut child: Child) -> Result<(), Failure> {
    let status = child.wait().map_err(|error| Failure::io(target.name, &error))?;
    let said = std::fs::read_to_string(log(target)).unwrap_or_default();
    let done = said.lines().rev().find(|line| line.starts_with("Done "));
    match (status.success(), done) {
        (true, Some(done)) => {
            say::line(&format!("  {}: {}", target.name, done.to_lowercase()));
            Ok(())
        }
        _ => {
            let tail: Vec<&str> = said.lines().rev().take(20).collect();
            tail.iter().rev().for_each(|line| say::line(line));
            Err(Failure::new(format!(
                "{} found something; see {}",
                target.name,
                log(target).display()
            )))
        }
    }
}

fn log(target: &Target) -> PathBuf {
    place(&format!("{}.log", target.name))
}

fn place(name: &str) -> PathBuf {
    tree::target().join("fuzz").join(name)
}

/// What the fuzzers begin with: files of ours, each behind the byte that its target reads first.
mod seeds {
    use std::path::{Path, PathBuf};

    use crate::failure::Failure;
    use crate::tree;

    /// Every shipped service's example answers, behind every number that a service may have.
    pub(super) fn answers(corpus: &Path) -> Result<(), Failure> {
        for (number, file) in ending(".example.json")?.iter().enumerate() {
            let bytes = read(file)?;
            for first in [number, number + 1, number + 7] {
                let first = u8::try_from(first % 256).unwrap_or_default();
                write(
                    corpus,
                    &format!("{number}-{first}"),
                    &[&[first], bytes.as_slice()].concat(),
                )?;
            }
        }
        Ok(())
    }

    /// Every shipped definition.
    pub(super) fn definitions(corpus: &Path) -> Result<(), Failure> {
        let plain = |file: &&PathBuf| {
            let name = file.to_string_lossy();
            !name.ends_with(".cy.json")
                && !name.ends_with(".example.json")
                && !name.ends_with(".schema.json")
        };
        for (number, file) in ending(".json")?.iter().filter(plain).enumerate() {
            write(corpus, &number.to_string(), &read(file)?)?;
        }
        Ok(())
    }

    /// The importers' own fixtures, and shipped definitions, which are forms of no other builder.
    pub(super) fn foreign(corpus: &Path) -> Result<(), Failure> {
        let fixtures = tree::at("crates/counterfoil-import/tests/fixtures");
        let entries = std::fs::read_dir(&fixtures).into_iter().flatten().flatten();
        for entry in entries.filter(|entry| entry.path().is_file()) {
            let name = entry.file_name().to_string_lossy().into_owned();
            // 3 leaves the format to be told.
            write(corpus, &name, &[&[3], read(&entry.path())?.as_slice()].concat())?;
        }
        Ok(())
    }

    fn ending(end: &str) -> Result<Vec<PathBuf>, Failure> {
        let broken = |error| Failure::io("services", &error);
        let mut files = Vec::new();
        for department in std::fs::read_dir(tree::at("services")).map_err(broken)? {
            let Ok(entries) = std::fs::read_dir(department.map_err(broken)?.path()) else {
                continue;
            };
            let paths = entries.flatten().map(|entry| entry.path());
            files.extend(paths.filter(|path| path.to_string_lossy().ends_with(end)));
        }
        files.sort();
        Ok(files)
    }

    fn read(file: &Path) -> Result<Vec<u8>, Failure> {
        std::fs::read(file).map_err(|error| Failure::io(file.display(), &error))
    }

    fn write(corpus: &Path, name: &str, bytes: &[u8]) -> Result<(), Failure> {
        let path = corpus.join(name);
        std::fs::write(&path, bytes).map_err(|error| Failure::io(path.display(), &error))
    }
}
