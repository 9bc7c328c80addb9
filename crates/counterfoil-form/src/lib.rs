//! counterfoil-form.
