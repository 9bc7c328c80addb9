//! The JSON Schema of a definition, for editors.

use super::Definition;

/// The schema, `services/service.schema.json`, with a line end at its end.
///
/// It is made from the types, so an editor that uses it knows every key and every kind. What the
/// types cannot say (ids that exist, routes that end) only [`Service::load`] checks.
///
/// [`Service::load`]: crate::Service::load
#[must_use]
pub fn schema() -> String {
    let schema = schemars::schema_for!(Definition);
    format!("{:#}\n", schema.as_value())
}
