//! The feed as it is on disk now: read again when the file changes, kept when the new one can't be used.
//!
//! Never serves half a file: what is refused, missing or unreadable leaves the last good version in its place, and the log
//! says why.

pub mod files;
pub mod sitemap;
mod version;

use std::collections::VecDeque;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock};
use std::time::{Duration, SystemTime};

use tokio::sync::Mutex;

use self::files::Files;
pub use self::version::{FeedError, FeedVersion};
use crate::site::packed::Packed;

/// Of how many versions before the files are still sent: a page that is open may ask for them.
const BEFORE: usize = 2;

/// How long whoever notices a change waits for it to be read. All but a very large feed takes less.
const PATIENCE: Duration = Duration::from_secs(2);

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
    good: RwLock<Good>,
    /// The state of the file that was last looked at, good or not; `None` while it is missing.
    seen: Arc<Mutex<Option<Stamp>>>,
}

/// What is served.
#[derive(Debug)]
struct Good {
    version: Arc<FeedVersion>,
    /// The files of the versions before, the newest first.
    before: VecDeque<Files>,
}

impl LiveFeed {
    /// Reads a feed for the first time.
    ///
    /// # Errors
    /// When there is no good version to begin with.
    pub fn open(path: PathBuf) -> Result<Self, FeedError> {
        let seen = Arc::new(Mutex::new(stamp(&path)));
        let version = Arc::new(FeedVersion::read(&path, &[])?);
        let good = RwLock::new(Good { version, before: VecDeque::new() });
        Ok(Self { path, good, seen })
    }

    /// The newest good version. Whoever notices a change waits for it to be read, but not for long; everyone else is served
    /// meanwhile. It is read to its end, whether or not anybody waits.
    pub async fn current(self: &Arc<Self>) -> Arc<FeedVersion> {
        if let Ok(mut seen) = Arc::clone(&self.seen).try_lock_owned() {
            let now = stamp(&self.path);
            if *seen != now {
                let feed = Arc::clone(self);
                let reading = tokio::task::spawn_blocking(move || {
                    // Whatever comes of it, this state was looked at.
                    *seen = now;
                    feed.reload();
                });
                if let Ok(Err(error)) = tokio::time::timeout(PATIENCE, reading).await {
                    tracing::error!(%error, "feed could not be read; the last good one stays");
                }
            }
        }
        self.with_good(|good| Arc::clone(&good.version))
    }

    /// A file of the newest version, or of one of those before.
    pub fn file(&self, name: &str) -> Option<Packed> {
        self.with_good(|good| good.files().find_map(|files| files.get(name)).cloned())
    }

    /// Waits until nothing is being read.
    pub async fn settled(&self) {
        drop(self.seen.lock().await);
    }

    fn with_good<T>(&self, ask: impl FnOnce(&Good) -> T) -> T {
        ask(&self.good.read().unwrap_or_else(PoisonError::into_inner))
    }

    fn reload(&self) {
        let known: Vec<_> = self.with_good(|good| good.files().cloned().collect());
        match FeedVersion::read(&self.path, &known) {
            Ok(version) => {
                tracing::info!(feed = %self.path.display(), events = version.loaded.feed.events.len(), "feed read again");
                let old =
                    self.good.write().unwrap_or_else(PoisonError::into_inner).replace(version);
                // Outside of the lock: a large one takes a while to drop.
                drop(old);
            }
            Err(error) => {
                tracing::error!(%error, "feed not taken over; the last good one stays");
            }
        }
    }
}

impl Good {
    /// The files of all versions, the newest first.
    fn files(&self) -> impl Iterator<Item = &Files> {
        std::iter::once(&self.version.files).chain(&self.before)
    }

    /// Takes a new version, and returns the old one.
    fn replace(&mut self, version: FeedVersion) -> Arc<FeedVersion> {
        let old = std::mem::replace(&mut self.version, Arc::new(version));
        if old.asset.digest() != self.version.asset.digest() {
            self.before.push_front(old.files.clone());
            self.before.truncate(BEFORE);
        }
        old
    }
}

fn stamp(path: &Path) -> Option<Stamp> {
    let about = fs::metadata(path).ok()?;
    Some(Stamp { modified: about.modified().ok()?, length: about.len() })
}
