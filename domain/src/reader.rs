//! The tolerant reader: bytes in, a feed that can be relied on out, and a report on what it took.
//!
//! The whole text is checked once, without building anything; then each record is read on its own, and is spoilt by
//! nothing but itself. Lists are read in the order in which records refer to each other, so that a reference is
//! followed on the spot, whatever the order in the file. It never panics, never recurses and never fetches anything.

mod fields;
pub(crate) mod json;
mod number;
#[cfg(feature = "slicing")]
pub(crate) mod parallel;
mod place;
mod programme;
mod project;
mod record;
mod text;
mod values;

#[cfg(test)]
mod tests;

use std::cell::RefCell;

use serde_json::error::Category;

use json::{Node, Properties};
use record::Record;
use text::excerpt;
use values::{Ids, Known};

use crate::date::PartialDate;
use crate::event::Event;
use crate::feed::{Feed, MAJOR_VERSION, VERSION};
use crate::order::places_in_order;
use crate::report::{Effect, Fault, Refusal, Report, Shape};
use crate::slices::{self, Outline};

/// The largest feed that the browser reads, in bytes.
pub const MAX_BYTES: usize = 64 << 20;

/// The most records of a list that the browser reads.
pub const MAX_RECORDS: usize = 100_000;

/// How much is read before the reader gives up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// The largest feed, in bytes.
    pub bytes: usize,
    /// The most records of a list; the rest of the list is left out.
    pub records: usize,
}

impl Limits {
    /// What a telephone can hold.
    pub const BROWSER: Self = Self { bytes: MAX_BYTES, records: MAX_RECORDS };

    /// What the tools and the server can hold.
    pub const NATIVE: Self = Self { bytes: 1 << 30, records: 5_000_000 };
}

/// The lists of a feed; one that has none of them is none.
const LISTS: [&str; 10] = [
    "seasons",
    "departments",
    "organizations",
    "exhibitions",
    "stops",
    "events",
    "groups",
    "news",
    "resources",
    "figures",
];

/// What came of reading: the feed, and what was wrong with it.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// All that could be read.
    pub feed: Feed,
    /// What could not, and why.
    pub report: Report,
    /// Where the events are, when the feed is in slices and has none itself.
    pub outline: Option<Outline>,
}

/// The events of one slice of a feed, and what was wrong with them.
#[derive(Debug, Clone, PartialEq)]
pub struct Slice {
    /// All that could be read, in the order of the file.
    pub events: Vec<Event>,
    /// The numbers that they have in the catalogue, when the file says them.
    pub numbers: Vec<u32>,
    /// What could not, and why.
    pub report: Report,
}

/// Is shown each event of a feed in the order of the text: what was read before it (all that an event may refer to),
/// the event if it could be read, and its JSON as it stands in the feed.
pub type VisitEvent<'v, 'a> = dyn FnMut(&Feed, Option<Event>, &'a str) + 'v;

/// Reads a feed. Every record may be bad: then the feed is empty, and the report says so.
///
/// # Errors
/// [`Refusal`] when nothing of it can be trusted: it is too large, not JSON, incomplete, something else, or from the
/// future.
pub fn read(bytes: &[u8]) -> Result<Reading, Refusal> {
    read_within(bytes, Limits::BROWSER)
}

/// As [`read`], within other limits.
///
/// # Errors
/// As [`read`].
pub fn read_within(bytes: &[u8], limits: Limits) -> Result<Reading, Refusal> {
    let mut events = Vec::new();
    let mut reading = visit_events(bytes, limits, &mut |_, event, _| events.extend(event))?;
    reading.feed.events = events;
    Ok(reading)
}

/// Reads a feed and shows its events one by one, so that they need not all be held: the feed that is returned has none.
///
/// # Errors
/// As [`read`].
pub fn visit_events<'a>(
    bytes: &'a [u8],
    limits: Limits,
    visit: &mut VisitEvent<'_, 'a>,
) -> Result<Reading, Refusal> {
    let properties = open(bytes, limits)?;
    let report = RefCell::default();
    let top = Record::feed(&report, properties);
    let (limit, outline) = (limits.records, outline(&top));
    let feed = read_all(&top, limit, &mut |feed, known| {
        read_events(&top, feed, known, limit, outline.is_some(), visit);
    })?;
    drop(top);
    Ok(Reading { feed, report: report.into_inner(), outline })
}

