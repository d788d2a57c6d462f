//! The events one has kept on this device.

use leptos::prelude::*;
use qsec2_domain::pages::Page;

use crate::components::event_list::short_list;
use crate::pages::Heading;
use crate::state::favourites::Favourites;
use crate::state::site::{use_feed, use_site};

/// « Mon programme ».
#[component]
pub fn Programme() -> impl IntoView {
    let (site, loaded) = (use_site(), use_feed());
    let favourites: Favourites = expect_context();
    let t = &site.t.programme;
    let agenda = site.href(&Page::Agenda);
    let list = move || {
        let kept = favourites.ids();
        let Some(rows) = loaded.ask(loaded.rows_with_ids(&kept)) else {
            return view! { <p role="status">{site.t.states.loading}</p> }.into_any();
        };
        let mut there: Vec<u32> = Vec::new();
        for row in &rows {
            if !there.contains(&row.event) {
                there.push(row.event);
            }
        }
        let gone = kept.len().saturating_sub(there.len());
        let empty = kept.is_empty().then(|| {
            let agenda = agenda.clone();
            view! { <p>{t.empty}</p> <p><a class="more" href=agenda>{site.t.frame.agenda}</a></p> }
        });
        let gone = (gone > 0).then(|| view! { <p>{(t.gone)(gone)}</p> });
        view! { {empty} {gone} {short_list(rows.into_iter())} }.into_any()
    };
    view! { <Heading title=t.title /> <p class="lead">{t.lead}</p> {list} }.into_any()
}
