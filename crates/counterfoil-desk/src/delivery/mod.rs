//! Getting what is recorded to its department, and knowing how it went.
//!
//! Decide, then do: `settle` turns an outcome into what is written down, without any I/O;
//! `link` knows the way to the department; `pass` carries submissions along it; `background`
//! keeps doing so. Start reading at [`pass::pass`].

pub(crate) mod background;
pub mod link;
pub mod pass;
mod settle;
