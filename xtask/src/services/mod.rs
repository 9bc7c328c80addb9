//! Programs that run beside a step: started here, and stopped here by their process ids.

pub(crate) mod display;
pub(crate) mod system;

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

    /// Waits up to ten seconds until `ready`, or fails with where to read why.
    pub(crate) fn until(mut self, ready: impl Fn() -> bool) -> Result<Self, Failure> {
        for _ in 0..100 {
            let ended = self.child.try_wait().is_ok_and(|status| status.is_some());
            if ready() {
                return Ok(self);
            }
            if ended {
                break;
            }
            std::thread::sleep(std::time::Duration::from_millis(100));
        }
        let why = format!("{0} did not start; see target/logs/{0}.log", self.name);
        Err(Failure::new(why))
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        if self.child.kill().and_then(|()| self.child.wait()).is_err() {
            say::line(&format!("could not stop {}", self.name));
        }
    }
}
