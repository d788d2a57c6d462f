//! A large feed in slices, so that a page loads what its query needs and not the whole archive.
//!
//! The index (`feed.json`) is a feed without events, but with an outline of them: [`Outline`]. Everything else stands in
//! files that are named after their content and never change. What a page asks for, in this order:
//!
//! - what is shown first on a day, without any choice: [`Outline`], the [`Month`] of the day, one opening. As many bytes
//!   however large the archive;
//! - choices, dates, or rows beyond the opening: [`Directory`], the catalogue ([`Agenda::from_catalogue`]), the slices
//!   of the rows on screen;
//! - words: those of them ([`Words`]) that [`Directory::words_for`] names; when no event has a word, the [`Vocabulary`],
//!   and what [`Directory::words_for_corrections`] names;
//! - one event by its id: [`Directory::ids_for`], [`find_id`], one slice.
//!
//! Reading never panics, whatever the bytes. Writing ([`build`]) is for tools and the server only.
//!
//! [`Agenda::from_catalogue`]: crate::agenda::Agenda::from_catalogue

#[cfg(feature = "slicing")]
mod build;
mod bytes;
mod catalogue;
mod directory;
mod first;
#[cfg(any(feature = "slicing", feature = "schema"))]
mod form;
mod ids;
mod month;
mod outline;
mod shards;
mod shelf;
mod vocabulary;

#[cfg(test)]
mod tests;

#[cfg(feature = "slicing")]
pub use self::build::{BuildError, Built, WriteFile, build, files_of, is_whole};
pub use self::directory::Directory;
pub use self::first::FirstFile;
#[cfg(feature = "schema")]
pub(crate) use self::form::EventSlices;
pub use self::ids::find_id;
pub use self::month::Month;
pub use self::outline::Outline;
pub use self::shards::Words;
pub use self::shelf::{File, Lacking, Part, Shelf};
pub use self::vocabulary::Vocabulary;

use crate::agenda::facets::Tally;
use crate::date::parse_day;
use crate::reader::json::{Node, Properties};
use chrono::NaiveDate;

/// The folder of the files, seen from the index.
pub const FOLDER: &str = "feed/";

/// From how many bytes on a feed is cut into slices.
pub const THRESHOLD: usize = 200_000;

/// The value of a property.
fn value<'a>(properties: &Properties<'a>, name: &str) -> Option<Node<'a>> {
    properties.iter().find(|(property, _)| property == name).map(|(_, node)| *node)
}

/// A whole number.
fn number(node: Node<'_>) -> Option<u32> {
    node.digits()?.parse().ok()
}

/// Whole numbers.
pub(crate) fn numbers(node: Node<'_>) -> Option<Vec<u32>> {
    list(node, &mut number)
}

/// A day.
fn day(node: Node<'_>) -> Option<NaiveDate> {
    parse_day(&node.text().ok()?).ok()
}

/// The name of a file, which can't lead out of the folder.
fn file(node: Node<'_>) -> Option<Box<str>> {
    let name = node.text().ok()?;
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'.';
    let is_name = !name.is_empty() && !name.starts_with('.') && name.bytes().all(is_plain);
    is_name.then(|| name.as_ref().into())
}

/// All values of a list, each read in the same way; `None` when one of them can't be.
fn list<T>(node: Node<'_>, read: &mut dyn FnMut(Node<'_>) -> Option<T>) -> Option<Vec<T>> {
    let mut values = Some(Vec::new());
    node.each(&mut |_, node| {
        match (read(node), &mut values) {
            (Some(value), Some(values)) => values.push(value),
            _ => values = None,
        }
        values.is_some()
    })
    .ok()?;
    values
}

/// How many events, and how many by choice.
fn tally(properties: &Properties<'_>) -> Option<Tally> {
    let events = number(value(properties, "events")?)? as usize;
    let mut tally = Tally { events, ..Tally::default() };
    let mut counts = tally.counts.iter_mut();
    list(value(properties, "facets")?, &mut |node| {
        *counts.next()? = number(node)?;
        Some(())
    })?;
    Some(tally)
}
