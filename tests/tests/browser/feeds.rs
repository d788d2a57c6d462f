//! Small feeds of the tests' own, each with just what its test is about.

use qsec2_tests::support::programme::Programme;
use serde_json::{Value, json};

/// A feed with one exhibition that is in Paris in January 2018, and whatever is added.
pub(crate) fn feed(lists: &Value) -> Value {
    let mut feed = json!({
        "version": "1.0",
        "name": "Essai",
        "isDemonstration": false,
        "exhibitions": [{ "id": "trajectoires", "name": "Trajectoires" }],
        "stops": [{
            "id": "etape-paris", "exhibition": "trajectoires", "startDate": "2018-01-09", "endDate": "2018-03-10",
            "location": { "name": "Une salle", "department": "75", "address": { "addressLocality": "Paris" } },
        }],
    });
    if let (Some(feed), Some(lists)) = (feed.as_object_mut(), lists.as_object()) {
        feed.extend(lists.iter().map(|(name, list)| (name.clone(), list.clone())));
    }
    feed
}

/// A feed with these events, as a server reads it.
pub(crate) fn with_events(events: &Value) -> Programme {
    Programme::Written(feed(&json!({ "events": events })).to_string())
}

/// An event on an hour of January 2018 in a département.
pub(crate) fn event(id: &str, name: &str, start: &str, department: &str) -> Value {
    json!({
        "id": id, "name": name, "kind": "debat", "startDate": start,
        "location": { "name": "Une salle", "department": department },
    })
}

/// Three events in two départements, one of them on the day before the two others.
pub(crate) fn three() -> Programme {
    with_events(&json!([
        event("veille", "La veille au musée", "2018-01-19T18:00", "93"),
        event("ecole", "Une école qui respire", "2018-01-20T14:00", "93"),
        event("marche", "Marcher en ville", "2018-01-20T20:30", "75"),
    ]))
}
