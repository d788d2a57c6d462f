//! The tolerant reader: bytes in, a feed that can be relied on out, and a report on what it took.
//!
//! The whole text is checked once, without building anything; then each record is read on its own, and is spoilt by
//! nothing but itself. Lists are read in the order in which records refer to each other, so that a reference is
//! followed on the spot, whatever the order in the file. It never panics, never recurses and never fetches anything.

mod fields;
mod json;
mod number;
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
use crate::feed::{Feed, MAJOR_VERSION, VERSION};
use crate::order::places_in_order;
use crate::report::{Effect, Fault, Refusal, Report, Shape};

/// The largest feed that is read, in bytes.
pub const MAX_BYTES: usize = 64 << 20;

/// The most records of a list that are read.
pub const MAX_RECORDS: usize = 100_000;

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
}

/// Reads a feed. Every record may be bad: then the feed is empty, and the report says so.
///
/// # Errors
/// [`Refusal`] when nothing of it can be trusted: it is too large, not JSON, incomplete, something else, or from the
/// future.
pub fn read(bytes: &[u8]) -> Result<Reading, Refusal> {
    let properties = open(bytes)?;
    let report = RefCell::default();
    let feed = read_all(&Record::feed(&report, properties))?;
    Ok(Reading { feed, report: report.into_inner() })
}

/// Checks all that can be checked before any record is read.
fn open(bytes: &[u8]) -> Result<Properties<'_>, Refusal> {
    if bytes.len() > MAX_BYTES {
        return Err(Refusal::TooLarge { bytes: bytes.len() });
    }
    let text = std::str::from_utf8(bytes).map_err(|error| match error.error_len() {
        Some(_) => Refusal::NotUtf8 { byte: error.valid_up_to() },
        None => Refusal::Truncated,
    })?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let node = Node::check(text).map_err(|error| match error.classify() {
        Category::Eof => Refusal::Truncated,
        _ => Refusal::NotJson { line: error.line(), column: error.column() },
    })?;
    node.properties().map_err(|_| Refusal::NotAFeed)
}

fn read_all(top: &Record<'_, '_>) -> Result<Feed, Refusal> {
    let version = version(top)?;
    if LISTS.iter().all(|list| !top.has(list)) {
        return Err(Refusal::NotAFeed);
    }
    let mut feed = Feed { version, name: "QSEC²".to_owned(), ..Feed::default() };
    let mut known = Known::default();
    project::heading(top, &mut feed);
    read_project(top, &mut feed, &mut known);
    read_programme(top, &mut feed, &mut known);
    read_rest(top, &mut feed, &known);
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

fn read_project(top: &Record<'_, '_>, feed: &mut Feed, known: &mut Known) {
    top.each("seasons", "season", MAX_RECORDS, &mut |record| {
        if let Some(season) = project::season(record, known) {
            known.seasons.insert(season.id.clone(), feed.seasons.len());
            feed.seasons.push(season);
        }
    });
    top.each("organizations", "organization", MAX_RECORDS, &mut |record| {
        if let Some(organization) = project::organization(record, known) {
            known.organizations.insert(organization.id.clone(), feed.organizations.len());
            feed.organizations.push(organization);
        }
    });
    top.each("departments", "department", MAX_RECORDS, &mut |record| {
        let department = project::department_record(record, known, &feed.departments);
        feed.departments.extend(department);
    });
    top.each("exhibitions", "exhibition", MAX_RECORDS, &mut |record| {
        if let Some(exhibition) = project::exhibition(record, known) {
            known.exhibitions.insert(exhibition.id.clone(), feed.exhibitions.len());
            feed.exhibitions.push(exhibition);
        }
    });
}

fn read_programme(top: &Record<'_, '_>, feed: &mut Feed, known: &mut Known) {
    top.each("stops", "stop", MAX_RECORDS, &mut |record| {
        if let Some(stop) = programme::stop(record, feed, known) {
            known.stops.insert(stop.id.clone(), feed.stops.len());
            feed.stops.push(stop);
        }
    });
    top.each("groups", "group", MAX_RECORDS, &mut |record| {
        if let Some(group) = project::group(record, feed, known) {
            known.groups.insert(group.id.clone(), feed.groups.len());
            feed.groups.push(group);
        }
    });
    let mut taken = Ids::new();
    top.each("events", "event", MAX_RECORDS, &mut |record| {
        if let Some(event) = programme::event(record, feed, known, &taken) {
            taken.insert(event.id.clone(), feed.events.len());
            feed.events.push(event);
        }
    });
}

fn read_rest(top: &Record<'_, '_>, feed: &mut Feed, known: &Known) {
    let mut taken = Ids::new();
    top.each("news", "news", MAX_RECORDS, &mut |record| {
        if let Some(news) = project::news(record, known, &taken) {
            taken.insert(news.id.clone(), feed.news.len());
            feed.news.push(news);
        }
    });
    let mut taken = Ids::new();
    top.each("resources", "resource", MAX_RECORDS, &mut |record| {
        if let Some(resource) = project::resource(record, known, &taken) {
            taken.insert(resource.id.clone(), feed.resources.len());
            feed.resources.push(resource);
        }
    });
    let mut taken = Ids::new();
    top.each("figures", "figure", MAX_RECORDS, &mut |record| {
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