fn outline(top: &Record<'_, '_>) -> Option<Outline> {
    top.peek("eventSlices").and_then(Outline::read)
}

/// Reads a slice of a feed whose index has been read: what its events refer to is looked up there.
///
/// # Errors
/// As [`read`].
pub fn read_slice(bytes: &[u8], feed: &Feed) -> Result<Slice, Refusal> {
    let properties = open(bytes, Limits::BROWSER)?;
    let report = RefCell::default();
    let top = Record::feed(&report, properties);
    version(&top)?;
    if !top.has("events") {
        return Err(Refusal::NotAFeed);
    }
    let mut events = Vec::new();
    let known = Known::of(feed);
    read_events(&top, feed, &known, MAX_RECORDS, false, &mut |_, event, _| events.extend(event));
    let numbers = top.peek("numbers").and_then(slices::numbers).unwrap_or_default();
    drop(top);
    Ok(Slice { events, numbers, report: report.into_inner() })
}

/// Checks all that can be checked before any record is read.
fn open(bytes: &[u8], limits: Limits) -> Result<Properties<'_>, Refusal> {
    if bytes.len() > limits.bytes {
        return Err(Refusal::TooLarge { bytes: bytes.len() });
    }
    let text = std::str::from_utf8(bytes).map_err(|error| match error.error_len() {
        Some(_) => Refusal::NotUtf8 { byte: error.valid_up_to() },
        None => Refusal::Truncated,
    })?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if let Some(properties) = Node::check_object(text) {
        return Ok(properties);
    }
    let node = Node::check(text).map_err(|error| match error.classify() {
        Category::Eof => Refusal::Truncated,
        _ => Refusal::NotJson { line: error.line(), column: error.column() },
    })?;
    node.properties().map_err(|_| Refusal::NotAFeed)
}

/// Reads all but the events, which are read when all is known that they may refer to.
fn read_all(
    top: &Record<'_, '_>,
    limit: usize,
    read_events: &mut dyn FnMut(&Feed, &Known),
) -> Result<Feed, Refusal> {
    let version = version(top)?;
    if LISTS.iter().all(|list| !top.has(list)) {
        return Err(Refusal::NotAFeed);
    }
    let mut feed = Feed { version, name: "QSEC²".to_owned(), ..Feed::default() };
    let mut known = Known::default();
    project::heading(top, &mut feed);
    read_project(top, &mut feed, &mut known, limit);
    read_programme(top, &mut feed, &mut known, limit);
    read_events(&feed, &known);
    read_rest(top, &mut feed, &known, limit);
    feed.seasons = newest_first(feed.seasons, &|season| season.start_date.or(season.end_date));
    feed.news = newest_first(feed.news, &|news| news.date_published);
    Ok(feed)
}

/// The version, without which it is taken to be the one that this code writes.
fn version(top: &Record<'_, '_>) -> Result<String, Refusal> {
    let Some(node) = top.get("version") else {
        top.note("version", Effect::Noted, Fault::MissingProperty);
        return Ok(VERSION.to_owned());
    };
    let text = if node.shape() == Some(Shape::Text) {
        node.text().unwrap_or_default()
    } else {
        top.note("version", Effect::Noted, Fault::WrongType { expected: Shape::Text });
        node.digits().unwrap_or_default().into()
    };
    let mut parts = text.trim().split('.');
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let readable = text.len() <= 20 && text.trim().split('.').all(is_number);
    if !readable {
        top.note("version", Effect::Noted, Fault::UnreadableVersion { text: excerpt(&text) });
        return Ok(VERSION.to_owned());
    }
    // Digits that do not fit are of a very late version indeed.
    let major = parts.next().and_then(|major| major.parse().ok()).unwrap_or(u32::MAX);
    if major > MAJOR_VERSION {
        return Err(Refusal::LaterVersion { version: text.trim().to_owned() });
    }
    Ok(if major == MAJOR_VERSION { text.trim().to_owned() } else { VERSION.to_owned() })
}

