//! Printing to a folder.

use std::fs;

use counterfoil_print::{FilePrinter, PrintError, PrintJob, PrintOutcome, Printer};

const JOB: PrintJob<'_> = PrintJob { name: "CF7K-9QMD-2XPT-0", pdf: b"%PDF-1.3 a receipt" };

fn names(folder: &std::path::Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("the folder is there");
    let name = |entry: std::io::Result<fs::DirEntry>| {
        entry.expect("it can be read").file_name().to_string_lossy().into_owned()
    };
    entries.map(name).collect()
}

#[test]
fn a_folder_gets_the_whole_file_under_the_jobs_name_and_nothing_else() {
    let place = tempfile::tempdir().expect("a temporary folder");
    let folder = place.path().join("made").join("when needed");

    let outcome = FilePrinter::new(&folder).print(&JOB).expect("the folder can be made");

    assert_eq!(outcome, PrintOutcome::Printed);
    assert_eq!(names(&folder), ["CF7K-9QMD-2XPT-0.pdf"]);
    let bytes = fs::read(folder.join("CF7K-9QMD-2XPT-0.pdf")).expect("it is there");
    assert_eq!(bytes, JOB.pdf);
}

#[cfg(unix)]
#[test]
fn nobody_else_on_the_machine_can_read_the_file() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().expect("a temporary folder");

    FilePrinter::new(folder.path()).print(&JOB).expect("the folder is writable");

    let file = fs::metadata(folder.path().join("CF7K-9QMD-2XPT-0.pdf")).expect("it is there");
    assert_eq!(file.permissions().mode() & 0o777, 0o600);
}

#[test]
fn a_part_written_file_of_a_run_that_was_cut_off_is_replaced() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    fs::write(folder.path().join(".CF7K-9QMD-2XPT-0.partial"), "%PD").expect("it is writable");

    FilePrinter::new(folder.path()).print(&JOB).expect("the folder is writable");

    assert_eq!(names(folder.path()), ["CF7K-9QMD-2XPT-0.pdf"]);
}

#[test]
fn the_same_job_again_is_still_one_file() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let printer = FilePrinter::new(folder.path());

    printer.print(&JOB).expect("the folder is writable");
    printer.print(&JOB).expect("the folder is writable");

    assert_eq!(names(folder.path()).len(), 1);
}

#[test]
fn a_name_that_leads_out_of_the_folder_is_refused() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for name in ["../out", "a/b", "", "a.pdf", &"a".repeat(101)] {
        let refused = FilePrinter::new(folder.path()).print(&PrintJob { name, pdf: b"%PDF" });
        assert!(matches!(refused, Err(PrintError::JobName)), "{name} was taken");
    }
    assert_eq!(names(folder.path()), Vec::<String>::new());
}

#[test]
fn a_folder_that_cannot_be_made_is_an_error_and_not_a_receipt() {
    let place = tempfile::tempdir().expect("a temporary folder");
    fs::write(place.path().join("taken"), "").expect("it is writable");

    let refused = FilePrinter::new(place.path().join("taken")).print(&JOB);

    assert!(matches!(refused, Err(PrintError::Folder(_))));
}
