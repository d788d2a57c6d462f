//! Ways out of a result that is empty: what emptied it, what is near in time and place, and at last everything.
//!
//! All of them come of one look at the sessions, and each says how many events it leads to: as many as
//! [`Agenda::find`] then shows. Never a way that leads to nothing.

use chrono::NaiveDate;

use super::facets::{Marks, Tally};
use super::traits::{ASKED, Wanted};
use super::window::{Entry, Window};
use super::{Agenda, Ranks};
use crate::choices::Choices;
use crate::department::Department;
use crate::query::{Key, Query};

/// A query to ask in the place of one that shows nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WayOut {
    /// What leads there.
    pub way: Way,
    /// The query.
    pub query: Query,
    /// How many events it shows.
    pub events: usize,
}

/// What leads out of an empty result.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// No more asking for this; [`Key::From`] stands for both days.
    Without(Key),
    /// To the last days before those asked for, from first to last: mostly one, a month or a year where no more is known.
    Before(NaiveDate, NaiveDate),
    /// To the first days after those asked for, likewise.
    After(NaiveDate, NaiveDate),
    /// To a département that borders on one of those asked for.
    Neighbour(Department),
    /// Asking for nothing at all.
    Everything,
}

/// What one pass over all sessions brings.
struct Looked {
    /// By place in [`ASKED`]: how many events miss nothing but this.
    without: [usize; ASKED.len()],
    /// Those that miss nothing, and the choices of those that miss one facet only.
    tally: Tally,
    /// Without days: how many events that miss nothing else, and how many in all.
    undated: (usize, usize),
    /// The places of the sessions that miss nothing, wherever they are in time.
    fitting: Vec<u32>,
}

impl Agenda {
    /// What a visitor may ask instead of a query that shows nothing on a day, nearest first: without one of the things
    /// that were asked, on other days, next door, everything. Empty only when there is no event at all.
    pub fn ways_out(&self, query: &Query, ranks: &Ranks, today: NaiveDate) -> Vec<WayOut> {
        let window = Window::new(query, self.scope(query, today), today);
        let always = Query { from: None, until: None, ..query.clone() };
        let default = Window::new(&always, self.scope(&always, today), today);
        let looked = self.look(query, ranks, &window, &default);
        let mut ways = Vec::new();
        let mut lead = |way, query: Query, events: usize| {
            if events > 0 {
                ways.push(WayOut { way, query, events });
            }
        };
        for (key, more) in ASKED.into_iter().zip(looked.without) {
            let events = if more > 0 { more + looked.tally.events() } else { 0 };
            lead(Way::Without(key), without(query, key), events);
        }
        if query.from.is_some() || query.until.is_some() {
            lead(Way::Without(Key::From), always, looked.undated.0);
        }
        let near = [
            self.nearest(&looked.fitting, &|entry| window.days_since(entry)),
            self.nearest(&looked.fitting, &|entry| window.days_until(entry)),
        ];
        for (place, days) in near.into_iter().enumerate() {
            let Some((from, until)) = days else { continue };
            let way = if place == 0 { Way::Before(from, until) } else { Way::After(from, until) };
            let query = Query { from: Some(from), until: Some(until), ..query.clone() };
            let events = self.count_in(&looked.fitting, &query, today);
            lead(way, query, events);
        }
        let departments = looked.tally.facets().departments;
        for department in neighbours(query.departments).iter() {
            let query = Query { departments: Choices::only(department), ..query.clone() };
            lead(Way::Neighbour(department), query, departments.get(department) as usize);
        }
        if !query.is_empty() {
            lead(Way::Everything, Query::default(), looked.undated.1);
        }
        ways
    }

    fn look(&self, query: &Query, ranks: &Ranks, window: &Window, default: &Window) -> Looked {
        let wanted = Wanted::new(query, &self.belongings);
        let mut looked = Looked {
            without: [0; ASKED.len()],
            tally: Tally::default(),
            undated: (0, 0),
            fitting: Vec::new(),
        };
        let [mut inside, mut undated] = [(); 2].map(|()| Marks::new(self.traits.len()));
        for (place, entry) in (0..).zip(&self.entries) {
            let event = entry.event as usize;
            let traits = &self.traits[event];
            let misses = wanted.misses(traits, ranks.of(event) > 0);
            if misses.is_none() {
                looked.fitting.push(place);
            }
            if default.meets(entry) && undated.add(event) {
                looked.undated.0 += usize::from(misses.is_none());
                looked.undated.1 += 1;
            }
            if window.meets(entry) && inside.add(event) {
                looked.tally.add(traits, misses);
                if let Some(count) =
                    misses.only().and_then(|it| looked.without.get_mut(it as usize))
                {
                    *count += 1;
                }
            }
        }
        looked
    }

    /// The days of the sessions that are the fewest days away; of those, the one that is known best.
    fn nearest(
        &self,
        places: &[u32],
        distance: &dyn Fn(&Entry) -> Option<(i64, NaiveDate)>,
    ) -> Option<(NaiveDate, NaiveDate)> {
        let mut nearest: Option<((i64, u8), (NaiveDate, NaiveDate))> = None;
        for entry in places.iter().map(|place| &self.entries[*place as usize]) {
            let Some((days, day)) = distance(entry) else { continue };
            let (key, vague) = ((days, entry.vagueness()), entry.vagueness() > 0);
            if nearest.is_none_or(|(known, _)| key < known) {
                nearest = Some((key, if vague { (entry.first, entry.last) } else { (day, day) }));
            }
        }
        nearest.map(|(_, days)| days)
    }

    /// How many events have one of these sessions in the days of a query.
    fn count_in(&self, places: &[u32], query: &Query, today: NaiveDate) -> usize {
        let window = Window::new(query, self.scope(query, today), today);
        let mut seen = Marks::new(self.traits.len());
        let entries = places.iter().map(|place| &self.entries[*place as usize]);
        entries.filter(|entry| window.meets(entry) && seen.add(entry.event as usize)).count()
    }
}

/// The query without one of the things that it asks.
fn without(query: &Query, key: Key) -> Query {
    let mut query = query.clone();
    match key {
        Key::Departments => query.departments = Choices::NONE,
        Key::Kinds => query.kinds = Choices::NONE,
        Key::Audiences => query.audiences = Choices::NONE,
        Key::Levels => query.levels = Choices::NONE,
        Key::Access => query.access = Choices::NONE,
        Key::Free => query.only_free = false,
        Key::Season => query.season = None,
        Key::Exhibition => query.exhibition = None,
        Key::Words => query.words.clear(),
        _ => (query.from, query.until) = (None, None),
    }
    query
}

/// All that border on one of these and are none of them.
fn neighbours(departments: Choices<Department>) -> Choices<Department> {
    let borders = departments.iter().flat_map(Department::neighbours);
    borders.copied().filter(|it| !departments.contains(*it)).collect()
}
