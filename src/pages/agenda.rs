//! The agenda: choices beside the board, all in the address.

use chrono::NaiveDate;
use leptos::prelude::*;
use qsec2_domain::address::View;
use qsec2_domain::agenda::{Found, Row, Scope};
use qsec2_domain::event::Event;
use qsec2_domain::query::Query;
use qsec2_domain::search::{Correction, as_written};
use qsec2_domain::slices::Lacking;

use crate::browser::history::Entry;
use crate::browser::{NATIVE, viewport};
use crate::components::event_list::EventList;
use crate::components::filters::{Opener, SheetWanted, Unfolding};
use crate::components::marked::Marking;
use crate::components::periods::Periods;
use crate::components::search_box::SearchBox;
use crate::components::views::Views;
use crate::pages::lazy::Piece;
use crate::pages::toolbar::Toolbar;
use crate::pages::{Heading, piece, piece_if_here};
use crate::state::feed::Loaded;
use crate::state::refine::use_refine;
use crate::state::shown::Shown;
use crate::state::site::{use_address, use_feed, use_site};

/// The agenda page.
#[component]
pub fn Agenda() -> impl IntoView {
    let (site, loaded) = (use_site(), use_feed());
    let today = site.today;
    let address = use_address();
    let found = Memo::new(move |before: Option<&Shown>| {
        let query = &address.read().address.query;
        Shown::new(loaded.ask(loaded.find(query, today)), before)
    });
    provide_context(found);
    provide_context(SheetWanted::default());
    provide_context(Marking(Memo::new(move |_| {
        let words = address.read().address.query.words.clone();
        (words, found.read().corrections.clone())
    })));
    let view = Memo::new(move |_| address.read().address.view);
    let busy = move || found.read().is_waiting.then_some("true");
    view! {
        <Heading title=site.t.agenda.title />
        <div class="agenda">
            <SearchBox />
            {choices()}
            <Views />
            <Periods />
            <div class="agenda-head">
                <Summary found />
                <div class="since">{piece_if_here(Piece::Changes)}</div>
            </div>
            <div class="agenda-found" aria-busy=busy>
                <Toolbar />
                {move || shown(view.get(), found)}
                <Empty found />
            </div>
        </div>
    }
    .into_any()
}

/// The choices: beside the board where there is room, else as a sheet; as they are sent, they unfold in place.
fn choices() -> AnyView {
    if NATIVE {
        return view! { <Unfolding /> }.into_any();
    }
    let is_wide = RwSignal::new(viewport::is_wide());
    viewport::on_move(move || {
        let now = viewport::is_wide();
        if is_wide.try_get_untracked().is_some_and(|before| before != now) {
            is_wide.set(now);
        }
    });
    let drawn = move || {
        let choices = if is_wide.get() {
            piece(Piece::Choices)
        } else {
            [view! { <Opener /> }.into_any(), piece(Piece::Sheet)].into_any()
        };
        view! { <div class="filters">{choices}</div> }.into_any()
    };
    drawn.into_any()
}

/// What was found, seen in a way.
fn shown(view: View, found: Memo<Shown>) -> AnyView {
    match Piece::of(view) {
        Some(way) => piece(way),
        None => view! { <Past found /> <EventList found /> }.into_any(),
    }
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

/// How many were found, said aloud when it changes, and what was looked for in the place of words that nothing has.
#[component]
fn Summary(
    /// What was found.
    found: Memo<Shown>,
) -> impl IntoView {
    let (site, loaded) = (use_site(), use_feed());
    let t = &site.t.agenda;
    let said = move || {
        let found = found.read();
        if found.is_waiting {
            return site.t.states.loading.to_owned();
        }
        let mut said = (t.found)(found.events);
        if found.rows.len() > found.events {
            said = [&said, ", ", &(t.times)(found.rows.len())].concat();
        }
        for correction in &found.corrections {
            let meant = meant(&loaded, &found, correction);
            said = [&(t.corrected)(&correction.typed, &meant), " ", &said].concat();
        }
        said
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

/// The word that one was corrected to, as the first events have it that were found by it.
fn meant(loaded: &Loaded, found: &Found, correction: &Correction) -> String {
    let Some(meant) = correction.meant.first() else { return String::new() };
    let written = |row: &Row| {
        let texts = |event: &Event| {
            let texts = [Some(&event.name), event.description.as_ref()];
            texts.into_iter().flatten().find_map(|it| as_written(it, meant).map(str::to_owned))
        };
        loaded.with_event(*row, texts).ok()??
    };
    found.rows.iter().take(FIRST).find_map(written).unwrap_or_else(|| meant.clone())
}

/// Leads to what is over, when there is any.
#[component]
fn Past(
    /// What was found.
    found: Memo<Shown>,
) -> impl IntoView {
    let site = use_site();
    let first_day = use_feed().first_day();
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
