//! The messages that terminal and department exchange, sealed and signed.
//!
//! Pure: no clock, disk or network, and no randomness of its own; callers pass 32 fresh random
//! bytes where a key is made. Every message is deterministic CBOR (RFC 8949 section 4.2): what
//! does not encode back to the same bytes is refused, so one message has exactly one form.
//! Every signature covers a prefix that names what is signed, so a signature made for one
//! message never passes for another. Start reading at [`package::Package::seal`] and
//! [`acknowledgement::Acknowledgement::verify`].

pub mod acknowledgement;
pub mod digest;
pub mod enrolment;
pub mod envelope;
pub mod keys;
pub mod media;
pub mod package;
pub mod probe;
pub mod problem;
mod signed;
mod wire;
