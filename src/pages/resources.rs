//! Things to read, watch or use.

use leptos::prelude::*;
use qsec2_domain::group::Resource;

use crate::components::bullet::Bullet;
use crate::components::parts::{item_heading, items, paragraph};
use crate::components::sources::Sources;
use crate::i18n::codes;
use crate::pages::event::words;
use crate::pages::page;
use crate::state::site::{use_feed, use_site};

/// The resources, in the feed's order.
#[component]
pub fn Resources() -> impl IntoView {
    let loaded = use_feed();
    let t = use_site().t.community();
    let resources = &loaded.feed.resources;
    let none = if resources.is_empty() { t.no_resources } else { "" };
    let list = resources
        .iter()
        .map(|it| view! { <ResourceItem resource=it.clone() level=2 /> }.into_any());
    page(t.resources, t.resources_lead, vec![paragraph("", none), items("items", list.collect())])
}

/// A resource in a list.
#[component]
pub fn ResourceItem(
    /// Which one.
    resource: Resource,
    /// The level of its heading, 2 or 3.
    #[prop(default = 3)]
    level: u8,
) -> impl IntoView {
    let lang = use_site().lang();
    let year = resource.date_published.map(|date| date.to_string().chars().take(4).collect());
    let audience =
        resource.audience_note.or_else(|| words(lang, resource.audience, codes::audience));
    let about: Vec<String> =
        [resource.learning_resource_type, audience, year].into_iter().flatten().collect();
    let name = match resource.url {
        Some(link) => {
            view! { <a href=link.as_str().to_owned() rel="external noopener">{resource.name}</a> }
                .into_any()
        }
        None => resource.name.into_any(),
    };
    view! {
        <article class="item">
            {resource.department.map(|department| view! { <Bullet department /> })}
            <div>
                {item_heading(level, name)}
                <p class="item-when">{about.join(" · ")}</p>
                <p>{resource.description}</p>
                <Sources provenance=resource.provenance />
            </div>
        </article>
    }
    .into_any()
}
