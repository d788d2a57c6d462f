//! The QSEC² site: draws what the domain knows, owns nothing else.
//!
//! A library with a thin `main.rs`: in the browser it is the app, natively the same components render to HTML.

pub mod api;
pub mod app;
pub mod browser;
pub mod components;
#[cfg(not(target_arch = "wasm32"))]
pub mod document;
#[cfg(not(target_arch = "wasm32"))]
pub mod head;
pub mod i18n;
pub mod pages;
#[cfg(not(target_arch = "wasm32"))]
pub mod render;
pub mod routes;
pub mod state;
#[cfg(not(target_arch = "wasm32"))]
pub mod widget;

/// Starts the app in the page that it was loaded by.
pub fn mount() {
    match browser::root(app::ROOT) {
        Some(root) => leptos::mount::mount_to(root, app::App).forget(),
        None => leptos::mount::mount_to_body(app::App),
    }
    browser::worker::start_after_load();
}
