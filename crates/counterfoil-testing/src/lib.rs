//! counterfoil-testing.
