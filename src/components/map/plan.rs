//! The map itself: the drawing, and over it links for départements and buttons for venues.

use std::sync::Arc;

use leptos::prelude::*;
use qsec2_domain::choices::Choice as _;
use qsec2_domain::department::Department;
use qsec2_domain::map::{HEIGHT, INSET_CORNER, Marker, Spot, Venue, Venues, WIDTH, markers, signs};
use qsec2_domain::pages::Page;

use super::chosen::{Chosen, MARKERS};
use super::drawing::Drawing;
use crate::components::bullet::{Bullet, line_class};
use crate::i18n::map::{IsChosen, MapTexts, department as department_said, map};
use crate::routes;
use crate::state::feed::Loaded;
use crate::state::shown::Shown;
use crate::state::site::{Site, use_address, use_feed, use_site};

/// Up to how many events the places of all are looked at: each may have to be loaded.
const MOST: usize = 2000;
/// Up to how many files are loaded for that; what a query finds may lie in files without number.
const FILES: usize = 40;

/// The places of what was found, and where they are drawn. One value, so that the browser gets one memo for all of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Places {
    /// Whether they are known.
    pub known: Known,
    /// The venues; none while they are not known.
    pub venues: Venues,
    /// Where they are drawn.
    markers: Vec<Marker>,
    /// Where the signs of départements stand.
    signs: Vec<(Department, Spot)>,
}

/// Whether the places of what was found are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Known {
    /// All of them.
    All,
    /// They are on their way.
    Coming,
    /// They are too many to be loaded.
    TooMany,
}

impl Places {
    fn new(known: Known, venues: Venues) -> Self {
        let markers = markers(&venues.list);
        Self { known, signs: signs(&markers), markers, venues }
    }

    /// The places of those venues that are wanted.
    pub fn find(&self, is_wanted: impl Fn(&Venue) -> bool) -> Vec<usize> {
        let all = self.venues.list.iter().enumerate();
        all.filter(|(_, venue)| is_wanted(venue)).map(|(at, _)| at).collect()
    }
}

/// The places of what was found, loaded as far as that is reasonable.
pub fn use_places(found: Memo<Shown>) -> Memo<Places> {
    let loaded = use_feed();
    Memo::new(move |_| match venues(&loaded, &found.read()) {
        Ok(venues) => Places::new(Known::All, venues),
        Err(known) => Places::new(known, Venues::default()),
    })
}

/// The venues of what was found, or why they are not known.
fn venues(loaded: &Arc<Loaded>, found: &Shown) -> Result<Venues, Known> {
    if found.events > MOST {
        return Err(Known::TooMany);
    }
    if found.has_more {
        loaded.ask(loaded.all());
        return Err(Known::Coming);
    }
    let here = loaded.have(&found.rows);
    if here.as_ref().is_err_and(|lacking| lacking.0.len() > FILES) {
        return Err(Known::TooMany);
    }
    loaded.ask(here).ok_or(Known::Coming)?;
    let mut venues = Venues::default();
    for (at, row) in found.rows.iter().enumerate() {
        let add = |event: &_| venues.add(at, row.event, loaded.feed.place_of(event));
        loaded.ask(loaded.with_event(*row, add));
    }
    Ok(venues)
}

/// The map.
#[component]
pub fn Plan(
    /// What was found.
    found: Memo<Shown>,
    /// Where that is.
    places: Memo<Places>,
    /// What the list is narrowed to.
    chosen: Chosen,
) -> impl IntoView {
    let t = map(use_site().lang());
    let links = Department::ALL.iter().map(|&department| {
        view! { <DepartmentLink department found places /> }
    });
    let buttons = move || {
        let places = places.read();
        places.markers.iter().map(|it| marker_view(t, &places, it, chosen)).collect_view()
    };
    view! {
        <div class="map-sheet">
            <Drawing />
            <p class="map-inset" style:top=percent(INSET_CORNER.y, HEIGHT)>{t.inset}</p>
            <ul class="map-signs" role="list" aria-label=t.departments>{links.collect_view()}</ul>
            <ul class="map-markers" id=MARKERS tabindex="-1" role="list" aria-label=t.venues
                hidden=move || places.read().markers.is_empty()>{buttons}</ul>
        </div>
    }
    .into_any()
}

