//! The outline as it is written, and as `feed.schema.json` describes it. Read by `outline`; never in the browser.

use serde::Serialize;

/// Where the events of a feed are that is cut into slices. Written by `cargo xtask feed slice`, never by hand.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub(crate) struct EventSlices {
    /// How many events there are.
    pub(super) events: usize,
    /// How many of them each choice of a facet would show, choices in the order of départements, kinds, audiences, levels,
    /// accessibility, free; zeros at the end are left out.
    pub(super) facets: Vec<u32>,
    /// Those of no known date.
    pub(super) undated: CountedEvents,
    /// The first day that any event may touch; missing when none is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) first_day: Option<String>,
    /// The last day that any event may touch; missing when none is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) last_day: Option<String>,
    /// The months in which events end, in order of time.
    pub(super) months: Vec<EndsInMonth>,
    /// The file with the last events of all.
    pub(super) last: String,
    /// The file that names all others.
    pub(super) directory: String,
}

/// Some events, counted.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct CountedEvents {
    /// How many there are.
    pub(super) events: usize,
    /// How many of them each choice of a facet would show.
    pub(super) facets: Vec<u32>,
}

/// A month, with the events that end in it.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct EndsInMonth {
    /// Which one, such as 2018-01.
    pub(super) month: String,
    /// How many events end in it.
    pub(super) events: usize,
    /// How many of them each choice of a facet would show.
    pub(super) facets: Vec<u32>,
    /// The file with its days.
    pub(super) file: String,
}

/// The file of a month.
#[cfg(feature = "slicing")]
#[derive(Debug, Serialize)]
pub(super) struct MonthFile<'o> {
    pub(super) version: &'static str,
    /// The days on which events end.
    pub(super) days: Vec<EndsOnDay>,
    pub(super) openings: Vec<&'o Opening>,
}

/// A day, with the events that end on it.
#[cfg(feature = "slicing")]
#[derive(Debug, Serialize)]
pub(super) struct EndsOnDay {
    pub(super) day: String,
    pub(super) events: usize,
    pub(super) facets: Vec<u32>,
}

/// The file with the events that are shown first from a day on, until the next opening.
#[cfg(feature = "slicing")]
#[derive(Debug, Serialize)]
pub(super) struct Opening {
    pub(super) from: String,
    /// How many of the first rows are surely right.
    pub(super) rows: usize,
    pub(super) file: String,
}

/// The file that names all others.
#[cfg(feature = "slicing")]
#[derive(Debug, Serialize)]
pub(super) struct Directory {
    pub(super) version: &'static str,
    pub(super) catalogue: String,
    /// Events that changed last.
    pub(super) changed: String,
    pub(super) slices: Vec<String>,
    pub(super) events: Vec<usize>,
    pub(super) words: Vec<Words>,
    pub(super) vocabulary: String,
    pub(super) ids: Vec<String>,
    pub(super) stops: Vec<Stop>,
}

/// A part of the words.
#[cfg(feature = "slicing")]
#[derive(Debug, Serialize)]
pub(super) struct Words {
    pub(super) from: Box<str>,
    pub(super) file: String,
}

/// A stop with the slices that hold its events.
#[cfg(feature = "slicing")]
#[derive(Debug, Serialize)]
pub(super) struct Stop {
    pub(super) id: String,
    pub(super) slices: Vec<usize>,
}
