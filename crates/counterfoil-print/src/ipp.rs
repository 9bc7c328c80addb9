//! Printers that speak IPP (RFC 8011): most printers sold since 2010, and every CUPS queue.
//!
//! Asks the printer what it can do, hands the job over once, and asks what became of it until
//! the printer says or our patience ends. A job is never handed over a second time here.

mod answers;
mod exchange;

use std::time::Duration;

use ipp::prelude::Uri;

use crate::error::PrintError;
use crate::ipp::answers::{JobReport, PrinterReport};
use crate::ipp::exchange::{Asked, Exchange, HandOver};
use crate::printer::{PrintJob, PrintOutcome, Printer, STILL_PRINTING, WENT_SILENT};

/// How long to bear with a printer.
#[derive(Debug, Clone, Copy)]
pub struct Patience {
    /// The most one request may take, the document's transfer included.
    pub request: Duration,
    /// Between two questions about a job.
    pub between: Duration,
    /// Questions about a job before we give up.
    pub questions: u32,
}

impl Default for Patience {
    /// 15 seconds a request, and a question every quarter of a second for a minute: a receipt of
    /// three pages takes an old printer some 40 seconds from cold.
    fn default() -> Self {
        Self {
            request: Duration::from_secs(15),
            between: Duration::from_millis(250),
            questions: 240,
        }
    }
}

/// A printer reached over IPP, or IPPS when its address says so.
#[derive(Debug, Clone)]
pub struct IppPrinter {
    address: Uri,
    patience: Patience,
}

impl IppPrinter {
    /// The printer at `address`, `ipp://…` or `ipps://…`. Nothing is asked of it yet.
    ///
    /// # Errors
    /// [`PrintError::Address`] for any other address.
    pub fn new(address: &str, patience: Patience) -> Result<Self, PrintError> {
        let address: Uri = address.parse().map_err(|_| PrintError::Address)?;
        let known = matches!(address.scheme_str(), Some("ipp" | "ipps"));
        if !known || address.host().is_none_or(str::is_empty) {
            return Err(PrintError::Address);
        }
        Ok(Self { address, patience })
    }

    /// Asks about a job until it is over or our patience ends.
    fn follow(&self, exchange: &Exchange, job: i32) -> Result<PrintOutcome, PrintError> {
        let mut last = Vec::new();
        for _ in 0..self.patience.questions {
            match exchange.job(job)? {
                Asked::Answered(JobReport::Completed) => return Ok(PrintOutcome::Printed),
                Asked::Answered(JobReport::Stopped { reasons }) => {
                    return self.why(exchange, reasons);
                }
                Asked::Answered(JobReport::UnderWay { reasons }) => last = reasons,
                Asked::Nobody | Asked::NoSense => return Ok(silent()),
            }
            std::thread::sleep(self.patience.between);
        }
        last.insert(0, STILL_PRINTING.to_owned());
        self.why(exchange, last)
    }

    /// The printer's own reasons tell a person more than the job's, so they come first.
    fn why(&self, exchange: &Exchange, job: Vec<String>) -> Result<PrintOutcome, PrintError> {
        let mut reasons = match exchange.printer()? {
            Asked::Answered(PrinterReport { reasons, .. }) => reasons,
            Asked::Nobody | Asked::NoSense => Vec::new(),
        };
        reasons.extend(job);
        Ok(PrintOutcome::Stopped { reasons })
    }

    fn outcome(&self, job: &PrintJob<'_>) -> Result<PrintOutcome, PrintError> {
        let exchange = Exchange::new(self.address.clone(), self.patience.request);
        let reasons = match exchange.printer()? {
            Asked::Answered(report) => report.against(),
            Asked::NoSense => vec!["not-a-printer".to_owned()],
            Asked::Nobody => return Ok(PrintOutcome::Unreachable),
        };
        if !reasons.is_empty() {
            return Ok(PrintOutcome::Refused { reasons });
        }
        match exchange.hand_over(job)? {
            HandOver::Taken { job } => self.follow(&exchange, job),
            HandOver::Refused { reason } => Ok(PrintOutcome::Refused { reasons: vec![reason] }),
            HandOver::NeverArrived => Ok(PrintOutcome::Unreachable),
            HandOver::Unknown => Ok(silent()),
        }
    }
}

impl Printer for IppPrinter {
    fn print(&self, job: &PrintJob<'_>) -> Result<PrintOutcome, PrintError> {
        job.check_name()?;
        let outcome = self.outcome(job)?;
        tracing::info!(job = job.name, ?outcome, "print job");
        Ok(outcome)
    }
}

fn silent() -> PrintOutcome {
    PrintOutcome::Stopped { reasons: vec![WENT_SILENT.to_owned()] }
}
