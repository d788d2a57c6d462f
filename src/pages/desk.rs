//! The operators' desk, as far as there is one: what it will be, and how the programme is kept until then.

use leptos::prelude::*;
use qsec2_domain::pages::Page;

use crate::api::{FEED, SCHEMA};
use crate::components::parts::{items, more, paragraph};
use crate::i18n::widget::builder;
use crate::pages::text_page;
use crate::state::site::use_site;

/// The desk.
#[component]
pub fn Desk() -> impl IntoView {
    let site = use_site();
    let t = site.t.take_part();
    let widget = more(site.href(&Page::Widget), builder(site.lang()).way_in);
    let files = items("points", vec![file(FEED), file(SCHEMA)]);
    text_page(t.desk, vec![paragraph("", t.desk_lead), paragraph("", t.desk_now), files, widget])
}

/// A link to a file of the site, which is no page of it.
fn file(path: &'static str) -> AnyView {
    view! { <a href=path rel="external">{path}</a> }.into_any()
}
