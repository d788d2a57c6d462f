//! The address bar and the browser's history: reading, writing, and a key for each entry.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen::{JsCast, JsValue};

/// The part of an address that a page reads: the path, and the query without its `?`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Location {
    /// `/agenda`.
    pub path: String,
    /// `dep=75`.
    pub search: String,
    /// `contenu`, without its `#`; empty when there is none.
    pub fragment: String,
}

/// Which history entry an address goes into.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Entry {
    /// A new one: Back leads to where one was.
    New,
    /// The present one: a filter refined, a word typed.
    Present,
}

/// Where a link leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// To a page: one begins at its top.
    There,
    /// To another state of the page one is on, see [`STAY`].
    Here,
}

/// Where the browser is.
pub fn location() -> Location {
    let Some(location) = super::window().map(|window| window.location()) else {
        return Location::default();
    };
    let after = |text: String, mark: char| text.strip_prefix(mark).unwrap_or_default().to_owned();
    Location {
        path: location.pathname().unwrap_or_default(),
        search: after(location.search().unwrap_or_default(), '?'),
        fragment: after(location.hash().unwrap_or_default(), '#'),
    }
}

/// The origin and where the browser is, as one shares it.
pub fn full_address() -> String {
    super::window().and_then(|window| window.location().href().ok()).unwrap_or_default()
}

/// The origin, without a slash at its end; empty where there is no browser.
pub fn origin() -> String {
    super::window().and_then(|window| window.location().origin().ok()).unwrap_or_default()
}

impl Location {
    /// The parts of an address relative to the origin.
    pub fn of(href: &str) -> Self {
        let (rest, fragment) = href.split_once('#').unwrap_or((href, ""));
        let (path, search) = rest.split_once('?').unwrap_or((rest, ""));
        Self { path: path.to_owned(), search: search.to_owned(), fragment: fragment.to_owned() }
    }
}

impl Location {
    /// Path and query.
    pub fn address(&self) -> String {
        let mark = if self.search.is_empty() { "" } else { "?" };
        [&self.path, mark, &self.search].concat()
    }
}

/// Writes an address, relative to the origin, into the history; says whether the browser took it. One that is asked too
/// often refuses for a while.
pub fn write(href: &str, entry: Entry) -> bool {
    let Some(history) = super::window().and_then(|window| window.history().ok()) else {
        return false;
    };
    let written = match entry {
        Entry::New => history.push_state_with_url(&fresh_key(), "", Some(href)),
        Entry::Present => history.replace_state_with_url(&present_key(), "", Some(href)),
    };
    written.is_ok()
}

/// The key of the present entry: the same each time one comes back to it.
pub fn key() -> String {
    present_key().as_string().unwrap_or_default()
}

/// Whether the present entry is one of ours: a fragment typed into the address bar makes one that is not.
pub fn is_known() -> bool {
    let history = super::window().and_then(|window| window.history().ok());
    history.and_then(|history| history.state().ok()).is_some_and(|state| state.is_string())
}

/// Tells the browser that scroll positions are ours to restore, and gives the first entry its key.
pub fn take_over() {
    restore_scroll(web_sys::ScrollRestoration::Manual);
    let history = super::window().and_then(|window| window.history().ok());
    let _ = history.map(|history| history.replace_state(&present_key(), ""));
}

/// Calls back when the page is shown again as it was left, without being loaded.
pub fn on_revival(then: impl Fn() + 'static) {
    super::listen("pageshow", move |_| then());
}

/// Says who puts a page back where it was scrolled to: the browser, or we.
fn restore_scroll(by: web_sys::ScrollRestoration) {
    let history = super::window().and_then(|window| window.history().ok());
    let _ = history.map(|history| history.set_scroll_restoration(by));
}

/// Calls back when the visitor goes back or forward.
pub fn on_travel(then: impl Fn() + 'static) {
    super::listen("popstate", move |_| then());
}

/// The attribute of a link that changes what the page shows, and leaves one where one is on it.
pub const STAY: &str = "data-stay";

/// Calls back with the address, relative to the origin, of a plain click on a link to a page of ours, and with whether one
/// stays on the page. The callback says whether it takes it; if not, the browser follows the link.
pub fn on_link(then: impl Fn(&str, Place) -> bool + 'static) {
    super::listen("click", move |event| {
        let Some(click) = event.dyn_ref() else { return };
        if let Some((href, place)) = page_link(click)
            && then(&href, place)
        {
            event.prevent_default();
        }
    });
}

/// Whether a click meant a link, or something in one.
pub fn is_on_link(click: &web_sys::MouseEvent) -> bool {
    let target = click.target().and_then(|it| it.dyn_into::<web_sys::Element>().ok());
    target.is_some_and(|it| it.closest("a[href]").ok().flatten().is_some())
}

/// Calls back before the page is hidden or left.
pub fn on_leave(then: impl Fn() + 'static) {
    super::listen("pagehide", move |_| {
        // The browser may then put a rendered page where it was, before the app is there.
        restore_scroll(web_sys::ScrollRestoration::Auto);
        then();
    });
}

/// Whether a click is one that follows a link here: with the first button, and no key that asks for another tab.
pub fn is_plain(click: &web_sys::MouseEvent) -> bool {
    let modified = click.meta_key() || click.alt_key() || click.ctrl_key() || click.shift_key();
    !click.default_prevented() && click.button() == 0 && !modified
}

/// Goes so many entries forward, or back; says whether the browser lets us.
pub fn go(entries: i32) -> bool {
    let history = super::window().and_then(|window| window.history().ok());
    history.is_some_and(|history| history.go_with_delta(entries).is_ok())
}

fn page_link(click: &web_sys::MouseEvent) -> Option<(String, Place)> {
    if !is_plain(click) {
        return None;
    }
    let target: web_sys::Element = click.target()?.dyn_into().ok()?;
    let anchor: web_sys::Element = target.closest("a[href]").ok()??;
    let for_us = !anchor.has_attribute("target")
        && !anchor.has_attribute("download")
        && anchor.get_attribute("rel").is_none_or(|rel| !rel.contains("external"));
    let origin = super::window()?.location().origin().ok()?;
    let place = if anchor.has_attribute(STAY) { Place::Here } else { Place::There };
    let anchor: web_sys::HtmlAnchorElement = anchor.dyn_into().ok()?;
    if !for_us || anchor.origin() != origin {
        return None;
    }
    Some((format!("{}{}{}", anchor.pathname(), anchor.search(), anchor.hash()), place))
}

fn present_key() -> JsValue {
    let history = super::window().and_then(|window| window.history().ok());
    let state = history.and_then(|history| history.state().ok());
    state.filter(JsValue::is_string).unwrap_or_else(fresh_key)
}

fn fresh_key() -> JsValue {
    thread_local!(static COUNT: Rc<Cell<u32>> = Rc::default());
    let count = COUNT.with(|count| {
        count.set(count.get() + 1);
        count.get()
    });
    // Unique within a tab's session, over reloads.
    let now = String::from(js_sys::Date::new_0().to_iso_string());
    JsValue::from_str(&format!("{now}.{count}"))
}
