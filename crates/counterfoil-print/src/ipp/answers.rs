//! What a printer's answers mean. Pure: from attributes to reports.

use ipp::attribute::IppAttributes;
use ipp::model::{DelimiterTag, JobState, PrinterState};
use ipp::value::IppValue;

/// Reasons read from one answer, at most. Printers send a handful.
const REASONS_MAX: usize = 16;

const JOB_STATES: [JobState; 7] = [
    JobState::Pending,
    JobState::PendingHeld,
    JobState::Processing,
    JobState::ProcessingStopped,
    JobState::Canceled,
    JobState::Aborted,
    JobState::Completed,
];

/// What a printer says about itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct PrinterReport {
    pub(super) stopped: bool,
    pub(super) accepts_jobs: bool,
    pub(super) prints_pdf: bool,
    /// Why it is in its state, without severities.
    pub(super) reasons: Vec<String>,
}

/// What a printer says about a job.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum JobReport {
    /// Waiting or printing.
    UnderWay { reasons: Vec<String> },
    /// Printed, the printer says.
    Completed,
    /// Ended early, or halted until a person sees to the printer.
    Stopped { reasons: Vec<String> },
}

impl PrinterReport {
    /// `None` when the answer says nothing of a printer's state.
    pub(super) fn read(answer: &IppAttributes) -> Option<Self> {
        let get = |name| value(answer, DelimiterTag::PrinterAttributes, name);
        let IppValue::Enum(state) = get("printer-state")? else { return None };
        let refuses = matches!(get("printer-is-accepting-jobs"), Some(IppValue::Boolean(false)));
        Some(Self {
            stopped: *state == PrinterState::Stopped as i32,
            accepts_jobs: !refuses,
            prints_pdf: keywords(get("document-format-supported"))
                .any(|format| matches!(format.as_str(), "application/pdf" | "*/*")),
            reasons: reasons(get("printer-state-reasons")),
        })
    }

    /// What speaks against handing a job over; empty when nothing does. A printer that warns but
    /// goes on is asked to print.
    pub(super) fn against(&self) -> Vec<String> {
        let mut against = Vec::new();
        if self.stopped {
            against.extend(self.reasons.clone());
            if against.is_empty() {
                against.push("stopped".to_owned());
            }
        }
        if !self.accepts_jobs {
            against.push("not-accepting-jobs".to_owned());
        }
        if !self.prints_pdf {
            against.push("pdf-not-supported".to_owned());
        }
        against
    }
}

impl JobReport {
    /// `None` when the answer says nothing of a job's state.
    pub(super) fn read(answer: &IppAttributes) -> Option<Self> {
        let get = |name| value(answer, DelimiterTag::JobAttributes, name);
        let IppValue::Enum(state) = get("job-state")? else { return None };
        let reasons = reasons(get("job-state-reasons"));
        let state = JOB_STATES.into_iter().find(|known| *known as i32 == *state)?;
        Some(match state {
            JobState::Pending | JobState::PendingHeld | JobState::Processing => {
                Self::UnderWay { reasons }
            }
            JobState::Completed => Self::Completed,
            JobState::ProcessingStopped | JobState::Canceled | JobState::Aborted => {
                Self::Stopped { reasons }
            }
        })
    }
}

/// The job's number, from the answer to Print-Job.
pub(super) fn job_id(answer: &IppAttributes) -> Option<i32> {
    match value(answer, DelimiterTag::JobAttributes, "job-id")? {
        IppValue::Integer(id) => Some(*id),
        _ => None,
    }
}

fn value<'a>(answer: &'a IppAttributes, group: DelimiterTag, name: &str) -> Option<&'a IppValue> {
    answer.groups_of(group).find_map(|group| group.get(name)).map(|attribute| attribute.value())
}

/// IPP keywords without their severity (RFC 8011 section 5.4.12) and without `none`.
fn reasons(value: Option<&IppValue>) -> Vec<String> {
    let plain = keywords(value).map(|keyword| {
        ["-error", "-warning", "-report"]
            .iter()
            .find_map(|severity| keyword.strip_suffix(severity).map(str::to_owned))
            .unwrap_or(keyword)
    });
    plain.filter(|keyword| keyword != "none").take(REASONS_MAX).collect()
}

fn keywords(value: Option<&IppValue>) -> impl Iterator<Item = String> {
    value.into_iter().flatten().filter_map(|value| match value {
        IppValue::Keyword(text) => Some(text.as_str().to_owned()),
        IppValue::MimeMediaType(text) => Some(text.as_str().to_owned()),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use ipp::attribute::IppAttribute;

    use super::*;

    fn answer(group: DelimiterTag, attributes: Vec<(&str, IppValue)>) -> IppAttributes {
        let mut answer = IppAttributes::new();
        for (name, value) in attributes {
            answer.add(group, IppAttribute::with_name(name, value).expect("a short name"));
        }
        answer
    }

    fn keyword_values(texts: &[&str]) -> IppValue {
        let keyword = |text: &&str| IppValue::new_keyword(*text).expect("a short keyword");
        IppValue::Array(texts.iter().map(keyword).collect())
    }

    fn printer(state: i32, formats: &[&str], reasons: &[&str]) -> PrinterReport {
        let attributes = vec![
            ("printer-state", IppValue::Enum(state)),
            ("document-format-supported", keyword_values(formats)),
            ("printer-state-reasons", keyword_values(reasons)),
        ];
        PrinterReport::read(&answer(DelimiterTag::PrinterAttributes, attributes))
            .expect("it has a state")
    }

    fn job(state: i32) -> Option<JobReport> {
        let attributes = vec![
            ("job-state", IppValue::Enum(state)),
            ("job-state-reasons", keyword_values(&["job-printing"])),
        ];
        JobReport::read(&answer(DelimiterTag::JobAttributes, attributes))
    }

    #[test]
    fn a_printer_that_warns_is_asked_to_print_and_one_that_stopped_is_not() {
        let warns = printer(3, &["application/pdf"], &["media-low-warning"]);
        let stopped = printer(5, &["application/pdf"], &["media-jam-error"]);

        assert_eq!(warns.against(), Vec::<String>::new());
        assert_eq!(warns.reasons, ["media-low"]);
        assert_eq!(stopped.against(), ["media-jam"]);
        assert_eq!(printer(5, &["application/pdf"], &["none"]).against(), ["stopped"]);
    }

    #[test]
    fn a_printer_that_does_not_know_pdf_is_not_sent_one() {
        assert_eq!(printer(3, &["image/pwg-raster"], &[]).against(), ["pdf-not-supported"]);
    }

    #[test]
    fn only_a_completed_job_counts_as_printed() {
        let reasons = vec!["job-printing".to_owned()];
        for state in [3, 4, 5] {
            assert_eq!(job(state), Some(JobReport::UnderWay { reasons: reasons.clone() }));
        }
        for state in [6, 7, 8] {
            assert_eq!(job(state), Some(JobReport::Stopped { reasons: reasons.clone() }));
        }
        assert_eq!(job(9), Some(JobReport::Completed));
        assert_eq!(job(10), None, "a state nobody knows says nothing");
    }

    #[test]
    fn an_answer_without_a_state_says_nothing() {
        assert_eq!(PrinterReport::read(&IppAttributes::new()), None);
        assert_eq!(JobReport::read(&IppAttributes::new()), None);
        assert_eq!(job_id(&IppAttributes::new()), None);
    }
}
