//! One line of the board: when, what, where. The same on every page that lists events.
//!
//! In the agenda, its link carries the search on, so that the event's page leads back to it, and through it.

use leptos::prelude::*;
use qsec2_domain::agenda::{Heading, Row};
use qsec2_domain::choices::EventKind;
use qsec2_domain::date::{Moment, Span};
use qsec2_domain::event::Event;
use qsec2_domain::feed::Feed;
use qsec2_domain::pages::Page;
use qsec2_domain::place::Place;

use crate::components::bullet::Bullet;
use crate::components::marked::{excerpt, marked};
use crate::i18n::{codes, dates};
use crate::routes;
use crate::state::shown::Shown;
use crate::state::site::{Site, use_address, use_feed, use_site};

/// An event at one of its times. Under a day's heading it says the hour; anywhere else the whole date.
#[component]
pub fn EventRow(
    /// Which event, at which of its times, under which heading.
    row: Row,
) -> impl IntoView {
    let (site, loaded) = (use_site(), use_feed());
    match loaded.with_event(row, |event| drawn(&site, &loaded.feed, row, event)) {
        Ok(drawn) => drawn,
        // Its slice has been asked for by the list, which draws it anew then.
        Err(_) => Some(waiting(&site)),
    }
}

fn waiting(site: &Site) -> AnyView {
    view! {
        <article class="row" aria-busy="true"><p class="row-when">{site.t.states.loading}</p></article>
    }
    .into_any()
}

fn drawn(site: &Site, feed: &Feed, row: Row, event: &Event) -> AnyView {
    let span = event.span_of(usize::from(row.session));
    let status = event.status_of(usize::from(row.session));
    let place = feed.place_of(event);
    let department = place.and_then(|place| place.department.as_ref()?.department());
    let whereabouts = whereabouts(site, event, place);
    let off = status.is_off();
    view! {
            <article class="row" class:row-off=off data-event=event.id.to_string()>
                <p class="row-when">{when(site, row.heading, span)}</p>
                <div class="row-what">
                    <h3 lang=site.records()>{link(site, event)}</h3>
                    <p class="row-where">{marked(whereabouts.clone())}</p>
                    {excerpt([event.name.clone(), whereabouts], event.description.clone())}
                    {codes::status(site.lang(), status).map(|said| view! { <p class="status">{said}</p> })}
                </div>
                {department.map(|department| view! { <Bullet department /> })}
            </article>
        }
        .into_any()
}

/// A link to an event's page; in the agenda with all that its address says, as it says it now.
fn link(site: &Site, event: &Event) -> AnyView {
    let page = Page::Event(event.id.clone());
    let name = marked(event.name.clone());
    if use_context::<Memo<Shown>>().is_none() {
        return view! { <a href=site.href(&page)>{name}</a> }.into_any();
    }
    let address = use_address();
    view! { <a href=move || routes::href(&page, &address.read().address)>{name}</a> }.into_any()
}

fn whereabouts(site: &Site, event: &Event, place: Option<&Place>) -> String {
    let kind = codes::kind(site.lang(), event.kind);
    let free = (event.is_accessible_for_free == Some(true)).then_some(site.t.agenda.is_free);
    let place = place.map(Place::line).filter(|line| !line.is_empty());
    let kind = (event.kind != EventKind::Other).then(|| kind.to_owned());
    let parts: Vec<String> = [kind, place, free.map(str::to_owned)].into_iter().flatten().collect();
    parts.join(" · ")
}

/// The hour under a day's heading; the date elsewhere; « jour inconnu » where there is none.
fn when(site: &Site, heading: Heading, span: Span) -> AnyView {
    let lang = site.lang();
    let Some(start) = span.start else {
        let said = if span.end.is_some() {
            dates::span(lang, span)
        } else {
            site.t.agenda.unknown_date.to_owned()
        };
        return said.into_any();
    };
    match (heading, start.time(), span.only_day()) {
        (Heading::Day(_), Some(time), Some(_)) => {
            let until = span.end.and_then(Moment::time).map(|end| {
                view! { <span class="row-until">" – " {dates::time(lang, end)}</span> }
            });
            view! { <time datetime=start.to_string()>{dates::time(lang, time)}</time> {until} }
                .into_any()
        }
        (Heading::Day(_), None, Some(_)) => {
            view! { <span class="row-until">{site.t.agenda.no_hour}</span> }.into_any()
        }
        (Heading::Day(_), _, None) => {
            let end = span.end.map(Moment::date).map(|end| dates::until(lang, end));
            view! { <span class="row-until">{end}</span> }.into_any()
        }
        _ => {
            let said = dates::short(lang, span);
            view! { <time datetime=start.to_string()>{said}</time> }.into_any()
        }
    }
}
