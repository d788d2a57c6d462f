//! schema.org events, as agendas publish them in JSON-LD, rewritten as a feed for the tolerant reader.
//!
//! Takes a list, an object with `@graph` or `itemListElement`, or one event. Only renames and converts: an hour with an
//! offset becomes Paris wall time, since the feed has no other. What is wrong with a value is for the reader to say.

use std::collections::BTreeSet;

use chrono::DateTime;
use chrono_tz::Europe::Paris;
use serde_json::{Map, Value, json};

use qsec2_domain::feed::VERSION;

/// The longest id that is made.
const LONGEST_ID: usize = 60;

/// The bytes of a feed, if the bytes are JSON-LD with at least one event; `None` leaves them to the reader as they are.
pub(super) fn to_feed(bytes: &[u8]) -> Option<Vec<u8>> {
    let value: Value = serde_json::from_slice(bytes).ok()?;
    let mut found = Vec::new();
    collect(&value, &mut found);
    if found.is_empty() {
        return None;
    }
    let mut taken = BTreeSet::new();
    let events: Vec<_> = found.iter().map(|event| rewrite(event, &mut taken)).collect();
    let name = one(value.get("name")).unwrap_or_else(|| json!("Agenda importé"));
    let feed = json!({ "version": VERSION, "name": name, "events": events });
    serde_json::to_vec_pretty(&feed).ok()
}

/// The events of a document, wherever its kind of list has them.
fn collect<'a>(value: &'a Value, found: &mut Vec<&'a Map<String, Value>>) {
    match value {
        Value::Array(list) => list.iter().for_each(|item| collect(item, found)),
        Value::Object(object) if is_event(object) => found.push(object),
        Value::Object(object) => {
            for list in ["@graph", "itemListElement", "item"] {
                object.get(list).into_iter().for_each(|list| collect(list, found));
            }
        }
        _ => {}
    }
}

/// schema.org's kinds of event are named so, but for three.
fn is_event(object: &Map<String, Value>) -> bool {
    let others = ["Festival", "CourseInstance", "Hackathon"];
    types(object).any(|kind| kind.ends_with("Event") || others.contains(&kind))
}

fn types(object: &Map<String, Value>) -> impl Iterator<Item = &str> {
    let values = match object.get("@type") {
        Some(Value::Array(list)) => list.as_slice(),
        Some(value) => std::slice::from_ref(value),
        None => &[],
    };
    values.iter().filter_map(Value::as_str).filter_map(|kind| kind.rsplit(['/', ':', '#']).next())
}

fn rewrite(event: &Map<String, Value>, taken: &mut BTreeSet<String>) -> Value {
    let mut record = Map::new();
    record.insert("id".to_owned(), Value::String(own_id(event, taken)));
    record.insert("kind".to_owned(), json!(kind(event)));
    for name in ["name", "description", "eventStatus", "url"] {
        keep(&mut record, name, one(event.get(name)));
    }
    for name in ["startDate", "endDate", "previousStartDate"] {
        keep(&mut record, name, one(event.get(name)).map(wall_time));
    }
    keep(&mut record, "location", place(event.get("location")));
    keep(&mut record, "organizer", event.get("organizer").cloned());
    keep(&mut record, "isAccessibleForFree", one(event.get("isAccessibleForFree")).map(truth));
    keep(&mut record, "source", one(event.get("url")));
    keep(&mut record, "subEvent", event.get("subEvent").map(sessions));
    Value::Object(record)
}

fn keep(record: &mut Map<String, Value>, name: &str, value: Option<Value>) {
    if let Some(value) = value {
        record.insert(name.to_owned(), value);
    }
}

/// The first of a list, the text of a text with a language, or the value itself.
fn one(value: Option<&Value>) -> Option<Value> {
    match value? {
        Value::Array(list) => one(list.first()),
        Value::Object(object) => object.get("@value").or_else(|| object.get("@id")).cloned(),
        value => Some(value.clone()),
    }
}

