//! Hands the page over to the service worker (`offline/worker.js`), which keeps the site for when there is no network.
//!
//! A browser may have none, or refuse it: the page is not `https`, the window is private, storage is full. The site then
//! opens with a network only, and nothing is said.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::ServiceWorkerContainer;

const SCRIPT: &str = "/sw.js";

/// Registers the worker once the page has loaded: it must not take the line from what is still on its way.
pub fn start_after_load() {
    let is_loaded = super::document().is_some_and(|document| document.ready_state() == "complete");
    if is_loaded {
        register();
    } else {
        super::listen("load", |_| register());
    }
}

/// Whether the worker stands between this page and the network: what is kept is then found without one.
pub fn is_in_charge() -> bool {
    container().is_some_and(|container| container.controller().is_some())
}

fn register() {
    if let Some(container) = container() {
        let registered = container.register(SCRIPT);
        spawn_local(async move {
            // Refused: see above.
            let _ = JsFuture::from(registered).await;
        });
    }
}

/// None where a page is not secure: the property is missing there, which its type does not say.
fn container() -> Option<ServiceWorkerContainer> {
    let navigator = super::window()?.navigator();
    js_sys::Reflect::get(&navigator, &"serviceWorker".into()).ok()?.dyn_into().ok()
}
