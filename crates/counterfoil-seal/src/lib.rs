//! counterfoil-seal.
