//! Records for the tests of the agenda, with nothing in them but what a test says.

use chrono::NaiveDate;

use crate::address::Address;
use crate::choices::{Choices, EventKind};
use crate::date::{Moment, Span, parse_day};
use crate::event::{Event, EventStatus};
use crate::id::Id;
use crate::place::Place;
use crate::provenance::Provenance;
use crate::query::Query;
use crate::stop::{Phase, Stop};

pub(crate) fn day(text: &str) -> NaiveDate {
    parse_day(text).unwrap_or_else(|_| panic!("{text}"))
}

/// An empty text is no moment.
pub(crate) fn moment(text: &str) -> Option<Moment> {
    (!text.is_empty()).then(|| text.parse().unwrap_or_else(|_| panic!("{text}")))
}

pub(crate) fn span(start: &str, end: &str) -> Span {
    Span { start: moment(start), end: moment(end) }
}

pub(crate) fn id(text: &str) -> Id {
    text.parse().unwrap_or_else(|_| panic!("{text}"))
}

pub(crate) fn query(search: &str) -> Query {
    let parsed = Address::parse(search);
    assert_eq!(parsed.unreadable, []);
    parsed.address.query
}

/// Somewhere in an area, by its code.
pub(crate) fn place(department: &str) -> Place {
    Place { department: department.parse().ok(), ..Place::default() }
}

pub(crate) fn event(name: &str) -> Event {
    Event {
        id: id(name),
        name: name.to_owned(),
        kind: EventKind::Other,
        season: None,
        stop: None,
        span: Span::default(),
        sessions: Vec::new(),
        time_note: None,
        event_status: EventStatus::Scheduled,
        previous_start_date: None,
        location: None,
        organizer: Vec::new(),
        audience: Choices::NONE,
        audience_note: None,
        educational_level: Choices::NONE,
        access: Choices::NONE,
        is_accessible_for_free: None,
        admission: None,
        description: None,
        url: None,
        provenance: Provenance::default(),
    }
}

/// A stop at Pantin, of the season « mobilites ».
pub(crate) fn stop(name: &str, exhibition: &str, department: &str) -> Stop {
    Stop {
        id: id(name),
        exhibition: id(exhibition),
        season: Some(id("mobilites")),
        phase: Phase::Tour,
        location: Place { address_locality: Some("Pantin".to_owned()), ..place(department) },
        span: Span::default(),
        event_status: EventStatus::Scheduled,
        opening_hours: None,
        school_visits: None,
        inauguration: None,
        admission: None,
        is_accessible_for_free: None,
        access: Choices::NONE,
        organizer: Vec::new(),
        url: None,
        description: None,
        provenance: Provenance::default(),
    }
}
