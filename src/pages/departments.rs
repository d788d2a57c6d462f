//! The eight départements.

use leptos::prelude::*;
use qsec2_domain::choices::Choice;
use qsec2_domain::department::Department;
use qsec2_domain::pages::Page;

use crate::components::bullet::Bullet;
use crate::pages::Heading;
use crate::pages::department::stops_in;
use crate::state::site::{use_feed, use_site};

/// The list of the eight.
#[component]
pub fn Departments() -> impl IntoView {
    let t = &use_site().t.departments;
    let each = Department::ALL.iter().map(|&department| view! { <li><Line department /></li> });
    view! {
        <Heading title=t.title />
        <p class="lead">{t.lead}</p>
        <ul class="lines">{each.collect_view()}</ul>
    }
    .into_any()
}

/// One of them: its name, who runs it, how much there is.
#[component]
fn Line(
    /// Which one.
    department: Department,
) -> impl IntoView {
    let (site, loaded) = (use_site(), use_feed());
    let t = &site.t.departments;
    let operator = loaded.feed.operator(department).map(|operator| operator.name.clone());
    let stops = (t.stop_count)(stops_in(&loaded, department).len());
    let events = (t.event_count)(loaded.feed.events_in(department));
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
