//! The feed, loaded once for all pages: fresh if it can be had, else the last good one with its age.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use qsec2_domain::reader;

use crate::api::{FEED, FeedProblem, fetch_feed};
use crate::browser::{self, saved};
pub use crate::state::loaded::Loaded;

/// How fresh a feed is.
#[derive(Debug, Clone, PartialEq)]
pub enum Age {
    /// It just came.
    Fresh,
    /// It was kept on the device, because a fresh one could not be had.
    Saved {
        /// When it came, in milliseconds since 1970.
        at_ms: f64,
        /// Why there is no fresh one.
        why: FeedProblem,
    },
}

/// The feed as all pages share it. Put into context by the app.
///
/// A signal and a future of our own: `LocalResource` brings suspense and transitions, which no page uses, and 8 kB.
#[derive(Clone, Copy)]
pub struct FeedResource {
    path: Memo<Option<String>>,
    answer: RwSignal<Option<Answer>>,
}

/// A feed, or why there is none.
pub type Answer = Result<Arc<Loaded>, FeedProblem>;

impl FeedResource {
    /// A feed that is there already, for a page that is drawn natively.
    pub fn ready(path: Memo<Option<String>>, loaded: Arc<Loaded>) -> Self {
        Self { path, answer: RwSignal::new(Some(Ok(loaded))) }
    }

    /// Loads the feed that `path` names, and again whenever it names another.
    pub fn new(path: Memo<Option<String>>) -> Self {
        let resource = Self { path, answer: RwSignal::new(None) };
        Effect::new(move |_| {
            path.track();
            resource.try_again();
        });
        resource
    }

    /// The feed; `None` while it is on its way.
    pub fn get(self) -> Option<Answer> {
        self.answer.get()
    }

    /// Asks for it, once more. What is on screen stays until the answer comes.
    pub fn try_again(self) {
        let path = self.path.get_untracked();
        spawn_local(async move {
            let answer = load(path.as_deref().unwrap_or(FEED)).await;
            // An answer to an address that one has left is dropped.
            if self.path.try_get_untracked() == Some(path) {
                self.answer.set(Some(answer));
            }
        });
    }
}

async fn load(path: &str) -> Answer {
    let why = match fetch_and_read(path).await {
        Ok(loaded) => return Ok(loaded),
        Err(why) => why,
    };
    let Some(kept) = saved::kept_feed(path).await else { return Err(why) };
    let Ok(reading) = reader::read(&kept.bytes) else { return Err(why) };
    let age = Age::Saved { at_ms: kept.at_ms, why };
    Ok(Arc::new(Loaded::new(reading, age, path, None)))
}

async fn fetch_and_read(path: &str) -> Answer {
    let bytes = fetch_feed(path).await?;
    browser::breathe().await;
    let reading = reader::read(&bytes)?;
    browser::breathe().await;
    // Kept only after it was read, and an index only once more than it has come: a bad feed never takes the place of a
    // good one.
    let index = if reading.outline.is_some() {
        Some(bytes)
    } else {
        let path = path.to_owned();
        spawn_local(async move { saved::keep_feed(&path, &bytes).await });
        None
    };
    let loaded = Arc::new(Loaded::new(reading, Age::Fresh, path, index));
    // What is drawn next takes longest.
    browser::breathe().await;
    Ok(loaded)
}
