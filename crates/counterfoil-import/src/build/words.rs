//! The words that every form needs and none brings, in English and Welsh.

use counterfoil_form::definition::Section;
use counterfoil_form::definition::group::Another;
use counterfoil_form::definition::page::{Block, Check, Declaration};
use counterfoil_form::{Sentence, Words};

use crate::draft::both;

/// The department, until a person says which.
pub(super) fn department() -> (Words, Words) {
    (both("The department", "Yr adran"), both("the department", "yr adran"))
}

/// The section of answers that have none.
pub(super) fn section(id: String) -> Section {
    Section { id, title: both("Your answers", "Eich atebion") }
}

/// Check answers.
pub(super) fn check(path: String) -> Check {
    let title = both("Check your answers", "Gwiriwch eich atebion");
    let button = both("Continue to the declaration", "Parhau i’r datganiad");
    Check { path, title, button }
}

/// The declaration; what the form itself has declared comes before our own words.
pub(super) fn declaration(path: String, own: Vec<Block>) -> Declaration {
    let id = "as-far-as-i-know".to_owned();
    let text = both(
        "By agreeing you confirm that what you have told us is true as far as you know, and that your answers may be passed to the department.",
        "Drwy gytuno rydych yn cadarnhau bod yr hyn rydych wedi’i ddweud wrthym yn wir hyd y gwyddoch, ac y gellir trosglwyddo eich atebion i’r adran.",
    );
    let mut content = own;
    content.push(Block { id, when: None, text });
    Declaration {
        path,
        title: both("Declaration", "Datganiad"),
        content,
        fields: Vec::new(),
        staff_notes: vec![sentence(
            "read-aloud",
            "Read the declaration aloud, or give the person time to read it. The person decides, not you.",
            "Darllenwch y datganiad yn uchel, neu rhowch amser i’r person ei ddarllen. Y person sy’n penderfynu, nid chi.",
        )],
        button: both("Agree and record", "Cytuno a chofnodi"),
    }
}

/// What the person agrees to by being served.
pub(super) fn consent() -> Vec<Sentence> {
    vec![sentence(
        "sharing",
        "Your answers are kept locked on this terminal and passed to the department. Nobody else is given them.",
        "Mae eich atebion yn cael eu cadw dan glo ar y derfynell hon a’u trosglwyddo i’r adran. Nid ydynt yn cael eu rhoi i neb arall.",
    )]
}

/// What happens next, where the form does not say.
pub(super) fn next_steps() -> Vec<Sentence> {
    vec![sentence(
        "passed-on",
        "This terminal passes your answers to the department. Keep this receipt until you have heard from the department.",
        "Mae’r derfynell hon yn trosglwyddo eich atebion i’r adran. Cadwch y dderbynneb hon nes i chi glywed gan yr adran.",
    )]
}

/// How to reach the department, where the form does not say.
pub(super) fn contact() -> Vec<Sentence> {
    vec![sentence(
        "ask-here",
        "Ask the staff here how to reach the department. Give the reference on this receipt.",
        "Gofynnwch i’r staff yma sut i gysylltu â’r adran. Rhowch y cyfeirnod sydd ar y dderbynneb hon.",
    )]
}

/// What to do when something is wrong.
pub(super) fn contest() -> Vec<Sentence> {
    vec![
        sentence(
            "wrong-answer",
            "If something on this receipt is wrong, come back with it. A correction is recorded as a new entry; this one is never altered.",
            "Os oes rhywbeth ar y dderbynneb hon yn anghywir, dewch yn ôl â hi. Mae cywiriad yn cael ei gofnodi fel cofnod newydd; nid yw’r cofnod hwn byth yn cael ei newid.",
        ),
        sentence(
            "dispute",
            "If the department says that it never had this, this receipt shows what you gave and when. You do not have to prove that the terminal worked.",
            "Os yw’r adran yn dweud na chafodd hwn erioed, mae’r dderbynneb hon yn dangos yr hyn a roesoch a phryd. Nid oes rhaid i chi brofi bod y derfynell wedi gweithio.",
        ),
    ]
}

/// The question below a list of things.
pub(super) fn another() -> Another {
    Another {
        label: both("Do you want to add another?", "Ydych chi am ychwanegu un arall?"),
        yes: both("Yes", "Ydw"),
        no: both("No", "Nac ydw"),
    }
}

/// What one thing in a list is called.
pub(super) fn item() -> Words {
    both("Entry", "Cofnod")
}

fn sentence(id: &str, en: &str, cy: &str) -> Sentence {
    Sentence { id: id.to_owned(), text: both(en, cy) }
}
