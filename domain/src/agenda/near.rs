//! What is near an event in days and place, for its page.

use chrono::NaiveDate;

use super::facets::Marks;
use super::traits::in_departments;
use super::window::Entry;
use super::{Agenda, Heading, Row};
use crate::order::places_in_order;

/// How many days before and after are near, and how many rows are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Nearness {
    /// Days before and after.
    pub days: u64,
    /// The most rows.
    pub rows: usize,
}

impl Agenda {
    /// The day around which to look from an event: today if it is on, else its next day from today on, else its last one.
    /// `None` when no day of it is known.
    pub fn day_of(&self, event: u32, today: NaiveDate) -> Option<NaiveDate> {
        let own = || self.entries.iter().filter(|entry| entry.event == event && is_dated(entry));
        let next = own().filter(|entry| entry.last >= today).map(|entry| entry.first.max(today));
        next.min().or_else(|| own().map(|entry| entry.last).max())
    }

    /// Other events in the département of this one, near [its day](Self::day_of): those that `is_in_town` says are in its
    /// town first, then the fewest days away, what runs for long last. Each once, with its nearest session, to be shown
    /// with its whole date. What is over today is near only what is over too.
    pub fn near(
        &self,
        event: u32,
        today: NaiveDate,
        nearness: Nearness,
        is_in_town: &dyn Fn(u32) -> bool,
    ) -> Vec<Row> {
        let Some(day) = self.day_of(event, today) else { return Vec::new() };
        let is_open = |entry: &&Entry| day < today || entry.last >= today;
        let traits = |event: u32| self.traits.get(event as usize);
        let here = traits(event).map_or(0, in_departments);
        let is_here = |entry: &&Entry| {
            entry.event != event
                && traits(entry.event).is_some_and(|it| in_departments(it) & here != 0)
        };
        let distance = |entry: &Entry| {
            (entry.first - day).num_days().max((day - entry.last).num_days()).max(0).unsigned_abs()
        };
        let entries = self.entries.iter().filter(|entry| is_dated(entry));
        let entries = entries.filter(is_open).filter(is_here);
        let near: Vec<_> = entries.filter(|entry| distance(entry) <= nearness.days).collect();
        let keys: Vec<_> = near
            .iter()
            .map(|entry| (entry.is_long(), !is_in_town(entry.event), distance(entry)))
            .collect();
        let places = places_in_order(near.len(), &|one, other| keys[one].cmp(&keys[other]));
        let mut seen = Marks::new(self.traits.len());
        let rows = places.into_iter().map(|place| near[place]);
        let rows = rows.filter(|entry| seen.add(entry.event as usize));
        let row = |Entry { event, session, .. }: &Entry| Row {
            event: *event,
            session: *session,
            heading: Heading::Best,
        };
        rows.take(nearness.rows).map(row).collect()
    }
}

/// Whether the day on which it begins or ends is known.
fn is_dated(entry: &Entry) -> bool {
    entry.vagueness() == 0
}
