//! The feed, loaded once for all pages: fresh if it can be had, else the last good one with its age.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use qsec2_domain::agenda::Agenda;
use qsec2_domain::feed::Feed;
use qsec2_domain::reader::{self, Reading};
use qsec2_domain::report::{Refusal, Report};
use qsec2_domain::slices::{Directory, FOLDER};
use qsec2_domain::tour::Tour;

use crate::api::{FEED, FeedProblem, fetch_feed};
use crate::browser::saved;

/// A feed with everything that is derived from it once.
#[derive(Debug)]
pub struct Loaded {
    /// The records.
    pub feed: Feed,
    /// The index that the agenda is found in.
    pub agenda: Agenda,
    /// The stops in order.
    pub tour: Tour,
    /// What was wrong with it.
    pub report: Report,
    /// How fresh it is.
    pub age: Age,
}

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
        Ok(reading) => return Ok(Arc::new(Loaded::new(reading, Age::Fresh))),
        Err(why) => why,
    };
    let Some(kept) = saved::kept_feed(path).await else { return Err(why) };
    let Ok(reading) = read_whole(path, &kept.bytes).await else { return Err(why) };
    Ok(Arc::new(Loaded::new(reading, Age::Saved { at_ms: kept.at_ms, why })))
}

async fn fetch_and_read(path: &str) -> Result<Reading, FeedProblem> {
    let bytes = fetch_feed(path).await?;
    let reading = read_whole(path, &bytes).await?;
    let path = path.to_owned();
    // Kept only after it was read: a bad feed never takes the place of a good one.
    spawn_local(async move { saved::keep_feed(&path, &bytes).await });
    Ok(reading)
}

/// A feed with all its events, whether they stand in it or in slices beside it.
async fn read_whole(path: &str, bytes: &[u8]) -> Result<Reading, FeedProblem> {
    let mut reading = reader::read(bytes)?;
    let Some(outline) = &reading.outline else { return Ok(reading) };
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let beside = |name: &str| [folder, "/", FOLDER, name].concat();
    let directory = fetch_feed(&beside(outline.directory())).await?;
    let directory = Directory::read(&directory).ok_or(Refusal::NotAFeed)?;
    for name in directory.slices() {
        let slice = reader::read_slice(&fetch_feed(&beside(name)).await?, &reading.feed)?;
        reading.feed.events.extend(slice.events);
    }
    Ok(reading)
}

impl Loaded {
    /// A feed with what is derived from it.
    pub fn new(Reading { feed, report, .. }: Reading, age: Age) -> Self {
        let (agenda, tour) = (Agenda::new(&feed), Tour::new(&feed));
        Self { feed, agenda, tour, report, age }
    }
}
