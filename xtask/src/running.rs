//! A program that runs beside a step: started here, and stopped here by its process id.

use std::process::Child;

use crate::failure::Failure;
use crate::steps::Step;
use crate::{say, tree};

/// A program that is stopped when this goes out of scope.
pub(crate) struct Running {
    name: &'static str,
    child: Child,
}

impl Running {
    /// Starts `step`; what it prints goes to `target/logs/<name>.log`.
    pub(crate) fn start(name: &'static str, step: Step) -> Result<Self, Failure> {
        let logs = tree::target().join("logs");
        std::fs::create_dir_all(&logs).map_err(|error| Failure::io(logs.display(), &error))?;
        let child = step.start(&logs.join(format!("{name}.log")))?;
        Ok(Self { name, child })
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        if self.child.kill().and_then(|()| self.child.wait()).is_err() {
            say::line(&format!("could not stop the {}", self.name));
        }
    }
}
