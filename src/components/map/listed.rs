//! The list beside the map: all that was found, or only what is at the chosen venues.

use leptos::prelude::*;
use qsec2_domain::agenda::Found;
use qsec2_domain::map::Venue;

use super::chosen::{CHOSEN, Chosen};
use super::plan::{Places, marker_said, venue_name};
use crate::components::event_list::EventList;
use crate::components::parts::items;
use crate::i18n::map::map;
use crate::state::shown::Shown;
use crate::state::site::use_site;

/// The list, and what it is narrowed to.
#[component]
pub fn Listed(
    /// What was found.
    found: Memo<Shown>,
    /// Where that is.
    places: Memo<Places>,
    /// What the list is narrowed to.
    chosen: Chosen,
) -> impl IntoView {
    let listed = Memo::new(move |_| narrowed(&found.read(), &places.read(), &chosen.venues()));
    let is_narrowed = Memo::new(move |_| !chosen.venues().is_empty());
    view! {
        <div class="map-found">
            {move || is_narrowed.get().then(|| view! { <Narrowed places chosen /> })}
            <EventList found=listed />
        </div>
    }
    .into_any()
}

/// What the list is narrowed to, a way to one venue among several, and the way back.
#[component]
fn Narrowed(
    /// The places of what was found.
    places: Memo<Places>,
    /// What the list is narrowed to.
    chosen: Chosen,
) -> impl IntoView {
    let site = use_site();
    let t = map(site.lang());
    let clear = move |_| chosen.clear();
    let found = site.t.agenda.found;
    let said = move || marker_said(&site, t, &places.read(), &chosen.venues());
    let several = move || {
        let venues = chosen.venues();
        let places = places.read();
        let buttons = venues.iter().filter_map(|&at| {
            let venue = places.venues.list.get(at)?;
            let label = format!("{} ({})", venue_name(t, venue), found(venue.events()));
            let choose = move |_| chosen.choose(&[at]);
            Some(
                view! { <button class="as-link" type="button" on:click=choose>{label}</button> }
                    .into_any(),
            )
        });
        (venues.len() > 1).then(|| {
            let list = items("map-venues", buttons.collect());
            view! { <details><summary>{t.pick}</summary>{list}</details> }.into_any()
        })
    };
    view! {
        <div class="map-chosen">
            <h2 id=CHOSEN tabindex="-1">{said}</h2>
            <button type="button" on:click=clear>{t.all_venues}</button>
            {several}
        </div>
    }
    .into_any()
}

/// What was found at some venues; all of it for none.
fn narrowed(found: &Shown, places: &Places, venues: &[usize]) -> Shown {
    if venues.is_empty() {
        return found.clone();
    }
    let some = || venues.iter().filter_map(|at| places.venues.list.get(*at));
    let mut is_wanted = vec![false; found.rows.len()];
    for &at in some().flat_map(|venue| &venue.rows) {
        // While another query is on its way, the places may be those of the one before.
        is_wanted.get_mut(at).into_iter().for_each(|it| *it = true);
    }
    let rows = found.rows.iter().zip(&is_wanted).filter(|(_, is_wanted)| **is_wanted);
    let rows = rows.map(|(row, _)| *row).collect();
    let events = some().map(Venue::events).sum();
    Shown::new(Some(Found { rows, events, has_more: false, ..Found::clone(found) }), None)
}
