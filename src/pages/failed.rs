//! What is shown when there is no feed at all: why, and a way on.

use leptos::prelude::*;
use qsec2_domain::pages::Page;

use crate::api::FeedProblem;
use crate::pages::Heading;
use crate::state::feed::FeedResource;
use crate::state::site::use_site;

/// Says why there is no programme, offers to try again.
#[component]
pub fn Failed(
    /// What went wrong.
    problem: FeedProblem,
) -> impl IntoView {
    let site = use_site();
    let feed: FeedResource = expect_context();
    let t = &site.t.states;
    view! {
        <div class="page-text" role="alert">
            <Heading title=t.failed />
            <p>{problem.sentence(site.t)}</p>
            <p><button type="button" on:click=move |_| feed.try_again()>{t.try_again}</button></p>
        </div>
        <p class="page-text"><a href=site.href(&Page::Accessibility)>{site.t.frame.accessibility}</a></p>
    }
    .into_any()
}
