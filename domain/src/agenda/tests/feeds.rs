//! Any feed and any query, from so few dates, words and codes that they often meet.

use chrono::NaiveDate;
use proptest::collection::vec;
use proptest::option::{of, weighted};
use proptest::prelude::*;
use proptest::sample::select;

use super::records::{day, event, id, moment, place, stop};
use crate::choices::{Choice, Choices};
use crate::date::Span;
use crate::event::{Event, EventStatus, Party, Session};
use crate::feed::Feed;
use crate::id::Id;
use crate::place::Place;
use crate::provenance::Provenance;
use crate::query::Query;
use crate::season::Exhibition;

const DAYS: [&str; 5] = ["2017-12-31", "2018-01-01", "2018-01-20", "2018-01-21", "2018-02-01"];
const MOMENTS: [&str; 13] = [
    "",
    "2017",
    "2018",
    "2017-12",
    "2018-01",
    "2017-12-31",
    "2018-01-01",
    "2018-01-20",
    "2018-01-20T20:00",
    "2018-01-21T01:00",
    "2018-01-21T10:00",
    "2018-01-31",
    "2018-02-01T09:00",
];
const WORDS: [&str; 12] = [
    "l’air",
    "de",
    "mesurer",
    "mesurons",
    "Mesures",
    "vélo",
    "VÉLOS",
    "la",
    "Œuvre",
    "mobilité",
    "en",
    "ville",
];
const TYPED: [&str; 14] = [
    "",
    "de ",
    "l",
    "mes",
    "mesure ",
    "vélo la",
    "oeuvr",
    "d'en",
    "ville mobil",
    "!",
    "mobilté",
    "messure la",
    "vlile ",
    "oeuve vélllo",
];
const AREAS: [&str; 4] = ["", "75", "93", "33"];

pub(crate) fn todays() -> impl Strategy<Value = NaiveDate> {
    prop_oneof![4 => select(&DAYS[..]).prop_map(day), 1 => Just(day("2199-12-31"))]
}

fn texts() -> impl Strategy<Value = String> {
    vec(select(&WORDS[..]), 0..4).prop_map(|words| words.join(" "))
}

fn spans() -> impl Strategy<Value = Span> {
    (select(&MOMENTS[..]), select(&MOMENTS[..])).prop_map(|(start, end)| {
        let span = Span { start: moment(start), end: moment(end) };
        if span.is_in_order() { span } else { Span { end: None, ..span } }
    })
}

/// Often none, so that facets leave something to count.
fn choices<T: Choice + std::fmt::Debug>() -> impl Strategy<Value = Choices<T>> {
    let some = vec(select(T::ALL), 1..4).prop_map(|choices| choices.into_iter().collect());
    weighted(0.4, some).prop_map(Option::unwrap_or_default)
}

fn ids(names: &'static [&'static str]) -> impl Strategy<Value = Option<Id>> {
    weighted(0.3, select(names)).prop_map(|name| name.map(id))
}

fn places() -> impl Strategy<Value = Place> {
    (select(&AREAS[..]), of(texts()), of(texts())).prop_map(|(area, name, town)| Place {
        name,
        address_locality: town,
        ..place(area)
    })
}

fn sessions() -> impl Strategy<Value = Vec<Session>> {
    let session = spans().prop_map(|span| Session { span, event_status: EventStatus::Scheduled });
    prop_oneof![3 => Just(Vec::new()), 1 => vec(session, 1..4)]
}

fn events() -> impl Strategy<Value = Event> {
    let what = (texts(), of(texts()), vec(texts(), 0..3), of(places()), spans(), sessions());
    let kind = select(Choice::ALL);
    let whom = (kind, choices(), choices(), choices(), of(any::<bool>()));
    (what, whom, ids(&["mobilites", "air"]), ids(&["s0", "s1"])).prop_map(
        |(what, whom, season, stop)| {
            let (name, description, organizers, location, span, sessions) = what;
            let (kind, audience, educational_level, access, is_accessible_for_free) = whom;
            let organizers = organizers.into_iter();
            let organizer = organizers.map(|name| Party { name, organization: None }).collect();
            Event {
                name,
                kind,
                season,
                stop,
                span,
                sessions,
                location,
                organizer,
                audience,
                educational_level,
                access,
                is_accessible_for_free,
                description,
                ..event("e")
            }
        },
    )
}

/// Up to a dozen events; two stops, of which one knows its season through its exhibition only.
pub(crate) fn feeds() -> impl Strategy<Value = Feed> {
    (vec(events(), 0..12), select(&AREAS[..])).prop_map(|(mut events, area)| {
        for (place, event) in events.iter_mut().enumerate() {
            event.id = id(&format!("e{place}"));
        }
        let mut stops = vec![stop("s0", "trajectoires", area), stop("s1", "souffle", "75")];
        stops[1].season = None;
        Feed { events, stops, exhibitions: vec![exhibition("souffle", "air")], ..Feed::default() }
    })
}

fn exhibition(name: &str, season: &str) -> Exhibition {
    Exhibition {
        id: id(name),
        name: name.to_owned(),
        season: Some(id(season)),
        description: None,
        start_date: None,
        end_date: None,
        suggested_min_age: None,
        sections: Vec::new(),
        formats: Vec::new(),
        features: Vec::new(),
        creator: Vec::new(),
        provenance: Provenance::default(),
    }
}

pub(crate) fn queries() -> impl Strategy<Value = Query> {
    let facets = (choices(), choices(), choices(), choices(), choices(), any::<bool>());
    let days = (weighted(0.3, select(&DAYS[..])), weighted(0.3, select(&DAYS[..])));
    let rest = (
        ids(&["mobilites", "air", "none"]),
        ids(&["trajectoires", "souffle", "none"]),
        select(&TYPED[..]),
    );
    (facets, days, rest).prop_map(|(facets, (from, until), (season, exhibition, words))| {
        let (departments, kinds, audiences, levels, access, only_free) = facets;
        let (from, until) = (from.map(day), until.map(day));
        let until = until.filter(|until| from.is_none_or(|from| from <= *until));
        let words = words.to_owned();
        Query {
            departments,
            from,
            until,
            kinds,
            audiences,
            levels,
            access,
            only_free,
            season,
            exhibition,
            words,
        }
    })
}
