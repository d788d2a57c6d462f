//! The public change log: the records whose last change is dated, newest first.

use leptos::prelude::*;
use qsec2_domain::changes::{Change, newest};

use crate::i18n::dates;
use crate::pages::Heading;
use crate::state::site::{use_feed, use_site};

/// How many changes are shown.
const MOST: usize = 200;

/// The change log.
#[component]
pub fn Changes() -> impl IntoView {
    let (site, loaded) = (use_site(), use_feed());
    let t = &site.t.about;
    let lang = site.lang();
    let of_feed = loaded
        .feed
        .date_modified
        .map(|day| view! { <p>{(t.feed_date)(&dates::date(lang, day))}</p> });
    let changes = newest(&loaded.feed, MOST);
    let none = changes.is_empty().then(|| view! { <p>{t.changes_none}</p> });
    let items = changes.into_iter().map(|Change { day, name, page }| {
        let when = dates::date(lang, day);
        view! { <li><time datetime=day.to_string()>{when}</time> " — " <a href=site.href(&page)>{name}</a></li> }
    });
    view! {
        <Heading title=t.changes />
        <p class="lead">{t.changes_lead}</p>
        {of_feed} {none}
        <ul class="changes">{items.collect_view()}</ul>
    }
    .into_any()
}
