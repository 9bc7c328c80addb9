//! counterfoil-desk.
