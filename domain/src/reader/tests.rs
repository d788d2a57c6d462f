//! The reader's rules, one test each.
//!
//! Each test begins from one small feed that is right, breaks one thing in it, and looks at the feed and the report.

mod dates;
mod records;
mod refusals;
mod texts;
mod values;

use serde_json::{Value, json};

use super::{Reading, read};
use crate::event::Event;
use crate::report::{Effect, Problem};

/// A feed with one season, exhibition, stop, organization and event.
fn small() -> Value {
    json!({
        "version": "1.0",
        "name": "Essai",
        "seasons": [{ "id": "air", "name": "L’Air" }],
        "organizations": [{ "id": "espgg", "name": "Espace des sciences" }],
        "exhibitions": [{ "id": "expo", "name": "Une exposition", "season": "air" }],
        "stops": [{ "id": "etape", "exhibition": "expo", "location": { "department": "75" } }],
        "events": [{ "id": "ev", "name": "Un débat", "kind": "debat", "startDate": "2018-01-09" }],
    })
}

/// The small feed, with a value put (or, for `null`, taken out) at a JSON Pointer whose parent exists.
fn with(pointer: &str, value: Value) -> Value {
    let mut feed = small();
    let (parent, name) = pointer.rsplit_once('/').unwrap_or_default();
    match feed.pointer_mut(parent) {
        Some(Value::Object(object)) => {
            object.insert(name.to_owned(), value);
        }
        Some(Value::Array(list)) => list.push(value),
        _ => panic!("no {parent}"),
    }
    feed
}

fn reading(feed: &Value) -> Reading {
    read(feed.to_string().as_bytes()).unwrap_or_else(|refusal| panic!("{refusal}"))
}

/// What reading says of the small feed with one value changed.
fn reading_with(pointer: &str, value: Value) -> Reading {
    reading(&with(pointer, value))
}

/// The event of the small feed with one of its properties changed.
fn event_with(property: &str, value: Value) -> (Event, Vec<Problem>) {
    let reading = reading_with(&format!("/events/0/{property}"), value);
    let Some(event) = reading.feed.event("ev") else { panic!("the event was left out") };
    (event.clone(), reading.report.problems().to_vec())
}

/// Pointer and effect of the one problem that there is.
#[track_caller]
fn only(problems: &[Problem]) -> (&str, Effect) {
    let [problem] = problems else { panic!("{problems:#?}") };
    (&problem.pointer, problem.effect)
}

#[test]
fn a_feed_that_is_right_has_a_clean_report() {
    let reading = reading(&small());
    assert!(reading.report.is_clean(), "{:#?}", reading.report);
    assert_eq!(reading.feed.events.len(), 1);
    assert_eq!(reading.feed.stops.len(), 1);
}
