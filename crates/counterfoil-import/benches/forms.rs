//! What forms cost: importing a corpus of real ones, and one page turn of a journey (judge what
//! was typed, find the next page, make its view) on the largest of them and on the largest
//! service that ships.
//!
//! Prints one JSON object, times in microseconds. The corpus is the folder that
//! `COUNTERFOIL_CORPUS` names, else `../shared/corpus` beside the repository; without either only
//! what ships is measured, and the object says so. Beside each page turn stands what writing the
//! same view as JSON takes in the same run.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Instant;

use counterfoil_form::explore::Guide;
use counterfoil_form::view::Language;
use counterfoil_form::{Journey, Service, StepOut, Values, catalogue};
use counterfoil_import::{Options, import};
use jiff::civil::{Date, date};
use serde_json::{Value as Json, json};

const TODAY: Date = date(2026, 11, 25);
/// Journeys walked from end to end on each form.
const JOURNEYS: usize = 200;
/// Pages of one journey at most.
const PAGES: usize = 400;
/// Times the whole corpus is imported.
const ROUNDS: usize = 5;

fn corpus() -> Vec<PathBuf> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/corpus");
    let folder = std::env::var_os("COUNTERFOIL_CORPUS").map_or(beside, PathBuf::from);
    let mut files = Vec::new();
    let mut open = vec![folder];
    while let Some(folder) = open.pop() {
        let Ok(entries) = std::fs::read_dir(&folder) else { continue };
        for path in entries.filter_map(|entry| Some(entry.ok()?.path())) {
            match path.extension().and_then(|end| end.to_str()) {
                _ if path.is_dir() => open.push(path),
                Some("json" | "yaml" | "yml") => files.push(path),
                _ => {}
            }
        }
    }
    files.sort();
    files
}

#[expect(clippy::disallowed_methods, reason = "a benchmark measures real time")]
fn timed<T>(work: impl FnOnce() -> T) -> (T, f64) {
    let start = Instant::now();
    let made = work();
    (made, start.elapsed().as_secs_f64() * 1e6)
}

/// The value below which `percent` of the times lie.
fn percentile(times: &mut [f64], percent: usize) -> f64 {
    times.sort_unstable_by(f64::total_cmp);
    let place = (times.len() * percent / 100).min(times.len().saturating_sub(1));
    times.get(place).copied().unwrap_or_default()
}

/// The most memory this process has held, in KiB (Linux).
fn peak_kib() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|rest| rest.split_whitespace().next()?.parse().ok()).unwrap_or(0)
}

fn fields(service: &Service) -> usize {
    let definition = service.definition();
    let grouped = definition.groups.iter().flat_map(|group| &group.pages);
    definition.pages.iter().chain(grouped).map(|page| page.fields.len()).sum()
}

/// Imports every file once and gives what it cost and the largest form.
fn imported(sources: &[(String, Vec<u8>)]) -> (Option<Service>, f64) {
    let (definitions, micros) = timed(|| {
        let each = sources.iter().map(|(name, bytes)| {
            let options = Options { format: None, welsh: None, name: Some(name) };
            import(bytes, &options).ok().and_then(|import| import.definition)
        });
        each.collect::<Vec<_>>()
    });
    let services = definitions.into_iter().flatten().filter_map(|one| Service::draft_of(one).ok());
    (services.max_by_key(fields), micros)
}

/// Walks `service` from end to end in the plainest way and times every page turn.
fn turns(service: Service) -> Json {
    let (id, count) = (service.id().to_owned(), fields(&service));
    let service = Arc::new(service);
    let guide = Guide::new(Arc::clone(&service), TODAY);
    let (mut turns, mut writes) = (Vec::new(), Vec::new());
    for _ in 0..JOURNEYS {
        let mut journey = Journey::new(Arc::clone(&service));
        let mut step = journey.check(Language::En, TODAY);
        for _ in 0..PAGES {
            let (path, values) = match &step {
                StepOut::Check(_) => break,
                StepOut::Page(page) if page.button.is_empty() => break,
                StepOut::Page(page) => {
                    let values = guide.ways(&journey, &page.path).into_iter().next();
                    (page.path.clone(), values.unwrap_or_default())
                }
                StepOut::Tasks(tasks) => (tasks.path.clone(), Values::new()),
            };
            let (next, micros) =
                timed(|| journey.answer(&path, &values, false, Language::En, TODAY));
            turns.push(micros);
            if let StepOut::Page(page) = &next {
                writes.push(timed(|| serde_json::to_string(page)).1);
            }
            step = next;
        }
    }
    let (turn, write) = (percentile(&mut turns, 50), percentile(&mut writes, 50));
    json!({
        "form": id,
        "fields": count,
        "pages_walked": turns.len() / JOURNEYS,
        "turn_us": { "p50": turn, "p99": percentile(&mut turns, 99) },
        "view_as_json_us_p50": write,
        "ratio_p50": turn / write.max(0.001),
    })
}

#[expect(clippy::print_stdout, reason = "the numbers are the point")]
fn main() {
    let read = |path: &PathBuf| {
        let name = path.file_stem()?.to_string_lossy().into_owned();
        Some((name, std::fs::read(path).ok()?))
    };
    let sources: Vec<(String, Vec<u8>)> = corpus().iter().filter_map(read).collect();
    let bytes: usize = sources.iter().map(|(_, bytes)| bytes.len()).sum();
    let mut times = Vec::new();
    let mut largest = None;
    for _ in 0..ROUNDS {
        let (found, micros) = imported(&sources);
        largest = largest.or(found);
        times.push(micros);
    }
    let (shipped, load_us) = timed(|| catalogue::shipped().expect("what ships loads"));
    let shipped = shipped.into_iter().max_by_key(fields).expect("something ships");
    let report = json!({
        "what": "importing a corpus of real forms, and one page turn in the engine",
        "corpus": if sources.is_empty() { "not here: only what ships was measured" } else { "read" },
        "files": sources.len(),
        "bytes": bytes,
        "import_all_us_p50": percentile(&mut times, 50),
        "catalogue_load_us": load_us,
        "largest_of_corpus": largest.map(turns),
        "largest_shipped": turns(shipped),
        "peak_memory_kib": peak_kib(),
    });
    println!("{report:#}");
}
