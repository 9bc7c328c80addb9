//! Media types of the intake protocol.

/// A package: the terminal's signed statement and the sealed envelope.
pub const PACKAGE: &str = "application/vnd.counterfoil.package+cbor";

/// The department's signed acknowledgement.
pub const ACKNOWLEDGEMENT: &str = "application/vnd.counterfoil.acknowledgement+cbor";

/// A reachability probe and its signed answer.
pub const PROBE: &str = "application/vnd.counterfoil.probe+cbor";

/// A terminal's enrolment and the department's signed answer.
pub const ENROLMENT: &str = "application/vnd.counterfoil.enrolment+cbor";

/// Problem details. Source: RFC 9457.
pub const PROBLEM: &str = "application/problem+json";
