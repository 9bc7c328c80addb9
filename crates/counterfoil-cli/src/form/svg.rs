//! Draws a picture of routes as SVG, with nothing in it that runs.

use std::fmt::Write as _;

use counterfoil_form::view::Language;

use crate::form::layout::{Layout, Placed, Shape};

/// Pixels of a box.
const BOX: (f64, f64) = (220.0, 74.0);
/// Pixels between boxes, sideways and downwards; the arrows' words stand in the latter.
const GAP: (f64, f64) = (60.0, 84.0);
/// Pixels around the picture.
const MARGIN: f64 = 40.0;
/// Characters of a line of words in a box.
const LINE: usize = 30;
/// Lines of words in a box.
const LINES: usize = 3;
/// Characters of the words at an arrow; the whole of them is shown where the pointer rests.
const LABEL: usize = 34;

/// The picture of `layout`.
pub(super) fn draw(title: &str, language: Language, layout: &Layout) -> String {
    let across = 1 + layout.boxes.iter().map(|one| one.column).max().unwrap_or_default();
    let down = 1 + layout.boxes.iter().map(|one| one.row).max().unwrap_or_default();
    let width = MARGIN * 2.0 + across as f64 * (BOX.0 + GAP.0) - GAP.0;
    let height = MARGIN * 2.0 + 30.0 + down as f64 * (BOX.1 + GAP.1) - GAP.1;
    let language = match language {
        Language::En => "en",
        Language::Cy => "cy",
    };
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" xml:lang=\"{language}\" \
         width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" \
         font-family=\"Helvetica, Arial, sans-serif\">\n<title>{}</title>\n\
         <desc>{} pages and {} routes between them.</desc>\n{ARROW}\
         <rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n\
         <text x=\"{MARGIN}\" y=\"30\" font-size=\"20\" font-weight=\"bold\">{}</text>\n",
        escaped(title),
        layout.boxes.len(),
        layout.arrows.len(),
        escaped(title),
    );
    let rows = rows(layout);
    let at = |placed: &Placed| corner(placed, &rows, width);
    for (number, (from, to, label)) in layout.arrows.iter().enumerate() {
        if let (Some(from), Some(to)) = (layout.boxes.get(*from), layout.boxes.get(*to)) {
            arrow(&mut out, at(from), at(to), label.as_deref(), number);
        }
    }
    for placed in &layout.boxes {
        draw_box(&mut out, placed, at(placed));
    }
    out.push_str("</svg>\n");
    out
}

const ARROW: &str = "<defs><marker id=\"arrow\" viewBox=\"0 0 10 10\" refX=\"9\" refY=\"5\" \
    markerWidth=\"7\" markerHeight=\"7\" orient=\"auto-start-reverse\">\
    <path d=\"M0 0L10 5L0 10z\" fill=\"#505a5f\"/></marker></defs>\n";

/// Boxes in each row.
fn rows(layout: &Layout) -> Vec<usize> {
    let mut rows = Vec::new();
    for placed in &layout.boxes {
        if rows.len() <= placed.row {
            rows.resize(placed.row + 1, 0);
        }
        if let Some(row) = rows.get_mut(placed.row) {
            *row += 1;
        }
    }
    rows
}

/// The top left corner of a box; rows are centred.
fn corner(placed: &Placed, rows: &[usize], width: f64) -> (f64, f64) {
    let count = rows.get(placed.row).copied().unwrap_or(1) as f64;
    let row = count * (BOX.0 + GAP.0) - GAP.0;
    let x = (width - row) / 2.0 + placed.column as f64 * (BOX.0 + GAP.0);
    (x, MARGIN + 30.0 + placed.row as f64 * (BOX.1 + GAP.1))
}

fn arrow(out: &mut String, from: (f64, f64), to: (f64, f64), label: Option<&str>, number: usize) {
    let (x1, y1) = (from.0 + BOX.0 / 2.0, from.1 + BOX.1);
    let (x2, y2) = (to.0 + BOX.0 / 2.0, to.1);
    let far = BOX.1 + GAP.1 < y2 - y1;
    // A long arrow keeps clear of the boxes that it passes.
    let side = if far {
        (BOX.0 + GAP.0) / 2.0 * if number.is_multiple_of(2) { 1.0 } else { -1.0 }
    } else {
        0.0
    };
    let bend = GAP.1 / 2.0;
    let path = format!(
        "M{x1} {y1}C{} {} {} {} {x2} {y2}",
        x1 + side,
        y1 + bend + if far { bend } else { 0.0 },
        x2 + side,
        y2 - bend - if far { bend } else { 0.0 },
    );
    let _ = write!(
        out,
        "<g><path d=\"{path}\" fill=\"none\" stroke=\"#505a5f\" stroke-width=\"1.5\" \
         marker-end=\"url(#arrow)\"/>"
    );
    if let Some(label) = label {
        // Words at arrows into the same row stand one below the other.
        let (x, y) = ((x1 * 2.0 + x2) / 3.0, y1 + 18.0 + (number % 4) as f64 * 15.0);
        let _ = write!(
            out,
            "<title>{}</title><text x=\"{x}\" y=\"{y}\" font-size=\"11\" text-anchor=\"middle\" \
             stroke=\"#ffffff\" stroke-width=\"4\" paint-order=\"stroke\">{}</text>",
            escaped(label),
            escaped(&cut(label, LABEL)),
        );
    }
    out.push_str("</g>\n");
}

