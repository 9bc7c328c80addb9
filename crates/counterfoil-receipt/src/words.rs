//! Every word a receipt says of its own, in English and in Welsh (law 7).
//!
//! Each line of the table holds both languages, so a string without its Welsh does not compile.
//! `{department}` and the like stand for facts and are filled in by `compose`.

use crate::content::Language;

/// Writes the table once for each language.
macro_rules! words {
    ($($(#[$doc:meta])* $name:ident: $english:literal, $welsh:literal;)+) => {
        /// The receipt's own words in one language.
        #[derive(Debug)]
        pub(crate) struct Words {
            $($(#[$doc])* pub(crate) $name: &'static str,)+
            /// The months, January first.
            pub(crate) months: [&'static str; 12],
        }

        const ENGLISH: Words = Words { $($name: $english,)+ months: MONTHS_ENGLISH };
        const WELSH: Words = Words { $($name: $welsh,)+ months: MONTHS_WELSH };

        #[cfg(test)]
        pub(crate) const TABLE: &[(&str, &str, &str)] = &[$((stringify!($name), $english, $welsh),)+];
    };
}

const MONTHS_ENGLISH: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const MONTHS_WELSH: [&str; 12] = [
    "Ionawr",
    "Chwefror",
    "Mawrth",
    "Ebrill",
    "Mai",
    "Mehefin",
    "Gorffennaf",
    "Awst",
    "Medi",
    "Hydref",
    "Tachwedd",
    "Rhagfyr",
];

words! {
    receipt: "Receipt", "Derbynneb";
    demonstration:
        "This is a demonstration. This receipt is not real.",
        "Arddangosiad yw hwn. Nid yw'r dderbynneb hon yn un go iawn.";
    demonstration_short: "Demonstration, not real", "Arddangosiad, nid un go iawn";
    /// Before a copy's number. The one word in capitals on a receipt: it must not be missed.
    copy: "COPY", "COPI";
    copy_note:
        "This is a copy. The first receipt is of {time}.",
        "Copi yw hwn. Mae'r dderbynneb gyntaf yn dyddio o {time}.";
    recorded: "Recorded on this terminal", "Wedi'i gofnodi ar y derfynell hon";
    recorded_note:
        "{department} has not yet received it. This terminal passes it on when it has a connection.",
        "{department}: heb ei dderbyn eto. Bydd y derfynell hon yn ei drosglwyddo pan fydd ganddi gysylltiad.";
    received: "Received by {department}", "Wedi'i dderbyn gan {department}";
    received_at: "Time received", "Amser derbyn";
    department_reference: "Reference given by {department}", "Cyfeirnod a roddwyd gan {department}";
    reference: "Reference", "Cyfeirnod";
    sequence: "Number on this terminal", "Rhif ar y derfynell hon";
    recorded_at: "Time recorded", "Amser cofnodi";
    /// Between a date and a time of day.
    at: "at", "am";
    department: "Department", "Adran";
    outlet: "Place", "Lleoliad";
    operator: "Terminal run by", "Y derfynell dan ofal";
    terminal: "Terminal", "Terfynell";
    served_by: "Typed in by", "Teipiwyd gan";
    staff: "staff number {number}", "rhif staff {number}";
    self_service: "the person themselves (self-service)", "y person ei hun (hunanwasanaeth)";
    what: "What was recorded", "Beth gafodd ei gofnodi";
    erased:
        "The answers were erased from this terminal when {department} acknowledged that it had them. The first receipt may show them.",
        "Dilëwyd yr atebion o'r derfynell hon pan gydnabu {department} eu bod ganddi. Gall y dderbynneb gyntaf eu dangos.";
    declared: "What you declared", "Beth wnaethoch chi ei ddatgan";
    consented: "What you agreed to", "Beth wnaethoch chi gytuno iddo";
    papers: "Papers", "Papurau";
    next: "What happens next", "Beth sy'n digwydd nesaf";
    contact: "Contact {department}", "Cysylltu â {department}";
    wrong: "If something is wrong", "Os oes rhywbeth o'i le";
    wrong_note:
        "Tell the staff here, or contact {department} and give the reference. You can ask for what was recorded to be checked.",
        "Dywedwch wrth y staff yma, neu cysylltwch â {department} gan roi'r cyfeirnod. Gallwch ofyn i'r hyn a gofnodwyd gael ei wirio.";
    keep: "Keep this receipt.", "Cadwch y dderbynneb hon.";
    page: "Page {page} of {pages}", "Tudalen {page} o {pages}";
    /// On paper only, when the fonts lack a character.
    unprintable:
        "Some characters cannot be printed here. Each is shown by its number in brackets, such as [U+4E2D]. The record holds the characters themselves.",
        "Ni ellir argraffu rhai nodau yma. Dangosir pob un â'i rif mewn cromfachau, megis [U+4E2D]. Mae'r cofnod yn cynnwys y nodau eu hunain.";
}

impl Words {
    /// The table of one language.
    pub(crate) fn of(language: Language) -> &'static Self {
        match language {
            Language::En => &ENGLISH,
            Language::Cy => &WELSH,
        }
    }
}

/// The name of the state before the department has acknowledged, as every screen and paper says
/// it.
#[must_use]
pub fn recorded_on_this_terminal(language: Language) -> &'static str {
    Words::of(language).recorded
}

/// The name of the state once `department` has acknowledged, as every screen and paper says it.
#[must_use]
pub fn received_by(language: Language, department: &str) -> String {
    Words::of(language).received.replace("{department}", department)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn gaps(words: &str) -> Vec<&str> {
        let mut gaps: Vec<&str> =
            words.split('{').skip(1).filter_map(|rest| rest.split('}').next()).collect();
        gaps.sort_unstable();
        gaps
    }

    #[test]
    fn every_string_is_there_in_both_languages_and_leaves_the_same_facts_open() {
        for (name, english, welsh) in TABLE {
            assert!(!english.trim().is_empty() && !welsh.trim().is_empty(), "{name} is empty");
            assert_ne!(english, welsh, "{name} is not translated");
            assert_eq!(gaps(english), gaps(welsh), "{name} leaves different facts open");
        }
    }

    #[test]
    fn no_word_but_the_four_states_says_what_became_of_a_submission() {
        for (name, english, _) in TABLE {
            for word in ["sent", "saved", "submitted", "complete"] {
                assert!(!english.to_lowercase().contains(word), "{name} says {word}");
            }
        }
    }

    #[test]
    fn the_states_are_called_what_the_screens_call_them() {
        assert_eq!(recorded_on_this_terminal(Language::En), "Recorded on this terminal");
        assert_eq!(recorded_on_this_terminal(Language::Cy), "Wedi'i gofnodi ar y derfynell hon");
        assert_eq!(received_by(Language::En, "DVLA"), "Received by DVLA");
        assert_eq!(received_by(Language::Cy, "DVLA"), "Wedi'i dderbyn gan DVLA");
    }
}
