//! The way to a department: its address, its keys, and whether it answers.

use std::time::Duration;

use counterfoil_queue::event::{EventKind, NewEvent};
use counterfoil_seal::enrolment::{Enrolled, Request};
use counterfoil_seal::keys::{DepartmentKeys, SealingPublic, SigningPublic, SigningSecret};
use counterfoil_seal::probe::Nonce;
use counterfoil_store::{Act, Department};
use counterfoil_sync::{EnrolOutcome, FaultKind, IntakeClient, Limits, Unreached};

use crate::bridge::{ConnectionState, Problem};
use crate::random;
use crate::terminal::{DEMONSTRATION_DEPARTMENT, Terminal};

/// A probe that takes longer counts as offline. With one begun two seconds after the last, and a
/// screen that asks every second, the screen is true within five: 2 + 1.5 + 1, and time to spare.
const PROBE_MAX: Duration = Duration::from_millis(1_500);

/// A department that this terminal is enrolled with, ready to talk to.
#[derive(Debug, Clone)]
pub(crate) struct Link {
    pub(crate) client: IntakeClient,
    pub(crate) keys: DepartmentKeys,
    pub(crate) sealing: SealingPublic,
}

/// How an enrolment ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Enrolment {
    /// Keys were exchanged.
    Enrolled,
    /// The department refused: the code is wrong, used or missing.
    Refused,
    /// Something answered that is not a department.
    Intercepted,
    /// The department could not be reached.
    Offline,
}

impl From<Enrolment> for ConnectionState {
    fn from(enrolment: Enrolment) -> Self {
        match enrolment {
            Enrolment::Enrolled => Self::Online,
            Enrolment::Refused | Enrolment::Offline => Self::Offline,
            Enrolment::Intercepted => Self::Intercepted,
        }
    }
}

impl Terminal {
    /// The department's id that this terminal's services go to.
    ///
    /// One department for now; issue by issue the catalogue grows, and with it this becomes one
    /// link a department.
    fn department_id(&self) -> Option<&str> {
        self.services.values().next().map(|service| service.department_id())
    }

    fn department_url(&self, enrolled: Option<&Department>) -> Option<String> {
        let demonstration =
            self.identity.demonstration.then(|| DEMONSTRATION_DEPARTMENT.to_owned());
        self.department_url
            .clone()
            .or_else(|| enrolled.map(|department| department.url.clone()))
            .or(demonstration)
    }

    fn client(&self, enrolled: Option<&Department>) -> Result<IntakeClient, Problem> {
        let url = self.department_url(enrolled).ok_or(Problem::NotSetUp)?;
        let limits = Limits { connect: PROBE_MAX, probe: PROBE_MAX, ..Limits::default() };
        IntakeClient::new(&url, limits).map_err(|error| {
            tracing::warn!(%error, "the department's address");
            Problem::BadRequest
        })
    }

    /// The way to the department; `None` before the terminal is enrolled.
    pub(crate) fn link(&self) -> Result<Option<Link>, Problem> {
        let Some(id) = self.department_id() else { return Ok(None) };
        let Some(department) = self.store.department(id)? else { return Ok(None) };
        let signing = key(&department.signing_key).and_then(|k| SigningPublic::from_bytes(&k).ok());
        let sealing = key(&department.sealing_key).and_then(|k| SealingPublic::from_bytes(&k).ok());
        let (Some(signing), Some(sealing)) = (signing, sealing) else {
            return Err(Problem::CallSupport);
        };
        let keys = DepartmentKeys::new(department.id.clone(), vec![signing]);
        Ok(Some(Link { client: self.client(Some(&department))?, keys, sealing }))
    }

    /// Exchanges keys with the department, with the one-time `code` that it gave out, if it
    /// gave out one.
    ///
    /// # Errors
    /// [`Problem::BadRequest`] when the address will not do; otherwise the store's.
    pub async fn enrol(&self, code: Option<&str>) -> Result<Enrolment, Problem> {
        let client = self.client(None)?;
        let key = self.signing_key()?;
        let terminal = self.identity.id;
        let request = Request::sign(terminal.0, &self.identity.outlet, code, &key);
        match client.enrol(terminal, &request).await {
            EnrolOutcome::Enrolled { enrolled, .. } => self.keep(&enrolled),
            EnrolOutcome::Refused(_) => Ok(Enrolment::Refused),
            EnrolOutcome::Fault { kind: FaultKind::Status(_) | FaultKind::Problem(_), .. }
            | EnrolOutcome::Offline { .. } => Ok(Enrolment::Offline),
            EnrolOutcome::Fault { .. } => Ok(Enrolment::Intercepted),
        }
    }

    fn keep(&self, enrolled: &Enrolled) -> Result<Enrolment, Problem> {
        let department = Department {
            id: enrolled.department.clone(),
            name: enrolled.name.clone(),
            url: self.department_url(None).unwrap_or_default(),
            signing_key_id: enrolled.signing.id().to_string(),
            signing_key: enrolled.signing.to_bytes().to_vec(),
            sealing_key_id: enrolled.sealing.id().to_string(),
            sealing_key: enrolled.sealing.to_bytes().to_vec(),
            epoch: enrolled.epoch.to_string(),
            enrolled_at: self.clock.now().wall,
        };
        let event = NewEvent {
            subject: Some(department.id.clone()),
            body: serde_json::json!({
                "signing_key": department.signing_key_id,
                "sealing_key": department.sealing_key_id,
                "epoch": department.epoch,
            })
            .to_string(),
            ..Act::system(self.clock.now()).does(EventKind::Enrolled)
        };
        self.store.enrol(&department, event)?;
        Ok(Enrolment::Enrolled)
    }

    /// Keeps the address that the operator gave, now that the department has proved itself there.
    fn remember_address(&self) -> Result<(), Problem> {
        let (Some(url), Some(id)) = (&self.department_url, self.department_id()) else {
            return Ok(());
        };
        let Some(department) = self.store.department(id)?.filter(|known| known.url != *url) else {
            return Ok(());
        };
        let event = NewEvent {
            subject: Some(department.id.clone()),
            body: serde_json::json!({ "url": url }).to_string(),
            ..self.by_itself().does(EventKind::Enrolled)
        };
        self.store.enrol(&Department { url: url.clone(), ..department }, event)?;
        Ok(())
    }

    pub(crate) fn signing_key(&self) -> Result<SigningSecret, Problem> {
        Ok(SigningSecret::from_bytes(self.store.signing_seed()?.as_bytes()))
    }

    /// Finds out whether the department answers, enrolling a demonstration terminal on the way.
    pub(crate) async fn reach(&self) -> Result<(ConnectionState, Option<Link>), Problem> {
        let Some(link) = self.link()? else {
            if !self.identity.demonstration {
                return Ok((ConnectionState::Unknown, None));
            }
            let state = self.enrol(None).await?.into();
            return Ok((state, self.link()?));
        };
        let state = match link.client.probe(&link.keys, Nonce(random::bytes())).await {
            Ok(_) => {
                self.remember_address()?;
                ConnectionState::Online
            }
            Err(Unreached::Intercepted { .. }) => ConnectionState::Intercepted,
            Err(Unreached::Offline { .. } | Unreached::Faulty { .. }) => ConnectionState::Offline,
        };
        Ok((state, Some(link)))
    }
}

fn key(bytes: &[u8]) -> Option<[u8; 32]> {
    bytes.try_into().ok()
}
