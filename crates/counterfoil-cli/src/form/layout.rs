//! Where the boxes of a picture of routes stand: rows by the longest way to a page, in each row
//! near what leads there (the layered drawing of Sugiyama, Tagawa and Toda).

use std::collections::{BTreeMap, HashMap};

/// A box.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Node {
    pub(super) path: String,
    pub(super) title: String,
    pub(super) shape: Shape,
}

/// What a box is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// A page.
    Page,
    /// The list of a group.
    List,
    /// A page about one thing of a group.
    Item,
    /// A page that ends the journey.
    Exit,
    /// Check answers and the declaration.
    End,
}

/// An arrow.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Edge {
    pub(super) from: String,
    pub(super) to: String,
    pub(super) label: Option<String>,
}

/// A box in its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Placed {
    pub(super) node: Node,
    /// Counted from the top.
    pub(super) row: usize,
    /// Counted from the left.
    pub(super) column: usize,
}

/// A picture, not yet drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Layout {
    pub(super) boxes: Vec<Placed>,
    /// Arrows between boxes, by their places in `boxes`, with what they say.
    pub(super) arrows: Vec<(usize, usize, Option<String>)>,
}

/// Times that rows are put in order of what leads to them and of what they lead to.
const SWEEPS: usize = 12;

/// Gives every box its place. The arrows go round in no circle, as a loaded form's do not.
pub(super) fn lay(nodes: Vec<Node>, edges: Vec<Edge>) -> Layout {
    let known: HashMap<String, usize> =
        nodes.iter().enumerate().map(|(number, node)| (node.path.clone(), number)).collect();
    let arrows: Vec<(usize, usize, Option<String>)> = edges
        .into_iter()
        .filter_map(|edge| Some((*known.get(&edge.from)?, *known.get(&edge.to)?, edge.label)))
        .collect();
    let rows = rows(nodes.len(), &arrows);
    let mut by_row: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (number, row) in rows.iter().enumerate() {
        by_row.entry(*row).or_default().push(number);
    }
    let mut columns = vec![0.0; nodes.len()];
    number(&by_row, &mut columns);
    for sweep in 0..SWEEPS {
        order(&mut by_row, &arrows, &mut columns, sweep % 2 == 0);
    }
    let place = |(number, node): (usize, Node)| {
        let row = rows.get(number).copied().unwrap_or_default();
        let line = by_row.get(&row).into_iter().flatten();
        let column = line.take_while(|other| **other != number).count();
        Placed { node, row, column }
    };
    Layout { boxes: nodes.into_iter().enumerate().map(place).collect(), arrows }
}

/// The row of each box: one below the lowest that leads to it.
fn rows(count: usize, arrows: &[(usize, usize, Option<String>)]) -> Vec<usize> {
    let mut rows = vec![0; count];
    // No way is longer than there are boxes, so this ends whatever the arrows are.
    for _ in 0..count {
        let mut moved = false;
        for (from, to, _) in arrows {
            let below = rows.get(*from).copied().unwrap_or_default() + 1;
            if let Some(row) = rows.get_mut(*to)
                && *row < below
                && below < count
            {
                *row = below;
                moved = true;
            }
        }
        if !moved {
            break;
        }
    }
    rows
}

fn number(by_row: &BTreeMap<usize, Vec<usize>>, columns: &mut [f64]) {
    for line in by_row.values() {
        for (place, number) in line.iter().enumerate() {
            if let Some(column) = columns.get_mut(*number) {
                // Rows are centred on each other.
                *column = place as f64 - (line.len() as f64 - 1.0) / 2.0;
            }
        }
    }
}

/// Orders every row by the middle of its neighbours above (or, upwards, below).
fn order(
    by_row: &mut BTreeMap<usize, Vec<usize>>,
    arrows: &[(usize, usize, Option<String>)],
    columns: &mut [f64],
    down: bool,
) {
    let keys: Vec<usize> = by_row.keys().copied().collect();
    let order: Vec<usize> = if down { keys } else { keys.into_iter().rev().collect() };
    for row in order {
        let Some(line) = by_row.get_mut(&row) else { continue };
        let middle = |number: usize| {
            let near: Vec<f64> = arrows
                .iter()
                .filter_map(|(from, to, _)| match down {
                    true if *to == number => columns.get(*from).copied(),
                    false if *from == number => columns.get(*to).copied(),
                    _ => None,
                })
                .collect();
            let own = columns.get(number).copied().unwrap_or_default();
            if near.is_empty() { own } else { near.iter().sum::<f64>() / near.len() as f64 }
        };
        line.sort_by(|one, other| middle(*one).total_cmp(&middle(*other)));
        let single = BTreeMap::from([(row, line.clone())]);
        number(&single, columns);
    }
}

#[cfg(test)]
mod tests {
    use super::{Edge, Node, Shape, lay};

    fn node(path: &str) -> Node {
        Node { path: path.to_owned(), title: String::new(), shape: Shape::Page }
    }

    fn edge(from: &str, to: &str) -> Edge {
        Edge { from: from.to_owned(), to: to.to_owned(), label: None }
    }

    #[test]
    fn every_arrow_points_down_and_no_two_boxes_share_a_place() {
        let nodes = ["a", "b", "c", "d", "e"].map(node).to_vec();
        let edges =
            [("a", "b"), ("a", "c"), ("b", "d"), ("c", "d"), ("a", "d"), ("d", "e"), ("a", "gone")];
        let laid = lay(nodes, edges.map(|(from, to)| edge(from, to)).to_vec());

        for (from, to, _) in &laid.arrows {
            assert!(laid.boxes[*from].row < laid.boxes[*to].row);
        }
        let mut places: Vec<_> = laid.boxes.iter().map(|one| (one.row, one.column)).collect();
        places.sort_unstable();
        places.dedup();
        assert_eq!((places.len(), laid.arrows.len()), (5, 6));
    }
}
