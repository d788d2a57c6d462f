//! Which records of the feed can't be read, and why.

use leptos::prelude::*;
use qsec2_domain::report::{Effect, Problem};

use crate::i18n::colon;
use crate::state::feed::FeedResource;
use crate::state::site::use_site;

/// The most records that are named: nobody reads more.
const MOST: usize = 50;

/// The records that were left out, each with what is wrong with it.
#[component]
pub fn LeftOut() -> impl IntoView {
    let lang = use_site().lang();
    let feed: FeedResource = expect_context();
    let line = move |problem: &Problem| {
        view! { <li>{problem.record.clone()} " (" {problem.pointer.clone()} ")" {colon(lang)} {problem.message(lang)}</li> }
    };
    let lines = move || {
        let loaded = feed.get().and_then(Result::ok)?;
        let problems = loaded.report.problems().iter();
        let left_out = problems.filter(|problem| problem.effect == Effect::RecordLeftOut);
        Some(left_out.take(MOST).map(line).collect_view())
    };
    view! { <ul>{lines}</ul> }.into_any()
}
