//! The pages, one file each; which one is shown, and what is shown while the feed is not there.

pub mod about;
pub mod agenda;
pub mod changes;
pub mod department;
pub mod departments;
pub mod desk;
pub mod event;
pub mod failed;
pub mod group;
pub mod groups;
pub mod home;
pub mod itinerary;
pub mod lazy;
pub mod news;
pub mod not_found;
pub mod programme;
pub mod propose;
pub mod readiness;
pub mod resources;
pub mod statements;
pub mod stop;
pub mod take_part;
pub mod teachers;
pub mod toolbar;
pub mod widget;

use std::sync::Arc;

use leptos::prelude::*;
use leptos::tachys::reactive_graph::OwnedView;
use qsec2_domain::address::{ParsedAddress, View};
use qsec2_domain::pages::Page;

use crate::api::FeedProblem;
use crate::app::use_title;
use crate::browser::viewport;
use crate::components::parts::paragraph;
use crate::pages::failed::Failed;
use crate::pages::lazy::{Asked, Chunk, Chunks, Part, Piece};
use crate::pages::readiness::Readiness;
use crate::state::feed::{FeedResource, Loaded};
use crate::state::navigation::{HEADING, Navigation};
use crate::state::site::{AddressMemo, Site, use_address, use_site};

/// The page at the address one is at, as far as the feed allows.
#[component]
pub fn PageView() -> impl IntoView {
    let navigation: Navigation = expect_context();
    let feed: FeedResource = expect_context();
    let chunks: Chunks = expect_context();
    let path = Memo::new(move |_| navigation.path());
    let readiness: Memo<Readiness> = expect_context();
    Effect::new(move |_| {
        navigation.track();
        let path = navigation.path();
        let is_coming = matches!(chunks.part(&path, View::List), Some(Part::Away | Part::Coming));
        let is_here = readiness.read().is_ready || matches!(feed.get(), Some(Err(_)));
        if !is_coming && (is_here || needs_no_feed(&path)) {
            request_animation_frame(move || navigation.drawn());
        }
    });
    move || {
        let page = Page::parse(&path.read());
        let is_ready = readiness.read().is_ready;
        match (page, feed.get()) {
            (Some(page), _) if says_the_same(&page) => of_chunk(Asked::Page(page)),
            (_, None) => waiting(),
            (_, Some(Ok(loaded))) if !is_ready => match loaded.trouble() {
                Some(problem) => without_feed(&problem),
                None => waiting(),
            },
            (page, Some(loaded)) => fed_page(page, loaded),
        }
    }
}

/// Whether all is here that what stands at a path is drawn from and by.
pub fn can_be_drawn(readiness: &Readiness, chunks: Chunks, view: View) -> bool {
    let part = chunks.part(&readiness.path, view);
    // Where the choices stand beside the board, they must not go and come again.
    let is_agenda = Page::parse(&readiness.path) == Some(Page::Agenda);
    let are_choices_coming = is_agenda
        && viewport::is_wide()
        && matches!(chunks.get(Chunk::Choices), Part::Away | Part::Coming);
    (readiness.is_ready || needs_no_feed(&readiness.path))
        && matches!(part, None | Some(Part::Here(_)))
        && !are_choices_coming
}

/// Whether what stands at a path says the same whatever the feed.
fn needs_no_feed(path: &str) -> bool {
    Page::parse(path).is_some_and(|page| says_the_same(&page))
}

const fn says_the_same(page: &Page) -> bool {
    matches!(page, Page::Accessibility | Page::Privacy)
}

fn fed_page(page: Option<Page>, loaded: Result<Arc<Loaded>, FeedProblem>) -> AnyView {
    match (page, loaded) {
        (_, Err(problem)) => without_feed(&problem),
        (page, Ok(loaded)) => {
            let exists = |page: &Page| untrack(|| loaded.has(page)).unwrap_or_default();
            let asked = match page {
                Some(page) if exists(&page) => Asked::Page(page),
                page => Asked::Nothing(page),
            };
            apart(|| {
                provide_context(loaded);
                of_chunk(asked)
            })
        }
    }
}

