//! Imports every form below the folders given and says what became of them: one line for each
//! form, or with `--sum` only the sums by organisation and by sort of issue. Of a single file, or of
//! one with its Welsh, it prints the definition and the report.
//!
//! ```text
//! cargo run --release -p counterfoil-import --example corpus -- --sum ../shared/corpus
//! ```

use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::Instant;

use counterfoil_import::{Options, import};

#[expect(clippy::disallowed_methods, reason = "it measures how long importing takes")]
fn main() -> std::io::Result<()> {
    let mut out = std::io::stdout().lock();
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if arguments.iter().all(|argument| Path::new(argument).is_file()) {
        return single(&mut out, &arguments);
    }
    let sum = arguments.iter().any(|argument| argument == "--sum");
    let mut files = Vec::new();
    for folder in arguments.iter().filter(|argument| *argument != "--sum") {
        collect(Path::new(folder), &mut files)?;
    }
    files.sort();
    let sources = files.iter().map(std::fs::read).collect::<Result<Vec<_>, _>>()?;
    let mut verdicts: BTreeMap<String, usize> = BTreeMap::new();
    let mut kinds: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    let begun = Instant::now();
    for (file, source) in files.iter().zip(&sources) {
        let name = file.file_stem().map(|stem| stem.to_string_lossy().into_owned());
        let options = Options { name: name.as_deref(), ..Options::default() };
        let line = match import(source, &options) {
            Err(error) => format!("error: {error}"),
            Ok(import) => {
                let report = import.report;
                let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
                for issue in &report.issues {
                    *seen.entry(&issue.kind).or_default() += 1;
                    if !sum {
                        let (kind, path) = (&issue.kind, &issue.path);
                        writeln!(out, "    {kind} {path}: {}", issue.message)?;
                    }
                }
                for (kind, count) in seen {
                    let entry = kinds.entry(kind.to_owned()).or_default();
                    *entry = (entry.0 + 1, entry.1 + count);
                }
                let verdict = format!("{:?}", report.verdict).to_lowercase();
                format!(
                    "{} {verdict}, {} pages, {} fields",
                    report.format, report.pages, report.fields
                )
            }
        };
        let organisation = organisation(file);
        let short = line.split(',').next().unwrap_or_default();
        *verdicts.entry(format!("{organisation} {short}")).or_default() += 1;
        if !sum {
            writeln!(out, "{}: {line}", file.display())?;
        }
    }
    let took = begun.elapsed();
    for (what, count) in verdicts {
        writeln!(out, "{count:5} {what}")?;
    }
    for (kind, (forms, issues)) in kinds {
        writeln!(out, "{kind}: {issues} in {forms} forms")?;
    }
    writeln!(out, "{} forms in {took:?}", files.len())
}

fn single(out: &mut impl Write, files: &[String]) -> std::io::Result<()> {
    let sources = files.iter().map(std::fs::read).collect::<Result<Vec<_>, _>>()?;
    let Some(source) = sources.first() else { return Ok(()) };
    let welsh = sources.get(1).map(Vec::as_slice);
    let import = import(source, &Options { welsh, ..Options::default() });
    let import = import.map_err(std::io::Error::other)?;
    if let Some(definition) = &import.definition {
        let overlay = counterfoil_form::definition::overlay::welsh(definition);
        writeln!(out, "{}", serde_json::to_string_pretty(&overlay)?)?;
    }
    writeln!(out, "{}", serde_json::to_string_pretty(&import.definition)?)?;
    writeln!(out, "{}", serde_json::to_string_pretty(&import.report)?)
}

/// The folder below the corpus in which a form is.
fn organisation(file: &Path) -> String {
    let folder = file.components().find(|part| part.as_os_str().to_string_lossy().contains("__"));
    folder.map_or_else(String::new, |part| part.as_os_str().to_string_lossy().into_owned())
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> std::io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        let form = |end: &std::ffi::OsStr| ["json", "yaml", "yml"].iter().any(|one| end == *one);
        if path.is_dir() {
            collect(&path, files)?;
        } else if path.extension().is_some_and(form) {
            files.push(path);
        }
    }
    Ok(())
}
