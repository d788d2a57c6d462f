//! Whether what a page shows first is at hand. What is not is asked for; the page is drawn once it has come.

use chrono::NaiveDate;
use leptos::prelude::*;
use qsec2_domain::pages::Page;
use qsec2_domain::query::Query;
use qsec2_domain::slices::Lacking;

use crate::pages::{agenda, changes, department, home};
use crate::state::feed::{FeedResource, Loaded};
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
    /// Whether it can be drawn.
    pub is_ready: bool,
}

/// Follows the page one is at, on a day: is it ready to be drawn? Put into context, once, for whatever draws pages.
pub fn provide_readiness(today: impl Fn() -> NaiveDate + Send + Sync + 'static) -> Memo<Readiness> {
    let navigation: Navigation = expect_context();
    let feed: FeedResource = expect_context();
    let address = use_address();
    let readiness = Memo::new(move |before: Option<&Readiness>| {
        let (path, today) = (navigation.path(), today());
        let loaded = feed.get().and_then(Result::ok);
        let number = loaded.as_ref().map(|loaded| loaded.number);
        let now = Readiness { path, today, feed: number, is_ready: true };
        if before == Some(&now) {
            return now;
        }
        let is_ready = match (loaded, Page::parse(&now.path)) {
            (Some(loaded), Some(page)) => {
                let query = untrack(|| address.read().address.query.clone());
                loaded.ask(first(&page, &loaded, &query, today)).is_some()
            }
            (Some(_), None) => true,
            (None, _) => false,
        };
        Readiness { is_ready, ..now }
    });
    provide_context(readiness);
    readiness
}

/// What a page shows first.
fn first(page: &Page, loaded: &Loaded, query: &Query, today: NaiveDate) -> Result<(), Lacking> {
    match page {
        Page::Home => home::rows(loaded, today).map(drop),
        Page::Agenda => agenda::first_rows(loaded, query, today),
        Page::Event(_) => loaded.has(page).map(drop),
        Page::Stop(id) => loaded.rows_of_stop(id).map(drop),
        Page::Department(department) => department::events(loaded, *department, today).map(drop),
        Page::Changes => changes::newest(loaded).map(drop),
        _ => Ok(()),
    }
}
