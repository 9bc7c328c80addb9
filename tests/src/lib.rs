//! counterfoil-tests.