/// The sign of a département: a link that chooses it, or no longer does.
#[component]
fn DepartmentLink(
    /// Which one.
    department: Department,
    /// What was found, and would be.
    found: Memo<Shown>,
    /// Where everything stands.
    places: Memo<Places>,
) -> impl IntoView {
    let site = use_site();
    let t = map(site.lang());
    let address = use_address();
    let spot = move || {
        let places = places.read();
        places.signs.iter().find(|(it, _)| *it == department).map(|(_, spot)| *spot)
    };
    let count = move || found.read().facets.departments.get(department);
    let is_chosen = move || address.read().address.query.departments.contains(department);
    let href = move || {
        let mut there = address.read().address.clone();
        there.query.departments = there.query.departments.toggled(department);
        routes::href(&Page::Agenda, &there)
    };
    let said = move || {
        let events = (site.t.agenda.found)(count() as usize);
        let chosen = if is_chosen() { IsChosen::Yes } else { IsChosen::No };
        department_said(t, department, &events, chosen)
    };
    view! {
        <li style:left=move || left(spot()) style:top=move || top(spot())>
            <a class=format!("map-sign {}", line_class(department)) class:map-sign-on=is_chosen data-stay="" href=href>
                <Bullet department /> <span class="map-count" aria-hidden="true">{count}</span>
                <span class="unseen">{said}</span>
            </a>
        </li>
    }
    .into_any()
}

fn marker_view(t: &'static MapTexts, places: &Places, marker: &Marker, chosen: Chosen) -> AnyView {
    let site = use_site();
    let said = marker_said(&site, t, places, &marker.venues);
    let venues = marker.venues.clone();
    let of = venues.clone();
    let pressed = move || of.iter().any(|at| chosen.contains(*at)).to_string();
    let choose = move |_| chosen.choose(&venues);
    let spot = Some(marker.spot);
    view! {
        <li style:left=left(spot) style:top=top(spot)>
            <button class="map-marker" type="button" aria-label=said aria-pressed=pressed on:click=choose>{marker.events}</button>
        </li>
    }
    .into_any()
}

/// « Médiathèque du Petit-Prisme, Drancy : 4 événements »; of several « Drancy, Bobigny : 3 lieux, 9 événements ».
pub fn marker_said(site: &Site, t: &MapTexts, places: &Places, venues: &[usize]) -> String {
    let all = &places.venues.list;
    let some: Vec<&Venue> = venues.iter().filter_map(|at| all.get(*at)).collect();
    let events = (site.t.agenda.found)(some.iter().map(|venue| venue.events()).sum());
    let (name, counts) = match some[..] {
        [venue] => (venue_name(t, venue), events),
        _ => (towns(t, &some), format!("{}, {events}", (t.of_venues)(some.len()))),
    };
    if name.is_empty() { counts } else { [&name, t.colon, &counts].concat() }
}

/// « Médiathèque du Petit-Prisme, Drancy », from what is known.
pub fn venue_name(t: &MapTexts, venue: &Venue) -> String {
    let parts = [venue.key.name.as_str(), venue.key.town.as_str()];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    if parts.is_empty() { t.unnamed.to_owned() } else { parts.join(", ") }
}

/// The towns of venues, the first ones by name.
fn towns(t: &MapTexts, venues: &[&Venue]) -> String {
    const NAMED: usize = 3;
    let mut towns: Vec<&str> = Vec::new();
    for venue in venues {
        let town = venue.key.town.as_str();
        if !town.is_empty() && !towns.contains(&town) {
            towns.push(town);
        }
    }
    let more = towns.len().saturating_sub(NAMED);
    let named = towns[..towns.len().min(NAMED)].join(", ");
    if more == 0 { named } else { format!("{named}, {}", (t.more_towns)(more)) }
}

fn left(spot: Option<Spot>) -> String {
    percent(spot.map_or(0, |spot| spot.x), WIDTH)
}

fn top(spot: Option<Spot>) -> String {
    percent(spot.map_or(0, |spot| spot.y), HEIGHT)
}

/// A part of a whole for CSS. Whole numbers only: the browser then needs no code that prints floats.
fn percent(part: i32, whole: i32) -> String {
    let hundredths = i64::from(part) * 10_000 / i64::from(whole);
    format!("{}.{:02}%", hundredths / 100, hundredths % 100)
}
