//! What the end-to-end tests share: the real programs, started and stopped by process id.
//!
//! The programs are those beside the tests in the target directory. `cargo xtask test` builds
//! them first; so does `cargo build -p counterfoil-cli`.

pub mod program;
pub mod seed;
