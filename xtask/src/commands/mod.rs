//! The commands that are more than one module of their own.

pub(crate) mod bench;
pub(crate) mod build;
pub(crate) mod demo;
pub(crate) mod fuzz;
pub(crate) mod govuk;
pub(crate) mod run;
pub(crate) mod schema;
pub(crate) mod test;
pub(crate) mod ts;