/// Draws with an owner of its own: what a page puts into context goes with it, and no other page finds it there. What it
/// reads is the address that it was at: while one leaves, the new one is none of its own.
fn apart(draw: impl FnOnce() -> AnyView) -> AnyView {
    let owner = Owner::new();
    let drawn = owner.with(|| {
        let navigation: Navigation = expect_context();
        let (address, here) = (use_address(), untrack(|| navigation.path()));
        let own: AddressMemo = Memo::new(move |before: Option<&ParsedAddress>| match before {
            Some(before) if navigation.path() != here => before.clone(),
            _ => address.get(),
        });
        provide_context(own);
        draw()
    });
    OwnedView::new_with_owner(drawn, owner).into_any()
}

/// Says why there is no programme, or no part of it that the page can do without.
fn without_feed(problem: &FeedProblem) -> AnyView {
    let feed: FeedResource = expect_context();
    let Site { t, .. } = use_site();
    let again = Callback::new(move |()| feed.try_again());
    view! { <Failed title=t.states.failed said=problem.sentence(t) again /> }.into_any()
}

/// Draws what was asked for, as soon as the chunk is here that does it.
fn of_chunk(asked: Asked) -> AnyView {
    let chunks: Chunks = expect_context();
    let Some(chunk) = asked.chunk() else { return view! { <agenda::Agenda /> }.into_any() };
    match chunks.get(chunk) {
        Part::Here(brought) => (brought.draw)(asked),
        Part::Missing => {
            let t = &use_site().t.states;
            let (title, said) = (t.page_failed, t.page_failed_cure.to_owned());
            let again = Callback::new(move |()| chunks.fetch(chunk));
            view! { <Failed title said again /> }.into_any()
        }
        Part::Away | Part::Coming => waiting(),
    }
}

/// A part of a page, as soon as the chunk is here that draws it; it is asked for at once.
pub fn piece(piece: Piece) -> AnyView {
    let chunks: Chunks = expect_context();
    let chunk = piece.chunk();
    chunks.fetch(chunk);
    let drawn = move || match chunks.get(chunk) {
        Part::Here(brought) => (brought.draw)(Asked::Piece(piece)),
        Part::Missing => {
            let t = &use_site().t.states;
            let again = move |_| chunks.fetch(chunk);
            view! {
                <p role="alert">{t.page_failed_cure}</p>
                <button type="button" on:click=again>{t.try_again}</button>
            }
            .into_any()
        }
        Part::Away | Part::Coming => {
            view! { <p role="status">{use_site().t.states.loading}</p> }.into_any()
        }
    };
    drawn.into_any()
}

/// A part that a page does without while its chunk is not here; nobody is kept waiting for it.
pub fn piece_if_here(piece: Piece) -> AnyView {
    let chunks: Chunks = expect_context();
    let drawn = move || match chunks.get(piece.chunk()) {
        Part::Here(brought) => (brought.draw)(Asked::Piece(piece)),
        _ => ().into_any(),
    };
    drawn.into_any()
}

/// Said while the feed, or what draws the page, is on its way.
fn waiting() -> AnyView {
    let t = &use_site().t.states;
    view! { <h1 class="waiting">{t.loading}</h1> }.into_any()
}

/// A page: its heading, its first words, and what follows.
pub fn page(title: impl Into<String>, lead: &'static str, body: Vec<AnyView>) -> AnyView {
    [heading(title.into()), paragraph("lead", lead), body.into_any()]
        .into_iter()
        .collect_view()
        .into_any()
}

/// A page of plain text in one column.
fn text_page(title: &'static str, body: Vec<AnyView>) -> AnyView {
    let text = view! { <div class="page-text">{body}</div> }.into_any();
    [heading(title.to_owned()), text].into_iter().collect_view().into_any()
}

fn heading(title: String) -> AnyView {
    view! { <Heading title /> }.into_any()
}

/// The heading of a page, which also names the tab and gets the focus when the page is entered.
#[component]
pub fn Heading(
    /// What it says.
    #[prop(into)]
    title: String,
) -> impl IntoView {
    use_title(&title);
    view! { <h1 id=HEADING tabindex="-1">{title}</h1> }.into_any()
}

/// Paragraphs of plain text.
pub fn paragraphs(texts: &'static [&'static str]) -> Vec<AnyView> {
    texts.iter().map(|text| paragraph("", *text)).collect()
}
