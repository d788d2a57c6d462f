//! The events one has kept on this device.

use leptos::prelude::*;
use qsec2_domain::agenda::{Heading as RowHeading, Row};
use qsec2_domain::pages::Page;

use crate::components::event_row::EventRow;
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
        let mut events: Vec<usize> = kept
            .iter()
            .filter_map(|id| loaded.feed.events.iter().position(|event| event.id == *id))
            .collect();
        let gone = kept.len() - events.len();
        events.sort_by_key(|&event| loaded.feed.events[event].span.first_day());
        let rows = events.into_iter().filter_map(|event| u32::try_from(event).ok()).map(|event| {
            let row = Row { event, session: 0, heading: RowHeading::Best };
            view! { <li><EventRow row /></li> }
        });
        let empty = kept.is_empty().then(|| {
            let agenda = agenda.clone();
            view! { <p>{t.empty}</p> <p><a class="more" href=agenda>{site.t.frame.agenda}</a></p> }
        });
        let gone = (gone > 0).then(|| view! { <p>{(t.gone)(gone)}</p> });
        view! { {empty} {gone} <ul class="board board-short" role="list">{rows.collect_view()}</ul> }.into_any()
    };
    view! { <Heading title=t.title /> <p class="lead">{t.lead}</p> {list} }.into_any()
}
