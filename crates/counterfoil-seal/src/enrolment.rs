//! Enrolment: terminal and department exchange their keys.
//!
//! The request is signed with the terminal's own key, so it proves that the terminal has it. The
//! answer is signed with the department's and names the request by SHA-256, so an old answer
//! does not pass for a new one. Whether the key in the first answer is really the department's
//! is for the caller to settle, by comparing [`Enrolled::signing`]'s id with one on paper.

use minicbor::{Decode, Encode};
use uuid::Uuid;

use crate::digest::Digest;
use crate::keys::{DepartmentKeys, SealingPublic, SigningPublic, SigningSecret};
use crate::signed::{Domain, Signed};
use crate::wire::{self, VersionOne, uuid_bytes};

/// Largest request or answer, in bytes.
pub const ENROLMENT_MAX: usize = 4 * 1024;

/// Why bytes are no enrolment request, or no answer to ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotAnEnrolment {
    /// Not the CBOR of one, a version this program does not know, or too long.
    #[error("the bytes are no enrolment")]
    Malformed,
    /// A key in it is no key.
    #[error("a key in it is no key")]
    Key,
    /// The signature does not fit the key in it.
    #[error("the signature does not fit")]
    Signature,
    /// Well signed, in answer to another request.
    #[error("it answers another request")]
    OtherRequest,
}

/// What a terminal says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// The terminal's id.
    pub terminal: Uuid,
    /// The key it signs its packages with.
    pub signing: SigningPublic,
    /// The outlet it stands in, as its receipts print it.
    pub outlet: String,
    /// The one-time code that the department gave out, where it wants one.
    pub code: Option<String>,
}

#[derive(Encode, Decode)]
#[cbor(array)]
struct RequestStatement {
    #[n(0)]
    version: VersionOne,
    #[cbor(n(1), with = "uuid_bytes")]
    terminal: Uuid,
    #[cbor(n(2), with = "minicbor::bytes")]
    signing: [u8; 32],
    #[n(3)]
    outlet: String,
    #[n(4)]
    code: Option<String>,
}

impl Request {
    /// The request of the terminal with `key`, as the bytes it sends.
    #[must_use]
    pub fn sign(terminal: Uuid, outlet: &str, code: Option<&str>, key: &SigningSecret) -> Vec<u8> {
        let statement = wire::encode(&RequestStatement {
            version: VersionOne,
            terminal,
            signing: key.public().to_bytes(),
            outlet: outlet.to_owned(),
            code: code.map(str::to_owned),
        });
        Signed::seal(Domain::EnrolmentRequest, &statement, key)
    }

    /// The request in `bytes`, made by whoever has the key that it names.
    ///
    /// # Errors
    /// [`NotAnEnrolment`].
    pub fn verify(bytes: &[u8]) -> Result<Self, NotAnEnrolment> {
        let signed = Signed::split(bytes, ENROLMENT_MAX).map_err(|_| NotAnEnrolment::Malformed)?;
        let statement: RequestStatement =
            wire::decode(signed.statement, ENROLMENT_MAX).map_err(|_| NotAnEnrolment::Malformed)?;
        let names = [Some(&statement.outlet), statement.code.as_ref()];
        if !names.into_iter().flatten().all(|name| wire::is_name(name)) {
            return Err(NotAnEnrolment::Malformed);
        }
        let signing =
            SigningPublic::from_bytes(&statement.signing).map_err(|_| NotAnEnrolment::Key)?;
        if !signed.is_by(Domain::EnrolmentRequest, &signing) {
            return Err(NotAnEnrolment::Signature);
        }
        let RequestStatement { terminal, outlet, code, .. } = statement;
        Ok(Self { terminal, signing, outlet, code })
    }
}

#[derive(Encode, Decode)]
#[cbor(array)]
struct AnswerStatement {
    #[n(0)]
    version: VersionOne,
    #[n(1)]
    request: Digest,
    #[n(2)]
    department: String,
    #[n(3)]
    name: String,
    #[cbor(n(4), with = "minicbor::bytes")]
    signing: [u8; 32],
    #[cbor(n(5), with = "minicbor::bytes")]
    sealing: [u8; 32],
    #[n(6)]
    epoch: u64,
}

/// What a department answers with.
#[derive(Debug, Clone, Copy)]
pub struct Answer<'a> {
    /// The department's id, such as `dvla`.
    pub department: &'a str,
    /// The department's name as people know it.
    pub name: &'a str,
    /// The key that terminals seal to.
    pub sealing: &'a SealingPublic,
    /// Counts the lives of the department's records.
    pub epoch: u64,
}

impl Answer<'_> {
    /// This answer to `request`, signed with the department's `key`, which it also names.
    #[must_use]
    pub fn sign(&self, request: &[u8], key: &SigningSecret) -> Vec<u8> {
        let statement = wire::encode(&AnswerStatement {
            version: VersionOne,
            request: Digest::of(request),
            department: self.department.to_owned(),
            name: self.name.to_owned(),
            signing: key.public().to_bytes(),
            sealing: self.sealing.to_bytes(),
            epoch: self.epoch,
        });
        Signed::seal(Domain::EnrolmentAnswer, &statement, key)
    }
}

