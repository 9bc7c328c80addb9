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
    /// The department's id, as in the submissions that are meant for it.
    pub(crate) department: String,
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
    /// The address that the operator gave is that of the one department there is. With several,
    /// each keeps its own.
    fn department_url(&self, enrolled: Option<&Department>, only: bool) -> Option<String> {
        let demonstration =
            self.identity.demonstration.then(|| DEMONSTRATION_DEPARTMENT.to_owned());
        let given = self.department_url.clone().filter(|_| only);
        given.or_else(|| enrolled.map(|department| department.url.clone())).or(demonstration)
    }

    fn client(&self, enrolled: Option<&Department>, only: bool) -> Result<IntakeClient, Problem> {
        let url = self.department_url(enrolled, only).ok_or(Problem::NotSetUp)?;
        let limits = Limits { connect: PROBE_MAX, probe: PROBE_MAX, ..Limits::default() };
        IntakeClient::new(&url, limits).map_err(|error| {
            tracing::warn!(%error, "the department's address");
            Problem::BadRequest
        })
    }

    /// The ways to all departments that this terminal is enrolled with.
    pub(crate) fn links(&self) -> Result<Vec<Link>, Problem> {
        let departments = self.store.departments()?;
        let only = departments.len() == 1;
        departments.iter().map(|department| self.link(department, only)).collect()
    }

    fn link(&self, department: &Department, only: bool) -> Result<Link, Problem> {
        let signing = key(&department.signing_key).and_then(|k| SigningPublic::from_bytes(&k).ok());
        let sealing = key(&department.sealing_key).and_then(|k| SealingPublic::from_bytes(&k).ok());
        let (Some(signing), Some(sealing)) = (signing, sealing) else {
            return Err(Problem::CallSupport);
        };
        Ok(Link {
            department: department.id.clone(),
            client: self.client(Some(department), only)?,
            keys: DepartmentKeys::new(department.id.clone(), vec![signing]),
            sealing,
        })
    }

    /// Exchanges keys with the department, with the one-time `code` that it gave out, if it
    /// gave out one.
    ///
    /// # Errors
    /// [`Problem::BadRequest`] when the address will not do; otherwise the store's.
    pub async fn enrol(&self, code: Option<&str>) -> Result<Enrolment, Problem> {
        let client = self.client(None, true)?;
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
            url: self.department_url(None, true).unwrap_or_default(),
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
    fn remember_address(&self, link: &Link, only: bool) -> Result<(), Problem> {
        let Some(url) = self.department_url.as_ref().filter(|_| only) else { return Ok(()) };
        let known = self.store.department(&link.department)?;
        let Some(department) = known.filter(|known| known.url != *url) else { return Ok(()) };
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

    /// Finds out which departments answer, enrolling a demonstration terminal on the way. Gives
    /// what the screen says and the ways that are open.
    pub(crate) async fn reach(&self) -> Result<(ConnectionState, Vec<Link>), Problem> {
        let links = self.links()?;
        if links.is_empty() {
            if !self.identity.demonstration {
                return Ok((ConnectionState::Unknown, links));
            }
            let state = self.enrol(None).await?.into();
            return Ok((state, self.links()?));
        }
        let only = links.len() == 1;
        // All at once, so that one that is silent does not make the others wait.
        let mut probes = tokio::task::JoinSet::new();
        for link in links {
            probes.spawn(async move {
                let probed = link.client.probe(&link.keys, Nonce(random::bytes())).await;
                (probed.map(|_| ()), link)
            });
        }
        let (mut states, mut open) = (Vec::new(), Vec::new());
        for (probed, link) in probes.join_all().await {
            states.push(match probed {
                Ok(()) => {
                    self.remember_address(&link, only)?;
                    open.push(link);
                    ConnectionState::Online
                }
                Err(Unreached::Intercepted { .. }) => ConnectionState::Intercepted,
                Err(Unreached::Offline { .. } | Unreached::Faulty { .. }) => {
                    ConnectionState::Offline
                }
            });
        }
        Ok((overall(&states), open))
    }
}

/// What the screen says of several departments: the worst that is true of any.
fn overall(states: &[ConnectionState]) -> ConnectionState {
    let any = |state| states.contains(&state);
    if any(ConnectionState::Intercepted) {
        ConnectionState::Intercepted
    } else if any(ConnectionState::Offline) {
        ConnectionState::Offline
    } else if any(ConnectionState::Online) {
        ConnectionState::Online
    } else {
        ConnectionState::Unknown
    }
}

fn key(bytes: &[u8]) -> Option<[u8; 32]> {
    bytes.try_into().ok()
}

#[cfg(test)]
mod tests {
    use super::overall;
    use crate::bridge::ConnectionState::{Intercepted, Offline, Online, Unknown};

    #[test]
    fn the_screen_says_the_worst_that_is_true_of_any_department() {
        for (states, said) in [
            (vec![Online, Online], Online),
            (vec![Online, Offline], Offline),
            (vec![Offline, Intercepted, Online], Intercepted),
            (vec![], Unknown),
        ] {
            assert_eq!(overall(&states), said, "{states:?}");
        }
    }
}
