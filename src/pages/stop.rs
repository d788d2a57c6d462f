//! One stop of the tour: everything that is known of it, and what goes on around it.

use leptos::prelude::*;
use qsec2_domain::choices::Choices;
use qsec2_domain::department::Territory;
use qsec2_domain::id::Id;
use qsec2_domain::pages::Page;
use qsec2_domain::query::Query;
use qsec2_domain::stop::Stop;

use crate::components::bullet::Bullet;
use crate::components::contact::Operator;
use crate::components::event_list::short_list;
use crate::components::facts::{fact, fact_of};
use crate::components::parts::more;
use crate::components::sources::Sources;
use crate::components::station::{Station, standing_class, standing_text};
use crate::i18n::dates;
use crate::i18n::facts::facts as names;
use crate::pages::Heading;
use crate::pages::event::{address, parties, words};
use crate::state::site::{Site, use_feed, use_site};

/// A stop's page.
#[component]
pub fn StopPage(
    /// Which stop.
    id: Id,
) -> impl IntoView {
    let (site, loaded) = (use_site(), use_feed());
    let index = loaded.feed.stops.iter().position(|stop| stop.id == id)?;
    let stop = loaded.feed.stops[index].clone();
    let t = site.t.tour();
    let standing = loaded.tour.standing(index, site.today);
    let department = stop.location.department.as_ref().and_then(Territory::department);
    let exhibition = loaded.feed.exhibition(stop.exhibition.as_str()).map(|it| it.name.clone());
    let operator = department.map(|department| {
        view! { <section><h2>{t.operator}</h2><Operator department /></section> }
    });
    let facts = facts(&site, &stop);
    Some(
        view! {
            <article class="record">
                <p class="record-back"><a href=site.href(&Page::Itinerary)>{t.title}</a></p>
                <p class="record-kind">
                    {department.map(|department| view! { <Bullet department /> })} {exhibition}
                </p>
                <Heading title=stop.location.line() />
                <p class="record-when">
                    {dates::stay(site.lang(), stop.span)} " "
                    <span class=format!("state state-{}", standing_class(standing))>{standing_text(site.t, standing)}</span>
                </p>
                <p class="record-text">{stop.description.clone()}</p>
                <dl class="facts">{facts}</dl>
                <Programme index />
                {operator}
                <Neighbours index />
                <Sources provenance=stop.provenance />
            </article>
        }
        .into_any(),
    )
}

fn facts(site: &Site, stop: &Stop) -> Vec<AnyView> {
    let t = site.t.tour();
    let free = stop.is_accessible_for_free == Some(true);
    let price = stop.admission.clone().or_else(|| free.then(|| site.t.agenda.is_free.to_owned()));
    let access = words(site.lang(), stop.access, crate::i18n::codes::access);
    [
        Some(fact(names(site.lang()).place, address(&stop.location))),
        fact_of(t.hours, stop.opening_hours.as_ref()),
        stop.inauguration.map(|date| fact(t.inauguration, dates::partial(site.lang(), date))),
        fact_of(t.schools, stop.school_visits.as_ref()),
        fact_of(names(site.lang()).price, price.as_ref()),
        fact_of(site.t.agenda.access, access.as_ref()),
        fact_of(names(site.lang()).organizer, parties(&stop.organizer).as_ref()),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// The events around a stop, each with its whole date.
#[component]
fn Programme(
    /// The stop's index in the feed.
    index: usize,
) -> impl IntoView {
    let (site, loaded) = (use_site(), use_feed());
    let t = site.t.tour();
    let stop = loaded.feed.stops.get(index)?;
    let rows = loaded.ask(loaded.rows_of_stop(&stop.id))?;
    let elsewhere = rows.is_none().then(|| more(site.agenda(around(stop)), t.programme));
    let rows = rows.unwrap_or_default();
    let is_empty = rows.is_empty() && elsewhere.is_none();
    let empty = is_empty.then(|| view! { <p>{t.no_programme}</p> });
    let section = view! {
        <section>
            <h2>{t.programme}</h2>
            {empty}
            {short_list(rows.into_iter())}
            {elsewhere}
        </section>
    };
    Some(section.into_any())
}

/// What the agenda shows of a stop whose events are too many for its page: those of its exhibition and département.
fn around(stop: &Stop) -> Query {
    let department = stop.location.department.as_ref().and_then(Territory::department);
    Query {
        departments: department.map_or(Choices::NONE, Choices::only),
        exhibition: Some(stop.exhibition.clone()),
        ..Query::default()
    }
}

/// The stops before and after, in time.
#[component]
fn Neighbours(
    /// The stop's index in the feed.
    index: usize,
) -> impl IntoView {
    let (site, loaded) = (use_site(), use_feed());
    let exhibition = &loaded.feed.stops.get(index)?.exhibition;
    let tour: Vec<usize> = loaded
        .tour
        .stops()
        .filter(|&stop| loaded.feed.stops.get(stop).is_some_and(|it| it.exhibition == *exhibition))
        .collect();
    let here = tour.iter().position(|&stop| stop == index)?;
    let t = site.t.tour();
    let before = here.checked_sub(1).and_then(|place| tour.get(place)).copied();
    let after = tour.get(here + 1).copied();
    let one = |label: &'static str, stop: Option<usize>| {
        stop.map(|stop| view! { <li><p class="here-label">{label}</p><Station stop /></li> })
    };
    Some(
        view! { <ul class="stations">{one(t.previous, before)} {one(t.next, after)}</ul> }
            .into_any(),
    )
}
