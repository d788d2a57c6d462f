//! The feed, loaded once for all pages: fresh if it can be had, else the last good one with its age.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use qsec2_domain::agenda::Agenda;
use qsec2_domain::feed::Feed;
use qsec2_domain::reader::{self, Reading};
use qsec2_domain::report::Report;
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
#[derive(Clone, Copy)]
pub struct FeedResource(LocalResource<Result<Arc<Loaded>, FeedProblem>>);

impl FeedResource {
    /// Loads the feed that `path` names, and again whenever it names another.
    pub fn new(path: Memo<Option<String>>) -> Self {
        Self(LocalResource::new(move || {
            let path = path.get();
            async move { load(path.as_deref().unwrap_or(FEED)).await }
        }))
    }

    /// The feed; `None` while it is on its way.
    pub fn get(self) -> Option<Result<Arc<Loaded>, FeedProblem>> {
        self.0.get()
    }

    /// Asks for it once more.
    pub fn try_again(self) {
        self.0.refetch();
    }
}

async fn load(path: &str) -> Result<Arc<Loaded>, FeedProblem> {
    let why = match fetch_and_read(path).await {
        Ok(reading) => return Ok(Arc::new(Loaded::new(reading, Age::Fresh))),
        Err(why) => why,
    };
    let Some(kept) = saved::kept_feed(path).await else { return Err(why) };
    let Ok(reading) = reader::read(&kept.bytes) else { return Err(why) };
    Ok(Arc::new(Loaded::new(reading, Age::Saved { at_ms: kept.at_ms, why })))
}

async fn fetch_and_read(path: &str) -> Result<Reading, FeedProblem> {
    let bytes = fetch_feed(path).await?;
    let reading = reader::read(&bytes)?;
    let path = path.to_owned();
    // Kept only after it was read: a bad feed never takes the place of a good one.
    spawn_local(async move { saved::keep_feed(&path, &bytes).await });
    Ok(reading)
}

impl Loaded {
    fn new(Reading { feed, report }: Reading, age: Age) -> Self {
        let (agenda, tour) = (Agenda::new(&feed), Tour::new(&feed));
        Self { feed, agenda, tour, report, age }
    }
}
