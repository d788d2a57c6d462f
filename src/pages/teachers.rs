//! For teachers: where the exhibition can be visited with a class, and whom to call.

use leptos::prelude::*;

use crate::components::contact::Operators;
use crate::components::station::Station;
use crate::pages::Heading;
use crate::state::site::{use_feed, use_site};
use qsec2_domain::tour::Standing;

/// The teachers' page.
#[component]
pub fn Teachers() -> impl IntoView {
    let (site, loaded) = (use_site(), use_feed());
    let t = &site.t.take_part;
    // What one can still visit comes first; what is over shows what a visit was like.
    let is_over = |stop: &usize| {
        matches!(loaded.tour.standing(*stop, site.today), Standing::Past | Standing::Undated)
    };
    let (over, open): (Vec<_>, Vec<_>) = loaded.tour.stops().partition(is_over);
    let stops = open.into_iter().chain(over);
    let stops = stops.map(|stop| {
        let visits = loaded.feed.stops.get(stop).and_then(|stop| stop.school_visits.clone());
        view! { <li><Station stop /><p class="visits">{visits}</p></li> }
    });
    view! {
        <Heading title=t.teachers />
        <p class="lead">{t.teachers_lead}</p>
        <section><h2>{t.teachers_stops}</h2><ol class="stations">{stops.collect_view()}</ol></section>
        <section><h2>{t.teachers_project}</h2><p>{t.teachers_project_text}</p></section>
        <section><h2>{t.contacts}</h2><p>{t.contacts_lead}</p><Operators /></section>
    }
    .into_any()
}
