//! News of the groups and of the tour.

use leptos::prelude::*;
use qsec2_domain::group::News as Record;

use crate::components::bullet::Bullet;
use crate::components::sources::Sources;
use crate::i18n::dates;
use crate::pages::Heading;
use crate::state::site::{use_feed, use_site};

/// The news, in the feed's order: newest first.
#[component]
pub fn News() -> impl IntoView {
    let loaded = use_feed();
    let t = &use_site().t.community;
    let news = &loaded.feed.news;
    let empty = news.is_empty().then(|| view! { <p>{t.no_news}</p> });
    let items =
        news.iter().map(|news| view! { <li><NewsItem news=news.clone() level=2 /></li> });
    view! {
        <Heading title=t.news />
        <p class="lead">{t.news_lead}</p>
        {empty}
        <ul class="items">{items.collect_view()}</ul>
    }
    .into_any()
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

/// A heading of an item, at the level that its list asks for.
pub fn item_heading(level: u8, text: impl IntoView + 'static) -> AnyView {
    if level == 2 {
        view! { <h2>{text}</h2> }.into_any()
    } else {
        view! { <h3>{text}</h3> }.into_any()
    }
}
