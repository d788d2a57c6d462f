//! Places, points, parties, contacts, figures: values that feeds write in several shapes, or wrongly.

use serde_json::json;

use super::{event_with, only, reading_with, small};
use crate::choices::Audience;
use crate::department::Territory;
use crate::event::EventStatus;
use crate::place::Geo;
use crate::report::Effect;

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
fn changes_are_counted_in_whole_numbers() {
    let (event, problems) = event_with("sequence", json!(2_147_483_647));
    assert_eq!((event.provenance.sequence, problems.len()), (2_147_483_647, 0));
    for wrong in [json!(-1), json!(1.5), json!("1"), json!(2_147_483_648_u32), json!(1e40)] {
        let (event, problems) = event_with("sequence", wrong);
        assert_eq!(event.provenance.sequence, 0);
        assert_eq!(only(&problems), ("/events/0/sequence", Effect::ValueLeftOut));
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
fn a_contact_by_which_nobody_can_be_reached_is_none() {
    let contacts = json!([{ "knownFrom": "brochure" }, { "telephone": "01 40 79 58 15" }]);
    let reading = reading_with("/organizations/0/contactPoint", contacts);
    assert_eq!(reading.feed.organizations[0].contact_point.len(), 1);
    let lost = ("/organizations/0/contactPoint/0", Effect::ValueLeftOut);
    assert_eq!(only(reading.report.problems()), lost);
}

#[test]
fn a_party_without_a_name_is_left_out_and_the_others_stay() {
    let (event, problems) = event_with("organizer", json!([{}, { "name": "Nous" }]));
    assert_eq!(event.organizer.len(), 1);
    assert_eq!(only(&problems), ("/events/0/organizer/0/name", Effect::ValueLeftOut));
}
