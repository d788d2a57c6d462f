//! What is shown in the place of a page that can't be drawn, for want of the feed or of what draws it: why, and a way on.

use leptos::prelude::*;
use qsec2_domain::pages::Page;

use crate::pages::Heading;
use crate::state::site::use_site;

/// Says what is missing, offers to try again.
#[component]
pub fn Failed(
    /// What could not be had.
    title: &'static str,
    /// Why, and what can be done.
    said: String,
    /// Asks for it once more.
    again: Callback<()>,
) -> impl IntoView {
    let site = use_site();
    view! {
        <div class="page-text" role="alert">
            <Heading title />
            <p>{said}</p>
            <p><button type="button" on:click=move |_| again.run(())>{site.t.states.try_again}</button></p>
        </div>
        <p class="page-text"><a href=site.href(&Page::Accessibility)>{site.t.frame.accessibility}</a></p>
    }
    .into_any()
}
