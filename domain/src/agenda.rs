//! The agenda: which events a query shows, in what order, under which headings, and what each further choice would show.
//!
//! Built once from a feed, asked at each keystroke: what can be known beforehand is. It holds indices, never records.

pub(crate) mod facets;
pub(crate) mod traits;
pub(crate) mod window;
pub(crate) mod words;

use std::ops::Range;

use chrono::NaiveDate;

pub use self::facets::{Counts, Facets};
use self::facets::{Marks, Tally};
use self::traits::{Traits, Wanted};
use self::window::{Entry, Window};
use crate::date::{PartialDate, YearMonth};
use crate::event::Event;
use crate::feed::Feed;
use crate::id::Id;
use crate::query::Query;
use crate::search::{Index, rank};
use crate::slices::Words;

/// The events of a feed, ready to be asked.
#[derive(Debug)]
pub struct Agenda {
    /// By event.
    pub(crate) traits: Vec<Traits>,
    /// Seasons and exhibitions that events belong to; [`Traits`] name them by their place here.
    pub(crate) belongings: Vec<Id>,
    /// Every session of every event, in order of time.
    pub(crate) entries: Vec<Entry>,
    /// The last day of all, of those that are known.
    pub(crate) last_day: Option<NaiveDate>,
    /// None when it was read from a catalogue.
    pub(crate) words: Index,
}

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

/// What one pass over all sessions brings.
struct Gathered {
    /// Rank by words and place in [`Agenda::entries`], in order of time.
    rows: Vec<(u16, u32)>,
    tally: Tally,
    /// How many events fit but for the window.
    past: usize,
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

impl Agenda {
    /// Prepares the events of a feed. Sessions of an event beyond 65,536 are left out.
    pub fn new(feed: &Feed) -> Self {
        let mut belongings = Vec::new();
        let traits = feed.events.iter().map(|event| {
            let stop = event.stop.as_ref().and_then(|id| feed.stop(id.as_str()));
            Traits::of(event, stop, feed, &mut belongings)
        });
        let traits = traits.collect();
        let entries = window::in_order(&feed.events);
        let last_day = window::last_day(&entries);
        Self { traits, belongings, entries, last_day, words: words::index(feed) }
    }

    /// Events that are asked for their times only: their choices and words are not known.
    pub(crate) fn of_times(events: &[Event]) -> Self {
        let entries = window::in_order(events);
        Self {
            traits: vec![Traits::default(); events.len()],
            belongings: Vec::new(),
            last_day: window::last_day(&entries),
            entries,
            words: Index::default(),
        }
    }

    /// What the query shows on a day.
    ///
    /// Without first and last day: what runs or comes; when nothing in the whole feed does, everything.
    pub fn find(&self, query: &Query, today: NaiveDate) -> Found {
        self.find_in(&[&self.words], query, today)
    }

    /// As [`Self::find`], but with words that were loaded by themselves: those that the query asks for must be among them.
    pub fn find_with(&self, words: &[&Words], query: &Query, today: NaiveDate) -> Found {
        let words: Vec<_> = words.iter().map(|words| &words.0).collect();
        self.find_in(&words, query, today)
    }

    fn find_in(&self, words: &[&Index], query: &Query, today: NaiveDate) -> Found {
        let scope = self.scope(query, today);
        let window = Window::new(query, scope, today);
        let ranks = rank(words, self.traits.len(), &query.words);
        let Gathered { rows, tally, past } = self.gather(query, &window, ranks.as_deref());
        let rows = if ranks.is_some() { best_first(&rows) } else { rows };
        let row = |(_, place): (u16, u32)| {
            let entry = &self.entries[place as usize];
            let heading = if ranks.is_some() { Heading::Best } else { window.heading(entry) };
            Row { event: entry.event, session: entry.session, heading }
        };
        Found {
            scope,
            rows: rows.into_iter().map(row).collect(),
            has_more: false,
            events: tally.events(),
            past: if scope == Scope::Coming { past } else { 0 },
            facets: tally.facets(),
        }
    }

    /// Every session of every event, in order of time, without regard to any query or day.
    pub fn in_order(&self) -> impl Iterator<Item = Row> + '_ {
        self.entries.iter().map(|entry| Row {
            event: entry.event,
            session: entry.session,
            heading: Heading::Best,
        })
    }

    /// Looks at every session once, in order of time.
    fn gather(&self, query: &Query, window: &Window, ranks: Option<&[u16]>) -> Gathered {
        let wanted = Wanted::new(query, &self.belongings);
        let mut rows = Vec::new();
        let mut tally = Tally::default();
        let mut inside = Marks::new(self.traits.len());
        let mut outside = Marks::new(self.traits.len());
        for (place, entry) in (0..).zip(&self.entries) {
            let event = entry.event as usize;
            let traits = &self.traits[event];
            let rank = ranks.map_or(1, |ranks| ranks[event]);
            let misses = wanted.misses(traits, rank > 0);
            if window.meets(entry) {
                if misses.is_none() {
                    rows.push((rank, place));
                }
                if inside.add(event) {
                    tally.add(traits, misses);
                }
            } else if misses.is_none() {
                outside.add(event);
            }
        }
        Gathered { rows, tally, past: outside.without(&inside) }
    }

    /// The part of time to show: by the feed as a whole, so that no choice of a facet changes it.
    fn scope(&self, query: &Query, today: NaiveDate) -> Scope {
        if query.from.is_some() || query.until.is_some() {
            Scope::Window
        } else if self.last_day.is_some_and(|last| last >= today) {
            Scope::Coming
        } else {
            Scope::Archive
        }
    }
}

/// Puts the best ranks first and keeps the order among equals: counted, not compared, since ranks are few and small.
fn best_first(rows: &[(u16, u32)]) -> Vec<(u16, u32)> {
    let best = rows.iter().map(|(rank, _)| *rank).max().unwrap_or_default();
    let mut places = vec![0; usize::from(best) + 1];
    for (rank, _) in rows {
        places[usize::from(best - rank)] += 1;
    }
    let mut before = 0;
    for place in &mut places {
        before += std::mem::replace(place, before);
    }
    let mut sorted = vec![(0, 0); rows.len()];
    for row in rows {
        let place = &mut places[usize::from(best - row.0)];
        sorted[*place] = *row;
        *place += 1;
    }
    sorted
}

impl Found {
    /// Nothing.
    pub fn none() -> Self {
        let (scope, facets) = (Scope::Archive, Tally::default().facets());
        Self { scope, rows: Vec::new(), has_more: false, events: 0, past: 0, facets }
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
}

#[cfg(test)]
pub(crate) mod tests;
