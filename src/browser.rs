//! The only place that touches the browser: clock, address bar, storage, scroll, focus.
//!
//! Each function says what a browser may refuse, and goes on without it: a private window has no storage, an old phone no
//! cache; where pages are drawn natively there is no window at all. Nothing here knows what an event is.

pub mod dialog;
pub mod files;
pub mod history;
pub mod saved;
pub mod sharing;
pub mod styles;
pub mod takeover;
pub mod trail;
pub mod viewport;
pub mod worker;

#[cfg(all(test, target_arch = "wasm32"))]
mod tests;

use chrono::{NaiveDate, NaiveTime};
use leptos::prelude::{on_cleanup, window_event_listener_untyped};
use qsec2_domain::date::{ZONE, parse_day};
use wasm_bindgen::{JsCast, JsValue};

/// Whether pages are drawn to text, for browsers that have not started the app yet, or never will.
pub const NATIVE: bool = cfg!(not(target_arch = "wasm32"));

/// Today in Paris, whatever the zone of the device.
pub fn today() -> NaiveDate {
    let paris = js_sys::Object::new();
    // Setting a property of a fresh object can't fail.
    let _ = js_sys::Reflect::set(&paris, &"timeZone".into(), &ZONE.into());
    let locale = js_sys::Array::of1(&"sv-SE".into());
    let format = js_sys::Intl::DateTimeFormat::new(&locale, &paris);
    let written = format.format().call1(&JsValue::UNDEFINED, &js_sys::Date::new_0());
    let written = written.ok().and_then(|text| text.as_string()).unwrap_or_default();
    // Swedish dates are ISO dates. A browser without zones falls back on its own.
    parse_day(&written).unwrap_or_else(|_| today_on_device())
}

/// Calls back when the page is seen again: a tab taken up the next morning, a phone woken.
pub fn on_return(then: impl Fn() + 'static) {
    // The event bubbles from the document to the window.
    listen("visibilitychange", move |_| then());
}

/// Calls back when the line is back.
pub fn on_line(then: impl Fn() + 'static) {
    listen("online", move |_| then());
}

/// Whether the visitor has asked the browser to load no more than is needed. Some browsers have no such wish to tell.
pub fn saves_data() -> bool {
    let asked = |window: web_sys::Window| {
        let line = js_sys::Reflect::get(&window.navigator(), &"connection".into()).ok()?;
        js_sys::Reflect::get(&line, &"saveData".into()).ok()?.as_bool()
    };
    window().and_then(asked).unwrap_or_default()
}

/// The moment, in milliseconds since 1970.
pub fn now_ms() -> f64 {
    js_sys::Date::now()
}

/// The day and hour of a moment in milliseconds since 1970, in the zone of the device.
pub fn day_and_hour(ms: f64) -> Option<(NaiveDate, NaiveTime)> {
    let date = js_sys::Date::new(&JsValue::from_f64(ms));
    let year = i32::try_from(date.get_full_year()).ok()?;
    let day = NaiveDate::from_ymd_opt(year, date.get_month() + 1, date.get_date())?;
    Some((day, NaiveTime::from_hms_opt(date.get_hours(), date.get_minutes(), 0)?))
}

/// Gives the browser a turn: what follows is a task of its own, so that a touch in between is answered.
pub async fn breathe() {
    let turn = js_sys::Promise::new(&mut |resolve, _| {
        let is_set = window().is_some_and(|it| it.set_timeout_with_callback(&resolve).is_ok());
        if !is_set {
            // Without a clock to wait for, at once.
            let _ = resolve.call0(&JsValue::UNDEFINED);
        }
    });
    // It is never refused.
    let _ = wasm_bindgen_futures::JsFuture::from(turn).await;
}

/// Sets the title of the tab.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// The title of the tab.
pub fn title() -> String {
    document().map(|document| document.title()).unwrap_or_default()
}

/// Whether this is Android, whose calendars take no subscription by `webcal:`. The only thing that the browser's name is
/// asked for, and only a warning hangs on it.
pub fn is_android() -> bool {
    let name = window().and_then(|window| window.navigator().user_agent().ok());
    name.is_some_and(|name| name.contains("Android"))
}

/// Sets the language of the document.
pub fn set_language(code: &str) {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        let _ = root.set_attribute("lang", code);
    }
}

/// Whether the element of the whole document carries an attribute.
pub fn document_has(attribute: &str) -> bool {
    let root = document().and_then(|document| document.document_element());
    root.is_some_and(|root| root.has_attribute(attribute))
}

/// Gives the focus to the element with this id, without scrolling.
pub fn focus(id: &str) {
    if let Some(element) = html_element(id) {
        focus_element(&element);
    }
}

/// Gives an element the focus, without scrolling.
fn focus_element(element: &web_sys::Element) {
    if let Some(element) = element.dyn_ref::<web_sys::HtmlElement>() {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = element.focus_with_options(&options);
    }
}

/// Gives the focus to the element with this id, and brings it into view.
pub fn focus_in_view(id: &str) {
    if let Some(element) = html_element(id) {
        let _ = element.focus();
    }
}

/// Gives the focus to the field with this id, and selects all that is in it.
pub fn select(id: &str) {
    let Some(field) = html_element(id) else { return };
    if !has_focus_itself(&field) {
        let _ = field.focus();
    }
    if let Some(line) = field.dyn_ref::<web_sys::HtmlInputElement>() {
        line.select();
    } else if let Some(lines) = field.dyn_ref::<web_sys::HtmlTextAreaElement>() {
        lines.select();
    }
}

fn has_focus_itself(element: &web_sys::Element) -> bool {
    document().and_then(|document| document.active_element()).as_ref() == Some(element)
}

fn html_element(id: &str) -> Option<web_sys::HtmlElement> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}

/// Whether anything on the page has the focus.
pub fn has_focus() -> bool {
    let active = document().and_then(|document| document.active_element());
    active.is_some_and(|element| element.tag_name() != "BODY")
}

/// The element that the app lives in.
pub fn root(id: &str) -> Option<web_sys::HtmlElement> {
    html_element(id)
}

/// Calls back at each event of this name that reaches the window, for as long as the caller's owner lives.
fn listen(name: &str, then: impl Fn(web_sys::Event) + 'static) {
    if window().is_some() {
        let handle = window_event_listener_untyped(name, then);
        on_cleanup(move || handle.remove());
    }
}

/// The window. There is none where pages are drawn to text: on the server, and when the site is built.
#[cfg(target_arch = "wasm32")]
fn window() -> Option<web_sys::Window> {
    web_sys::window()
}

#[cfg(not(target_arch = "wasm32"))]
const fn window() -> Option<web_sys::Window> {
    None
}

fn document() -> Option<web_sys::Document> {
    window()?.document()
}

fn today_on_device() -> NaiveDate {
    day_and_hour(now_ms()).map(|(day, _)| day).unwrap_or_default()
}
