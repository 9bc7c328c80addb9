//! A command of the bridge is written in several places; all of them must name the same ones.
//! A command missing from Tauri's manifest would be open to every window.

use std::collections::BTreeSet;

use super::Fault;
use super::sources::Source;

type Names = BTreeSet<String>;

/// Where commands are named, and how to read them there.
struct Place {
    path: &'static str,
    read: fn(&str) -> Names,
}

const PLACES: &[Place] = &[
    Place { path: "src-tauri/src/commands.rs", read: functions },
    Place { path: "src-tauri/src/handler.rs", read: handled },
    Place { path: "src-tauri/build.rs", read: |text| quoted(between(text, ".commands(", ")")) },
    Place { path: "src-tauri/capabilities/counter.json", read: granted },
    Place { path: "ui/src/host/host.ts", read: carried },
];

/// The product's own list: the constant `COMMANDS`, wherever in counterfoil-desk it is.
const LIST: &str = "const COMMANDS: &[&str] = &[";

/// Places that name other commands than the product's own list.
pub(super) fn check(sources: &[Source]) -> Vec<Fault> {
    let mut desk = sources.iter().filter(|s| s.path.starts_with("crates/counterfoil-desk/src/"));
    let Some(list) = desk.find(|source| source.text.contains(LIST)) else {
        return vec!["counterfoil-desk has no list of commands".into()];
    };
    let expected = quoted(between(&list.text, LIST, "];"));
    PLACES.iter().flat_map(|place| differences(sources, place, &expected)).collect()
}

fn differences(sources: &[Source], place: &Place, expected: &Names) -> Vec<Fault> {
    let Some(source) = sources.iter().find(|source| source.path == place.path) else {
        return vec![format!("{} is missing", place.path)];
    };
    let found = (place.read)(&source.text);
    let missing = expected.difference(&found).map(|name| format!("{} lacks {name}", place.path));
    let extra = found.difference(expected).map(|name| format!("{} has {name}", place.path));
    missing.chain(extra).collect()
}

fn functions(text: &str) -> Names {
    let after = text.split("#[tauri::command]").skip(1);
    after.filter_map(|rest| Some(word(rest.split_once("fn ")?.1))).collect()
}

fn handled(text: &str) -> Names {
    let list = between(text, "generate_handler![", "]");
    let paths = list.split(',').map(|path| path.trim().rsplit("::").next().unwrap_or_default());
    paths.filter(|name| !name.is_empty()).map(str::to_owned).collect()
}

fn granted(text: &str) -> Names {
    let own = quoted(text).into_iter().filter(|name| !name.contains(':'));
    own.filter_map(|name| Some(name.strip_prefix("allow-")?.replace('-', "_"))).collect()
}

fn carried(text: &str) -> Names {
    let after = text.split("carry(\"").skip(1);
    after.filter_map(|rest| rest.split('"').next()).map(str::to_owned).collect()
}

/// What stands between the first `start` and the `end` after it.
fn between<'a>(text: &'a str, start: &str, end: &str) -> &'a str {
    let after = text.split_once(start).map_or("", |(_, after)| after);
    after.split_once(end).map_or(after, |(inside, _)| inside)
}

/// The strings in double quotes.
fn quoted(text: &str) -> Names {
    text.split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

fn word(text: &str) -> String {
    text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sources() -> Vec<Source> {
        let list = "pub const COMMANDS: &[&str] = &[\"app_show\", \"queue_list\"];";
        let commands = "#[tauri::command]\npub(crate) async fn app_show() {}\n\
                        #[tauri::command]\npub(crate) async fn queue_list() {}\n";
        let handler = "tauri::generate_handler![\n  commands::app_show,\n commands::queue_list,\n]";
        let build = "AppManifest::new().commands(&[\"app_show\", \"queue_list\"])";
        let capability = "{\"permissions\": [\"allow-app-show\", \"allow-queue-list\",\
                          \"core:webview:allow-print\"]}";
        let host = "carry(\"app_show\"), carry(\"queue_list\", request)";
        vec![
            Source::planted("crates/counterfoil-desk/src/dispatch.rs", list),
            Source::planted("src-tauri/src/commands.rs", commands),
            Source::planted("src-tauri/src/handler.rs", handler),
            Source::planted("src-tauri/build.rs", build),
            Source::planted("src-tauri/capabilities/counter.json", capability),
            Source::planted("ui/src/host/host.ts", host),
        ]
    }

    #[test]
    fn the_same_names_everywhere_are_no_fault() {
        assert_eq!(check(&sources()), Vec::<Fault>::new());
    }

    #[test]
    fn a_command_missing_anywhere_is_a_fault() {
        for at in 1..sources().len() {
            let mut planted = sources();
            planted[at].text = planted[at].text.replace("queue_list", "").replace("queue-list", "");

            let lacks = format!("{} lacks queue_list", planted[at].path);
            assert!(check(&planted).contains(&lacks), "{lacks}");
        }
    }

    #[test]
    fn a_command_that_the_product_does_not_have_is_a_fault() {
        let mut planted = sources();
        planted[4].text.push_str("\"allow-queue-erase\"");

        assert_eq!(check(&planted), ["src-tauri/capabilities/counter.json has queue_erase"]);
    }
}
