//! `counterfoil form check`

use std::path::{Path, PathBuf};
use std::sync::Arc;

use counterfoil_form::explore::{STEPS, explore};
use jiff::civil::Date;
use serde::Serialize;

use crate::form::source::{Source, welsh_of};
use crate::form::today;
use crate::output;
use crate::refusal::Refusal;

/// What was found in one file.
#[derive(Debug, Serialize)]
struct Checked {
    file: String,
    ok: bool,
    problems: Vec<Found>,
    /// Pages that answers lead to.
    reached: usize,
    /// Journeys that came to their end.
    completed: usize,
    /// Journeys that ended at an exit.
    exits: usize,
    /// There were more ways through it than were gone.
    cut_short: bool,
}

#[derive(Debug, Serialize)]
struct Found {
    path: String,
    message: String,
}

pub(super) fn run(files: &[PathBuf], json: bool) -> Result<(), Refusal> {
    let today = today();
    let checked = files.iter().map(|file| check(file, today)).collect::<Result<Vec<_>, _>>()?;
    output::print(&checked, json, |checked| checked.iter().map(lines).collect())?;
    let wrong = checked.iter().filter(|one| !one.ok).count();
    if wrong == 0 {
        return Ok(());
    }
    let words = format!("{wrong} of {} definitions cannot be used as they are.", checked.len());
    Err(Refusal::new("definition_refused", words))
}

fn check(file: &Path, today: Date) -> Result<Checked, Refusal> {
    let mut found = Checked {
        file: file.display().to_string(),
        ok: false,
        problems: Vec::new(),
        reached: 0,
        completed: 0,
        exits: 0,
        cut_short: false,
    };
    let source = match Source::read(file) {
        Ok(source) => source,
        // A file that cannot be read is one more thing to report, not the end of the others.
        Err(refusal) => {
            let problem = |message| Found { path: "$".to_owned(), message };
            found.problems = refusal.words.into_iter().map(problem).collect();
            return Ok(found);
        }
    };
    if source.welsh.is_none() {
        let message = format!("there is no Welsh: {} is missing", welsh_of(file).display());
        found.problems.push(Found { path: "cy:$".to_owned(), message });
    }
    match source.load() {
        Ok(service) => walk(Arc::new(service), today, &mut found),
        Err(problems) => {
            let each = problems.0.into_iter();
            // One missing file stands for all its texts.
            let told = each.filter(|one| source.welsh.is_some() || !one.path.starts_with("cy:"));
            found.problems.extend(told.map(|one| Found { path: one.path, message: one.message }));
        }
    }
    found.ok = found.problems.is_empty();
    Ok(found)
}

/// Answers the form in every way that a condition tells apart.
fn walk(service: Arc<counterfoil_form::Service>, today: Date, found: &mut Checked) {
    let explored = explore(&service, today, STEPS);
    let mut add = |path: String, message: String| found.problems.push(Found { path, message });
    for (page, message) in explored.stuck {
        add(page, format!("no valid answers were found for this page: {message}"));
    }
    if !explored.cut_short {
        for page in explored.unreached {
            add(page, "no answers were found that lead to this page".to_owned());
        }
    }
    if explored.completed == 0 {
        add("declaration".to_owned(), "no answers were found that lead to the end".to_owned());
    }
    found.reached = explored.reached.len();
    found.completed = explored.completed;
    found.exits = explored.exits;
    found.cut_short = explored.cut_short;
}

fn lines(checked: &Checked) -> String {
    let file = &checked.file;
    if checked.ok {
        let note = if checked.cut_short { "; not every way was gone" } else { "" };
        return format!(
            "{file}: nothing is wrong, {} pages can be reached{note}\n",
            checked.reached
        );
    }
    let line = |one: &Found| format!("{file}: {}: {}\n", one.path, one.message);
    checked.problems.iter().map(line).collect()
}
