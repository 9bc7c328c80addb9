//! counterfoil-store.
