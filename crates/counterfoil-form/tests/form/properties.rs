//! Whatever a person types, in whatever order, into whichever service ships.

use std::collections::BTreeSet;
use std::sync::{Arc, LazyLock};

use crate::support::TODAY;
use counterfoil_form::explore::Guide;
use counterfoil_form::view::{CheckView, Control, Language, PageView};
use counterfoil_form::{Journey, Service, StepOut, Values, catalogue, revalidate};
use proptest::prelude::*;

/// Every shipped service with a guide through it, loaded once.
static SERVICES: LazyLock<Vec<(Arc<Service>, Guide)>> = LazyLock::new(|| {
    let services = catalogue::shipped().expect("the shipped services load");
    let with_guide = |service| {
        let service = Arc::new(service);
        (Arc::clone(&service), Guide::new(service, TODAY))
    };
    services.into_iter().map(with_guide).collect()
});

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
    Way(prop::sample::Index),
    Nothing,
    Rubbish(String),
}

/// A service and what is done in it.
#[derive(Debug, Clone)]
struct Play {
    service: prop::sample::Index,
    acts: Vec<Act>,
}

fn plays() -> impl Strategy<Value = Play> {
    let typed = prop_oneof![
        12 => any::<prop::sample::Index>().prop_map(Typed::Way),
        1 => Just(Typed::Nothing),
        1 => "\\PC{0,12}".prop_map(Typed::Rubbish),
    ];
    let act = (any::<prop::sample::Index>(), typed, any::<bool>());
    let act = act.prop_map(|(page, typed, changing)| Act { page, typed, changing });
    let acts = prop::collection::vec(act, 0..80);
    (any::<prop::sample::Index>(), acts).prop_map(|(service, acts)| Play { service, acts })
}

/// What is typed for `act` on the page at `path`.
fn typed(act: &Act, guide: &Guide, journey: &Journey, path: &str) -> Values {
    let ways = guide.ways(journey, path);
    match &act.typed {
        Typed::Way(_) if ways.is_empty() => Values::new(),
        Typed::Way(way) => way.get(&ways).clone(),
        Typed::Nothing => Values::new(),
        Typed::Rubbish(text) => {
            let names = ways.into_iter().flatten().map(|(name, _)| name);
            names.map(|name| (name, vec![text.clone(), text.clone()])).collect()
        }
    }
}

/// Every page that can be asked for: of groups those about the first two things, and the pages
/// that remove them.
fn paths(service: &Service) -> Vec<String> {
    let definition = service.definition();
    let mut all: Vec<String> = definition.pages.iter().map(|page| page.path.clone()).collect();
    for group in &definition.groups {
        all.push(group.path.clone());
        for number in 1..3 {
            let pages = group.pages.iter().map(|page| page.path.as_str()).chain(["remove"]);
            all.extend(pages.map(|page| format!("{}/{number}/{page}", group.path)));
        }
    }
    all
}

/// Plays `play`: seven in eight acts on the page that is shown, so that journeys get far.
fn played(play: &Play) -> (&'static Guide, Journey, StepOut) {
    let (service, guide) = play.service.get(&SERVICES);
    let paths = paths(service);
    let mut journey = Journey::new(Arc::clone(service));
    let mut step = journey.check(Language::En, TODAY);
    for (number, act) in play.acts.iter().enumerate() {
        let shown = match &step {
            StepOut::Page(page) if number % 8 != 7 => page.path.clone(),
            StepOut::Tasks(tasks) => tasks.path.clone(),
            _ => act.page.get(&paths).clone(),
        };
        let values = match shown.ends_with("/remove") {
            true => Values::from([("remove".to_owned(), vec!["yes".to_owned()])]),
            false => typed(act, guide, &journey, &shown),
        };
        step = journey.answer(&shown, &values, act.changing, Language::En, TODAY);
    }
    (guide, journey, step)
}

