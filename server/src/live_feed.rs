//! The feed as it is on disk now: read again when the file changes, kept when the new one can't be used.
//!
//! Never serves half a file: what is refused, missing or unreadable leaves the last good version in its place, and the log
//! says why.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, PoisonError, RwLock};
use std::time::SystemTime;

use axum::body::Bytes;
use qsec2_domain::reader;
use qsec2_domain::report::Refusal;
use qsec2_site::state::feed::Loaded;
use tokio::sync::Mutex;

use crate::site::asset::Asset;
use crate::site::compression::{brotli, gzip};

/// How many versions were read since the server started.
static VERSIONS: AtomicU64 = AtomicU64::new(0);

/// One good version of the feed.
#[derive(Debug)]
pub struct FeedVersion {
    /// What the pages are about, with what is derived from it once.
    pub loaded: Arc<Loaded>,
    /// Another for each version that was read.
    pub number: u64,
    /// The file as it was read, with its encodings.
    pub asset: Asset,
}

/// The feed can't be used.
#[derive(Debug, thiserror::Error)]
pub enum FeedError {
    /// The file can't be read.
    #[error("the feed {0} can't be read: {1}")]
    Unreadable(PathBuf, std::io::Error),
    /// The file is the index of a feed in slices, which a static host serves.
    #[error("the feed {0} is cut into slices; give the server the feed as it was before")]
    InSlices(PathBuf),
    /// The file is no feed that this version understands.
    #[error("the feed {0} is refused: {1}")]
    Refused(PathBuf, Refusal),
}

/// What tells two states of a file apart without reading it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Stamp {
    modified: SystemTime,
    length: u64,
}

/// A feed file and its last good version.
#[derive(Debug)]
pub struct LiveFeed {
    path: PathBuf,
    good: RwLock<Arc<FeedVersion>>,
    /// The state of the file that was last looked at, good or not; `None` while it is missing.
    seen: Mutex<Option<Stamp>>,
}

impl LiveFeed {
    /// Reads a feed for the first time.
    ///
    /// # Errors
    /// When there is no good version to begin with.
    pub fn open(path: PathBuf) -> Result<Self, FeedError> {
        let seen = stamp(&path);
        let good = Arc::new(load(&path)?);
        Ok(Self { path, good: RwLock::new(good), seen: Mutex::new(seen) })
    }

    /// The newest good version. Whoever notices a change waits for it to be read; everyone else is served meanwhile.
    pub async fn current(&self) -> Arc<FeedVersion> {
        if let Ok(mut seen) = self.seen.try_lock() {
            let now = stamp(&self.path);
            if *seen != now {
                self.reload().await;
                *seen = now;
            }
        }
        Arc::clone(&self.good.read().unwrap_or_else(PoisonError::into_inner))
    }

    async fn reload(&self) {
        let path = self.path.clone();
        match tokio::task::spawn_blocking(move || load(&path)).await {
            Ok(Ok(version)) => {
                tracing::info!(feed = %self.path.display(), events = version.loaded.feed.events.len(), "feed read again");
                *self.good.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(version);
            }
            Ok(Err(error)) => {
                tracing::error!(%error, "feed not taken over; the last good one stays");
            }
            Err(error) => {
                tracing::error!(%error, "feed could not be read; the last good one stays");
            }
        }
    }
}

fn stamp(path: &Path) -> Option<Stamp> {
    let about = fs::metadata(path).ok()?;
    Some(Stamp { modified: about.modified().ok()?, length: about.len() })
}

fn load(path: &Path) -> Result<FeedVersion, FeedError> {
    let bytes = fs::read(path).map_err(|error| FeedError::Unreadable(path.to_owned(), error))?;
    let reading = reader::read(&bytes).map_err(|why| FeedError::Refused(path.to_owned(), why))?;
    if reading.outline.is_some() {
        return Err(FeedError::InSlices(path.to_owned()));
    }
    if reading.report.total() > 0 {
        let problems = reading.report.total();
        tracing::warn!(problems, "the feed has faults; `cargo xtask feed check` names them");
    }
    let mut asset = Asset::new("/feed.json", bytes);
    asset.brotli = brotli(&asset.identity).map(Bytes::from);
    asset.gzip = gzip(&asset.identity).map(Bytes::from);
    let number = VERSIONS.fetch_add(1, Ordering::Relaxed);
    Ok(FeedVersion { loaded: Arc::new(Loaded::whole(reading)), number, asset })
}
