use counterfoil_queue::event::{EventKind, NewEvent};

use super::Department;
use crate::test_support::{NOW, system, terminal};

fn department() -> Department {
    Department {
        id: "dvla".into(),
        name: "DVLA".into(),
        url: "http://127.0.0.1:8080".into(),
        signing_key_id: "sign-1".into(),
        signing_key: vec![1; 32],
        sealing_key_id: "seal-1".into(),
        sealing_key: vec![2; 32],
        epoch: "1".into(),
        enrolled_at: NOW,
    }
}

#[test]
fn an_enrolment_keeps_the_keys_and_is_logged_each_time() {
    let (_dir, store) = terminal();
    let event =
        |_| NewEvent { subject: Some("dvla".into()), ..system(1).does(EventKind::Enrolled) };
    let mut department = department();

    store.enrol(&department, event(1)).expect("it writes");
    department.sealing_key = vec![3; 32];
    store.enrol(&department, event(2)).expect("it writes");

    assert_eq!(store.department("dvla").expect("it reads"), Some(department.clone()));
    assert_eq!(store.departments().expect("it reads"), [department]);
    assert_eq!(store.department("hmrc").expect("it reads"), None);
    assert_eq!(store.events_for("dvla", 10).expect("it reads").len(), 2);
}
