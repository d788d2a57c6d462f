//! One line: how much changed since one's last visit. It leads to the page that tells what.

use leptos::prelude::*;
use qsec2_domain::changes::Since;
use qsec2_domain::pages::Page;

use crate::i18n::dates;
use crate::state::since::use_since;
use crate::state::site::{Site, use_feed, use_site};

/// The line; nothing when nothing changed, or when that can't be told. Whoever shows it leaves room for it, since it may
/// come later than what stands below.
#[component]
pub fn SinceLine() -> impl IntoView {
    let (site, loaded) = (use_site(), use_feed());
    let since = use_since(&site, &loaded);
    move || since.get().and_then(|since| since_line(&site, &since))
}

/// The line, in full and in brief for narrow screens.
pub fn since_line(site: &Site, since: &Since) -> Option<AnyView> {
    let t = site.t.since_line();
    let counts = since.counts();
    let all: usize = counts.iter().map(|(_, count)| count).sum();
    if all == 0 {
        return None;
    }
    let kinds: Vec<_> = counts.iter().map(|(kind, count)| (t.kinds)(*kind, *count)).collect();
    let day = dates::recent(site.lang(), since.day, site.today);
    let long = [(t.since)(&day), kinds.join(", ")].concat();
    let brief = [(t.since_short)(&day), (t.changes)(all)].concat();
    let href = site.href(&Page::Changes);
    let line = view! {
        <a href=href><span class="since-long">{long}</span><span class="since-brief">{brief}</span></a>
    };
    Some(line.into_any())
}
