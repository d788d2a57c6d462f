//! A month of a feed in slices: what ends on each of its days, and which file holds what is shown first on them.

use chrono::NaiveDate;

use super::{day, file, list, number, tally, value};
use crate::agenda::facets::Tally;
use crate::reader::json::Node;

/// The days of a month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Month {
    /// The days on which events end, each with those events, in order.
    ends: Vec<(NaiveDate, Tally)>,
    /// In order; the first begins by the first of the month.
    openings: Vec<Opening>,
}

/// What is shown first from a day on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Opening {
    from: NaiveDate,
    pub(super) rows: usize,
    pub(super) file: Box<str>,
}

impl Month {
    /// Reads the file of a month. `None` when the bytes are none.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let top = Node::check(std::str::from_utf8(bytes).ok()?).ok()?.properties().ok()?;
        let ends = list(value(&top, "days")?, &mut |node| {
            let one = node.properties().ok()?;
            Some((day(value(&one, "day")?)?, tally(&one)?))
        })?;
        let openings = list(value(&top, "openings")?, &mut |node| {
            let one = node.properties().ok()?;
            Some(Opening {
                from: day(value(&one, "from")?)?,
                rows: number(value(&one, "rows")?)? as usize,
                file: file(value(&one, "file")?)?,
            })
        })?;
        Some(Self { ends, openings })
    }

    /// The file of events, for [`read_slice`](crate::reader::read_slice), that holds what is shown first on a day.
    pub fn opening(&self, day: NaiveDate) -> Option<&str> {
        self.opens(day).map(|opening| opening.file.as_ref())
    }

    /// What is shown first on a day: before all openings, the first.
    pub(super) fn opens(&self, day: NaiveDate) -> Option<&Opening> {
        let after = self.openings.partition_point(|opening| opening.from <= day);
        self.openings.get(after.saturating_sub(1))
    }

    /// Counts what ends before a day.
    pub(super) fn ended(&self, day: NaiveDate, tally: &mut Tally) {
        let before = self.ends.iter().take_while(|(end, _)| *end < day);
        before.for_each(|(_, ends)| tally.add_all(ends));
    }

    /// Every file that it names.
    pub fn files(&self) -> impl Iterator<Item = &str> {
        self.openings.iter().map(|opening| opening.file.as_ref())
    }
}
