//! Keeps an event in one's programme, or lets it go.

use leptos::prelude::*;
use qsec2_domain::id::Id;

use crate::state::favourites::Favourites;
use crate::state::site::use_site;

/// A button that is pressed while the event is kept.
#[component]
pub fn KeepButton(
    /// Which event.
    event: Id,
) -> impl IntoView {
    let favourites: Favourites = expect_context();
    let t = use_site().t.programme();
    let of = event.clone();
    let pressed = move || if favourites.contains(&of) { "true" } else { "false" };
    view! {
        <button class="keep" type="button" aria-pressed=pressed on:click=move |_| favourites.toggle(&event)>
            {t.keep}
        </button>
    }
    .into_any()
}
