//! `counterfoil form flow`: a form's pages and routes, ready to be drawn.

use std::path::Path;

use counterfoil_form::definition::Definition;
use counterfoil_form::definition::page::{Page, Route};
use counterfoil_form::view::Language;

use crate::form::layout::{self, Edge, Node, Shape};
use crate::form::{print, say, source, svg, unwritable};
use crate::refusal::Refusal;

pub(super) fn run(file: &Path, output: &Path, language: Language) -> Result<(), Refusal> {
    let service = source::service(file)?;
    let (nodes, edges) = graph(service.definition(), language);
    let picture = svg::draw(service.title(language), language, &layout::lay(nodes, edges));
    if output == Path::new("-") {
        return print(&picture);
    }
    std::fs::write(output, picture).map_err(|_| unwritable())
}

/// The pages as boxes and the routes as arrows. A group stands as its list, to which the pages
/// about one thing lead.
fn graph(definition: &Definition, language: Language) -> (Vec<Node>, Vec<Edge>) {
    let mut nodes = Vec::new();
    let mut edges = Vec::new();
    let mut add = |path: &str, title: &str, shape: Shape| {
        nodes.push(Node { path: path.to_owned(), title: title.to_owned(), shape });
    };
    for page in &definition.pages {
        add(&page.path, heading(page, language), Shape::Page);
        routes(&page.path, &page.next, &mut edges);
    }
    for group in &definition.groups {
        add(&group.path, group.title.get(language), Shape::List);
        routes(&group.path, &group.next, &mut edges);
        for (number, page) in group.pages.iter().enumerate() {
            add(&page.path, heading(page, language), Shape::Item);
            if number == 0 {
                let label = Some(format!("each {}", group.item.get(language).to_lowercase()));
                edges.push(Edge { from: group.path.clone(), to: page.path.clone(), label });
            }
            // Back to the list is how each of them ends, and is not drawn.
            let inner: Vec<Route> =
                page.next.iter().filter(|route| route.to != group.path).cloned().collect();
            routes(&page.path, &inner, &mut edges);
        }
    }
    for exit in &definition.exits {
        add(&exit.path, exit.title.get(language), Shape::Exit);
    }
    let (check, declaration) = (&definition.check, &definition.declaration);
    add(&check.path, check.title.get(language), Shape::End);
    add(&declaration.path, declaration.title.get(language), Shape::End);
    edges.push(Edge { from: check.path.clone(), to: declaration.path.clone(), label: None });
    (nodes, edges)
}

fn heading(page: &Page, language: Language) -> &str {
    let words = page.title.as_ref().or_else(|| Some(&page.fields.first()?.label));
    words.map_or("", |words| words.get(language))
}

fn routes(from: &str, routes: &[Route], edges: &mut Vec<Edge>) {
    for route in routes {
        let label = route.when.as_ref().map(say::condition);
        edges.push(Edge { from: from.to_owned(), to: route.to.clone(), label });
    }
}
