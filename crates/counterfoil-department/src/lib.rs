//! A department's intake, ready to run: what the demonstration and the tests talk to.
//!
//! Takes sealed submissions exactly once, checks them against the definitions that ship, keeps
//! them sealed, and answers with a signature. Opened answers are checked in memory and dropped.
//! Start reading at [`serve`] and [`Department::receive`].

mod answers;
mod department;
mod error;
mod intake;
mod page;
mod reference;
mod routes;
mod server;
mod store;

pub use department::{Department, SetUp};
pub use error::DepartmentError;
pub use intake::Receipt;
pub use server::serve;
pub use store::submission::Arrived;

use std::path::Path;

/// What has arrived at the department in `data_dir`, newest first; at most 10,000.
///
/// Reads beside a running department.
///
/// # Errors
/// [`DepartmentError::NotSetUp`] where there is none, and what the disk refuses.
pub fn list(data_dir: &Path) -> Result<Vec<Arrived>, DepartmentError> {
    store::submission::list(&store::open_existing(data_dir)?)
}

/// Makes a one-time code with which one terminal may enrol, and keeps only its SHA-256.
///
/// # Errors
/// [`DepartmentError::NotSetUp`] where there is none, and what the disk refuses.
pub fn new_enrolment_code(data_dir: &Path) -> Result<String, DepartmentError> {
    let connection = store::open_existing(data_dir)?;
    let code = reference::random_code()?;
    store::terminal::put_code(&connection, &code)?;
    Ok(code)
}
