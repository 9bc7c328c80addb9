//! Facts about the workspace's crates and what they depend on, from `cargo metadata`.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::failure::Failure;
use crate::steps::step;

/// What Counterfoil runs on. Dependencies for other platforms are never built.
const PLATFORMS: &str = "--filter-platform x86_64-unknown-linux-gnu \
                         --filter-platform x86_64-pc-windows-msvc";

/// One crate of the workspace.
#[derive(Debug, Default, Clone)]
pub(super) struct Crate {
    /// Its name.
    pub(super) name: String,
    /// What it depends on itself, for building or running but not for testing.
    pub(super) direct: BTreeSet<String>,
    /// All that a build of it pulls in, on any platform that Counterfoil runs on.
    pub(super) reach: BTreeSet<String>,
}

/// The workspace's crates.
pub(super) fn read() -> Result<Vec<Crate>, Failure> {
    let text = step("cargo metadata --format-version 1 --locked").also(PLATFORMS).text()?;
    let metadata: Value = serde_json::from_str(&text)
        .map_err(|error| Failure::new(format!("cargo metadata is not JSON: {error}")))?;
    Ok(crates(&metadata))
}

fn crates(metadata: &Value) -> Vec<Crate> {
    let names = names(metadata);
    let edges = edges(metadata);
    let members = list(metadata, "workspace_members").iter().filter_map(Value::as_str);
    members
        .map(|id| Crate {
            name: name_of(&names, id),
            direct: edges.get(id).into_iter().flatten().map(|to| name_of(&names, to)).collect(),
            reach: reach(&edges, id).into_iter().map(|to| name_of(&names, to)).collect(),
        })
        .collect()
}

type Edges<'a> = BTreeMap<&'a str, Vec<&'a str>>;

fn names(metadata: &Value) -> BTreeMap<&str, &str> {
    let packages = list(metadata, "packages").iter();
    packages.filter_map(|package| Some((text(package, "id")?, text(package, "name")?))).collect()
}

fn edges(metadata: &Value) -> Edges<'_> {
    let nodes = list(metadata.get("resolve").unwrap_or(&Value::Null), "nodes").iter();
    nodes
        .filter_map(|node| {
            let used = list(node, "deps").iter().filter(|edge| is_for_release(edge));
            Some((text(node, "id")?, used.filter_map(|edge| text(edge, "pkg")).collect()))
        })
        .collect()
}

fn is_for_release(edge: &Value) -> bool {
    list(edge, "dep_kinds").iter().any(|kind| text(kind, "kind") != Some("dev"))
}

fn reach<'a>(edges: &Edges<'a>, from: &str) -> BTreeSet<&'a str> {
    let mut seen = BTreeSet::new();
    let mut next: Vec<&str> = edges.get(from).into_iter().flatten().copied().collect();
    while let Some(id) = next.pop() {
        if seen.insert(id) {
            next.extend(edges.get(id).into_iter().flatten());
        }
    }
    seen
}

fn name_of(names: &BTreeMap<&str, &str>, id: &str) -> String {
    names.get(id).copied().unwrap_or(id).to_owned()
}

fn list<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value.get(key).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

fn text<'a>(value: &'a Value, key: &str) -> Option<&'a str> {
    value.get(key).and_then(Value::as_str)
}

#[cfg(test)]
impl Crate {
    /// A crate that depends on these and on nothing else.
    pub(super) fn with(name: &str, direct: &[&str]) -> Self {
        let direct: BTreeSet<String> = direct.iter().map(|name| (*name).to_owned()).collect();
        Self { name: name.to_owned(), reach: direct.clone(), direct }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_dependency_pulls_in_is_reached_but_dev_dependencies_are_not() {
        let metadata = serde_json::json!({
            "workspace_members": ["a"],
            "packages": [{"id": "a", "name": "A"}, {"id": "b", "name": "B"},
                         {"id": "c", "name": "C"}, {"id": "d", "name": "D"}],
            "resolve": {"nodes": [
                {"id": "a", "deps": [{"pkg": "b", "dep_kinds": [{"kind": null}]},
                                     {"pkg": "d", "dep_kinds": [{"kind": "dev"}]}]},
                {"id": "b", "deps": [{"pkg": "c", "dep_kinds": [{"kind": "build"}]}]},
            ]},
        });

        let found = crates(&metadata);

        assert_eq!(found[0].name, "A");
        assert_eq!(found[0].direct.iter().collect::<Vec<_>>(), ["B"]);
        assert_eq!(found[0].reach.iter().collect::<Vec<_>>(), ["B", "C"]);
    }
}
