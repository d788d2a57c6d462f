//! Records, their ids, their references, and what may be missing from them.

use serde_json::{Value, json};

use super::{event_with, only, reading, reading_with, small};
use crate::choices::{Audience, Choice, EventKind};
use crate::department::Department;
use crate::lang::Lang;
use crate::report::{Effect, Fault};

#[test]
fn a_record_without_what_it_needs_is_left_out_and_named() {
    for (pointer, lost) in [
        ("/events/0/id", "/events/0/id"),
        ("/events/0/name", "/events/0/name"),
        ("/stops/0/exhibition", "/stops/0/exhibition"),
        ("/stops/0/location", "/stops/0/location"),
    ] {
        for nothing in [Value::Null, json!(""), json!("  ")] {
            let reading = reading_with(pointer, nothing);
            assert_eq!(only(reading.report.problems()), (lost, Effect::RecordLeftOut));
            assert_eq!(reading.report.problems()[0].fault, Fault::MissingProperty);
            assert_eq!(reading.report.omitted(), 1);
        }
    }
}

#[test]
fn a_required_value_of_another_shape_leaves_the_record_out() {
    for wrong in [json!(5), json!(true), json!(["a"]), json!({ "fr": "a" })] {
        let reading = reading_with("/events/0/name", wrong);
        assert_eq!(only(reading.report.problems()), ("/events/0/name", Effect::RecordLeftOut));
        assert_eq!(reading.report.problems()[0].record, "event ev");
    }
}

#[test]
fn an_optional_value_of_another_shape_is_left_out_and_the_record_stays() {
    for property in [
        "description",
        "startDate",
        "endDate",
        "location",
        "organizer",
        "audience",
        "url",
        "isAccessibleForFree",
        "source",
        "subEvent",
        "eventStatus",
        "kind",
        "season",
        "dateModified",
    ] {
        let (_, problems) = event_with(property, json!(12.5));
        let pointer = format!("/events/0/{property}");
        assert_eq!(only(&problems), (pointer.as_str(), Effect::ValueLeftOut));
    }
}

#[test]
fn of_two_records_with_one_id_the_first_stands() {
    let other = json!({ "id": "ev", "name": "Un autre" });
    let reading = reading_with("/events/1", other);
    assert_eq!(reading.feed.events.len(), 1);
    assert_eq!(reading.feed.events[0].name, "Un débat");
    assert_eq!(only(reading.report.problems()), ("/events/1/id", Effect::RecordLeftOut));
    assert_eq!(reading.report.problems()[0].fault, Fault::DuplicateId);
}

#[test]
fn a_record_that_was_left_out_does_not_keep_its_id() {
    let feed = json!({ "version": "1.0", "name": "n", "events": [{ "id": "a" }, { "id": "a", "name": "deux" }] });
    assert_eq!(reading(&feed).feed.events[0].name, "deux");
}

#[test]
fn an_id_that_cannot_stand_in_an_address_leaves_the_record_out() {
    for id in ["Été", "../x", "a b", "<script>"] {
        let reading = reading_with("/events/0/id", json!(id));
        assert_eq!(reading.report.problems()[0].fault, Fault::UnreadableId);
        assert_eq!(reading.report.problems()[0].record, "event n° 1");
        assert_eq!(reading.feed.events.len(), 0);
    }
}

#[test]
fn a_reference_that_leads_nowhere_is_dropped_and_noted() {
    for property in ["season", "stop"] {
        let (event, problems) = event_with(property, json!("nulle-part"));
        assert_eq!((event.season, event.stop), (None, None));
        assert_eq!(problems[0].fault, Fault::DanglingReference { to: "nulle-part".to_owned() });
    }
    let (event, problems) =
        event_with("organizer", json!([{ "name": "Nous", "organization": "nulle-part" }]));
    assert_eq!(event.organizer[0].organization, None);
    assert_eq!(only(&problems), ("/events/0/organizer/0/organization", Effect::ValueLeftOut));
}

