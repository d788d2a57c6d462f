//! Texts in which what the words of the query have found is marked.

use leptos::prelude::*;
use qsec2_domain::search::{self, Correction};

/// The words that were looked for, and what was looked for in the place of some. Put into context by the agenda; without it
/// nothing is marked.
#[derive(Clone, Copy)]
pub struct Marking(pub Memo<(String, Vec<Correction>)>);

/// A text, marked.
pub fn marked(text: String) -> AnyView {
    let Some(Marking(sought)) = use_context() else { return text.into_any() };
    let drawn = move || sought.with(|(words, corrections)| pieces(&text, words, corrections));
    drawn.into_any()
}

/// What of a longer text was found, marked, when none of what is shown before it has it.
pub fn excerpt(shown: [String; 2], text: Option<String>) -> Option<AnyView> {
    let (Marking(sought), text) = (use_context()?, text?);
    let drawn = move || {
        sought.with(|(words, corrections)| {
            let has = |text: &String| !search::matches(text, words, corrections).is_empty();
            let hidden = !words.is_empty() && !shown.iter().any(has);
            let place = search::excerpt(&text, words, corrections).filter(|_| hidden)?;
            let [before, after] = [place.start > 0, place.end < text.len()];
            let [before, after] = [before, after].map(|cut| if cut { "…" } else { "" });
            let found = pieces(&text[place], words, corrections);
            Some(view! { <p class="row-excerpt">{before}{found}{after}</p> }.into_any())
        })
    };
    Some(drawn.into_any())
}

fn pieces(text: &str, words: &str, corrections: &[Correction]) -> AnyView {
    let found =
        if words.is_empty() { Vec::new() } else { search::matches(text, words, corrections) };
    if found.is_empty() {
        return text.to_owned().into_any();
    }
    let mut pieces = Vec::new();
    let mut end = 0;
    for place in found {
        pieces.push(text[end..place.start].to_owned().into_any());
        end = place.end;
        let found = text[place].to_owned();
        pieces.push(view! { <mark>{found}</mark> }.into_any());
    }
    pieces.push(text[end..].to_owned().into_any());
    pieces.into_any()
}
