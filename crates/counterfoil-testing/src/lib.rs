//! What several crates' tests share. Never part of a release.
//!
//! Start reading at [`fault_department::FaultDepartment`], which is as bad as a network and a
//! department can be, and at [`terminal::TestTerminal`], which makes packages that a department
//! takes.

pub mod clock;
pub mod fault_department;
pub mod http;
#[cfg(unix)]
pub mod ipp_printer;
pub mod terminal;
