//! Every test runs, and none waits for a set time.

use super::Fault;
use super::sources::Source;

/// In any Rust: work put off. Joined from halves, so that this file does not break its own rule.
const PUT_OFF: &[&str] =
    &[concat!("#[", "ignore"), concat!("todo", "!("), concat!("unimplemented", "!(")];
/// In Rust tests: waiting for a set time.
const SLEEPS: &[&str] = &[concat!("thread::", "sleep("), concat!("time::", "sleep(")];
/// In tests of the screens: tests left out, and waiting for a set time.
const SCRIPT: &[&str] = &[
    concat!(".sk", "ip("),
    concat!(".on", "ly("),
    concat!(".fix", "me("),
    concat!(".to", "do("),
    concat!("waitFor", "Timeout("),
];

/// Lines that leave a test out or make one sleep.
pub(super) fn check(sources: &[Source]) -> Vec<Fault> {
    sources.iter().flat_map(faults_of).collect()
}

fn faults_of(source: &Source) -> Vec<Fault> {
    if source.is_rust() {
        let mut faults = find(source, 0, PUT_OFF);
        faults.extend(find(source, first_test_line(source), SLEEPS));
        return faults;
    }
    if is_script_test(source) { find(source, 0, SCRIPT) } else { Vec::new() }
}

fn find(source: &Source, from: usize, words: &[&str]) -> Vec<Fault> {
    let lines = source.text.lines().enumerate().skip(from);
    let hits = lines.filter_map(|(at, line)| {
        let word = words.iter().find(|word| line.contains(**word))?;
        Some(format!("{}:{} has {word}", source.path, at + 1))
    });
    hits.collect()
}

/// The line from which a Rust file is test code: 0 for a file of tests.
fn first_test_line(source: &Source) -> usize {
    if source.path.contains("/tests/") || source.path.ends_with("/tests.rs") {
        return 0;
    }
    let is_mark = |line: &str| line.trim() == "#[cfg(test)]";
    source.text.lines().position(is_mark).unwrap_or(usize::MAX)
}

fn is_script_test(source: &Source) -> bool {
    source.is_script() && ["ui/test/", "tests/"].iter().any(|place| source.path.starts_with(place))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_test_that_is_left_out_is_a_fault() {
        let rust = format!("#[test]\n#[{}]\nfn later() {{}}\n", "ignore");
        let script = format!("test{}(\"later\", () => {{}});\n", concat!(".sk", "ip"));
        let sources = [
            Source::planted("crates/a/src/lib.rs", &rust),
            Source::planted("ui/test/page.test.ts", &script),
        ];

        assert_eq!(check(&sources).len(), 2);
    }

    #[test]
    fn sleeping_is_a_fault_in_tests_and_allowed_elsewhere() {
        let sleep = concat!("    thread::", "sleep(second);\n");
        let product = Source::planted("crates/a/src/lib.rs", sleep);
        let unit = format!("#[cfg(test)]\nmod tests {{\n{sleep}}}\n");
        let unit = Source::planted("crates/a/src/one.rs", &unit);
        let whole = Source::planted("tests/tests/kill.rs", sleep);

        let faults = check(&[product, unit, whole]);

        let places: Vec<&str> = faults.iter().filter_map(|f| f.split(" has").next()).collect();
        assert_eq!(places, ["crates/a/src/one.rs:3", "tests/tests/kill.rs:1"]);
    }
}
