//! Why a command was refused: a code for programs and plain words for people.

use counterfoil_desk::bridge::Problem;
use counterfoil_desk::capture::CaptureRefused;

/// One refusal, written to standard error before the program ends with status 1.
#[derive(Debug)]
pub(crate) struct Refusal {
    /// A stable code in snake case.
    pub(crate) code: &'static str,
    /// What happened and what to do next, one line each.
    pub(crate) words: Vec<String>,
}

impl Refusal {
    pub(crate) fn new(code: &'static str, words: impl Into<String>) -> Self {
        Self { code, words: vec![words.into()] }
    }

    /// Writes the refusal to standard error.
    #[expect(clippy::print_stderr, reason = "this is the program's word to its user")]
    pub(crate) fn write(&self) {
        eprintln!("refused: {}", self.code);
        for line in &self.words {
            eprintln!("{line}");
        }
    }
}

impl From<Problem> for Refusal {
    fn from(problem: Problem) -> Self {
        let (code, words) = match problem {
            Problem::SignInWrong => ("sign_in_wrong", "The staff number or PIN is wrong."),
            Problem::SignInLocked => ("sign_in_locked", "Too many wrong PINs. Try again later."),
            Problem::SignedOut => ("signed_out", "Nobody is signed in."),
            Problem::NotFound => {
                ("not_found", "There is no such submission on this terminal. Check the reference.")
            }
            Problem::NotSetUp => (
                "not_set_up",
                "No terminal has been set up in this directory. Use `counterfoil setup`, or \
                 --demo for a first trial.",
            ),
            Problem::DiskFull => (
                "disk_full",
                "The disk is nearly full, so nothing new can be recorded. What was recorded \
                 before is safe. Free some space and try again.",
            ),
            Problem::StorageFailed => (
                "storage_failed",
                "The database could not be read or written. Nothing new was recorded. Try again.",
            ),
            Problem::InUse => {
                ("in_use", "Another program has this terminal open. Close it and try again.")
            }
            Problem::WrongKey => (
                "wrong_key",
                "The key is not this database's key. Nothing was changed. Call support.",
            ),
            Problem::KeyUnavailable => (
                "key_unavailable",
                "The key cannot be had from where it is kept. Nothing was changed. Unlock the \
                 key store and try again.",
            ),
            Problem::Damaged => (
                "damaged",
                "The database is damaged. It was set aside and nothing was deleted. Call support.",
            ),
            Problem::NewerFile => (
                "newer_file",
                "The database was written by a newer version of this program. Nothing was changed.",
            ),
            Problem::PrinterFailed => ("printer_failed", "No printer took the receipt."),
            Problem::BadRequest => ("bad_request", "The request was not understood."),
            Problem::CallSupport => (
                "call_support",
                "Something is wrong that cannot be put right here. Nothing was deleted. Call \
                 support.",
            ),
        };
        Self::new(code, words)
    }
}

impl From<CaptureRefused> for Refusal {
    fn from(refused: CaptureRefused) -> Self {
        match refused {
            CaptureRefused::Problem(problem) => problem.into(),
            CaptureRefused::UnknownService => Self::new(
                "unknown_service",
                "There is no such service here. Service ids look like dvla/vehicle-keeper-change.",
            ),
            CaptureRefused::Answers(problems) => Self {
                code: "answers_refused",
                words: problems
                    .into_iter()
                    .map(|problem| format!("{}: {}", problem.field, problem.message))
                    .collect(),
            },
        }
    }
}
