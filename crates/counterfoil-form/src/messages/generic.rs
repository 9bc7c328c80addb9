//! What is said of a wrong answer where the definition says nothing better.

use super::Pair;
use crate::definition::field::Kind;
use crate::kind::Failure;

/// The words for this failure of an answer of this kind, or of a part of it.
pub(super) fn of(kind: &Kind, part: Option<&str>, failure: Failure) -> Pair {
    match failure {
        Failure::Missing => part.map_or_else(|| missing(kind), missing_part),
        Failure::Format | Failure::CheckDigit => {
            part.map_or_else(|| form(kind, failure), |part| form_of_part(part, failure))
        }
        Failure::TooShort | Failure::TooLong | Failure::TooManyWords | Failure::Characters => {
            text(failure)
        }
        Failure::NotAChoice | Failure::NotTicked | Failure::TooFew | Failure::TooMany => {
            choice(kind, failure)
        }
        Failure::Incomplete | Failure::NotADate | Failure::TooEarly | Failure::TooLate => {
            day(kind, failure)
        }
        Failure::NotANumber | Failure::Decimals | Failure::TooSmall | Failure::TooLarge => {
            figure(kind, failure)
        }
        _ => others(failure),
    }
}

fn text(failure: Failure) -> Pair {
    match failure {
        Failure::TooShort => (
            "‘{label}’ must have {limit} characters or more",
            "Rhaid i ‘{label}’ gynnwys {limit} nod neu fwy",
        ),
        Failure::TooManyWords => (
            "‘{label}’ must have {limit} words or fewer",
            "Rhaid i ‘{label}’ gynnwys {limit} gair neu lai",
        ),
        Failure::Characters => (
            "‘{label}’ has a character that cannot be used here",
            "Mae nod yn ‘{label}’ na ellir ei ddefnyddio yma",
        ),
        _ => (
            "‘{label}’ must have {limit} characters or fewer",
            "Rhaid i ‘{label}’ gynnwys {limit} nod neu lai",
        ),
    }
}

fn choice(kind: &Kind, failure: Failure) -> Pair {
    match (kind, failure) {
        (_, Failure::NotAChoice) => {
            ("Select one of the answers given", "Dewiswch un o’r atebion a roddir")
        }
        (_, Failure::NotTicked) => ("Tick every box to go on", "Ticiwch bob blwch i fynd ymlaen"),
        (Kind::File(_), Failure::TooFew) => {
            ("Add at least {limit} files", "Ychwanegwch o leiaf {limit} ffeil")
        }
        (Kind::File(_), _) => {
            ("Add no more than {limit} files", "Peidiwch ag ychwanegu mwy na {limit} ffeil")
        }
        (_, Failure::TooFew) => ("Tick at least {limit} boxes", "Ticiwch o leiaf {limit} blwch"),
        _ => ("Tick no more than {limit} boxes", "Peidiwch â thicio mwy na {limit} blwch"),
    }
}

fn day(kind: &Kind, failure: Failure) -> Pair {
    match (kind, failure) {
        (Kind::MonthYear(_), Failure::Incomplete) => {
            ("The answer must include {parts}", "Rhaid i’r ateb gynnwys {parts}")
        }
        (_, Failure::Incomplete) => {
            ("The date must include {parts}", "Rhaid i’r dyddiad gynnwys {parts}")
        }
        (Kind::MonthYear(_), Failure::NotADate) => (
            "Enter a real month and year, such as 3 2026",
            "Rhowch fis a blwyddyn go iawn, megis 3 2026",
        ),
        (_, Failure::NotADate) => {
            ("Enter a real date, such as 27 3 2026", "Rhowch ddyddiad go iawn, megis 27 3 2026")
        }
        (_, Failure::TooEarly) => (
            "The date must be {limit} or later",
            "Rhaid i’r dyddiad fod ar {limit} neu ar ôl hynny",
        ),
        _ => (
            "The date must be {limit} or earlier",
            "Rhaid i’r dyddiad fod ar {limit} neu cyn hynny",
        ),
    }
}

