//! How the programme is read: stops, events and their sessions.

use super::json::Node;
use super::record::Record;
use super::text::Length;
use super::values::{Ids, Known, link, moment, partial_date};
use crate::choices::EventKind;
use crate::date::{Moment, Span};
use crate::event::{Event, Session};
use crate::feed::Feed;
use crate::report::{Effect, Fault};
use crate::stop::{Phase, Stop};

/// The most sessions that an event may have.
const MOST_SESSIONS: usize = 1000;

/// A stop; it can't do without its exhibition and its place.
pub(super) fn stop(record: &Record<'_, '_>, feed: &Feed, known: &Known) -> Option<Stop> {
    let id = record.own_id(&known.stops)?;
    let exhibition = record.required_reference("exhibition", &known.exhibitions)?;
    let Some(location) = record.place() else {
        record.note("location", Effect::RecordLeftOut, Fault::MissingProperty);
        return None;
    };
    Some(Stop {
        id,
        exhibition,
        season: record.reference("season", &known.seasons),
        phase: record.choice("phase", Phase::default()),
        location,
        span: record.span(),
        event_status: record.status(),
        opening_hours: record.text("openingHours", Length::Prose),
        school_visits: record.text("schoolVisits", Length::Prose),
        inauguration: record.optional("inauguration", partial_date),
        admission: record.text("admission", Length::Prose),
        is_accessible_for_free: record.optional("isAccessibleForFree", Node::truth),
        access: record.choices("access"),
        organizer: record.parties(feed, known),
        url: record.optional("url", link),
        description: record.text("description", Length::Prose),
        provenance: record.provenance(),
    })
}

/// An event; it can do without all but its id and its name. `taken` are the ids before it.
pub(super) fn event(
    record: &Record<'_, '_>,
    feed: &Feed,
    known: &Known,
    taken: &Ids,
) -> Option<Event> {
    let id = record.own_id(taken)?;
    let name = record.required_text("name", Length::Name)?;
    let sessions = sessions(record);
    Some(Event {
        id,
        name,
        kind: record.choice("kind", EventKind::default()),
        season: record.reference("season", &known.seasons),
        stop: record.reference("stop", &known.stops),
        span: whole(record.span(), &sessions),
        sessions,
        time_note: record.text("timeNote", Length::Prose),
        event_status: record.status(),
        previous_start_date: record.optional("previousStartDate", moment),
        location: record.place(),
        organizer: record.parties(feed, known),
        audience: record.choices("audience"),
        audience_note: record.text("audienceNote", Length::Prose),
        educational_level: record.choices("educationalLevel"),
        access: record.choices("access"),
        is_accessible_for_free: record.optional("isAccessibleForFree", Node::truth),
        admission: record.text("admission", Length::Prose),
        description: record.text("description", Length::Prose),
        url: record.optional("url", link),
        provenance: record.provenance(),
    })
}

/// The sessions in order of time. One that does not say when it begins is left out.
fn sessions(record: &Record<'_, '_>) -> Vec<Session> {
    let mut sessions = Vec::new();
    record.items("subEvent", MOST_SESSIONS, &mut |place, node| {
        let session = record.within("subEvent", place, node)?;
        let span = session.span();
        if span.start.is_some() {
            insert(&mut sessions, Session { span, event_status: session.status() });
        } else if session.peek("startDate").is_none() {
            session.note("startDate", Effect::ValueLeftOut, Fault::MissingProperty);
        }
        Ok(())
    });
    sessions
}

/// Puts a session behind those that do not come after it. They mostly come in order, so that this mostly appends.
fn insert(sessions: &mut Vec<Session>, session: Session) {
    let order = |one: &Session| (one.span.start.map(beginning), one.span.end.map(ending));
    let key = order(&session);
    let place = sessions.iter().rposition(|other| order(other) <= key).map_or(0, |last| last + 1);
    sessions.insert(place, session);
}

/// What an event says of itself as a whole, or else what its sessions say together.
fn whole(span: Span, sessions: &[Session]) -> Span {
    if span != Span::default() {
        return span;
    }
    let start = sessions.first().and_then(|session| session.span.start);
    let ends = sessions.iter().filter_map(|session| session.span.end.or(session.span.start));
    let end = ends.max_by_key(|&moment| ending(moment));
    Span { start, end: end.filter(|_| end != start) }
}

/// Orders moments by when they may begin.
fn beginning(moment: Moment) -> impl Ord {
    (moment.date().first_day(), moment.time())
}

/// Orders moments by when they may end; a day without an hour lasts to its end.
fn ending(moment: Moment) -> impl Ord {
    (moment.date().last_day(), moment.time().is_none(), moment.time())
}
