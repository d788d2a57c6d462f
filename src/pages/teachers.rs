//! For teachers: where the exhibition can be visited with a class, and whom to call.

use leptos::prelude::*;

use crate::components::contact::contacts;
use crate::components::parts::{ordered_items, paragraph, section};
use crate::components::station::Station;
use crate::pages::page;
use crate::state::site::{use_feed, use_site};
use qsec2_domain::tour::Standing;

/// The teachers' page.
#[component]
pub fn Teachers() -> impl IntoView {
    let (site, loaded) = (use_site(), use_feed());
    let t = site.t.take_part();
    // What one can still visit comes first; what is over shows what a visit was like.
    let is_over = |stop: &usize| {
        matches!(loaded.tour.standing(*stop, site.today), Standing::Past | Standing::Undated)
    };
    let (over, open): (Vec<_>, Vec<_>) = loaded.tour.stops().partition(is_over);
    let stops = open.into_iter().chain(over);
    let stops = stops.map(|stop| {
        let visits = loaded.feed.stops.get(stop).and_then(|stop| stop.school_visits.clone());
        let visits = paragraph("visits", visits.unwrap_or_default());
        vec![view! { <Station stop /> }.into_any(), visits].into_any()
    });
    let stops = ordered_items("stations", Some(t.teachers_stops), stops.collect());
    let project = section(t.teachers_project, vec![paragraph("", t.teachers_project_text)]);
    let stops = section(t.teachers_stops, vec![stops]);
    page(t.teachers, t.teachers_lead, vec![stops, project, contacts()])
}
