//! What changed: between two feeds, since a visitor's last visit, and last of all records whose change is dated.
//!
//! Two feeds are compared record by record ([`between`]); a device keeps only a fingerprint of the one that it saw
//! ([`Memory`]), and comes to the same result. [`Visits`] says with which memory, and what of the result is worth telling.

mod aspects;
mod memory;
mod since;

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

pub use self::memory::{Memory, NotAMemory};
pub use self::since::{AtHand, MOST_REMEMBERED, Reach, Seen, Since, Told, Visits};
use crate::choices::{Choices, choice};
use crate::event::Event;
use crate::feed::Feed;
use crate::id::Id;
use crate::order::places_in_order;
use crate::pages::Page;
use crate::stop::Stop;

choice! {
    /// What became of an event, what matters most to a visitor first.
    ChangeKind {
        /// It, or a further session of it, does not take place.
        Cancelled = "annule",
        /// It was cancelled, and is no more.
        Restored = "retabli",
        /// It is at another time, or put off.
        Moved = "date",
        /// It is at another place, or on the net.
        Relocated = "lieu",
        /// It is new.
        Added = "ajout",
        /// It is no longer in the feed.
        Removed = "retrait",
        /// None of these, but something else about it, its name perhaps.
        Edited = "autre",
    }
}

/// An event that is not as it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// Its id.
    pub id: Id,
    /// What became of it; never empty.
    pub kinds: Choices<ChangeKind>,
}

/// A record that changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The day of its last change.
    pub day: NaiveDate,
    /// Its name; of a stop, its place.
    pub name: String,
    /// Its page.
    pub page: Page,
    /// What became of it; empty when only the day is known.
    pub kinds: Choices<ChangeKind>,
}

/// The events and stops whose last change is dated, newest first, at most so many.
pub fn newest(events: &[Event], stops: &[Stop], most: usize) -> Vec<Change> {
    let kinds = Choices::NONE;
    let events = events.iter().filter_map(|event| {
        let (day, page) = (event.provenance.date_modified?, Page::Event(event.id.clone()));
        Some(Change { day, name: event.name.clone(), page, kinds })
    });
    let stops = stops.iter().filter_map(|stop| {
        let (day, page) = (stop.provenance.date_modified?, Page::Stop(stop.id.clone()));
        Some(Change { day, name: stop.location.line(), page, kinds })
    });
    let changes: Vec<Change> = events.chain(stops).collect();
    let by_day = |one: usize, other: usize| changes[other].day.cmp(&changes[one].day);
    let places = places_in_order(changes.len(), &by_day);
    places.into_iter().take(most).map(|place| changes[place].clone()).collect()
}

/// The events that are not the same in two feeds: those of the later one in its order, then those that it lacks.
pub fn between(before: &Feed, after: &Feed) -> Vec<Difference> {
    let old: BTreeMap<&Id, &Event> = before.events.iter().map(|event| (&event.id, event)).collect();
    let mut differences = Vec::new();
    let mut met = BTreeSet::new();
    for event in &after.events {
        met.insert(&event.id);
        let kinds = match old.get(&event.id) {
            None => Choices::only(ChangeKind::Added),
            Some(earlier) => aspects::compare(
                &aspects::of(earlier, before.place_of(earlier)),
                &aspects::of(event, after.place_of(event)),
            ),
        };
        if !kinds.is_empty() {
            differences.push(Difference { id: event.id.clone(), kinds });
        }
    }
    let gone = before.events.iter().filter(|event| !met.contains(&event.id));
    let removed = Choices::only(ChangeKind::Removed);
    differences.extend(gone.map(|event| Difference { id: event.id.clone(), kinds: removed }));
    differences
}

/// The entries that a change log gains on the day that one feed takes the place of another.
pub fn entries(before: &Feed, after: &Feed, day: NaiveDate) -> Vec<Change> {
    let names = |feed| -> BTreeMap<_, _> {
        let feed: &Feed = feed;
        feed.events.iter().map(|event| (event.id.clone(), event.name.clone())).collect()
    };
    let (old, new) = (names(before), names(after));
    let entry = |Difference { id, kinds }| {
        let name = new.get(&id).or_else(|| old.get(&id)).cloned().unwrap_or_default();
        Change { day, name, page: Page::Event(id), kinds }
    };
    between(before, after).into_iter().map(entry).collect()
}

/// Makes the events of a feed say how often and when they were changed, given the feed that it takes the place of:
/// each that is not as it was is one change further, and dated that day. Whoever publishes a feed does this first.
pub fn count(before: &Feed, after: &mut Feed, day: NaiveDate) {
    let changed: BTreeMap<Id, Choices<ChangeKind>> =
        between(before, after).into_iter().map(|it| (it.id, it.kinds)).collect();
    let old: BTreeMap<&Id, &Event> = before.events.iter().map(|event| (&event.id, event)).collect();
    for event in &mut after.events {
        let own = &mut event.provenance;
        let Some(earlier) = old.get(&event.id).map(|event| &event.provenance) else {
            own.date_modified = own.date_modified.or(Some(day));
            continue;
        };
        let (least, dated) = if changed.contains_key(&event.id) {
            (earlier.sequence.saturating_add(1), Some(day))
        } else {
            (earlier.sequence, earlier.date_modified)
        };
        own.sequence = own.sequence.max(least);
        own.date_modified = own.date_modified.max(dated);
    }
}
