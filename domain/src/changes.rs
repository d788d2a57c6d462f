//! What changed last: the records whose last change is dated.

use chrono::NaiveDate;

use crate::event::Event;
use crate::order::places_in_order;
use crate::pages::Page;
use crate::stop::Stop;

/// A record that changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The day of its last change.
    pub day: NaiveDate,
    /// Its name; of a stop, its place.
    pub name: String,
    /// Its page.
    pub page: Page,
}

/// The events and stops whose last change is dated, newest first, at most so many.
pub fn newest(events: &[Event], stops: &[Stop], most: usize) -> Vec<Change> {
    let events = events.iter().filter_map(|event| {
        let (day, page) = (event.provenance.date_modified?, Page::Event(event.id.clone()));
        Some(Change { day, name: event.name.clone(), page })
    });
    let stops = stops.iter().filter_map(|stop| {
        let (day, page) = (stop.provenance.date_modified?, Page::Stop(stop.id.clone()));
        Some(Change { day, name: stop.location.line(), page })
    });
    let changes: Vec<Change> = events.chain(stops).collect();
    let by_day = |one: usize, other: usize| changes[other].day.cmp(&changes[one].day);
    let places = places_in_order(changes.len(), &by_day);
    places.into_iter().take(most).map(|place| changes[place].clone()).collect()
}
