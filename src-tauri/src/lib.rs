//! counterfoil-terminal.
