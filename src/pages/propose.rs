//! Proposing something: what to say, and to whom.

use leptos::prelude::*;

use crate::components::contact::Operators;
use crate::pages::Heading;
use crate::state::site::use_site;

/// The page for proposals.
#[component]
pub fn Propose() -> impl IntoView {
    let t = &use_site().t.take_part;
    let points = t.propose_points.iter().map(|point| view! { <li>{*point}</li> }).collect_view();
    view! {
        <Heading title=t.propose />
        <p class="lead">{t.propose_lead}</p>
        <section><h2>{t.propose_say}</h2><ul>{points}</ul></section>
        <section><h2>{t.contacts}</h2><p>{t.contacts_lead}</p><Operators /></section>
    }
    .into_any()
}
