//! Proposing something: what to say, and to whom.

use leptos::prelude::*;

use crate::components::contact::contacts;
use crate::components::parts::{items, paragraph, section};
use crate::pages::page;
use crate::state::site::use_site;

/// The page for proposals.
#[component]
pub fn Propose() -> impl IntoView {
    let t = use_site().t.take_part();
    let points = t.propose_points.iter().map(|point| paragraph("", *point)).collect();
    let say = section(t.propose_say, vec![items("points", points)]);
    page(t.propose, t.propose_lead, vec![say, contacts()])
}
