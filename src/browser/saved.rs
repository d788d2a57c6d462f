//! What the device keeps: the last good feed (Cache API), choices (local storage), scroll positions (session storage).
//!
//! A browser may have none of them; then nothing is kept, and nothing breaks.

use js_sys::Uint8Array;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Cache, Response, ResponseInit, Storage};

const CACHE: &str = "qsec2-last-good-feed";
/// The service worker (`offline/worker.js`) looks here for what it has not itself.
const FILES: &str = "qsec2-kept-files";
const SAVED_AT: &str = "x-saved-at";

/// A feed kept on the device.
#[derive(Debug, Clone)]
pub struct SavedFeed {
    /// Its bytes, as they came.
    pub bytes: Vec<u8>,
    /// When it came, in milliseconds since 1970.
    pub at_ms: f64,
}

/// Keeps a feed under its path, in place of the one before.
pub async fn keep_feed(path: &str, bytes: &[u8]) {
    // Storage may be full or refused: the site then opens without a spare, as on the first visit.
    let _ = try_keep(path, bytes).await;
}

/// The feed last kept under a path.
pub async fn kept_feed(path: &str) -> Option<SavedFeed> {
    let cache = open().await.ok()?;
    let response = JsFuture::from(cache.match_with_str(path)).await.ok()?;
    let response: Response = response.dyn_into().ok()?;
    let at_ms = js_sys::Date::parse(&response.headers().get(SAVED_AT).ok()??);
    let buffer = JsFuture::from(response.array_buffer().ok()?).await.ok()?;
    Some(SavedFeed { bytes: Uint8Array::new(&buffer).to_vec(), at_ms })
}

async fn try_keep(path: &str, bytes: &[u8]) -> Result<(), JsValue> {
    let headers = web_sys::Headers::new()?;
    headers.set(SAVED_AT, &String::from(js_sys::Date::new_0().to_iso_string()))?;
    headers.set("content-type", "application/json")?;
    let init = ResponseInit::new();
    init.set_headers(&headers);
    let body = Uint8Array::from(bytes);
    let response = Response::new_with_opt_js_u8_array_and_init(Some(&body), &init)?;
    JsFuture::from(open().await?.put_with_str(path, &response)).await.map(drop)
}

async fn open() -> Result<Cache, JsValue> {
    open_named(CACHE).await
}

async fn open_named(name: &str) -> Result<Cache, JsValue> {
    let window = super::window().ok_or(JsValue::NULL)?;
    let opened = JsFuture::from(window.caches()?.open(name)).await?;
    opened.dyn_into()
}

/// Stores the files at these paths, those that are not there yet, and forgets all others that were stored in this way.
///
/// # Errors
/// When one can't be had, or there is no room for it: those before it stay.
pub async fn keep_files(paths: &[String]) -> Result<(), JsValue> {
    let cache = open_named(FILES).await?;
    let stored = JsFuture::from(cache.keys()).await?;
    let mut there = Vec::new();
    for request in js_sys::Array::from(&stored).iter() {
        let request: web_sys::Request = request.dyn_into()?;
        match paths.iter().find(|path| request.url().ends_with(path.as_str())) {
            Some(path) => there.push(path),
            None => drop(JsFuture::from(cache.delete_with_request(&request)).await?),
        }
    }
    for path in paths.iter().filter(|path| !there.contains(path)) {
        JsFuture::from(cache.add_with_str(path)).await?;
    }
    Ok(())
}

/// Forgets all that [`keep_files`] stored.
pub async fn forget_files() {
    if let Some(window) = super::window()
        && let Ok(caches) = window.caches()
    {
        // There may be none.
        let _ = JsFuture::from(caches.delete(FILES)).await;
    }
}

/// A text kept on the device until the visitor clears it.
pub fn kept(key: &str) -> Option<String> {
    local()?.get_item(key).ok()?
}

/// Keeps a text on the device.
pub fn keep(key: &str, text: &str) {
    if let Some(storage) = local() {
        let _ = storage.set_item(key, text);
    }
}

/// A text kept for as long as the tab is open.
pub fn kept_in_tab(key: &str) -> Option<String> {
    session()?.get_item(key).ok()?
}

/// Keeps a text for as long as the tab is open.
pub fn keep_in_tab(key: &str, text: &str) {
    if let Some(storage) = session() {
        let _ = storage.set_item(key, text);
    }
}

fn local() -> Option<Storage> {
    super::window()?.local_storage().ok()?
}

fn session() -> Option<Storage> {
    super::window()?.session_storage().ok()?
}
