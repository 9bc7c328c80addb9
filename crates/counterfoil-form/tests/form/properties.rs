//! Whatever a person types, in whatever order.

use std::collections::BTreeSet;

use crate::support::{TODAY, right, service, typed_date, values};
use counterfoil_form::view::{Control, Language, PageView};
use counterfoil_form::{Journey, StepOut, Values, revalidate};
use proptest::prelude::*;

/// One page answered: which, how, and whether by a Change link.
#[derive(Debug, Clone)]
struct Act {
    page: prop::sample::Index,
    typed: Typed,
    changing: bool,
}

/// How a page is answered.
#[derive(Debug, Clone)]
enum Typed {
    Right,
    Nothing,
    Rubbish(String),
    Other(u8),
}

fn acts() -> impl Strategy<Value = Vec<Act>> {
    let typed = prop_oneof![
        6 => Just(Typed::Right),
        1 => Just(Typed::Nothing),
        1 => "\\PC{0,12}".prop_map(Typed::Rubbish),
        4 => any::<u8>().prop_map(Typed::Other),
    ];
    let act = (any::<prop::sample::Index>(), typed, any::<bool>());
    let act = act.prop_map(|(page, typed, changing)| Act { page, typed, changing });
    prop::collection::vec(act, 0..60)
}

/// What is typed for `act` on `page`.
fn typed(act: &Act, page: &str) -> Values {
    let all: Vec<String> = right(page).into_keys().collect();
    match &act.typed {
        Typed::Right => right(page),
        Typed::Nothing => Values::new(),
        Typed::Rubbish(text) => {
            all.into_iter().map(|name| (name, vec![text.clone(), text.clone()])).collect()
        }
        Typed::Other(choice) => match page {
            "sold-to" => {
                values(&[("sold-to", ["private", "business", "trader"][usize::from(choice % 3)])])
            }
            "seller-email-wanted" => {
                values(&[("seller-email-wanted", ["yes", "no"][usize::from(choice % 2)])])
            }
            "sale-date" => {
                let days = jiff::Span::new().days(i64::from(*choice) * 10);
                typed_date("sale-date", TODAY.saturating_sub(days))
            }
            other => right(other),
        },
    }
}

/// Plays `acts`: three in four on the page that is shown, so that journeys get far.
fn play(acts: &[Act]) -> (Journey, StepOut) {
    let service = service();
    let paths: Vec<&str> = service.definition().pages.iter().map(|p| p.path.as_str()).collect();
    let mut journey = Journey::new(std::sync::Arc::clone(&service));
    let mut step = journey.check(Language::En, TODAY);
    for (number, act) in acts.iter().enumerate() {
        let shown = match &step {
            StepOut::Page(page) if number % 4 != 3 => page.path.clone(),
            _ => (*act.page.get(&paths)).to_owned(),
        };
        step = journey.answer(&shown, &typed(act, &shown), act.changing, Language::En, TODAY);
    }
    (journey, step)
}

/// What a screen sends back for a page on which nothing is touched.
fn as_shown(page: &PageView) -> Values {
    let mut values = Values::new();
    for field in &page.fields {
        let id = field.id.clone();
        match &field.control {
            Control::Input { value, .. } | Control::TextArea { value, .. } => {
                values.insert(id, vec![value.clone()]);
            }
            Control::MonthYear { month, year, .. } => {
                for (part, text) in [("month", month), ("year", year)] {
                    values.insert(format!("{id}-{part}"), vec![text.clone()]);
                }
            }
            Control::Parts { parts } => {
                values
                    .extend(parts.iter().map(|part| (part.name.clone(), vec![part.value.clone()])));
            }
            Control::File { names, .. } => assert!(names.is_empty(), "none ships"),
            Control::Select { chosen, .. } => {
                values.insert(id, chosen.iter().cloned().collect());
            }
            Control::Date { day, month, year, .. } => {
                for (part, text) in [("day", day), ("month", month), ("year", year)] {
                    values.insert(format!("{id}-{part}"), vec![text.clone()]);
                }
            }
            Control::Radios { chosen, .. } => {
                values.insert(id, chosen.iter().cloned().collect());
            }
            Control::Checkboxes { chosen, .. } => {
                values.insert(id, chosen.clone());
            }
        }
    }
    values
}

proptest! {
    /// Nothing that the person's way did not ask for is ever submitted, and what is submitted is
    /// accepted by the department's own look at it.
    #[test]
    fn no_submitted_answer_is_off_the_path(acts in acts()) {
        let (mut journey, _) = play(&acts);
        let service = service();

        if let Ok(completed) = journey.declare(&right("declaration"), Language::En, TODAY) {
            let pages = service.definition().pages.iter();
            let asked: BTreeSet<&str> = pages
                .filter(|page| completed.path.contains(&page.path))
                .flat_map(|page| &page.fields)
                .chain(&service.definition().declaration.fields)
                .map(|field| field.id.as_str())
                .collect();
            for field in completed.answers.keys() {
                prop_assert!(asked.contains(field.as_str()), "{} was not asked", field);
            }
            prop_assert_eq!(revalidate(&service, &completed.answers, TODAY), vec![]);
        }
    }

    /// Going back and on again, touching nothing, changes nothing.
    #[test]
    fn back_then_continue_is_identity(acts in acts()) {
        let (mut journey, _) = play(&acts);
        let step = journey.check(Language::En, TODAY);
        let back = match &step {
            StepOut::Page(page) => page.back.clone(),
            StepOut::Check(check) => check.back.clone(),
            StepOut::Tasks(tasks) => tasks.back.clone(),
        };
        let Some(back) = back else { return Ok(()) };

        let before = journey.answers().clone();
        let shown = journey.page(&back, false, Language::En, TODAY).expect("Back leads to a page");
        let StepOut::Page(shown) = shown else { return Err(TestCaseError::fail("Back led to check")) };
        prop_assert_eq!(&shown.path, &back);
        let again = journey.answer(&back, &as_shown(&shown), false, Language::En, TODAY);

        prop_assert_eq!(again, step);
        prop_assert_eq!(journey.answers(), &before);
    }

    /// From wherever a journey is, answering rightly comes to an end.
    #[test]
    fn no_journey_loops_for_ever(acts in acts()) {
        let (mut journey, _) = play(&acts);
        let most = journey.service().definition().pages.len();
        let mut step = journey.check(Language::En, TODAY);
        let mut turns = 0;

        while let StepOut::Page(page) = &step {
            if page.button.is_empty() {
                break;
            }
            prop_assert!(turns < most, "still at {} after {} pages", page.path, turns);
            let path = page.path.clone();
            step = journey.answer(&path, &right(&path), true, Language::En, TODAY);
            turns += 1;
        }
    }

    /// Every page is the same in both languages but for its words.
    #[test]
    fn switching_the_language_keeps_the_place_and_what_was_typed(acts in acts()) {
        let (journey, _) = play(&acts);
        let [en, cy] = [Language::En, Language::Cy].map(|language| journey.check(language, TODAY));

        match (en, cy) {
            (StepOut::Page(en), StepOut::Page(cy)) => {
                prop_assert_eq!(&en.path, &cy.path);
                prop_assert_eq!(as_shown(&en), as_shown(&cy));
                prop_assert_eq!(en.problems.len(), cy.problems.len());
            }
            (StepOut::Check(en), StepOut::Check(cy)) => prop_assert_eq!(en.path, cy.path),
            _ => prop_assert!(false, "the languages are at different places"),
        }
    }
}
