//! Facts about a record: a term and what is known of it, and nothing where nothing is known.

use leptos::prelude::*;

/// One row of a list of facts.
pub fn fact(term: &'static str, said: impl IntoView + 'static) -> AnyView {
    view! { <div class="fact"><dt>{term}</dt><dd>{said}</dd></div> }.into_any()
}

/// One row, if the text is known.
pub fn fact_of(term: &'static str, text: Option<&String>) -> Option<AnyView> {
    text.cloned().map(|text| fact(term, text))
}

/// One row with the items in a list, if there are any.
pub fn fact_list(term: &'static str, items: &[String]) -> Option<AnyView> {
    let lines = || items.iter().cloned().map(|item| view! { <li>{item}</li> }).collect_view();
    match items {
        [] => None,
        [only] => Some(fact(term, only.clone())),
        _ => Some(fact(term, view! { <ul>{lines()}</ul> })),
    }
}
