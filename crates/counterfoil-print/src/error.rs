//! Why a job could not be tried.

/// A printer could not be opened, or a job could not be tried.
#[derive(Debug, thiserror::Error)]
pub enum PrintError {
    /// The address names no printer this program knows.
    #[error("not a printer's address: it starts with ipp://, ipps:// or file:")]
    Address,
    /// The job's name has characters that a printer or a file system may stumble over.
    #[error("a job's name is 1 to 100 letters, digits, hyphens and underscores")]
    JobName,
    /// The folder for printed files cannot be written to.
    #[error("cannot write to the folder for printed files")]
    Folder(#[from] std::io::Error),
    /// A request to the printer could not be put together.
    #[error("cannot put together a request to the printer")]
    Request,
}
