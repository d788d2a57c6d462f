//! One version of the feed, read whole or not at all: as one file, cut into slices here, or cut beforehand.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use axum::body::Bytes;
use chrono::NaiveDate;
use qsec2_domain::address::Address;
use qsec2_domain::pages::Page;
use qsec2_domain::reader::{self, Limits, Reading};
use qsec2_domain::report::Refusal;
use qsec2_domain::slices::{self, BuildError, Directory, FOLDER, Outline, THRESHOLD};
use qsec2_site::state::feed::{Age, Loaded};

use super::files::Files;
use super::sitemap::Sitemap;
use crate::site::asset::Asset;
use crate::site::compression::{brotli, gzip};

/// How many versions were read since the server started.
static VERSIONS: AtomicU64 = AtomicU64::new(0);

/// One good version of the feed.
#[derive(Debug)]
pub struct FeedVersion {
    /// What the pages are about, with what is derived from it once: all events, in slices or not.
    pub loaded: Arc<Loaded>,
    /// Another for each version that was read.
    pub number: u64,
    /// What stands at `/feed.json`, with its encodings: the file as it was read, or the index of its slices.
    pub asset: Asset,
    /// The slices and all other files that the index leads to.
    pub files: Files,
    /// Its sitemap.
    pub sitemap: Sitemap,
    outline: Option<Outline>,
}

/// The feed can't be used.
#[derive(Debug, thiserror::Error)]
pub enum FeedError {
    /// The file can't be read.
    #[error("the feed {0} can't be read: {1}")]
    Unreadable(PathBuf, std::io::Error),
    /// The file is the index of a feed in slices, and not all of them are there.
    #[error(
        "the feed {0} is in slices, and {1} is missing or not whole; copy the slices first, and the index last"
    )]
    NotWhole(PathBuf, String),
    /// The file is no feed that this version understands.
    #[error("the feed {0} is refused: {1}")]
    Refused(PathBuf, Refusal),
}

/// A feed and what is sent of it.
struct Parts {
    reading: Reading,
    outline: Option<Outline>,
    index: Vec<u8>,
    files: Files,
}

impl FeedVersion {
    /// Reads a feed, and cuts it if it is large. Files that are among the `known` need not be packed again.
    ///
    /// # Errors
    /// [`FeedError`], when it can't be used.
    pub fn read(path: &Path, known: &[Files]) -> Result<Self, FeedError> {
        Ok(Self::new(parts(path, THRESHOLD, known)?))
    }

    /// Reads a feed as a host of files sends it: in slices only if it was cut beforehand.
    ///
    /// # Errors
    /// [`FeedError`], when it can't be used.
    pub fn read_uncut(path: &Path) -> Result<Self, FeedError> {
        Ok(Self::new(parts(path, usize::MAX, &[])?))
    }

    fn new(parts: Parts) -> Self {
        let Parts { reading, outline, index, files } = parts;
        if reading.report.total() > 0 {
            let problems = reading.report.total();
            tracing::warn!(problems, "the feed has faults; `cargo xtask feed check` names them");
        }
        if !files.is_empty() {
            let (files, kilobytes) = (files.len(), files.held() / 1000);
            tracing::info!(files, kilobytes, "the feed is sent in slices");
        }
        let mut asset = Asset::new("/feed.json", index);
        asset.brotli = brotli(&asset.identity).map(Bytes::from);
        asset.gzip = gzip(&asset.identity).map(Bytes::from);
        let number = VERSIONS.fetch_add(1, Ordering::Relaxed);
        let loaded = Arc::new(Loaded::new(reading, Age::Fresh));
        Self { loaded, number, asset, files, sitemap: Sitemap::default(), outline }
    }

