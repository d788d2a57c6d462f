//! What a query shows on the days of a month: counts and first rows by day. What runs for long stands apart, so that an
//! exhibition of two months does not bury the events of a day, and so does what is known to the month or the year only.

use chrono::NaiveDate;

use super::traits::Wanted;
use super::window::{Entry, Window};
use super::{Agenda, Heading, Ranks, Row, Scope};
use crate::date::YearMonth;
use crate::month::Grid;
use crate::query::Query;

/// How many rows a day shows at most, before « and others ».
pub const FIRST_ROWS: usize = 3;

/// A month and what a query shows in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MonthFound {
    /// Its days.
    pub grid: Grid,
    /// What is on each day of the grid, in order; those of other months among them.
    pub days: Vec<DayFound>,
    /// What runs for long and touches the month, in order of time.
    pub runs: Vec<Row>,
    /// What may be in the month, but is known to the month or the year only, in order of time.
    pub vague: Vec<Row>,
}

/// A day and what is on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayFound {
    /// The day.
    pub day: NaiveDate,
    /// How many events are on it, each counted once, but for what runs for long.
    pub events: u32,
    /// How many run for long and on this day.
    pub runs: u32,
    /// The first of its events, at most [`FIRST_ROWS`].
    pub first: Vec<Row>,
}

impl Agenda {
    /// What a query shows in a month. Without first and last day, all of the month: what is over too.
    pub fn month(&self, query: &Query, ranks: &Ranks, month: YearMonth) -> MonthFound {
        let grid = Grid::new(month);
        let day = |day| DayFound { day, events: 0, runs: 0, first: Vec::new() };
        let mut found = MonthFound {
            grid,
            days: grid.days().map(day).collect(),
            runs: Vec::new(),
            vague: Vec::new(),
        };
        let has_days = query.from.is_some() || query.until.is_some();
        let scope = if has_days { Scope::Window } else { Scope::Archive };
        let window = Window::new(query, scope, grid.first_day());
        let wanted = Wanted::new(query, &self.belongings);
        // By event: the days of the grid on which it was counted, a bit each; then those of its long runs.
        let mut counted = vec![[0_u64; 2]; self.traits.len()];
        for entry in &self.entries {
            let event = entry.event as usize;
            let is_near = entry.first <= grid.last_day() && entry.last >= grid.first_day();
            if is_near
                && !entry.is_undated()
                && window.meets(entry)
                && wanted.misses(&self.traits[event], ranks.of(event) > 0).is_none()
            {
                found.take(entry, &window, &mut counted[event]);
            }
        }
        found
    }
}

impl MonthFound {
    fn take(&mut self, entry: &Entry, window: &Window, counted: &mut [u64; 2]) {
        let Entry { event, session, heading, .. } = *entry;
        let (from, until) = window.within(entry);
        let (month, is_long) = (self.grid.month(), entry.is_long());
        let touches = from <= month.last_day() && until >= month.first_day();
        if is_long || entry.vagueness() > 0 {
            let list = if is_long { &mut self.runs } else { &mut self.vague };
            list.extend(touches.then_some(Row { event, session, heading }));
        }
        if entry.vagueness() > 0 {
            return;
        }
        let first = self.grid.place_of(from.max(self.grid.first_day()));
        let last = self.grid.place_of(until.min(self.grid.last_day()));
        let (Some(first), Some(last)) = (first, last) else { return };
        let counted = &mut counted[usize::from(is_long)];
        for (place, found) in self.days.iter_mut().enumerate().take(last + 1).skip(first) {
            let is_new = *counted & 1 << place == 0;
            *counted |= 1 << place;
            let count = if is_long { &mut found.runs } else { &mut found.events };
            *count += u32::from(is_new);
            if !is_long && found.first.len() < FIRST_ROWS {
                let has_begun = entry.begun < found.day;
                let heading = if has_begun { Heading::Running } else { Heading::Day(found.day) };
                found.first.push(Row { event, session, heading });
            }
        }
    }
}
