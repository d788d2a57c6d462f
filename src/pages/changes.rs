//! The public change log: the records whose last change is dated, newest first.

use leptos::prelude::*;
use qsec2_domain::changes::Change;
use qsec2_domain::slices::Lacking;

use crate::components::parts::{items, link, paragraph};
use crate::i18n::dates;
use crate::pages::page;
use crate::state::feed::Loaded;
use crate::state::site::{use_feed, use_site};

/// How many changes are shown.
const MOST: usize = 200;

/// The change log.
#[component]
pub fn Changes() -> impl IntoView {
    let (site, loaded) = (use_site(), use_feed());
    let t = site.t.about();
    let lang = site.lang();
    let of_feed = loaded.feed.date_modified.map(|day| (t.feed_date)(&dates::date(lang, day)));
    let changes = loaded.ask(newest(&loaded))?;
    let none = if changes.is_empty() { t.changes_none } else { "" };
    let list = changes.into_iter().map(|Change { day, name, page, .. }| {
        let when = dates::date(lang, day);
        let link = link(site.href(&page), name);
        view! { <p><time datetime=day.to_string()>{when}</time> " — " {link}</p> }.into_any()
    });
    let list = items("changes", list.collect());
    let body = vec![paragraph("", of_feed.unwrap_or_default()), paragraph("", none), list];
    Some(page(t.changes, t.changes_lead, body))
}

/// What the page shows.
///
/// # Errors
/// [`Lacking`].
pub fn newest(loaded: &Loaded) -> Result<Vec<Change>, Lacking> {
    loaded.newest(MOST)
}
