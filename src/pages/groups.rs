//! The citizen groups, and how to join one.

use leptos::prelude::*;
use qsec2_domain::group::Group;
use qsec2_domain::pages::Page;

use crate::components::bullet::Bullet;
use crate::components::contact::Operators;
use crate::i18n::dates;
use crate::pages::Heading;
use crate::state::site::{use_feed, use_site};

/// The list of groups, by season.
#[component]
pub fn Groups() -> impl IntoView {
    let (site, loaded) = (use_site(), use_feed());
    let t = &site.t.community;
    let seasons = loaded.feed.seasons.iter().map(|season| (Some(&season.id), season.name.clone()));
    let seasons = seasons.chain([(None, t.other_season.to_owned())]).filter_map(|(id, name)| {
        let groups = loaded.feed.groups.iter().filter(|group| group.season.as_ref() == id);
        let items: Vec<_> =
            groups.map(|group| view! { <li><GroupItem group=group.clone() /></li> }).collect();
        (!items.is_empty())
            .then(|| view! { <section><h2>{name}</h2><ul class="items">{items}</ul></section> })
    });
    view! {
        <Heading title=t.groups />
        <p class="lead">{t.groups_lead}</p>
        {seasons.collect_view()}
        <section>
            <h2>{t.join}</h2>
            <p>{t.join_text}</p>
            <Operators />
        </section>
    }
    .into_any()
}

/// A group in a list.
#[component]
pub fn GroupItem(
    /// Which one.
    group: Group,
) -> impl IntoView {
    let site = use_site();
    let href = site.href(&Page::Group(group.id.clone()));
    let open =
        group.is_open.then(|| view! { <p class="state state-now">{site.t.community.open}</p> });
    view! {
        <article class="item">
            <Bullet department=group.department />
            <div>
                <h3><a href=href>{group.name}</a></h3>
                <p>{group.theme}</p>
                <p class="item-when">{dates::years(site.lang(), group.start_date, group.end_date)}</p>
                {open}
            </div>
        </article>
    }
    .into_any()
}
