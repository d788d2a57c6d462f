//! What one can go to.

mod sessions;

use chrono::NaiveDate;
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

pub use self::sessions::SessionStanding;
use crate::choices::{Access, Audience, Choices, EventKind, Level, choice};
use crate::date::{Moment, Span};
use crate::id::Id;
use crate::link::Link;
use crate::place::Place;
use crate::provenance::Provenance;

choice! {
    /// schema.org `EventStatusType`, without its prefix, and `EventFull` beside them.
    #[derive(Default)]
    EventStatus {
        /// It takes place as planned.
        #[default]
        Scheduled = "EventScheduled",
        /// It does not take place.
        Cancelled = "EventCancelled",
        /// It is put off, to no known day.
        Postponed = "EventPostponed",
        /// It was moved to the day it now carries.
        Rescheduled = "EventRescheduled",
        /// It takes place, but on the net.
        MovedOnline = "EventMovedOnline",
        /// It takes place; no seat is left.
        Full = "EventFull",
    }
}

impl EventStatus {
    /// Whether nothing takes place at the time that is known: it is cancelled, or put off.
    pub const fn is_off(self) -> bool {
        matches!(self, Self::Cancelled | Self::Postponed)
    }
}

/// An event of the programme, schema.org `Event`.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Event {
    /// Its id.
    pub id: Id,
    /// Its name.
    pub name: String,
    /// Its kind.
    pub kind: EventKind,
    /// The season.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub season: Option<Id>,
    /// The stop it belongs to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stop: Option<Id>,
    /// From when to when as a whole, on the wire `startDate` and `endDate`.
    #[serde(flatten, serialize_with = "serialize_span")]
    pub span: Span,
    /// Its sessions, in order of time; empty when the event is one session, which is then `span`.
    #[serde(rename = "subEvent", skip_serializing_if = "Vec::is_empty")]
    pub sessions: Vec<Session>,
    /// Hours that are known only in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub time_note: Option<String>,
    /// What became of it.
    pub event_status: EventStatus,
    /// The beginning it had before it was moved.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub previous_start_date: Option<Moment>,
    /// Where.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub location: Option<Place>,
    /// Who makes it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub organizer: Vec<Party>,
    /// Whom it is for.
    #[serde(skip_serializing_if = "Choices::is_empty_ref")]
    pub audience: Choices<Audience>,
    /// Whom it is for, in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audience_note: Option<String>,
    /// Levels of classes it is for.
    #[serde(skip_serializing_if = "Choices::is_empty_ref")]
    pub educational_level: Choices<Level>,
    /// What it is accessible to.
    #[serde(skip_serializing_if = "Choices::is_empty_ref")]
    pub access: Choices<Access>,
    /// Whether it is free; `None` is « not known ».
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_accessible_for_free: Option<bool>,
    /// What it costs and how one gets in, in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub admission: Option<String>,
    /// What it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Its page elsewhere.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<Link>,
    /// Where it comes from.
    #[serde(flatten)]
    pub provenance: Provenance,
}

impl Event {
    /// From when to when one of its [`Self::times`] is.
    pub fn span_of(&self, session: usize) -> Span {
        self.sessions.get(session).map_or(self.span, |session| session.span)
    }

    /// What it consists of in time: its sessions, or itself. Never empty.
    pub fn times(&self) -> impl ExactSizeIterator<Item = Span> + '_ {
        let count = self.sessions.len().max(1);
        (0..count).map(|place| self.span_of(place))
    }

    /// What became of it at one of its [`times`](Self::times): of the session, or else of the whole. A cancelled event has no
    /// session that takes place.
    pub fn status_of(&self, session: usize) -> EventStatus {
        let own = self.sessions.get(session).map_or(EventStatus::Scheduled, |it| it.event_status);
        match own {
            EventStatus::Scheduled => self.event_status,
            _ if self.event_status == EventStatus::Cancelled => self.event_status,
            own => own,
        }
    }

    /// The last day of all its times; `None` while one of them is not known, so that it is never known to be over.
    pub fn last_day(&self) -> Option<NaiveDate> {
        let mut last = None;
        for span in self.times() {
            last = last.max(Some(span.only_day().or_else(|| span.last_day())?));
        }
        last
    }
}

/// One of several times at which an event takes place.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(extend("required" = ["startDate"])))]
#[serde(rename_all = "camelCase")]
pub struct Session {
    /// From when to when.
    #[serde(flatten, serialize_with = "serialize_span")]
    pub span: Span,
    /// What became of this one.
    pub event_status: EventStatus,
}

/// Somebody who makes or hosts something: by name, and by record where the feed has one.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Party {
    /// The name as it is shown.
    pub name: String,
    /// The organization's record.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organization: Option<Id>,
}

/// Writes a span as schema.org's `startDate` and `endDate`, leaving out what is not known.
pub(crate) fn serialize_span<S: Serializer>(span: &Span, serializer: S) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(None)?;
    if let Some(start) = span.start {
        map.serialize_entry("startDate", &start)?;
    }
    if let Some(end) = span.end {
        map.serialize_entry("endDate", &end)?;
    }
    map.end()
}
