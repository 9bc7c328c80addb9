//! A real IPP printer without paper: `ippeveprinter` (Debian `cups-ipp-utils`), for tests.
//!
//! It needs a system D-Bus and an avahi-daemon, though nothing here uses DNS-SD; `daemons` sees
//! to both.

mod daemons;

use std::fs;
use std::io::{BufRead, BufReader};
use std::net::{Ipv4Addr, TcpListener};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::time::Duration;

use tempfile::TempDir;

use daemons::Daemons;

/// A printer that cannot start within this will not.
const START_WITHIN: Duration = Duration::from_secs(20);

/// What the printer does with a job.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Behaviour {
    /// Prints it.
    Prints,
    /// Finds that there is no paper, and gives the job up.
    RunsOutOfPaper,
    /// Jams, and gives the job up.
    Jams,
    /// Gives the job up without saying why.
    Aborts,
    /// Never gets to the end of it.
    NeverFinishes,
    /// Dies with the job half printed.
    VanishesHalfWay,
    /// Knows pictures only; takes no PDF.
    KnowsNoPdf,
}

impl Behaviour {
    /// The print command: a shell script that is given the spooled file.
    fn script(self) -> &'static str {
        match self {
            Self::Prints | Self::KnowsNoPdf => "exit 0",
            Self::RunsOutOfPaper => "echo 'STATE: +media-empty-error' >&2; exit 1",
            Self::Jams => "echo 'STATE: +media-jam-error' >&2; exit 1",
            Self::Aborts => "exit 1",
            // Ends when the printer's folder is gone, so that it does not outlive the test.
            Self::NeverFinishes => "while [ -e \"$0\" ]; do sleep 0.1; done",
            Self::VanishesHalfWay => "kill -9 $PPID",
        }
    }

    fn formats(self) -> &'static str {
        match self {
            Self::KnowsNoPdf => "image/jpeg",
            Self::Prints
            | Self::RunsOutOfPaper
            | Self::Jams
            | Self::Aborts
            | Self::NeverFinishes
            | Self::VanishesHalfWay => "application/pdf",
        }
    }
}

/// A running printer. Ends when dropped, and takes what it printed with it.
#[derive(Debug)]
pub struct SimulatedPrinter {
    child: Child,
    port: u16,
    folder: TempDir,
    _daemons: Daemons,
}

impl SimulatedPrinter {
    /// Starts one and waits until it listens.
    ///
    /// # Panics
    /// When `ippeveprinter` is not installed or cannot start: the test cannot go on.
    #[must_use]
    pub fn start(behaviour: Behaviour) -> Self {
        let daemons = Daemons::running();
        let folder = TempDir::new().expect("a temporary folder can be made");
        let spool = folder.path().join("spool");
        fs::create_dir(&spool).expect("the folder is ours");
        let command = write_command(folder.path(), behaviour.script());
        let port = free_port();
        let mut child = Command::new("ippeveprinter")
            .args(["-k", "-v", "-p", &port.to_string(), "-f", behaviour.formats()])
            .arg("-d")
            .arg(&spool)
            .arg("-c")
            .arg(command)
            .arg(format!("Counterfoil test {port}"))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .expect("cups-ipp-utils is one of the packages that xtask installs");
        wait_until_listening(&mut child);
        Self { child, port, folder, _daemons: daemons }
    }

    /// Its address, for `counterfoil_print::open`.
    #[must_use]
    pub fn address(&self) -> String {
        format!("ipp://127.0.0.1:{}/ipp/print", self.port)
    }

    /// What it was given to print: each document's file name, which holds the job's number and
    /// name, and its bytes, in the order of the names.
    ///
    /// # Panics
    /// When the spool folder cannot be read.
    #[must_use]
    pub fn spooled(&self) -> Vec<(String, Vec<u8>)> {
        let entries = fs::read_dir(self.folder.path().join("spool")).expect("the folder is ours");
        let mut documents: Vec<_> = entries
            .map(|entry| entry.expect("the folder is ours").path())
            // What the print command says goes into a file beside the document.
            .filter(|path| path.extension().is_none_or(|extension| extension != "prn"))
            .map(|path| {
                let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
                (name, fs::read(path).expect("the printer spools plain files"))
            })
            .collect();
        documents.sort();
        documents
    }

    /// Pulls its plug: nothing listens at its address any more.
    pub fn switch_off(&mut self) {
        // It may have died of itself already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Drop for SimulatedPrinter {
    fn drop(&mut self) {
        self.switch_off();
    }
}

fn write_command(folder: &Path, script: &str) -> std::path::PathBuf {
    use std::os::unix::fs::PermissionsExt;

    let path = folder.join("print");
    fs::write(&path, format!("#!/bin/sh\n{script}\n")).expect("the folder is ours");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).expect("the file is ours");
    path
}

/// A port that was free a moment ago; the printer can only be told a number.
fn free_port() -> u16 {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("loopback has free ports");
    listener.local_addr().expect("it is bound").port()
}

/// The printer names its addresses once it listens. Goes on reading after that, or the printer
/// would block on a full pipe.
fn wait_until_listening(child: &mut Child) {
    let stderr = child.stderr.take().expect("it is piped");
    let (listening, wait) = mpsc::channel();
    std::thread::spawn(move || {
        for line in BufReader::new(stderr).lines().map_while(Result::ok) {
            // Nobody waits any more after the first line that counts.
            let _ = listening.send(line);
        }
    });
    loop {
        match wait.recv_timeout(START_WITHIN) {
            Ok(line) if line.contains("printer-uri-supported") => return,
            Ok(line) if line.starts_with("Error") => panic!("ippeveprinter: {line}"),
            Ok(_) => {}
            Err(_) => {
                let _ = child.kill();
                panic!("ippeveprinter did not start");
            }
        }
    }
}
