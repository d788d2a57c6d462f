//! One citizen group: who it is, what it did, its news, whom to call to join.

use leptos::prelude::*;
use qsec2_domain::id::Id;
use qsec2_domain::pages::Page;

use crate::components::bullet::Bullet;
use crate::components::contact::Operator;
use crate::components::facts::{fact, fact_list, fact_of};
use crate::components::sources::Sources;
use crate::i18n::dates;
use crate::pages::Heading;
use crate::pages::event::parties;
use crate::pages::news::NewsItem;
use crate::state::site::{use_feed, use_site};

/// A group's page.
#[component]
pub fn GroupPage(
    /// Which group.
    id: Id,
) -> impl IntoView {
    let (site, loaded) = (use_site(), use_feed());
    let group = loaded.feed.group(id.as_str())?.clone();
    let t = site.t.community();
    let season = group.season.as_ref().and_then(|id| loaded.feed.season(id.as_str()));
    let period = dates::years(site.lang(), group.start_date, group.end_date);
    let facts = [
        season.map(|season| fact(t.season, season.name.clone())),
        fact_of(t.theme, group.theme.as_ref()),
        fact_of(t.members, group.members.as_ref()),
        Some(fact(t.period, period)),
        fact_list(t.activities, &group.activities),
        fact_list(t.productions, &group.productions),
        fact_of(site.t.tour().operator, parties(&group.organizer).as_ref()),
    ];
    let news =
        loaded.feed.news_until(site.today).filter(|news| news.group.as_ref() == Some(&group.id));
    let news: Vec<_> = news.map(|news| view! { <li><NewsItem news=news.clone() /></li> }).collect();
    let news = (!news.is_empty())
        .then(|| view! { <section><h2>{t.news}</h2><ul class="items">{news}</ul></section> });
    let state = if group.is_open { t.open } else { t.closed };
    let department = group.department;
    Some(
        view! {
            <article class="record">
                <p class="record-back"><a href=site.href(&Page::Groups)>{t.groups}</a></p>
                <p class="record-kind"><Bullet department /> {department.name()}</p>
                <Heading title=group.name.clone() />
                <p class="record-when">{state}</p>
                <dl class="facts">{facts.into_iter().flatten().collect_view()}</dl>
                {news}
                <section><h2>{t.join}</h2><p>{t.join_text}</p><Operator department /></section>
                <Sources provenance=group.provenance />
            </article>
        }
        .into_any(),
    )
}