fn figure(kind: &Kind, failure: Failure) -> Pair {
    match (kind, failure) {
        (Kind::Money(_), Failure::NotANumber) => (
            "Enter an amount of money in pounds, such as 12.50",
            "Rhowch swm o arian mewn punnoedd, megis 12.50",
        ),
        (Kind::Money(_), Failure::Decimals) => (
            "An amount has at most two digits after the point, such as 12.50",
            "Mae gan swm ddau ddigid ar y mwyaf ar ôl y pwynt, megis 12.50",
        ),
        (Kind::Money(_), Failure::TooSmall) => {
            ("The amount must be {limit} or more", "Rhaid i’r swm fod yn {limit} neu fwy")
        }
        (Kind::Money(_), _) => {
            ("The amount must be {limit} or less", "Rhaid i’r swm fod yn {limit} neu lai")
        }
        (Kind::Number(rule), Failure::NotANumber) if 0 < rule.decimals => {
            ("Enter a number, such as 12.5", "Rhowch rif, megis 12.5")
        }
        (_, Failure::NotANumber) => {
            ("Enter a whole number, such as 48000", "Rhowch rif cyfan, megis 48000")
        }
        (_, Failure::Decimals) => (
            "The number must have {limit} digits or fewer after the point",
            "Rhaid i’r rhif gael {limit} digid neu lai ar ôl y pwynt",
        ),
        (_, Failure::TooSmall) => {
            ("The number must be {limit} or more", "Rhaid i’r rhif fod yn {limit} neu fwy")
        }
        _ => ("The number must be {limit} or less", "Rhaid i’r rhif fod yn {limit} neu lai"),
    }
}

fn others(failure: Failure) -> Pair {
    match failure {
        Failure::Letters => (
            "‘{label}’ must have {limit} letters or more",
            "Rhaid i ‘{label}’ gynnwys {limit} llythyren neu fwy",
        ),
        Failure::NotAlone => (
            "Choose either the last answer or any of the others, not both",
            "Dewiswch naill ai’r ateb olaf neu unrhyw rai o’r lleill, nid y ddau",
        ),
        Failure::FileType => {
            ("This type of file is not taken here", "Ni dderbynnir y math hwn o ffeil yma")
        }
        Failure::FileSize => (
            "The file must not be empty, and at most {limit}",
            "Rhaid i’r ffeil beidio â bod yn wag, a bod yn {limit} ar y mwyaf",
        ),
        Failure::Differs => {
            ("The two answers must be the same", "Rhaid i’r ddau ateb fod yr un peth")
        }
        Failure::Same => (
            "This answer must not be the same as the earlier one",
            "Rhaid i’r ateb hwn beidio â bod yr un peth â’r un cynharach",
        ),
        Failure::TogetherTooLong => (
            "These answers together must have {limit} characters or fewer",
            "Rhaid i’r atebion hyn gyda’i gilydd gynnwys {limit} nod neu lai",
        ),
        Failure::NotAfter => (
            "This date must be after the earlier one",
            "Rhaid i’r dyddiad hwn fod ar ôl yr un cynharach",
        ),
        Failure::BeforeOther => (
            "This date must not be before the earlier one",
            "Rhaid i’r dyddiad hwn beidio â bod cyn yr un cynharach",
        ),
        Failure::MoreThanOther => (
            "This number must not be more than the earlier one",
            "Rhaid i’r rhif hwn beidio â bod yn fwy na’r un cynharach",
        ),
        Failure::UnlikelyDriver => (
            "The driver number does not go with the name and date of birth given. Check all three.",
            "Nid yw’r rhif gyrrwr yn cyd-fynd â’r enw a’r dyddiad geni a roddwyd. Gwiriwch y tri.",
        ),
        Failure::UnlikelyAccount => (
            "The sort code and account number do not seem to go together. Check both.",
            "Nid yw’r cod didoli a rhif y cyfrif i’w gweld yn cyd-fynd. Gwiriwch y ddau.",
        ),
        _ => FORM,
    }
}

const FORM: Pair = ("Enter ‘{label}’ in the right form", "Rhowch ‘{label}’ yn y ffurf gywir");

