//! What a visitor kept, as it is shown: what comes before what is over, and which of it can't be visited both.
//!
//! Page and outputs ask [`Arranged::of`] and keep its order, so that they hold the same rows in the same order.

mod clash;

#[cfg(test)]
mod tests;

use chrono::NaiveDate;

pub use self::clash::clashes;
use crate::agenda::window::{Entry, Window};
use crate::agenda::{Row, Scope};
use crate::date::Span;
use crate::event::{Event, EventStatus};
use crate::id::Id;
use crate::query::Query;

/// A row of a programme with what is asked of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Visit {
    /// Which event, at which of its times.
    pub row: Row,
    /// The event's id.
    pub id: Id,
    /// The event's name.
    pub name: String,
    /// From when to when.
    pub span: Span,
    /// What became of it.
    pub status: EventStatus,
}

/// A programme as it is on a day. Both parts are in the order of time that its rows came in.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Arranged {
    /// What runs or comes, and what may.
    pub coming: Vec<Visit>,
    /// What is over.
    pub past: Vec<Visit>,
}

impl Visit {
    /// A row of an event.
    pub fn new(row: Row, event: &Event) -> Self {
        let session = usize::from(row.session);
        Self {
            row,
            id: event.id.clone(),
            name: event.name.clone(),
            span: event.span_of(session),
            status: event.status_of(session),
        }
    }
}

impl Arranged {
    /// Parts what comes from what is over, and puts each under its heading, as the agenda does.
    pub fn of(visits: impl IntoIterator<Item = Visit>, today: NaiveDate) -> Self {
        let window = |scope| Window::new(&Query::default(), scope, today);
        let (coming, all) = (window(Scope::Coming), window(Scope::Archive));
        let mut arranged = Self::default();
        for mut visit in visits {
            let entry = Entry::new(visit.row.event, visit.row.session, visit.span);
            let is_coming = coming.meets(&entry);
            let (part, seen) = if is_coming {
                (&mut arranged.coming, &coming)
            } else {
                (&mut arranged.past, &all)
            };
            visit.row.heading = seen.heading(&entry);
            part.push(visit);
        }
        arranged
    }

    /// All rows, in the order in which the page shows them.
    pub fn rows(&self) -> Vec<Row> {
        self.coming.iter().chain(&self.past).map(|visit| visit.row).collect()
    }
}