    /// The paths of the files that the page at a path and query asks for first, after the index; none when the feed is one
    /// file.
    pub fn first_files(&self, path: &str, search: &str, today: NaiveDate) -> Vec<String> {
        let page = Page::parse(path);
        let Some((outline, page)) = self.outline.as_ref().zip(page) else { return Vec::new() };
        let Address { query, settings, .. } = Address::parse(search).address;
        let today = settings.day.unwrap_or(today);
        let read = |name: &str| self.files.get(name)?.content().map(Into::into);
        let names = outline.first_files(&page, &query, today, read);
        names.iter().map(|name| ["/", FOLDER, name].concat()).collect()
    }
}

/// Reads a feed, and cuts it when it has more than `threshold` bytes.
fn parts(path: &Path, threshold: usize, known: &[Files]) -> Result<Parts, FeedError> {
    let unreadable = |error| FeedError::Unreadable(path.to_owned(), error);
    let refused = |why| FeedError::Refused(path.to_owned(), why);
    let bytes = fs::read(path).map_err(unreadable)?;
    let cut = if bytes.len() > threshold { cut(&bytes, known) } else { Ok(None) };
    let cut = match cut {
        Ok(cut) => cut,
        Err(BuildError::AlreadyCut) => None,
        Err(BuildError::Refused(why)) => return Err(refused(why)),
        Err(BuildError::Io(error)) => return Err(unreadable(error)),
    };
    let reading = reader::read_within(&bytes, Limits::NATIVE).map_err(refused)?;
    if let Some((index, files)) = cut {
        drop(bytes);
        let outline = reader::read(&index).map_err(refused)?.outline;
        return Ok(Parts { reading, outline, index, files });
    }
    match reading.outline.clone() {
        None => Ok(Parts { reading, outline: None, index: bytes, files: Files::default() }),
        Some(outline) => beside(path, bytes, outline, reading, known),
    }
}

/// Cuts a feed into its index and the files that it leads to.
fn cut(bytes: &[u8], known: &[Files]) -> Result<Option<(Vec<u8>, Files)>, BuildError> {
    let mut index = None;
    let (files, built) = Files::pack(known, |write| {
        slices::build(bytes, Limits::NATIVE, THRESHOLD, &mut |name, bytes| {
            if name.starts_with(FOLDER) {
                return write(name, bytes);
            }
            index = Some(bytes);
            Ok(())
        })
    });
    built?;
    Ok(index.map(|index| (index, files)))
}

/// Reads the slices that lie beside an index.
fn beside(
    path: &Path,
    index: Vec<u8>,
    outline: Outline,
    mut reading: Reading,
    known: &[Files],
) -> Result<Parts, FeedError> {
    let not_whole = |name: &str| FeedError::NotWhole(path.to_owned(), name.to_owned());
    let read = |name: &str| {
        let bytes = fs::read(path.with_file_name(name)).map_err(|_| not_whole(name))?;
        let is_whole = slices::is_whole(name, &bytes);
        is_whole.then_some(bytes).ok_or_else(|| not_whole(name))
    };
    let directory = [FOLDER, outline.directory()].concat();
    let names = slices::files_of(&index, &mut |name| read(name).map_err(std::io::Error::other));
    let names = names.ok_or_else(|| not_whole("what leads to them"))?;
    let directory = Directory::read(&read(&directory)?).ok_or_else(|| not_whole(&directory))?;
    let (files, events) = Files::pack(known, |write| {
        let mut events = Vec::new();
        let mut rest = names;
        for slice in directory.slices() {
            let name = [FOLDER, slice].concat();
            let bytes = read(&name)?;
            let slice = reader::read_slice(&bytes, &reading.feed);
            events
                .extend(slice.map_err(|why| FeedError::Refused(name.as_str().into(), why))?.events);
            rest.remove(&name);
            write(&name, bytes).map_err(|_| not_whole(&name))?;
        }
        for name in rest {
            write(&name, read(&name)?).map_err(|_| not_whole(&name))?;
        }
        Ok(events)
    });
    reading.feed.events = events?;
    Ok(Parts { reading, outline: Some(outline), index, files })
}
