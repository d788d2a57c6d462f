//! The operators' desk, as far as there is one: what it will be, and how the programme is kept until then.

use leptos::prelude::*;

use crate::api::FEED;
use crate::pages::Heading;
use crate::state::site::use_site;

/// The desk.
#[component]
pub fn Desk() -> impl IntoView {
    let t = &use_site().t.take_part;
    view! {
        <Heading title=t.desk />
        <div class="page-text">
            <p>{t.desk_lead}</p>
            <p>{t.desk_now}</p>
            <ul>
                <li><a href=FEED rel="external">"feed.json"</a></li>
                <li><a href="/feed.schema.json" rel="external">"feed.schema.json"</a></li>
            </ul>
        </div>
    }
    .into_any()
}
