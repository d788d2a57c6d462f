//! What was found, on a map: the eight départements, the venues as markers, and beside it the same events as a list.
//!
//! Départements are links that change the query. A marker narrows the list beside, which is no part of the query. The
//! drawing is not needed to use it: links and buttons lie over it, and all events are in the list.

pub mod chosen;
pub mod drawing;
pub mod listed;
pub mod plan;

use leptos::prelude::*;
use qsec2_domain::map::Venues;

use self::chosen::Chosen;
use self::listed::Listed;
use self::plan::{Known, Places, Plan, use_places};
use crate::components::parts::paragraph;
use crate::i18n::map::{MapTexts, map};
use crate::i18n::semicolon;
use crate::state::shown::use_found;
use crate::state::site::{Site, use_site};

/// The map and the list.
#[component]
pub fn MapView() -> impl IntoView {
    let t = map(use_site().lang());
    let found = use_found();
    let places = use_places(found);
    let chosen = Chosen::new(places);
    view! {
        <div class="map-view"><div class="map-columns">
            <div class="map" role="group" aria-label=t.map>
                {paragraph("map-help", t.help)}
                <Plan found places chosen />
                <Notes places />
                {paragraph("map-credit", t.credit)}
            </div>
            <Listed found places chosen />
        </div></div>
    }
    .into_any()
}

/// What the map can't show, said in words.
#[component]
fn Notes(
    /// The places of what was found.
    places: Memo<Places>,
) -> impl IntoView {
    let site = use_site();
    let t = map(site.lang());
    let said = move || match places.read().known {
        Known::All => unplaced(&site, t, &places.read().venues),
        Known::Coming => t.loading.to_owned(),
        Known::TooMany => t.too_many.to_owned(),
    };
    view! { <p class="map-notes" role="status">{said}</p> }.into_any()
}

/// « Nous ne savons pas où les mettre…: Essonne (91), 3 événements; … »; empty when all are on the map.
fn unplaced(site: &Site, t: &MapTexts, venues: &Venues) -> String {
    let parts = venues.unplaced().into_iter().map(|it| {
        let events = (site.t.agenda.found)(it.events);
        match it.department {
            Some(department) => format!("{department}, {events}"),
            None => format!("{}, {events}", t.elsewhere),
        }
    });
    let parts: Vec<String> = parts.collect();
    if parts.is_empty() {
        String::new()
    } else {
        format!("{} {}.", t.unplaced, parts.join(semicolon(site.lang())))
    }
}
