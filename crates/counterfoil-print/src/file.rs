//! A folder as a printer, for demonstrations and where there is no printer: the operator chose
//! that receipts are kept there in the clear.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::error::PrintError;
use crate::printer::{PrintJob, PrintOutcome, Printer};

/// Writes each job to a folder as `<job name>.pdf`.
#[derive(Debug, Clone)]
pub struct FilePrinter {
    folder: PathBuf,
}

impl FilePrinter {
    /// Writes into `folder`, which is made when first needed.
    #[must_use]
    pub fn new(folder: impl Into<PathBuf>) -> Self {
        Self { folder: folder.into() }
    }

    fn write(&self, job: &PrintJob<'_>) -> io::Result<()> {
        fs::create_dir_all(&self.folder)?;
        let partial = self.folder.join(format!(".{}.partial", job.name));
        remove_if_there(&partial)?;
        let mut file = new_private_file(&partial)?;
        file.write_all(job.pdf)?;
        file.sync_all()?;
        fs::rename(&partial, self.folder.join(format!("{}.pdf", job.name)))?;
        sync_folder(&self.folder)
    }
}

impl Printer for FilePrinter {
    /// All of the file or none of it: it appears under its name only when it is whole and on
    /// disk. Only the account this program runs under can read it. The same job again replaces
    /// its file.
    fn print(&self, job: &PrintJob<'_>) -> Result<PrintOutcome, PrintError> {
        job.check_name()?;
        self.write(job)?;
        Ok(PrintOutcome::Printed)
    }
}

/// A part-written file of a run that was cut off.
fn remove_if_there(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        other => other,
    }
}

fn new_private_file(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

/// Makes the new name durable too. Windows has no such call and needs none.
fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
}
