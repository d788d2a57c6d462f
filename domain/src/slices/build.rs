//! Cuts a feed into slices. Never in the browser.
//!
//! The feed is read once, event by event; of each, only its place in the text and what the agenda asks is kept. A second
//! thread splits the texts into words meanwhile. Then everything is put in order of time and written, the index last.
//!
//! The same bytes give the same files. Nothing is written but through the function that is passed in.

mod gather;
mod openings;
mod write;

use std::collections::BTreeSet;
use std::io;

use super::{Directory, FOLDER, Month, Outline};
use crate::reader::Limits;
use crate::reader::json::Node;
use crate::report::{Refusal, Report};

/// What came of cutting a feed.
#[derive(Debug)]
pub struct Built {
    /// How many events there are.
    pub events: usize,
    /// How many files beside the index; none when the feed is small, and stays one file.
    pub files: usize,
    /// What was wrong with the feed.
    pub report: Report,
}

/// Why a feed could not be cut.
#[derive(Debug, thiserror::Error)]
pub enum BuildError {
    /// It can't be read.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// It has been cut already: its events are elsewhere.
    #[error("the feed is in slices already")]
    AlreadyCut,
    /// A file can't be written.
    #[error(transparent)]
    Io(#[from] io::Error),
}

/// Takes the name of a file, seen from the folder of the index, and its bytes.
pub type WriteFile<'w> = dyn FnMut(&str, Vec<u8>) -> io::Result<()> + 'w;

/// How large the pieces are.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sizes {
    /// Rows that an opening surely has, if there are so many.
    pub(super) rows: usize,
    /// Events of an opening, at most; not less than `rows`.
    pub(super) opening: usize,
    /// Events of a slice, at most.
    pub(super) slice: usize,
    /// Bytes of a slice beyond which no further event is put in.
    pub(super) slice_bytes: usize,
    /// Ids of a part, about.
    pub(super) ids: usize,
    /// Bytes of a part of the words, at least.
    pub(super) words: usize,
    /// Slices of a stop, at most, for them to be named.
    pub(super) stop: usize,
    /// Events among those that changed last, at most.
    pub(super) changed: usize,
}

impl Default for Sizes {
    fn default() -> Self {
        Self {
            rows: 48,
            opening: 64,
            slice: 128,
            slice_bytes: 96 << 10,
            ids: 5000,
            words: 16 << 10,
            stop: 24,
            changed: 100,
        }
    }
}

/// How many records that can't be read stay in the index, so that a report on it still names them.
const KEPT_BAD: usize = 50;

/// Writes a feed in slices, or, when it has no more than `threshold` bytes ([`THRESHOLD`](super::THRESHOLD) is a good one), as it is.
///
/// The files of [`FOLDER`] come first, then the index, `feed.json`, which alone makes them part of the feed.
///
/// # Errors
/// [`BuildError`] when the feed can't be read, or as soon as a file can't be written.
pub fn build(
    bytes: &[u8],
    limits: Limits,
    threshold: usize,
    write: &mut WriteFile<'_>,
) -> Result<Built, BuildError> {
    build_in(bytes, limits, threshold, Sizes::default(), write)
}

/// As [`build`], in pieces of other sizes.
pub(super) fn build_in(
    bytes: &[u8],
    limits: Limits,
    threshold: usize,
    sizes: Sizes,
    write: &mut WriteFile<'_>,
) -> Result<Built, BuildError> {
    let gathered = gather::gather(bytes, limits)?;
    let (report, events) = (gathered.report.clone(), gathered.events.len());
    if bytes.len() <= threshold {
        write("feed.json", bytes.to_vec())?;
        return Ok(Built { events, files: 0, report });
    }
    let files = write::write(gathered, sizes, write)?;
    Ok(Built { events, files, report })
}

/// Whether a file holds what its name says: a hash of what is in it stands there.
pub fn is_whole(name: &str, bytes: &[u8]) -> bool {
    name.rsplit('.').nth(1) == Some(write::hash(bytes).as_str())
}

/// Every file that an index leads to, seen from its folder, given how to read one: what must be there for the feed to be
/// whole. `None` when one of those that lead on can't be read. Empty for a feed in one file.
pub fn files_of(
    index: &[u8],
    read: &mut dyn FnMut(&str) -> io::Result<Vec<u8>>,
) -> Option<BTreeSet<String>> {
    let text = std::str::from_utf8(index).ok()?;
    let top = Node::check(text.strip_prefix('\u{feff}').unwrap_or(text)).ok()?.properties().ok()?;
    let Some(node) = super::value(&top, "eventSlices") else { return Some(BTreeSet::new()) };
    let outline = Outline::read(node)?;
    let path = |name: &str| [FOLDER, name].concat();
    let mut files: BTreeSet<_> = outline.files().map(path).collect();
    for file in outline.month_files() {
        files.extend(Month::read(&read(&path(file)).ok()?)?.files().map(path));
    }
    let directory = Directory::read(&read(&path(outline.directory())).ok()?)?;
    files.extend(directory.files().map(path));
    Some(files)
}
