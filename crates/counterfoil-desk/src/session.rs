//! Signing in. A try is counted, durably, before its PIN is looked at, so that pulling the plug
//! gives nobody another guess.

use counterfoil_queue::event::{Actor, EventKind, NewEvent};
use counterfoil_store::{Act, SignInLock, Staff};

use crate::bridge::{Problem, SessionView, SignIn};
use crate::pin;
use crate::terminal::Terminal;

/// The longest staff number that is looked up, in characters.
const NUMBER_CHARS_MAX: usize = 32;

const MINUTE_MS: u32 = 60_000;

/// Who is signed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Session {
    pub(crate) number: String,
    pub(crate) name: String,
}

impl Session {
    pub(crate) fn actor(&self) -> Actor {
        Actor::Staff { number: self.number.clone() }
    }

    pub(crate) fn view(&self) -> SessionView {
        SessionView { staff_number: self.number.clone(), name: self.name.clone() }
    }
}

/// How long a staff number is locked after `failures` wrong PINs in a row: nothing before the
/// fifth, then 1, 5 and 15 minutes, and 15 minutes for every one after.
fn lock_ms(failures: u32) -> Option<u32> {
    match failures {
        0..=4 => None,
        5 => Some(MINUTE_MS),
        6 => Some(5 * MINUTE_MS),
        _ => Some(15 * MINUTE_MS),
    }
}

impl Terminal {
    /// Signs a member of staff in.
    pub(crate) fn sign_in(&self, request: &SignIn) -> Result<Session, Problem> {
        let number = request.staff_number.trim();
        if number.chars().count() > NUMBER_CHARS_MAX {
            return Err(Problem::SignInWrong);
        }
        let now = self.clock.now();
        let locked = self
            .store
            .staff(number)?
            .and_then(|staff| staff.lock)
            .is_some_and(|lock| lock.holds(now));
        if locked {
            return Err(Problem::SignInLocked);
        }
        let tried = self.store.sign_in_tried(number)?;
        let kept = tried.as_ref().map(|staff| staff.pin_hash.as_str());
        if pin::verify(&request.pin, kept)
            && let Some(staff) = tried
        {
            return self.accept(staff);
        }
        self.refuse(number, tried.map_or(0, |staff| staff.failures))
    }

    /// Logs that a member of staff signed out.
    pub(crate) fn sign_out(&self, session: &Session) -> Result<(), Problem> {
        self.store.log(self.session_event(EventKind::SignedOut, session.actor()))?;
        Ok(())
    }

    fn accept(&self, staff: Staff) -> Result<Session, Problem> {
        let session = Session { number: staff.number, name: staff.name };
        let event = self.session_event(EventKind::SignedIn, session.actor());
        self.store.sign_in_accepted(&session.number, event)?;
        Ok(session)
    }

    /// Attributed to the program: nobody has proved to be anybody.
    fn refuse(&self, number: &str, failures: u32) -> Result<Session, Problem> {
        let now = self.clock.now();
        let lock = lock_ms(failures).map(|millis| SignInLock::starting(now, millis));
        let event = self.session_event(EventKind::SignInRefused, Actor::System);
        self.store.sign_in_refused(number, lock, event)?;
        Err(if lock.is_some() { Problem::SignInLocked } else { Problem::SignInWrong })
    }

    fn session_event(&self, kind: EventKind, actor: Actor) -> NewEvent {
        Act { stamp: self.clock.now(), actor }.does(kind)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::set_up::demonstration;
    use crate::terminal::tests::demonstration_terminal;

    fn with_pin(pin: &str) -> SignIn {
        SignIn { staff_number: demonstration().staff_number, pin: pin.to_owned() }
    }

    #[test]
    fn the_right_pin_signs_in_and_a_wrong_number_or_pin_say_the_same() {
        let (_dir, terminal, _clock) = demonstration_terminal();
        let nobody = SignIn { staff_number: "999999".into(), pin: demonstration().pin };

        assert!(terminal.sign_in(&with_pin(&demonstration().pin)).is_ok());
        assert_eq!(terminal.sign_in(&with_pin("00000000")), Err(Problem::SignInWrong));
        assert_eq!(terminal.sign_in(&nobody), Err(Problem::SignInWrong));
    }

    #[test]
    fn the_fifth_wrong_pin_locks_even_the_right_one_out_for_a_minute() {
        let (_dir, terminal, clock) = demonstration_terminal();
        for _ in 0..4 {
            assert_eq!(terminal.sign_in(&with_pin("1")), Err(Problem::SignInWrong));
        }

        assert_eq!(terminal.sign_in(&with_pin("1")), Err(Problem::SignInLocked));
        let right = with_pin(&demonstration().pin);
        assert_eq!(terminal.sign_in(&right), Err(Problem::SignInLocked));
        clock.advance_ms(60_000);
        assert!(terminal.sign_in(&right).is_ok());
    }
}
