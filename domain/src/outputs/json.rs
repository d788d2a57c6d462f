//! The records as a feed of the site: what is written here, the site's reader reads, and the schema describes.
//!
//! Each event stands once, with all of its sessions, where its first row stands; with them what they refer to, and nothing
//! else. A property of its own, `query`, says where it comes from and how much there is.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::Serialize;

use super::Selection;
use super::details::Occurrence;
use crate::address::Format;
use crate::event::{Event, Party};
use crate::feed::{Feed, VERSION};
use crate::id::Id;
use crate::organization::Organization;
use crate::season::{Exhibition, Season};
use crate::stop::Stop;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Document<'a> {
    version: &'static str,
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<&'a str>,
    is_demonstration: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_modified: Option<NaiveDate>,
    query: Asked,
    seasons: Vec<&'a Season>,
    organizations: Vec<&'a Organization>,
    exhibitions: Vec<&'a Exhibition>,
    stops: Vec<&'a Stop>,
    events: &'a [&'a Event],
}

/// What was asked, and how much came of it.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Asked {
    /// The address of this output.
    url: String,
    /// The page that shows the same.
    page: String,
    /// How many events there are.
    events: usize,
    /// How many rows there are: sessions of these events that the query shows.
    rows: usize,
    /// How many further rows the page has, that an output has no room for.
    #[serde(skip_serializing_if = "Option::is_none")]
    rows_beyond: Option<usize>,
}

/// Writes the events of rows.
pub(super) fn write(selection: &Selection<'_>, rows: &[Occurrence<'_>], beyond: usize) -> String {
    let events = distinct(rows);
    let feed = selection.feed;
    let needed = Needed::by(&events, feed);
    let document = Document {
        version: VERSION,
        name: &selection.title,
        description: feed.description.as_deref(),
        is_demonstration: feed.is_demonstration,
        date_modified: feed.date_modified,
        query: Asked {
            url: selection.address(Format::Records),
            page: selection.page_address(),
            events: events.len(),
            rows: rows.len(),
            rows_beyond: (beyond > 0).then_some(beyond),
        },
        seasons: kept(&feed.seasons, &needed.seasons, |it| &it.id),
        organizations: kept(&feed.organizations, &needed.organizations, |it| &it.id),
        exhibitions: kept(&feed.exhibitions, &needed.exhibitions, |it| &it.id),
        stops: kept(&feed.stops, &needed.stops, |it| &it.id),
        events: &events,
    };
    // Maps with keys that are not text could fail; there are none.
    serde_json::to_string(&document).unwrap_or_default()
}

fn distinct<'e>(rows: &[Occurrence<'e>]) -> Vec<&'e Event> {
    let mut met = BTreeSet::new();
    rows.iter().map(|row| row.event).filter(|event| met.insert(&event.id)).collect()
}

/// Records in their order, less those that nothing refers to.
fn kept<'a, T>(list: &'a [T], needed: &BTreeSet<&Id>, id: fn(&T) -> &Id) -> Vec<&'a T> {
    list.iter().filter(|record| needed.contains(id(record))).collect()
}

/// What events refer to, and what that refers to in turn.
#[derive(Default)]
struct Needed<'a> {
    seasons: BTreeSet<&'a Id>,
    organizations: BTreeSet<&'a Id>,
    exhibitions: BTreeSet<&'a Id>,
    stops: BTreeSet<&'a Id>,
}

impl<'a> Needed<'a> {
    fn by(events: &[&'a Event], feed: &'a Feed) -> Self {
        let mut needed = Self::default();
        for event in events {
            needed.seasons.extend(&event.season);
            needed.stops.extend(&event.stop);
            needed.add_parties(&event.organizer);
        }
        let stops = kept(&feed.stops, &needed.stops, |stop| &stop.id);
        for stop in stops {
            needed.seasons.extend(&stop.season);
            needed.exhibitions.insert(&stop.exhibition);
            needed.add_parties(&stop.organizer);
        }
        for exhibition in kept(&feed.exhibitions, &needed.exhibitions, |it| &it.id) {
            needed.seasons.extend(&exhibition.season);
        }
        needed
    }

    fn add_parties(&mut self, parties: &'a [Party]) {
        self.organizations.extend(parties.iter().filter_map(|party| party.organization.as_ref()));
    }
}
