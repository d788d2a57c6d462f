//! The parts that pages are put together from. Each returns an erased view, so that pages share their machine code.

use leptos::prelude::*;

/// A titled section.
pub fn section(title: &'static str, body: Vec<AnyView>) -> AnyView {
    view! { <section><h2>{title}</h2>{body}</section> }.into_any()
}

/// A paragraph; nothing when there is nothing to say.
pub fn paragraph(class: &'static str, text: impl Into<String>) -> AnyView {
    paragraph_of(class, text.into())
}

fn paragraph_of(class: &'static str, text: String) -> AnyView {
    let class = (!class.is_empty()).then_some(class);
    (!text.is_empty()).then(|| view! { <p class=class>{text}</p> }).into_any()
}

/// A list of items; nothing when there is none.
pub fn items(class: &'static str, items: Vec<AnyView>) -> AnyView {
    let items = items.into_iter().map(item).collect::<Vec<_>>();
    (!items.is_empty()).then(|| view! { <ul class=class role="list">{items}</ul> }).into_any()
}

/// A list of items in order of time, with its name; nothing when there is none.
pub fn ordered_items(
    class: &'static str,
    label: Option<&'static str>,
    items: Vec<AnyView>,
) -> AnyView {
    let items = items.into_iter().map(item).collect::<Vec<_>>();
    let some = !items.is_empty();
    some.then(|| view! { <ol class=class role="list" aria-label=label>{items}</ol> }).into_any()
}

fn item(item: AnyView) -> AnyView {
    view! { <li>{item}</li> }.into_any()
}

/// A link that leads on.
pub fn more(href: String, label: &'static str) -> AnyView {
    view! { <p><a class="more" href=href>{label}</a></p> }.into_any()
}

/// A link.
pub fn link(href: String, label: impl Into<String>) -> AnyView {
    link_of(href, label.into())
}

fn link_of(href: String, label: String) -> AnyView {
    view! { <a href=href>{label}</a> }.into_any()
}

/// A heading of an item, at the level that its list asks for.
pub fn item_heading(level: u8, text: impl IntoView + 'static) -> AnyView {
    if level == 2 {
        view! { <h2>{text}</h2> }.into_any()
    } else {
        view! { <h3>{text}</h3> }.into_any()
    }
}
