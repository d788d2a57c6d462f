//! Sessions in order of time, and the window of days through which a query sees them.

use chrono::{NaiveDate, NaiveTime};

use super::{Heading, Scope};
use crate::date::{Moment, PartialDate, Span};
use crate::event::Event;
use crate::order::places_in_order;
use crate::query::Query;
use crate::search::fold;

/// One session of an event, with what is asked of it at each keystroke.
#[derive(Debug, Clone, Copy)]
pub(super) struct Entry {
    /// The place in `Feed::events`.
    pub(super) event: u32,
    /// The place in `Event::times`.
    pub(super) session: u16,
    /// The first day that it may touch.
    pub(super) first: NaiveDate,
    /// The last day that it may touch.
    pub(super) last: NaiveDate,
    /// The last day that it may begin on: by this day it stands in its place in time.
    begun: NaiveDate,
    /// What it stands under when it did not begin before the window.
    heading: Heading,
}

impl Entry {
    fn new(event: u32, session: u16, span: Span) -> Self {
        let date = span.start.or(span.end).map(Moment::date);
        let (first, last) = span.only_day().map_or_else(
            || {
                (
                    span.first_day().unwrap_or(NaiveDate::MIN),
                    span.last_day().unwrap_or(NaiveDate::MAX),
                )
            },
            |day| (day, day),
        );
        Self {
            event,
            session,
            first,
            last,
            begun: date.map_or(NaiveDate::MAX, PartialDate::last_day),
            heading: match date {
                Some(PartialDate::Day(day)) => Heading::Day(day),
                Some(PartialDate::Month(month)) => Heading::Month(month),
                Some(PartialDate::Year(year)) => Heading::Year(year),
                None => Heading::Unknown,
            },
        }
    }

    /// Whether nothing is known of its time.
    pub(super) fn is_undated(&self) -> bool {
        self.heading == Heading::Unknown
    }

    /// The place among those of the same day: a month comes after all of its days, a year after all of its months.
    const fn vagueness(&self) -> u8 {
        match self.heading {
            Heading::Month(_) => 1,
            Heading::Year(_) => 2,
            Heading::Unknown => 3,
            _ => 0,
        }
    }
}

/// All sessions of all events: by day, without hour before those with one, then by name and id.
pub(super) fn in_order(events: &[Event]) -> Vec<Entry> {
    let ranks = name_ranks(events);
    let mut sessions: Vec<(Option<NaiveTime>, Entry)> = Vec::new();
    for (place, event) in (0u32..).zip(events) {
        for (session, span) in (0..=u16::MAX).zip(event.times()) {
            let hour = span.start.or(span.end).and_then(Moment::time);
            sessions.push((hour, Entry::new(place, session, span)));
        }
    }
    let key = |place: usize| {
        let (hour, entry) = &sessions[place];
        (entry.begun, entry.vagueness(), *hour, ranks[entry.event as usize], entry.session)
    };
    let places = places_in_order(sessions.len(), &|one, other| key(one).cmp(&key(other)));
    places.into_iter().map(|place| sessions[place].1).collect()
}

/// By event: its place among all in the order of names, then ids.
fn name_ranks(events: &[Event]) -> Vec<u32> {
    let names: Vec<_> = events.iter().map(|event| (fold(&event.name), &event.id)).collect();
    let places = places_in_order(names.len(), &|one, other| names[one].cmp(&names[other]));
    let mut ranks = vec![0; events.len()];
    for (rank, place) in (0..).zip(places) {
        ranks[place] = rank;
    }
    ranks
}

/// The days that are shown, both inclusive.
pub(super) struct Window {
    from: Option<NaiveDate>,
    until: Option<NaiveDate>,
    takes_undated: bool,
}

impl Window {
    /// The days that a query shows on a day.
    pub(super) fn new(query: &Query, scope: Scope, today: NaiveDate) -> Self {
        match scope {
            Scope::Coming => Self { from: Some(today), until: None, takes_undated: true },
            Scope::Archive => Self { from: None, until: None, takes_undated: true },
            Scope::Window => Self { from: query.from, until: query.until, takes_undated: false },
        }
    }

    /// Whether a session may touch it.
    pub(super) fn meets(&self, entry: &Entry) -> bool {
        self.from.is_none_or(|from| entry.last >= from)
            && self.until.is_none_or(|until| entry.first <= until)
            && (self.takes_undated || !entry.is_undated())
    }

    /// What a session that it meets stands under.
    pub(super) fn heading(&self, entry: &Entry) -> Heading {
        if self.from.is_some_and(|from| entry.begun < from) {
            Heading::Running
        } else {
            entry.heading
        }
    }
}
