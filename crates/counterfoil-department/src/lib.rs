//! counterfoil-department.
