//! Openings: for every day, the events of the rows that are shown first on it.
//!
//! On a day all sessions are shown that have not ended before, in an order that is the same on all days. So the rows of a
//! day are those of the day before without what ended: the first ones change slowly, and one opening serves several days.

use chrono::NaiveDate;

use super::Sizes;
use crate::agenda::window::{Entry, last_day};
use crate::date::days_after;
use crate::order::places_in_order;

/// What is shown first from a day on, until the next opening.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Opening {
    pub(super) from: NaiveDate,
    /// How many of the first rows are surely right.
    pub(super) rows: usize,
    /// Its events, in the order of their numbers.
    pub(super) events: Vec<u32>,
}

/// The openings of all days from the first one that any event may touch, in order; given all sessions in order of time.
/// Never empty.
pub(super) fn openings(entries: &[Entry], events: usize, sizes: Sizes) -> Vec<Opening> {
    let by_end =
        places_in_order(entries.len(), &|one, other| entries[one].last.cmp(&entries[other].last));
    let mut ends = by_end.chunk_by(|one, other| entries[*one].last == entries[*other].last);
    let mut left = Left::all(entries.len());
    let mut near = Near { sizes, rows: vec![usize::MAX; events], events: Vec::new() };
    let mut openings = Vec::new();
    let dated = entries.iter().filter(|entry| !entry.is_undated());
    let mut today = dated.map(|entry| entry.first).min().unwrap_or_default();
    let mut from = today;
    let last = last_day(entries);
    loop {
        let first: Vec<_> = left.first(sizes.opening).map(|place| entries[place].event).collect();
        if !near.can_take(&first) {
            openings.push(near.close(from));
            from = today;
        }
        near.take(&first);
        // After the last day nothing opens: the archive is shown from its beginning.
        let more = ends.next().filter(|ended| entries[ended[0]].last < last.unwrap_or_default());
        let Some(ended) = more else { break };
        for place in ended {
            left.take_out(*place);
        }
        today = days_after(entries[ended[0]].last, 1);
    }
    openings.push(near.close(from));
    openings
}

/// The events that come near the beginning on any day of an opening.
struct Near {
    sizes: Sizes,
    /// By event: its first row on any of the days, from 0.
    rows: Vec<usize>,
    /// Those that have a row.
    events: Vec<u32>,
}

impl Near {
    /// Whether another day, given the events of its first rows, still leaves room for all that is surely needed.
    fn can_take(&self, first: &[u32]) -> bool {
        let is_needed = |event: &&u32| self.rows[**event as usize] < self.sizes.rows;
        let mut needed: Vec<_> = self.events.iter().filter(is_needed).collect();
        needed.extend(first.iter().take(self.sizes.rows));
        needed.sort_unstable();
        needed.dedup();
        self.events.is_empty() || needed.len() <= self.sizes.opening
    }

    fn take(&mut self, first: &[u32]) {
        for (row, event) in first.iter().enumerate() {
            let first = &mut self.rows[*event as usize];
            if *first == usize::MAX {
                self.events.push(*event);
            }
            *first = row.min(*first);
        }
    }

    /// The opening with as many rows as there is room for; begins anew.
    fn close(&mut self, from: NaiveDate) -> Opening {
        let mut events = std::mem::take(&mut self.events);
        events.sort_unstable_by_key(|event| (self.rows[*event as usize], *event));
        let beyond = events.get(self.sizes.opening).map(|event| self.rows[*event as usize]);
        for event in &events {
            self.rows[*event as usize] = usize::MAX;
        }
        events.truncate(self.sizes.opening);
        events.sort_unstable();
        Opening { from, rows: beyond.unwrap_or(self.sizes.opening), events }
    }
}

/// The sessions that are left, in order: a linked list of places, in which one can be taken out at once.
struct Left {
    /// By place, and at the end for the list itself: the one after, the one before.
    links: Vec<(usize, usize)>,
}

impl Left {
    fn all(count: usize) -> Self {
        let around = count + 1;
        Self { links: (0..around).map(|at| ((at + 1) % around, (at + count) % around)).collect() }
    }

    fn first(&self, count: usize) -> impl Iterator<Item = usize> {
        let end = self.links.len() - 1;
        let next = move |at: &usize| Some(self.links[*at].0);
        std::iter::successors(next(&end), next).take_while(move |at| *at != end).take(count)
    }

    fn take_out(&mut self, place: usize) {
        let (next, before) = self.links[place];
        self.links[before].0 = next;
        self.links[next].1 = before;
    }
}