fn read_project(top: &Record<'_, '_>, feed: &mut Feed, known: &mut Known, limit: usize) {
    top.each("seasons", "season", limit, &mut |record| {
        if let Some(season) = project::season(record, known) {
            known.seasons.insert(season.id.clone(), feed.seasons.len());
            feed.seasons.push(season);
        }
    });
    top.each("organizations", "organization", limit, &mut |record| {
        if let Some(organization) = project::organization(record, known) {
            known.organizations.insert(organization.id.clone(), feed.organizations.len());
            feed.organizations.push(organization);
        }
    });
    top.each("departments", "department", limit, &mut |record| {
        let department = project::department_record(record, known, &feed.departments);
        feed.departments.extend(department);
    });
    top.each("exhibitions", "exhibition", limit, &mut |record| {
        if let Some(exhibition) = project::exhibition(record, known) {
            known.exhibitions.insert(exhibition.id.clone(), feed.exhibitions.len());
            feed.exhibitions.push(exhibition);
        }
    });
}

fn read_programme(top: &Record<'_, '_>, feed: &mut Feed, known: &mut Known, limit: usize) {
    top.each("stops", "stop", limit, &mut |record| {
        if let Some(stop) = programme::stop(record, feed, known) {
            known.stops.insert(stop.id.clone(), feed.stops.len());
            feed.stops.push(stop);
        }
    });
    top.each("groups", "group", limit, &mut |record| {
        if let Some(group) = project::group(record, feed, known) {
            known.groups.insert(group.id.clone(), feed.groups.len());
            feed.groups.push(group);
        }
    });
}

/// What is left of the events in an index (`is_index`) could not be read, or its id is that of an event in the slices.
fn read_events<'a>(
    top: &Record<'a, '_>,
    feed: &Feed,
    known: &Known,
    limit: usize,
    is_index: bool,
    visit: &mut VisitEvent<'_, 'a>,
) {
    let mut taken = Ids::new();
    top.list("events", limit, &mut |place, node| {
        let mut event = None;
        top.visit_one("events", "event", place, node, &mut |record| {
            event = programme::event(record, feed, known, &taken);
            if is_index && event.take().is_some() {
                record.note("id", Effect::RecordLeftOut, Fault::DuplicateId);
            }
        });
        if let Some(event) = &event {
            taken.insert(event.id.clone(), place);
        }
        visit(feed, event, node.json());
    });
}

fn read_rest(top: &Record<'_, '_>, feed: &mut Feed, known: &Known, limit: usize) {
    let mut taken = Ids::new();
    top.each("news", "news", limit, &mut |record| {
        if let Some(news) = project::news(record, known, &taken) {
            taken.insert(news.id.clone(), feed.news.len());
            feed.news.push(news);
        }
    });
    let mut taken = Ids::new();
    top.each("resources", "resource", limit, &mut |record| {
        if let Some(resource) = project::resource(record, known, &taken) {
            taken.insert(resource.id.clone(), feed.resources.len());
            feed.resources.push(resource);
        }
    });
    let mut taken = Ids::new();
    top.each("figures", "figure", limit, &mut |record| {
        if let Some(figure) = project::figure(record, known, &taken) {
            taken.insert(figure.id.clone(), feed.figures.len());
            feed.figures.push(figure);
        }
    });
}

/// What is dated comes first, the latest before all; each tie stays in the feed's order.
fn newest_first<T>(list: Vec<T>, date: &dyn Fn(&T) -> Option<PartialDate>) -> Vec<T> {
    let age = |place: usize| date(&list[place]).map(PartialDate::last_day);
    let order = places_in_order(list.len(), &|one, other| age(other).cmp(&age(one)));
    let mut slots: Vec<_> = list.into_iter().map(Some).collect();
    order.into_iter().filter_map(|place| slots.get_mut(place)?.take()).collect()
}
