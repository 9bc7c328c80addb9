//! Files stay under 400 lines and functions under 70.

use super::Fault;
use super::sources::Source;

/// Lines at which a file is too long.
const FILE: usize = 400;
/// Lines at which a function is too long.
const FUNCTION: usize = 70;

/// Files and functions that are too long.
pub(super) fn check(sources: &[Source]) -> Vec<Fault> {
    let written = sources.iter().filter(|source| source.is_rust() || source.is_script());
    written.flat_map(faults_of).collect()
}

fn faults_of(source: &Source) -> Vec<Fault> {
    let lines: Vec<&str> = source.text.lines().collect();
    let file = (FILE <= lines.len()).then(|| format!("{} has {} lines", source.path, lines.len()));
    let starts = lines.iter().enumerate().filter(|(_, line)| begins_function(source, line));
    let functions = starts.filter_map(|(at, line)| {
        let length = length(lines.get(at..).unwrap_or_default(), indent(line));
        (FUNCTION <= length).then(|| format!("{}:{} is {length} lines long", source.path, at + 1))
    });
    file.into_iter().chain(functions).collect()
}

fn begins_function(source: &Source, line: &str) -> bool {
    let words = line.trim_start();
    if words.starts_with("//") || words.starts_with('*') {
        return false;
    }
    if source.is_rust() {
        return words.starts_with("fn ") || words.contains(" fn ") && words.contains('(');
    }
    words.contains("function ") || words.ends_with("=> {") && words.contains("const ")
}

/// Lines up to the one that ends it: as far in as the first, with a closing brace, or with a
/// semicolon where there is no body. The formatters put them there.
fn length(lines: &[&str], inset: usize) -> usize {
    let ends = |line: &&str| {
        indent(line) == inset && !line.is_empty() && (line.ends_with(';') || line.ends_with('}'))
    };
    lines.iter().position(ends).map_or(1, |at| at + 1)
}

fn indent(line: &str) -> usize {
    line.len() - line.trim_start().len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn function(lines: usize) -> String {
        format!("    pub fn long(&self) {{\n{}    }}\n", "        work();\n".repeat(lines - 2))
    }

    #[test]
    fn a_file_of_400_lines_is_a_fault() {
        let long = Source::planted("crates/a/src/lib.rs", &"// one\n".repeat(400));
        let short = Source::planted("crates/a/src/two.rs", &"// one\n".repeat(399));

        assert_eq!(check(&[long, short]), ["crates/a/src/lib.rs has 400 lines"]);
    }

    #[test]
    fn a_function_of_70_lines_is_a_fault() {
        let text = format!("fn one() -> u8;\n{}{}", function(69), function(70));
        let source = Source::planted("crates/a/src/lib.rs", &text);

        assert_eq!(check(&[source]), ["crates/a/src/lib.rs:71 is 70 lines long"]);
    }

    #[test]
    fn a_function_of_the_screens_counts_too() {
        let body = "  work();\n".repeat(68);
        let text = format!("export function page(): void {{\n{body}}}\n");

        assert_eq!(check(&[Source::planted("ui/src/page.ts", &text)]).len(), 1);
    }
}
