//! Takes over from the page that the server rendered: its elements go, what a visitor did to them stays.
//!
//! The app draws the same elements again, in the same task, so that nothing is painted between. What had the focus, what was
//! typed, ticked or opened while the app was on its way is found again by what it is, not by where it stood.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, EventInit, HtmlDetailsElement, HtmlElement, HtmlInputElement};

use super::document;

/// The attribute of the app's element that says that it holds a rendered page.
const RENDERED: &str = "data-rendered";

/// The id of what opens the choices on a phone.
pub const OPENER: &str = "filtres";

/// What can have the focus, or be changed without the app.
const TOUCHABLE: &str = "a,button,input,summary,[tabindex]";

/// Whether an element holds a rendered page.
pub fn is_rendered(id: &str) -> bool {
    root(id).is_some_and(|root| root.has_attribute(RENDERED))
}

/// Takes out what the page carried, if it still does; once the app has drawn itself, puts back what the visitor did.
pub fn begin(id: &str) {
    let Some(root) = root(id) else { return };
    let state = touched(&root);
    let rendered = root.has_attribute(RENDERED);
    if !rendered && !root.has_attribute("class") {
        return;
    }
    let _ = root.remove_attribute(RENDERED);
    let _ = root.remove_attribute("class");
    let Ok(sent) = root.query_selector_all(":scope > :not([data-app])") else { return };
    for child in (0..sent.length()).filter_map(|place| sent.get(place)) {
        let _ = root.remove_child(&child);
    }
    leptos::prelude::queue_microtask(move || restore(&root, state));
}

/// What was done to an element.
enum Done {
    Focused,
    Opened(bool),
    Ticked,
    Typed(String),
}

/// What an element is, and which of those that are alike: a name that it keeps when it is drawn again.
type Name = (String, usize);

fn touched(root: &Element) -> Vec<(Name, Done)> {
    let active = document().and_then(|document| document.active_element());
    let mut done = Vec::new();
    for (name, element) in named(root) {
        let focused = active.as_ref() == Some(&element);
        if let Some(input) = element.dyn_ref::<HtmlInputElement>() {
            if input.checked() != input.default_checked() {
                done.push((name.clone(), Done::Ticked));
            } else if input.value() != input.default_value() {
                done.push((name.clone(), Done::Typed(input.value())));
            }
        } else if element.tag_name() == "SUMMARY"
            && let Some(details) = details_of(&element)
        {
            done.push((name.clone(), Done::Opened(details.open())));
        }
        if focused {
            done.push((name, Done::Focused));
        }
    }
    done
}

fn restore(root: &Element, state: Vec<(Name, Done)>) {
    for (name, done) in state {
        // Found anew each time: what was ticked may change what is drawn.
        let found = named(root).into_iter().find(|(other, _)| *other == name);
        let Some((_, element)) = found else { continue };
        match done {
            Done::Opened(open) => {
                if let Some(details) = details_of(&element) {
                    details.set_open(open);
                } else if let Some(opener) = element.dyn_ref::<HtmlElement>().filter(|_| open) {
                    opener.click();
                }
            }
            Done::Ticked => {
                if let Some(input) = element.dyn_ref::<HtmlElement>() {
                    input.click();
                }
            }
            Done::Typed(text) => {
                if let Some(input) = element.dyn_ref::<HtmlInputElement>() {
                    input.set_value(&text);
                    for kind in ["input", "change"] {
                        dispatch(input, kind);
                    }
                }
            }
            Done::Focused => super::focus_element(&element),
        }
    }
}

fn dispatch(element: &Element, kind: &str) {
    let init = EventInit::new();
    init.set_bubbles(true);
    if let Ok(event) = Event::new_with_event_init_dict(kind, &init) {
        let _ = element.dispatch_event(&event);
    }
}

fn named(root: &Element) -> Vec<(Name, Element)> {
    let Ok(list) = root.query_selector_all(TOUCHABLE) else { return Vec::new() };
    let elements = (0..list.length()).filter_map(|place| list.get(place)?.dyn_into().ok());
    let mut all: Vec<(Name, Element)> = Vec::new();
    for element in elements {
        let what = what(&element);
        let alike = all.iter().filter(|((other, _), _)| *other == what).count();
        all.push(((what, alike), element));
    }
    all
}

/// What a summary opens.
fn details_of(summary: &Element) -> Option<HtmlDetailsElement> {
    summary.parent_element()?.dyn_into().ok()
}

/// Tag, id, name, value and address; the id alone of what leads to the choices on a phone: it opens in place as it is sent,
/// and before the page in the app.
fn what(element: &Element) -> String {
    let attributes = ["id", "name", "value", "href"];
    let attributes = attributes.map(|name| element.get_attribute(name).unwrap_or_default());
    let [id, name, value, href] = attributes;
    if id == OPENER {
        return id;
    }
    // A text field's value is what was typed, not what it is.
    let value = if element.tag_name() == "INPUT" && !id.is_empty() { String::new() } else { value };
    [element.tag_name(), id, name, value, href].join(" ")
}

fn root(id: &str) -> Option<Element> {
    document()?.get_element_by_id(id)
}
