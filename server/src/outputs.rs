//! What the agenda, programmes and the change log are for other programs and other people's pages, as it is sent: written by
//! the domain, kept while feed and day stay the same.
//!
//! Each output is made once, however many subscribers ask, and only a few are made at a time; the room for what is kept
//! is bounded, whatever is asked. Nothing here knows of requests.

use std::sync::Arc;

use axum::body::Bytes;
use axum::http::HeaderValue;
use chrono::NaiveDate;
use qsec2_domain::address::{Format, OutputAddress, WidgetAddress};
use qsec2_domain::outputs::{Occurrence, Origin, Selection, atom, write};
use qsec2_domain::pages::Page;
use qsec2_site::pages::{changes, programme};
use qsec2_site::state::feed::Loaded;
use qsec2_site::widget::document;
use quick_cache::Weighter;
use quick_cache::sync::Cache;
use tokio::sync::Semaphore;

use crate::live_feed::FeedVersion;
use crate::site::asset::{Asset, Caching};
use crate::site::compression::{brotli, gzip_quickly};

/// How many bytes of outputs are kept.
const ROOM: u64 = 64 << 20;

/// How many outputs that room is reckoned for.
const RECKONED: usize = 1000;

/// How many are made at a time: the longest are tens of megabytes while they are made, and take all of a core.
const AT_A_TIME: usize = 2;

/// The outputs that were made.
#[derive(Debug)]
pub struct Outputs {
    made: Cache<Key, Arc<Asset>, Weight>,
    turns: Arc<Semaphore>,
}

/// What is made.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum What {
    /// A page in a form.
    Output(Page, Format),
    /// The widget.
    Widget,
}

/// An output that can be asked for: one of the site's own feed.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Wanted {
    what: What,
    /// As printed, so that two spellings of a query are one.
    search: String,
}

/// Everything that an output is made from.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Key {
    wanted: Wanted,
    today: NaiveDate,
    feed: u64,
}

#[derive(Debug, Clone)]
struct Weight;

impl Weighter<Key, Arc<Asset>> for Weight {
    fn weight(&self, key: &Key, asset: &Arc<Asset>) -> u64 {
        let encoded = [&asset.brotli, &asset.gzip].into_iter().flatten();
        let bytes = asset.identity.len() + encoded.map(Bytes::len).sum::<usize>();
        (bytes + key.wanted.search.len()) as u64
    }
}

impl Default for Outputs {
    fn default() -> Self {
        let made = Cache::with_weighter(RECKONED, ROOM, Weight);
        Self { made, turns: Arc::new(Semaphore::new(AT_A_TIME)) }
    }
}

impl Wanted {
    /// A page in a form, as an address asks for it. `None` when that asks for another feed: only a browser fetches those.
    pub fn new(page: Page, format: Format, address: OutputAddress) -> Option<Self> {
        if address.settings.feed.is_some() {
            return None;
        }
        let search = address.of_page(&page).to_string();
        Some(Self { what: What::Output(page, format), search })
    }

    /// The widget, as an address asks for it. `None` when that asks for another feed.
    pub fn widget(address: &WidgetAddress) -> Option<Self> {
        let is_ours = address.settings.feed.is_none();
        is_ours.then(|| Self { what: What::Widget, search: address.to_string() })
    }

    /// Whether it is a programme that names no event: its subscribers would wait for years.
    pub fn is_of_nothing(&self) -> bool {
        matches!(self.what, What::Output(Page::Programme, _))
            && OutputAddress::parse(&self.search).address.events.is_empty()
    }
}

impl Outputs {
    /// An output of this feed, on this day unless it asks for another. `None` when it could not be made, which the log tells.
    pub async fn get(
        self: &Arc<Self>,
        wanted: Wanted,
        feed: Arc<FeedVersion>,
        origin: String,
        today: NaiveDate,
    ) -> Option<Arc<Asset>> {
        let key = Key { wanted, today, feed: feed.number };
        if let Some(asset) = self.made.get(&key) {
            return Some(asset);
        }
        let turn = Arc::clone(&self.turns).acquire_owned().await.ok()?;
        let outputs = Arc::clone(self);
        // Up to a second of work: not on a thread that others wait for. It keeps its turn to its end, whoever hangs up.
        let making = tokio::task::spawn_blocking(move || {
            let _turn = turn;
            let make = || make(&key, &feed.loaded, &origin).map(Arc::new).ok_or(());
            outputs.made.get_or_insert_with(&key, make).ok()
        });
        let made = making.await.inspect_err(|error| tracing::error!(%error, "an output failed"));
        made.ok().flatten()
    }
}

fn make(key: &Key, loaded: &Loaded, origin: &str) -> Option<Asset> {
    let search = &key.wanted.search;
    let mut asset = match &key.wanted.what {
        What::Output(page, format) => output(page, *format, key, loaded, origin)?,
        What::Widget => {
            let address = WidgetAddress::parse(search).address;
            Asset::new(WidgetAddress::PATH, document(loaded, &address, key.today))
        }
    };
    asset.caching = Caching::Subscribed;
    asset.brotli = brotli(&asset.identity).map(Into::into);
    asset.gzip = gzip_quickly(&asset.identity).map(Into::into);
    Some(asset)
}

fn output(page: &Page, format: Format, key: &Key, loaded: &Loaded, origin: &str) -> Option<Asset> {
    let origin: Origin = match origin.parse() {
        Ok(origin) => origin,
        Err(error) => {
            tracing::error!(%error, origin, "no output can be made");
            return None;
        }
    };
    let address = OutputAddress::parse(&key.wanted.search).address;
    let text = match page {
        Page::Changes => log(loaded, &origin, &address)?,
        Page::Programme => programme(format, loaded, &origin, &address, key.today)?,
        _ => agenda(format, loaded, &origin, &address, key.today)?,
    };
    let mut asset = Asset::new(&format.path(page), text);
    asset.content_type = HeaderValue::from_static(format.media_type());
    Some(asset)
}

/// The rows that the page shows, in its order.
fn agenda(
    format: Format,
    loaded: &Loaded,
    origin: &Origin,
    address: &OutputAddress,
    today: NaiveDate,
) -> Option<String> {
    // Nothing is lacking: here, a feed is always there as a whole.
    let found = loaded.find(&address.query, address.settings.day.unwrap_or(today)).ok()?;
    let rows = Occurrence::of_rows(&loaded.feed, &found.rows);
    Some(write(format, &Selection::agenda(&loaded.feed, origin, address), &rows).text)
}

/// The rows that the page of these events shows, in its order.
fn programme(
    format: Format,
    loaded: &Loaded,
    origin: &Origin,
    address: &OutputAddress,
    today: NaiveDate,
) -> Option<String> {
    let today = address.settings.day.unwrap_or(today);
    let arranged = programme::arranged(loaded, address.events.as_slice(), today).ok()?;
    let rows = Occurrence::of_rows(&loaded.feed, &arranged.rows());
    Some(write(format, &Selection::programme(&loaded.feed, origin, address), &rows).text)
}

/// The changes that the page shows.
fn log(loaded: &Loaded, origin: &Origin, address: &OutputAddress) -> Option<String> {
    let changes = changes::newest(loaded).ok()?;
    Some(atom::log(origin, address.settings.lang, &loaded.feed, &changes))
}
