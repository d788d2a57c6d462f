//! A stop as a station on a line: where, when, and what it is to the day.

use leptos::prelude::*;
use qsec2_domain::pages::Page;
use qsec2_domain::tour::Standing;

use crate::components::bullet::{Bullet, line_class};
use crate::i18n::{Texts, codes, dates};
use crate::state::site::{use_feed, use_site};

/// A stop in a list of stops.
#[component]
pub fn Station(
    /// Its index in the feed.
    stop: usize,
) -> impl IntoView {
    let (site, loaded) = (use_site(), use_feed());
    let record = loaded.feed.stops.get(stop)?;
    let standing = loaded.tour.standing(stop, site.today);
    let department = record
        .location
        .department
        .as_ref()
        .and_then(qsec2_domain::department::Territory::department);
    let class = format!(
        "station station-{} {}",
        standing_class(standing),
        department.map_or_else(String::new, line_class),
    );
    let status = codes::status(site.lang(), record.event_status);
    Some(
        view! {
            <article class=class>
                {department.map(|department| view! { <Bullet department /> })}
                <div>
                    <h3><a href=site.href(&Page::Stop(record.id.clone()))>{record.location.line()}</a></h3>
                    <p class="station-when">{dates::stay(site.lang(), record.span)}</p>
                    <p class="station-state">{standing_text(site.t, standing)}</p>
                    {status.map(|said| view! { <p class="status">{said}</p> })}
                </div>
            </article>
        }
        .into_any(),
    )
}

/// What a stop is to a day, in a word or two.
pub const fn standing_text(t: &Texts, standing: Standing) -> &'static str {
    match standing {
        Standing::Now => t.standings().now,
        Standing::Perhaps => t.standings().perhaps,
        Standing::Coming => t.standings().coming,
        Standing::Past => t.standings().past,
        Standing::Undated => t.standings().undated,
    }
}

/// The same as the end of a class name.
pub const fn standing_class(standing: Standing) -> &'static str {
    match standing {
        Standing::Now => "now",
        Standing::Perhaps => "perhaps",
        Standing::Coming => "coming",
        Standing::Past => "past",
        Standing::Undated => "undated",
    }
}
