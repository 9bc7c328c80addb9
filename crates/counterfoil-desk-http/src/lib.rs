//! counterfoil-desk-http.
