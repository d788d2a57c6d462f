//! What a page of events shows, for other programs: iCalendar, Atom, CSV, JSON. Rows in, text out.
//!
//! Browser and server call the same code, so that a static host's file and a server's answer are the same bytes. Pure: no
//! clock, so that the same rows give the same text until a record changes; the origin is passed in. What the feed says is
//! never trusted to fit the format: each writer escapes, quotes and drops what its format can't hold.
//!
//! Rows come as [`Occurrence`]s and not as places in the feed, since a large feed holds its events in slices.

pub mod atom;
mod csv;
mod dates;
mod details;
mod ics;
mod json;
mod subscription;
mod words;

#[cfg(test)]
mod tests;

use std::fmt;
use std::str::FromStr;

pub use self::details::Occurrence;
pub use self::subscription::Subscription;
use crate::address::{Cancellations, Format, OutputAddress};
use crate::feed::Feed;
use crate::lang::Lang;
use crate::link::Link;
use crate::pages::Page;

/// The most rows of one output. Calendars and readers of feeds give up on longer files, and a large feed would make of each
/// query a file of its own size; whatever is beyond is counted in the file.
pub const MOST: usize = 10_000;

/// Where the site stands: `https://agenda.example`, without a path and without a slash at its end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin(Box<str>);

/// The text is not the origin of a site.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an origin: use https://host or http://host")]
pub struct NotAnOrigin;

impl FromStr for Origin {
    type Err = NotAnOrigin;

    /// One slash at its end is tolerated.
    fn from_str(text: &str) -> Result<Self, NotAnOrigin> {
        let link: Link = text.parse().map_err(|_| NotAnOrigin)?;
        let origin = link.as_str().strip_suffix('/').unwrap_or(link.as_str());
        let host = origin.strip_prefix("https://").or_else(|| origin.strip_prefix("http://"));
        let is_plain = |host: &str| !host.is_empty() && !host.contains(['/', '?', '#', '@']);
        if host.is_some_and(is_plain) { Ok(Self(origin.into())) } else { Err(NotAnOrigin) }
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What an output is of: a page of events with its query, on a site with its feed.
#[derive(Debug, Clone)]
pub struct Selection<'a> {
    /// Places, stops and organizers that events refer to. Its own events are not looked at.
    pub feed: &'a Feed,
    /// Where the site stands.
    pub origin: &'a Origin,
    /// The page that shows the same.
    pub page: Page,
    /// The query string of the output, as printed, without `?`.
    pub search: String,
    /// The query string of the page that shows the same, as printed, without `?`.
    pub page_search: String,
    /// What people's programs call it.
    pub title: String,
    /// The language of the words around those of the feed.
    pub lang: Lang,
    /// What calendars are told of cancelled events.
    pub cancellations: Cancellations,
}

impl<'a> Selection<'a> {
    /// The agenda, as an address asks for it.
    pub fn agenda(feed: &'a Feed, origin: &'a Origin, address: &OutputAddress) -> Self {
        let lang = address.settings.lang;
        let query = Some(&address.query);
        Self {
            title: words::title(lang, &Page::Agenda, query, feed.is_demonstration),
            page_search: without_cancellations(address),
            ..Self::of(feed, origin, Page::Agenda, address)
        }
    }

    /// What a visitor kept, as an address names it.
    pub fn programme(feed: &'a Feed, origin: &'a Origin, address: &OutputAddress) -> Self {
        let lang = address.settings.lang;
        Self {
            title: words::title(lang, &Page::Programme, None, feed.is_demonstration),
            page_search: without_cancellations(address),
            ..Self::of(feed, origin, Page::Programme, address)
        }
    }

    fn of(feed: &'a Feed, origin: &'a Origin, page: Page, address: &OutputAddress) -> Self {
        Self {
            feed,
            origin,
            page,
            search: address.to_string(),
            page_search: String::new(),
            title: String::new(),
            lang: address.settings.lang,
            cancellations: address.cancellations,
        }
    }

    /// The address of the page that shows the same.
    fn page_address(&self) -> String {
        joined(self.origin, &self.page.path(), &self.page_search)
    }

    /// What is to be said of the whole file: that it is invented, that it is not all.
    fn remarks(&self, beyond: usize) -> Option<String> {
        let invented = self.feed.is_demonstration.then(|| words::invented(self.lang).to_owned());
        let remarks: Vec<_> =
            invented.into_iter().chain(words::beyond(self.lang, beyond)).collect();
        (!remarks.is_empty()).then(|| remarks.join(" "))
    }

    /// The address of the output itself, in a form.
    pub fn address(&self, format: Format) -> String {
        joined(self.origin, &format.path(&self.page), &self.search)
    }
}

/// An output, and what of the rows is in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Output {
    /// The whole file.
    pub text: String,
    /// How many of the rows are in it.
    pub written: usize,
    /// How many are not, since the format can't say what is not known: a calendar has no place for « in 2015 ».
    pub left_out: usize,
    /// How many are not, since the file would be too long: those after the first [`MOST`].
    pub beyond: usize,
}

/// Writes rows, in their order, the first [`MOST`] of them.
pub fn write(format: Format, selection: &Selection<'_>, rows: &[Occurrence<'_>]) -> Output {
    let beyond = rows.len().saturating_sub(MOST);
    let rows = &rows[..rows.len() - beyond];
    let all = |text| Output { text, written: rows.len(), left_out: 0, beyond };
    match format {
        Format::Calendar => ics::write(selection, rows, beyond),
        Format::Atom => all(atom::write(selection, rows, beyond)),
        Format::Table => all(csv::write(selection, rows, beyond)),
        Format::Records => all(json::write(selection, rows, beyond)),
    }
}

fn joined(origin: &Origin, path: &str, search: &str) -> String {
    let mark = if search.is_empty() { "" } else { "?" };
    [&*origin.0, path, mark, search].concat()
}

fn without_cancellations(address: &OutputAddress) -> String {
    let address = OutputAddress { cancellations: Cancellations::default(), ..address.clone() };
    address.to_string()
}
