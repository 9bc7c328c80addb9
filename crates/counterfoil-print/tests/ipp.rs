//! Printing to a real IPP printer that has no paper: see `counterfoil_testing::ipp_printer`.

use std::io::{Read, Write};
use std::net::TcpListener;
use std::time::Duration;

use counterfoil_print::{
    IppPrinter, Patience, PrintError, PrintJob, PrintOutcome, Printer, STILL_PRINTING, WENT_SILENT,
    open,
};
use counterfoil_testing::ipp_printer::{Behaviour, SimulatedPrinter};

const PDF: &[u8] = b"%PDF-1.3\nnot a whole document, but the printer does not look\n%%EOF\n";
const JOB: PrintJob<'_> = PrintJob { name: "CF7K-9QMD-2XPT-0", pdf: PDF };

fn print_at(address: &str) -> PrintOutcome {
    let printer = open(address).expect("it is a printer's address");
    printer.print(&JOB).expect("the job can be tried")
}

fn stopped(reasons: &[&str]) -> PrintOutcome {
    PrintOutcome::Stopped { reasons: reasons.iter().map(|reason| (*reason).to_owned()).collect() }
}

#[test]
fn a_printer_gets_exactly_the_bytes_of_the_receipt_under_its_name_and_no_other() {
    let printer = SimulatedPrinter::start(Behaviour::Prints);

    let outcome = print_at(&printer.address());

    assert_eq!(outcome, PrintOutcome::Printed);
    let spooled = printer.spooled();
    assert_eq!(spooled.len(), 1, "one job, one document");
    assert_eq!(spooled[0].1, PDF);
    assert!(spooled[0].0.to_lowercase().contains("cf7k-9qmd-2xpt-0"), "{}", spooled[0].0);
}

#[test]
fn a_printer_without_paper_stops_the_job_and_says_why() {
    let printer = SimulatedPrinter::start(Behaviour::RunsOutOfPaper);

    let outcome = print_at(&printer.address());

    assert_eq!(outcome, stopped(&["media-empty", "aborted-by-system"]));
}

#[test]
fn a_jam_stops_the_job_and_says_so() {
    let printer = SimulatedPrinter::start(Behaviour::Jams);

    let outcome = print_at(&printer.address());

    assert_eq!(outcome, stopped(&["media-jam", "aborted-by-system"]));
}

#[test]
fn a_job_given_up_without_a_reason_is_not_called_printed() {
    let printer = SimulatedPrinter::start(Behaviour::Aborts);

    let outcome = print_at(&printer.address());

    assert_eq!(outcome, stopped(&["aborted-by-system"]));
}

#[test]
fn a_printer_that_is_switched_off_is_unreachable() {
    let mut printer = SimulatedPrinter::start(Behaviour::Prints);
    printer.switch_off();

    let outcome = print_at(&printer.address());

    assert_eq!(outcome, PrintOutcome::Unreachable);
    assert_eq!(printer.spooled(), []);
}

#[test]
fn a_printer_that_dies_with_the_job_half_printed_leaves_it_to_a_person() {
    let printer = SimulatedPrinter::start(Behaviour::VanishesHalfWay);

    let outcome = print_at(&printer.address());

    assert_eq!(outcome, stopped(&[WENT_SILENT]));
}

#[test]
fn our_patience_with_a_slow_printer_ends() {
    let printer = SimulatedPrinter::start(Behaviour::NeverFinishes);
    let patience =
        Patience { between: Duration::from_millis(20), questions: 5, ..Patience::default() };
    let printer_of_little_patience =
        IppPrinter::new(&printer.address(), patience).expect("it is a printer's address");

    let outcome = printer_of_little_patience.print(&JOB).expect("the job can be tried");

    let PrintOutcome::Stopped { reasons } = outcome else { panic!("{outcome:?}") };
    assert!(reasons.iter().any(|reason| reason == STILL_PRINTING), "{reasons:?}");
    assert_eq!(printer.spooled().len(), 1, "it was handed over once");
}

#[test]
fn a_printer_that_knows_no_pdf_refuses_and_is_given_nothing() {
    let printer = SimulatedPrinter::start(Behaviour::KnowsNoPdf);

    let outcome = print_at(&printer.address());

    let reasons = vec!["pdf-not-supported".to_owned()];
    assert_eq!(outcome, PrintOutcome::Refused { reasons });
    assert_eq!(printer.spooled(), []);
}

#[test]
fn a_name_that_could_carry_personal_data_is_refused() {
    let printer = SimulatedPrinter::start(Behaviour::Prints);

    let refused = open(&printer.address())
        .expect("it is a printer's address")
        .print(&PrintJob { name: "receipt for Siân", pdf: PDF });

    assert!(matches!(refused, Err(PrintError::JobName)));
    assert_eq!(printer.spooled(), []);
}

#[test]
fn something_that_answers_but_not_as_a_printer_is_given_nothing() {
    let listener = TcpListener::bind("127.0.0.1:0").expect("loopback has free ports");
    let port = listener.local_addr().expect("it is bound").port();
    let impostor = std::thread::spawn(move || {
        let (mut stream, _) = listener.accept().expect("somebody calls");
        let mut asked = Vec::new();
        // The last chunk of a request ends so (RFC 9112 section 7.1).
        while !asked.ends_with(b"0\r\n\r\n") {
            let mut some = [0; 1024];
            let length = stream.read(&mut some).expect("they ask something");
            asked.extend_from_slice(&some[..length]);
        }
        stream
            .write_all(
                b"HTTP/1.1 200 OK\r\nContent-Length: 14\r\nConnection: close\r\n\r\n<p>Sign in</p>",
            )
            .expect("they listen");
        asked
    });

    let outcome = print_at(&format!("ipp://127.0.0.1:{port}/ipp/print"));

    let reasons = vec!["not-a-printer".to_owned()];
    assert_eq!(outcome, PrintOutcome::Refused { reasons });
    let asked = impostor.join().expect("the impostor does not panic");
    assert!(!asked.windows(8).any(|window| window == &PDF[..8]), "it saw the receipt");
}
