//! `counterfoil form import`

use std::io::Write as _;
use std::path::Path;
use std::sync::Arc;

use counterfoil_form::Service;
use counterfoil_form::definition::{Definition, overlay};
use counterfoil_form::explore::{STEPS, explore};
use counterfoil_import::{Format, Issue, Options, Report, Verdict, import};

use crate::form::source::welsh_of;
use crate::form::{Import, read, today, unwritable};
use crate::output;
use crate::refusal::Refusal;

/// The most bytes of a form that are read: one more than the importers take, so that they say it.
const BYTES_MAX: u64 = 32 << 20;

pub(super) fn run(command: &Import) -> Result<(), Refusal> {
    let source = read(&command.file, BYTES_MAX)?;
    let welsh = command.welsh.as_ref().map(|file| read(file, BYTES_MAX)).transpose()?;
    let stem = command.file.file_stem().map(|stem| stem.to_string_lossy().into_owned());
    let options = Options {
        format: command.format.as_deref().map(format).transpose()?,
        welsh: welsh.as_deref(),
        name: stem.as_deref(),
    };
    let found = import(&source, &options)
        .map_err(|error| Refusal::new("form_unreadable", format!("{error}.")))?;
    let mut report = found.report;
    if let Some(definition) = found.definition {
        walk(&definition, &mut report);
        if let Some(output) = &command.output {
            write(&definition, output, command.force)?;
        }
    }
    output::print(&report, command.json, lines)?;
    match report.verdict {
        Verdict::Supported | Verdict::Degraded => Ok(()),
        Verdict::Refused => {
            let words = "The form cannot be carried over. The report says why.";
            Err(Refusal::new("form_refused", words))
        }
    }
}

fn format(name: &str) -> Result<Format, Refusal> {
    Format::named(name).ok_or_else(|| {
        let known: Vec<&str> = Format::ALL.iter().map(|format| format.name()).collect();
        Refusal::new("unknown_format", format!("Formats are {}.", known.join(", ")))
    })
}

/// Pages that no answers lead to are reported too: they are there, but nobody would see them.
fn walk(definition: &Definition, report: &mut Report) {
    let Ok(service) = Service::draft_of(definition.clone()) else { return };
    let explored = explore(&Arc::new(service), today(), STEPS);
    let known = report.issues.len();
    let issue = |page: String, message: String| Issue {
        path: page,
        kind: "unreachable".to_owned(),
        message,
    };
    if !explored.cut_short {
        let unreached = explored.unreached.into_iter();
        report
            .issues
            .extend(unreached.map(|page| {
                issue(page, "no answers were found that lead to this page".to_owned())
            }));
    }
    let stuck = explored.stuck.into_iter();
    report.issues.extend(stuck.map(|(page, said)| {
        issue(page, format!("no valid answers were found for this page: {said}"))
    }));
    if known < report.issues.len() && report.verdict == Verdict::Supported {
        report.verdict = Verdict::Degraded;
    }
}

fn write(definition: &Definition, path: &Path, force: bool) -> Result<(), Refusal> {
    let pretty = |json: serde_json::Result<String>| json.map(|text| text + "\n");
    let text = pretty(serde_json::to_string_pretty(definition)).map_err(|_| unwritable())?;
    put(path, &text, force)?;
    let welsh = overlay::welsh(definition);
    if welsh.is_empty() {
        return Ok(());
    }
    let text = pretty(serde_json::to_string_pretty(&welsh)).map_err(|_| unwritable())?;
    put(&welsh_of(path), &text, force)
}

fn put(path: &Path, text: &str, force: bool) -> Result<(), Refusal> {
    let taken = std::fs::metadata(path).is_ok_and(|found| found.is_dir() || 0 < found.len());
    if taken && !force {
        let words = format!("{} has something in it. Use --force to replace it.", path.display());
        return Err(Refusal::new("file_exists", words));
    }
    let file = std::fs::File::create(path);
    file.and_then(|mut file| file.write_all(text.as_bytes())).map_err(|error| {
        Refusal::new("output_failed", format!("{} cannot be written: {error}.", path.display()))
    })
}

fn lines(report: &Report) -> String {
    let verdict = match report.verdict {
        Verdict::Supported => "supported: nothing that a person would notice is lost",
        Verdict::Degraded => "degraded: the form works, but not all of it came over",
        Verdict::Refused => "refused",
    };
    let mut text =
        format!("{}: {verdict}\n{} pages, {} fields\n", report.format, report.pages, report.fields);
    for issue in &report.issues {
        text.push_str(&format!("  {} ({}): {}\n", issue.path, issue.kind, issue.message));
    }
    text
}
