//! counterfoil-sync.