#[test]
fn a_reference_is_followed_whatever_the_order_of_the_lists() {
    let text = r#"{"events":[{"id":"ev","name":"n","stop":"s"}],"stops":[{"id":"s","exhibition":"x","location":"Ici"}],
        "exhibitions":[{"id":"x","name":"x"}],"name":"n","version":"1.0"}"#;
    let Ok(reading) = crate::reader::read(text.as_bytes()) else { panic!("refused") };
    assert!(reading.report.is_clean(), "{:?}", reading.report);
    assert!(reading.feed.events[0].stop.is_some());
}

#[test]
fn what_refers_to_a_record_that_was_left_out_refers_to_nothing() {
    let reading = reading_with("/exhibitions/0/name", Value::Null);
    assert_eq!(reading.report.omitted(), 2, "the exhibition, and its stop");
    assert_eq!(reading.report.problems()[1].pointer, "/stops/0/exhibition");
}

#[test]
fn an_unknown_kind_is_another_kind_and_noted() {
    let (event, problems) = event_with("kind", json!("karaoké"));
    assert_eq!(event.kind, EventKind::Other);
    assert_eq!(only(&problems), ("/events/0/kind", Effect::Noted));
}

#[test]
fn an_unknown_audience_is_dropped_and_the_known_ones_stay() {
    let (event, problems) = event_with("audience", json!(["adultes", "martiens"]));
    assert!(event.audience.contains(Audience::Adults) && event.audience.len() == 1);
    assert_eq!(only(&problems), ("/events/0/audience/1", Effect::ValueLeftOut));
}

#[test]
fn a_department_has_one_record() {
    let records =
        json!([{ "code": "75", "operator": "espgg" }, { "code": "75" }, { "code": "33" }]);
    let reading = reading_with("/departments", records);
    assert_eq!(reading.feed.departments.len(), 1);
    assert_eq!(reading.feed.departments[0].code, Department::Paris);
    let faults: Vec<_> = reading.report.problems().iter().map(|one| &one.fault).collect();
    assert_eq!(faults[0], &Fault::DuplicateId);
    assert_eq!(reading.report.problems()[0].record, "department 75");
    assert!(matches!(faults[1], Fault::UnknownKind { .. }));
}

#[test]
fn a_record_is_looked_at_up_to_its_256th_property() {
    let event = |before: usize| {
        let padding = r#""x":0,"#.repeat(before);
        [r#"{"version":"1.0","name":"n","events":[{"id":"a","#, &padding, r#""name":"a"}]}"#]
            .concat()
    };
    for (before, events) in [(254, 1), (255, 0), (5000, 0)] {
        let Ok(reading) = crate::reader::read(event(before).as_bytes()) else { panic!("refused") };
        assert_eq!(reading.feed.events.len(), events, "{before}");
    }
}

#[test]
fn what_is_not_known_to_this_version_does_not_hurt() {
    let mut feed = small();
    feed["podcasts"] = json!([{ "id": 1 }]);
    feed["events"][0]["mood"] = json!({ "x": [1, 2, 3] });
    assert!(reading(&feed).report.is_clean());
}

#[test]
fn every_problem_says_what_is_wrong_and_what_to_do_in_both_languages() {
    let (_, problems) = event_with("startDate", json!("2018-02-30"));
    let problem = &problems[0];
    assert!(problem.message(Lang::Fr).contains("«\u{a0}2018-02-30\u{a0}»"));
    assert!(problem.message(Lang::Fr).contains("startDate"));
    assert!(problem.message(Lang::En).contains("“2018-02-30”"));
    let feed = json!({ "version": "1.0", "name": "n", "stops": [{}], "events": [
        { "id": "a", "name": "\u{202e}a", "kind": "x", "url": "javascript:1", "endDate": "2017", "startDate": "2018", "season": "s" },
    ] });
    for problem in reading(&feed).report.problems() {
        for &lang in Lang::ALL {
            assert!(
                problem.message(lang).ends_with('.') && problem.cure(lang).ends_with('.'),
                "{problem:?}"
            );
            assert!(!problem.effect.message(lang).is_empty());
        }
        assert_ne!(problem.message(Lang::Fr), problem.message(Lang::En));
    }
}
