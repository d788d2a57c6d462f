//! News of the groups and of the tour.

use leptos::prelude::*;
use qsec2_domain::group::News as Record;

use crate::components::bullet::Bullet;
use crate::components::parts::{item_heading, items, paragraph};
use crate::components::sources::Sources;
use crate::i18n::dates;
use crate::pages::page;
use crate::state::site::{Site, use_feed, use_site};

/// The news, in the feed's order: newest first.
#[component]
pub fn News() -> impl IntoView {
    let loaded = use_feed();
    let Site { t, today, .. } = use_site();
    let t = t.community();
    let list = loaded.feed.news_until(today);
    let list: Vec<_> =
        list.map(|it| view! { <NewsItem news=it.clone() level=2 /> }.into_any()).collect();
    let none = if list.is_empty() { t.no_news } else { "" };
    page(t.news, t.news_lead, vec![paragraph("", none), items("items", list)])
}

/// A piece of news in a list.
#[component]
pub fn NewsItem(
    /// Which one.
    news: Record,
    /// The level of its heading, 2 or 3.
    #[prop(default = 3)]
    level: u8,
) -> impl IntoView {
    let lang = use_site().lang();
    let when = news.date_published.map(|date| {
        view! { <p class="item-when"><time datetime=date.to_string()>{dates::partial(lang, date)}</time></p> }
    });
    view! {
        <article class="item">
            {news.department.map(|department| view! { <Bullet department /> })}
            <div>
                {item_heading(level, news.name)}
                {when}
                <p>{news.description}</p>
                <Sources provenance=news.provenance />
            </div>
        </article>
    }
    .into_any()
}
