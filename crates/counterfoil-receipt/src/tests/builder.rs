//! A receipt about an invented vehicle, for tests to change what matters to them.

use crate::{
    Answer, Declaration, Details, Kind, Language, LocalTime, Receipt, ServedBy, State, Terminal,
};

/// The time a submission was recorded: 23 November 2026, 19:44:35 in winter time.
const RECORDED_AT: LocalTime = LocalTime { unix_ms: 1_795_463_075_000, offset_minutes: 0 };

pub(super) fn receipt(language: Language) -> Receipt {
    let say = |english: &str, welsh: &str| match language {
        Language::En => english.to_owned(),
        Language::Cy => welsh.to_owned(),
    };
    Receipt {
        kind: Kind::Recorded,
        language,
        demonstration: false,
        terminal: Terminal {
            operator: "Llanfair Community Post Office Ltd".to_owned(),
            outlet: say("Llanfair Post Office", "Swyddfa Bost Llanfair"),
            name: "12-3".to_owned(),
        },
        department: say(
            "Driver and Vehicle Licensing Agency",
            "Asiantaeth Trwyddedu Gyrwyr a Cherbydau",
        ),
        service: say(
            "Tell DVLA that a vehicle has a new keeper",
            "Dweud wrth DVLA fod gan gerbyd geidwad newydd",
        ),
        reference: "CF7K-9QMD-2XPT".to_owned(),
        sequence: 1_207,
        recorded_at: RECORDED_AT,
        served_by: ServedBy::Staff { number: "1042".to_owned() },
        details: Details::Shown { answers: answers(language) },
        declaration: Declaration {
            statements: vec![say(
                "The information I have given is correct as far as I know.",
                "Mae'r wybodaeth a roddais yn gywir hyd y gwn i.",
            )],
            consents: vec![say(
                "The new keeper agrees to their details being given.",
                "Mae'r ceidwad newydd yn cytuno i'w fanylion gael eu rhoi.",
            )],
        },
        paper_legs: vec![say(
            "Give the new keeper the green slip (V5C/2) and destroy the rest of the log book.",
            "Rhowch y slip gwyrdd (V5C/2) i'r ceidwad newydd a dinistriwch weddill y llyfr log.",
        )],
        next: vec![
            say(
                "DVLA writes to you within 4 weeks to confirm that you are no longer the keeper.",
                "Bydd DVLA yn ysgrifennu atoch o fewn 4 wythnos i gadarnhau nad chi yw'r ceidwad.",
            ),
            say("Any refund of vehicle tax is automatic.", "Mae unrhyw ad-daliad yn awtomatig."),
        ],
        contact: vec![say("Telephone 0300 790 6802", "Ffôn 0300 790 6802")],
        contest: vec![say(
            "You can also complain in writing to the address on the log book.",
            "Gallwch hefyd gwyno yn ysgrifenedig i'r cyfeiriad ar y llyfr log.",
        )],
        state: State::RecordedOnThisTerminal,
        copy: 0,
    }
}

fn answers(language: Language) -> Vec<Answer> {
    let row = |english: &str, welsh: &str, lines: &[&str]| Answer {
        question: match language {
            Language::En => english.to_owned(),
            Language::Cy => welsh.to_owned(),
        },
        lines: lines.iter().map(|line| (*line).to_owned()).collect(),
    };
    vec![
        row("Registration number", "Rhif cofrestru", &["AB12 CDE"]),
        row("Who is the new keeper?", "Pwy yw'r ceidwad newydd?", &["Siân Ŵyn-Żółkowska"]),
        row("Address", "Cyfeiriad", &["1 Stryd yr Ŷd", "Caerdydd", "CF10 1AA"]),
        row("Log book number", "Rhif y llyfr log", &["•••••••8901"]),
        row("Date of sale", "Dyddiad gwerthu", &["21 / 11 / 2026"]),
        row("Price paid (optional)", "Pris (dewisol)", &["£1,250 – “as seen”"]),
    ]
}

impl Receipt {
    pub(super) fn copy(mut self, copy: u32) -> Self {
        self.copy = copy;
        self
    }

    pub(super) fn demonstration(mut self) -> Self {
        self.demonstration = true;
        self
    }

    pub(super) fn self_service(mut self) -> Self {
        self.served_by = ServedBy::SelfService;
        self
    }

    pub(super) fn answered(mut self, question: &str, answer: &str) -> Self {
        let (question, lines) = (question.to_owned(), vec![answer.to_owned()]);
        if let Details::Shown { answers } = &mut self.details {
            answers.push(Answer { question, lines });
        }
        self
    }

    pub(super) fn received(mut self) -> Self {
        self.state = State::ReceivedBy {
            department: "DVLA".to_owned(),
            reference: Some("VK-2026-0099123".to_owned()),
            received_at: LocalTime { unix_ms: 1_795_466_701_000, offset_minutes: 0 },
        };
        self
    }

    pub(super) fn erased(mut self) -> Self {
        self.details = Details::Erased;
        self
    }
}

/// Every shape of receipt there is, in both languages.
pub(super) fn every_shape() -> Vec<(String, Receipt)> {
    let long = "Mae hyn yn ateb hir iawn am gerbyd. ".repeat(120);
    [(Language::En, "en"), (Language::Cy, "cy")]
        .into_iter()
        .flat_map(|(language, code)| {
            let plain = || receipt(language);
            [
                (format!("{code}-recorded"), plain()),
                (format!("{code}-copy-received-erased"), plain().received().erased().copy(2)),
                (format!("{code}-demonstration"), plain().demonstration().self_service().copy(1)),
                (format!("{code}-long"), plain().answered("Anything else?", &long)),
            ]
        })
        .collect()
}
