//! The statements: accessibility and privacy. They need no feed.

use leptos::prelude::*;

use crate::pages::{Heading, paragraphs};
use crate::state::site::use_site;

/// The accessibility statement.
#[component]
pub fn Accessibility() -> impl IntoView {
    let t = &use_site().t.about;
    view! { <Heading title=t.accessibility /> <div class="page-text">{paragraphs(&t.accessibility_paragraphs)}</div> }.into_any()
}

/// The privacy statement.
#[component]
pub fn Privacy() -> impl IntoView {
    let t = &use_site().t.about;
    view! { <Heading title=t.privacy /> <div class="page-text">{paragraphs(&t.privacy_paragraphs)}</div> }.into_any()
}
