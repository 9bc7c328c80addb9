//! The life of a submission on this terminal, and the log that tells it.
//!
//! Pure: no clock, disk, network or randomness. Callers pass the time and random bytes in and
//! do what the returned values say. Start reading at [`delivery::Delivery::step`] for the life
//! cycle and at [`event`] for the log.

pub mod delivery;
pub mod event;
pub mod ids;
pub mod reference;
pub mod retry;
pub mod time;
