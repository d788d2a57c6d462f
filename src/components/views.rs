//! The ways to see what was found: as a list, as a month, on a map.

use leptos::prelude::*;
use qsec2_domain::address::{Address, View};
use qsec2_domain::choices::Choice;
use qsec2_domain::pages::Page;

use crate::routes;
use crate::state::site::{use_address, use_site};

/// Links to the same query, seen in each way.
#[component]
pub fn Views() -> impl IntoView {
    let t = &use_site().t.agenda;
    let address = use_address();
    let one = move |&view: &View| {
        let href = move || {
            routes::href(&Page::Agenda, &Address { view, ..address.read().address.clone() })
        };
        let current = move || (address.read().address.view == view).then_some("true");
        let said = t.views[usize::from(view.index())];
        view! { <li><a href=href data-stay="" aria-current=current>{said}</a></li> }.into_any()
    };
    let links = View::ALL.iter().map(one).collect_view();
    view! { <nav class="views" aria-label=t.views_label><ul>{links}</ul></nav> }.into_any()
}
