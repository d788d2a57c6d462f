//! What a query shows: rows in order, under headings, with counts.

use std::ops::Range;

use chrono::NaiveDate;

use super::facets::{Belongings, Facets, Marks, Tally};
use crate::date::{PartialDate, YearMonth};
use crate::search::Correction;

/// What a query shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// What part of time it is taken from.
    pub scope: Scope,
    /// What is shown, in the order in which it is.
    pub rows: Vec<Row>,
    /// Whether further rows follow that are not loaded: an [`Outline`](crate::slices::Outline) gives the first ones only.
    pub has_more: bool,
    /// How many events are shown, each counted once.
    pub events: usize,
    /// How many events fit but are over, and hidden by [`Scope::Coming`].
    pub past: usize,
    /// How many events each choice would show.
    pub facets: Facets,
    /// How many events each season and each exhibition would show; `None` when only the catalogue can tell.
    pub belongings: Option<Belongings>,
    /// Words that were looked for in the place of those that nothing has.
    pub corrections: Vec<Correction>,
}

/// The part of time that is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// What runs or comes from today on.
    Coming,
    /// Nothing runs or comes in the whole feed: everything.
    Archive,
    /// The days that the query names.
    Window,
}

/// One session of an event that is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row {
    /// Its place in [`Feed::events`]; with an agenda from a catalogue, in the slices of [`Directory`].
    ///
    /// [`Directory`]: crate::slices::Directory
    pub event: u32,
    /// The place of the session in [`Event::times`](crate::event::Event::times).
    pub session: u16,
    /// What it stands under.
    pub heading: Heading,
}

/// What rows stand under.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Heading {
    /// It began before the first day shown, and may still run on it.
    Running,
    /// It begins on this day; or ends on it, when only the end is known.
    Day(NaiveDate),
    /// On some day of this month.
    Month(YearMonth),
    /// On some day of this year.
    Year(i32),
    /// Nobody knows when.
    Unknown,
    /// Ranked by the words of the query, not in order of time.
    Best,
}

/// What stands around an event in what a query shows; rows are to be shown with their whole dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Around {
    /// The event before it.
    pub before: Option<Row>,
    /// The event after it.
    pub after: Option<Row>,
    /// Its own place among the events, counted from 1.
    pub place: usize,
    /// How many events there are.
    pub events: usize,
}

impl Heading {
    /// What begins on a date stands under it.
    pub(crate) const fn of(date: PartialDate) -> Self {
        match date {
            PartialDate::Day(day) => Self::Day(day),
            PartialDate::Month(month) => Self::Month(month),
            PartialDate::Year(year) => Self::Year(year),
        }
    }
}

impl Row {
    /// The row without its heading.
    fn by_itself(&self) -> Self {
        Self { heading: Heading::Best, ..*self }
    }
}

impl Found {
    /// Nothing.
    pub fn none() -> Self {
        Self {
            scope: Scope::Archive,
            rows: Vec::new(),
            has_more: false,
            events: 0,
            past: 0,
            facets: Tally::default().facets(),
            belongings: None,
            corrections: Vec::new(),
        }
    }

    /// The first rows, each to be shown with its whole date.
    pub fn first(&self, count: usize) -> Vec<Row> {
        self.rows.iter().take(count).map(Row::by_itself).collect()
    }

    /// The last dated rows, the last first, each to be shown with its whole date.
    pub fn last(&self, count: usize) -> Vec<Row> {
        let dated = self.rows.iter().rev().filter(|row| row.heading != Heading::Unknown);
        dated.take(count).map(Row::by_itself).collect()
    }

    /// Consecutive rows under the same heading, as places in [`Self::rows`].
    pub fn sections(&self) -> impl Iterator<Item = (Heading, Range<usize>)> + '_ {
        let mut end = 0;
        self.rows.chunk_by(|row, next| row.heading == next.heading).map(move |section| {
            let start = end;
            end += section.len();
            (section[0].heading, start..end)
        })
    }

    /// A few rows for who has little room: each event once, what has been running for longer after what begins. Each to be
    /// shown with its whole date.
    pub fn few(&self, count: usize) -> Vec<Row> {
        let (running, rows) = self.rows.split_at(self.foldable(1));
        let events = self.rows.iter().map(|row| row.event as usize + 1).max();
        let mut seen = Marks::new(events.unwrap_or_default());
        let rows =
            rows.iter().chain(running.iter().rev()).filter(|row| seen.add(row.event as usize));
        rows.take(count).map(Row::by_itself).collect()
    }

    /// What stands around an event that is shown, each event once, in the order in which each is first shown; for
    /// « previous », « next » and « 3 of 12 » on its page. `None` when the event is not shown.
    pub fn around(&self, event: u32) -> Option<Around> {
        let events = self.rows.iter().map(|row| row.event as usize + 1).max();
        let mut seen = Marks::new(events.unwrap_or_default());
        let mut firsts = self.rows.iter().filter(|row| seen.add(row.event as usize));
        let (mut before, mut place) = (None, 0);
        while let Some(row) = firsts.next() {
            place += 1;
            if row.event == event {
                let after = firsts.next().map(Row::by_itself);
                let events = place + usize::from(after.is_some()) + firsts.count();
                return Some(Around { before, after, place, events });
            }
            before = Some(row.by_itself());
        }
        None
    }

    /// How many of the first rows a list may fold into one line, « 12 others have been running for longer », so that they
    /// do not bury the day's events: of those that began before the first day shown, all but the `kept` that began last.
    /// Rows stay where they are, unfolded or not.
    pub fn foldable(&self, kept: usize) -> usize {
        // What began before the first day shown comes first: rows are in order of time.
        let running = self.rows.iter().take_while(|row| row.heading == Heading::Running);
        running.count().saturating_sub(kept)
    }
}