fn draw_box(out: &mut String, placed: &Placed, (x, y): (f64, f64)) {
    let (fill, line, round, dash) = match placed.node.shape {
        Shape::Page => ("#f3f2f1", "#0b0c0c", 4, ""),
        Shape::List => ("#d9ecee", "#0b5563", 4, ""),
        Shape::Item => ("#eef6f7", "#0b5563", 4, " stroke-dasharray=\"5 3\""),
        Shape::Exit => ("#fdf1ee", "#942514", 4, ""),
        Shape::End => ("#e3f2e7", "#00572b", 24, ""),
    };
    let (width, height) = BOX;
    let _ = writeln!(
        out,
        "<g><title>{}</title><rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" \
         rx=\"{round}\" fill=\"{fill}\" stroke=\"{line}\" stroke-width=\"1.5\"{dash}/>\
         <text x=\"{}\" y=\"{}\" font-size=\"10\" fill=\"#505a5f\">{}</text>",
        escaped(&placed.node.title),
        x + 10.0,
        y + 16.0,
        escaped(&cut(&placed.node.path, 36)),
    );
    for (number, text) in wrapped(&placed.node.title).iter().enumerate() {
        let _ = writeln!(
            out,
            "<text x=\"{}\" y=\"{}\" font-size=\"13\">{}</text>",
            x + 10.0,
            y + 33.0 + number as f64 * 16.0,
            escaped(text),
        );
    }
    out.push_str("</g>\n");
}

/// The words in lines that fit a box; what is left over ends in three dots.
fn wrapped(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = vec![String::new()];
    for word in text.split_whitespace() {
        let room = lines.last().is_some_and(|line| line.chars().count() + word.len() < LINE);
        match lines.last_mut() {
            Some(line) if room || line.is_empty() => {
                if !line.is_empty() {
                    line.push(' ');
                }
                line.push_str(&cut(word, LINE));
            }
            _ => lines.push(cut(word, LINE)),
        }
    }
    if LINES < lines.len() {
        lines.truncate(LINES);
        if let Some(last) = lines.last_mut() {
            last.push('…');
        }
    }
    lines
}

fn cut(text: &str, most: usize) -> String {
    match text.chars().count() <= most {
        true => text.to_owned(),
        false => text.chars().take(most.saturating_sub(1)).chain(['…']).collect(),
    }
}

/// Text for XML; what XML cannot hold at all is left out.
fn escaped(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' | '\t' => out.push(' '),
            c if c.is_control() || ('\u{fffe}'..='\u{ffff}').contains(&c) => {}
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use counterfoil_form::view::Language;

    use super::{draw, wrapped};
    use crate::form::layout::{Edge, Node, Shape, lay};

    #[test]
    fn nothing_in_a_form_becomes_markup_of_the_picture() {
        let node = |path: &str, title: &str| Node {
            path: path.to_owned(),
            title: title.to_owned(),
            shape: Shape::Page,
        };
        let label = Some("\"a\" < b & \u{1}c".to_owned());
        let edge = Edge { from: "a".to_owned(), to: "b".to_owned(), label };
        let laid = lay(vec![node("a", "<script>x</script>"), node("b", "")], vec![edge]);

        let picture = draw("T & <b>", Language::Cy, &laid);

        assert!(!picture.contains("<script") && !picture.contains('\u{1}'), "{picture}");
        assert!(picture.contains("&quot;a&quot; &lt; b &amp; c"), "{picture}");
        assert!(picture.contains("xml:lang=\"cy\""));
    }

    #[test]
    fn long_words_are_wrapped_and_what_is_left_over_is_told() {
        let lines = wrapped(&"a question that goes on ".repeat(8));

        assert_eq!(lines.len(), 3);
        assert!(lines[2].ends_with('…'));
    }
}
