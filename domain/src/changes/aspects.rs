//! The aspects of an event that a change is told by: when, where, status, and all the rest; each as a hash.
//!
//! A hash of 48 bits is one of so many that two different texts of a season never meet; it is the same in every release,
//! since devices keep it.

use chrono::NaiveDate;

use super::ChangeKind;
use crate::choices::{Choice as _, Choices};
use crate::event::{Event, EventStatus};
use crate::place::Place;

/// What a hash keeps of its 64 bits.
pub(super) const BITS: u32 = 48;

/// An event, boiled down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Aspects {
    /// Its status as a whole.
    pub(super) status: EventStatus,
    /// How many of its sessions do not take place.
    pub(super) cancelled: u16,
    /// Its times.
    pub(super) when: u64,
    /// Its place.
    pub(super) place: u64,
    /// All else that visitors are shown.
    pub(super) rest: u64,
    /// The day on which it is over; of `when`, so that it makes no difference of its own.
    pub(super) last: Option<NaiveDate>,
}

/// Boils an event down.
pub(super) fn of(event: &Event, place: Option<&Place>) -> Aspects {
    let is_cancelled = |status: EventStatus| status == EventStatus::Cancelled;
    let cancelled = event.sessions.iter().filter(|it| is_cancelled(it.event_status)).count();
    let mut when = Hash::default();
    for span in std::iter::once(event.span).chain(event.times()) {
        for moment in [span.start, span.end] {
            when.text(&moment.map_or_else(String::new, |moment| moment.to_string()));
        }
    }
    when.text(event.time_note.as_deref().unwrap_or_default());
    Aspects {
        status: event.event_status,
        cancelled: u16::try_from(cancelled).unwrap_or(u16::MAX),
        when: when.short(),
        place: place_of(place),
        rest: rest_of(event),
        last: event.last_day(),
    }
}

fn place_of(place: Option<&Place>) -> u64 {
    let mut hash = Hash::default();
    if let Some(place) = place {
        let parts =
            [&place.name, &place.street_address, &place.postal_code, &place.address_locality];
        for part in parts {
            hash.text(part.as_deref().unwrap_or_default());
        }
        hash.text(place.department.as_ref().map_or("", |territory| territory.code()));
    }
    hash.short()
}

fn rest_of(event: &Event) -> u64 {
    let mut hash = Hash::default();
    hash.text(&event.name);
    hash.text(event.kind.code());
    for text in [&event.audience_note, &event.admission, &event.description] {
        hash.text(text.as_deref().unwrap_or_default());
    }
    for party in &event.organizer {
        hash.text(&party.name);
    }
    for set in
        [event.audience.to_string(), event.educational_level.to_string(), event.access.to_string()]
    {
        hash.text(&set);
    }
    hash.text(match event.is_accessible_for_free {
        None => "",
        Some(true) => "1",
        Some(false) => "0",
    });
    hash.text(event.url.as_ref().map_or("", |link| link.as_str()));
    for session in &event.sessions {
        hash.text(session.event_status.code());
    }
    hash.short()
}

/// What became of an event; nothing when it is as it was.
pub(super) fn compare(before: &Aspects, after: &Aspects) -> Choices<ChangeKind> {
    let was = |status| before.status == status;
    let is = |status| after.status == status;
    let newly = |status| is(status) && !was(status);
    let mut kinds = Choices::NONE;
    let mut note = |holds: bool, kind| {
        if holds {
            kinds = kinds.with(kind);
        }
    };
    let off = EventStatus::Cancelled;
    note(newly(off) || after.cancelled > before.cancelled, ChangeKind::Cancelled);
    note(was(off) && !is(off), ChangeKind::Restored);
    note(before.when != after.when || newly(EventStatus::Postponed), ChangeKind::Moved);
    note(before.place != after.place || newly(EventStatus::MovedOnline), ChangeKind::Relocated);
    if kinds.is_empty() && before != after {
        kinds = Choices::only(ChangeKind::Edited);
    }
    kinds
}

/// FNV-1a, 64 bits.
struct Hash(u64);

impl Default for Hash {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hash {
    /// Takes in a text and its end.
    fn text(&mut self, text: &str) {
        for byte in text.bytes().chain([0xff]) {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3);
        }
    }

    fn short(&self) -> u64 {
        (self.0 ^ self.0 >> BITS) & ((1 << BITS) - 1)
    }
}
