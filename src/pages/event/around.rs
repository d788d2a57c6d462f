//! What stands around an event: the search that led to it, what comes before and after there, and what is near.
//!
//! The search is the query in the event's own address. What needs the catalogue of a large feed is asked for and drawn when
//! it has come; the page does not wait for it.

use leptos::ev::MouseEvent;
use leptos::prelude::*;
use qsec2_domain::address::Address;
use qsec2_domain::agenda::{Around, Nearness, Row};
use qsec2_domain::id::Id;
use qsec2_domain::pages::Page;

use crate::browser::{history, trail};
use crate::components::event_list::short_list;
use crate::i18n::dates;
use crate::i18n::facts::facts;
use crate::i18n::record::record;
use crate::routes;
use crate::state::feed::Loaded;
use crate::state::site::{AddressMemo, Site, use_address, use_feed, use_site};

/// What is near: two weeks before and after, and no more rows than one looks through.
const NEAR: Nearness = Nearness { days: 14, rows: 6 };

/// The event's place in the search that led to it; nothing while that can't be told, or when it is not in it.
#[derive(Clone, Copy)]
pub(super) struct Surroundings {
    /// The address of the search.
    search: AddressMemo,
    around: Memo<Option<Around>>,
}

/// Looks the event up in the search, once for all that is said of it.
pub(super) fn use_surroundings(event: &Id) -> Surroundings {
    let (site, loaded, event) = (use_site(), use_feed(), event.clone());
    let search = use_address();
    let around = Memo::new(move |_| {
        let query = &search.read().address.query;
        loaded.ask(loaded.around(&event, query, site.today))?
    });
    Surroundings { search, around }
}

/// Leads back to the search, to the very place in its list where one came from; and says where in it one is.
pub(super) fn way_back(Surroundings { search, around }: Surroundings) -> AnyView {
    let site = use_site();
    let t = record(site.lang());
    let href = move || routes::href(&Page::Agenda, &search.read().address);
    let back = move |click: MouseEvent| {
        if history::is_plain(&click) && trail::back_to(&untrack(href)) {
            click.prevent_default();
        }
    };
    let agenda = facts(site.lang()).back;
    let said = move || if search.read().address.query.is_empty() { agenda } else { t.back };
    let position = move || {
        let around = around.get()?;
        let is_search = !search.read().address.query.is_empty();
        is_search.then(|| (t.position)(around.place, around.events))
    };
    view! {
        <p class="record-back"><a href=href on:click=back>{said}</a> <span class="record-place">{position}</span></p>
    }
    .into_any()
}

/// The events before and after in the search, else in the whole agenda; nothing for an event that it does not show.
pub(super) fn neighbours(Surroundings { search, around }: Surroundings) -> AnyView {
    let (site, loaded) = (use_site(), use_feed());
    let t = record(site.lang());
    let drawn = move || {
        let around = around.get()?;
        let search = &search.read().address;
        let rows: Vec<Row> = around.before.into_iter().chain(around.after).collect();
        loaded.ask(loaded.have(&rows))?;
        let before = neighbour(&site, &loaded, search, around.before, ("prev", t.before));
        let after = neighbour(&site, &loaded, search, around.after, ("next", t.after));
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
