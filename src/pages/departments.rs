//! The eight départements.

use leptos::prelude::*;
use qsec2_domain::choices::Choice;
use qsec2_domain::department::Department;
use qsec2_domain::pages::Page;

use crate::components::bullet::Bullet;
use crate::components::parts::items;
use crate::pages::department::stops_in;
use crate::pages::page;
use crate::state::site::{use_feed, use_site};

/// The list of the eight.
#[component]
pub fn Departments() -> impl IntoView {
    let t = use_site().t.departments();
    let each = Department::ALL.iter();
    let each = each.map(|&department| view! { <Line department /> }.into_any());
    page(t.title, t.lead, vec![items("lines", each.collect())])
}

/// One of them: its name, who runs it, how much there is.
#[component]
fn Line(
    /// Which one.
    department: Department,
) -> impl IntoView {
    let (site, loaded) = (use_site(), use_feed());
    let t = site.t.departments();
    let operator = loaded.feed.operator(department).map(|operator| operator.name.clone());
    let stops = (t.stop_count)(stops_in(&loaded, department).len());
    let events = (t.event_count)(loaded.events_in(department));
    view! {
        <article class=format!("line dep-{}", department.code())>
            <Bullet department />
            <div>
                <h2><a href=site.href(&Page::Department(department))>{department.name()}</a></h2>
                <p>{operator}</p>
                <p class="line-counts">{stops} " · " {events}</p>
            </div>
        </article>
    }
    .into_any()
}
