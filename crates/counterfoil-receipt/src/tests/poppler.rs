//! A PDF reader that is not ours: poppler's tools (Debian `poppler-utils`), over pipes.

use std::io::Write;
use std::process::{Command, Stdio};

/// The text of each page, in the order in which it was written.
pub(super) fn text_of_pages(pdf: &[u8]) -> Vec<String> {
    let text = run(Command::new("pdftotext").args(["-raw", "-enc", "UTF-8", "-", "-"]), pdf);
    let text = String::from_utf8(text).expect("pdftotext writes UTF-8");
    let text = text.strip_suffix('\u{c}').unwrap_or(&text);
    text.split('\u{c}').map(str::to_owned).collect()
}

/// What the reader says about the file: title, date, pages.
pub(super) fn info(pdf: &[u8]) -> String {
    String::from_utf8(run(Command::new("pdfinfo").arg("-"), pdf)).expect("pdfinfo writes UTF-8")
}

/// The fonts as the reader lists them, one a line.
pub(super) fn fonts(pdf: &[u8]) -> Vec<String> {
    let list = String::from_utf8(run(Command::new("pdffonts").arg("-"), pdf));
    list.expect("pdffonts writes UTF-8").lines().skip(2).map(str::to_owned).collect()
}

/// The ink on one page, drawn at 40 dots an inch: darkness by dot, row by row, and the row
/// length.
pub(super) fn ink(pdf: &[u8], page: usize) -> (Vec<u8>, usize) {
    let page = page.to_string();
    let args = ["-gray", "-r", "40", "-f", &page, "-l", &page, "-"];
    let pgm = run(Command::new("pdftoppm").args(args), pdf);
    let mut head = pgm.splitn(4, |byte| byte.is_ascii_whitespace());
    assert_eq!(head.next(), Some(&b"P5"[..]), "a grey picture");
    let width = std::str::from_utf8(head.next().expect("a width")).expect("digits");
    let width: usize = width.parse().expect("a number");
    let _height = head.next().expect("a height");
    let rest = head.next().expect("dots");
    let start = rest.iter().position(|byte| *byte == b'\n').expect("the end of the head") + 1;
    (rest[start..].iter().map(|grey| 255 - grey).collect(), width)
}

fn run(command: &mut Command, input: &[u8]) -> Vec<u8> {
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("poppler-utils is one of the packages that xtask installs");
    let mut stdin = child.stdin.take().expect("it is piped");
    let input = input.to_vec();
    let writer = std::thread::spawn(move || stdin.write_all(&input));
    let output = child.wait_with_output().expect("it runs to its end");
    writer.join().expect("the writer does not panic").expect("it reads all of the file");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}
