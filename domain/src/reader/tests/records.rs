//! Records, their ids, their references, and what may be missing from them.

use serde_json::{Value, json};

use super::{event_with, only, reading, reading_with, small};
use crate::choices::{Audience, Choice, EventKind};
use crate::department::{Department, Territory};
use crate::event::EventStatus;
use crate::lang::Lang;
use crate::place::Geo;
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
fn one_value_may_stand_for_a_list_of_one() {
    let (event, problems) = event_with("audience", json!("adultes"));
    assert!(problems.is_empty() && event.audience.contains(Audience::Adults));
    let (event, problems) = event_with("source", json!("https://example.org/"));
    assert!(problems.is_empty() && event.provenance.source.len() == 1);
    let (event, problems) = event_with("organizer", json!("Une amie"));
    assert!(problems.is_empty() && event.organizer[0].name == "Une amie");
    let (event, problems) = event_with("organizer", json!({ "organization": "espgg" }));
    assert!(problems.is_empty() && event.organizer[0].name == "Espace des sciences");
}

#[test]
fn a_status_may_carry_the_prefix_of_schema_org() {
    for text in
        ["EventCancelled", "https://schema.org/EventCancelled", "http://schema.org/EventCancelled"]
    {
        let (event, problems) = event_with("eventStatus", json!(text));
        assert_eq!(event.event_status, EventStatus::Cancelled);
        assert!(problems.is_empty());
    }
    let (event, problems) = event_with("eventStatus", json!("EventEaten"));
    assert_eq!(event.event_status, EventStatus::Scheduled);
    assert_eq!(only(&problems), ("/events/0/eventStatus", Effect::Noted));
}

#[test]
fn only_true_and_false_say_whether_something_is_free() {
    for (wrong, free) in [(json!("true"), None), (json!(1), None), (json!(true), Some(true))] {
        assert_eq!(event_with("isAccessibleForFree", wrong).0.is_accessible_for_free, free);
    }
}

#[test]
fn an_address_is_read_nested_flat_or_as_one_text() {
    let flat =
        json!({ "streetAddress": "1 rue A", "postalCode": "75005", "addressLocality": "Paris" });
    let nested = json!({ "address": flat.clone() });
    let (from_flat, _) = event_with("location", flat);
    let (from_nested, problems) = event_with("location", nested);
    assert_eq!(from_flat.location, from_nested.location);
    assert!(problems.is_empty());
    let street = |event: crate::event::Event| event.location.and_then(|place| place.street_address);
    assert_eq!(street(from_nested).as_deref(), Some("1 rue A"));
    let (line, _) = event_with("location", json!({ "address": "1 rue A, Paris" }));
    assert_eq!(street(line).as_deref(), Some("1 rue A, Paris"));
    let (name, _) = event_with("location", json!("La Villette"));
    assert_eq!(name.location.and_then(|place| place.name).as_deref(), Some("La Villette"));
}

#[test]
fn a_point_is_read_nested_or_flat_and_both_of_its_numbers_or_none() {
    let point = json!({ "latitude": 48.85, "longitude": 2.35 });
    for location in [point.clone(), json!({ "geo": point })] {
        let (event, problems) = event_with("location", location);
        let geo = event.location.and_then(|place| place.geo);
        assert_eq!(geo, Some(Geo { latitude: 48.85, longitude: 2.35 }));
        assert!(problems.is_empty());
    }
    for (location, pointer) in [
        (json!({ "latitude": 91, "longitude": 2 }), "/events/0/location/latitude"),
        (json!({ "latitude": 48.8 }), "/events/0/location/longitude"),
        (
            json!({ "geo": { "latitude": 48, "longitude": "2" } }),
            "/events/0/location/geo/longitude",
        ),
    ] {
        let (event, problems) = event_with("location", location);
        assert_eq!(event.location, None);
        assert_eq!(only(&problems), (pointer, Effect::ValueLeftOut));
    }
}

#[test]
fn a_place_outside_the_eight_is_never_in_one_of_them() {
    let (event, problems) = event_with("location", json!({ "department": "33" }));
    let territory = event.location.and_then(|place| place.department);
    assert!(matches!(territory, Some(Territory::Outside(_))) && problems.is_empty());
    let group = json!([{ "id": "g", "name": "g", "department": "33" }]);
    let reading = reading_with("/groups", group);
    assert_eq!(only(reading.report.problems()), ("/groups/0/department", Effect::RecordLeftOut));
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
fn a_number_beyond_all_numbers_spoils_only_its_own_value() {
    let text = small().to_string().replace(
        "\"events\"",
        r#""figures":[{"id":"a","name":"a","value":1,"maxValue":1e999},{"id":"b","name":"b","value":-1e999}],"events""#,
    );
    let Ok(reading) = crate::reader::read(text.as_bytes()) else { panic!("refused") };
    assert_eq!(reading.feed.figures.len(), 1);
    assert_eq!(reading.feed.figures[0].max_value, None);
    assert_eq!(reading.report.omitted(), 1);
}

#[test]
fn a_figure_takes_numbers_only_and_no_upper_end_below_the_lower() {
    let figures = json!([
        { "id": "a", "name": "a", "value": "12" },
        { "id": "b", "name": "b", "value": 12, "maxValue": 3, "exactness": "environ" },
    ]);
    let reading = reading_with("/figures", figures);
    assert_eq!(reading.feed.figures.len(), 1);
    assert_eq!(reading.feed.figures[0].max_value, None);
    assert_eq!(reading.report.total(), 2);
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
