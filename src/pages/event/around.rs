//! What stands around an event: the search that led to it, what comes before and after there, and what is near.
//!
//! The search is the query in the event's own address. What needs the catalogue of a large feed is asked for and drawn when
//! it has come; the page does not wait for it.

use leptos::ev::MouseEvent;
use leptos::prelude::*;
use qsec2_domain::address::Address;
use qsec2_domain::agenda::{Nearness, Row};
use qsec2_domain::id::Id;
use qsec2_domain::pages::Page;

use crate::browser::{history, trail};
use crate::components::event_list::short_list;
use crate::i18n::dates;
use crate::i18n::facts::facts;
use crate::i18n::record::record;
use crate::routes;
use crate::state::feed::Loaded;
use crate::state::navigation::Navigation;
use crate::state::site::{Site, use_address, use_feed, use_site};

/// What is near: two weeks before and after, and no more rows than one looks through.
const NEAR: Nearness = Nearness { days: 14, rows: 6 };

/// The address of the search that led here.
pub(super) type Search = Memo<Address>;

/// The search that led here. While one leaves, the address is already another page's: that is none of ours.
pub(super) fn use_search() -> Search {
    let navigation: Navigation = expect_context();
    let address = use_address();
    let here = untrack(|| navigation.path());
    Memo::new(move |before: Option<&Address>| match before {
        Some(before) if navigation.path() != here => before.clone(),
        _ => address.read().address.clone(),
    })
}

/// Leads back to the search, to the very place in its list where one came from; and says where in it one is.
pub(super) fn way_back(search: Search, event: &Id) -> AnyView {
    let (site, loaded, event) = (use_site(), use_feed(), event.clone());
    let t = record(site.lang());
    let href = move || routes::href(&Page::Agenda, &search.read());
    let back = move |click: MouseEvent| {
        if history::is_plain(&click) && trail::back_to(&untrack(href)) {
            click.prevent_default();
        }
    };
    let agenda = facts(site.lang()).back;
    let said = move || if search.read().query.is_empty() { agenda } else { t.back };
    let position = move || {
        let search = search.read();
        let around = loaded.ask(loaded.around(&event, &search.query, site.today))??;
        (!search.query.is_empty()).then(|| (t.position)(around.place, around.events))
    };
    view! {
        <p class="record-back"><a href=href on:click=back>{said}</a> <span class="record-place">{position}</span></p>
    }
    .into_any()
}

/// The events before and after in the search, else in the whole agenda; nothing for an event that it does not show.
pub(super) fn neighbours(search: Search, event: &Id) -> AnyView {
    let (site, loaded, event) = (use_site(), use_feed(), event.clone());
    let t = record(site.lang());
    let drawn = move || {
        let search = search.read();
        let around = loaded.ask(loaded.around(&event, &search.query, site.today))??;
        let rows: Vec<Row> = around.before.into_iter().chain(around.after).collect();
        loaded.ask(loaded.have(&rows))?;
        let before = neighbour(&site, &loaded, &search, around.before, ("prev", t.before));
        let after = neighbour(&site, &loaded, &search, around.after, ("next", t.after));
        let label = if search.query.is_empty() { t.around_all } else { t.around };
        (!rows.is_empty()).then(|| {
            view! { <nav class="neighbours" aria-label=label>{before} {after}</nav> }.into_any()
        })
    };
    drawn.into_any()
}

fn neighbour(
    site: &Site,
    loaded: &Loaded,
    search: &Address,
    row: Option<Row>,
    (rel, label): (&'static str, &'static str),
) -> Option<AnyView> {
    let row = row?;
    let (id, name, span) = loaded
        .with_event(row, |event| {
            let span = event.span_of(usize::from(row.session));
            (event.id.clone(), event.name.clone(), span)
        })
        .ok()??;
    let href = routes::href(&Page::Event(id), search);
    let when = dates::short(site.lang(), span);
    Some(
        view! {
            <a class="neighbour" rel=rel href=href>
                <span class="neighbour-way">{label}</span> " "
                <span class="neighbour-name" lang=site.records()>{name}</span> " "
                <span class="neighbour-when">{when}</span>
            </a>
        }
        .into_any(),
    )
}

/// Other events near in place and days; nothing when there is none.
pub(super) fn near(event: &Id) -> AnyView {
    let (site, loaded, event) = (use_site(), use_feed(), event.clone());
    let title = record(site.lang()).near;
    let drawn = move || {
        let rows = loaded.ask(loaded.near(&event, site.today, NEAR))?;
        loaded.ask(loaded.have(&rows))?;
        (!rows.is_empty()).then(|| {
            let list = short_list(rows.into_iter());
            view! { <section class="record-near"><h2>{title}</h2>{list}</section> }.into_any()
        })
    };
    drawn.into_any()
}
