//! What is in memory stays there: answers are in it in the clear.

/// From now on a crash of this program, or of the web view that it starts, leaves no core file,
/// whatever the machine allows.
pub fn leave_no_core_file() {
    #[cfg(unix)]
    {
        use rustix::process::{Resource, Rlimit, setrlimit};
        let none = Rlimit { current: Some(0), maximum: Some(0) };
        if let Err(error) = setrlimit(Resource::Core, none) {
            tracing::warn!(%error, "a crash may leave a core file");
        }
    }
}