/// Goes on in the plainest way until check answers or, giving `None`, an exit.
///
/// # Errors
/// The page at which it is stuck.
fn finish(
    guide: &Guide,
    journey: &mut Journey,
    changing: bool,
) -> Result<Option<CheckView>, String> {
    let mut step = journey.check(Language::En, TODAY);
    // Each page is answered once, and again after a warning.
    for _ in 0..400 {
        let (path, values) = match step {
            StepOut::Check(check) => return Ok(Some(check)),
            StepOut::Page(page) if page.button.is_empty() => return Ok(None),
            StepOut::Page(page) => {
                let values = guide.ways(journey, &page.path).into_iter().next();
                (page.path, values.unwrap_or_default())
            }
            StepOut::Tasks(tasks) => (tasks.path, Values::new()),
        };
        step = journey.answer(&path, &values, changing, Language::En, TODAY);
    }
    let StepOut::Page(page) = step else { panic!("only a page can be stuck") };
    Err(format!("{} of {}: {:?}", page.path, journey.service().id(), page.problems))
}

/// What a screen sends back for a page on which nothing is touched.
fn as_shown(page: &PageView) -> Values {
    let mut values = Values::new();
    let mut put = |name: &str, typed: Vec<String>| values.insert(name.to_owned(), typed);
    for field in &page.fields {
        let id = field.id.as_str();
        match &field.control {
            Control::Input { value, .. } | Control::TextArea { value, .. } => {
                put(id, vec![value.clone()]);
            }
            Control::Date { day, month, year, .. } => {
                for (part, text) in [("day", day), ("month", month), ("year", year)] {
                    put(&format!("{id}-{part}"), vec![text.clone()]);
                }
            }
            Control::MonthYear { month, year, .. } => {
                for (part, text) in [("month", month), ("year", year)] {
                    put(&format!("{id}-{part}"), vec![text.clone()]);
                }
            }
            Control::Parts { parts } => {
                for part in parts {
                    put(&part.name, vec![part.value.clone()]);
                }
            }
            Control::Radios { chosen, .. } | Control::Select { chosen, .. } => {
                put(id, chosen.iter().cloned().collect());
            }
            Control::Checkboxes { chosen, .. } => {
                put(id, chosen.clone());
            }
            Control::File { names, .. } => assert!(names.is_empty(), "no service needs one"),
        }
    }
    values
}

fn back_of(step: &StepOut) -> Option<String> {
    match step {
        StepOut::Page(page) => page.back.clone(),
        StepOut::Check(check) => check.back.clone(),
        StepOut::Tasks(tasks) => tasks.back.clone(),
    }
}