/// An hour with an offset as the clock in Paris showed it; anything else as it is.
fn wall_time(value: Value) -> Value {
    let moment = value.as_str().and_then(|text| {
        // Both with and without seconds are written.
        let exact = DateTime::parse_from_rfc3339(text);
        exact.or_else(|_| DateTime::parse_from_str(text, "%Y-%m-%dT%H:%M%:z")).ok()
    });
    match moment {
        Some(moment) => json!(moment.with_timezone(&Paris).format("%Y-%m-%dT%H:%M").to_string()),
        None => value,
    }
}

/// schema.org's truth is also written as a text or as an address.
fn truth(value: Value) -> Value {
    match value.as_str().and_then(|text| text.rsplit('/').next()) {
        Some("True" | "true") => json!(true),
        Some("False" | "false") => json!(false),
        _ => value,
    }
}

/// The first real place; its département is the beginning of its postcode.
fn place(value: Option<&Value>) -> Option<Value> {
    let object = match value? {
        Value::Array(list) => return list.iter().find_map(|item| place(Some(item))),
        Value::Object(object) if types(object).any(|kind| kind == "VirtualLocation") => {
            return None;
        }
        Value::Object(object) => object,
        text => return Some(text.clone()),
    };
    let mut place = object.clone();
    let postcode = object.get("address").and_then(|address| address.get("postalCode"));
    let code = postcode.and_then(Value::as_str).and_then(|code| code.trim().get(..2));
    if let (Some(code), false) = (code, object.contains_key("department")) {
        place.insert("department".to_owned(), json!(code));
    }
    Some(Value::Object(place))
}

fn sessions(value: &Value) -> Value {
    let list = match value {
        Value::Array(list) => list.as_slice(),
        value => std::slice::from_ref(value),
    };
    let session = |event: &Value| {
        let mut session = Map::new();
        for name in ["startDate", "endDate"] {
            keep(&mut session, name, one(event.get(name)).map(wall_time));
        }
        keep(&mut session, "eventStatus", one(event.get("eventStatus")));
        Value::Object(session)
    };
    list.iter().map(session).collect()
}

/// The kinds that schema.org has for events, as far as the feed has them too.
fn kind(event: &Map<String, Value>) -> &'static str {
    let kind = |kind: &str| match kind {
        "ScreeningEvent" => Some("projection"),
        "TheaterEvent" | "MusicEvent" | "DanceEvent" | "ComedyEvent" => Some("spectacle"),
        "EducationEvent" | "CourseInstance" | "Hackathon" => Some("atelier"),
        "LiteraryEvent" | "SocialEvent" => Some("rencontre"),
        _ => None,
    };
    types(event).find_map(kind).unwrap_or("autre")
}

/// An id made of the event's own, of its address or of its name; with a number behind it when it is taken.
fn own_id(event: &Map<String, Value>, taken: &mut BTreeSet<String>) -> String {
    let candidates = ["identifier", "@id", "url", "name"].into_iter();
    let mut texts = candidates.filter_map(|name| one(event.get(name)));
    let base =
        texts.find_map(|text| slug(text.as_str()?)).unwrap_or_else(|| "evenement".to_owned());
    let numbered = (1..).map(|number| match number {
        1 => base.clone(),
        _ => format!("{base}-{number}"),
    });
    let free = numbered.into_iter().find(|id| !taken.contains(id)).unwrap_or_default();
    taken.insert(free.clone());
    free
}

/// The last piece of an address, or a name, in the letters of ids.
fn slug(text: &str) -> Option<String> {
    let piece = text.trim_end_matches('/').rsplit('/').next()?;
    let letters = piece.chars().map(plain_letter);
    let words: String = letters.collect();
    let parts: Vec<_> = words.split('-').filter(|part| !part.is_empty()).collect();
    let slug: String = parts.join("-").chars().take(LONGEST_ID).collect();
    let slug = slug.trim_end_matches('-').to_owned();
    (!slug.is_empty()).then_some(slug)
}

fn plain_letter(letter: char) -> char {
    match letter.to_lowercase().next().unwrap_or(letter) {
        c @ ('a'..='z' | '0'..='9') => c,
        'à' | 'â' | 'ä' => 'a',
        'ç' => 'c',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'î' | 'ï' => 'i',
        'ô' | 'ö' => 'o',
        'ù' | 'û' | 'ü' => 'u',
        _ => '-',
    }
}
