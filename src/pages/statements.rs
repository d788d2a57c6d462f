//! The statements: accessibility and privacy. They need no feed.

use leptos::prelude::*;

use crate::pages::{paragraphs, text_page};
use crate::state::site::use_site;

/// The accessibility statement.
#[component]
pub fn Accessibility() -> impl IntoView {
    let t = use_site().t.about();
    text_page(t.accessibility, paragraphs(&t.accessibility_paragraphs))
}

/// The privacy statement.
#[component]
pub fn Privacy() -> impl IntoView {
    let t = use_site().t.about();
    text_page(t.privacy, paragraphs(&t.privacy_paragraphs))
}
