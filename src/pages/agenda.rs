//! The agenda: choices beside the board, all in the address.

use chrono::NaiveDate;
use leptos::prelude::*;
use qsec2_domain::agenda::Scope;
use qsec2_domain::pages::Page;
use qsec2_domain::query::Query;
use qsec2_domain::slices::Lacking;

use crate::browser::history::Entry;
use crate::browser::{NATIVE, viewport};
use crate::components::event_list::EventList;
use crate::components::filters::{Filters, SearchBox, use_refine};
use crate::components::toolbar::Toolbar;
use crate::pages::lazy::Piece;
use crate::pages::{Heading, piece};
use crate::state::feed::Loaded;
use crate::state::navigation::Navigation;
use crate::state::shown::Shown;
use crate::state::site::{use_address, use_feed, use_site};

/// The agenda page.
#[component]
pub fn Agenda() -> impl IntoView {
    let (site, loaded) = (use_site(), use_feed());
    let t = &site.t.agenda;
    let today = site.today;
    let address = use_address();
    let first_day = loaded.first_day();
    let navigation: Navigation = expect_context();
    let found = Memo::new(move |before: Option<&Shown>| {
        // While one leaves, the address is already another page's: its query is none of ours.
        let here = Page::parse(&navigation.path()) == Some(Page::Agenda);
        let query = &address.read().address.query;
        match before {
            Some(before) if !here => before.clone(),
            _ => Shown::new(loaded.ask(loaded.find(query, today)), before),
        }
    });
    provide_context(found);
    let busy = move || found.read().is_waiting.then_some("true");
    let chosen = move || !address.read().address.query.is_empty();
    view! {
        <Heading title=t.title />
        <div class="agenda">
            <SearchBox />
            <details class="filters" open=NATIVE || viewport::is_wide()>
                <summary>{t.filters} <span class="filters-on" hidden=move || !chosen()></span></summary>
                {NATIVE.then(|| view! { <script>{CLOSE_ON_PHONES}</script> })}
                <Filters found />
            </details>
            <div class="agenda-found" aria-busy=busy>
                <Summary found />
                <Toolbar />
                <Past found first_day />
                <EventList found />
                <Empty found />
            </div>
        </div>
    }
    .into_any()
}

/// Whether the first screen of what a query shows is at hand.
///
/// # Errors
/// [`Lacking`].
pub fn first_rows(loaded: &Loaded, query: &Query, today: NaiveDate) -> Result<(), Lacking> {
    let found = loaded.find(query, today)?;
    loaded.have(&found.rows[..found.rows.len().min(FIRST)])
}

/// How many rows a page waits for before it is drawn.
const FIRST: usize = 20;

/// On a phone the choices begin closed, as [`viewport::is_wide`] has it. Runs before anything is painted, and leaves no
/// trace; without scripts they stay open, and usable.
pub const CLOSE_ON_PHONES: &str = "let s=document.currentScript;if(!matchMedia('(min-width:900px)').matches)s.parentElement.open=false;s.remove()";

/// How many were found, said aloud when it changes.
#[component]
fn Summary(
    /// What was found.
    found: Memo<Shown>,
) -> impl IntoView {
    let site = use_site();
    let t = &site.t.agenda;
    let said = move || {
        let found = found.read();
        if found.is_waiting {
            return site.t.states.loading.to_owned();
        }
        let events = (t.found)(found.events);
        if found.rows.len() > found.events {
            format!("{events}, {}", (t.times)(found.rows.len()))
        } else {
            events
        }
    };
    let archive = move || {
        let found = found.read();
        (found.scope == Scope::Archive && !found.rows.is_empty()).then_some(t.archive)
    };
    view! {
        <p class="found" role="status">{said}</p>
        <p class="found-archive">{archive}</p>
    }
    .into_any()
}

/// Leads to what is over, when there is any.
#[component]
fn Past(
    /// What was found.
    found: Memo<Shown>,
    /// The first day that the feed knows of.
    first_day: Option<NaiveDate>,
) -> impl IntoView {
    let site = use_site();
    let refine = use_refine();
    move || {
        let count = found.read().past;
        (count > 0).then(|| {
            let show = move |_| refine.with(Entry::New, |query| query.from = first_day);
            let said = (site.t.agenda.past)(count);
            view! { <p><button class="as-link" type="button" on:click=show>{said}</button></p> }
                .into_any()
        })
    }
}

/// When nothing fits: that, and what leads out of it.
#[component]
fn Empty(
    /// What was found.
    found: Memo<Shown>,
) -> impl IntoView {
    let is_empty = Memo::new(move |_| found.read().rows.is_empty() && !found.read().is_waiting);
    let empty = use_site().t.agenda.empty;
    move || {
        is_empty.get().then(|| {
            view! { <div class="empty"><p>{empty}</p> {piece(Piece::WaysOut)}</div> }.into_any()
        })
    }
}
