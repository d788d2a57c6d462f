//! The QSEC² site: draws what the domain knows, owns nothing else.
//!
//! A library with a thin `main.rs`, so that its views can also be rendered natively and tested.

pub mod api;
pub mod app;
pub mod browser;
pub mod components;
pub mod i18n;
pub mod pages;
pub mod routes;
pub mod state;

/// The id of the element that the site lives in.
const ROOT: &str = "app";

/// Puts the site into the page, in place of what stood there while it waited.
pub fn mount() {
    match browser::emptied(ROOT) {
        Some(root) => leptos::mount::mount_to(root, app::App).forget(),
        None => leptos::mount::mount_to_body(app::App),
    }
}
