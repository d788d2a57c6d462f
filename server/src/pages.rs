//! Pages as they are sent: drawn by the site's own components, kept while feed and day stay the same.
//!
//! What is asked for is drawn once, however many ask; the room for what is kept is bounded, whatever addresses are asked.

use std::sync::Arc;

use chrono::{NaiveDate, Utc};
use chrono_tz::Europe::Paris;
use qsec2_site::document::Template;
use qsec2_site::head::preload::preloads;
use qsec2_site::render::render;
use qsec2_site::state::host::Host;
use quick_cache::Weighter;
use quick_cache::sync::Cache;

use crate::live_feed::FeedVersion;
use crate::site::asset::Asset;
use crate::site::compression::{brotli, gzip};
use crate::state::OpenError;

/// How many bytes of pages are kept.
const ROOM: u64 = 64 << 20;

/// How many pages that room is reckoned for.
const RECKONED: usize = 2000;

/// What draws pages, and what it has drawn.
#[derive(Debug)]
pub struct Pages {
    template: Template,
    drawn: Cache<Key, Arc<Page>, Weight>,
}

/// A page, ready to be sent.
#[derive(Debug)]
pub struct Page {
    /// The document with its encodings.
    pub asset: Asset,
    /// Whether there is such a page; if not, the document says so.
    pub exists: bool,
}

/// Everything that a page is drawn from.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Key {
    path: String,
    search: String,
    today: NaiveDate,
    feed: u64,
}

#[derive(Debug, Clone)]
struct Weight;

impl Weighter<Key, Arc<Page>> for Weight {
    fn weight(&self, key: &Key, page: &Arc<Page>) -> u64 {
        let encoded = [&page.asset.brotli, &page.asset.gzip].into_iter().flatten();
        let bytes = page.asset.identity.len() + encoded.map(axum::body::Bytes::len).sum::<usize>();
        (bytes + key.path.len() + key.search.len()) as u64
    }
}

impl Pages {
    /// Draws into the bundler's page.
    ///
    /// # Errors
    /// When the bundler's page has no place for them.
    pub fn new(shell: &str) -> Result<Self, OpenError> {
        let template = Template::parse(shell)?;
        Ok(Self { template, drawn: Cache::with_weighter(RECKONED, ROOM, Weight) })
    }

    /// The page at a path and query, on a day; `None` when only the app can draw it. Takes milliseconds the first time.
    pub fn page(
        &self,
        path: &str,
        search: &str,
        feed: &FeedVersion,
        origin: Option<&str>,
        today: NaiveDate,
    ) -> Option<Arc<Page>> {
        let (path, search) = (path.to_owned(), search.to_owned());
        let key = Key { path, search, today, feed: feed.number };
        // Whoever asks for the same meanwhile waits for it.
        let draw = || self.draw(&key, feed, origin).map(Arc::new).ok_or(());
        self.drawn.get_or_insert_with(&key, draw).ok()
    }

    fn draw(&self, key: &Key, feed: &FeedVersion, origin: Option<&str>) -> Option<Page> {
        let today = key.today;
        let drawn = render(&key.path, &key.search, &feed.loaded, today, Host::Server)?;
        let first = preloads(&feed.first_files(&key.path, &key.search, today));
        let head = [first, drawn.head.to_html(origin)].concat();
        let html = self.template.document(&head, &drawn, Host::Server);
        let mut asset = Asset::new("/page.html", html);
        asset.brotli = brotli(&asset.identity).map(Into::into);
        asset.gzip = gzip(&asset.identity).map(Into::into);
        Some(Page { asset, exists: drawn.exists })
    }
}

/// The day it is in Paris.
pub fn today() -> NaiveDate {
    Utc::now().with_timezone(&Paris).date_naive()
}
