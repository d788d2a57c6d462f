//! Ways out of an empty result: what to drop, other days, next door. Each says how many events it leads to.

use leptos::prelude::*;
use qsec2_domain::agenda::{Way, WayOut};

use crate::components::parts::items;
use crate::i18n::finding::{finding, way_out};
use crate::state::shown::use_found;
use crate::state::site::{Site, use_address, use_feed, use_site};

/// What to ask instead of a query that shows nothing.
#[component]
pub fn WaysOut() -> impl IntoView {
    let (site, loaded) = (use_site(), use_feed());
    let (address, found) = (use_address(), use_found());
    let ways = move || {
        found.track();
        let query = address.read().address.query.clone();
        let ways = loaded.ask(loaded.ways_out(&query, site.today))?;
        Some(groups(&site, &query.words, &ways))
    };
    view! { <div class="ways-out">{ways}</div> }.into_any()
}

/// The ways by what they change, each group under a sentence.
fn groups(site: &Site, words: &str, ways: &[WayOut]) -> Vec<AnyView> {
    let t = finding(site.lang());
    let group = |said: &'static str, belongs: fn(Way) -> bool| {
        let ways = ways.iter().filter(|it| belongs(it.way));
        let ways: Vec<_> = ways.map(|it| way(site, words, it)).collect();
        (!ways.is_empty()).then(|| view! { <p>{said}</p> {items("ways", ways)} }.into_any())
    };
    let dropped = group(t.emptied_by_one, |way| matches!(way, Way::Without(_)));
    let dropped = dropped.unwrap_or_else(|| view! { <p>{t.emptied_by_all}</p> }.into_any());
    let days = group(t.other_days, |way| matches!(way, Way::Before(..) | Way::After(..)));
    let next_door = group(t.next_door, |way| matches!(way, Way::Neighbour(_)));
    let all = group("", |way| way == Way::Everything);
    [Some(dropped), days, next_door, all].into_iter().flatten().collect()
}

fn way(site: &Site, words: &str, way: &WayOut) -> AnyView {
    let said = way_out(site.lang(), way.way, words);
    let leads_to = (site.t.agenda.found)(way.events);
    view! { <a href=site.agenda(way.query.clone())>{said}</a> " (" {leads_to} ")" }.into_any()
}
