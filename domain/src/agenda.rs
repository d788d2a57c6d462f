//! The agenda: which events a query shows, in what order, under which headings, and what each further choice would show.
//!
//! Built once from a feed, asked at each keystroke: what can be known beforehand is. It holds indices, never records.

pub(crate) mod facets;
mod found;
mod month;
mod near;
mod ranks;
pub(crate) mod traits;
mod ways_out;
pub(crate) mod window;
pub(crate) mod words;

use chrono::NaiveDate;

use self::facets::{BelongingTally, Marks, Tally};
pub use self::facets::{Belongings, Counts, Facets};
pub use self::found::{Around, Found, Heading, Row, Scope};
pub use self::month::{DayFound, FIRST_ROWS, MonthFound};
pub use self::near::Nearness;
pub use self::ranks::Ranks;
use self::traits::{Traits, Wanted};
pub use self::ways_out::{Way, WayOut};
use self::window::{Entry, Window};
use crate::event::Event;
use crate::feed::Feed;
use crate::id::Id;
use crate::query::Query;
use crate::search::Index;
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

/// What one pass over all sessions brings.
struct Gathered {
    /// Rank by words and place in [`Agenda::entries`], in order of time.
    rows: Vec<(u16, u32)>,
    tally: Tally,
    belongings: Belongings,
    /// How many events fit but for the window.
    past: usize,
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
        self.find_ranked(query, &self.ranks(query), today)
    }

    /// As [`Self::find`], but with words that were loaded by themselves: those that the query asks for must be among them.
    /// Nothing is corrected; for that, see [`Self::ranks_with`].
    pub fn find_with(&self, words: &[&Words], query: &Query, today: NaiveDate) -> Found {
        self.find_ranked(query, &self.ranks_with(words, Vec::new(), query), today)
    }

    /// As [`Self::find`], with the words of the query looked up before.
    pub fn find_ranked(&self, query: &Query, ranks: &Ranks, today: NaiveDate) -> Found {
        let scope = self.scope(query, today);
        let window = Window::new(query, scope, today);
        let corrections = ranks.corrections.clone();
        let ranks = ranks.by_event.as_deref();
        let gathered = self.gather(query, &window, ranks);
        let rows = if ranks.is_some() { best_first(&gathered.rows) } else { gathered.rows };
        let row = |(_, place): (u16, u32)| {
            let entry = &self.entries[place as usize];
            let heading = if ranks.is_some() { Heading::Best } else { window.heading(entry) };
            Row { event: entry.event, session: entry.session, heading }
        };
        Found {
            scope,
            rows: rows.into_iter().map(row).collect(),
            has_more: false,
            events: gathered.tally.events(),
            past: if scope == Scope::Coming { gathered.past } else { 0 },
            facets: gathered.tally.facets(),
            belongings: Some(gathered.belongings),
            corrections,
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
        let mut belonging = BelongingTally::new(self.belongings.len());
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
                    belonging.add(traits, misses);
                }
            } else if misses.is_none() {
                outside.add(event);
            }
        }
        let belongings = belonging.named(&self.belongings);
        Gathered { rows, tally, belongings, past: outside.without(&inside) }
    }

    /// Whether nothing in the whole feed runs or comes on a day.
    pub fn is_over(&self, today: NaiveDate) -> bool {
        self.scope(&Query::default(), today) == Scope::Archive
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

#[cfg(test)]
pub(crate) mod tests;