/// What a terminal knows of a department once enrolled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Enrolled {
    /// The department's id, such as `dvla`.
    pub department: String,
    /// The department's name as people know it.
    pub name: String,
    /// The key it signs with.
    pub signing: SigningPublic,
    /// The key to seal to.
    pub sealing: SealingPublic,
    /// Counts the lives of the department's records.
    pub epoch: u64,
}

impl Enrolled {
    /// Verifies that `bytes` are an answer to `request`.
    ///
    /// # Errors
    /// [`NotAnEnrolment`].
    pub fn verify(bytes: &[u8], request: &[u8]) -> Result<Self, NotAnEnrolment> {
        let (answers, enrolled) = read(bytes)?;
        if answers == Digest::of(request) {
            Ok(enrolled)
        } else {
            Err(NotAnEnrolment::OtherRequest)
        }
    }

    /// The department in an answer that was verified before and then kept. Checks the signature
    /// again; only for bytes from the terminal's own encrypted store.
    ///
    /// # Errors
    /// [`NotAnEnrolment`].
    pub fn from_kept(bytes: &[u8]) -> Result<Self, NotAnEnrolment> {
        read(bytes).map(|(_, enrolled)| enrolled)
    }

    /// What acknowledgements of this department are verified with.
    #[must_use]
    pub fn keys(&self) -> DepartmentKeys {
        DepartmentKeys::new(self.department.clone(), vec![self.signing])
    }
}

fn read(bytes: &[u8]) -> Result<(Digest, Enrolled), NotAnEnrolment> {
    let signed = Signed::split(bytes, ENROLMENT_MAX).map_err(|_| NotAnEnrolment::Malformed)?;
    let says: AnswerStatement =
        wire::decode(signed.statement, ENROLMENT_MAX).map_err(|_| NotAnEnrolment::Malformed)?;
    if !wire::is_name(&says.department) || !wire::is_name(&says.name) {
        return Err(NotAnEnrolment::Malformed);
    }
    let signing = SigningPublic::from_bytes(&says.signing).map_err(|_| NotAnEnrolment::Key)?;
    let sealing = SealingPublic::from_bytes(&says.sealing).map_err(|_| NotAnEnrolment::Key)?;
    if !signed.is_by(Domain::EnrolmentAnswer, &signing) {
        return Err(NotAnEnrolment::Signature);
    }
    let AnswerStatement { request, department, name, epoch, .. } = says;
    Ok((request, Enrolled { department, name, signing, sealing, epoch }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keys::SealingSecret;

    const TERMINAL: Uuid = Uuid::from_bytes([2; 16]);

    fn terminal() -> SigningSecret {
        SigningSecret::from_bytes(&[7; 32])
    }

    fn department() -> SigningSecret {
        SigningSecret::from_bytes(&[5; 32])
    }

    fn request() -> Vec<u8> {
        Request::sign(TERMINAL, "Example Street Post Office", Some("CODE-1"), &terminal())
    }

    fn answer(request: &[u8]) -> Vec<u8> {
        let sealing = SealingSecret::derive(&[3; 32]).public();
        Answer { department: "dvla", name: "DVLA", sealing: &sealing, epoch: 1 }
            .sign(request, &department())
    }

    #[test]
    fn both_sides_learn_the_others_key() {
        let asked = Request::verify(&request()).expect("is a request");
        let enrolled = Enrolled::verify(&answer(&request()), &request()).expect("is the answer");

        assert_eq!(asked.terminal, TERMINAL);
        assert_eq!(asked.signing, terminal().public());
        assert_eq!(asked.code.as_deref(), Some("CODE-1"));
        assert_eq!(enrolled.name, "DVLA");
        assert_eq!(enrolled.signing, department().public());
        assert!(enrolled.keys().signing_key(department().public().id()).is_some());
        assert_eq!(Enrolled::from_kept(&answer(&request())), Ok(enrolled));
    }

    #[test]
    fn an_answer_to_another_request_is_refused() {
        let other = Request::sign(TERMINAL, "Other outlet", None, &terminal());

        let refused = Enrolled::verify(&answer(&other), &request());

        assert_eq!(refused, Err(NotAnEnrolment::OtherRequest));
    }

    #[test]
    fn no_bit_of_an_enrolment_can_be_changed() {
        let (request, answer) = (request(), answer(&request()));

        for place in 0..request.len() {
            let mut changed = request.clone();
            changed[place] ^= 4;
            assert!(Request::verify(&changed).is_err(), "request byte {place}");
        }
        for place in 0..answer.len() {
            let mut changed = answer.clone();
            changed[place] ^= 4;
            assert!(Enrolled::verify(&changed, &request).is_err(), "answer byte {place}");
        }
    }
}
