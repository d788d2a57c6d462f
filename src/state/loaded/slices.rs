//! The files of a feed in slices: those that have come, and those that were asked for.

use std::ops::Deref;
use std::sync::{Mutex, MutexGuard, PoisonError};

use leptos::prelude::*;
use qsec2_domain::feed::Feed;
use qsec2_domain::slices::{FOLDER, File, Outline, Part, Shelf};

use crate::api::{FeedProblem, fetch_feed};
use crate::browser::saved;

/// The slices of a feed, as far as they have come.
#[derive(Debug)]
pub(super) struct Slices {
    shelf: ArcRwSignal<Shelf>,
    /// Why a file could not be had; the last one.
    pub(super) trouble: ArcRwSignal<Option<FeedProblem>>,
    /// The path of the feed.
    path: Box<str>,
    asked: Mutex<Asked>,
}

/// What was asked for.
#[derive(Debug, Default)]
pub(super) struct Asked {
    /// The names of files, whatever became of them.
    pub(super) names: Vec<Box<str>>,
    /// The index, to be kept on the device once the first of its files has come: an index alone shows nothing.
    index: Option<Vec<u8>>,
}

impl Slices {
    pub(super) fn new(outline: Outline, path: &str, index: Option<Vec<u8>>) -> Self {
        Self {
            shelf: ArcRwSignal::new(Shelf::new(outline)),
            trouble: ArcRwSignal::new(None),
            path: path.into(),
            asked: Mutex::new(Asked { names: Vec::new(), index }),
        }
    }

    /// What is on the shelf, followed. Never inlined: the browser would get all of it once for each question.
    #[inline(never)]
    pub(super) fn shelf(&self) -> impl Deref<Target = Shelf> + use<> {
        self.shelf.read()
    }

    pub(super) async fn fetch(&self, file: File, feed: &Feed) {
        let part = file.part;
        let path = self.path_of(&file);
        let bytes = match fetch_feed(&path).await {
            // The page asked for it before the app did; what failed then is answered once, and is no answer of today.
            Err(FeedProblem::Status(_)) => fetch_feed(&path).await,
            answer => answer,
        };
        let put = match bytes {
            Ok(bytes) => self.shelf.write().put(file, bytes, feed).map_err(FeedProblem::from),
            Err(problem) => Err(problem),
        };
        match put {
            Ok(()) => self.keep_index().await,
            // A device may have kept the rest, and not these of this very day.
            Err(_) if matches!(part, Part::Month | Part::Selection) => {
                self.shelf.write().take_the_long_way();
            }
            Err(problem) => self.trouble.set(Some(problem)),
        }
    }

    pub(super) fn path_of(&self, file: &File) -> String {
        let folder = self.path.rsplit_once('/').map_or("", |(folder, _)| folder);
        [folder, "/", FOLDER, &file.name].concat()
    }

    async fn keep_index(&self) {
        let index = self.asked().index.take();
        if let Some(index) = index {
            saved::keep_feed(&self.path, &index).await;
        }
    }

    pub(super) fn asked(&self) -> MutexGuard<'_, Asked> {
        self.asked.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
