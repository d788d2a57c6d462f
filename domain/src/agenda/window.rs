//! Sessions in order of time, and the window of days through which a query sees them.

use chrono::{Datelike as _, NaiveDate, NaiveTime, Timelike as _};

use super::{Heading, Scope};
use crate::date::{Moment, PartialDate, Span};
use crate::event::Event;
use crate::order::places_in_order;
use crate::query::Query;
use crate::search::fold;

/// How many days after its first one a long run still lasts, at least: more than a week.
const LONG_RUN: i64 = 7;

/// One session of an event, with what is asked of it at each keystroke.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Entry {
    /// The place in `Feed::events`.
    pub(crate) event: u32,
    /// The place in `Event::times`.
    pub(crate) session: u16,
    /// The first day that it may touch.
    pub(crate) first: NaiveDate,
    /// The last day that it may touch.
    pub(crate) last: NaiveDate,
    /// The last day that it may begin on: by this day it stands in its place in time.
    pub(crate) begun: NaiveDate,
    /// What it stands under when it did not begin before the window.
    pub(crate) heading: Heading,
}

impl Entry {
    pub(crate) fn new(event: u32, session: u16, span: Span) -> Self {
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
            heading: date.map_or(Heading::Unknown, Heading::of),
        }
    }

    /// [`Self::vagueness`] of a session of which no time is known.
    pub(crate) const UNDATED: u32 = 3;

    /// A session of which no time is known.
    pub(crate) const fn undated(event: u32, session: u16) -> Self {
        let (first, last, begun) = (NaiveDate::MIN, NaiveDate::MAX, NaiveDate::MAX);
        Self { event, session, first, last, begun, heading: Heading::Unknown }
    }

    /// The session as one of another event.
    #[cfg(feature = "slicing")]
    pub(crate) const fn of_event(self, event: u32) -> Self {
        Self { event, ..self }
    }

    /// Whether it lasts so long, from a known day on, that it would bury the events of each of its days.
    pub(crate) fn is_long(&self) -> bool {
        matches!(self.heading, Heading::Day(_)) && (self.last - self.first).num_days() >= LONG_RUN
    }

    /// Whether nothing is known of its time.
    pub(crate) fn is_undated(&self) -> bool {
        self.heading == Heading::Unknown
    }

    /// The place among those of the same day: a month comes after all of its days, a year after all of its months.
    pub(crate) const fn vagueness(&self) -> u8 {
        match self.heading {
            Heading::Month(_) => 1,
            Heading::Year(_) => 2,
            Heading::Unknown => 3,
            _ => 0,
        }
    }
}

/// A session with its hour, by which it stands among those of its day.
pub(crate) type Timed = (Option<NaiveTime>, Entry);

/// All sessions of all events: by day, without hour before those with one, then by name and id.
pub(super) fn in_order(events: &[Event]) -> Vec<Entry> {
    let names: Vec<_> = events.iter().map(|event| (fold(&event.name), &event.id)).collect();
    let mut sessions = Vec::new();
    for (place, event) in (0..).zip(events) {
        push_sessions(place, event, &mut sessions);
    }
    let by_name = places_in_order(names.len(), &|one, other| names[one].cmp(&names[other]));
    sorted(&sessions, &by_name)
}

/// Appends the sessions of an event.
pub(crate) fn push_sessions(place: u32, event: &Event, sessions: &mut Vec<Timed>) {
    for (session, span) in (0..=u16::MAX).zip(event.times()) {
        let hour = span.start.or(span.end).and_then(Moment::time);
        sessions.push((hour, Entry::new(place, session, span)));
    }
}

/// Puts sessions in order of time, given the events in the order of names.
pub(crate) fn sorted(sessions: &[Timed], by_name: &[usize]) -> Vec<Entry> {
    let mut ranks = vec![0_u32; by_name.len()];
    for (rank, place) in (0..).zip(by_name) {
        ranks[*place] = rank;
    }
    let key = |(hour, entry): &Timed| {
        // As one number, which is quick to compare: day, vagueness, hour, name, session.
        let day = u128::from(entry.begun.num_days_from_ce().unsigned_abs());
        let hour = hour.map_or(0, |hour| hour.num_seconds_from_midnight() + 1);
        let day = day << 2 | u128::from(entry.vagueness());
        let named = (day << 17 | u128::from(hour)) << 32 | u128::from(ranks[entry.event as usize]);
        named << 16 | u128::from(entry.session)
    };
    let keys: Vec<_> = sessions.iter().map(key).collect();
    let places = places_in_order(keys.len(), &|one, other| keys[one].cmp(&keys[other]));
    places.into_iter().map(|place| sessions[place].1).collect()
}

/// The last day of all, of those that are known.
pub(crate) fn last_day(entries: &[Entry]) -> Option<NaiveDate> {
    entries.iter().filter(|it| !it.is_undated()).map(|it| it.last).max()
}

/// The days that are shown, both inclusive.
pub(crate) struct Window {
    from: Option<NaiveDate>,
    until: Option<NaiveDate>,
    takes_undated: bool,
}

impl Window {
    /// The days that a query shows on a day.
    pub(crate) fn new(query: &Query, scope: Scope, today: NaiveDate) -> Self {
        match scope {
            Scope::Coming => Self { from: Some(today), until: None, takes_undated: true },
            Scope::Archive => Self { from: None, until: None, takes_undated: true },
            Scope::Window => Self { from: query.from, until: query.until, takes_undated: false },
        }
    }

    /// Whether a session may touch it.
    pub(crate) fn meets(&self, entry: &Entry) -> bool {
        self.from.is_none_or(|from| entry.last >= from)
            && self.until.is_none_or(|until| entry.first <= until)
            && (self.takes_undated || !entry.is_undated())
    }

    /// What a session that it meets stands under.
    pub(crate) fn heading(&self, entry: &Entry) -> Heading {
        if self.from.is_some_and(|from| entry.begun < from) {
            Heading::Running
        } else {
            entry.heading
        }
    }

    /// The first and the last day of a session that it meets, as far as they lie in it.
    pub(super) fn within(&self, entry: &Entry) -> (NaiveDate, NaiveDate) {
        let from = self.from.map_or(entry.first, |from| from.max(entry.first));
        (from, self.until.map_or(entry.last, |until| until.min(entry.last)))
    }

    /// How many days before it a session ended, and on which day. `None` when it did not.
    pub(super) fn days_since(&self, entry: &Entry) -> Option<(i64, NaiveDate)> {
        let days = (self.from? - entry.last).num_days();
        (days > 0).then_some((days, entry.last))
    }

    /// How many days after it a session begins, and on which day. `None` when it does not.
    pub(super) fn days_until(&self, entry: &Entry) -> Option<(i64, NaiveDate)> {
        let days = (entry.first - self.until?).num_days();
        (days > 0).then_some((days, entry.first))
    }
}
