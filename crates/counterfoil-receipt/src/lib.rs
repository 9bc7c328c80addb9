//! counterfoil-receipt.
