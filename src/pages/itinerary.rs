//! The tour: lanes over time, and the same stops as a list.

use leptos::prelude::*;
use qsec2_domain::id::Id;
use qsec2_domain::pages::Page;
use qsec2_domain::query::Query;
use qsec2_domain::stop::Phase;
use qsec2_domain::timeline::Timeline;

use crate::components::lanes::Lanes;
use crate::components::parts::ordered_items;
use crate::components::station::Station;
use crate::i18n::dates;
use crate::pages::Heading;
use crate::state::feed::Loaded;
use crate::state::site::{use_address, use_feed, use_site};

/// The itinerary page.
#[component]
pub fn Itinerary() -> impl IntoView {
    let (site, loaded) = (use_site(), use_feed());
    let t = site.t.tour();
    let address = use_address();
    let chosen = Memo::new(move |_| {
        let asked = address.read().address.query.exhibition.clone();
        let known = asked.filter(|id| loaded.feed.exhibition(id.as_str()).is_some());
        known.or_else(|| loaded.feed.exhibitions.first().map(|it| it.id.clone()))
    });
    view! {
        <Heading title=t.title />
        <p class="lead">{t.lead}</p>
        <Exhibitions chosen />
        {move || chosen.get().map(|exhibition| view! { <TourOf exhibition /> })}
    }
    .into_any()
}

/// The exhibitions, the chosen one marked.
#[component]
fn Exhibitions(
    /// The chosen one.
    chosen: Memo<Option<Id>>,
) -> impl IntoView {
    let (site, loaded) = (use_site(), use_feed());
    let items = loaded.feed.exhibitions.iter().map(|exhibition| {
        let id = exhibition.id.clone();
        let query = Query { exhibition: Some(id.clone()), ..Query::default() };
        let href = site.href_with(&Page::Itinerary, query);
        let current = move || (chosen.read().as_ref() == Some(&id)).then_some("true");
        let years = dates::years(site.lang(), exhibition.start_date, exhibition.end_date);
        view! {
            <li><a href=href aria-current=current>{exhibition.name.clone()} " " <small>{years}</small></a></li>
        }
    });
    view! {
        <nav class="exhibitions" aria-label=site.t.tour().exhibition>
            <ul>{items.collect_view()}</ul>
        </nav>
    }
    .into_any()
}

/// One exhibition's tour in its two forms, and what came after it.
#[component]
fn TourOf(
    /// Which exhibition.
    exhibition: Id,
) -> impl IntoView {
    let (site, loaded) = (use_site(), use_feed());
    let t = site.t.tour();
    let tour = stops(&loaded, &exhibition, Phase::Tour);
    let after = stops(&loaded, &exhibition, Phase::Afterwards);
    let timeline = Timeline::new(&loaded.feed, &tour);
    let nothing = tour.is_empty().then(|| view! { <p>{t.nothing}</p> });
    let after = (!after.is_empty()).then(|| {
        view! {
            <section>
                <h2>{t.after}</h2>
                <p>{t.after_note}</p>
                <StopList stops=after label=t.after />
            </section>
        }
    });
    view! {
        {timeline.map(|timeline| view! { <Lanes timeline /> <Legend /> })}
        <section>
            <h2>{t.list}</h2>
            {nothing}
            <StopList stops=tour label=t.list />
        </section>
        {after}
    }
    .into_any()
}

/// Stops as a list.
#[component]
fn StopList(
    /// Their indices in the feed, in order.
    stops: Vec<usize>,
    /// What the list is called.
    label: &'static str,
) -> impl IntoView {
    let list = stops.into_iter().map(|stop| view! { <Station stop /> }.into_any()).collect();
    ordered_items("stations", Some(label), list)
}

/// What the ends of the bars mean.
#[component]
fn Legend() -> impl IntoView {
    let t = use_site().t.tour();
    view! {
        <details class="legend">
            <summary>{t.legend}</summary>
            <ul>
                <li><span class="sample bar-start-known bar-end-known" aria-hidden="true"></span> {t.legend_known}</li>
                <li><span class="sample bar-start-vague bar-end-vague" aria-hidden="true"></span> {t.legend_vague}</li>
                <li><span class="sample bar-start-known bar-end-open" aria-hidden="true"></span> {t.legend_open}</li>
            </ul>
        </details>
    }
    .into_any()
}

fn stops(loaded: &Loaded, exhibition: &Id, phase: Phase) -> Vec<usize> {
    let fits = |stop: &usize| {
        let stop = loaded.feed.stops.get(*stop);
        stop.is_some_and(|stop| stop.exhibition == *exhibition && stop.phase == phase)
    };
    loaded.tour.stops().filter(fits).collect()
}
