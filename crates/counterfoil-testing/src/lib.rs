//! counterfoil-testing.
#[cfg(unix)]
pub mod ipp_printer;
