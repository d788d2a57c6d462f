//! Where an event is: its address on lines, the map, its département.

use leptos::prelude::*;
use qsec2_domain::department::Territory;
use qsec2_domain::pages::Page;
use qsec2_domain::place::Place;

use crate::components::bullet::Bullet;
use crate::i18n::record::record;
use crate::state::site::Site;

/// All that is known of a place.
pub(super) fn details(site: &Site, place: &Place) -> AnyView {
    let map = place.map_link().map(|link| {
        let said = record(site.lang()).map;
        let href = link.as_str().to_owned();
        view! { <a class="place-map" href=href rel="external noopener">{said}</a> }
    });
    view! {
        <address class="place">
            <span lang=site.records()>{lines(place)}</span>
            {department(site, place)}
            {map}
        </address>
    }
    .into_any()
}

/// Venue, street and town, each on a line.
fn lines(place: &Place) -> Vec<AnyView> {
    let town = [place.postal_code.as_deref(), place.address_locality.as_deref()];
    let town: Vec<&str> = town.into_iter().flatten().collect();
    let lines = [place.name.clone(), place.street_address.clone(), Some(town.join(" "))];
    let lines = lines.into_iter().flatten().filter(|line| !line.is_empty());
    lines.map(|line| view! { <span class="place-line">{line}</span> }.into_any()).collect()
}

/// One of the eight, as a link; what lies elsewhere is named by its code.
fn department(site: &Site, place: &Place) -> Option<AnyView> {
    let territory = place.department.as_ref()?;
    Some(match territory {
        Territory::Within(department) => {
            let department = *department;
            let href = site.href(&Page::Department(department));
            view! { <a class="place-department" href=href><Bullet department /> {department.to_string()}</a> }
                .into_any()
        }
        Territory::Outside(area) => {
            view! { <span class="place-line">"(" {area.as_str().to_owned()} ")"</span> }.into_any()
        }
    })
}
