//! Whether what a page shows first is at hand. What is not is asked for; the page is drawn once it has come.

use chrono::NaiveDate;
use leptos::prelude::*;
use qsec2_domain::pages::Page;

use crate::pages::agenda;
use crate::pages::lazy::{Chunk, Chunks, Part};
use crate::state::feed::FeedResource;
use crate::state::navigation::Navigation;
use crate::state::site::use_address;

/// Which page of which feed was looked at on which day, and whether it was ready. Once it is, it stays so: what it shows
/// later it asks for itself.
#[derive(Debug, Clone, PartialEq)]
pub struct Readiness {
    /// Where the page is.
    pub path: String,
    today: NaiveDate,
    feed: Option<u32>,
    /// Whether the chunk is here that draws it and knows what it shows first.
    has_chunk: bool,
    /// Whether it can be drawn, once its chunk is here.
    pub is_ready: bool,
}

/// Follows the page one is at, on a day: is it ready to be drawn? Put into context, once, for whatever draws pages.
pub fn provide_readiness(today: impl Fn() -> NaiveDate + Send + Sync + 'static) -> Memo<Readiness> {
    let navigation: Navigation = expect_context();
    let feed: FeedResource = expect_context();
    let chunks: Chunks = expect_context();
    let address = use_address();
    let readiness = Memo::new(move |before: Option<&Readiness>| {
        let (path, today) = (navigation.path(), today());
        let loaded = feed.get().and_then(Result::ok);
        let number = loaded.as_ref().map(|loaded| loaded.number);
        let page = Page::parse(&path);
        let chunk = page.as_ref().and_then(Chunk::of).map(|chunk| chunks.get(chunk));
        let has_chunk = matches!(chunk, None | Some(Part::Here(_)));
        let now = Readiness { path, today, feed: number, has_chunk, is_ready: true };
        if before == Some(&now) {
            return now;
        }
        let is_ready = match (loaded, page, chunk) {
            (None, ..) => false,
            (Some(loaded), Some(page), Some(Part::Here(brought))) => {
                loaded.ask((brought.first)(&page, &loaded, today)).is_some()
            }
            (Some(loaded), Some(Page::Agenda), _) => {
                let query = untrack(|| address.read().address.query.clone());
                loaded.ask(agenda::first_rows(&loaded, &query, today)).is_some()
            }
            (Some(_), ..) => true,
        };
        Readiness { is_ready, ..now }
    });
    provide_context(readiness);
    readiness
}
