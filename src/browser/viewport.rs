//! Scrolling and measuring.

/// An element of the page.
pub use web_sys::Element;

/// How far the page is scrolled, in whole CSS pixels.
#[expect(clippy::cast_possible_truncation, reason = "no page is that long")]
pub fn scroll_y() -> i32 {
    let y = super::window().and_then(|window| window.scroll_y().ok());
    y.unwrap_or_default().round() as i32
}

/// Scrolls the page, at once.
pub fn scroll_to(y: i32) {
    if let Some(window) = super::window() {
        let options = web_sys::ScrollToOptions::new();
        options.set_top(y.into());
        options.set_behavior(web_sys::ScrollBehavior::Instant);
        window.scroll_to_with_scroll_to_options(&options);
    }
}

/// Scrolls the page on by so many CSS pixels, at once: what is in the window stays where it is when something above it grew.
pub fn scroll_by(y: f64) {
    if let Some(window) = super::window() {
        let options = web_sys::ScrollToOptions::new();
        options.set_top(y);
        options.set_behavior(web_sys::ScrollBehavior::Instant);
        window.scroll_by_with_scroll_to_options(&options);
    }
}

/// Brings the element with this id to the top; says whether there was one.
pub fn scroll_to_element(id: &str) -> bool {
    let document = super::window().and_then(|window| window.document());
    let element = document.and_then(|document| document.get_element_by_id(id));
    element.inspect(web_sys::Element::scroll_into_view).is_some()
}

/// The height of the window, in CSS pixels.
pub fn height() -> f64 {
    let height = super::window().and_then(|window| window.inner_height().ok());
    height.and_then(|height| height.as_f64()).unwrap_or(800.0)
}

/// Where an element's top is in the window, in CSS pixels; negative when it is scrolled away.
pub fn top_of(element: &web_sys::Element) -> f64 {
    element.get_bounding_client_rect().top()
}

/// The heights of the children of an element that carry this attribute, with its value.
pub fn heights(parent: &web_sys::Element, attribute: &str) -> Vec<(usize, f64)> {
    let children = parent.children();
    let children = (0..children.length()).filter_map(|place| children.item(place));
    children
        .filter_map(|child| {
            let place = child.get_attribute(attribute)?.parse().ok()?;
            Some((place, child.get_bounding_client_rect().height()))
        })
        .collect()
}

/// Calls back when the page was scrolled or its window changed size; at most once a frame.
pub fn on_move(then: impl Fn() + Clone + 'static) {
    let waiting = std::rc::Rc::new(std::cell::Cell::new(false));
    let once_a_frame = move || {
        if !waiting.replace(true) {
            let (waiting, then) = (waiting.clone(), then.clone());
            leptos::prelude::request_animation_frame(move || {
                waiting.set(false);
                then();
            });
        }
    };
    let on_resize = once_a_frame.clone();
    super::listen("scroll", move |_| once_a_frame());
    super::listen("resize", move |_| on_resize());
}

/// Calls back before printing (`true`) and after it (`false`).
pub fn on_print(then: impl Fn(bool) + Clone + 'static) {
    let (before, after) = (then.clone(), then);
    super::listen("beforeprint", move |_| before(true));
    super::listen("afterprint", move |_| after(false));
}

/// Prints the page. What is drawn for paper is drawn before: while a browser prints at a script's wish, it runs no other.
pub async fn print() {
    let Some(window) = super::window() else { return };
    if let Ok(event) = web_sys::Event::new("beforeprint") {
        let _ = window.dispatch_event(&event);
    }
    super::breathe().await;
    super::breathe().await;
    if window.print().is_err()
        && let Ok(event) = web_sys::Event::new("afterprint")
    {
        // Refused: what was drawn for paper goes again.
        let _ = window.dispatch_event(&event);
    }
}

/// Whether the window is wide enough for two columns, as `style/pages/agenda.css` has it.
pub fn is_wide() -> bool {
    let width = super::window().and_then(|window| window.inner_width().ok());
    width.and_then(|width| width.as_f64()).unwrap_or_default() >= 900.0
}
