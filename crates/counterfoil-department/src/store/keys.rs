//! The department itself and its secret keys.

use rusqlite::{Connection, OptionalExtension as _, params};
use zeroize::Zeroizing;

use crate::department::SetUp;
use crate::error::DepartmentError;

/// The department's own row.
pub(crate) struct Identity {
    pub(crate) set_up: SetUp,
    pub(crate) epoch: u64,
}

/// Which of the two keys.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Purpose {
    Signing,
    Sealing,
}

impl Purpose {
    fn as_str(self) -> &'static str {
        match self {
            Self::Signing => "signing",
            Self::Sealing => "sealing",
        }
    }
}

pub(crate) fn identity(connection: &Connection) -> Result<Option<Identity>, DepartmentError> {
    const SQL: &str = "
        SELECT department_id, name, reference_prefix, demonstration, epoch FROM department";
    let row = connection.query_row(SQL, [], |row| {
        Ok(Identity {
            set_up: SetUp {
                department: row.get(0)?,
                name: row.get(1)?,
                reference_prefix: row.get(2)?,
                demonstration: row.get(3)?,
            },
            epoch: row.get::<_, i64>(4)?.unsigned_abs(),
        })
    });
    Ok(row.optional()?)
}

pub(crate) fn put_identity(
    connection: &Connection,
    set_up: &SetUp,
    now_ms: i64,
) -> Result<(), DepartmentError> {
    const SQL: &str = "
        INSERT INTO department
            (department_id, name, reference_prefix, epoch, demonstration, created_at_ms)
        VALUES ($1, $2, $3, 1, $4, $5)";
    let SetUp { department, name, reference_prefix, demonstration } = set_up;
    let row = params![department, name, reference_prefix, demonstration, now_ms];
    connection.execute(SQL, row)?;
    Ok(())
}

pub(crate) fn put_secret(
    connection: &Connection,
    purpose: Purpose,
    key_id: &str,
    secret: &[u8; 32],
    now_ms: i64,
) -> Result<(), DepartmentError> {
    const SQL: &str = "
        INSERT INTO department_key (purpose, key_id, secret, created_at_ms)
        VALUES ($1, $2, $3, $4)";
    connection.execute(SQL, params![purpose.as_str(), key_id, secret.as_slice(), now_ms])?;
    Ok(())
}

/// The newest secret for `purpose`.
pub(crate) fn secret(
    connection: &Connection,
    purpose: Purpose,
) -> Result<Zeroizing<[u8; 32]>, DepartmentError> {
    const SQL: &str = "
        SELECT secret FROM department_key WHERE purpose = $1
        ORDER BY created_at_ms DESC, key_id LIMIT 1";
    let kept: Option<Vec<u8>> =
        connection.query_row(SQL, [purpose.as_str()], |row| row.get(0)).optional()?;
    let kept = Zeroizing::new(kept.ok_or(DepartmentError::Key)?);
    <[u8; 32]>::try_from(kept.as_slice()).map(Zeroizing::new).map_err(|_| DepartmentError::Key)
}
