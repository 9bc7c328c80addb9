//! The terminal's side of the intake protocol: the only network code of the product.
//!
//! Sends sealed packages and says what came back, in types. Keeps nothing, retries nothing and
//! decides nothing: the caller does, with counterfoil-queue. Start reading at
//! [`IntakeClient::put`] and [`PutOutcome`].

mod client;
mod exchange;
mod judge;
mod limits;
mod outcome;

pub use client::{IntakeClient, NoClient};
pub use limits::Limits;
pub use outcome::{
    EnrolOutcome, FaultKind, GetOutcome, LostKind, OfflineKind, PutOutcome, Reached, Unreached,
};
