//! Questions to a printer and its answers, over the network.

use std::error::Error;
use std::io::{self, Cursor};
use std::time::Duration;

use ipp::error::IppError;
use ipp::model::StatusCode;
use ipp::prelude::{IppClient, IppOperationBuilder, IppPayload, IppRequestResponse, Uri};

use crate::error::PrintError;
use crate::ipp::answers::{JobReport, PrinterReport, job_id};
use crate::printer::PrintJob;

/// The name the printer sees for everyone who prints here: never a person's.
const USER: &str = "counterfoil";
const PDF: &str = "application/pdf";
/// All we want to know of a printer; some send hundreds of attributes otherwise.
const PRINTER_ATTRIBUTES: [&str; 4] = [
    "printer-state",
    "printer-state-reasons",
    "printer-is-accepting-jobs",
    "document-format-supported",
];

/// What came of a question.
#[derive(Debug)]
pub(super) enum Asked<T> {
    /// The printer answered it.
    Answered(T),
    /// Something answered, but not as a printer does.
    NoSense,
    /// Nothing answered.
    Nobody,
}

/// What came of handing a job over.
#[derive(Debug)]
pub(super) enum HandOver {
    /// The printer has it under this number.
    Taken { job: i32 },
    /// The printer answered that it does not want it.
    Refused { reason: String },
    /// Nobody was there to take it.
    NeverArrived,
    /// It went out and no answer that makes sense came back.
    Unknown,
}

pub(super) struct Exchange {
    client: IppClient,
    address: Uri,
}

impl Exchange {
    pub(super) fn new(address: Uri, timeout: Duration) -> Self {
        // IPPS needs one; when the program has already chosen its own, that one stays.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let client = IppClient::builder(address.clone()).request_timeout(timeout).build();
        Self { client, address }
    }

    pub(super) fn printer(&self) -> Result<Asked<PrinterReport>, PrintError> {
        let question = IppOperationBuilder::get_printer_attributes(self.address.clone())
            .attributes(PRINTER_ATTRIBUTES)
            .build()
            .map_err(|_| PrintError::Request)?;
        let answer = self.client.send(question);
        Ok(asked(answer, |answer| PrinterReport::read(answer.attributes())))
    }

    pub(super) fn job(&self, job: i32) -> Result<Asked<JobReport>, PrintError> {
        let question = IppOperationBuilder::get_job_attributes(self.address.clone(), job)
            .user_name(USER)
            .build()
            .map_err(|_| PrintError::Request)?;
        let answer = self.client.send(question);
        Ok(asked(answer, |answer| JobReport::read(answer.attributes())))
    }

    pub(super) fn hand_over(&self, job: &PrintJob<'_>) -> Result<HandOver, PrintError> {
        let document = IppPayload::new(Cursor::new(job.pdf.to_vec()));
        let request = IppOperationBuilder::print_job(self.address.clone(), document)
            .user_name(USER)
            .job_title(job.name)
            .document_format(PDF)
            .build()
            .map_err(|_| PrintError::Request)?;
        Ok(match self.client.send(request) {
            Ok(answer) => taken(&answer),
            Err(error) if was_never_connected(&error) => HandOver::NeverArrived,
            Err(_) => HandOver::Unknown,
        })
    }
}

fn asked<T>(
    answer: Result<IppRequestResponse, IppError>,
    read: impl Fn(&IppRequestResponse) -> Option<T>,
) -> Asked<T> {
    match answer {
        Ok(answer) => read(&answer).map_or(Asked::NoSense, Asked::Answered),
        Err(IppError::ParseError(_)) => Asked::NoSense,
        Err(_) => Asked::Nobody,
    }
}

fn taken(answer: &IppRequestResponse) -> HandOver {
    let status = answer.header().status_code();
    if !status.is_success() {
        return HandOver::Refused { reason: keyword(status) };
    }
    job_id(answer.attributes()).map_or(HandOver::Unknown, |job| HandOver::Taken { job })
}

fn was_never_connected(error: &(dyn Error + 'static)) -> bool {
    let mut cause = Some(error);
    while let Some(error) = cause {
        let refused = error
            .downcast_ref::<io::Error>()
            .is_some_and(|error| error.kind() == io::ErrorKind::ConnectionRefused);
        if refused {
            return true;
        }
        cause = error.source();
    }
    false
}

/// `ClientErrorNotAuthorized` as the standard writes it: `client-error-not-authorized`.
fn keyword(status: StatusCode) -> String {
    let mut keyword = String::new();
    for letter in format!("{status:?}").chars() {
        if letter.is_ascii_uppercase() && !keyword.is_empty() {
            keyword.push('-');
        }
        keyword.push(letter.to_ascii_lowercase());
    }
    keyword
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_is_named_as_the_standard_names_it() {
        assert_eq!(keyword(StatusCode::ClientErrorNotAuthorized), "client-error-not-authorized");
        assert_eq!(keyword(StatusCode::ServerErrorBusy), "server-error-busy");
    }
}