fn missing(kind: &Kind) -> Pair {
    match kind {
        Kind::Radios(_) | Kind::Select(_) | Kind::YesNo(_) => {
            ("Select an answer to ‘{label}’", "Dewiswch ateb i ‘{label}’")
        }
        Kind::Checkboxes(rule) if rule.all => TICK,
        Kind::Declaration(_) => TICK,
        Kind::Checkboxes(_) => ("Tick at least one box", "Ticiwch o leiaf un blwch"),
        Kind::Date(_) => ("Enter a date for ‘{label}’", "Rhowch ddyddiad ar gyfer ‘{label}’"),
        Kind::MonthYear(_) => {
            ("Enter a month and year for ‘{label}’", "Rhowch fis a blwyddyn ar gyfer ‘{label}’")
        }
        Kind::Time => ("Enter a time for ‘{label}’", "Rhowch amser ar gyfer ‘{label}’"),
        Kind::Number(_) => ("Enter a number for ‘{label}’", "Rhowch rif ar gyfer ‘{label}’"),
        Kind::Money(_) => ("Enter an amount for ‘{label}’", "Rhowch swm ar gyfer ‘{label}’"),
        Kind::Email => ("Enter an email address", "Rhowch gyfeiriad e-bost"),
        Kind::Telephone => ("Enter a telephone number", "Rhowch rif ffôn"),
        Kind::Website => ("Enter an address on the web", "Rhowch gyfeiriad gwefan"),
        Kind::File(_) => ("Add a file for ‘{label}’", "Ychwanegwch ffeil ar gyfer ‘{label}’"),
        Kind::Postcode => ("Enter a postcode", "Rhowch god post"),
        kind => missing_reference(kind),
    }
}

const TICK: Pair = ("Tick the box to go on", "Ticiwch y blwch i fynd ymlaen");

fn missing_reference(kind: &Kind) -> Pair {
    match kind {
        Kind::NationalInsuranceNumber(_) => {
            ("Enter a National Insurance number", "Rhowch rif Yswiriant Gwladol")
        }
        Kind::Utr => ("Enter a Unique Taxpayer Reference", "Rhowch Gyfeirnod Unigryw y Trethdalwr"),
        Kind::VatNumber => ("Enter a VAT registration number", "Rhowch rif cofrestru TAW"),
        Kind::CompanyNumber => ("Enter a company number", "Rhowch rif cwmni"),
        Kind::VehicleRegistration => {
            ("Enter a vehicle registration number", "Rhowch rif cofrestru cerbyd")
        }
        Kind::V5cReference => (
            "Enter the log book’s document reference number",
            "Rhowch rif cyfeirnod dogfen y llyfr log",
        ),
        Kind::V11Reference => (
            "Enter the reference number from the tax reminder",
            "Rhowch y cyfeirnod o’r nodyn atgoffa treth",
        ),
        Kind::NewKeeperReference => (
            "Enter the reference number from the new keeper’s slip",
            "Rhowch y cyfeirnod o slip y ceidwad newydd",
        ),
        Kind::DriverNumber => ("Enter a driver number", "Rhowch rif gyrrwr"),
        Kind::PassportNumber => ("Enter a passport number", "Rhowch rif pasbort"),
        Kind::PrisonerNumber => ("Enter a prisoner number", "Rhowch rif carcharor"),
        Kind::GridReference => ("Enter a grid reference", "Rhowch gyfeirnod grid"),
        _ => ("Enter an answer to ‘{label}’", "Rhowch ateb i ‘{label}’"),
    }
}

fn missing_part(part: &str) -> Pair {
    match part {
        "full" => ("Enter a full name", "Rhowch enw llawn"),
        "first" => ("Enter a first name", "Rhowch enw cyntaf"),
        "last" => ("Enter a last name", "Rhowch gyfenw"),
        "town" => ("Enter a town or city", "Rhowch dref neu ddinas"),
        "postcode" => ("Enter a postcode", "Rhowch god post"),
        "country" => ("Enter a country", "Rhowch wlad"),
        "sort-code" => ("Enter a sort code", "Rhowch god didoli"),
        "account-number" => ("Enter an account number", "Rhowch rif cyfrif"),
        _ => ("Enter ‘{label}’", "Rhowch ‘{label}’"),
    }
}

