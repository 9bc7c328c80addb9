//! The department: who it is, its keys and its records.

use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use counterfoil_form::{Service, catalogue};
use counterfoil_queue::time::Clock;
use counterfoil_seal::acknowledgement::Acknowledgement;
use counterfoil_seal::enrolment::{Answer, Request};
use counterfoil_seal::keys::{DepartmentKeys, SealingPublic, SealingSecret, SigningSecret};
use counterfoil_seal::probe::{self, Pong};
use counterfoil_seal::problem::ProblemType;
use rusqlite::{Connection, TransactionBehavior};
use uuid::Uuid;

use crate::error::DepartmentError;
use crate::intake::Refusal;
use crate::reference::random_bytes;
use crate::store::keys::{Identity, Purpose};
use crate::store::{self, keys, terminal};

/// What a department is, decided once, when its directory is first used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetUp {
    /// The department's id, such as `dvla`.
    pub department: String,
    /// Its name as people know it.
    pub name: String,
    /// The first part of its references.
    pub reference_prefix: String,
    /// Whether any terminal may enrol. Otherwise each needs a one-time code.
    pub demonstration: bool,
}

impl SetUp {
    /// The department of the service that ships.
    #[must_use]
    pub fn dvla(demonstration: bool) -> Self {
        Self {
            department: "dvla".into(),
            name: "DVLA".into(),
            reference_prefix: "DVLA".into(),
            demonstration,
        }
    }
}

/// An open department. Cheap to clone; clones share its records.
#[derive(Clone)]
pub struct Department(Arc<Inner>);

struct Inner {
    identity: Identity,
    signing: SigningSecret,
    sealing: SealingSecret,
    services: Vec<Service>,
    clock: Arc<dyn Clock>,
    connection: Mutex<Connection>,
}

impl Department {
    /// Opens the department in `data_dir`. In a fresh directory it is made as `set_up` says, with
    /// new keys; later it stays what it was made.
    ///
    /// # Errors
    /// [`DepartmentError`]: what the disk, the database or the random source refused.
    pub fn open(
        data_dir: &Path,
        set_up: &SetUp,
        clock: Arc<dyn Clock>,
    ) -> Result<Self, DepartmentError> {
        let mut connection = store::open(data_dir)?;
        let identity = identity_or_new(&mut connection, set_up, clock.now().wall.0)?;
        let signing = SigningSecret::from_bytes(&*keys::secret(&connection, Purpose::Signing)?);
        let sealing = SealingSecret::from_bytes(&*keys::secret(&connection, Purpose::Sealing)?)
            .map_err(|_| DepartmentError::Key)?;
        let services = catalogue::shipped().map_err(|_| DepartmentError::Definitions)?;
        let connection = Mutex::new(connection);
        Ok(Self(Arc::new(Inner { identity, signing, sealing, services, clock, connection })))
    }

    /// What acknowledgements of this department are verified with.
    #[must_use]
    pub fn keys(&self) -> DepartmentKeys {
        DepartmentKeys::new(self.id(), vec![self.0.signing.public()])
    }

    /// The key that terminals seal to.
    #[must_use]
    pub fn sealing_key(&self) -> SealingPublic {
        self.0.sealing.public()
    }

    /// `statement` signed by this department. Only [`Department`]'s own intake says what is true;
    /// this is for tools that need a signed statement of another kind, such as a false one.
    #[must_use]
    pub fn sign(&self, statement: &Acknowledgement) -> Vec<u8> {
        statement.sign(&self.0.signing)
    }

    /// Takes a terminal in and answers with the department's keys.
    ///
    /// The same terminal with the same key may enrol again and needs no code then; with another
    /// key it is refused.
    pub(crate) fn enrol(&self, path_id: Uuid, bytes: &[u8]) -> Result<Vec<u8>, Refusal> {
        let request = Request::verify(bytes).map_err(|_| ProblemType::Malformed)?;
        if request.terminal != path_id {
            return Err(ProblemType::IdMismatch.into());
        }
        self.admit(&request)?;
        let answer = Answer {
            department: self.id(),
            name: &self.0.identity.set_up.name,
            sealing: &self.sealing_key(),
            epoch: self.epoch(),
        };
        Ok(answer.sign(bytes, &self.0.signing))
    }

    fn admit(&self, request: &Request) -> Result<(), Refusal> {
        let key = request.signing.to_bytes();
        let mut connection = self.connection();
        let tx = immediate(&mut connection)?;
        match terminal::signing_key(&tx, request.terminal)? {
            Some(known) if known == key => return Ok(()),
            Some(_) => return Err(ProblemType::Conflict.into()),
            None => {}
        }
        if !self.0.identity.set_up.demonstration {
            let code = request.code.as_deref().ok_or(ProblemType::CodeRefused)?;
            if !terminal::use_code(&tx, code, request.terminal)? {
                return Err(ProblemType::CodeRefused.into());
            }
        }
        terminal::put(&tx, request.terminal, &key, &request.outlet, self.now_ms())?;
        Ok(tx.commit().map_err(DepartmentError::from)?)
    }

    /// The signed answer to a probe.
    pub(crate) fn pong(&self, bytes: &[u8]) -> Result<Vec<u8>, Refusal> {
        let nonce = probe::read_ping(bytes).map_err(|_| ProblemType::Malformed)?;
        let department = self.id().to_owned();
        Ok(Pong { nonce, time_ms: self.now_ms(), department }.sign(&self.0.signing))
    }

    pub(crate) fn id(&self) -> &str {
        &self.0.identity.set_up.department
    }

    pub(crate) fn name(&self) -> &str {
        &self.0.identity.set_up.name
    }

    pub(crate) fn reference_prefix(&self) -> &str {
        &self.0.identity.set_up.reference_prefix
    }

    pub(crate) fn epoch(&self) -> u64 {
        self.0.identity.epoch
    }

    pub(crate) fn sealing(&self) -> &SealingSecret {
        &self.0.sealing
    }

    pub(crate) fn services(&self) -> &[Service] {
        &self.0.services
    }

    pub(crate) fn now_ms(&self) -> i64 {
        self.0.clock.now().wall.0
    }

    /// A panic while it was held has rolled its transaction back, so the connection is sound.
    pub(crate) fn connection(&self) -> MutexGuard<'_, Connection> {
        self.0.connection.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A transaction that holds the write lock from the start, so that what it read stays true.
pub(crate) fn immediate(
    connection: &mut Connection,
) -> Result<rusqlite::Transaction<'_>, DepartmentError> {
    Ok(connection.transaction_with_behavior(TransactionBehavior::Immediate)?)
}

fn identity_or_new(
    connection: &mut Connection,
    set_up: &SetUp,
    now_ms: i64,
) -> Result<Identity, DepartmentError> {
    let tx = immediate(connection)?;
    if let Some(identity) = keys::identity(&tx)? {
        return Ok(identity);
    }
    keys::put_identity(&tx, set_up, now_ms)?;
    let signing = SigningSecret::from_bytes(&random_bytes()?);
    let id = signing.public().id().to_string();
    keys::put_secret(&tx, Purpose::Signing, &id, &signing.to_bytes(), now_ms)?;
    let sealing = SealingSecret::derive(&random_bytes()?);
    let id = sealing.public().id().to_string();
    keys::put_secret(&tx, Purpose::Sealing, &id, &sealing.to_bytes(), now_ms)?;
    tx.commit()?;
    Ok(Identity { set_up: set_up.clone(), epoch: 1 })
}