fn path_of(step: &StepOut) -> &str {
    match step {
        StepOut::Page(page) => &page.path,
        StepOut::Check(check) => &check.path,
        StepOut::Tasks(tasks) => &tasks.path,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    /// Nothing that the person's way did not ask for is ever submitted, and what is submitted is
    /// accepted by the department's own look at it.
    #[test]
    fn no_submitted_answer_is_off_the_path(play in plays()) {
        let (guide, mut journey, _) = played(&play);
        let service = Arc::clone(journey.service());
        if !matches!(finish(guide, &mut journey, false), Ok(Some(_))) {
            return Ok(());
        }

        let completed = journey.declare(&guide.declaration(), Language::En, TODAY);
        let completed = completed.map_err(|page| TestCaseError::fail(page.path))?;

        let definition = service.definition();
        let visited: BTreeSet<&str> = completed.path.iter().map(String::as_str).collect();
        let top = definition.pages.iter().filter(|page| visited.contains(page.path.as_str()));
        let asked: BTreeSet<&str> = top
            .flat_map(|page| &page.fields)
            .chain(&definition.declaration.fields)
            .map(|field| field.id.as_str())
            .collect();
        for (name, answer) in &completed.answers {
            let Some(group) = definition.groups.iter().find(|group| group.path == *name) else {
                prop_assert!(asked.contains(name.as_str()), "{} was not asked", name);
                continue;
            };
            prop_assert!(visited.contains(group.path.as_str()), "{} was not asked", name);
            for (number, thing) in answer.as_array().expect("a list").iter().enumerate() {
                for field in thing.as_object().expect("an object").keys() {
                    let page = group.pages.iter().find(|page| page.fields.iter().any(|f| f.id == *field));
                    let page = &page.expect("the group asks for it").path;
                    let path = format!("{}/{}/{page}", group.path, number + 1);
                    prop_assert!(visited.contains(path.as_str()), "{} was not asked", path);
                }
            }
        }
        prop_assert_eq!(revalidate(&service, &completed.answers, TODAY), vec![]);
    }

    /// Going back and on again, touching nothing, changes nothing.
    #[test]
    fn back_then_continue_is_identity(play in plays()) {
        let (_, mut journey, _) = played(&play);
        let step = journey.check(Language::En, TODAY);
        // Back of a page at which nothing was typed yet.
        let Some(back) = back_of(&step) else { return Ok(()) };

        let before = journey.answers().clone();
        let shown = journey.page(&back, false, Language::En, TODAY).expect("Back leads to a page");
        prop_assert_eq!(path_of(&shown), back.as_str());
        let values = match &shown {
            StepOut::Page(page) => as_shown(page),
            StepOut::Tasks(_) => Values::new(),
            StepOut::Check(_) => return Err(TestCaseError::fail("Back led to check answers")),
        };
        let again = journey.answer(&back, &values, false, Language::En, TODAY);

        // The list of tasks comes between two tasks, in both directions.
        if !matches!(again, StepOut::Tasks(_)) {
            prop_assert_eq!(path_of(&again), path_of(&step));
            prop_assert_eq!(&again, &step);
        }
        prop_assert_eq!(journey.answers(), &before);
    }

    /// Changing an answer from check answers returns there, or to the first page that the change
    /// has made necessary; and going on from that one returns there too.
    #[test]
    fn changing_an_answer_returns_to_check_answers_or_the_first_newly_needed_page(
        play in plays(), row in any::<prop::sample::Index>(), way in any::<prop::sample::Index>(),
    ) {
        let (guide, mut journey, _) = played(&play);
        let Ok(Some(check)) = finish(guide, &mut journey, false) else { return Ok(()) };
        let rows: Vec<_> = check.sections.iter().flat_map(|section| &section.rows).collect();
        if rows.is_empty() {
            return Ok(());
        }
        let path = row.get(&rows).page.clone();
        let shown = journey.page(&path, true, Language::En, TODAY).expect("Change leads to a page");
        prop_assert_eq!(path_of(&shown), path.as_str());
        prop_assert_eq!(back_of(&shown), Some(check.path.clone()));
        let before = journey.clone();
        let ways = guide.ways(&journey, &path);
        let values = way.get(&ways).clone();

        let step = journey.answer(&path, &values, true, Language::En, TODAY);

        if let StepOut::Page(page) = &step {
            let same = page.path == path;
            let was_on_the_way = rows.iter().any(|row| row.page == page.path);
            let asked_again = journey.answers() != before.answers() && page.problems.is_empty();
            prop_assert!(same || !was_on_the_way || asked_again || page.button.is_empty(),
                "from {} to {}, which was answered", path, page.path);
            prop_assert!(page.changing || page.button.is_empty(), "and then back to check answers");
        }
        let end = finish(guide, &mut journey, true);
        prop_assert!(end.is_ok(), "stuck after changing {}: {:?}", path, end);
    }

    /// From wherever a journey is, answering rightly comes to an end.
    #[test]
    fn no_journey_loops_for_ever(play in plays()) {
        let (guide, mut journey, _) = played(&play);

        prop_assert_eq!(finish(guide, &mut journey, false).map(|_| ()), Ok(()));
    }

    /// Every page is the same in both languages but for its words.
    #[test]
    fn switching_the_language_keeps_the_place_and_what_was_typed(play in plays()) {
        let (_, journey, _) = played(&play);
        let [en, cy] = [Language::En, Language::Cy].map(|language| journey.check(language, TODAY));

        prop_assert_eq!(path_of(&en), path_of(&cy));
        if let (StepOut::Page(en), StepOut::Page(cy)) = (en, cy) {
            prop_assert_eq!(as_shown(&en), as_shown(&cy));
            prop_assert_eq!(en.problems.len(), cy.problems.len());
        }
    }

    /// What a draft saves is taken up again as it was.
    #[test]
    fn a_saved_draft_is_taken_up_where_it_was_left(play in plays()) {
        let (_, journey, _) = played(&play);
        let saved = serde_json::to_string(journey.answers()).expect("answers are plain");
        let answers = serde_json::from_str(&saved).expect("what was saved loads");

        let again = Journey::with_answers(Arc::clone(journey.service()), answers);

        prop_assert_eq!(again.check(Language::En, TODAY), journey.check(Language::En, TODAY));
    }
}