fn form(kind: &Kind, failure: Failure) -> Pair {
    match kind {
        Kind::Time => {
            ("Enter a time, such as 2:30pm or 14:30", "Rhowch amser, megis 2:30yh neu 14:30")
        }
        Kind::Email => (
            "Enter an email address in the right form, such as name@example.com",
            "Rhowch gyfeiriad e-bost yn y ffurf gywir, megis enw@example.com",
        ),
        Kind::Telephone => (
            "Enter a telephone number with all its digits, such as 01632 960 001",
            "Rhowch rif ffôn gyda’i holl ddigidau, megis 01632 960 001",
        ),
        Kind::Website => (
            "Enter an address on the web, such as www.example.com",
            "Rhowch gyfeiriad gwefan, megis www.example.com",
        ),
        Kind::Postcode => POSTCODE,
        Kind::Utr if failure == Failure::CheckDigit => (
            "Check the Unique Taxpayer Reference: one of its digits must be wrong",
            "Gwiriwch Gyfeirnod Unigryw y Trethdalwr: mae’n rhaid bod un o’r digidau’n anghywir",
        ),
        Kind::VatNumber if failure == Failure::CheckDigit => (
            "Check the VAT registration number: one of its digits must be wrong",
            "Gwiriwch y rhif cofrestru TAW: mae’n rhaid bod un o’r digidau’n anghywir",
        ),
        kind => form_of_reference(kind),
    }
}

const POSTCODE: Pair =
    ("Enter a full UK postcode, such as SA6 7JL", "Rhowch god post llawn yn y DU, megis SA6 7JL");

fn form_of_reference(kind: &Kind) -> Pair {
    match kind {
        Kind::NationalInsuranceNumber(_) => (
            "Enter a National Insurance number in the right form, such as QQ 12 34 56 C",
            "Rhowch rif Yswiriant Gwladol yn y ffurf gywir, megis QQ 12 34 56 C",
        ),
        Kind::Utr => (
            "The Unique Taxpayer Reference must have 10 digits",
            "Rhaid i Gyfeirnod Unigryw y Trethdalwr gael 10 digid",
        ),
        Kind::VatNumber => (
            "The VAT registration number must have 9 digits",
            "Rhaid i’r rhif cofrestru TAW gael 9 digid",
        ),
        Kind::CompanyNumber => (
            "Enter the 8 characters of the company number, such as 01234567 or SC123456",
            "Rhowch 8 nod y rhif cwmni, megis 01234567 neu SC123456",
        ),
        Kind::VehicleRegistration => (
            "Enter a vehicle registration number in the right form, such as AB12 CDE",
            "Rhowch rif cofrestru cerbyd yn y ffurf gywir, megis AB12 CDE",
        ),
        Kind::V5cReference => (
            "The document reference number must have 11 digits",
            "Rhaid i rif cyfeirnod y ddogfen fod yn rhif 11 digid",
        ),
        Kind::V11Reference => {
            ("The reference number must have 16 digits", "Rhaid i’r cyfeirnod gael 16 digid")
        }
        Kind::NewKeeperReference => {
            ("The reference number must have 12 digits", "Rhaid i’r cyfeirnod gael 12 digid")
        }
        Kind::DriverNumber => (
            "Enter the 16 characters of the driver number, such as MORGA657054SM9IJ",
            "Rhowch 16 nod y rhif gyrrwr, megis MORGA657054SM9IJ",
        ),
        Kind::PassportNumber => {
            ("The passport number must have 9 digits", "Rhaid i’r rhif pasbort gael 9 digid")
        }
        Kind::PrisonerNumber => (
            "Enter a prisoner number in the right form, such as A1234BC",
            "Rhowch rif carcharor yn y ffurf gywir, megis A1234BC",
        ),
        Kind::GridReference => (
            "Enter a grid reference with its two letters, such as SK 387 148",
            "Rhowch gyfeirnod grid gyda’i ddwy lythyren, megis SK 387 148",
        ),
        _ => FORM,
    }
}

fn form_of_part(part: &str, failure: Failure) -> Pair {
    match (part, failure) {
        (_, Failure::CheckDigit) => (
            "Check the second line against the passport: one of its characters must be wrong",
            "Gwiriwch yr ail linell yn erbyn y pasbort: mae’n rhaid bod un o’r nodau’n anghywir",
        ),
        ("postcode", _) => POSTCODE,
        ("sort-code", _) => (
            "The sort code must have 6 digits, such as 30-94-30",
            "Rhaid i’r cod didoli gael 6 digid, megis 30-94-30",
        ),
        ("account-number", _) => (
            "The account number must have 6 to 8 digits, such as 00733445",
            "Rhaid i rif y cyfrif gael 6 i 8 digid, megis 00733445",
        ),
        ("line-1" | "line-2", _) => (
            "Each line must have 44 characters, as at the foot of the passport’s photograph page",
            "Rhaid i bob llinell gael 44 nod, fel ar waelod tudalen llun y pasbort",
        ),
        _ => FORM,
    }
}
