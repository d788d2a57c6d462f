//! Some events that do not follow each other, with their numbers in the catalogue.

use crate::agenda::{Agenda, Row};
use crate::event::Event;
use crate::feed::Feed;
use crate::reader::read_slice;
use crate::report::Refusal;

/// Some events, with their numbers in the catalogue.
#[derive(Debug)]
pub(super) struct Selection {
    /// In order.
    pub(super) numbers: Vec<u32>,
    pub(super) events: Vec<Event>,
    /// Knows their times and nothing else.
    pub(super) agenda: Agenda,
}

impl Selection {
    pub(super) fn read(bytes: &[u8], feed: &Feed) -> Result<Self, Refusal> {
        let slice = read_slice(bytes, feed)?;
        if slice.numbers.len() != slice.events.len() || !slice.numbers.is_sorted() {
            return Err(Refusal::NotAFeed);
        }
        let agenda = Agenda::of_times(&slice.events);
        Ok(Self { numbers: slice.numbers, events: slice.events, agenda })
    }

    /// Rows by the numbers of the catalogue.
    pub(super) fn numbered(&self, rows: Vec<Row>) -> Vec<Row> {
        let number = |row: Row| Some(Row { event: *self.numbers.get(row.event as usize)?, ..row });
        rows.into_iter().filter_map(number).collect()
    }
}

/// The sessions of some events in order of time.
pub(super) fn in_order(events: Vec<(u32, &Event)>) -> Vec<Row> {
    let (numbers, events): (Vec<u32>, Vec<Event>) =
        events.into_iter().map(|(number, event)| (number, event.clone())).unzip();
    let agenda = Agenda::of_times(&events);
    let rows = agenda.in_order();
    rows.filter_map(|row| Some(Row { event: *numbers.get(row.event as usize)?, ..row })).collect()
}
