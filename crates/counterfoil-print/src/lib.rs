//! counterfoil-print.
