//! Places that are given by two numbers: each is a question of its own here.

use counterfoil_form::Words;
use counterfoil_form::definition::field::{Kind as Answer, NumberRule};
use serde_json::Value as Json;

use super::Reader;
use crate::draft::{Part, both};
use crate::report::Kind;
use crate::{rules, source};

/// One of the two numbers.
struct Axis {
    /// The key in the schema and the end of the name.
    key: &'static str,
    /// What it is called.
    words: (&'static str, &'static str),
    /// The limits where the source has none.
    limits: (f64, f64),
    /// Decimal places.
    decimals: u8,
}

const EASTING: Axis = Axis {
    key: "easting",
    words: ("easting", "dwyreiniad"),
    limits: (0.0, 700_000.0),
    decimals: 0,
};
const NORTHING: Axis = Axis {
    key: "northing",
    words: ("northing", "gogleddiad"),
    limits: (0.0, 1_300_000.0),
    decimals: 0,
};
const LATITUDE: Axis =
    Axis { key: "latitude", words: ("latitude", "lledred"), limits: (49.85, 60.859), decimals: 6 };
const LONGITUDE: Axis = Axis {
    key: "longitude",
    words: ("longitude", "hydred"),
    limits: (-13.687, 1.767),
    decimals: 6,
};

impl Reader<'_> {
    pub(super) fn easting_northing(&mut self, component: &Json, at: &str, parts: &mut Vec<Part>) {
        self.pair(component, &[EASTING, NORTHING], at, parts);
    }

    pub(super) fn lat_long(&mut self, component: &Json, at: &str, parts: &mut Vec<Part>) {
        let message = "degrees have six decimal places here, not seven, and whole limits";
        self.tools.log.add(Kind::Rule, at, message);
        self.pair(component, &[LATITUDE, LONGITUDE], at, parts);
    }

    fn pair(&mut self, component: &Json, axes: &[Axis], at: &str, parts: &mut Vec<Part>) {
        self.instruction(component, at, parts);
        let message = "a place given by two numbers is two questions here";
        self.tools.log.often(Kind::Layout, at, message);
        let title = self.words("components", component, "title", at);
        let short = self.words("components", component, "shortDescription", at);
        let name = source::text(component, "name").unwrap_or_default();
        for (number, axis) in axes.iter().enumerate() {
            let label = named(&title, axis);
            let answer = Answer::Number(rule(component, axis));
            let name = format!("{name}__{}", axis.key);
            let mut field = self.field(component, &name, label, answer, at);
            field.short = (!short.en.is_empty()).then(|| named(&short, axis));
            field.hint = field.hint.filter(|_| number == 0);
            parts.push(Part::Field(Box::new(field)));
        }
    }
}

fn named(title: &Words, axis: &Axis) -> Words {
    let (en, cy) = axis.words;
    let own = both(en, cy);
    let joined = |title: &str, own: &str| match title {
        "" => own.to_owned(),
        title => format!("{title}: {own}"),
    };
    let cy = if title.cy.is_empty() { &title.en } else { &title.cy };
    Words { en: joined(&title.en, &own.en), cy: joined(cy, &own.cy) }
}

/// The limits, widened to whole numbers so that nothing is refused that the source takes.
fn rule(component: &Json, axis: &Axis) -> NumberRule {
    let own = component.get("schema").and_then(|schema| schema.get(axis.key));
    let limit = |key| own.and_then(|own| source::number(own, key));
    let (least, most) = axis.limits;
    let min = rules::down(limit("min").unwrap_or(least));
    let max = rules::up(limit("max").unwrap_or(most)).max(min);
    NumberRule { min, max, decimals: axis.decimals, prefix: None, suffix: None }
}
