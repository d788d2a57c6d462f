//! The citizen groups, and how to join one.

use leptos::prelude::*;
use qsec2_domain::group::Group;
use qsec2_domain::pages::Page;

use crate::components::bullet::Bullet;
use crate::components::contact::operators;
use crate::components::parts::{items, paragraph, section};
use crate::i18n::dates;
use crate::pages::page;
use crate::state::site::{use_feed, use_site};

/// The list of groups, by season.
#[component]
pub fn Groups() -> impl IntoView {
    let (site, loaded) = (use_site(), use_feed());
    let t = site.t.community();
    let seasons = loaded.feed.seasons.iter().map(|season| (Some(&season.id), season.name.clone()));
    let seasons = seasons.chain([(None, t.other_season.to_owned())]).filter_map(|(id, name)| {
        let groups = loaded.feed.groups.iter().filter(|group| group.season.as_ref() == id);
        let groups: Vec<_> =
            groups.map(|it| view! { <GroupItem group=it.clone() /> }.into_any()).collect();
        let some = !groups.is_empty();
        some.then(|| {
            view! { <section><h2>{name}</h2>{items("items", groups)}</section> }.into_any()
        })
    });
    let mut body: Vec<AnyView> = seasons.collect();
    body.push(section(t.join, vec![paragraph("", t.join_text), operators()]));
    page(t.groups, t.groups_lead, body)
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
        group.is_open.then(|| view! { <p class="state state-now">{site.t.community().open}</p> });
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
